import pytest
from hypothesis import given
from hypothesis import strategies as st

from allokera.errors import AmountError
from allokera.kronor.amount import SPACES, WORDS, parse_amount, parse_unit
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


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("   ", "empty"),
        ("-5", "negative"),
        ("\u22125", "negative"),
        ("1 00 000", "groups of three"),
        ("1  000", "groups of three"),
        ("1 000\u00a0000", "groups of three"),
        ("1.000.000", "groups of three"),
        ("1,5,0", "groups of three"),
        ("1_0", "groups of three"),
        ("1e9", "not an amount"),
        ("1,350", "could be"),
        ("1.350 mdkr", "could be"),
        ("2,5", "not a whole number"),
        ("0,5 kr", "not a whole number"),
        ("1,0000000001 mdkr", "not a whole number"),
        ("5 dollar", "'dollar' is not known"),
        ("abc", "not an amount"),
        ("\u0967\u0968", "not an amount"),
        ("0x10", "not an amount"),
        ("1_000_", "groups of three"),
        (",5 mdkr", "not an amount"),
        ("1" * 101, "more than 100 digits"),
        ("nan", "not an amount"),
        ("+5", "not an amount"),
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
    with pytest.raises(AmountError, match="smallest is 1 krona"):
        parse_unit("0")


def test_a_long_text_is_refused_at_once() -> None:
    with pytest.raises(AmountError, match="more than 100 digits"):
        parse_amount("1" + " " * 40_000 + "!")
