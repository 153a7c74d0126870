from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allokera.errors import AmountError
from allokera.kronor.amount import (
    Amount,
    in_units_of,
    parse_amount,
    parse_signed,
    parse_unit,
    parse_whole,
    parse_whole_unit,
    smallest_part,
)
from allokera.kronor.money_words import SPACES
from allokera.kronor.wording import grouped


@pytest.mark.parametrize(
    ("text", "kronor"),
    [
        ("2200000000", 2_200_000_000),
        ("2_200_000_000", 2_200_000_000),
        ("2 200 000 000", 2_200_000_000),
        ("2\u00a0200\u00a0000\u00a0000", 2_200_000_000),
        ("2\u2009200\u2009000\u2009000", 2_200_000_000),
        ("2\u202f200\u202f000\u202f000", 2_200_000_000),
        ("2200mnkr", 2_200_000_000),
        ("2,2 mdkr", 2_200_000_000),
        ("2.2 mdkr", 2_200_000_000),
        ("0,350 mdkr", 350_000_000),
        ("850tkr", 850_000),
        ("850 TKR", 850_000),
        ("1 350 miljoner", 1_350_000_000),
        ("25 Mkr", 25_000_000),
        ("100,00", 100),
        ("0", 0),
        (" 7 ", 7),
        ("1" + "0" * 30, 10**30),
    ],
)
def test_reads_an_amount(text: str, kronor: int) -> None:
    assert parse_amount(text) == kronor
    assert parse_whole(text) == kronor
    assert parse_signed(f"-{text}") == parse_signed(f"\u2212{text}") == -kronor


@pytest.mark.parametrize(
    ("text", "kronor"),
    [
        ("2,5", Fraction(5, 2)),
        ("0.5 kr", Fraction(1, 2)),
        ("1 365,25", Fraction(136525, 100)),
        ("1,0000000001 mdkr", Fraction(10_000_000_001, 10)),
        ("730 öre", Fraction(730, 100)),
        ("0,125", Fraction(1, 8)),
    ],
)
def test_reads_parts_of_a_krona(text: str, kronor: Fraction) -> None:
    found = parse_amount(text)
    assert found == kronor
    assert type(found) is Fraction
    with pytest.raises(AmountError, match="not whole kronor"):
        parse_whole(text)


def test_parts_that_come_to_whole_kronor_are_whole() -> None:
    assert type(parse_amount("2,50 tkr")) is type(parse_amount("700 \u00f8re")) is int


@pytest.mark.parametrize(
    ("text", "unit"),
    [("\u00f6re", Fraction(1, 100)), ("0,01", Fraction(1, 100)), ("0,05", Fraction(1, 20))],
)
def test_a_unit_may_be_part_of_a_krona(text: str, unit: Fraction) -> None:
    assert parse_unit(text) == unit
    with pytest.raises(AmountError, match="not whole kronor"):
        parse_whole_unit(text)


def test_amounts_of_a_unit_are_alike() -> None:
    assert type(in_units_of(Fraction(1, 100), 358)) is Fraction
    assert type(in_units_of(1, 358)) is int


WORDS = {
    "kr": 1,
    "kronor": 1,
    "SEK": 1,
    "tkr": 1_000,
    "tusen kronor": 1_000,
    "kkr": 1_000,
    "mkr": 1_000_000,
    "mnkr": 1_000_000,
    "miljoner": 1_000_000,
    "miljoner kronor": 1_000_000,
    "milj. kr": 1_000_000,
    "million SEK": 1_000_000,
    "mdkr": 1_000_000_000,
    "mdr": 1_000_000_000,
    "miljarder": 1_000_000_000,
    "Miljarder kronor": 1_000_000_000,
}


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty amount"),
        ("   ", "empty amount"),
        ("-5", "negative amount"),
        ("\u22125", "negative amount"),
        ("1 00 000", "odd groups"),
        ("1  000", "odd groups"),
        ("1 000\u00a0000", "odd groups"),
        ("1.000.000", "odd groups"),
        ("1,5,0", "odd groups"),
        ("1_0", "odd groups"),
        ("1e9", "no amount"),
        ("1,350", "two amounts"),
        ("1.350 mdkr", "two amounts"),
        ("5 dollar", "unknown word"),
        ("abc", "no amount"),
        ("\u0967\u0968", "no amount"),
        ("0x10", "no amount"),
        ("1_000_", "odd groups"),
        (",5 mdkr", "no amount"),
        ("1" * 101, "too many digits"),
        ("nan", "no amount"),
        ("+5", "no amount"),
    ],
)
def test_refuses_what_is_no_amount_or_could_be_two(text: str, why: str) -> None:
    with pytest.raises(AmountError, match=why):
        parse_amount(text)


@given(st.text())
def test_any_text_is_an_amount_or_refused(text: str) -> None:
    try:
        assert parse_amount(text) >= 0
    except AmountError as error:
        assert "\n" not in str(error)


@given(st.integers(0, 10**40), st.sampled_from(SPACES))
def test_reads_back_what_it_writes(kronor: int, space: str) -> None:
    assert parse_amount(grouped(kronor).replace(" ", space)) == kronor
    assert parse_amount(str(kronor)) == kronor


@given(st.integers(0, 10**12), st.sampled_from(sorted(WORDS)))
def test_a_word_multiplies(number: int, word: str) -> None:
    assert parse_amount(f"{number} {word}") == number * WORDS[word]


def test_a_unit_may_be_a_word_alone() -> None:
    assert [parse_unit(text) for text in ("1", "kr", "tkr", "MNKR", "1 000")] == [
        1,
        1,
        1_000,
        1_000_000,
        1_000,
    ]
    with pytest.raises(AmountError, match="zero unit"):
        parse_unit("0")


def test_a_long_text_is_refused_at_once() -> None:
    with pytest.raises(AmountError, match="too many digits"):
        parse_amount("1" + " " * 40_000 + "!")


@pytest.mark.parametrize(
    ("unit", "part"),
    [
        (1_000, 1),
        (Fraction(1, 100), Fraction(1, 100)),
        (Fraction(1, 20), Fraction(1, 100)),
        (Fraction(1, 4), Fraction(1, 100)),
        (Fraction(5, 2), Fraction(1, 10)),
        (Fraction(3), Fraction(1)),
    ],
)
def test_the_smallest_part_is_what_the_last_decimal_is_worth(unit: Amount, part: Amount) -> None:
    assert smallest_part(unit) == part
