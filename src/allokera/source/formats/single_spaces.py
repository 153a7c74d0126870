"""Text with single spaces, between columns and inside numbers alike: what a PDF or a mail gives.

`Ale 11 545 000 37 000 000` has two amounts or three. A line is split in every way in which each
amount is well formed; what all lines together allow, by the number of columns that they share and
by the size of a column's other amounts, is taken. Where that leaves several, all are handed out.
"""

from collections.abc import Sequence
from itertools import pairwise
from math import log10
from statistics import median
from typing import NamedTuple

from allokera.source.formats.line_splits import YEAR, Span, possible_counts, tail, ways

_FEWEST_ROWS = 3
_MOST_COLUMNS = 12
_MOST_WAYS = 500
_MOST_TRIED = 100_000
"""Ways of all lines together: published lines have a handful each."""

_APART = 1.0
"""Powers of ten by which the second way must fit a column's size worse than the first."""


class Split(NamedTuple):
    """A block of lines, split into cells.

    Attributes:
        lines: the place of each row's line.
        cells: of each row, the spans of its tokens: the name's, then each amount's.
        heading: the spans of the line above, where it can be split alike; None where not.
        is_rival: whether the lines could have another number of columns.
        torn: the place of a line that can be split in two ways, or in none; None where no line is.
    """

    lines: tuple[int, ...]
    cells: tuple[tuple[Span, ...], ...]
    heading: tuple[Span, ...] | None
    is_rival: bool
    torn: int | None


def find_splits(lines: Sequence[Sequence[str]]) -> list[Split]:
    """Split lines of tokens in every way in which all have as many columns.

    Returns:
        One where the heading tells how many columns there are, or one way alone is possible; else
        several, of which the columns' fit to each other may tell one. None where there is no table.
    """
    rows = [place for place, tokens in enumerate(lines) if tail(tokens)]
    if len(rows) < _FEWEST_ROWS:
        return []
    above = lines[rows[0] - 1] if rows[0] else ()
    possible = [possible_counts(lines[row]) for row in rows]
    counts = [
        count
        for count in range(1, _MOST_COLUMNS + 1)
        if sum(not each >> count & 1 for each in possible) <= max(1, len(rows) // 10)
    ]
    told = [count for count in counts if _split_heading(above, count) is not None]
    splits = []
    possible_here = told[-1:] or counts
    for count in possible_here:
        cells, torn = _settle([lines[row] for row in rows], count)
        place = None if torn is None else rows[torn]
        heading, is_rival = _split_heading(above, count), len(possible_here) > 1
        splits.append(Split(tuple(rows), tuple(cells), heading, is_rival, place))
    return [split for split in splits if split.torn is None] or splits[-1:]


def _settle(
    lines: Sequence[Sequence[str]], count: int
) -> tuple[list[tuple[Span, ...]], int | None]:
    """Split every line; where one can be split in several ways, by the size of its neighbours."""
    sure = [(line, each[0]) for line in lines if len(each := ways(line, count, 2)) == 1]
    sizes = [
        median([_size(line, way[column]) for line, way in sure] or [0.0])
        for column in range(1, count + 1)
    ]
    settled: list[tuple[Span, ...]] = []
    tried = 0
    for place, line in enumerate(lines):
        each = ways(line, count, _MOST_WAYS)
        tried += len(each)
        ranked = sorted((_misfit(line, way, sizes), way) for way in each)
        is_torn = len(ranked) > 1 and ranked[1][0] - ranked[0][0] < _APART
        if not ranked or is_torn or tried > _MOST_TRIED + len(lines):
            return [], place
        settled.append(ranked[0][1])
    return settled, None


def _misfit(line: Sequence[str], way: Sequence[Span], sizes: Sequence[float]) -> float:
    return sum(abs(_size(line, span) - size) for span, size in zip(way[1:], sizes, strict=True))


def _size(line: Sequence[str], span: Span) -> float:
    """The power of ten of an amount."""
    digits = "".join(
        letter for token in line[slice(*span)] for letter in token if letter in "0123456789"
    )
    return log10(int(digits or "0") + 1)


def _split_heading(tokens: Sequence[str], count: int) -> tuple[Span, ...] | None:
    """Split a heading: a word for the names, and words that end in years; or a word a column."""
    if len(tokens) == count + 1:
        return tuple((place, place + 1) for place in range(len(tokens)))
    years = [place for place, token in enumerate(tokens) if YEAR.fullmatch(token)]
    if len(years) != count or not years or years[-1] != len(tokens) - 1 or not years[0]:
        return None
    ends = [0, 1, *(place + 1 for place in years)]
    return tuple(pairwise(ends))
