"""Columns that look like amounts and are none: codes, and rows counted."""

import pytest

from written import read


def columns(text: str) -> list[str]:
    return [each.name for each in read(text).columns]


def codes(text: str) -> list[str]:
    return [each.code for each in read(text).recipients]


@pytest.mark.parametrize(
    "heading",
    [
        "Kod",
        "Kommunkod",
        "Länskod",
        "Länkod",
        "code",
        "Kommun nr",
        "Kommunnr",
        "kommunnummer",
        "SCB",
    ],
)
def test_short_numbers_under_a_word_for_codes_are_codes(heading: str) -> None:
    text = f"{heading};Namn;Belopp\n7;Alfa;100\n8;Beta;200\n"
    assert codes(text) == ["7", "8"]
    assert columns(text) == ["Belopp"]


@pytest.mark.parametrize("heading", ["Episkod", "Kodak", "Nr 1", "Antal", ""])
def test_short_numbers_under_other_words_are_numbers(heading: str) -> None:
    text = f"{heading};Namn;Belopp\n70;Alfa;100\n80;Beta;200\n"
    assert codes(text) == ["", ""]
    assert len(columns(text)) == 2


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1440", "1715", "0123"), ["1440", "1715", "0123"]),
        (("1440", "1715", "123"), ["1440", "1715", "123"]),
        (("1440", "1715", "9999"), ["1440", "1715", "9999"]),
        (("1440", "9998", "9999"), ["", "", ""]),
    ],
)
def test_the_recipients_own_codes_need_no_heading(
    cells: tuple[str, ...], expected: list[str]
) -> None:
    named = zip(("Ale", "Kil", "Järfälla"), cells, strict=True)
    text = ";;\n" + "".join(
        f"{name};{code};{1_000 + place}5000\n" for place, (name, code) in enumerate(named)
    )
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("counted", "is_left_out"),
    [
        (("1", "2", "3", "4"), True),
        (("1.", "2.", "3.", "4."), True),
        (("1", "2", "3", ""), True),
        (("1", "2", "", ""), False),
        (("0", "1", "2", "3"), False),
        (("1", "2", "4", "5"), False),
    ],
)
def test_a_column_that_counts_the_rows_is_left_aside(
    counted: tuple[str, ...], is_left_out: bool
) -> None:
    rows = zip(counted, ("Ale", "Kil", "Järfälla", "Håbo"), strict=True)
    text = "X;Kommun;Belopp\n" + "".join(f"{count};{name};5000\n" for count, name in rows)
    assert (len(columns(text)) == 1) == is_left_out


def test_what_counts_rows_right_of_the_names_is_a_number() -> None:
    assert columns("Kommun;X;Belopp\nAle;1;5000\nKil;2;6000\nHåbo;3;7000\n") == ["X", "Belopp"]


NAMES = ("Alfa", "Beta", "Gamma", "Delta")


@pytest.mark.parametrize(
    ("heading", "cells", "is_amount"),
    [
        ("FIPS", ("1001", "1003", "1005", "1007"), False),
        ("Id", ("37", "74", "111", "148"), False),
        ("Nr", ("900", "903", "906", "909"), False),
        ("Skolkod, nr", ("81234567", "81234568", "81234569", "81234570"), False),
        ("X", ("01001", "01003", "01005", "11007"), False),
        ("X", ("1001", "1003", "1005", "1007"), True),
        ("X", ("01", "002", "3", "4"), True),
        ("Id", ("37", "37", "111", "148"), True),
        ("Ideellt stöd", ("37", "74", "111", "148"), True),
        ("Nr", ("1,5", "2,5", "3,5", "4,5"), True),
        ("Number of pupils", ("37", "74", "111", "148"), True),
        ("No. of schools", ("37", "74", "111", "148"), True),
        ("School ID", ("37", "74", "111", "148"), False),
        ("Org. nr.", ("37", "74", "111", "148"), False),
    ],
)
def test_numbers_that_name_the_rows_are_no_amounts(
    heading: str, cells: tuple[str, ...], is_amount: bool
) -> None:
    rows = "".join(f"{cell};{name};500000\n" for cell, name in zip(cells, NAMES, strict=True))
    text = f"{heading};Namn;Belopp\n{rows}"
    assert (heading in columns(text)) == is_amount
    if not is_amount:
        assert codes(text) == list(cells)


def test_two_columns_of_keys_are_codes_and_left_aside() -> None:
    rows = "".join(f"{n + 10};{n + 700};{name};5000\n" for n, name in enumerate(NAMES))
    table = read(f"Id;Nr;Namn;Belopp\n{rows}")
    assert [each.code for each in table.recipients] == ["10", "11", "12", "13"]
    assert "column of keys: column=2" in str(table.decisions)


@pytest.mark.parametrize(
    ("counted", "is_left_out"),
    [
        (("1", "2", ""), False),
        (("1", "2", "3", ""), True),
        (("1", "2", "3", "", ""), False),
        (("1", "2"), True),
        (("1", ""), False),
        (("", "1", "2", "3"), True),
    ],
)
def test_a_total_may_have_no_number(counted: tuple[str, ...], is_left_out: bool) -> None:
    rows = "".join(f"{count};x{place};5000\n" for place, count in enumerate(counted))
    assert (columns(f"X;Ort;Belopp\n{rows}") == ["Belopp"]) == is_left_out


def test_several_columns_may_count_the_rows() -> None:
    assert columns("A;B;Ort;Belopp\n1;1;x;5\n2;2;y;6\n3;3;z;7\n") == ["Belopp"]


@pytest.mark.parametrize(
    ("cells", "are_codes"),
    [
        (("7", "8", "9", "6"), True),
        (("7", "8", "9", ""), True),
        (("7", "8", "", ""), False),
        (("7", "8", "9", "12345"), True),
        (("7", "7", "9", "12345"), False),
        (("7", "8", "9", "1 2"), False),
        (("7", "8", "9", "\u00b2"), False),
        (("7", "8", "9", "1234"), True),
        (("7", "7", "7", "7"), True),
    ],
)
def test_codes_have_four_digits_at_most_or_differ_and_most_rows_have_one(
    cells: tuple[str, ...], are_codes: bool
) -> None:
    rows = "".join(f"{code};x{place};5000\n" for place, code in enumerate(cells))
    found = codes(f"Kod;Ort;Belopp\n{rows}")
    assert found == (list(cells) if are_codes else [""] * 4)


@pytest.mark.parametrize(
    ("cells", "are_codes"),
    [
        (("1440", "1715", "9999", "9998"), False),
        (("1440", "1715", "1490", "9998"), True),
        (("1440", "", "1490", "1281"), True),
        (("1440", "", "", "1281"), False),
        (("440", "1715", "490", "281"), False),
    ],
)
def test_most_recipients_have_their_own_code(cells: tuple[str, ...], are_codes: bool) -> None:
    named = zip(cells, ("Ale", "Kil", "Borås", "Lund"), strict=True)
    rows = "".join(f"{code};{name};5000\n" for code, name in named)
    assert (codes(f"X;Ort;Belopp\n{rows}") == list(cells)) == are_codes


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("Kod;Kod;Ort;Kr\n7;1440;Ale;5\n8;1715;Kil;6\n", ["1440", "1715"]),
        ("Kod;Kod;Ort;Kr\n1440;7;Ale;5\n1715;8;Kil;6\n", ["1440", "1715"]),
        ("Kod;Kod;Ort;Kr\n7;71;x;5\n7;72;y;6\n", ["71", "72"]),
        ("Kod;Kod;Ort;Kr\n7;11;x;5\n8;12;y;6\n", ["7", "8"]),
        ("Kr;Ort;Kod\n5000;x;11\n6000;y;12\n", ["11", "12"]),
    ],
)
def test_the_best_of_several_columns_of_codes_is_taken(rows: str, expected: list[str]) -> None:
    assert codes(rows) == expected


@pytest.mark.parametrize(("above", "is_headed"), [(0, True), (2, True), (3, False)])
def test_a_word_for_codes_stands_near(above: int, is_headed: bool) -> None:
    rows = "A;B;C\n" * above + "70;x;500\n80;y;600\n"
    text = f"Kod;Ort;Belopp\n{rows}"
    assert (codes(text) == ["70", "80"]) == is_headed


def test_codes_alone_name_the_rows() -> None:
    table = read("1440;5 000\n1715;6 000\n")
    assert [(each.code, each.name) for each in table.recipients] == [
        ("1440", "1440"),
        ("1715", "1715"),
    ]


@pytest.mark.parametrize(
    "heading", ["Länsnr", "Län nr", "Läns nummer", "Kommun nummer", "Länsnummer"]
)
def test_a_number_of_a_county_or_municipality_is_a_code(heading: str) -> None:
    assert codes(f"{heading};Ort;Belopp\n70;x;500\n80;y;600\n") == ["70", "80"]


@pytest.mark.parametrize(
    "heading", ["Regionkod", "Regioncode", "Läncode", "KOD", "x kod y", "kod*"]
)
def test_a_word_with_code_in_it_is_one(heading: str) -> None:
    assert codes(f"{heading};Ort;Belopp\n70;x;500\n80;y;600\n") == ["70", "80"]


def test_the_only_numbers_are_amounts_whatever_they_are_called() -> None:
    rows = "".join(f"{name};{n + 700}\n" for n, name in enumerate(NAMES))
    assert columns(f"Namn;Nr\n{rows}") == ["Nr"]


def test_two_columns_of_codes_are_no_second_table() -> None:
    assert codes("Kod;Kod;Ort;Kr\n7;11;x;5\n7;12;y;6\n") == ["11", "12"]
