"""How likely an exception comes to what it is off: an amount more, one of so many."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from allokera.diagnosis.check import Check
from allokera.diagnosis.exceptions import _of_one, of_exception
from allokera.diagnosis.likelihood import Likelihood
from allokera.diagnosis.network import Network
from allokera.relations.bits import BIT
from allokera.relations.evidence.claim import weigh
from allokera.relations.evidence.pattern import Pattern
from allokera.relations.families.fitted import Fitted
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import Group, law_told
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import read_sheet
from diagnosis.tiny import Numbers


def weighed(rows: Numbers, pattern: Pattern) -> tuple[Network, Check]:
    """What a single failing row may be, of those that somebody says follow a pattern."""
    texts = [[f"Ort {row}", *map(str, each)] for row, each in enumerate(rows)]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    network = Network(sheet, [law_told(weigh(sheet.views()[0], pattern, 0))])
    (failing,) = network.failing
    return network, failing


def one_sum_off(
    printed: int, *, unit: int = 1, one: int = 310, two: int = 220
) -> tuple[Network, Check]:
    """Rows of two parts and their sum, the largest a thousand units; of the first the sum is off.

    It may be a unit off by the rounding of its parts and its own.
    """
    rows = [[one * unit, two * unit, printed * unit]]
    rows += [[(601 + 7 * at) * unit, (399 - 7 * at) * unit, 1_000 * unit] for at in range(24)]
    return weighed(rows, Sum(3, (1, 2)))


def as_exact(check: Check, bits: int) -> Check:
    return replace(check, law=replace(check.law, group=Group(7, exactness=bits * BIT)))


def amount_more(any_length: int, round_ones: int) -> Fraction:
    """Half of what is more is any amount, and half a round one: each one in so many."""
    return (Fraction(1, any_length) + Fraction(1, round_ones)) / 2


@pytest.mark.parametrize(
    ("printed", "bits", "expected"),
    [
        # 299 to 301 more: of ten lengths nine binary digits; and 300, of lengths up to four, of
        # one digit and two noughts out of three, one of nine. The sum is one of three numbers
        (830, 0, 3 * amount_more(10 * 2**9, 2 * 4 * 3 * 9)),
        # as exact as elsewhere it is one, and within rounding two more, a thousand times rarer
        (830, 10, (1 + Fraction(2, 1_024)) * amount_more(10 * 2**9, 2 * 4 * 3 * 9)),
        # 303 to 305: no round one but of three digits; 309 to 311: 310
        (834, 0, 3 * amount_more(10 * 2**9, 2 * 4 * 3 * 900)),
        (840, 0, 3 * amount_more(10 * 2**9, 2 * 4 * 3 * 90)),
        # 299 to 301 less; 2 to 4 more, and less
        (230, 0, 3 * amount_more(10 * 2**9, 2 * 4 * 3 * 9)),
        (533, 0, 3 * amount_more(10 * 2**2, 2 * 4 * 1 * 9)),
        (527, 0, 3 * amount_more(10 * 2**2, 2 * 4 * 1 * 9)),
    ],
)
def test_an_exception_is_given_an_amount_more_that_is_one_of_so_many(
    printed: int, bits: int, expected: Fraction
) -> None:
    network, failing = one_sum_off(printed)
    assert _of_one(network, as_exact(failing, bits), {}) == expected


def test_in_a_column_of_tens_an_exception_is_given_tens() -> None:
    """530 in tens may be 515 to 545: three such numbers; 830 is 29 to 31 tens more."""
    network, failing = one_sum_off(83, unit=10, one=31, two=22)
    facts = network.column(3)
    assert (facts.unit, facts.most) == (10, 10_000)
    # of the largest, a thousand tens, ten binary digits and four decimal ones
    assert _of_one(network, failing, {}) == 3 * amount_more(10 * 2**5, 2 * 4 * 2 * 9)
    assert _of_one(network, failing, {failing.target: 840}) == 3 * amount_more(
        10 * 2**5, 2 * 4 * 2 * 9
    )
    assert _of_one(network, failing, {failing.target: 230}) == 3 * amount_more(
        10 * 2**5, 2 * 4 * 2 * 9
    )
    assert _of_one(network, failing, {failing.target: 860}) == 3 * amount_more(
        10 * 2**6, 2 * 4 * 2 * 90
    )


def test_a_number_that_is_taken_for_another_counts_as_that() -> None:
    """Two hundred more in a part and in the sum are as far off."""
    network, failing = one_sum_off(830)
    moved = {(0, 1): 510, (0, 3): 1_030}
    assert _of_one(network, failing, moved) == _of_one(network, failing, {})
    assert _of_one(network, failing, {(0, 3): 840}) != _of_one(network, failing, {})


@pytest.mark.parametrize(("lines", "most"), [(12, 6), (13, 6), (14, 7)])
def test_of_a_fitted_law_what_is_off_by_no_more_than_half_its_lines_may_be_rounding(
    lines: int, most: int
) -> None:
    random = Random("fitted")
    weights = [random.randrange(1_000, 9_000) for _ in range(lines)]
    for more, is_rounding in ((most, True), (most + 1, False)):
        rows = [[each, 2 * each] for each in weights]
        rows[0][1] += more + 1  # the weight may be half a unit more, and so the amount a unit
        network, failing = weighed(rows, Fitted(2, (1,), ((Fraction(0), Fraction(2)),)))
        assert len(failing.law.lines) == lines
        low, high = failing.allowed(failing.target) or (0, 0)
        assert (low, high) == (2 * weights[0] - 1, 2 * weights[0] + 1)
        chance = _of_one(network, failing, {}) / 3
        assert (chance == Fraction(1, 2 * more + 1)) is is_rounding
        assert chance <= Fraction(1, 2 * more + 1)


def test_of_a_sum_only_a_line_that_is_a_step_off_may_be_rounding() -> None:
    network, failing = one_sum_off(532)
    assert failing.is_free and not failing.is_slight
    assert _of_one(network, failing, {}) == 3 * amount_more(10 * 2, 2 * 4 * 1 * 9)
    slight = replace(failing.law, broken=frozenset(), slight=frozenset({0}))
    assert _of_one(network, replace(failing, law=slight), {}) == 3 * Fraction(1, 3)
    # within rounding it is a step off all the same
    within, check = one_sum_off(532)
    assert _of_one(within, check, {check.target: 530}) == _of_one(network, failing, {})


def test_half_of_what_it_should_be_is_one_in_a_hundred_thousand() -> None:
    """Any such amount less would be rarer; a third is no whole per cent."""
    half, failing = one_sum_off(265_317, one=310_413, two=220_221)
    assert _of_one(half, failing, {}) == 3 * Fraction(1, 100_000)
    third = _of_one(half, failing, {failing.target: 176_878})
    assert third < Fraction(1, 100_000)


def test_beside_what_is_withheld_any_amount_more_will_do() -> None:
    texts = [["Ort", "440", "x", "440"], ["By", "31", "44", "75"], ["Stad", "17", "29", "46"]]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    law = law_told(weigh(sheet.views()[0], Sum(3, (1, 2)), 0))
    network = Network(sheet, [law])
    check = next(check for check in network.of((0, 1)))
    assert _of_one(network, check, {check.target: 400}) == 1


def test_of_several_checks_an_exception_is_as_likely_as_in_the_least_likely_of_them() -> None:
    network, failing = one_sum_off(830)
    rarer = as_exact(failing, 10)
    least = _of_one(network, rarer, {})
    assert least < _of_one(network, failing, {})
    assert of_exception(network, [failing, rarer], {}) == least
    assert of_exception(network, [rarer, failing], {}) == least


@pytest.mark.parametrize(("is_excused", "expected"), [(True, Fraction(1, 30)), (False, None)])
def test_a_number_finer_than_its_column_is_as_rare_as_such_are(
    is_excused: bool, expected: Fraction | None
) -> None:
    """One of thirty shows ones, where the others are whole thousands."""
    random = Random("odd")
    rows = [
        [each, 2 * each] for each in (1_000 * random.randrange(1_001, 9_999) for _ in range(30))
    ]
    rows[4][1] += 317
    rows[5][1] += 40_000
    network, failing = weighed(
        rows[:4] + rows[5:] + rows[4:5], Fitted(2, (1,), ((Fraction(0), Fraction(2)),))
    )
    found = Likelihood(network, [failing])._of_odd((29, 2), is_excused=is_excused)
    assert found == (expected or Fraction(1, 30) / 1_000)
