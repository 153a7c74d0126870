"""How much is explained: up to which number of failures, mistakes, and sets of them."""

from random import Random

import pytest

from allokera.diagnosis.diagnose import diagnose
from allokera.diagnosis.grouping import components, grouped
from allokera.diagnosis.hypothesis import Element, Hypothesis, elements_of, smallest
from allokera.diagnosis.mistakes.events import find_events
from allokera.diagnosis.network import Network
from allokera.kronor.keying import Slip
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import law_told
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import read_sheet
from allokera.relations.sheet.view import Cell
from diagnosis.tiny import Numbers, network_of, summed, swap


def rows_of(seed: str, count: int) -> Numbers:
    """Two parts and their sum, none like another."""
    random = Random(seed)
    parts = [[random.randrange(1_000, 90_000) for _ in range(2)] for _ in range(count)]
    return [[*each, sum(each)] for each in parts]


def along_rows(rows: Numbers, *told: Sum) -> Network:
    """A table whose rows alone somebody says are sums."""
    texts = [[f"Ort {row}", *map(str, each)] for row, each in enumerate(rows)]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    patterns = told or (Sum(3, (1, 2)),)
    return Network(sheet, [law_told(weigh(sheet.views()[0], each, 0)) for each in patterns])


def off(rows: Numbers, wrong: int) -> Numbers:
    """Change the sums of the first rows, each by something of its own."""
    return [
        [one, two, total + 35_065 * (row + 1) * (row < wrong)]
        for row, (one, two, total) in enumerate(rows)
    ]


def test_beside_it_a_law_that_few_rows_break_is_explained() -> None:
    """All that break one law are left open together, and not the last of them alone."""
    rows = [[*row, 2 * row[2], 2 * row[2] + row[0]] for row in rows_of("few", 200)]
    for row in range(141):
        rows[row][2] += 7_013 * (row + 1)
    for row in range(190, 200):
        rows[row][4] += 411 * row
    network = along_rows(rows, Sum(3, (1, 2)), Sum(5, (4, 1)))
    found = diagnose(network)
    explained = [each for each in found if each.usual]
    assert len(explained) == 10
    assert {check.law for each in explained for check in each.failing} == {network.laws[1]}
    (left_open,) = (each for each in found if not each.usual)
    assert len(left_open.failing) == 141
    assert {check.law.claim.target for check in left_open.failing} == {3}
    assert not left_open.is_whole


def exchanged(wrong: int) -> Network:
    """Two sums stand exchanged, and other rows fail besides."""
    rows = off(rows_of("exchanged", 60), wrong - 2)
    rows[50][2], rows[55][2] = rows[55][2], rows[50][2]
    return along_rows(rows)


@pytest.mark.parametrize(("wrong", "is_found"), [(40, True), (41, False)])
def test_of_very_many_rows_that_fail_none_is_held_to_another(wrong: int, is_found: bool) -> None:
    network = exchanged(wrong)
    assert len(network.failing) == wrong
    assert find_events(network, network.failing) == [swap(network, (50, 3), (55, 3))] * is_found


def test_a_row_of_its_own_is_explained_beside_a_law_that_most_rows_break() -> None:
    rows = [[*row, 2 * row[2], 2 * row[2] + row[0]] for row in rows_of("few", 200)]
    for row in range(180):
        rows[row][2] += 7_013 * (row + 1)
    rows[190][4] += 411
    found = diagnose(along_rows(rows, Sum(3, (1, 2)), Sum(5, (4, 1))))
    assert sorted((len(each.failing), bool(each.usual)) for each in found) == [
        (1, True),
        (180, False),
    ]


def test_two_cells_of_a_sum_are_told_apart_where_they_count_otherwise() -> None:
    """To exchange two parts is no other sum; a part and the total, or a part and no part, is."""
    network = network_of(summed([[11, 22], [33, 44]]))
    across, _ = network.of((0, 1))

    def is_changed(one: Cell, other: Cell) -> bool:
        return across.is_changed(swap(network, one, other).changes)

    assert not is_changed((0, 1), (0, 2))
    assert is_changed((0, 1), (0, 3))
    assert is_changed((0, 1), (1, 1))
    assert not is_changed((1, 1), (1, 2))


@pytest.mark.parametrize(("more", "is_one"), [(0, True), (3, True), (4, False), (900, False)])
def test_a_total_holds_one_amount_more_where_both_its_sums_say_the_same(
    more: int, is_one: bool
) -> None:
    """It is 5 000 too large by its column; by its row as much, or less by what a part is more."""
    numbers = summed([row[:2] for row in rows_of("corner", 4)])
    numbers[-1][-1] += 5_000
    numbers[-1][0] += more
    network = network_of(numbers)
    corner = frozenset(
        place for place, check in enumerate(network.failing) if check.target == (4, 3)
    )
    assert len(corner) == 2
    assert (Element(corner) in elements_of(network, network.failing, ())) is is_one


def test_two_rows_that_one_exchange_mends_are_explained_together() -> None:
    network = exchanged(4)
    pairs = find_events(network, network.failing)
    groups = [group for group in grouped(network, network.failing, pairs) if group]
    lines = [sorted(check.line for check in group) for group in groups]
    assert sorted(lines) == [[0], [1], [50, 55]]
    assert len(components(network.failing)) == 4
    (both,) = (each for each in diagnose(network) if len(each.failing) == 2)
    assert {*both.suspects[:2]} == {(50, 3), (55, 3)}
    assert both.event((50, 3)) is both.event((55, 3)) is Slip.SWAPPED


@pytest.mark.parametrize(("failures", "explained"), [(6, 1), (7, 0)])
def test_so_many_exceptions_explain_together_and_no_more(failures: int, explained: int) -> None:
    network = along_rows(off(rows_of("sets", 20), failures))
    alone = [Element(frozenset({place})) for place in range(failures)]
    found, is_whole = smallest(network, network.failing, alone, lambda chosen: chosen)
    assert found == [frozenset(alone)] * explained
    assert is_whole


def of_long_column(rows: int) -> tuple[Network, list[Element]]:
    """One sum of so many parts fails: any cell may be wrong."""
    numbers = summed([[1_000 + 37 * row] for row in range(rows)])
    numbers[-1][0] += 5_000
    texts = [[f"Ort {row}", str(each[0])] for row, each in enumerate(numbers)]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    law = law_told(weigh(sheet.views()[1], Sum(rows, tuple(range(rows))), 0))
    network = Network(sheet, [law])
    return network, elements_of(network, network.failing, ())


@pytest.mark.parametrize(("rows", "is_whole"), [(74, True), (80, False)])
def test_past_the_budget_what_is_found_stands_and_is_not_all(rows: int, is_whole: bool) -> None:
    """Six thousand sets of two are looked at: of 76 elements all, of 82 not."""
    network, elements = of_long_column(rows)
    assert len(elements) == rows + 2
    one = frozenset({elements[3]})

    def explain(chosen: Hypothesis) -> Hypothesis | None:
        return chosen if chosen == one else None

    assert smallest(network, network.failing, elements, explain) == ([one], is_whole)
    assert smallest(network, network.failing, elements, lambda _: None) == ([], False)


def test_those_larger_by_one_are_listed_if_they_hold_no_smaller_one() -> None:
    network, elements = of_long_column(5)
    one, two, three, four = elements[:4]
    good = [{one}, {one, two}, {two, three}, {two, three, four}]
    wanted = [frozenset(each) for each in good]

    def explain(chosen: Hypothesis) -> Hypothesis | None:
        return chosen if chosen in wanted else None

    found, is_whole = smallest(network, network.failing, elements, explain)
    assert found == [wanted[0], wanted[2]]
    assert is_whole


def test_of_many_mistakes_those_that_a_row_and_a_column_find_stand_alone() -> None:
    """Two cells are wrong, in rows and columns of their own: they share no check that fails."""
    numbers = summed(
        [[310 + 7 * row * row + 90 * column for column in range(4)] for row in range(5)]
    )
    numbers[1][0] += 40
    numbers[3][2] += 60
    network = network_of(numbers)
    groups = grouped(network, network.failing, [])
    found = [sorted(check.target for check in group) for group in groups]
    assert sorted(found) == [[(1, 5), (5, 1)], [(3, 5), (5, 3)]]
    assert len(components(network.failing)) == 1
