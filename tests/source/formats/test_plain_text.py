"""Plain text: lines, cells two spaces apart, and one cell a line."""

import pytest

from allokera.errors import SourceError
from allokera.source.files.encoding import decode
from allokera.source.files.opened import Opened
from allokera.source.formats import plain_text
from allokera.source.formats.plain_text import lines_of, read_plain
from allokera.source.grid import ParsedGrid


def parses(text: str) -> list[ParsedGrid | SourceError]:
    return list(read_plain(Opened("t.txt", text.encode())))


def parsed(text: str, delimiter: str) -> ParsedGrid:
    (found,) = (
        each
        for each in parses(text)
        if isinstance(each, ParsedGrid) and str(dict(each.decisions)["delimiter"]) == delimiter
    )
    return found


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a\nb\n", [(1, "a"), (2, "b")]),
        ("a\r\nb\r\n\r\nc", [(1, "a"), (2, "b"), (4, "c")]),
        ("a\rb\r\rc", [(1, "a"), (2, "b"), (4, "c")]),
        ("\n \n\t\n  a\t \n\u00a0\n\u00a0b", [(4, "a"), (6, "\u00a0b")]),
        ("\n\r\na", [(3, "a")]),
        ("", []),
    ],
)
def test_lines_that_are_not_blank_are_numbered(text: str, lines: list[tuple[int, str]]) -> None:
    encoded = decode("t.txt", text.encode())
    found = lines_of(encoded)
    assert [(each.number, each.text) for each in found] == lines
    assert [encoded.text[each.start : each.end] for each in found] == [text for _, text in lines]


def test_lines_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plain_text, "MOST_CELLS", 2)
    assert len(lines_of(decode("t.txt", b"a\nb\rc\nd\n"))) == 4
    with pytest.raises(SourceError) as refused:
        lines_of(decode("t.txt", b"a\nb\rc\nd\n\r"))
    assert str(refused.value) == "t.txt: too many lines: most=4"


@pytest.mark.parametrize(
    ("text", "rows", "lines"),
    [
        ("a  b\nc   d e\n", [["a", "b"], ["c", "d e"]], [1, 2]),
        ("a\tb\nc \td\ne\t \tf\n", [["a", "b"], ["c", "d"], ["e", "f"]], [1, 2, 3]),
        ("\n  a  b  \n\nc\n", [["a", "b"], ["c"]], [2, 4]),
        ("a\u00a0\u00a0b  c\n", [["a\u00a0\u00a0b", "c"]], [1]),
    ],
)
def test_two_spaces_part_cells(text: str, rows: list[list[str]], lines: list[int]) -> None:
    grid = parsed(text, "two spaces").grid
    assert grid.rows == rows
    assert grid.lines == lines
    assert not grid.is_certain


def test_without_two_spaces_no_cells_are_parted() -> None:
    assert parses("a b\nc d\n") == []
    assert parses("") == []


def test_how_it_was_read_is_said() -> None:
    found = parsed("x\na  b\nc  d\n", "two spaces")
    assert [(subject, str(what)) for subject, what in found.decisions] == [
        ("format", "plain text"),
        ("encoding", "encoding: codec='utf-8', has_mark=False"),
        ("delimiter", "two spaces"),
    ]
    assert found.consistency == 2


def test_a_row_that_is_too_wide_is_said_and_not_raised(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = "x\n" + "  ".join("a" * 1_001)
    (error,) = parses(wide)
    assert str(error) == "t.txt:2: row too wide: most=1000"
    monkeypatch.setattr("allokera.source.grid.MOST_CELLS", 5)
    assert len(parses("a  b\nc  d  e\n")) == 1
    (error,) = parses("a  b\nc  d  e\nf  g\n")
    assert str(error) == "t.txt:3: table too large: most=5"


def test_one_cell_a_line_has_texts_around_it() -> None:
    text = "En rubrik.\n\nKommun\nBelopp\n\nAle\n5\nKil\n 6\n\nKälla: vi\nSlut\n"
    found = parsed(text, "one cell a line")
    assert found.grid.rows == [["Kommun", "Belopp"], ["Ale", "5"], ["Kil", "6"]]
    assert found.grid.lines == [3, 6, 8]
    assert found.grid.above == ["En rubrik."]
    assert found.grid.below == ["Källa: vi", "Slut"]
    assert not found.grid.is_certain
    assert found.consistency == 3
    assert str(dict(found.decisions)["format"]) == "plain text"


def test_one_cell_a_line_may_lack_cells_before_a_total() -> None:
    text = "Nr\nKommun\nBelopp\n1\nAle\n5\n2\nKil\n6\n3\nHåbo\n7\nSumma\n18\n"
    grid = parsed(text, "one cell a line").grid
    assert grid.rows[-2:] == [["3", "Håbo", "7"], ["", "Summa", "18"]]
    assert grid.lines == [1, 4, 7, 10, 13]


def test_a_row_that_lacks_a_cell_is_refused_with_its_line() -> None:
    with pytest.raises(SourceError) as refused:
        parses("A\nB\nC\n\nAle\n5\n6\nKil\n7\nHåbo\n8\n9\nÅmål\n1\n2\n")
    assert str(refused.value) == "t.txt:8: stanza broken: text='Kil'"


@pytest.mark.parametrize(
    ("text", "delimiter", "written"),
    [
        ("a  b\r\n c\td \r\n", "two spaces", "a  b\r\n c\t50 \r\n"),
        ("A\nB\n\nAle\n 5 \nKil\n6\n", "one cell a line", "A\nB\n\nAle\n 50 \nKil\n6\n"),
    ],
)
def test_one_cell_is_written_anew(text: str, delimiter: str, written: str) -> None:
    write = parsed(text, delimiter).write
    assert write
    assert write({(1, 1): "50"}).decode() == written
    assert write({}).decode() == text


def test_many_lines_are_not_looked_through_for_cells(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "A\nB\nAle\n5\nKil\n6\n"
    monkeypatch.setattr(plain_text, "MOST_CELLS", 6)
    assert len(parses(text)) == 1
    monkeypatch.setattr(plain_text, "MOST_CELLS", 5)
    assert parses(text) == []
