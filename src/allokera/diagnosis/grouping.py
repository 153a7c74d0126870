"""Components: failing checks that have to be explained together."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations

from allokera.diagnosis.check import Check
from allokera.diagnosis.hypothesis import elements_of
from allokera.diagnosis.network import Network
from allokera.diagnosis.solving import solve
from allokera.relations.sheet.view import Cell

Exchange = tuple[Cell, Cell]
"""Two cells of a column that may stand exchanged."""

_MOST = 40
"""Failing checks among which exchanged cells are looked for, at most."""


def components(checks: Iterable[Check]) -> list[list[Check]]:
    """Group the checks that share cells."""
    groups: list[tuple[set[Cell], list[Check]]] = []
    for check in checks:
        cells, members = set(check.places), [check]
        apart = []
        for group in groups:
            if cells.isdisjoint(group[0]):
                apart.append(group)
            else:
                cells |= group[0]
                members = [*group[1], *members]
        groups = [*apart, (cells, members)]
    return [members for _, members in groups]


def grouped(
    network: Network, failing: Sequence[Check], exchanges: Sequence[Exchange]
) -> list[list[Check]]:
    """Group failing checks by what has to be explained together."""
    return [
        group
        for members in _linked(components(failing), exchanges)
        for group in _apart(network, members, exchanges)
    ]


def _linked(groups: Iterable[list[Check]], exchanges: Sequence[Exchange]) -> list[list[Check]]:
    """Join the components that an exchange would mend together."""
    joined = list(groups)
    for pair in exchanges:
        touched = [
            group for group in joined if any({*pair} & check.places.keys() for check in group)
        ]
        joined = [group for group in joined if group not in touched]
        joined += [[check for group in touched for check in group]] if touched else []
    return joined


def _apart(
    network: Network, failing: list[Check], exchanges: Sequence[Exchange]
) -> list[list[Check]]:
    """Take from a component the checks that one cell alone explains, two at least: to themselves.

    Many mistakes in one table share its sum row; each is found by the row and the column that it is
    in. Whatever else may explain these two is weighed there.
    """
    exchanged = {cell for pair in exchanges for cell in pair}
    alone = [
        element
        for element in elements_of(network, failing, ())
        if element.cell is not None
        and len(element.hits) > 1
        and element.cell not in exchanged
        and solve(network, [element.cell], ()) is not None
    ]
    owners = Counter(place for element in alone for place in element.hits)
    taken = [each.hits for each in alone if all(owners[place] == 1 for place in each.hits)]
    left = set(range(len(failing))).difference(*taken)
    groups = [[failing[place] for place in sorted(hits)] for hits in taken]
    rest = components(failing[place] for place in sorted(left))
    return [*groups, *_linked(rest, exchanges)]


def find_exchanges(network: Network, failing: Sequence[Check]) -> list[Exchange]:
    """Find the pairs of cells in failing rows that, exchanged, mend all around one of them.

    Around the other something else may be wrong as well.
    """
    rows = [check for check in failing if check.law.claim.view.is_across]
    if len(rows) > _MOST:
        return []
    cells = sorted({cell for check in rows for cell in check.places})
    return [
        (one, other)
        for one, other in combinations(cells, 2)
        if one[1] == other[1]
        and network.printed(one) != network.printed(other)
        and _mends(network, one, other)
    ]


def _mends(network: Network, one: Cell, other: Cell) -> bool:
    changes = {one: network.printed(other), other: network.printed(one)}
    return any(all(check.holds(changes) for check in network.of(cell)) for cell in (one, other))
