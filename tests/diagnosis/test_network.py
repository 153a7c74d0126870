"""What the numbers of a sheet have in common, and which checks each is in."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest

from allokera.diagnosis.network import ColumnFacts, Network
from allokera.diagnosis.solving import MOST, Freedom, freedoms, rows_looked_at
from allokera.relations.bits import BIT
from allokera.relations.evidence.claim import weigh
from allokera.relations.evidence.pattern import EVERYTHING, Pattern
from allokera.relations.families.fitted import Fitted
from allokera.relations.families.ratios import DIVISION, Ratio
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import Group, law_told
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import read_sheet
from diagnosis.tiny import Numbers, network_of, summed

TINY: Numbers = summed([[11, 22], [33, 44], [5, 6]])


def bound(rows: Sequence[Sequence[str]], *patterns: Pattern, lag: int = 0) -> Network:
    """A sheet with names before it, and what somebody says holds along its rows."""
    texts = [[f"Ort {row}", *each] for row, each in enumerate(rows)]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    view = sheet.views()[0]
    seen = view.lagged(lag) if lag else view
    return Network(sheet, [law_told(weigh(seen, pattern, 0)) for pattern in patterns])


def thousands(random: Random, odd: int) -> list[str]:
    numbers = [1_000 * random.randrange(1_001, 9_999) for _ in range(40)]
    return [str(each + 317 * (place < odd)) for place, each in enumerate(numbers)]


def test_a_column_is_known_by_its_unit_its_place_and_its_ends() -> None:
    cells = thousands(Random("facts"), 2)
    network = bound([[cell, "1,5"] for cell in cells])
    scale = 10
    assert network.column(1) == ColumnFacts(
        unit=1_000 * scale,
        place=scale,
        most=scale * max(map(int, cells)),
        least=0,
        odd=Fraction(2, 40),
        lengths=Counter(map(len, cells)),
    )
    assert [network.grain((row, 1)) for row in (1, 2)] == [scale, 1_000 * scale]
    assert [network.is_odd((row, 1)) for row in (1, 2)] == [True, False]
    assert network.is_odd((2, 1), 317 * scale)
    assert network.place((1, 1)) == scale
    assert network.place((1, 2)) == 1


@pytest.mark.parametrize(("cell", "least"), [("-1", -EVERYTHING), ("0", 0), ("", 0)])
def test_a_column_goes_below_nothing_where_one_number_does(cell: str, least: int) -> None:
    facts = bound([["12"], ["7"], [cell], ["3"]]).column(1)
    assert facts.least == least
    assert facts.most == 12


def test_numbers_are_counted_and_blanks_are_not() -> None:
    network = bound([["12", "x"], ["", "5"], ["7", "0"]])
    assert (network.size, network.rows) == (4, 3)
    assert network.printed((1, 1)) == 0


def test_a_cell_is_in_its_row_and_its_column() -> None:
    network = network_of(TINY)
    assert {len(network.of((row, place + 1))) for row in range(4) for place in range(3)} == {2}
    across, down = network.of((1, 2))
    assert {*across.places} == {(1, 1), (1, 2), (1, 3)}
    assert {*down.places} == {(0, 2), (1, 2), (2, 2), (3, 2)}
    assert (across.target, down.target) == ((1, 3), (3, 2))


def test_of_a_running_total_a_cell_is_in_its_own_row_and_the_next() -> None:
    rows, total = [], 0
    for amount in (17, 23, 5, 90, 41):
        total += amount
        rows.append([str(amount), str(total)])
    # the names, the amounts, the totals; after these the same of the line before
    network = bound(rows, Sum(2, (1, 5)), lag=1)
    assert [check.line for check in network.of((2, 2))] == [2, 3]
    assert [check.line for check in network.of((2, 1))] == [2]
    assert [check.line for check in network.of((4, 2))] == [4]


def test_a_row_that_fails_is_listed_and_one_within_rounding_is_not() -> None:
    numbers = [list(row) for row in TINY]
    numbers[0][2] += 1
    assert network_of(numbers).failing == []
    numbers[0][2] += 1
    (failing,) = network_of(numbers).failing
    assert failing.target == (0, 3)


def test_a_check_fails_that_its_law_says_is_broken_and_that_does_not_hold() -> None:
    numbers = [list(row) for row in TINY]
    numbers[0][2] += 9
    loose = network_of(numbers)
    law = loose.laws[0]
    everything = frozenset(range(4))
    for broken, lines in (({0}, [0]), ({0, 1}, [0]), ({1}, []), (set[int](), [])):
        told = replace(law, broken=frozenset(broken), good=everything - broken)
        assert [check.line for check in Network(loose.sheet, [told]).failing] == lines


def coarse(rounded: Sequence[int]) -> Network:
    """Amounts in proportion, to thousands; in some rows to millions."""
    random = Random("coarse")
    bases = [1_000 * random.randrange(2_000, 900_000) + 317 for _ in range(20)]
    amounts = [1_000 * round(Fraction(base * 6_655, 1_000_000)) for base in bases]
    for row in rounded:
        amounts[row] = round(amounts[row], -6)
    rows = [[str(base), str(amount)] for base, amount in zip(bases, amounts, strict=True)]
    return bound(rows, Fitted(2, (1,), ((Fraction(0), Fraction(6_655, 1_000)),)))


def test_what_a_person_says_holds_of_coarser_rows_too() -> None:
    assert [check.line for check in coarse([3, 13]).failing] == [3, 13]


def test_what_sums_as_exact_as_elsewhere_would_be_is_likelier() -> None:
    """Of three parts whole sums are right by accident now and then: a unit off is unlikelier."""
    network = network_of(TINY)
    exact = network.likelihood_of_exactness((0, 2), 22)
    assert exact == 1
    assert network.likelihood_of_exactness((0, 2), 23) <= exact


@pytest.mark.parametrize(("bits", "others"), [(0, 1), (10, 1_024)])
def test_that_a_line_is_right_within_rounding_alone_is_the_less_likely_the_more_are_exact(
    bits: int, others: int
) -> None:
    """Sums of two parts are exact by accident three times in four; so they are not, once."""
    across, _ = network_of(TINY).of((1, 2))
    law = replace(across.law, group=Group(3, exactness=bits * BIT))
    found = replace(across, law=law).missing_exactly * others
    assert abs(found - Fraction(1, 4)) < Fraction(1, 100)


def test_a_pinned_cell_has_one_number_and_what_nothing_bounds_none_that_can_be_told() -> None:
    """Beside a part that is withheld, the known ones bound a sum on one side alone."""
    quotients = [[str(7 * each), str(each), "7"] for each in (310, 441, 523, 607, 777)]
    assert list(freedoms(bound(quotients, Ratio(3, (1, 2), DIVISION)), 3, [1])) == [Freedom(1, 1)]
    sums = [["900", "x", "900"], ["31", "44", "75"], ["17", "29", "46"]]
    network = bound(sums, Sum(3, (1, 2)))
    assert list(freedoms(network, 3, [0])) == [Freedom(0, None)]
    assert list(freedoms(network, 1, [0])) == [Freedom(0, 902)]


@pytest.mark.parametrize(("total", "values"), [(10**15 - 3, 10**15 - 1), (10**15 - 2, None)])
def test_a_cell_that_may_be_a_thousand_billion_numbers_is_bound_by_nothing(
    total: int, values: int | None
) -> None:
    """Beside a part that is withheld, another may be anything from nought to two above the sum."""
    network = bound(
        [[str(total), "x", str(total)], ["31", "44", "75"], ["17", "29", "46"]], Sum(3, (1, 2))
    )
    assert list(freedoms(network, 1, [0])) == [Freedom(0, values)]


def test_a_sum_of_whole_numbers_leaves_what_rounding_does() -> None:
    """Of three numbers, each off by less than half, two units each way less one."""
    found = list(freedoms(network_of(TINY), 2, range(4)))
    assert [each.row for each in found] == [0, 1, 2, 3]
    assert {each.values for each in found} == {3}


def test_a_cell_whose_every_check_fails_is_not_asked() -> None:
    numbers = [list(row) for row in TINY]
    numbers[1][1] += 20
    network = network_of(numbers)
    assert [each.row for each in freedoms(network, 2, range(4))] == [0, 2, 3]
    assert [each.row for each in freedoms(network, 1, range(4))] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("rows", "columns", "looked_at"),
    [
        (MOST // 2, 2, MOST // 2),
        (MOST // 2 + 1, 2, MOST // 4 + 1),
        (MOST, 1, MOST),
        (MOST, 0, MOST),
        (2 * MOST + 1, 1, 2 * MOST // 3 + 1),
        (0, 3, 0),
    ],
)
def test_of_a_large_table_rows_evenly_spread_are_looked_at(
    rows: int, columns: int, looked_at: int
) -> None:
    chosen = rows_looked_at(range(rows), columns)
    assert len(chosen) == looked_at
    assert len(chosen) * max(columns, 1) <= MOST
    assert len({after - before for before, after in pairwise(chosen)}) <= 1


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (317, Fraction(2 * 3 + 1, 2 * 4 + 5)),
        (4_512, Fraction(2 * 1 + 1, 2 * 4 + 5)),
        (-92_000, Fraction(1, 2 * 4 + 5)),
        (7_512_000, Fraction(1, 2 * 4 + 7)),
        (0, Fraction(1, 2 * 4 + 5)),
    ],
)
def test_a_length_is_as_common_as_others_of_the_column_and_half_a_number_more(
    number: int, expected: Fraction
) -> None:
    """The number itself, of five digits, does not count; of lengths as many as there may be."""
    network = bound([["72512"], ["712"], ["-313"], ["414"], ["9512"]])
    assert network.commonness((0, 1), number) == expected
