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


@pytest.mark.parametrize(
    ("cells", "is_cautious", "expected"),
    [
        (0, True, Fraction(1, 1_000)),
        (1, True, Fraction(1, 1_000)),
        (100, True, Fraction(1, 1_000)),
        (101, True, Fraction(1, 1_010)),
        (5_000, True, Fraction(1, 50_000)),
        (5_000, False, Fraction(1, 1_000)),
    ],
)
def test_a_number_is_wrong_so_often(cells: int, is_cautious: bool, expected: Fraction) -> None:
    """Source: the rates of the relations' mathematics."""
    assert mistake(cells, is_cautious=is_cautious) == expected


@pytest.mark.parametrize(
    ("error", "most", "grain", "one_in"),
    [
        # ten lengths up to 1 000; of one there is one error each way, of two two each way
        (1, 1_000, 1, 10 * 2),
        (2, 1_000, 1, 10 * 4),
        (3, 1_000, 1, 10 * 4),
        (1_000, 1_000, 1, 10 * 1_024),
        (1_023, 1_000, 1, 10 * 1_024),
        # longer than any: as if so much were printed
        (1_024, 1_000, 1, 11 * 2_048),
        # errors that are multiples of five are fewer, and never likelier than half of all
        (15, 1_000, 5, Fraction(10 * 16, 5)),
        (1, 1_000, 9, Fraction(20, 9)),
        (1, 1_000, 10, 2),
        (1, 1_000, 11, 2),
    ],
)
def test_just_this_error_is_one_of_so_many(
    error: int, most: int, grain: int, one_in: int | Fraction
) -> None:
    assert any_error(error, most, grain) == 1 / Fraction(one_in)


@pytest.mark.parametrize("most", [9, 100, 1023, 1024])
def test_errors_up_to_the_largest_number_share_what_they_have(most: int) -> None:
    """Half of it each way: more is left for what is larger than any number printed."""
    total = 2 * sum(any_error(error, most) for error in range(1, 2 ** most.bit_length()))
    assert total == 2 * (1 - Fraction(1, 2)) == 1


@pytest.mark.parametrize(("low", "high"), [(1, 1), (3, 17), (5, 64), (16, 1000), (900, 1000)])
def test_errors_among_are_the_sum_of_each(low: int, high: int) -> None:
    each = sum((any_error(error, 1000) for error in range(low, high + 1)), Fraction(0))
    assert any_error_among(low, high, 1000) == each


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (1, 1_023, Fraction(1, 2)),
        (1, 5_000, Fraction(1, 2)),
        (1_024, 5_000, Fraction(0)),
        (1, 511, Fraction(9, 20)),
        (1, 512, Fraction(9, 20) + Fraction(1, 512 * 20)),
    ],
)
def test_errors_up_to_an_end_are_half_of_all_at_most(
    low: int, high: int, expected: Fraction
) -> None:
    assert any_error_among(low, high, 1_000) == expected


@pytest.mark.parametrize(
    ("low", "high", "digits", "kept"),
    [
        (7, 7, 1, 1),
        (97, 99, 2, 2),
        (97, 100, 2, 1),
        (300, 300, 3, 1),
        (301, 309, 3, 3),
        (301, 310, 3, 2),
        (301, 399, 3, 2),
        (301, 400, 3, 1),
        (1_234, 1_234, 4, 4),
    ],
)
def test_something_more_is_any_amount_or_a_round_one(
    low: int, high: int, digits: int, kept: int
) -> None:
    """Half of each: of the round ones every length up to the largest number's four is as likely,
    every count of digits before the noughts, and each such number.
    """
    any_amount = any_error(low, 1_000)
    round_ones = Fraction(1, 2 * 4 * digits * 9 * 10 ** (kept - 1))
    found = extra(low, high, 1_000, is_rounding=False)
    assert found == (any_amount + round_ones) / 2
    assert extra(low, high, 1_000, is_rounding=True) == max(found, Fraction(1, 2 * low + 1))


def test_something_more_may_be_longer_than_any_number_printed() -> None:
    expected = (any_error(52_000, 1_000) + Fraction(1, 2 * 5 * 5 * 9 * 10)) / 2
    assert extra(52_000, 52_000, 1_000, is_rounding=False) == expected


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
    assert not is_round_share(5, 1, 1, 0)  # all that it may be is less than a grain apart


@pytest.mark.parametrize(
    ("printed", "expected"), [(5_000, True), (5_005, False), (5, True), (4, False)]
)
def test_a_whole_per_cent_is_one_to_a_thousand(printed: int, expected: bool) -> None:
    assert is_round_share(printed, 1, 500, 500) is expected


@pytest.mark.parametrize(
    ("printed", "grain", "low", "high", "expected"),
    [
        # of 1 000, and a unit each way: 33.25 to 33.35 per cent, 33.95 to 34.05
        (333, 1, 1_000, 1_000, False),
        (340, 1, 1_000, 1_000, True),
        (341, 1, 1_000, 1_000, False),
        (339, 1, 1_000, 1_000, False),
        # in tens of kronor: 33 to 34 per cent; in fives 33.25 to 33.75
        (335, 10, 100, 100, True),
        (335, 5, 200, 200, False),
        # of 980 to 1 000: 33.25 to 34.03
        (333, 1, 980, 1_000, True),
        (333, 1, 985, 1_000, False),
        (1, 1, 1, 1, True),
        (-340, 1, 1_000, 1_000, False),
        (340, 1, -1_000, 1_000, False),
    ],
)
def test_a_number_is_a_whole_per_cent_of_what_it_should_be_within_rounding(
    printed: int, grain: int, low: int, high: int, expected: bool
) -> None:
    assert is_round_share(printed, grain, low, high) is expected


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


@pytest.mark.parametrize(
    ("chance", "expected"),
    [
        # sixty-four binary digits of a third: 0.1010...11
        (Fraction(1, 3), Fraction(2**65 + 1, 3 * 2**65)),
        (Fraction(2, 3), Fraction(2**65 + 1, 3 * 2**64)),
        (Fraction(1, 2), Fraction(1, 2)),
        (Fraction(3, 2**40), Fraction(3, 2**40)),
        (Fraction(10**30), Fraction(10**30)),
        (Fraction(3 * 10**30 + 1, 3), Fraction(10**30 + 1)),
    ],
)
def test_sixty_four_binary_digits_are_kept(chance: Fraction, expected: Fraction) -> None:
    assert shortened(chance) == expected


@pytest.mark.parametrize(("others", "known"), [(1, 0), (20, 0), (21, 1), (23, 3)])
def test_of_twenty_failures_that_hardly_are_exceptions_none_counts_as_one(
    others: int, known: int
) -> None:
    """Beyond twenty the likeliest are taken for exceptions, and the bound holds all the more."""
    found = exception(60, [Fraction(1, 10**12)] * others, 0, PRINTED, is_cautious=False)
    plain = exception(60, [], known, PRINTED, is_cautious=False)
    assert abs(found - plain) * 10**6 < plain
