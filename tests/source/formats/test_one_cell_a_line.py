"""A table copied from a page, one cell a line: where it stands among the lines."""

import pytest

from allokera.source.formats.one_cell_a_line import Stanzas, find_stanzas

NO = None


def found(text: str) -> Stanzas | None:
    """Find stanzas in lines that are parted by commas here."""
    return find_stanzas(text.split(","))


@pytest.mark.parametrize(
    ("text", "rows", "start", "stop"),
    [
        ("Ale,5", ((0, 1),), 0, 2),
        ("Ale,5,Kil,6", ((0, 1), (2, 3)), 0, 4),
        ("A,B,Ale,5,Kil,6", ((0, 1), (2, 3), (4, 5)), 0, 6),
        ("B,Ale,5,Kil,6", ((NO, 0), (1, 2), (3, 4)), 0, 5),
        ("X,A,B,Ale,5,Kil,6,Slut", ((1, 2), (3, 4), (5, 6)), 1, 7),
        ("Slut.,B,Ale,5,Kil,6", ((NO, 1), (2, 3), (4, 5)), 1, 6),
        ("Slut:,B,Ale,5,Kil,6", ((NO, 1), (2, 3), (4, 5)), 1, 6),
        ("X,Y,2031,2032,Ale,5,6,Kil,7,8", ((1, 2, 3), (4, 5, 6), (7, 8, 9)), 1, 10),
        ("X,7,2031,Ale,5,Kil,6", ((NO, 2), (3, 4), (5, 6)), 2, 7),
        ("A,B,C,Ale,5,6,Kil,7,8", ((0, 1, 2), (3, 4, 5), (6, 7, 8)), 0, 9),
        ("Ale,5,Kil,6,Slut,på,sidan", ((0, 1), (2, 3)), 0, 4),
        ("A,B,Ale,5,Norra länet,Kil,6,Lund,7", ((0, 1), (2, 3), (4,), (5, 6), (7, 8)), 0, 9),
    ],
)
def test_a_name_and_as_many_numbers_are_a_row(
    text: str, rows: tuple[tuple[int | None, ...], ...], start: int, stop: int
) -> None:
    assert found(text) == Stanzas(rows, start, stop)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Nr,Ort,Kr,1,Ale,5,2,Kil,6,3,Lund,7",
            ((0, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11)),
        ),
        (
            "Ort,Kr,1,Ale,5,2,Kil,6,3,Lund,7",
            ((NO, 0, 1), (2, 3, 4), (5, 6, 7), (8, 9, 10)),
        ),
        (
            "Nr,Kod,Ort,Kr,1,0114,Ale,5,2,0115,Kil,6,3,0117,Lund,7",
            ((0, 1, 2, 3), (4, 5, 6, 7), (8, 9, 10, 11), (12, 13, 14, 15)),
        ),
        (
            "Nr,Ort,Kr,1,Ale,5,2,Kil,6,3,Lund,7,Summa,18",
            ((0, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11), (NO, 12, 13)),
        ),
        (
            "Nr,Ort,Kr,1,Ale,5,2,Kil,6,3,Lund,7,Summa,18,Slut",
            ((0, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11), (NO, 12, 13)),
        ),
        (
            f"Nr,Ort,Kr,1,Ale,5,2,Kil,6,3,Lund,7,{'x' * 101},18",
            ((0, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11)),
        ),
        (
            "Nr,Ort,Kr,1,Ale,5,2,Kil,6,3,Lund,7,Summa,nej",
            ((0, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11)),
        ),
        ("1,Ale,5,2,Kil,6,3,Lund,7", ((0, 1, 2), (3, 4, 5), (6, 7, 8))),
        ("1,Ale,5,2,Kil,6", ((0, 1, 2), (3, 4, 5))),
        ("1,0114,Ale,5,2,0115,Kil,6", ((0, 1, 2, 3), (4, 5, 6, 7))),
        (
            "Kod,Ort,A,B,0114,Ale,5,6,0115,Kil,7,8,0117,Lund,9,9",
            ((0, 1, 2, 3), (4, 5, 6, 7), (8, 9, 10, 11), (12, 13, 14, 15)),
        ),
    ],
)
def test_one_or_two_cells_may_stand_before_a_name(
    text: str, rows: tuple[tuple[int | None, ...], ...]
) -> None:
    stanzas = found(text)
    assert stanzas is not None
    assert stanzas.rows == rows
    assert stanzas.broken is None


def test_years_alone_may_be_a_heading_that_stands_as_a_row() -> None:
    stanzas = found("A,B,Kommun,2031,Ale,2032")
    assert stanzas is not None
    assert stanzas.rows == ((2, 3), (4, 5))
    stanzas = found("Nr,Ort,Kr,1990,Ale,2031,1991,Kil,2032,1992,Lund,2033")
    assert stanzas is not None
    assert stanzas.rows == ((0, 1, 2), (3, 4, 5), (6, 7, 8), (9, 10, 11))


def test_three_cells_before_a_name_are_too_many() -> None:
    stanzas = found("1,2,3,Ale,5,2,3,4,Kil,6,3,4,5,Lund,7")
    assert stanzas is not None
    assert stanzas.rows == ((3, 4, 5, 6, 7), (8, 9, 10, 11, 12))


@pytest.mark.parametrize(
    ("numbers", "are_before"),
    [
        ("1 2 3 4", True),
        ("7 8 9 10", True),
        ("0114 0115 0120 0123", True),
        ("01 03 04 12", True),
        ("1 3 4 9", False),
        ("101 103 104 109", False),
        ("100000 200000 300000 400000", False),
        ("4 3 2 1", False),
        ("1 2 2 3", False),
        ("1 2 3 3", False),
        ("1* 2 3 4", False),
    ],
)
def test_numbers_before_names_count_the_rows_or_are_codes_in_order(
    numbers: str, are_before: bool
) -> None:
    one, two, three, four = numbers.split()
    stanzas = found(f"Nr,Ort,Kr,{one},Ale,5,{two},Kil,6,{three},Lund,7,{four},Mora,8")
    assert stanzas is not None
    assert ((6, 7, 8) in stanzas.rows) == are_before


@pytest.mark.parametrize("text", ["", "Ale", "5", "5,6", "Ale,Kil", "5,Ale", "7,8,Ale,Kil"])
def test_without_a_name_and_a_number_there_is_no_table(text: str) -> None:
    assert found(text) is None


def test_the_longest_table_is_taken() -> None:
    stanzas = found("Ale,5,x,Ale,5,6,Kil,7,8,Lund,9,9,y,Ale,5,Kil,6,z")
    assert stanzas is not None
    assert stanzas.rows[-3:] == ((3, 4, 5), (6, 7, 8), (9, 10, 11))


def test_of_two_tables_alike_the_first_is_taken() -> None:
    stanzas = found("Ale,5,Kil,6,x.,y.,Lund,7,Mora,8")
    assert stanzas is not None
    assert stanzas.rows == ((0, 1), (2, 3))


@pytest.mark.parametrize(("length", "is_heading"), [(120, True), (121, False)])
def test_a_heading_is_no_prose(length: int, is_heading: bool) -> None:
    stanzas = find_stanzas(["x" * length, "B", "Ale", "5", "Kil", "6"])
    assert stanzas is not None
    assert stanzas.start == (0 if is_heading else 1)


@pytest.mark.parametrize(("length", "is_name"), [(100, True), (101, False)])
def test_a_name_has_a_hundred_letters(length: int, is_name: bool) -> None:
    stanzas = find_stanzas(["A.", "Kil", "6", "x" * length, "5", "Lund", "7", "Mora", "8"])
    assert stanzas is not None
    assert ((3, 4) in stanzas.rows) == is_name


@pytest.mark.parametrize(("numbers", "is_row"), [(99, True), (100, False)])
def test_a_row_has_a_hundred_cells(numbers: int, is_row: bool) -> None:
    row = ["Ale", *["5"] * numbers]
    assert (find_stanzas(row) is not None) == is_row


def test_years_between_a_name_and_the_next_are_a_heading() -> None:
    stanzas = found("Kommun,2031,2032,Ale,5,6,Kil,7,8")
    assert stanzas is not None
    assert stanzas.rows == ((0, 1, 2), (3, 4, 5), (6, 7, 8))
    assert stanzas.start == 0


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("A,B,C,Ale,5,6,Kil,7,Lund,8,9,Mora,1,2", 6),
        ("A,B,C,Ale,5,6,Lund,8,3,Kil,7,Mora,1,2", 9),
        ("A,B,C,Ale,5,6,Lund,8,9,Kil,7", None),
        ("A,B,C,Ale,5,6,Lund,8,9,Kil", None),
        ("A,B,C,Ale,5,6,Lund,8,9,7,Mora,1,2", None),
    ],
)
def test_a_row_that_lacks_a_cell_is_found_where_others_follow(
    text: str, broken: int | None
) -> None:
    stanzas = found(text)
    assert stanzas is not None
    assert stanzas.broken == broken


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("A,B,C,Ale,5,6,Kil,nej,8,Lund,9,9", [(3, 4, 5), (6, 7, 8), (9, 10, 11)]),
        ("A,B,C,Ale,5,6,Kil,7,nej,Lund,9,9", [(3, 4, 5), (6, 7, 8), (9, 10, 11)]),
        ("A,B,C,Ale,5,6,Kil,ja,nej,Lund,9,9", [(3, 4, 5)]),
    ],
)
def test_a_word_may_stand_for_a_number_where_rows_follow(
    text: str, rows: list[tuple[int, ...]]
) -> None:
    stanzas = found(text)
    assert stanzas is not None
    assert [row for row in stanzas.rows if row[0] is not None and row[0] >= 3] == rows


def test_rows_with_numbers_of_their_own_are_taken_whole() -> None:
    stanzas = found("Nr,Kommun,Kr,1,Ale,5,2,Kil,6")
    assert stanzas is not None
    assert stanzas.rows == ((0, 1, 2), (3, 4, 5), (6, 7, 8))


@pytest.mark.parametrize("tail", ["Mora,1,2", "Mora,10,11,Vara,12,13", "Mora,10,11,Vara,1,2"])
def test_amounts_that_happen_to_rise_are_no_row_numbers(tail: str) -> None:
    stanzas = found(f"Kommun,A,B,Ale,5,6,Lund,8,9,Kil,7,{tail}")
    assert stanzas is not None
    assert stanzas.broken == 9


def test_a_name_that_is_too_long_for_one_begins_no_table() -> None:
    long = "x" * 101
    assert found(f"{long},5,6,{long},7,8") is None
    table = found(f"{long},5,{long},6,Ale,7,8,Kil,9,1")
    assert table is not None
    assert table.rows == ((4, 5, 6), (7, 8, 9))
