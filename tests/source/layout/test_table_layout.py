"""Which rows and columns of a table are taken, and that the others are said."""

import pytest

from allokera.errors import SourceError
from allokera.model import Recipient
from allokera.source.table import read_table
from written import KNOWN, read, workbook


def names(text: str) -> list[str]:
    return [each.name for each in read(text).recipients]


def asides(text: str) -> str:
    return "\n".join(str(what) for subject, what in read(text).decisions if subject == "left aside")


def test_titles_notes_sections_and_totals() -> None:
    text = (
        "Statsbidrag;;\n;;\nKommun;Belopp;Anmärkning\n\nStockholms län;;\nEkerö;1 000;ja\n\n"
        "Salem;2 000;\nUppsala län;;\nHåbo;3 000;\nSumma;6 000;\n;6 000;\nKälla: vi;;\n"
    )
    assert names(text) == ["Ekerö", "Salem", "Håbo", "Summa"]
    assert read(text).columns[0].name == "Belopp"
    said = asides(text)
    assert (
        "rows without number: rows=((5, 'Stockholms län'), (9, 'Uppsala län')), are_lines=True"
        in said
    )
    assert "rows without recipient: rows=((12, '6 000'),), are_lines=True" in said
    assert "column without numbers: column=3" in said


def test_a_heading_of_several_rows() -> None:
    text = (
        "Nr;Kod;Kommun;Bidrag;;Andel\n;;;2031*;2032;%\n1;0114;Ale;5;6;1,5\n2;0115;Kil;7;8;1,5\n"
        "3;0117;Håbo;1;1;97\n* preliminärt\n"
    )
    table = read(text)
    assert [each.name for each in table.columns] == ["Bidrag 2031", "Bidrag 2032", "Andel %"]
    assert table.columns[0].heading == "Bidrag 2031*"
    assert table.columns[0].quotation == "* preliminärt"
    assert table.amounts == ("Bidrag 2031", "Bidrag 2032")
    assert [each.code for each in table.recipients] == ["0114", "0115", "0117"]
    assert "column counts rows: column=1" in asides(text)


def test_merged_cells_of_a_workbook_head_what_they_span() -> None:
    rows = [("Tabell 1",), (), ("Kommun", "Belopp", None), (None, 2031, 2032), ("Ale", 5, 6)]
    table = read(workbook([*rows, ("Kil", 7, 8)]))
    assert [each.name for each in table.columns] == ["Belopp 2031", "Belopp 2032"]


@pytest.mark.parametrize("years", ["2031;2032", "2031\u20132034;2035*"])
def test_years_alone_are_a_heading(years: str) -> None:
    table = read(f"Kommun;{years}\nAle;5;6\nKil;2031;2032\n")
    assert [each.name for each in table.recipients] == ["Ale", "Kil"]
    assert [each.heading for each in table.columns] == years.split(";")


def test_columns_without_a_heading_or_with_the_same() -> None:
    table = read("Ale;5;6\nKil;7;8\n")
    assert [each.name for each in table.columns] == ["column 2", "column 3"]
    table = read("Kommun;Belopp;Belopp\nAle;5;6\nKil;7;8\n")
    assert [each.name for each in table.columns] == ["Belopp", "Belopp (2)"]


@pytest.mark.parametrize(
    ("heading", "cells", "is_amount"),
    [
        ("Folkmängd", ("31 000", "9 000"), False),
        ("Kr per invånare", ("31 000", "9 000"), False),
        ("Andel", ("31", "9"), False),
        ("Del", ("31 %", "9 %"), False),
        ("Del", ("0,31", "0,0009"), False),
        ("Del", ("31,5", "68,5"), False),
        ("Start", ("2019", "2020"), False),
        ("Start (tkr)", ("2019", "2020"), True),
        ("Ersättning", ("31", "9"), True),
        ("Ersättning", ("31,5", "9"), True),
    ],
)
def test_what_holds_amounts(heading: str, cells: tuple[str, str], is_amount: bool) -> None:
    table = read(f"Kommun;{heading};Bidrag\nAle;{cells[0]};5 000\nKil;{cells[1]};6 000\n")
    assert table.columns[0].cells == cells
    assert (table.columns[0].name in table.amounts) is is_amount
    assert "Bidrag" in table.amounts


@pytest.mark.parametrize(
    ("above", "heading", "worth"),
    [
        ("", "Belopp", 1),
        ("", "Belopp (tkr)", 1_000),
        ("", "Belopp 2031, mnkr", 1_000_000),
        ("", "Miljarder kronor", 10**9),
        ("", "Ram 425 mnkr", 1),
        ("Belopp i tusental kronor", "Belopp", 1_000),
        ("tkr", "Belopp", 1_000),
        ("Bidrag 2031, mkr", "Belopp", 1_000_000),
        ("Belopp i tkr", "Belopp (kr)", 1),
        ("Regeringen satsar 2,2 miljarder kronor", "Belopp", 1),
    ],
)
def test_what_a_one_is_worth(above: str, heading: str, worth: int) -> None:
    table = read(f'"{above}"\n\nKommun;"{heading}"\nAle;5\nKil;6\n')
    assert table.columns[0].worth == worth
    assert any(subject == "worth" for subject, _ in table.decisions) is above.endswith(
        ("kr", "tusental kronor")
    )


@pytest.mark.parametrize(
    ("title", "heading", "note", "total"),
    [
        ("", "Belopp*", "* Totalt 425 miljoner kr (med allt)", 425_000_000),
        ("", "Belopp\u00b9", "\u00b9 Summa: 1,35 miljarder kronor", 1_350_000_000),
        ("", "Belopp 1)", "1) Totalt för 2031: 12 000 kr", 12_000),
        ("", "Belopp, totalt 5 mnkr", "", 5_000_000),
        ("Totalt 7 mnkr fördelas", "Belopp", "", 7_000_000),
        ("", "Belopp*", "** Totalt 425 miljoner kr", None),
        ("", "Belopp*", "* Cirka 425 miljoner kr", None),
        ("", "Belopp*", "* Totalt 4 mnkr eller totalt 5 mnkr", None),
    ],
)
def test_stated_totals(title: str, heading: str, note: str, total: int | None) -> None:
    table = read(f'"{title}"\nKommun;"{heading}"\nAle;5\nKil;6\n"{note}"\n')
    assert list(table.envelopes.values()) == ([] if total is None else [total])


def test_names_may_be_unknown() -> None:
    assert names("Förening;Bidrag\nKlubben;5 000\nLaget;6 000\nKören;1 000\n") == [
        "Klubben",
        "Laget",
        "Kören",
    ]


def test_codes_that_lost_a_zero_and_codes_alone() -> None:
    known = [Recipient(code="0114", name="Upplands Väsby"), Recipient(code="1440", name="Ale")]
    content = workbook(
        [("Kommun", "Nyckel", "Bidrag"), ("Upplands Väsby", 114, 5), ("Ale", 1440, 6)]
    )
    assert [each.code for each in read_table("t", content, known).recipients] == ["114", "1440"]
    alone = read_table("t", b"0114;5 000\n1440;6 000\n", known)
    assert [(each.code, each.name) for each in alone.recipients] == [
        ("0114", "0114"),
        ("1440", "1440"),
    ]


def test_small_amounts_are_no_codes() -> None:
    table = read("Kommun;Belopp i tkr\nAle;1234\nKil;2345\nHåbo;345\n")
    assert table.amounts == ("Belopp i tkr",)
    assert {each.code for each in table.recipients} == {""}


def test_a_recipient_without_an_amount_stays_by_its_code() -> None:
    text = "Kod;Kommun;Belopp\n01;Stockholms län;\n0114;Ale;5\n0115;Kil;\n0117;Håbo;6\n"
    assert names(text) == ["Ale", "Kil", "Håbo"]
    assert read(text).columns[0].cells == ("5", "", "6")


def test_a_copied_page_with_codes_sections_and_a_total() -> None:
    lines = "Nr Kommun Belopp 1 Ale 5 2 Kil 6 3 Håbo 7 Summa 18 Källa: vi".split()
    table = read("\n".join(lines))
    assert [each.name for each in table.recipients] == ["Ale", "Kil", "Håbo", "Summa"]
    assert table.columns[0].cells == ("5", "6", "7", "18")
    lines = "Rubrik. Kod Kommun Belopp 0114 Ale 5 0115 Kil 6 0117 Håbo 7".split()
    table = read("\n\n".join([*lines, "Summa", "18", "Senast ändrad"]))
    assert [each.code for each in table.recipients[:3]] == ["0114", "0115", "0117"]
    lines = "Kommun Belopp Ale 5 Kil 6 Västra Håbo 7 Åmål 8 Summa 26".split()
    table = read("\n\n".join(lines))
    assert [each.name for each in table.recipients] == ["Ale", "Kil", "Håbo", "Åmål", "Summa"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "t: empty file"),
        (" \n\t", "t: empty file"),
        ("hej\n", "t: no table: formats=('XLSX', "),
        ('Kommun,Belopp\nAle,"5\nKil,6\n', "t:2: quote never closes"),
        ("Kommun,Belopp\nAle,5\nKil,6,5\nHåbo,7\n", "t:3: row too long: cells=3, usual=2"),
        (
            "Kommun  A  B\nAle  5  6\nKil  6\nHåbo  7  8\n",
            "t:3: row too short: cells=2, usual=3",
        ),
        (
            "A\nB\nC\nAle\n5\n6\nKil\n7\nHåbo\n8\n9\nÅmål\n1\n2\n",
            "t:7: stanza broken: text='Kil'",
        ),
        ("Ale;5;Kil;6\nMora;7;Åmål;8\n", "t: two tables beside: column=3"),
        ("Ale;5\0\n", "t:1: nul character"),
        (",".join("1" * 1001), "t:1: row too wide: most=1000"),
        ("%PDF-1.7 ", "t: foreign pdf"),
        ("PK\x03\x04 hej", "t: workbook damaged"),
        ("table:\n  rows:\n    - [\n", "t:4: no yaml"),
        ("table:\n  rows: []\n", "t: no table"),
        ("table:\n  rows:\n    - a\n", "t:1: "),
        ("table:\n  rows:\n" + "#" * 10**6, "t: yaml too long: most=1000000"),
        ("<table></table>", "t: no table"),
        ("<table><tr><td " + "a" * 70_000 + ">", "t: tag too long"),
        ("<table><tr>" + "<td>" * 1001, "t: row too wide"),
    ],
)
def test_refusals(text: str, message: str) -> None:
    with pytest.raises(SourceError) as refused:
        read(text)
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize("heads", ["2022;2023", "B0;B1"])
def test_a_heading_that_looks_like_numbers_is_one(heads: str) -> None:
    """An amount may be some municipality's code, and a heading may look like an amount."""
    table = read(f"Organisation;{heads}\nAlfa;2023;6000\nBeta;2000;6000\nGamma;3000;9000\n")
    assert [column.name for column in table.columns] == heads.split(";")
    assert [each.name for each in table.recipients] == ["Alfa", "Beta", "Gamma"]


@pytest.mark.parametrize("heading", ["Förändring", "Summa", "Dnr"])
def test_columns_of_sums_and_differences_are_left_aside(heading: str) -> None:
    table = read(f"Kommun;2031;2032;{heading}\nAle;100;300;400\nKil;200;600;800\n")
    assert table.amounts == ("2031", "2032")
    assert [column.name for column in table.columns] == ["2031", "2032", heading]


def test_a_name_that_looks_like_a_number_is_a_name_among_names() -> None:
    assert names("Kommun;2031\nAlfa;1\n4H;2\nBeta;3\nGamma;4\n") == ["Alfa", "4H", "Beta", "Gamma"]


def test_formulas_without_saved_values_are_refused() -> None:
    rows: list[list[object]] = [
        ["Kommun", "2031", "2032", "2033"],
        ["Ale", 100, 300, "=B2*3"],
        ["Kil", 2, 6, "=B3*3"],
    ]
    refused = "^table.xlsx: 'Blad1': formulas unsaved: cells=.'D2', 'D3'.*count=2$"
    with pytest.raises(SourceError, match=refused):
        read_table("table.xlsx", workbook(rows), KNOWN)


@pytest.mark.parametrize(
    "heads",
    [
        *["2018-12-31;2032-12-31", "2018/19;2032/33", "31.12.2018;31.12.2032", "2018:1;2032:1"],
        *["2018\u201319;2032\u201333", "2018-01;2032-01", "2018K1;2032K1", "2018;2032", "1;2"],
    ],
)
@pytest.mark.parametrize("labels", ["Kommunkod;Kommun;", "Kommun;"])
def test_periods_and_numbers_above_amounts_are_a_heading(labels: str, heads: str) -> None:
    """Each column votes by what stands below: text or a period above amounts heads them."""
    code = labels.count(";") > 1
    rows = [("0114", "Ale", 5, 600), ("0115", "Kil", 2031, 8), ("0117", "Håbo", 1, 2032)]
    lines = [";".join(map(str, row if code else row[1:])) for row in rows]
    table = read(f"{labels}{heads}\n" + "\n".join(lines) + "\n")
    assert [each.name for each in table.recipients] == ["Ale", "Kil", "Håbo"]
    assert [each.heading for each in table.columns] == heads.split(";")


def test_a_first_row_like_the_others_is_no_heading() -> None:
    table = read("Ort;a;b\nNya;2018;2\nGamla;2019;3\nHöga;7;4\n")
    assert [each.name for each in table.recipients] == ["Nya", "Gamla", "Höga"]


@pytest.mark.parametrize(
    ("heading", "is_amount"),
    [
        *[("Stöd till handel", True), ("Arrangemangsstöd", True), ("Episkoden", True)],
        *[("Indexeringsstöd", True), ("Andel", False), ("Andel av stödet", False)],
        *[("Antal elever", False), ("Rang", False), ("Kr per invånare", False)],
    ],
)
def test_whole_words_alone_set_a_column_aside(heading: str, is_amount: bool) -> None:
    table = read(f"Ort;Stöd;{heading}\nNya;5000;600\nGamla;7000;800\nHöga;1000;900\n")
    assert (heading in table.amounts) == is_amount
    assert [each.column for each in table.asides] == ([] if is_amount else [heading])
    assert all(each.is_by_word for each in table.asides)


MEASURES = (
    "Mått;Ale;Kil;Håbo;Summa\nFolkmängd;31 402;12 110;12 260;55 772\n"
    "Bidrag;1 200 000;800 000;700 000;2 700 000\nAnsökningar;12;5;7;24\nBeviljade;10;4;6;20\n"
)


def test_recipients_that_head_the_columns_do_not_name_the_rows() -> None:
    """Each stands once in its own column, and all of them in one row."""
    assert names(MEASURES) == ["Folkmängd", "Bidrag", "Ansökningar", "Beviljade"]
    assert [each.name for each in read(MEASURES).columns] == ["Ale", "Kil", "Håbo", "Summa"]


def test_recipients_in_a_column_name_the_rows_beside_others_in_the_same_row() -> None:
    text = "Dnr;Kommun;Granne;Bidrag\nx;Ale;Kil;5 000\ny;Kil;Ale;6 000\n"
    assert names(text) == ["Ale", "Kil"]
