"""Diagnosis: all that fails, explained component by component, and the explanations weighed."""

from collections import Counter
from collections.abc import Collection, Sequence

from allokera.diagnosis.check import Check
from allokera.diagnosis.diagnosis import Diagnosis
from allokera.diagnosis.grouping import components, grouped
from allokera.diagnosis.hypothesis import Element, elements_of, smallest
from allokera.diagnosis.likelihood import Likelihood
from allokera.diagnosis.mistakes.events import Event, find_events
from allokera.diagnosis.network import Network
from allokera.diagnosis.weighing import Component, weigh

_MANY = 150
"""Failing checks of a sheet that are explained, at most."""


def diagnose(network: Network) -> list[Diagnosis]:
    """Explain all checks of a sheet that fail, and weigh the explanations.

    What very many lines break is another rule: the laws that most break are left open.
    """
    counts = Counter(check.law for check in network.failing)
    ordered = sorted(network.failing, key=lambda check: counts[check.law])
    # all that break one law stay together
    last = next((at for at in range(_MANY, 0, -1) if _is_end(ordered, at)), 0)
    few, many = ordered[:last], ordered[last:]
    events = find_events(network, few)
    found = [
        component
        for failing in grouped(network, few, events)
        for component in _explain(network, failing, events)
    ]
    found += [Component(many, (), False)] if many else []
    usual, cautious = (weigh(found, network.size, is_cautious=each) for each in (False, True))
    return [
        Diagnosis(tuple(each.failing), shares, rare, each.is_whole)
        for each, shares, rare in zip(found, usual, cautious, strict=True)
    ]


def _is_end(checks: Sequence[Check], at: int) -> bool:
    """Whether the checks of one law end at a place."""
    return at >= len(checks) or checks[at - 1].law is not checks[at].law


def _explain(network: Network, failing: list[Check], events: Sequence[Event]) -> list[Component]:
    """Explain a component; where it is too large, row by row, and leave open what runs down."""
    whole = _explain_one(network, failing, events, ())
    if whole.explanations:
        return [whole]
    down = [check for check in failing if not check.is_in_one_row]
    rows = components(check for check in failing if check.is_in_one_row)
    found = [
        _explain_one(network, members, events, down) for members in rows if down or len(rows) > 1
    ]
    return [*found, Component(down, (), False)] if found else [whole]


def _explain_one(
    network: Network,
    failing: Sequence[Check],
    events: Sequence[Event],
    ignored: Collection[Check],
) -> Component:
    elements = elements_of(network, failing, ignored)
    for event in events:
        changes, lost = event.changes, {*event.lost}
        hits = frozenset(
            place
            for place, check in enumerate(failing)
            if check.is_changed(changes) or lost & check.places.keys()
        )
        cells = event.cells - event.silent
        if all(any(cell in failing[place].places for place in hits) for cell in cells):
            elements.append(Element(hits, event=event))
    explanations, is_whole = smallest(
        network, failing, elements, Likelihood(network, failing, ignored).explain
    )
    return Component(failing, explanations, is_whole)
