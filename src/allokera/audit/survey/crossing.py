"""Where two sums that fail share one cell, and one number mends both: that cell is wrong.

A sum across and a sum down have one cell in common. If each alone failed, a part may not be
printed; that both miss the same amount, to the unit, is a wrong cell: a part of a total that nobody
prints would be in the total of the totals as well.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import Law
from allokera.relations.sheet.view import Cell, View


class Crossing(NamedTuple):
    """A cell that two failing sums share.

    Attributes:
        cell: its row and column in the grid.
        value: what it must be, in the scale of the sheet.
        across: the law that its row breaks.
        down: the law that its column breaks.
    """

    cell: Cell
    value: int
    across: Law
    down: Law


def find_crossings(laws: Sequence[Law]) -> tuple[Crossing, ...]:
    """Find the cells that are wrong by two sums, each in no more than one such pair."""
    found = list(_crossings(laws))
    cells = [crossing.cell for crossing in found]
    return tuple(each for each in found if cells.count(each.cell) == 1)


def _crossings(laws: Sequence[Law]) -> Iterator[Crossing]:
    sums = [law for law in laws if isinstance(law.claim.pattern, Sum) and not law.claim.view.lag]
    for across in sums:
        for down in sums:
            if across.claim.view.is_across and not down.claim.view.is_across:
                yield from _shared(across, down, laws)


def _shared(across: Law, down: Law, laws: Sequence[Law]) -> Iterator[Crossing]:
    """List the cells of broken lines that both laws speak of, with the number that mends both."""
    for row in sorted(across.broken & _positions(down)):
        for column in sorted(down.broken & _positions(across)):
            value = _mended(across, row, column)
            if value is None or value != _mended(down, column, row):
                continue
            if all(_holds(law, (row, column), value) for law in laws):
                yield Crossing((row, column), value, across, down)


def _positions(law: Law) -> frozenset[int]:
    return law.claim.places | {law.claim.target}


def _mended(law: Law, line: int, position: int) -> int | None:
    """Say what a position must be for a sum to hold exactly in a line."""
    claim = law.claim
    values = claim.view.values[line]
    whole, own = values[claim.target], values[position]
    expected = claim.pattern.expected(claim.view, line)
    if whole is None or own is None or expected is None:
        return None
    missing = expected - whole
    rises = position == claim.target or position in claim.pattern.taken_away
    mended = own + missing if rises else own - missing
    return mended.numerator if mended.denominator == 1 else None


def _holds(law: Law, cell: Cell, value: int) -> bool:
    """Whether a law that speaks of a cell holds there with another number."""
    view = law.claim.view
    line, position = cell if view.is_across else cell[::-1]
    if view.lag or position not in _positions(law) or line not in law.lines:
        return True
    measured = law.claim.pattern.measure(_with(view, line, position, value), line)
    return measured is None or measured.holds


def _with(view: View, line: int, position: int, value: int) -> View:
    values = list(view.values)
    values[line] = [*values[line][:position], value, *values[line][position + 1 :]]
    return replace(view, values=values)
