"""What may explain failing checks: which cells are suspects, and which sets are looked at."""

from collections.abc import Collection
from dataclasses import replace
from itertools import combinations

import pytest

from allokera.diagnosis import hypothesis
from allokera.diagnosis.hypothesis import (
    Hypothesis,
    _Search,
    elements_of,
    smallest,
)
from allokera.diagnosis.likelihood import Likelihood
from allokera.diagnosis.network import Network
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import law_told
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import read_sheet
from allokera.relations.sheet.view import Cell
from diagnosis.tiny import Numbers, network_of, summed

TINY: Numbers = summed([[310, 220, 57], [833, 744, 211], [515, 1_906, 98]])


def exactly(numbers: Numbers, *changes: tuple[int, int, int]) -> Network:
    """Bind a table by its sums, to the last place, and change some of its cells by so much."""
    moved = [list(row) for row in numbers]
    for row, column, more in changes:
        moved[row][column - 1] += more
    loose = network_of(moved)
    return Network(loose.sheet, [replace(law, is_exact=True) for law in loose.laws])


def suspects(network: Network) -> dict[Cell, frozenset[int]]:
    elements = elements_of(network, network.failing, ())
    return {each.cell: each.hits for each in elements if each.cell is not None}


def exceptions(network: Network) -> list[set[int]]:
    return [{*each.hits} for each in elements_of(network, network.failing, ()) if each.cell is None]


def test_a_cell_that_another_sum_pins_is_no_suspect() -> None:
    """Of the row and the column that fail each other cell stands in a sum that holds."""
    network = exactly(TINY, (1, 2, 90))
    assert suspects(network) == {(1, 2): frozenset({0, 1})}
    loose = network_of([[*row] for row in TINY])
    assert suspects(loose) == {}


def test_within_rounding_every_cell_of_what_fails_is_a_suspect() -> None:
    """Two numbers, at least, may stand there: nothing pins it."""
    moved = [list(row) for row in TINY]
    moved[1][1] += 90
    found = suspects(network_of(moved))
    assert set(found) == {(1, column) for column in range(1, 5)} | {(row, 2) for row in range(4)}
    assert found[1, 2] == {0, 1}
    assert [found[1, 1], found[0, 2]] == [{1}, {0}]


def test_a_sum_that_holds_pins_nothing_where_two_of_its_numbers_are_suspects() -> None:
    """One is too large by what the other is too small: their column adds up."""
    network = exactly(TINY, (0, 1, 90), (1, 1, -90))
    assert [check.target for check in network.failing] == [(0, 4), (1, 4)]
    assert suspects(network) == {
        (row, column): frozenset({row}) for row in (0, 1) for column in (1, 2, 3, 4)
    }


def test_a_sum_that_is_excused_pins_nothing() -> None:
    network = exactly(TINY, (1, 2, 90))
    down, across = network.failing
    (pinning,) = (check for check in network.of((1, 1)) if check is not across)
    found = elements_of(network, [across], [down, pinning])
    assert [each.cell for each in found if each.cell] == [(1, 1), (1, 2)]


def test_each_check_may_be_an_exception_and_each_row_with_all_of_its_checks() -> None:
    texts = [["By", "100", "200", "350", "500", "950"], ["Ort", "5", "6", "11", "7", "18"]]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    across, _ = sheet.views()
    laws = [law_told(weigh(across, each, 0)) for each in (Sum(3, (1, 2)), Sum(5, (3, 4)))]
    assert exceptions(Network(sheet, laws)) == [{0}, {1}, {0, 1}]
    # one row and one column fail: no two of them stand in one row
    assert exceptions(exactly(TINY, (1, 2, 90))) == [{0}, {1}]


@pytest.mark.parametrize(
    ("changes", "size"),
    [
        ([(1, 2, 90)], 1),
        ([(1, 2, 90)], 2),
        ([(1, 2, 90), (0, 1, 40)], 2),
        ([(0, 1, 90), (1, 1, -90)], 2),
        ([(1, 2, 90), (1, 3, 17)], 3),
    ],
)
def test_no_set_that_explains_all_is_passed_over_and_none_is_listed_twice(
    changes: Collection[tuple[int, int, int]], size: int
) -> None:
    network = exactly(TINY, *changes)
    failing = network.failing
    elements = elements_of(network, failing, ())
    weighed = Likelihood(network, failing)
    listed = [*_Search(network, failing, elements, size, set()).sets(frozenset())]
    assert len(set(listed)) == len(listed)
    everything = set(range(len(failing)))

    def touches_all(chosen: Hypothesis) -> bool:
        return frozenset[int]().union(*(each.hits for each in chosen)) == everything

    assert all(len(chosen) == size and touches_all(chosen) for chosen in listed)
    explaining = [
        chosen
        for count in range(1, size + 1)
        for each in combinations(elements, count)
        if touches_all(chosen := frozenset(each)) and weighed.explain(chosen) is not None
    ]
    least = [each for each in explaining if not any(some < each for some in explaining)]
    assert {each for each in least if len(each) == size} <= set(listed)


def test_what_is_known_to_explain_all_is_not_listed_again() -> None:
    network = exactly(TINY, (1, 2, 90))
    elements = elements_of(network, network.failing, ())
    (alone,) = (frozenset({each}) for each in elements if len(each.hits) == 2)
    for known, listed in ((set[Hypothesis](), [alone]), ({alone}, [])):
        search = _Search(network, network.failing, elements, 1, known)
        assert [*search.sets(frozenset())] == listed


def apart(failures: int) -> Network:
    """Rows of four parts, so many of which are off their sums; nothing holds their columns."""
    rows = [[100 + 7 * row, 200 + row * row, 311, 47 + 3 * row] for row in range(9)]
    texts = [
        [f"Ort {place}", *map(str, row), str(sum(row) + 5_000 * (place < failures))]
        for place, row in enumerate(rows)
    ]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    return Network(sheet, [law_told(weigh(sheet.views()[0], Sum(5, (1, 2, 3, 4)), 0))])


def test_more_checks_that_share_nothing_than_may_be_wrong_are_not_looked_at() -> None:
    """Seven rows of six causes each: six of these would be far more sets than are looked at."""
    network = apart(7)
    elements = elements_of(network, network.failing, ())
    assert len(elements) == 6 * 7
    assert smallest(network, network.failing, elements, lambda chosen: chosen) == ([], True)


@pytest.mark.parametrize(("size", "sets"), [(1, 0), (2, 0), (3, 6**3), (4, None)])
def test_as_many_causes_are_needed_as_checks_that_share_none(size: int, sets: int | None) -> None:
    network = apart(3)
    elements = elements_of(network, network.failing, ())
    search = _Search(network, network.failing, elements, size, set())
    listed = [*search.sets(frozenset())]
    assert sets is None or len(listed) == sets
    if sets == 0:
        assert search.left == 6_000 - 1
    assert all(len({*each}) == size for each in listed)


@pytest.mark.slow
def test_six_thousand_sets_are_looked_at_and_what_is_found_of_their_size_is_not_all() -> None:
    network = apart(6)
    elements = elements_of(network, network.failing, ())
    search = _Search(network, network.failing, elements, 6, set())
    listed = [*search.sets(frozenset())]
    # all shorter ways to the first are looked at, too
    assert 4_900 < len(listed) < 6_000 and search.left < 0
    assert smallest(network, network.failing, elements, lambda chosen: chosen) == ([], False)


@pytest.mark.parametrize(("budget", "is_whole"), [(7, True), (6, False)])
def test_the_last_set_of_the_budget_is_looked_at(
    budget: int, is_whole: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nothing chosen, then each of six causes; of two, each alone explains all already."""
    monkeypatch.setattr(hypothesis, "_SETS", budget)
    network = apart(1)
    elements = elements_of(network, network.failing, ())
    found, is_all = smallest(network, network.failing, elements, lambda chosen: chosen)
    assert is_all is is_whole
    assert found == [frozenset({each}) for each in elements] * is_whole


def test_larger_sets_are_no_explanation_where_any_of_the_smaller_is_one() -> None:
    network = apart(1)
    elements = elements_of(network, network.failing, ())
    one, two, three = (frozenset({each}) for each in elements[:3])
    wanted = [one, two, one | three, three | frozenset({elements[3]})]
    found, _ = smallest(
        network, network.failing, elements, lambda each: each if each in wanted else None
    )
    assert found == [one, two, wanted[3]]
