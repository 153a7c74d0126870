"""Intervals on a line: where most of them meet."""

from collections.abc import Sequence

Span = tuple[int, int]
"""The first and the last position that an interval covers."""


def peaks(covered: Sequence[Span]) -> list[tuple[int, Span]]:
    """List where the depth is greatest, at least nearby: after a begin, and before an end.

    Returns:
        How many intervals meet there, and the span, from left to right; in time n log n.
    """
    firsts = sorted([first for first, _ in covered])
    lasts = sorted([last for _, last in covered])
    found, ended = [], 0
    for begun, first in enumerate(firsts, 1):
        while lasts[ended] < first:
            ended += 1
        if begun == len(firsts) or firsts[begun] > lasts[ended]:
            found.append((begun - ended, (first, lasts[ended])))
    return found
