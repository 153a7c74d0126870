"""A table copied from a page, one cell a line: stanzas of a name and its amounts, found in prose.

A name followed by as many amounts as the next name is: that is a row. The longest such sequence is
the table, and the lines before it are its heading.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from allokera.source.cells import LONGEST_NAME, NUMBER, TEXT, are_years, is_years, kind

_LONGEST_HEADING = 120
_MOST_BEFORE = 2
"""Cells that may stand before a name: a row's number and its code."""


_CODES = (2, 4)
"""Digits of a county's code and of a municipality's."""

_MOST_CELLS = 100
"""Cells of a row that anybody copies one a line."""


class Stanzas(NamedTuple):
    """Where a table stands among lines.

    Attributes:
        rows: for every row, the heading first, its cells as places of lines; None is no cell.
        start: the first line of the table.
        stop: the first line after it.
        broken: the line of a row that lacks a cell, or None.
    """

    rows: tuple[tuple[int | None, ...], ...]
    start: int
    stop: int
    broken: int | None = None

    @property
    def weight(self) -> tuple[int, int]:
        """Rows, and lines: of two tables with as many rows the one that leaves out less counts."""
        return len(self.rows), self.stop - self.start


class _Lines(NamedTuple):
    """Lines and their kinds, for rows of `size` cells with the name after `before` of them."""

    texts: Sequence[str]
    kinds: bytes
    size: int
    before: int

    def is_name(self, at: int) -> bool:
        return self.kinds[at] == TEXT and len(self.texts[at]) <= LONGEST_NAME

    def is_row(self, at: int) -> bool:
        """Whether a name and nothing but numbers stand from here on."""
        if at < 0 or at + self.size > len(self.texts) or not self.is_name(at + self.before):
            return False
        others = (
            self.kinds[at : at + self.before],
            self.kinds[at + self.before + 1 : at + self.size],
        )
        return all(each == NUMBER for part in others for each in part)

    def is_total(self, at: int) -> bool:
        """Whether a name without number or code before it stands here, and its amounts."""
        stop = at + self.size - self.before
        return (
            0 < self.before < self.size - 1
            and stop <= len(self.texts)
            and self.is_name(at)
            and all(each == NUMBER for each in self.kinds[at + 1 : stop])
        )

    def is_wordy_row(self, at: int) -> bool:
        """Whether a name, a number and short words stand here, and a row after them."""
        after = range(at + self.before + 1, at + self.size)
        return (
            self.is_row(at + self.size)
            and all(
                self.is_name(each) or self.kinds[each] == NUMBER for each in range(at, after.stop)
            )
            and self.kinds[at + self.before] == TEXT
            and any(self.kinds[each] == NUMBER for each in after)
        )


def find_stanzas(texts: Sequence[str]) -> Stanzas | None:
    """Find the table among the lines of a text that are not blank."""
    kinds = bytes(kind(text) for text in texts)
    best: Stanzas | None = None
    reached: dict[tuple[int, int], int] = {}
    for start, size, before in _starts(texts, kinds):
        if start < reached.get((size, before), 0):
            continue
        stanzas = _follow(_Lines(texts, kinds, size, before), start)
        reached[size, before] = stanzas.stop
        if not stanzas.rows:
            continue
        firsts = [row[0] for row in stanzas.rows if len(row) == size and row[0] is not None]
        if before and not _are_in_order([texts[at] for at in firsts if kinds[at] == NUMBER]):
            continue
        if best is None or stanzas.weight > best.weight:
            best = stanzas
    return best


def _starts(texts: Sequence[str], kinds: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield where names with equally many numbers after them begin: start, size, cells before."""
    names = [at for at, each in enumerate(kinds) if each == TEXT]
    counts = [after - at - 1 for at, after in pairwise([*names, len(kinds)])]
    first = 0
    while first < len(names):
        last = first
        while last + 1 < len(names) and counts[last + 1] == counts[first]:
            last += 1
        count = counts[first]
        if 0 < count < _MOST_CELLS:
            trailing = counts[last + 1] if last + 1 < len(counts) else 0
            before = count - trailing
            if 0 < trailing < count and before <= _MOST_BEFORE:
                starts = [name - before for name in names[first : last + 2]]
                if starts[0] < 0 or kinds[starts[0]] != NUMBER:
                    starts = starts[1:]
                if _are_in_order([texts[at] for at in starts]):
                    yield starts[0], count + 1, before
            yield names[first], count + 1, 0
        first = last + 1


def _are_in_order(cells: Sequence[str]) -> bool:
    """Whether cells are row numbers, one after the other, or rising codes of one length."""
    if len(cells) < 2 or not all(cell.isdecimal() and len(cell) <= 6 for cell in cells):
        return False
    steps = {int(other) - int(one) for one, other in pairwise(cells)}
    are_codes = len({len(cell) for cell in cells}) == 1 and len(cells[0]) in _CODES
    return steps == {1} or (are_codes and min(steps) > 0)


def _follow(lines: _Lines, start: int) -> Stanzas:
    rows: list[tuple[int | None, ...]] = []
    at, size = start, lines.size
    while at < len(lines.texts):
        if lines.is_row(at) or lines.is_wordy_row(at):
            rows.append(tuple(range(at, at + size)))
            at += size
        elif lines.is_name(at) and lines.is_row(at + 1):
            rows.append((at,))
            at += 1
        elif lines.is_total(at):
            rows.append((*[None] * lines.before, *range(at, at + size - lines.before)))
            at += size - lines.before
        else:
            break
    heading = _heading(lines, start)
    begins = next((each for each in heading if each is not None), start)
    stanzas = (heading, *rows) if any(each is not None for each in heading) else tuple(rows)
    return Stanzas(stanzas, begins, at, at if _is_broken(lines, at) else None)


def _heading(lines: _Lines, start: int) -> tuple[int | None, ...]:
    """Find the lines above the first row that head its columns, the last ones first."""
    size = lines.size
    numbers = [lines.texts[at] for at in range(start, start + size) if lines.kinds[at] == NUMBER]
    if are_years(numbers) and not lines.before:
        return (None,) * size
    first = start
    while first > max(start - size, 0) and _is_heading(lines, first - 1):
        first -= 1
    return (*[None] * (size - start + first), *range(first, start))


def _is_heading(lines: _Lines, at: int) -> bool:
    text = lines.texts[at]
    is_prose = len(text) > _LONGEST_HEADING or text.endswith((".", ":"))
    return not is_prose and (lines.kinds[at] == TEXT or is_years(text))


def _is_broken(lines: _Lines, at: int) -> bool:
    """Whether a name with some numbers stands here, and rows go on right after it."""
    if at + 1 >= len(lines.texts) or not lines.is_name(at) or lines.kinds[at + 1] != NUMBER:
        return False
    return any(lines.is_row(each) for each in range(at + 1, at + 2 * lines.size))
