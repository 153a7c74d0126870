"""What cells must be by all their checks: those that are taken for wrong, and each by itself.

How many numbers could stand in a cell, and nothing would fail, is the power of an audit there.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product
from typing import NamedTuple

from allokera.diagnosis.check import NONE, Changes, Check
from allokera.diagnosis.network import Network
from allokera.relations.evidence.pattern import EVERYTHING, Bounds
from allokera.relations.sheet.view import Cell

MOST = 10_000
"""Cells that are looked at, at most: of larger tables rows evenly spread."""

_ENDLESS = 10**15
"""Numbers from which on a cell is bound by nothing that would tell a mistake."""


class Freedom(NamedTuple):
    """How free a cell is.

    Attributes:
        row: in the grid, from 0.
        values: numbers that may stand there, the printed one among them: one where it is pinned;
            None where nothing bounds them.
    """

    row: int
    values: int | None


def solve(
    network: Network, unknown: Sequence[Cell], excused: Collection[Check], fixed: Changes = NONE
) -> dict[Cell, range] | None:
    """Bound all unknown cells by every check that they are in, those excused left out.

    Args:
        fixed: numbers that other cells are taken to be.

    Returns:
        For each cell the numbers that may stand there; None where some cell has none.
    """
    bounds, shared = dict[Cell, Bounds](), list[Check]()
    for cell in unknown:
        low, high = network.column(cell[1]).least, EVERYTHING
        for check in network.of(cell):
            if check in excused:
                continue
            if any(other != cell and other in check.places for other in unknown):
                shared += [] if check in shared else [check]
                continue
            found = check.allowed(cell, fixed)
            if found is None:
                return None
            low, high = max(low, found[0]), min(high, found[1])
        if low > high:
            return None
        bounds[cell] = low, high
    for check in shared * len(shared):
        _tighten(check, bounds, fixed)
    values = {}
    for cell, (low, high) in bounds.items():
        unit = network.column(cell[1]).unit
        values[cell] = range(-(-low // unit) * unit, high + 1, unit)
    return values if all(each.start < each.stop for each in values.values()) else None


def count(values: range) -> int:
    """Say how many numbers there are, also where there are more than a length can be."""
    return max(0, -(-(values.stop - values.start) // values.step))


def _tighten(check: Check, bounds: dict[Cell, Bounds], fixed: Changes) -> None:
    """Narrow what the unknown cells of one check can be by what the others of them can be."""
    inside = [cell for cell in bounds if cell in check.places]
    for cell in inside:
        others = {other: bounds[other] for other in inside if other != cell}
        if check.linear is not None:
            found = _by_sum(check, cell, others, fixed)
        elif len(others) == 1:
            found = _by_ends(check, cell, others, fixed)
        else:
            continue
        low, high = bounds[cell]
        bounds[cell] = (1, 0) if found is None else (max(low, found[0]), min(high, found[1]))


def _by_sum(
    check: Check, cell: Cell, others: Mapping[Cell, Bounds], fixed: Changes
) -> Bounds | None:
    """Let the other unknown cells of a sum be anything that they can be."""
    least = most = 0
    for other, ends in others.items():
        moved = sorted(check.weight(other) * end for end in ends)
        least, most = least + moved[0], most + moved[1]
    nothing = dict.fromkeys(others, 0)
    return check.allowed(cell, {**fixed, **nothing}, (least, most))


def _by_ends(
    check: Check, cell: Cell, others: Mapping[Cell, Bounds], fixed: Changes
) -> Bounds | None:
    """Let another unknown cell be the least and the most: one rises, or falls, with the other."""
    ends = [
        check.allowed(cell, {**fixed, **dict(zip(others, values, strict=True))})
        for values in product(*others.values())
    ]
    found = [each for each in ends if each is not None]
    if len(found) < len(ends):
        return -EVERYTHING, EVERYTHING
    return min(low for low, _ in found), max(high for _, high in found)


def freedoms(network: Network, column: int, rows: Sequence[int]) -> Iterator[Freedom]:
    """Say of the cells of a column that some check holds how free each is.

    Args:
        rows: of the grid.
    """
    for row in rows:
        cell = row, column
        checks = network.of(cell)
        failing = [check for check in checks if check.fails]
        if len(failing) == len(checks):
            continue
        solved = solve(network, [cell], failing)
        if solved is not None:
            values = count(solved[cell])
            yield Freedom(row, values if values < _ENDLESS else None)


def rows_looked_at(rows: Sequence[int], columns: int) -> Sequence[int]:
    """Choose the rows whose cells are looked at: all, or some evenly spread."""
    step = -(-len(rows) * max(columns, 1) // MOST)
    return rows[:: max(1, step)]
