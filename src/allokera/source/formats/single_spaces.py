"""Text with single spaces, between columns and inside numbers alike: what a PDF or a mail gives.

`Ale 11 545 000 37 000 000` has two amounts or three. A line is split in every way in which each
amount is well formed; what all lines together allow, by the number of columns that they share and
by the size of a column's other amounts, is taken. Where that leaves two ways, nothing is.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import log10
from statistics import median
from typing import NamedTuple

_WHOLE = re.compile(
    r"[(\-\u2212\u2013]?[0-9]{1,3}(?:[.,'\u2019][0-9]{3})+(?:[.,][0-9]+)?[)*]*|[0-9]+[.,][0-9]+|[0-9]{4,}|[0-9.,]+%"
)
"""A token that is an amount by itself, and is never joined to a neighbour."""

_GROUP = re.compile("[0-9]{1,3}")
_NOTHING = frozenset({"-", "\u2013", "\u2014", "..", "...", ":"})
_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:[-\u2013/](?:(?:19|20)?[0-9]{2}))?[*)]*")
_FEWEST_ROWS = 3
_MOST_TOKENS = 60
_MOST_COLUMNS = 12
_MOST_WAYS = 500
_APART = 1.0
"""Powers of ten by which the second way must fit a column's size worse than the first."""

Span = tuple[int, int]
"""Tokens of a line, from one to before another."""


class Split(NamedTuple):
    """A block of lines, split into cells.

    Attributes:
        lines: the place of each row's line.
        cells: of each row, the spans of its tokens: the name's, then each amount's.
        heading: the spans of the line above, where it can be split alike; None where not.
        torn: the place of a line that can be split in two ways, or in none; None where no line is.
    """

    lines: tuple[int, ...]
    cells: tuple[tuple[Span, ...], ...]
    heading: tuple[Span, ...] | None
    torn: int | None


def find_split(lines: Sequence[Sequence[str]]) -> Split | None:
    """Split lines of tokens, or None where they hold no such table."""
    rows = [place for place, tokens in enumerate(lines) if _tail(tokens)]
    if len(rows) < _FEWEST_ROWS:
        return None
    above = lines[rows[0] - 1] if rows[0] else ()
    counts = [
        count
        for count in range(1, _MOST_COLUMNS + 1)
        if sum(not _ways(lines[row], count) for row in rows) <= max(1, len(rows) // 10)
    ]
    told = [count for count in counts if _split_heading(above, count) is not None]
    count = max(told or counts, default=0)
    if not count:
        return None
    heading = _split_heading(above, count)
    cells, torn = _settle([lines[row] for row in rows], count)
    if torn is None and heading is None and len(counts) > 1:
        torn = 0
    return Split(tuple(rows), tuple(cells), heading, None if torn is None else rows[torn])


def _tail(tokens: Sequence[str]) -> int:
    """Count the tokens at the end of a line that amounts are made of.

    Returns:
        0 without a name before them, and where they are years: such a line is a heading.
    """
    count = 0
    for token in reversed(tokens):
        if not (_WHOLE.fullmatch(token) or _GROUP.fullmatch(token) or token in _NOTHING):
            break
        count += 1
    if count and all(_YEAR.fullmatch(token) for token in tokens[-count:]):
        return 0
    return count if 0 < count < len(tokens) <= _MOST_TOKENS else 0


def _ways(tokens: Sequence[str], count: int, *, misprinted: bool = False) -> list[tuple[Span, ...]]:
    """List the ways to split the end of a line into so many amounts."""
    start = len(tokens) - _tail(tokens)
    ways: list[tuple[Span, ...]] = []
    for way in _splits(tokens, start, count, misprinted=misprinted):
        ways.append(((0, start), *way))
        if len(ways) > _MOST_WAYS:
            break
    return ways


def _splits(
    tokens: Sequence[str], start: int, count: int, *, misprinted: bool
) -> Iterator[tuple[Span, ...]]:
    if count == 0:
        if start == len(tokens):
            yield ()
        return
    for end in range(start + 1, len(tokens) - count + 2):
        amount = tokens[start:end]
        is_well_formed = _is_amount(amount)
        if is_well_formed or (misprinted and _is_misprint(amount)):
            rest = _splits(tokens, end, count - 1, misprinted=misprinted and is_well_formed)
            for others in rest:
                yield ((start, end), *others)


def _is_amount(tokens: Sequence[str]) -> bool:
    first, *others = tokens
    if not _GROUP.fullmatch(first):
        return not others
    is_first = first == "0" or not first.startswith("0")
    return is_first and (first != "0" or not others) and all(map(_is_full_group, others))


def _is_full_group(token: str) -> bool:
    return len(token) == 3 and _GROUP.fullmatch(token) is not None


def _is_misprint(tokens: Sequence[str]) -> bool:
    """Whether an amount lacks a digit of one of its groups: `164 000 00`."""
    first, *others = tokens
    odd = [each for each in others if not _is_full_group(each)]
    return len(odd) == 1 and not first.startswith("0") and all(map(_GROUP.fullmatch, tokens))


def _settle(
    lines: Sequence[Sequence[str]], count: int
) -> tuple[list[tuple[Span, ...]], int | None]:
    """Split every line; where one can be split in several ways, by the size of its neighbours."""
    ways = [_ways(line, count) or _ways(line, count, misprinted=True) for line in lines]
    sizes = [
        median(
            [
                _size(line, way[0][column])
                for line, way in zip(lines, ways, strict=True)
                if len(way) == 1
            ]
            or [0.0]
        )
        for column in range(1, count + 1)
    ]
    settled: list[tuple[Span, ...]] = []
    for place, (line, each) in enumerate(zip(lines, ways, strict=True)):
        ranked = sorted((_misfit(line, way, sizes), way) for way in each)
        if not ranked or (len(ranked) > 1 and ranked[1][0] - ranked[0][0] < _APART):
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
    years = [place for place, token in enumerate(tokens) if _YEAR.fullmatch(token)]
    if len(years) != count or not years or years[-1] != len(tokens) - 1 or not years[0]:
        return None
    ends = [0, 1, *(place + 1 for place in years)]
    return tuple(pairwise(ends))
