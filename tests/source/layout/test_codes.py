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
