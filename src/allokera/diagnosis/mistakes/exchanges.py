"""Numbers of a column that may stand exchanged: with that undone, all around one of them holds."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import combinations, product
from operator import itemgetter

from allokera.diagnosis.check import Changes, Check
from allokera.diagnosis.network import Network
from allokera.relations.sheet.view import Cell

_MOST = 40
"""Failing checks among which exchanged cells are looked for, at most."""

Pair = tuple[Cell, Cell]


def exchanged(network: Network, across: Sequence[Check], down: Sequence[Check]) -> Iterator[Pair]:
    """List the pairs of cells that, exchanged, mend all around one of them.

    Around the other something else may be wrong as well.
    """
    cells = sorted({cell for check in across for cell in check.places})
    pairs = set(combinations(cells if len(across) <= _MOST else (), 2))
    pairs.update(product(cells, _beside_withheld(across) if len(across) <= _MOST else ()))
    pairs.update(_in_sums(network, down if len(down) <= _MOST else ()))
    for one, other in sorted(pairs):
        here, there = network.printed(one), network.printed(other)
        if one[1] == other[1] and here != there:
            changes = {one: there, other: here}
            if any(_mends(network, cell, changes) for cell in changes):
                yield one, other


def _mends(network: Network, cell: Cell, changes: Changes) -> bool:
    """Whether all around a cell holds: a sum of both comes to the same, whatever else is wrong."""
    checks = network.of(cell)
    return bool(checks) and all(
        check.holds(changes) for check in checks if check.is_changed(changes)
    )


def _beside_withheld(across: Sequence[Check]) -> set[Cell]:
    """List the cells of rows where what is withheld may be the rest, whatever number they hold."""
    found: set[Cell] = set()
    for claim in {check.law.claim for check in across}:
        found |= {
            claim.view.cell(line, place)
            for line in sorted(claim.silent)[:_MOST]
            for place in claim.parts
            if claim.view.values[line][place] is not None
        }
    return found


def _in_sums(network: Network, down: Sequence[Check]) -> Iterator[Pair]:
    """List the pairs of which one is what a sum down a column would have the other be.

    Two in one sum are a part and the total: two parts may be either way.
    """
    for check in down:
        beside = sorted(
            (network.printed(cell), cell)
            for cell in {
                cell for other in down if other.line == check.line for cell in other.places
            }
            if cell not in check.places
        )
        for cell in check.places:
            if cell != check.target:
                yield min(cell, check.target), max(cell, check.target)
            bounds = check.allowed(cell) or (1, 0)
            first = bisect_left(beside, bounds[0], key=itemgetter(0))
            last = bisect_right(beside, bounds[1], key=itemgetter(0))
            for _, other in beside[first:last]:
                yield min(cell, other), max(cell, other)


def holds(checks: Sequence[Check], changes: Changes) -> bool:
    """Whether all hold with some numbers changed, and one of them is about these."""
    return bool(checks) and all(check.holds(changes) for check in checks)
