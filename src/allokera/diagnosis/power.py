"""The power of an audit: how many numbers could stand in a cell, and nothing would fail."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from allokera.diagnosis.network import Network
from allokera.diagnosis.solving import count, solve

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
