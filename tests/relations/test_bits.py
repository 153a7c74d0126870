"""Bits are held against whole powers: 2^n against (a / b)^256, with nothing rounded."""

from itertools import combinations
from math import comb

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from allokera.relations.bits import BIT, CERTAIN, LAW, LIKELY, bits, choosing, naming

SIZES = st.integers(1, 10**40) | st.integers(1, 5000)
LAST = 2
"""Fractions of a bit by which a logarithm is at most too low, beside the one it is floored by."""


def is_at_most(told: int, above: int, below: int) -> bool:
    """Whether told / 256 bits are at most the logarithm of a quotient."""
    return bool(below**BIT << told <= above**BIT)


@given(SIZES, SIZES)
@example(257, 256)
@example(1055, 1024)
@example(10**40, 10**40 - 1)
def test_a_logarithm_is_rounded_down_by_less_than_three_fractions_of_a_bit(a: int, b: int) -> None:
    above, below = max(a, b), min(a, b)
    told = bits(above, below)
    assert told >= 0
    assert is_at_most(told, above, below)
    assert not is_at_most(told + LAST + 1, above, below)


@given(SIZES, SIZES)
def test_what_is_at_most_one_is_worth_nothing(a: int, b: int) -> None:
    assert bits(min(a, b), max(a, b)) == 0


@given(st.integers(0, 10**6), st.integers(-(10**6), 0))
def test_a_quotient_by_nothing_is_certain(above: int, below: int) -> None:
    assert bits(above, below) == CERTAIN


@given(SIZES, SIZES, SIZES)
def test_a_larger_quotient_is_worth_no_less(a: int, b: int, more: int) -> None:
    assert bits(a, b) <= bits(a + more, b)
    assert bits(a, b + more) <= bits(a, b)


@pytest.mark.parametrize("power", [0, 1, 5, 9, 10, 11, 20, 64, 200])
def test_a_power_of_two_is_worth_whole_bits(power: int) -> None:
    for below in (1, 3, 1000, 10**12 + 1):
        assert bits(below << power, below) == power * BIT
    assert naming(1 << power) == power * BIT


def test_a_law_is_one_in_a_million_and_what_is_likely_one_in_64() -> None:
    assert bits(10**6) <= LAW <= bits(10**6) + BIT
    assert bits(64) == LIKELY


@given(st.integers(2, 10**30) | st.integers(2, 1054))
@example(3)
@example(1023)
def test_naming_is_dearer_than_its_logarithm_rounded_down_by_three_at_most(count: int) -> None:
    assert bits(count) <= naming(count) <= bits(count) + LAST + 1
    assert not is_at_most(naming(count) + 1, count, 1)


@given(st.integers(2, 10**30) | st.integers(2, 5000))
@example(1055)
@example(2071)
def test_naming_is_rounded_up(count: int) -> None:
    assert count**BIT <= 1 << naming(count)


@pytest.mark.parametrize("count", [-1, 0, 1])
def test_naming_one_of_one_takes_nothing(count: int) -> None:
    assert naming(count) == 0


@given(st.integers(0, 9), st.integers(0, 9))
def test_choosing_is_naming_one_of_all_subsets(count: int, chosen: int) -> None:
    subsets = list(combinations(range(count), chosen))
    assert choosing(count, chosen) == naming(len(subsets))


@given(st.integers(2, 300))
def test_choosing_one_is_naming_it_and_choosing_half_is_dearest(count: int) -> None:
    assert choosing(count, 1) == naming(count)
    assert max(choosing(count, some) for some in range(count + 1)) == naming(
        comb(count, count // 2)
    )
