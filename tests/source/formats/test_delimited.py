"""Delimited text: cells, the lines they stand in, and every other byte kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allokera.errors import SourceError
from allokera.source.files.opened import Opened
from allokera.source.formats import delimited
from allokera.source.formats.delimited import _scan, _texts, consistency, read_delimited
from allokera.source.grid import ParsedGrid
from written import read


def parsed(text: str, delimiter: str) -> ParsedGrid:
    found = list(read_delimited(Opened("t.csv", text.encode())))
    (chosen,) = (
        each
        for each in found
        if isinstance(each, ParsedGrid)
        and f"mark={delimiter!r}" in str(dict(each.decisions)["delimiter"])
    )
    return chosen


@pytest.mark.parametrize(
    ("text", "rows", "lines"),
    [
        ("a;b\nc;d\n", [["a", "b"], ["c", "d"]], [1, 2]),
        ("a;b\r\nc;d", [["a", "b"], ["c", "d"]], [1, 2]),
        ("a;b\rc;d\r", [["a", "b"], ["c", "d"]], [1, 2]),
        ("a;;b;\n", [["a", "", "b", ""]], [1]),
        (";\n\n;", [["", ""], [""], ["", ""]], [1, 2, 3]),
        ('"a;b";c\n', [["a;b", "c"]], [1]),
        ('"a""b";c\n', [['a"b', "c"]], [1]),
        ('"a\nb";c\nd;e\n', [["a\nb", "c"], ["d", "e"]], [1, 3]),
        ('"a\r\nb\rc";d\ne;f\n', [["a\r\nb\rc", "d"], ["e", "f"]], [1, 4]),
        ('  "a"  ;b\n', [["a", "b"]], [1]),
        ('"a" x;b\n', [["a x", "b"]], [1]),
        ('x"a";b\n', [['x"a"', "b"]], [1]),
        ('"";b\n', [["", "b"]], [1]),
    ],
)
def test_cells_and_lines(text: str, rows: list[list[str]], lines: list[int]) -> None:
    grid = parsed(text, ";").grid
    assert grid.rows == rows
    assert grid.lines == lines


@given(st.text(alphabet="a1 ;\r\n\u2028\x0c", min_size=1))
def test_without_quotes_lines_are_split_as_the_scanner_does(text: str) -> None:
    """A corrected copy finds its cells by the scanner's rows."""
    encoded = Opened("t", f"{text};x".encode()).encoded
    scanned = _scan(encoded, ";", has_quotes=True)
    assert list(_texts(encoded, ";", has_quotes=True)) == [
        (line, [cell.text for cell in row]) for line, row in scanned
    ]


@pytest.mark.parametrize("quote", ["", '"'])
def test_so_many_cells_are_read(monkeypatch: pytest.MonkeyPatch, quote: str) -> None:
    monkeypatch.setattr(delimited, "_MOST_CELLS", 4)
    (four,) = read_delimited(Opened("t", f"a;{quote}1{quote}\nb;2".encode()))
    assert isinstance(four, ParsedGrid)
    (five,) = read_delimited(Opened("t", f"a;{quote}1{quote}\nb;2\nc".encode()))
    assert str(five) == "t:3: table too large: most=4"


def test_a_text_is_read_with_every_delimiter_that_it_holds() -> None:
    marks = [
        dict(dict(each.decisions)["delimiter"].facts)["mark"]  # type: ignore[union-attr]
        for each in read_delimited(Opened("t.csv", b"a;b,c\td\n"))
        if isinstance(each, ParsedGrid)
    ]
    assert marks == ["\t", ";", ","]
    assert list(read_delimited(Opened("t.csv", b"abc\n"))) == []


def test_a_quote_that_never_closes_is_said_with_its_line() -> None:
    (error,) = read_delimited(Opened("t.csv", b'a;b\nc;"d\n'))
    assert isinstance(error, SourceError)
    assert str(error) == "t.csv:2: quote never closes"


def test_between_tabs_a_quotation_mark_may_be_a_letter() -> None:
    (found,) = read_delimited(Opened("t.csv", b'a\t"b\nc\td\n'))
    assert isinstance(found, ParsedGrid)
    assert found.grid.rows == [["a", '"b'], ["c", "d"]]


@pytest.mark.parametrize(
    ("text", "spot", "new", "written"),
    [
        ("a;b\nc;d\n", (1, 1), "5", "a;b\nc;5\n"),
        ("a;b\r\nc;d", (0, 0), "5;6", '"5;6";b\r\nc;d'),
        ('a; "b" ;c\n', (0, 1), "5", 'a; "5" ;c\n'),
        ('a;"b";c\n', (0, 1), 'say "5"', 'a;"say ""5""";c\n'),
        ('"x\ny";b\nc;d\n', (1, 0), "5", '"x\ny";b\n5;d\n'),
    ],
)
def test_one_cell_is_written_anew(text: str, spot: tuple[int, int], new: str, written: str) -> None:
    write = parsed(text, ";").write
    assert write
    assert write({spot: new}).decode() == written
    assert write({}).decode() == text


def test_consistency_counts_the_rows_of_the_usual_length() -> None:
    assert consistency([["a"], ["a"], ["a", "b"]]) == 1
    assert consistency([["a", "b"], ["a", "b"], ["a", "b", "c"], ["x"]]) == 2
    assert consistency([["a"], []]) == 0


def test_so_many_lines_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """Blank ones, too: each takes memory."""
    monkeypatch.setattr(delimited, "_MOST_LINES", 4)
    assert len(read("Ort;A\nAle;1\nKil;2\n\n").recipients) == 2
    with pytest.raises(SourceError, match="too many lines"):
        read("Ort;A\nAle;1\nKil;2\n\n\n")
