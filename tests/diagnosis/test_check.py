"""A law in one line: what it sums to, where it holds, and which lines may be coarser."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from allokera.diagnosis.check import Check, coarse_lines, make_check
from allokera.relations.evidence.claim import weigh
from allokera.relations.evidence.pattern import EVERYTHING, Pattern
from allokera.relations.families.fitted import Fitted
from allokera.relations.families.ratios import Ratio
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import Law, law_told
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import read_sheet
from diagnosis.tiny import Numbers, network_of, summed


def told(rows: Numbers, pattern: Pattern) -> Law:
    """What somebody says of the rows of a sheet; the names stand in its first column."""
    texts = [[f"Ort {row}", *map(str, each)] for row, each in enumerate(rows)]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    return law_told(weigh(sheet.views()[0], pattern, 0))


FACTOR = Fraction(6_655, 1_000)


def in_proportion(coarse: int, others: int) -> Law:
    """Amounts to thousands, and after so many that are rounded to millions others that are not.

    Some line of each is off; what a person did not say may have lines that are coarser.
    """
    random = Random("coarse")
    bases = [1_000 * random.randrange(2_000, 900_000) + 317 for _ in range(coarse + others)]
    exact = [round(base * FACTOR / 1_000) * 1_000 for base in bases]
    rows = [
        [base, round(amount, -6) if row < coarse else amount + 7_000]
        for row, (base, amount) in enumerate(zip(bases, exact, strict=True))
    ]
    law = told(rows, Fitted(2, (1,), ((Fraction(0), FACTOR),)))
    return replace(law, is_told=False, broken=frozenset(range(coarse + others)))


@pytest.mark.parametrize(("coarse", "found"), [(100, 100), (101, 100)])
def test_coarser_lines_are_looked_for_among_the_first_hundred_that_are_off(
    coarse: int, found: int
) -> None:
    assert coarse_lines(in_proportion(coarse, 3)) == frozenset(range(found))


def test_a_line_may_be_coarser_whether_it_is_broken_or_in_doubt_and_where_it_is_off_alone() -> None:
    law = in_proportion(6, 4)
    lines = frozenset(range(10))
    assert coarse_lines(law) == frozenset(range(6))
    doubtful = replace(law, broken=frozenset({1, 8}), doubtful=frozenset({3, 9}))
    assert coarse_lines(doubtful) == {1, 3}
    assert coarse_lines(replace(law, broken=frozenset(), good=lines)) == frozenset()


def test_what_a_person_says_and_what_was_not_fitted_has_no_coarser_lines() -> None:
    law = in_proportion(6, 4)
    assert coarse_lines(replace(law, is_told=True)) == frozenset()
    plain = told([[1_000, 2_000, 3_000_000], [1_317, 2_511, 3_828]], Sum(3, (1, 2)))
    assert coarse_lines(replace(plain, is_told=False)) == frozenset()


ROWS: Numbers = [[310, 220, 90, 440], [833, 744, 515, 1_062], [77, 41, 12, 106]]
"""A part, another, one that is taken away, and what they come to."""


def signed(rows: Numbers = ROWS) -> Law:
    return told(rows, Sum(4, (1, 2, 3), frozenset({3})))


def of_line(law: Law, line: int) -> Check:
    check = make_check(law, line)
    assert check is not None
    return check


def test_a_signed_sum_is_nothing_where_it_is_right_and_moves_with_its_numbers() -> None:
    check = of_line(signed(), 1)
    assert check.target == (1, 4)
    assert [*check.places] == [(1, 4), (1, 1), (1, 2), (1, 3)]
    assert [check.weight((1, column)) for column in (1, 2, 3, 4)] == [1, 1, -1, -1]
    assert check.total({}) == 0
    assert check.total({(1, 1): 840}) == 7
    assert check.total({(1, 3): 520, (1, 4): 1_060}) == -5 + 2
    assert check.total({(0, 1): 999, (2, 4): 3}) == 0


def test_a_sum_holds_within_the_rounding_of_its_numbers_or_of_its_target_alone() -> None:
    """Four numbers, each half a unit off: two at most. Where others are exact, not one."""
    law = signed()
    wide, exact = of_line(law, 1), of_line(replace(law, is_exact=True), 1)
    assert (wide.window, exact.window) == (4, 1)
    for check, reach in ((wide, 2), (exact, 0)):
        assert check.allowed((1, 1)) == (833 - reach, 833 + reach)
        assert check.allowed((1, 3)) == (515 - reach, 515 + reach)
        assert check.holds({(1, 4): 1_062 + reach}) and check.holds({(1, 4): 1_062 - reach})
        assert not check.holds({(1, 4): 1_062 + reach + 1})
        assert not check.holds({(1, 4): 1_062 - reach - 1})
    assert wide.allowed((1, 1), window=0) == (833, 833)
    assert wide.allowed((1, 1), slack=(-3, 10)) == (833 - 2 - 10, 833 + 2 + 3)
    assert wide.allowed((1, 4), slack=(-3, 10)) == (1_062 - 2 - 3, 1_062 + 2 + 10)
    assert wide.allowed((1, 1), {(1, 2): 700}) == (833 + 44 - 2, 833 + 44 + 2)
    assert wide.allowed((1, 1), {(1, 1): 5}) == (833 - 2, 833 + 2)


def test_a_sum_is_right_to_the_last_place_or_a_unit_off() -> None:
    check = of_line(signed(), 1)
    assert check.is_exact({})
    assert check.is_exact({(1, 1): 834, (1, 2): 743})
    assert not check.is_exact({(1, 1): 834})
    assert not check.is_exact({(1, 1): 832})
    assert check.linear is not None
    tens = replace(check, linear=check.linear._replace(tight=10))
    assert tens.is_exact({(1, 1): 838}) and not tens.is_exact({(1, 1): 839})


def test_a_part_that_is_nought_is_nothing() -> None:
    check = of_line(signed([[310, 0, 90, 220], *ROWS[1:]]), 0)
    assert check.total({}) == 0
    assert check.total({(0, 2): 12}) == 12
    assert check.allowed((0, 2)) == (-1, 1)
    assert check.holds({(0, 1): 311}) and not check.holds({(0, 1): 312})


def test_a_quotient_is_bound_by_its_own_numbers_and_by_no_others() -> None:
    rows: Numbers = [[7 * each, each, 7] for each in (310, 441, 523)]
    check = of_line(told(rows, Ratio(3, (1, 2))), 1)
    assert not check.is_coarse
    plain = check.allowed((1, 3))
    assert plain == (7, 7)
    assert check.allowed((1, 3), {(0, 1): 5, (2, 2): 3}) == plain
    assert check.allowed((1, 3), {(1, 1): 9 * 441}) == (9, 9)
    assert check.allowed((1, 3), {(1, 2): 49}) == (62, 64)


def test_an_amount_taken_for_as_coarse_as_it_is_printed_holds_within_its_noughts() -> None:
    law = in_proportion(2, 2)
    fine, coarse = (make_check(law, 0, is_coarse=each) for each in (False, True))
    assert fine is not None and coarse is not None
    assert not fine.holds() and coarse.holds()


def test_beside_what_is_withheld_a_sum_bounds_its_parts_from_above_and_its_target_from_below() -> (
    None
):
    texts = [["Ort", "440", "x", "440"], ["By", "31", "44", "75"], ["Stad", "17", "29", "46"]]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    check = of_line(law_told(weigh(sheet.views()[0], Sum(3, (1, 2)), 0)), 0)
    assert check.allowed((0, 1)) == (-EVERYTHING, 441)
    assert check.allowed((0, 3)) == (439, EVERYTHING)


def test_a_line_fails_that_is_broken_or_a_step_off_and_no_other() -> None:
    law = replace(signed(), good=frozenset({0}), broken=frozenset({1}), slight=frozenset({2}))
    assert [of_line(law, line).fails for line in range(3)] == [False, True, True]
    assert [of_line(law, line).is_slight for line in range(3)] == [False, False, True]
    assert not of_line(replace(law, good=frozenset(), doubtful=frozenset({0})), 0).fails
    assert make_check(replace(law, good=frozenset()), 0) is None


def test_a_line_of_one_number_is_no_check_and_neither_is_a_quotient_with_a_blank_or_by_nought() -> (
    None
):
    texts = [
        ["Ort", "310", "", "310"],
        ["By", "31", "44", "75"],
        ["Stad", "17", "0", "17"],
        ["Land", "", "", "12"],
    ]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    everywhere = frozenset(range(4))
    sums, ratios = (
        replace(law_told(weigh(sheet.views()[0], pattern, 0)), good=everywhere)
        for pattern in (Sum(3, (1, 2)), Ratio(3, (1, 2)))
    )
    assert [make_check(sums, line) is not None for line in range(4)] == [True, True, True, False]
    assert [make_check(ratios, line) is not None for line in range(4)] == [
        False,
        True,
        False,
        False,
    ]


def test_a_law_is_free_where_nothing_was_fitted_but_the_factor_of_shares() -> None:
    fitted = in_proportion(2, 2)
    assert not of_line(fitted, 0).is_free
    assert of_line(replace(fitted, is_share=True), 0).is_free
    assert of_line(signed(), 0).is_free


def test_a_check_stands_in_one_row_if_it_is_across_and_of_one_line() -> None:
    rows = summed([[11, 22], [33, 44], [5, 6]])
    across, down = network_of(rows).of((1, 2))
    assert across.is_in_one_row and not down.is_in_one_row
    lagged = across.law.claim.view.lagged(1)
    law = replace(across.law, claim=replace(across.law.claim, view=lagged))
    assert not replace(across, law=law).is_in_one_row
