"""What columns are called, and what headings and notes say of them."""

import pytest

from allokera.source.layout.headings import NO_AMOUNTS
from allokera.source.table import Table
from written import read, workbook

HELD = {word: what for what, words in NO_AMOUNTS.items() for word in words.split()}


def one(heading: str, *cells: str, above: str = "", below: str = "") -> Table:
    """A table with one column of amounts beside another one."""
    filled = cells or ("31", "9")
    rows = "".join(f'{name};5000;"{cell}"\n' for name, cell in zip("xyz", filled, strict=False))
    return read(f'{above}Ort;Stöd;"{heading}"\n{rows}{below}')


def reason(heading: str, *cells: str) -> str:
    table = one(heading, *cells)
    return next((str(each.reason) for each in table.asides if each.column == heading), "")


def test_the_words_that_say_so_are_these() -> None:
    assert HELD == {
        **dict.fromkeys(
            ["procent", "andel", "andelar", "kvot", "kvoter", "share", "shares"], "shares"
        ),
        **dict.fromkeys(
            [
                *("invånare", "invånarantal", "folkmängd", "folkmangd", "befolkning"),
                *("population", "inhabitants"),
            ],
            "inhabitants",
        ),
        **dict.fromkeys(["antal", "arbetslösa", "arbetslöshet", "count"], "counts"),
        "index": "indices",
        **dict.fromkeys(["rang", "rangordning", "rank"], "ranks"),
        **dict.fromkeys(
            ["kod", "koder", "kommunkod", "kommunkoder", "länskod", "lanskod", "code"], "codes"
        ),
        **dict.fromkeys(["diarienummer", "diarienr", "dnr"], "records"),
        **dict.fromkeys(
            ["förändring", "förändringar", "skillnad", "differens", "difference"], "differences"
        ),
        "summa": "sums",
    }


@pytest.mark.parametrize("word", [word for word in HELD if "kod" not in word and word != "code"])
def test_a_word_says_that_a_column_holds_no_amounts(word: str) -> None:
    heading = f"X {word.upper()} y"
    assert reason(heading) == f"held by word: what='{HELD[word]}', word='{word}'"


@pytest.mark.parametrize(
    ("heading", "cells", "said"),
    [
        ("Del %", (), "held by word: what='shares', word='%'"),
        ("Andel %", (), "held by word: what='shares', word='%'"),
        (
            "Kronor per invånare",
            (),
            "held by word: what='per inhabitant', word='per invånare'",
        ),
        ("Summa andel", (), "held by word: what='sums', word='summa'"),
        ("Andel (tkr)", (), "held by word: what='shares', word='andel'"),
        ("Del", ("5 %", "6"), "held by cells: what='per cent'"),
        ("Del", ("5\u2030 ", "6"), "held by cells: what='per cent'"),
        ("Del", ("2018", "2019", ""), "held by cells: what='years'"),
        ("Del", ("2018", "2019", "7"), ""),
        ("Del", ("0,5", "0,25", "0"), "held by cells: what='parts of one'"),
        ("Del", ("0,5", "0,25", "1"), "held by cells: what='parts of one'"),
        ("Del", ("0,5", "0,25", "2"), ""),
        ("Del", ("0,5", "0,25", "-1"), ""),
        ("Del", ("0,5", "0", "1"), ""),
        ("Del", ("33,5", "66,4", "0"), "held by cells: what='parts of a hundred'"),
        ("Del", ("33,5", "65,5", "0"), ""),
        ("Del", ("33,5", "65,6", "0"), "held by cells: what='parts of a hundred'"),
        ("Del", ("33,5", "67,5", "0"), ""),
        ("Del", ("33,5", "67,4", "0"), "held by cells: what='parts of a hundred'"),
        ("Del", ("33,5", "66", "0"), ""),
        ("Del", ("12x5", "12y5", "7"), "held by cells: what='no numbers'"),
        ("Del", ("12x5", "7", ""), ""),
        ("Del", ("12x5", "7", "-"), ""),
        ("Del", ("12x5", "164 000 00", ""), ""),
        ("Del (tkr)", ("0,5", "0,25", "0"), ""),
        ("Del i kr", ("0,5", "0,25", "0"), ""),
        ("Del (tkr)", ("2018", "2019", ""), ""),
        ("Del", (), ""),
    ],
)
def test_why_a_column_holds_no_amounts(heading: str, cells: tuple[str, ...], said: str) -> None:
    assert reason(heading, *cells) == said
    table = one(heading, *cells)
    assert (heading in table.amounts) == (not said)
    assert "Stöd" in table.amounts
    assert [each.is_by_word for each in table.asides] == (["word" in said] if said else [])
    noted = [str(what) for subject, what in table.decisions if subject == "no amounts"]
    assert noted == ([f"no amounts in: column={heading!r}, reason={said}"] if said else [])


def test_a_column_that_is_no_amount_is_worth_one() -> None:
    table = one("Andel (tkr)", above="Belopp i tkr;;\n\n")
    assert [each.worth for each in table.columns] == [1_000, 1]
    assert one("Mer (mnkr)", above="Belopp i tkr;;\n\n").columns[1].worth == 1_000_000
    assert [each.worth for each in one("Mer").columns] == [1, 1]


@pytest.mark.parametrize(
    ("above", "below", "said"),
    [
        ("Belopp i tkr;;\n\n", "", "worth by: worth=1000, text='Belopp i tkr'"),
        ("mnkr\nBelopp i tkr;;\n\n", "", "worth by: worth=1000, text='Belopp i tkr'"),
        ("", "\nBelopp i mnkr\n", "worth by: worth=1000000, text='Belopp i mnkr'"),
        ("Belopp i tkr;;\n\n", "\nmnkr\n", "worth by: worth=1000, text='Belopp i tkr'"),
        ("Belopp i tkr" + "x\n" * 7 + "\n", "", None),
        ("Belopp i tkr\n" + "x\n" * 7 + "\n", "", "worth by: worth=1000, text='Belopp i tkr'"),
        ("Belopp i tkr\n" + "x\n" * 8 + "\n", "", None),
        ("", "x\n" * 7 + "mnkr\n", "worth by: worth=1000000, text='mnkr'"),
        ("", "x\n" * 8 + "mnkr\n", None),
        (
            f"{'Belopp, ' * 12}tkr;;\n\n",
            "",
            f"worth by: worth=1000, text={('Belopp, ' * 12)[:80]!r}",
        ),
    ],
)
def test_a_line_beside_the_table_says_what_a_one_is_worth(
    above: str, below: str, said: str | None
) -> None:
    table = one("Mer", above=above, below=below)
    assert [str(what) for subject, what in table.decisions if subject == "worth"] == (
        [said] if said else []
    )


def test_without_amounts_nobody_says_what_a_one_is_worth() -> None:
    table = read("Belopp i tkr\n\nOrt;Andel\nx;5\ny;6\n")
    assert "worth" not in dict(table.decisions)


@pytest.mark.parametrize(
    ("headings", "names"),
    [
        ("A;B", ["A", "B"]),
        ("A;A", ["A", "A (2)"]),
        ("A;A;A", ["A", "A (2)", "A (3)"]),
        ("A*;A**", ["A", "A (2)"]),
        ("A;A (2);A", ["A", "A (2)", "A (3)"]),
        (";A  b", ["column 2", "A b"]),
        (";*", ["column 2", "column 3"]),
    ],
)
def test_every_column_has_a_name_of_its_own(headings: str, names: list[str]) -> None:
    width = len(names)
    rows = "".join(f"{name}{';50' * width}\n" for name in "xyz")
    assert [each.name for each in read(f"Ort;{headings}\n{rows}").columns] == names


@pytest.mark.parametrize(
    ("heading", "note", "quotation"),
    [
        ("Mer*", "* Not", "* Not"),
        ("Mer *", "*Not", "*Not"),
        ("Mer**", "* Not", ""),
        ("Mer*", "** Not", ""),
        ("Mer\u00b9", "1) Not", "1) Not"),
        ("Mer\u00b2", "[2] Not", "[2] Not"),
        ("Mer (3)", "\u00b3 Not", "\u00b3 Not"),
        ("Mer 4)", "(4) Not", "(4) Not"),
        ("Mer\u2070", "0) Not", "0) Not"),
        ("Mer\u2074", "4) Not", "4) Not"),
        ("Mer\u2075", "5) Not", "5) Not"),
        ("Mer\u2076", "6) Not", "6) Not"),
        ("Mer\u2077", "7) Not", "7) Not"),
        ("Mer\u2078", "8) Not", "8) Not"),
        ("Mer\u2079", "9) Not", "9) Not"),
        ("Mer a)", "a) Not", "a) Not"),
        ("Mer\u2020", "\u2020 Not", "\u2020 Not"),
        ("Mer*", "*", ""),
        ("Mer*", "Not *", ""),
        ("Mer*", "*********", ""),
        ("Mer", "* Not", ""),
    ],
)
def test_a_footnote_is_found_by_its_mark(heading: str, note: str, quotation: str) -> None:
    assert one(heading, below=f"\n{note}\n").columns[1].quotation == quotation
    assert one(heading, above=f"{note};;\n\n").columns[1].quotation == quotation


def test_of_two_notes_with_one_mark_the_first_below_counts() -> None:
    table = one("Mer*", above="* Över;;\n\n", below="\n* Ett\n* Två\n")
    assert table.columns[1].quotation == "* Ett"


def test_a_column_has_the_note_of_its_first_mark() -> None:
    table = read("Ort;A*;\n;2031**;2032\nx;5;6\ny;7;8\n** Två\n* Ett\n")
    assert [each.quotation for each in table.columns] == ["* Ett", "* Ett"]
    table = read("Ort;A*;\n;2031**;2032\nx;5;6\ny;7;8\n** Två\n")
    assert [each.quotation for each in table.columns] == ["** Två", ""]


@pytest.mark.parametrize(
    ("text", "envelopes"),
    [
        ("Ort;A*\nx;5\ny;6\n* Totalt 9 tkr\n", {"A": 9_000}),
        ("Ort;A, totalt 8 tkr\nx;5\ny;6\nTotalt 9 tkr\n", {"A, totalt 8 tkr": 8_000}),
        ("Ort;A, totalt 8 tkr*\nx;5\ny;6\n* Totalt 9 tkr\n", {"A, totalt 8 tkr": 8_000}),
        ("Totalt 7 tkr\nOrt;A*\nx;5\ny;6\n* Totalt 9 tkr\n", {"A": 9_000}),
        ("Totalt 7 tkr\nOrt;A\nx;5\ny;6\n", {"A": 7_000}),
        ("Totalt 7 tkr\nTotalt 8 tkr\nOrt;A\nx;5\ny;6\n", {}),
        ("Totalt 7 tkr\nTotalt 7 000 kr\nOrt;A\nx;5\ny;6\n", {"A": 7_000}),
        ("Totalt 7 tkr\nOrt;A;B\nx;5;6\ny;6;7\n", {}),
        ("Totalt 7 tkr\nOrt;A;Andel\nx;5;6\ny;6;7\n", {"A": 7_000}),
        ("Totalt 2031 7 tkr\nOrt;2031;2032\nx;5;6\ny;6;7\n", {"2031": 7_000}),
        ("Totalt 2031 7 tkr\nOrt;2031-2032;A\nx;5;6\ny;6;7\n", {}),
        ("Ort;Andel*\nx;5\ny;6\n* Totalt 9 tkr\n", {}),
        ("Totalt 7 tkr" + "\nx" * 7 + "\nOrt;A\nx;5\ny;6\n", {"A": 7_000}),
        ("Totalt 7 tkr" + "\nx" * 8 + "\nOrt;A\nx;5\ny;6\n", {}),
        (f"Totalt 7 tkr {'x' * 287}\nOrt;A\nx;5\ny;6\n", {"A": 7_000}),
        (f"Totalt 7 tkr {'x' * 288}\nOrt;A\nx;5\ny;6\n", {}),
    ],
)
def test_a_total_is_stated_by_heading_note_or_title(text: str, envelopes: dict[str, int]) -> None:
    assert read(text).envelopes == envelopes


def test_cells_of_a_line_beside_the_table_are_one_text() -> None:
    table = read("Totalt; fördelas 7 tkr;\n" + "\n" * 7 + "Ort;A\nx;5\ny;6\n")
    assert table.envelopes == {"A": 7_000}


def test_years_are_those_of_the_heading() -> None:
    columns = read("Ort;A 2031\u20132033;B*\nx;5;6\ny;6;7\n* 2034\n").columns
    assert [each.years for each in columns] == [(2031, 2032, 2033), ()]


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        ("Ort;A;;B\n;ett;två;tre\n", ["A ett", "A två", "B tre"]),
        ("Ort;;;B\n;ett;två;tre\n", ["ett", "två", "B tre"]),
        ("Ort;A;;C\n;ett;;tre\n", ["A ett", "A", "C tre"]),
        ("Ort;A;B;\n;;två;tre\n", ["A", "B två", "B tre"]),
        ("A;;;B\nOrt;ett;två;tre\n", ["ett", "två", "B tre"]),
    ],
)
def test_a_heading_above_others_spans_blanks_to_its_right(rows: str, names: list[str]) -> None:
    text = f"{rows}x;5;6;7\ny;6;7;8\n"
    assert [each.name for each in read(text).columns] == names


def test_a_merged_cell_heads_all_it_covers_once() -> None:
    page = (
        "<table><tr><th rowspan=2>Ort<th colspan=2>A<th rowspan=2>B<tr><th>ett<th>två"
        "<tr><td>x<td>5<td>6<td>7<tr><td>y<td>6<td>7<td>8</table>"
    )
    assert [each.heading for each in read(page).columns] == ["A ett", "A två", "B"]


def test_a_workbook_has_titles_too() -> None:
    table = read(workbook([("Totalt 7 tkr",), (), ("Ort", "A*"), ("x", 5), ("y", 6), (" * N",)]))
    assert table.envelopes == {"A": 7_000}
    assert table.columns[0].quotation == "* N"
