"""Diagnosis: all that fails, explained component by component, and the explanations weighed."""

from collections.abc import Collection, Sequence

from allokera.diagnosis.check import Check
from allokera.diagnosis.diagnosis import Diagnosis
from allokera.diagnosis.grouping import Exchange, components, find_exchanges, grouped
from allokera.diagnosis.hypothesis import Element, elements_of, smallest
from allokera.diagnosis.likelihood import Likelihood
from allokera.diagnosis.network import Network
from allokera.diagnosis.weighing import Component, weigh


def diagnose(network: Network) -> list[Diagnosis]:
    """Explain all checks of a sheet that fail, and weigh the explanations."""
    exchanges = find_exchanges(network, network.failing)
    found = [
        component
        for failing in grouped(network, exchanges)
        for component in _explain(network, failing, exchanges)
    ]
    usual, cautious = (weigh(found, network.size, is_cautious=each) for each in (False, True))
    return [
        Diagnosis(tuple(each.failing), shares, rare, each.is_whole)
        for each, shares, rare in zip(found, usual, cautious, strict=True)
    ]


def _explain(
    network: Network, failing: list[Check], exchanges: Sequence[Exchange]
) -> list[Component]:
    """Explain a component; where it is too large, row by row, and leave open what runs down."""
    whole = _explain_one(network, failing, exchanges, ())
    if whole.explanations:
        return [whole]
    down = [check for check in failing if not check.is_in_one_row]
    rows = components(check for check in failing if check.is_in_one_row)
    found = [
        _explain_one(network, members, exchanges, down) for members in rows if down or len(rows) > 1
    ]
    return [*found, Component(down, (), False)] if found else [whole]


def _explain_one(
    network: Network,
    failing: Sequence[Check],
    exchanges: Sequence[Exchange],
    ignored: Collection[Check],
) -> Component:
    elements = elements_of(network, failing, ignored)
    for one, other in exchanges:
        hits = frozenset(
            place
            for place, check in enumerate(failing)
            if (one in check.places) != (other in check.places)
        )
        if all(any(cell in failing[place].places for place in hits) for cell in (one, other)):
            elements.append(Element(hits, one, other))
    explanations, is_whole = smallest(
        network, failing, elements, Likelihood(network, failing, ignored).explain
    )
    return Component(failing, explanations, is_whole)
