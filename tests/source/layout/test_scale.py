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
        ("Belopp i tusen", 1_000),
        ("Belopp, tusen", 1_000),
        ("Tusen sjöar 2018", None),
        ("En miljon träd", None),
        ("Million trees", None),
        ("NOK million", 1_000_000),
        ("Millions", 1_000_000),
        ("(£000)", 1_000),
        ("£m", 1_000_000),
        ("In thousands of dollars", 1_000),
        ("US$ millions", 1_000_000),
        ("i 1000 kr", 1_000),
        ("Beløp i 1 000 kr", 1_000),
        ("Mer än 1 000 kr", None),
        ("Mio. EUR", 1_000_000),
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


@pytest.mark.parametrize(
    ("heading", "worth"),
    [
        ("Amount ($m)", 1_000_000),
        ("Amount (\u00a3M)", 1_000_000),
        ("Amount (\u20acbn)", 1_000_000_000),
        ("Amount ($k)", 1_000),
        ("Amount ($000)", 1_000),
        ("Amount (\u00a3'000)", 1_000),
        ("Amount (\u00a3 000s)", 1_000),
        ("Amount ('000)", 1_000),
        ("Amount (000s)", 1_000),
        ("Amount 000s", None),
        ("Amount, mio. EUR", 1_000_000),
        ("EUR million", 1_000_000),
        ("thousands of dollars", 1_000),
        ("1,000 EUR", 1_000),
        ("1.000-tals kroner", 1_000),
        ("'000 USD", 1_000),
        ("Amount $", 1),
        ("Amount in NOK", 1),
        ("Amount $mx", None),
        ("Ram 2018 mnkr", 1_000_000),
        ("Ram 2018* mnkr", 1_000_000),
        ("Ram 20180 mnkr", None),
        ("Ram 425\u00a0mnkr", None),
        ("425 mnkr eller 1 mdkr", None),
    ],
)
def test_a_heading_may_be_in_another_language(heading: str, worth: int | None) -> None:
    assert worth_in_heading(heading) == worth


@pytest.mark.parametrize(
    ("before", "worth"),
    [
        ("", 1_000),
        ("I ", 1_000),
        ("In ", 1_000),
        ("alla i ", 1_000),
        ("Belopp ", 1_000),
        ("Bel\u00f8p ", 1_000),
        ("Bel\u00f8b ", 1_000),
        ("Amount ", 1_000),
        ("Amounts ", 1_000),
        ("Betr\u00e4ge ", 1_000),
        ("Figures ", 1_000),
        ("Values ", 1_000),
        ("Stöd, ", 1_000),
        ("Stöd (", 1_000),
        ("Stöd: ", 1_000),
        ("Stöd/", 1_000),
        ("Stöd,", 1_000),
        ("Belopp " + "x" * 28 + " ", 1_000),
        ("Belopp " + "x" * 30 + " ", None),
        ("Belopp 5 och ", None),
        ("Beloppet ", None),
        ("Stöd ", None),
        ("ni ", None),
    ],
)
def test_a_plain_line_leads_up_to_its_word(before: str, worth: int | None) -> None:
    assert worth_in_note(f"{before}tkr") == worth


@pytest.mark.parametrize(("length", "is_plain"), [(120, True), (121, False)])
def test_a_plain_line_has_so_many_letters(length: int, is_plain: bool) -> None:
    line = "i tkr" + "x".rjust(length - 5)
    assert worth_in_note(line) == (1_000 if is_plain else None)
    assert worth_in_note(f"  {line}.) ") == (1_000 if is_plain else None)


def test_of_several_words_in_a_line_the_first_that_fits_counts() -> None:
    assert worth_in_note("Stöd tkr, mnkr") == 1_000_000
    assert worth_in_note("Belopp i kronor (tkr)") == 1_000
    assert worth_in_note("Ram, 5 tkr, mnkr") == 1_000_000


def test_lines_are_looked_at_so_far() -> None:
    assert worth_in_heading("x" * 1_996 + " tkr") == 1_000
    assert worth_in_heading("x" * 1_997 + " tkr") is None
    assert stated_total("x" * 1_987 + " totalt 5 kr") == 5
    assert stated_total("x" * 1_990 + " totalt 5 kr") is None


@pytest.mark.parametrize(
    "word",
    "totalt total totala summa sammanlagt ram ramen anslag avsätts avsatt fördelas TOTALT".split(),
)
def test_a_word_says_that_a_total_follows(word: str) -> None:
    assert stated_total(f"{word} 5 tkr") == 5_000
    assert stated_total(f"x{word} 5 tkr") is None
    assert stated_total(f"{word}x 5 tkr") is None


@pytest.mark.parametrize(
    ("line", "total"),
    [
        ("Totalt för 2031 är 5 tkr", 5_000),
        ("Totalt 2031: 5 tkr", 5_000),
        ("Totalt 1931: 5 tkr", 5_000),
        ("Totalt 2131: 5 tkr", None),
        ("Totalt " + "x" * 58 + " 5 tkr", 5_000),
        ("Totalt " + "x" * 59 + " 5 tkr", None),
        ("Totalt 2031 " + "x" * 28 + " 5 tkr", 5_000),
        ("Totalt 2031 " + "x" * 29 + " 5 tkr", None),
        ("Totalt 5 tkrx", None),
        ("Totalt 5,5 kr", None),
        ("Totalt 1 00 kr, summa 5 kr", 5),
        ("Totalt 5 EUR", None),
        ("Totalt 0 kr", 0),
    ],
)
def test_what_may_stand_between_a_total_and_its_amount(line: str, total: int | None) -> None:
    assert stated_total(line) == total
