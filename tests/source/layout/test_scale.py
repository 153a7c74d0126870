"""What headings and notes say about money."""

import pytest

from allokera.source.layout.scale import (
    first_worth,
    stated_total,
    worth_in_heading,
    worth_in_note,
)


@pytest.mark.parametrize(
    ("heading", "worth"),
    [
        ("Belopp (tkr)", 1_000),
        ("kkr", 1_000),
        ("tusental kronor", 1_000),
        ("tusentals kr", 1_000),
        ("1000-tal kr", 1_000),
        ("1 000-tals kronor", 1_000),
        ("Bidrag (1 000 kr)", 1_000),
        ("Belopp, mnkr", 1_000_000),
        ("miljoner kronor", 1_000_000),
        ("miljoner", 1_000_000),
        ("MSEK", 1_000_000),
        ("mdkr", 1_000_000_000),
        ("miljarder kronor", 1_000_000_000),
        ("Belopp i kronor", 1),
        ("kr", 1),
        ("Belopp 2018 kr", 1),
        ("Belopp", None),
        ("Ram 425 mnkr", None),
        ("Ram 425 mnkr, belopp i tkr", 1_000),
        ("atkr", None),
        ("tkrx", None),
    ],
)
def test_a_heading_says_what_a_one_is_worth(heading: str, worth: int | None) -> None:
    assert worth_in_heading(heading) == worth


@pytest.mark.parametrize(
    ("line", "worth"),
    [
        ("Belopp i tusental kronor.", 1_000),
        ("(tkr)", 1_000),
        ("Mnkr", 1_000_000),
        ("Alla belopp i miljoner kronor", 1_000_000),
        ("Belopp i kronor", None),
        ("Regeringen avsätter 425 mnkr", None),
        ("kommunen har tkr", None),
        ("Belopp i tkr " + "x" * 120, None),
    ],
)
def test_a_note_says_what_a_one_is_worth(line: str, worth: int | None) -> None:
    assert worth_in_note(line) == worth


def test_the_first_line_that_says_so_counts() -> None:
    assert first_worth(["Bidrag", "Belopp i tkr ", "mnkr"]) == (1_000, "Belopp i tkr")
    assert first_worth(["Bidrag"]) is None


@pytest.mark.parametrize(
    ("line", "total"),
    [
        ("Totalt 425 miljoner kr", 425_000_000),
        ("Totalt fördelas 1,35 miljarder kronor", 1_350_000_000),
        ("Ramen för 2020 är 2 200 mnkr", 2_200_000_000),
        ("Totalt 425 miljoner kr, summa 426 miljoner kr", None),
        ("Totalt 425 miljoner kr, summa 425 mnkr", 425_000_000),
        ("425 miljoner kr", None),
        ("Totalt 425", None),
        ("Totalt", None),
    ],
)
def test_a_total_is_stated_with_its_unit(line: str, total: int | None) -> None:
    assert stated_total(line) == total
