"""Which column names the recipients, which rows are theirs, and what is left aside."""

import pytest

from allokera.errors import SourceError
from allokera.source.choices import Choices
from allokera.source.table import Table, read_table
from written import KNOWN, read, workbook


def names(text: str) -> list[str]:
    return [each.name for each in read(text).recipients]


def asides(table: Table) -> list[str]:
    return [str(what) for subject, what in table.decisions if subject == "left aside"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x;Ale;5\ny;Kil;6\n", ["Ale", "Kil"]),
        ("Ale;x;5\nKil;y;6\n", ["Ale", "Kil"]),
        ("x;y;5\nz;w;6\n", ["x", "z"]),
        ("x;y;5\nx;w;6\n", ["y", "w"]),
        ("1440;5;1\n1715;6;2\n", ["1440", "1715"]),
    ],
)
def test_the_column_with_most_known_names_names_the_recipients(
    text: str, expected: list[str]
) -> None:
    assert names(f"a;b;c\n{text}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1440;x;5\n1715;y;6\n", ["1440", "1715"]),
        ("1440;x;5\n7;y;6\n", ["", ""]),
        ("01;x;5\n03;y;6\n", ["", ""]),
        ("1440;x;5\n1715;y;6\n9998;z;7\n9999;w;7\n", [""] * 4),
        ("1440;x;5\n1715;y;6\n0123;z;7\n9999;w;7\n", ["1440", "1715", "0123", "9999"]),
    ],
)
def test_codes_that_are_known_stand_beside_names_that_are_not(
    text: str, expected: list[str]
) -> None:
    table = read(f"a;b;c\n{text}")
    assert [each.code for each in table.recipients] == expected
    assert {each.name for each in table.recipients} <= set("xyzw")


@pytest.mark.parametrize(("others", "name"), [(7, "Ale, x0"), (8, "x0")])
def test_one_known_name_in_ten_is_chance(others: int, name: str) -> None:
    rows = "".join(f"x{place};nej;5\n" for place in range(1, others + 1))
    text = f"Ort;Län;Kr\nx0;Ale;5\n{rows}"
    assert names(text)[0] == name


def test_a_name_has_a_hundred_letters() -> None:
    rows = [f"{'x' * 100};5", f"{'y' * 101};6", "z;7"]
    assert names("Ort;Kr\n" + "\n".join(rows) + "\n") == ["x" * 100, "z"]


def test_a_known_name_counts_once() -> None:
    text = "a;b;c\nAle;Kil;5\nAle;Borås;6\nAle;nej;7\n"
    assert names(text) == ["Kil", "Borås", "nej"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ort;Kr\nx;5\ny;\nz;7\n", ["x", "z"]),
        ("Ort;Kr\nx;5\n;6\nz;7\n", ["x", "z"]),
        ("Ort;Kr\nx;5\n8;6\nz;7\n", ["x", "z"]),
        ("Ort;Kr\nx;5\n4H;6\nz;7\n", ["x", "4H", "z"]),
        ("Ort;Kr\nx;5\n4H;\nz;7\n", ["x", "z"]),
        ("Ort;Kr\nx;5\ny;-\nz;7\n", ["x", "y", "z"]),
        ("Ort;Kr\nx;5\ny;nej\nz;7\n", ["x", "z"]),
    ],
)
def test_a_row_has_a_name_and_a_number(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("cells", "is_number"),
    [
        (("5", "nej", "7"), True),
        (("5", "nej", "nej"), False),
        (("5", "nej", ""), False),
        (("5", "", ""), True),
        (("-", "-", "-"), False),
        (("-", "-", "7"), True),
    ],
)
def test_a_column_of_numbers_has_more_of_them_than_of_words(
    cells: tuple[str, str, str], is_number: bool
) -> None:
    rows = "".join(f"{name};9;{cell}\n" for name, cell in zip("xyz", cells, strict=True))
    assert len(read(f"Ort;Kr;Mer\n{rows}").columns) == (2 if is_number else 1)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("01;Stockholms län;\n1440;Ale;5\n1715;Kil;\n1490;Borås;6\n", ["Ale", "Kil", "Borås"]),
        (" 01 ;Stockholms län;\n1440;Ale;5\n1715;Kil;\n1490;Borås;6\n", ["Ale", "Kil", "Borås"]),
        ("01;Stockholms län;7\n1440;Ale;5\n1715;Kil;\n1490;Borås;6\n",
         ["Stockholms län", "Ale", "Kil", "Borås"]),
        ("01;Stockholms län;5\n03;Uppsala län;\n1715;Kil;\n04;Södermanlands län;6\n",
         ["Stockholms län", "Uppsala län", "Södermanlands län"]),
        ("177;Alfa;5\n178;Beta;\n77;Gamma;\n179;Delta;6\n", ["Alfa", "Beta", "Delta"]),
    ],
)  # fmt: skip
def test_a_row_without_an_amount_stays_by_a_code_as_long_as_most(
    rows: str, expected: list[str]
) -> None:
    assert names(f"Kod;Ort;Kr\n{rows}") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Län;Ort;Kr\na;x;5\nb;x;6\na;y;7\na;z;8\n", ["x, a", "x, b", "y, a", "z, a"]),
        ("Ort;Län;Kr\nx;a;5\nx;b;6\ny;a;7\nz;a;8\n", ["x, a", "x, b", "y, a", "z, a"]),
        (
            "Ort;Län;Del;Kr\nx;a;p;5\nx;a;q;6\nx;b;p;7\ny;b;p;7\nz;b;p;8\n",
            ["x, a, p", "x, a, q", "x, b, p", "y, b, p", "z, b, p"],
        ),
        ("Ort;Län;Kr\nx;a;5\nx;a;6\ny;a;7\nz;c;8\n", ["x", "x", "y", "z"]),
        ("Ort;Län;Kr\nx;a;5\nx;;6\ny;a;7\nz;b;8\n", ["x", "x", "y", "z"]),
        ("Ort;Län;Kr\nx;a;5\ny;b;6\nz;c;7\n", ["x", "y", "z"]),
        ("Ort;Kr;Län\nx;5;a\nx;6;b\ny;7;a\nz;8;a\n", ["x", "x", "y", "z"]),
        ("Kod;Ort;Län;Kr\n7;x;a;5\n8;x;b;6\n9;y;a;7\n6;z;a;7\n", ["x", "x", "y", "z"]),
    ],
)
def test_rows_with_one_name_are_told_apart_by_a_column_beside_it(
    text: str, expected: list[str]
) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (("Län",), ["a", "b", "a"]),
        (("Län", "Ort"), ["a, x", "b, x", "a, y"]),
        (("Ort", "Kod"), ["x, 7", "x, 8", "y, 9"]),
        (("ko",), ["7", "8", "9"]),
    ],
)
def test_a_person_says_which_columns_name_the_recipients(
    chosen: tuple[str, ...], expected: list[str]
) -> None:
    content = b"Titel\nKod;Ort;L\xc3\xa4n;Kr\n7;x;a;5\n8;x;b;6\n9;y;a;7\n"
    table = read_table("t", content, KNOWN, Choices(names=chosen))
    assert [each.name for each in table.recipients] == expected
    assert [each.name for each in table.columns] == ["Kr"]


@pytest.mark.parametrize(("above", "is_seen"), [(29, True), (30, False)])
def test_headings_are_looked_for_in_thirty_rows(above: int, is_seen: bool) -> None:
    content = "a;b\n" * above + "Kod;Ort;Kr\n7;x;5\n8;y;6\n"
    choices = Choices(names=("Ort",))
    if is_seen:
        table = read_table("t", content.encode(), KNOWN, choices)
        assert [each.name for each in table.recipients] == ["x", "y"]
    else:
        with pytest.raises(Exception, match=r"no such column: text='Ort', names="):
            read_table("t", content.encode(), KNOWN, choices)


@pytest.mark.parametrize(
    ("rows", "twin"),
    [
        ("Ale;5;Kil;6\nMora;7;Lund;8\n", 3),
        ("Ale;5;4;Kil;6\nMora;7;6;Lund;8\n", 4),
        ("Ale;5;Kil;6\nMora;7;Ale;8\n", None),
        ("Ale;5;Kil;6\nMora;7;x;8\nLund;7;y;8\n", None),
        ("Ale;5;Kil;6\nMora;7;Växjö;8\nLund;7;y;8\n", 3),
        ("Ale;5;Kil\nMora;7;Lund\n", None),
        ("Ale;Kil;5\nMora;Lund;6\n", None),
    ],
)
def test_other_recipients_between_numbers_are_a_second_table(rows: str, twin: int | None) -> None:
    width = rows.partition("\n")[0].count(";") + 1
    text = f"{';'.join('abcde'[:width])}\n{rows}"
    if twin is None:
        assert read(text).columns
    else:
        with pytest.raises(SourceError) as refused:
            read(text)
        assert str(refused.value) == f"t: two tables beside: column={twin}"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Ort;Kr;Anm\nx;5;ja\ny;6;\n", ["column without numbers: column=3"]),
        ("Ort;Kr;Anm\nx;5;\ny;6;\n", []),
        ("Ort;Län;Kr\nAle;Kil;5\nMora;Ale;6\nLund;x;7\n", ["column names others: column=2"]),
        ("Ort;Län;Kr\nAle;Kil;5\nMora;Kil;6\nLund;Kil;7\n", ["column without numbers: column=2"]),
        ("Nr;Ort;Kr\n1;x;5\n2;y;6\n3;z;7\n", ["column counts rows: column=1"]),
        ("Ort;Kr\nx;5\n;7\ny;6\n", ["rows without recipient: rows=((3, '7'),), are_lines=True"]),
        ("Ort;Kr\nx;5\ny;6\n;7\n", ["rows without recipient: rows=((4, '7'),), are_lines=True"]),
        (
            "Ort;Kr\nx;5\n Norr ;\ny;6\nSlut\n",
            ["rows without number: rows=((3, 'Norr'),), are_lines=True"],
        ),
        ("Ort;Kr\nx;5\n;\ny;6\n", []),
        (
            "Ort;Kr\nx;5\n;7\nNorr;\n;8\ny;6\n",
            [
                "rows without recipient: rows=((3, '7'), (5, '8')), are_lines=True",
                "rows without number: rows=((4, 'Norr'),), are_lines=True",
            ],
        ),
        ("Ort;Kr\nSyd;\nx;5\ny;6\n", ["rows without number: rows=((2, 'Syd'),), are_lines=True"]),
        ("Ort;Kr\nSyd\nx;5\ny;6\n", ["rows without number: rows=((2, 'Syd'),), are_lines=True"]),
    ],
)
def test_what_is_left_aside_is_said(text: str, said: list[str]) -> None:
    assert asides(read(text)) == said


def test_a_workbook_has_rows_and_no_lines() -> None:
    table = read(workbook([("Ort", "Kr"), ("x", 5), ("Norr",), (None, 7), ("y", 6)]))
    assert asides(table) == [
        "rows without recipient: rows=((4, '7'),), are_lines=False",
        "rows without number: rows=((3, 'Norr'),), are_lines=False",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "x;y\nz;w\n",
        "5;6\n7;8\n",
        "Ort;Kr\nx;nej\n",
        "Ort;Kr\nx;-\ny;-\n",
        "Kod;Ort\n1440;Ale\n1715;Kil\n",
        "x;\n;5\n",
    ],
)
def test_without_names_and_numbers_there_is_no_table(text: str) -> None:
    with pytest.raises(SourceError, match=r"^t: no table: formats="):
        read(text)
