"""Roundings, wordings and slips: small exact functions."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allokera.kronor import rounding
from allokera.kronor.keying import Slip, one_keystroke, one_slip, slip
from allokera.kronor.wording import (
    decimal,
    grouped,
    listed,
    percent,
    ratio,
    signed,
    telling_places,
)

HALVES = [Fraction(n, 2) for n in (-5, -3, -1, 1, 3, 5)]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("floor", [-3, -2, -1, 0, 1, 2]),
        ("ceiling", [-2, -1, 0, 1, 2, 3]),
        ("truncate", [-2, -1, 0, 0, 1, 2]),
        ("half_up", [-2, -1, 0, 1, 2, 3]),
        ("half_down", [-3, -2, -1, 0, 1, 2]),
        ("half_even", [-2, -2, 0, 0, 2, 2]),
        ("half_away", [-3, -2, -1, 1, 2, 3]),
    ],
)
def test_roundings_differ_at_ties(name: str, expected: list[int]) -> None:
    assert [getattr(rounding, name)(half) for half in HALVES] == expected


@given(st.fractions(), st.sampled_from(["half_up", "half_down", "half_even", "half_away"]))
def test_to_the_nearest_is_nearest(number: Fraction, name: str) -> None:
    rounded = getattr(rounding, name)(number)
    assert abs(number - rounded) <= Fraction(1, 2)


def test_numbers_in_words() -> None:
    assert grouped(2_175_000_000) == "2 175 000 000"
    assert grouped(-5_000) == "-5 000"
    assert [signed(n) for n in (1_000_000, 0, -1_000)] == ["+1 000 000", "0", "-1 000"]
    assert decimal(Fraction(29_477, 1_000), 2) == "29.48"
    assert decimal(Fraction(-1, 3), 4) == "-0.3333"
    assert decimal(Fraction(1999, 1000), 0) == "2"
    assert percent(Fraction(1, 8)) == "12.5000 %"
    assert ratio(Fraction(6, 4)) == "3/2"
    assert ratio(5) == "5/1"
    assert [listed(words) for words in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


@pytest.mark.parametrize(
    ("meant", "keyed", "how"),
    [
        (164_000_000, "16400000", Slip.LOST),
        (164_000_000, "1640000000", Slip.ADDED),
        (53_000_000, "530000001", Slip.FOOTNOTE),
        (36, "37", Slip.REPLACED),
        (36, "63", Slip.EXCHANGED),
        (1234, "1324", Slip.EXCHANGED),
        (53_000, "53000000", Slip.THOUSANDFOLD),
        (53_000_000, "53000", Slip.THOUSANDTH),
        (53, "53000000", Slip.MILLIONFOLD),
        (53_000_000, "53", Slip.MILLIONTH),
        (5, "-5", Slip.SIGN),
        (164_000_000, "164000000", Slip.SEPARATOR),
        (1234, "1432", None),
        (12, "2100", None),
        (40, "39", None),
    ],
)
def test_names_the_one_slip(meant: int, keyed: str, how: Slip | None) -> None:
    assert slip(meant, keyed) == how


def test_counts_what_is_one_keystroke_away() -> None:
    """9n replaced, 9n + 10 put in, one a run taken out, one a pair of neighbours exchanged."""
    near = one_keystroke("16400000")
    assert len(near) == 72 + 82 + 4 + 3
    assert sorted(int(text) for text in near if int(text) % 1_000_000 == 0) == [
        16_000_000,
        164_000_000,
    ]


@given(st.integers(1, 10**12))
def test_every_keystroke_is_a_slip(keyed: int) -> None:
    for text in one_keystroke(str(keyed)):
        if not text.startswith("0") and text:
            assert slip(int(text), str(keyed)) is not None


@given(st.integers(-(10**9), 10**9).filter(bool))
def test_one_slip_is_a_keystroke_noughts_or_a_sign(keyed: int) -> None:
    near = one_slip(keyed)
    assert keyed not in near
    assert all(slip(abs(meant), str(abs(keyed))) is not None for meant in near - {-keyed})
    assert {-keyed, 1_000 * keyed, 1_000_000 * keyed} <= near
    assert one_slip(1_000 * keyed) >= {keyed}
    assert {each > 0 for each in near} == {False, True}


def test_no_number_that_was_meant_begins_with_a_nought() -> None:
    assert one_slip(57) >= {7, 5, 75, 571, 557, 50, 57_000, -57}
    assert len(one_slip(57)) == 2 + 1 + 9 + 8 + 28 - 1 + 2 + 1


def test_decimals_tell_numbers_apart() -> None:
    assert telling_places([Fraction(1, 3), Fraction(1, 3)], 2) == 2
    assert telling_places([Fraction("0.12341"), Fraction("0.12344")], 2) == 5
    assert telling_places([Fraction(1, 10**30), Fraction(0)], 2) == 12
