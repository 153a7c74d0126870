from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allokera.kronor.extras import Oddity
from allokera.kronor.notation import Notation, notation
from allokera.kronor.printed import read, separators

POINTS_GROUP = Notation(grouping=frozenset("."))
COMMAS_PART = Notation(decimal=frozenset(","))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("269 000 000", 269_000_000),
        ("32\u00a0000 000", 32_000_000),
        ("32\u2009000\u2009000", 32_000_000),
        ("32\u202f000\u202f000", 32_000_000),
        ("32\u2007000\u2007000", 32_000_000),
        ("1.350.000", 1_350_000),
        ("1,350,000", 1_350_000),
        ("1\u2019350\u2019000", 1_350_000),
        ("1'350'000", 1_350_000),
        ("32000000", 32_000_000),
        (" 32 000 000\n", 32_000_000),
        ("32 000 000 kr", 32_000_000),
        ("32 000 000:-", 32_000_000),
        ("32 000 000*", 32_000_000),
        ("32 000 000 **", 32_000_000),
        ("32 000 000\u00b9", 32_000_000),
        ("32 000 000\u2020", 32_000_000),
        ("32 000 000 1)", 32_000_000),
        ("-5 000", -5_000),
        ("\u22125 000", -5_000),
        ("5 000-", -5_000),
        ("(5 000)", -5_000),
        ("+5 000", 5_000),
        ("53,5", Fraction(107, 2)),
        ("1 350,50", Fraction(2701, 2)),
        ("1.350,50", Fraction(2701, 2)),
        ("53,00", 53),
        ("0,350", Fraction(7, 20)),
        ("5O OOO", 50_000),
        ("l2 000", 12_000),
    ],
)
def test_reads_a_cell(text: str, value: int | Fraction) -> None:
    reading = read(text)
    assert reading.value == value
    assert reading.text == text


@pytest.mark.parametrize("text", ["", " ", "-", "\u2013", "\u2014", "..", "\u2026", "\u00a0"])
def test_nothing_is_no_amount_and_not_odd(text: str) -> None:
    reading = read(text)
    assert reading.is_nothing
    assert reading.kronor() is None


@pytest.mark.parametrize(
    ("text", "oddity", "span"),
    [
        ("164 000 00", Oddity.MALFORMED_GROUPING, "00"),
        ("9979 000", Oddity.MALFORMED_GROUPING, "9979"),
        ("1 64 000 000", Oddity.MALFORMED_GROUPING, "64"),
        ("53 000 0001", Oddity.MALFORMED_GROUPING, "0001"),
        ("1.350", Oddity.AMBIGUOUS_NUMBER, "1.350"),
        ("1,350", Oddity.AMBIGUOUS_NUMBER, "1,350"),
        ("12:50", Oddity.UNREADABLE_CELL, "12:50"),
        ("abc", Oddity.UNREADABLE_CELL, "abc"),
        ("1e9", Oddity.UNREADABLE_CELL, "1e9"),
        ("x" * 300, Oddity.UNREADABLE_CELL, "x" * 300),
        ("9" * 101, Oddity.UNREADABLE_CELL, "9" * 101),
        ("53 000 000*", Oddity.FOOTNOTE_MARK, "*"),
        ("53 000 000 *", Oddity.FOOTNOTE_MARK, " *"),
        ("53 OOO 000", Oddity.LOOK_ALIKE_DIGIT, "O"),
        ("(5 000)", Oddity.NEGATIVE_SIGN, "5 000"),
    ],
)
def test_says_what_is_odd_and_where(text: str, oddity: Oddity, span: str) -> None:
    remark = next(remark for remark in read(text).remarks if remark.oddity is oddity)
    assert text[remark.start : remark.end] == span


@pytest.mark.parametrize(
    ("text", "readings"),
    [("164 000 00", (16_400_000,)), ("1.350", (1350, Fraction(27, 20))), ("abc", ())],
)
def test_a_cell_that_says_no_one_number_keeps_its_readings(
    text: str, readings: tuple[int | Fraction, ...]
) -> None:
    reading = read(text)
    assert reading.value is None
    assert reading.alternatives == readings


def test_the_table_decides_what_a_mark_means() -> None:
    assert read("1.350", POINTS_GROUP).value == 1350
    assert read("1,350", COMMAS_PART).value == Fraction(27, 20)
    assert notation(["1.350.000", "5,50"]) == Notation(
        grouping=frozenset("."), decimal=frozenset(",")
    )
    assert notation(["1.350.000", "5.5"]) == Notation()
    assert notation(["9 979 000"]) == Notation()


def test_a_word_in_the_cell_says_what_a_one_is_worth() -> None:
    assert read("2,2 mdkr").kronor() == 2_200_000_000
    assert read("850 tkr").kronor() == 850_000
    assert read("850").kronor(scale=1_000) == 850_000
    assert read("0,5").kronor() == Fraction(1, 2)
    assert read("0,5").whole() is None
    assert read("0,5 tkr").whole() == 500


def test_separators_are_found_without_the_decimal_mark() -> None:
    assert separators(read("32\u00a0000 000")) == ((2, "\u00a0"), (6, " "))
    assert separators(read("1 350,50")) == ((1, " "),)
    assert separators(read("53,00")) == ()
    assert separators(read("1.350.000")) == ((1, "."), (5, "."))


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    reading = read(text)
    assert reading.text == text
    for remark in reading.remarks:
        assert 0 <= remark.start <= remark.end <= len(text)
    if reading.value is None and not reading.is_nothing:
        assert reading.remarks


@given(st.text(alphabet=" 0123456789.,\u00a0\u2009-*()Ol", max_size=20))
def test_a_value_has_the_digits_that_are_printed(text: str) -> None:
    """No digit is made up: the value, scaled up, is made of the printed digits and look-alikes."""
    reading = read(text)
    if reading.value is not None and not reading.has(Oddity.FOOTNOTE_MARK):
        digits = "".join(
            {"O": "0", "l": "1"}.get(letter, letter)
            for letter in text
            if letter.isdigit() or letter in "Ol"
        )
        value = abs(Fraction(reading.value))
        assert int(digits) in {value * 10**places for places in range(len(digits) + 1)}


@pytest.mark.parametrize(
    ("text", "value", "worth"),
    [
        ("$1,000.50", Fraction(2001, 2), None),
        ("US$ 5", 5, None),
        ("SEK 5", 5, None),
        ("kr 5", 5, None),
        ("5 NOK", 5, 1),
        ("\u20ac5", 5, None),
        ("-$5", -5, None),
        ("$-5", -5, None),
        ("($5)", -5, None),
        ("5 mio. EUR", 5, 1_000_000),
        ("53 miljoner kronor", 53, 1_000_000),
        ("53 milj. kr", 53, 1_000_000),
        ("53 mill. kr", 53, 1_000_000),
        ("$5 million", 5, 1_000_000),
        ("5 bn", 5, 1_000_000_000),
        ("2,2 mrd", Fraction(11, 5), 1_000_000_000),
        ("3 thousand", 3, 1_000),
    ],
)
def test_currencies_and_words_for_thousands(
    text: str, value: int | Fraction, worth: int | None
) -> None:
    reading = read(text)
    assert (reading.value, reading.worth) == (value, worth)


@pytest.mark.parametrize(
    ("text", "value", "span"),
    [
        ("9 000 000 p", 9_000_000, (9, 11)),
        ("12b", 12, (2, 3)),
        ("12 bu", 12, (2, 5)),
        ("1 234 (5,3 %)", 1_234, (5, 13)),
        ("1 234 (\u22125%)", 1_234, (5, 11)),
    ],
)
def test_flags_and_shares_beside_an_amount_are_marks(
    text: str, value: int, span: tuple[int, int]
) -> None:
    reading = read(text)
    assert reading.value == value
    assert [each.span for each in reading.remarks] == [span]


def test_nothing_is_printed_in_several_ways() -> None:
    for text in (":", "n/a", "\u2013", "..", ""):
        assert read(text).is_nothing
