"""Two cells of a column that stand exchanged: one mistake that mends what fails around them."""

from collections.abc import Sequence
from itertools import combinations

from allokera.diagnosis.check import Check
from allokera.diagnosis.network import Network
from allokera.relations.sheet.view import Cell

_MOST = 40
"""Failing checks among which exchanged cells are looked for, at most."""


def find_exchanges(network: Network, failing: Sequence[Check]) -> list[tuple[Cell, Cell]]:
    """Find the pairs of cells in failing rows that, exchanged, mend all around one of them.

    Around the other something else may be wrong as well.
    """
    rows = [check for check in failing if check.law.claim.view.is_across]
    if len(rows) > _MOST:
        return []
    cells = sorted({cell for check in rows for cell in check.places}, key=lambda cell: cell[::-1])
    return [
        (one, other)
        for one, other in combinations(cells, 2)
        if one[1] == other[1]
        and network.printed(one) != network.printed(other)
        and _mends(network, rows, one, other)
    ]


def _mends(network: Network, rows: Sequence[Check], one: Cell, other: Cell) -> bool:
    if not all(any(cell in check.places for check in rows) for cell in (one, other)):
        return False
    changes = {one: network.printed(other), other: network.printed(one)}
    return any(all(check.holds(changes) for check in network.of(cell)) for cell in (one, other))
