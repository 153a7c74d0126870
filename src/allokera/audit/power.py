"""The power of an audit: which cells the other rows allow one amount only.

Any other amount in such a cell would have been caught. How many there are is the assurance that a
clean audit gives.
"""

from collections.abc import Sequence

from allokera.audit.fit import Entry, Fit, allowed_units, row_factor
from allokera.audit.sweep import spans


def pinned(found: Fit, entries: Sequence[Entry]) -> tuple[int, ...]:
    """List the rows that the others allow one amount only.

    Args:
        entries: rows that all fit one factor, by the fit's rule.
    """
    ends = [row_factor(found.rule, entry.weight, entry.units, found.slack) for entry in entries]
    held = [end for end in ends if end is not None]
    covered = [span for span in spans(held) if span is not None]
    if len(covered) < len(entries) or len(covered) < 2:
        return ()
    firsts = sorted(range(len(held)), key=lambda place: covered[place][0], reverse=True)[:2]
    lasts = sorted(range(len(held)), key=lambda place: covered[place][1])[:2]
    rows = []
    for place, entry in enumerate(entries):
        low = firsts[0] if firsts[0] != place else firsts[1]
        high = lasts[0] if lasts[0] != place else lasts[1]
        without = found._replace(factor=(held[low][0], held[high][1]))
        units = allowed_units(without, entry.weight)
        if units.stop - units.start == 1:
            rows.append(entry.row)
    return tuple(rows)
