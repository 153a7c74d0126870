"""Components: failing checks that have to be explained together."""

from collections import Counter
from collections.abc import Iterable, Sequence

from allokera.diagnosis.check import Check
from allokera.diagnosis.hypothesis import elements_of
from allokera.diagnosis.mistakes.events import Event
from allokera.diagnosis.network import Network
from allokera.diagnosis.solving import solve
from allokera.relations.sheet.view import Cell


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
    network: Network, failing: Sequence[Check], events: Sequence[Event]
) -> list[list[Check]]:
    """Group failing checks by what has to be explained together."""
    return [
        group
        for members in _linked(components(failing), events)
        for group in _apart(network, members, events)
    ]


def _linked(groups: Iterable[list[Check]], events: Sequence[Event]) -> list[list[Check]]:
    """Join the components that an event would mend together."""
    joined = list(groups)
    for event in events:
        touched = [
            group for group in joined if any(event.cells & check.places.keys() for check in group)
        ]
        joined = [group for group in joined if group not in touched]
        joined += [[check for group in touched for check in group]] if touched else []
    return joined


def _apart(network: Network, failing: list[Check], events: Sequence[Event]) -> list[list[Check]]:
    """Take from a component the checks that one cell alone explains, two at least: to themselves.

    Many mistakes in one table share its sum row; each is found by the row and the column that it is
    in, and no other cell is in both. Whatever else may explain these two is weighed there, unless
    it is an event, which may explain others.
    """
    joint = {cell for event in events for cell in event.cells}
    by_event = {place for place, check in enumerate(failing) if joint & check.places.keys()}
    cells = [each for each in elements_of(network, failing, ()) if each.cell is not None]
    alone = [
        element
        for element in cells
        if element.cell is not None
        and len(element.hits) > 1
        and sum(each.hits >= element.hits for each in cells) == 1
        and by_event.isdisjoint(element.hits)
        and solve(network, [element.cell], ()) is not None
    ]
    owners = Counter(place for element in alone for place in element.hits)
    taken = [each.hits for each in alone if all(owners[place] == 1 for place in each.hits)]
    left = set(range(len(failing))).difference(*taken)
    groups = [[failing[place] for place in sorted(hits)] for hits in taken]
    rest = components(failing[place] for place in sorted(left))
    return [*groups, *_linked(rest, events)]
