"""What kind of cell a printed text is, and which years and periods it names."""

import pytest

from allokera.source.cells import (
    BLANK,
    NUMBER,
    TEXT,
    are_years,
    has_digit,
    is_class,
    is_period,
    is_years,
    kind,
    unmarked,
    years_in,
)

NUMBERS = [
    "0", "7", "425", "1 350", "1\u00a0350\u2009000", "1.350", "12,5", "-5", "(5)", "53 mnkr", "-",
    "\u2013", "..", "5 %", "5%", "3\u2030", "164 000 00", "1O 701 000", "9 979 000 (prel.)", "12)*",
    "7*", "l2", "1 2 3", "5 000 kr", "0,25", "12a", "kr 5", "$1,000", "-$5",
    "5 mio. EUR", ":", "n/a", "12 bu",
    "123456 abcdef",
]  # fmt: skip
TEXTS = [
    "Ale", "Malmö", "%", "Kommun 3", "4H-gården", "1234567 abcdefg", "2 abc d", "1 xx", "x", "A1",
    "Summa", "O", "*", "O l", "no", "1" * 201, "Åmål 7", "i",
]  # fmt: skip
BLANKS = ["", " ", "\t", "\u00a0"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *((text, NUMBER) for text in NUMBERS),
        *((text, TEXT) for text in TEXTS),
        *((text, BLANK) for text in BLANKS),
    ],
)
def test_a_cell_is_a_number_a_text_or_nothing(text: str, expected: int) -> None:
    assert kind(text) == expected


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2018", (2018,)),
        ("Belopp per år 2020\u20132022", (2020, 2021, 2022)),
        ("2020-2021 och 2030", (2020, 2021, 2030)),
        ("2020/2021", (2020, 2021)),
        ("2020 \u2013 2021", (2020, 2021)),
        ("1899, 1900, 2099, 2100", (1900, 2099)),
        ("12018 och 20180", ()),
        ("2018 2018", (2018,)),
        ("2021-2020", ()),
        ("", ()),
    ],
)
def test_a_text_names_years_with_spans_filled(text: str, years: tuple[int, ...]) -> None:
    assert years_in(text) == years


@pytest.mark.parametrize(
    "text", ["2018", "2018*", "2018 1)", "2018\u00b9", " 2020\u20132027 ", "2020/2021"]
)
def test_years_and_nothing_else(text: str) -> None:
    assert is_years(text)
    assert is_period(text)


@pytest.mark.parametrize("text", ["år 2018", "2018 000", "20", "1899", "", "2018x"])
def test_no_years(text: str) -> None:
    assert not is_years(text)
    assert not is_period(text)


@pytest.mark.parametrize(
    "text",
    [
        "2018/19", "2018-19", "2018-12-31", "2018-1-1", "2018.12", "2018:1", "2018Q3",
        "31.12.2018", "1/1 2018", "31-12-2018", "2018K1", "2018/12/31", "2018T12", "2018M1",
    ],
)  # fmt: skip
def test_a_period_is_a_year_or_a_part_of_one(text: str) -> None:
    assert is_period(text)


@pytest.mark.parametrize(
    "text",
    [
        "0-19", "20\u201364", "80+", "80 +", "85-w", "85\u2013\u03c9", "<1", "\u2265 65",
        "1 000-1 999", "0-19, %", "80+ %",
    ],
)  # fmt: skip
def test_a_class_is_a_span_of_sizes_or_open_at_an_end(text: str) -> None:
    assert is_class(text)


@pytest.mark.parametrize(
    "text", ["12", "-12", "12-", "1 000", "12,5-13", "0-19 år", "+46", "1000 000-x", "%", "", "<"]
)
def test_no_class(text: str) -> None:
    assert not is_class(text)


@pytest.mark.parametrize(
    "text",
    ["2018-13-01x", "32.12.2018", "31.13.2018", "2018-12-32", "1.350", "2018/1/2/3", "0.0.2018"],
)
def test_no_period(text: str) -> None:
    assert not is_period(text)


def test_years_of_cells() -> None:
    assert are_years(["2018", "2019*"])
    assert not are_years([])
    assert not are_years(["2018", "kr"])


@pytest.mark.parametrize(
    ("text", "bare", "mark"),
    [
        ("2031*", "2031", "*"),
        ("2031 *", "2031", "*"),
        ("2031**", "2031", "**"),
        ("Belopp\u00b9", "Belopp", "\u00b9"),
        ("Belopp 1)", "Belopp", "1)"),
        ("Belopp", "Belopp", ""),
        ("", "", ""),
        ("2031* ", "2031", "*"),
        ("*", "", "*"),
        ("1)", "1)", ""),
        (" 1)", "", "1)"),
        ("A" * 20 + "*********", "A" * 20, "*********"),
    ],
)
def test_a_footnote_mark_is_taken_off_the_end(text: str, bare: str, mark: str) -> None:
    assert unmarked(text) == (bare, mark)


def test_a_digit_is_one_of_ten() -> None:
    assert has_digit("a1")
    assert not has_digit("a\u00b2")
    assert not has_digit("")
