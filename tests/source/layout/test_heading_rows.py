"""Which rows head a table: text above numbers, periods above amounts, words above names."""

import pytest

from written import read, workbook

WORDS = (
    "kommun kommuner kommunnamn län region regioner landsting namn mottagare bidragsmottagare "
    "kommune navn fylke municipality recipient recipients name state county"
)


def names(text: str) -> list[str]:
    return [each.name for each in read(text).recipients]


def headings(text: str) -> list[str]:
    return [each.heading for each in read(text).columns]


@pytest.mark.parametrize("word", [*WORDS.split(), "KOMMUN", "Kommun "])
def test_a_word_that_heads_names_is_no_name(word: str) -> None:
    assert names(f"{word};1;2\nx;5;8\ny;6;9\nz;4;7\n") == ["x", "y", "z"]


def test_any_other_word_may_be_a_name() -> None:
    assert names("Ort;1;2\nx;5;8\ny;6;9\nz;4;7\n") == ["Ort", "x", "y", "z"]


@pytest.mark.parametrize(
    ("first", "is_heading"),
    [
        ("Ort;Kronor;Mer", True),
        ("Ort;2031;2032", True),
        ("Ort;2031;Mer", True),
        ("Ort;1;2", False),
        ("Kommun;1;2", True),
        ("Kommun;1;", False),
        ("Kommun;Kronor;7", True),
        ("Ort;Kronor;7", False),
        ("Ort;2031;7", False),
        ("Kommun;2031;7", True),
        ("Ort;7;8", False),
        ("Ort;B1;B2", True),
        ("Ort;0-19;20-64", True),
        ("Ort;0-19;7", False),
        ("Kommun;80+;7", True),
        ("Ort;2;1", False),
        ("Kommun;2;1", False),
        ("Ort;1;3", False),
        ("Ort;;", True),
    ],
)
def test_cells_vote_by_what_stands_below(first: str, is_heading: bool) -> None:
    rows = "x;500;600\ny;600;500\nz;700;800\n"
    assert names(f"{first}\n{rows}") == (
        ["x", "y", "z"] if is_heading else [first.split(";", maxsplit=1)[0], "x", "y", "z"]
    )


def test_a_known_name_heads_nothing() -> None:
    rows = "Kil;500;600\nHåbo;600;500\n"
    assert names(f"Ort;2031;2032\n{rows}") == ["Kil", "Håbo"]
    assert names(f"Ale;2031;2032\n{rows}") == ["Ale", "Kil", "Håbo"]


@pytest.mark.parametrize(
    ("cells", "is_heading"),
    [(("2017", "2018", "700"), False), (("2017", "600", "700"), True)],
)
def test_a_period_above_periods_is_one_of_them(
    cells: tuple[str, str, str], is_heading: bool
) -> None:
    rows = "".join(f"{name};{cell}\n" for name, cell in zip("xyz", cells, strict=True))
    assert ("Ort" in names(f"Ort;2016\n{rows}")) != is_heading


@pytest.mark.parametrize(
    ("cells", "is_heading"),
    [(("0-4", "5-9", "700"), False), (("0-4", "600", "700"), True)],
)
def test_a_class_above_classes_is_one_of_them(
    cells: tuple[str, str, str], is_heading: bool
) -> None:
    rows = "".join(f"{name};{cell}\n" for name, cell in zip("xyz", cells, strict=True))
    assert ("Ort" in names(f"Ort;10-14\n{rows}")) != is_heading


@pytest.mark.parametrize(
    ("cells", "is_heading"),
    [(("5 kr", "6 kr", "7"), False), (("5 kr", "6", "7"), True)],
)
def test_letters_above_letters_are_no_heading(
    cells: tuple[str, str, str], is_heading: bool
) -> None:
    rows = "".join(f"{name};{cell}\n" for name, cell in zip("xyz", cells, strict=True))
    assert ("Ort" in names(f"Ort;B1\n{rows}")) != is_heading


def test_a_heading_may_stand_again_further_down() -> None:
    text = "Ort;2031\nx;5\ny;6\nOrt;2031\nz;7\nOrt;2032\n"
    assert names(text) == ["x", "y", "z", "Ort"]


def test_rows_that_all_look_like_headings_are_rows() -> None:
    text = "Kommun;2031;a\nLän;2032;b\nNamn;2033;c\n"
    assert names(text) == ["Kommun", "Län", "Namn"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kommun;Bidrag\nx;5\ny;6\n", ["Bidrag"]),
        ("Kommun;Bidrag\n;kr\nx;5\ny;6\n", ["Bidrag kr"]),
        ("Kommun;Bidrag\n\n;kr\nx;5\ny;6\n", ["Bidrag kr"]),
        ("En rubrik\nKommun;Bidrag\nx;5\ny;6\n", ["Bidrag"]),
        ("En rubrik;;\nKommun;Bidrag\nx;5\ny;6\n", ["Bidrag"]),
        ("A;B\nEn rubrik\nKommun;Bidrag\nx;5\ny;6\n", ["Bidrag"]),
        ("Kommun;Bidrag\nStockholms län\nx;5\ny;6\n", ["Bidrag"]),
        (";Bidrag\nx;5\ny;6\n", ["Bidrag"]),
        ("Bidrag\nx;5\ny;6\n", [""]),
        ("Kommun;Bidrag\n1;2\nx;5\ny;6\n", ["Bidrag"]),
        ("Kommun;Bidrag\n;2031\nx;5\ny;6\n", ["Bidrag 2031"]),
        ("x;5\ny;6\n", [""]),
    ],
)
def test_the_rows_above_the_first_recipient_head_the_columns(
    text: str, expected: list[str]
) -> None:
    assert headings(text) == expected


@pytest.mark.parametrize(("between", "expected"), [(5, "A B"), (6, "B")])
def test_seven_rows_above_are_looked_at(between: int, expected: str) -> None:
    assert headings("Kommun;A\n" + "\n" * between + ";B\nx;5\ny;6\n") == [expected]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([["Kommun", "A", None], [None, 2031, 2032]], ["A 2031", "A 2032"]),
        ([["Kommun", "A", "B"], [None, 2031, 2032]], ["A 2031", "B 2032"]),
        ([["Kommun", None, "B"], [None, 2031, 2032]], ["2031", "B 2032"]),
        ([["Kommun", 2031, None]], ["2031", ""]),
        ([["A", None, None], ["Kommun", 2031, 2032]], ["2031", "2032"]),
    ],
)
def test_a_blank_above_the_last_row_is_the_cell_to_its_left(
    rows: list[list[object]], expected: list[str]
) -> None:
    table = read(workbook([*rows, ["x", 5, 6], ["y", 7, 8]]))
    assert [each.heading for each in table.columns] == expected
