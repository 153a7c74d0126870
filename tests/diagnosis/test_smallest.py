"""The smallest explanations are those that trying all sets of cells and exceptions finds."""

from random import Random

import pytest

from allokera.diagnosis.check import Check
from allokera.diagnosis.grouping import components
from allokera.diagnosis.hypothesis import Element, Hypothesis, elements_of, smallest
from allokera.diagnosis.likelihood import Likelihood
from allokera.diagnosis.network import Network
from diagnosis.all_sets import Brute, Cause, Explanation, Line
from diagnosis.tiny import Numbers, drawn, network_of

MOST = 2
"""Elements of the explanations that are tried out."""


def said(element: Element, failing: list[Check], lines: list[Line]) -> Cause:
    """Put an element into the words of the brute force: a cell, or the lines that are excused."""
    if element.cell is not None:
        row, column = element.cell
        return row, column - 1
    return frozenset(place_of(failing[hit], lines) for hit in element.hits)


def place_of(check: Check, lines: list[Line]) -> int:
    cells = {(row, column - 1) for row, column in check.places}
    return next(place for place, line in enumerate(lines) if line.cells == cells)


def explanations(network: Network, lines: list[Line]) -> list[tuple[set[int], set[Explanation]]]:
    found = []
    for failing in components(network.failing):
        elements = elements_of(network, failing, ())
        weigh = Likelihood(network, failing)

        def explain(chosen: Hypothesis, weigh: Likelihood = weigh) -> Hypothesis | None:
            return None if weigh.explain(chosen) is None else chosen

        sets, is_whole = smallest(
            network,
            failing,
            elements,
            explain,
        )
        assert is_whole
        least = min(map(len, sets), default=0)
        told = {
            frozenset(said(each, failing, lines) for each in chosen)
            for chosen in sets
            if len(chosen) == least
        }
        found.append(({place_of(check, lines) for check in failing}, told))
    return found


def is_plain(numbers: Numbers, network: Network) -> bool:
    """Whether every number was read as one, and none rounded: by accident a column may count up."""
    values = [row[1:] for row in network.sheet.values]
    return values == numbers and {unit for row in network.sheet.units for unit in row} == {1}


def check_table(seed: str) -> int:
    random = Random(seed)
    numbers = drawn(random, random.choice([1, 1, 2]))
    network, brute = network_of(numbers), Brute(numbers)
    if not is_plain(numbers, network):
        return 0
    found = explanations(network, brute.lines)
    assert sorted(sorted(lines) for lines, _ in found) == sorted(brute.components())
    for lines, told in found:
        if told and min(map(len, told)) <= MOST:
            assert told == brute.smallest(sorted(lines), MOST), numbers
    return len(found)


@pytest.mark.parametrize("turn", range(6))
def test_a_sample_is_what_brute_force_finds(turn: int) -> None:
    assert sum(check_table(f"sample {turn} {place}") for place in range(20)) > 10


@pytest.mark.slow
@pytest.mark.parametrize("turn", range(20))
def test_two_thousand_are_what_brute_force_finds(turn: int) -> None:
    assert sum(check_table(f"{turn} {place}") for place in range(100)) > 50
