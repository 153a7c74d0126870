"""The odds of mistakes and exceptions: what follows from the rates, held to what was reckoned."""

from fractions import Fraction
from math import comb

import pytest

from allokera.diagnosis import rates
from allokera.diagnosis.rates import (
    MISTAKE,
    PRINTED,
    any_error,
    any_error_among,
    exception,
    extra,
    is_at_least,
    is_round_share,
    mistake,
    shortened,
)


def odds_for_a_mistake(rows: int, failing: int) -> Fraction:
    """How many to one one more failing row is a mistake, where the others are exceptions."""
    usual = exception(rows, [], failing - 1, PRINTED, is_cautious=False)
    return Fraction(MISTAKE, usual)


@pytest.mark.parametrize(("rows", "failing", "odds"), [(10, 1, 11), (40, 1, 164)])
def test_one_failing_row_is_a_mistake_by_these_odds(rows: int, failing: int, odds: int) -> None:
    """Source: the rates of the relations' mathematics, before amounts are weighed."""
    assert abs(odds_for_a_mistake(rows, failing) - odds) < 2


def test_just_these_rows_are_special_as_often_as_all_such_choices_together() -> None:
    """All numbers of exceptions are as likely, and all choices of so many rows."""
    rows, some = 12, Fraction(1, 2)
    odds = Fraction(1)
    for count in range(3):
        odds *= exception(rows, [], count, some, is_cautious=False)
    none = some * Fraction(1, rows + 1) + 1 - some
    three = some * Fraction(1, (rows + 1) * comb(rows, 3))
    assert abs(odds - three / none) < Fraction(1, 2**50)


def test_cautious_rates_share_what_a_length_in_binary_has() -> None:
    one = exception(100, [], 1, Fraction(1, 2), is_cautious=True)
    assert abs(one - Fraction(100, 2 * comb(100, 2))) < Fraction(1, 2**50)


@pytest.mark.parametrize("is_cautious", [False, True])
def test_all_choices_of_exceptions_share_what_a_law_has(is_cautious: bool) -> None:
    """Of 15 places: by either rates there is one at all as often as the rate says, but for none."""
    rows, some = 15, Fraction(1, 3)
    none = some / (rows + 1) + 1 - some
    odds, total = none, Fraction(0)
    for count in range(rows):
        odds *= exception(rows, [], count, some, is_cautious=is_cautious)
        total += comb(rows, count + 1) * odds
    expected = some if is_cautious else some * Fraction(rows, rows + 1)
    assert abs(total - expected) < Fraction(1, 2**50)


@pytest.mark.parametrize("more", [0, 1, 5])
def test_of_very_many_others_the_likeliest_count_as_exceptions(more: int) -> None:
    """Up to twenty may be either."""
    others = [Fraction(1, 1_000)] * 20
    likely = [Fraction(10**9)] * more
    found = exception(60, [*likely, *others], 2, PRINTED, is_cautious=False)
    assert found == exception(60, others, 2 + more, PRINTED, is_cautious=False)


def test_other_failures_make_one_more_exception_likelier() -> None:
    alone = exception(40, [], 0, PRINTED, is_cautious=False)
    beside = exception(40, [Fraction(1000)], 0, PRINTED, is_cautious=False)
    sure = exception(40, [], 1, PRINTED, is_cautious=False)
    assert alone < beside < sure


def test_a_small_table_was_looked_over_as_well_as_any() -> None:
    assert mistake(100, is_cautious=True) == MISTAKE
    assert mistake(101, is_cautious=True) < MISTAKE
    assert mistake(10**6, is_cautious=False) == MISTAKE


@pytest.mark.parametrize("most", [9, 100, 1023, 1024])
def test_errors_up_to_the_largest_number_share_what_they_have(most: int) -> None:
    """Half of it each way: more is left for what is larger than any number printed."""
    total = 2 * sum(any_error(error, most) for error in range(1, 2 ** most.bit_length()))
    assert total == 2 * (1 - Fraction(1, 2)) == 1


@pytest.mark.parametrize(("low", "high"), [(1, 1), (3, 17), (5, 64), (16, 1000), (900, 1000)])
def test_errors_among_are_the_sum_of_each(low: int, high: int) -> None:
    each = sum((any_error(error, 1000) for error in range(low, high + 1)), Fraction(0))
    assert any_error_among(low, high, 1000) == each


def test_a_round_amount_more_is_likelier_than_another() -> None:
    amounts = (3 * 10**6, 3_141_593)
    round_, other = (extra(amount, amount, 10**7, is_rounding=False) for amount in amounts)
    assert round_ > 1_000 * other


def test_what_rounding_leaves_is_likely_while_it_is_small() -> None:
    assert extra(1, 1, 10**6, is_rounding=True) == Fraction(1, 3)
    assert extra(1, 1, 10**6, is_rounding=False) < Fraction(1, 3)


def test_a_third_is_no_whole_per_cent_and_a_half_is() -> None:
    assert is_round_share(500, 1, 1_000, 1_000)
    assert not is_round_share(333, 1, 1_000, 1_000)
    assert not is_round_share(500, 1, 0, 10)
    assert not is_round_share(0, 1, 5, 10)


@pytest.mark.parametrize(
    ("printed", "expected"), [(5_000, True), (5_005, False), (5, True), (4, False)]
)
def test_a_whole_per_cent_is_one_to_a_thousand(printed: int, expected: bool) -> None:
    assert is_round_share(printed, 1, 500, 500) is expected


@pytest.mark.parametrize("digits", [2, 3, 5])
def test_a_round_amount_of_one_digit_more_is_ten_times_as_rare(digits: int) -> None:
    """Before the noughts every count of digits is as likely, and so is every amount of them."""
    most = 10**9

    def roundness(amount: int) -> Fraction:
        return 2 * extra(amount, amount, most, is_rounding=False) - any_error(amount, most)

    less, more = (roundness(10**8 + 10 ** (9 - count)) for count in (digits, digits + 1))
    assert less == 10 * more
    # half of it: one length in ten, one count of noughts in nine, one digit in nine
    assert 2 * roundness(10**8) == Fraction(1, 10 * 9 * 9)
    assert roundness(10**8) == 10 * roundness(11 * 10**7)


@pytest.mark.parametrize("odds", [rates.SURE, rates.LIKELY])
def test_so_many_to_one_is_just_that(odds: int) -> None:
    just = Fraction(odds, odds + 1)
    assert is_at_least(just, odds)
    assert not is_at_least(just - Fraction(1, 10**9), odds)


def test_what_is_shortened_is_rounded_up_and_hardly() -> None:
    exact = Fraction(1, 3**50)
    assert exact <= shortened(exact) < exact * (1 + Fraction(1, 2**60))
