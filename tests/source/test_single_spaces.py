"""Text with single spaces between columns and inside numbers."""

import pytest

from allokera.errors import SourceError
from allokera.source.formats import single_spaces
from allokera.source.formats.line_splits import ways
from written import read

PAGE = (
    "Kommun Belopp 2018 Belopp 2019\n"
    "Ale 9 979 000 32 000 000\nKil 11 545 000 37 000 000\nUpplands Väsby 725 000 2 400 000\n"
)


def test_amounts_are_told_apart_by_their_groups() -> None:
    table = read(PAGE)
    assert [each.name for each in table.recipients] == ["Ale", "Kil", "Upplands Väsby"]
    assert [each.heading for each in table.columns] == ["Belopp 2018", "Belopp 2019"]
    assert table.columns[0].cells == ("9 979 000", "11 545 000", "725 000")
    assert table.document.write
    written = table.document.write({(3, 2): "5"}).decode()
    assert written == PAGE.replace("2 400 000", "5")


def test_a_line_that_can_be_split_in_two_ways_is_split_like_its_neighbours() -> None:
    table = read(PAGE + "Lund 10 545 000 116 230 000\n")
    assert table.columns[1].cells[-1] == "116 230 000"
    alike = "Namn 2018 2019\nAle 3 000 3 000\nKil 3 100 3 100\nLund 3 200 3 200\n"
    with pytest.raises(SourceError, match=r"^t:5: line torn"):
        read(alike + "Borås 116 200 300\n")


def test_a_misprinted_amount_is_still_one() -> None:
    table = read(PAGE + "Lund 10 545 000 35 000 00\n")
    assert table.columns[1].cells[-1] == "35 000 00"


@pytest.mark.parametrize(
    ("lines", "cells"),
    [
        (
            ("Ale 1,613,582 13,066", "Kil 764,095 8,464", "Lund 12,025 2,806"),
            ("1,613,582", "13,066"),
        ),
        (("Ale 11 6", "Kil 12 7", "Lund 13 8"), ("11", "6")),
        (("Ale 1100 - ", "Kil 1200 7", "Lund 13000 8"), ("1100", "-")),
        (("Ale 5,5 .. ", "Kil 12,0 7", "Lund 13,1 8"), ("5,5", "..")),
    ],
)
def test_what_is_an_amount_by_itself_is_not_joined(
    lines: tuple[str, ...], cells: tuple[str, str]
) -> None:
    table = read("Namn A B\n" + "\n".join(lines) + "\n")
    assert tuple(column.cells[0] for column in table.columns) == cells


def test_without_a_heading_that_says_how_many_nothing_is_guessed() -> None:
    with pytest.raises(SourceError, match=r"^t:1: line torn"):
        read("Ale 116 200 300\nKil 116 201 301\nLund 117 202 302\n")
    assert len(read("Ale 100 000\nKil 200 000\nLund 300 000\n").columns) == 1


def test_two_lines_are_no_table() -> None:
    with pytest.raises(SourceError, match="no table"):
        read("Ale 100 000\nKil 200 000\n")


@pytest.mark.slow
def test_ways_that_lead_nowhere_are_not_tried() -> None:
    """Fifty groups can be split into twelve amounts in more ways than anybody could try."""
    line = " ".join(["100"] * 50)
    with pytest.raises(SourceError, match=r"^t:1: line torn"):
        read("".join(f"Ort{row} {line}\n" for row in range(300)))
    nowhere = "".join(f"Ort{row} {line} 00 1.5 100 00 00\n" for row in range(300))
    with pytest.raises(SourceError, match="no table"):
        read(nowhere)


def test_of_all_lines_so_many_ways_are_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    text = PAGE + "Lund 10 545 000 116 230 000\nEda 10 545 000 116 230 000\n"
    assert ways(text.split("\n")[4].split(), 2, 500)[1:]
    monkeypatch.setattr(single_spaces, "_MOST_TRIED", 4)
    assert read(text).recipients
    monkeypatch.setattr(single_spaces, "_MOST_TRIED", 3)
    with pytest.raises(SourceError, match=r"^t:6: line torn"):
        read(text)


def test_so_many_tokens_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each takes some fifty bytes, and sixteen megabytes hold eight millions of them."""
    monkeypatch.setattr("allokera.source.grid.MOST_CELLS", 4)
    text = "Ale 1 000 000\nKil 2 000 000\nLund 3 000 000\nx y z u v w\n"
    assert read(text).recipients
    with pytest.raises(SourceError) as refused:
        read(text.replace("u v", "u t s v"))
    assert str(refused.value) == "t:4: table too large: most=4"
