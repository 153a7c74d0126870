"""Margins: the divisors, or splits, that give the same answer, and how they are written."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from allokera.apportionment import METHODS
from allokera.apportionment.margin import Margin, find_margin


@given(
    ends=st.tuples(
        st.fractions(0, 50, max_denominator=60), st.fractions(0, 50, max_denominator=60)
    ).map(sorted),
    squared=st.booleans(),
    places=st.integers(0, 3),
)
def test_a_margin_is_written_by_numbers_within_it(
    ends: list[Fraction], squared: bool, places: int
) -> None:
    least, most = ends
    margin = Margin(least, most, squared)
    power = 2 if squared else 1
    shown = margin.inward(places)
    assert shown.least is not None
    assert shown.most is not None
    if shown != margin:
        assert ends[0] < shown.least**power < shown.most**power <= ends[1]
        assert not shown.squared
    else:
        assert ends[0] == ends[1] or not squared
    simplest = margin.simplest
    if simplest is not None:
        assert ends[0] < simplest**power <= ends[1] or margin.is_one_number
        assert ends[0] <= simplest**power


def test_the_simplest_number_has_the_fewest_digits() -> None:
    assert Margin(Fraction(2), None).simplest == 3
    assert Margin(Fraction(20), None).simplest == 30
    assert Margin(Fraction(5), Fraction(6)).simplest == 6
    assert Margin(None, Fraction(1_234)).simplest == 1_000
    assert Margin(Fraction(95), Fraction(10_000)).simplest == 100
    assert Margin(Fraction(1, 3), Fraction(1, 2)).simplest == Fraction(2, 5)
    assert Margin(Fraction(1, 2), Fraction(1, 2), True).simplest is None
    assert Margin(Fraction(9, 4), Fraction(9, 4), True).simplest == Fraction(3, 2)
    assert Margin(Fraction(1, 3), Fraction(1, 3)).simplest == Fraction(1, 3)


def test_a_whole_quota_is_below_every_split() -> None:
    lr = METHODS[0]
    assert find_margin(lr, [2, 1, 1], 4, [2, 1, 1], None) == Margin(Fraction(0), None)
    assert find_margin(lr, [2, 1, 1], 2, [1, 1, 0], None) == Margin(Fraction(1, 2), Fraction(1, 2))
    assert find_margin(lr, [3, 2], 4, [2, 2], None) == Margin(Fraction(2, 5), Fraction(3, 5))


def test_ends_are_written_with_thirty_decimals_at_most() -> None:
    at_thirty = Margin(Fraction(0), Fraction(25, 10**31))
    assert at_thirty.inward(2) == Margin(Fraction(1, 10**30), Fraction(2, 10**30))
    beyond = Margin(Fraction(0), Fraction(25, 10**32))
    assert beyond.inward(2) == beyond
