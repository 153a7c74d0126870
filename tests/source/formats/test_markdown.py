"""Tables of Markdown: cells between pipes, and what stands around them."""

import pytest

from allokera.errors import SourceError
from allokera.source.files.opened import Opened
from allokera.source.formats.markdown import read_markdown
from allokera.source.grid import ParsedGrid


def tables(text: str) -> list[ParsedGrid]:
    return list(read_markdown(Opened("t.md", text.encode())))


def table(text: str) -> ParsedGrid:
    (found,) = tables(text)
    return found


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("| a | b |\n|---|---|\n| c | d |\n", [["a", "b"], ["c", "d"]]),
        ("a | b\n--|--\nc | d\n", [["a", "b"], ["c", "d"]]),
        ("| a | b\n|:--|--:\n| c | d\n", [["a", "b"], ["c", "d"]]),
        ("a | b |\n:-:|-|\nc | d |\n", [["a", "b"], ["c", "d"]]),
        ("|a|b|\n| - | - |\n|c||\n||d|\n", [["a", "b"], ["c", ""], ["", "d"]]),
        ("|\ta \t|b|\n|-|-|\n", [["a", "b"]]),
        ("| a \\| b | c |\n|-|-|\n| \\\\ | d |\n", [["a | b", "c"], ["\\\\", "d"]]),
        ("|**a**|** b**|\n|-|-|\n|**5**|****|\n", [["a", " b"], ["5", "****"]]),
        ("|**5|5**|\n|-|-|\n|*5*|*|\n", [["**5", "5**"], ["*5*", "*"]]),
        ("  | a | b |\n  |---|---|\n  | c | d |  \n", [["a", "b"], ["c", "d"]]),
        ("|a|\n|-|\n|c|\n", [["a"], ["c"]]),
        ("|a|b|\n|-|-|\n|c\n|**d**\n", [["a", "b"], ["c"], ["d"]]),
        ("|a|b|\n|\t:- |-|\n|c|d|\n", [["a", "b"], ["c", "d"]]),
        ("|a|b|\n|-|-|\nc \\| d\n", [["a", "b"], ["c | d"]]),
        ("a|b\n-|-\nc|\n|d\ne|f\n", [["a", "b"], ["c"], ["d"], ["e", "f"]]),
        ("|a|b|\n|-|-|\n|**|***|\n|****|*****|\n", [["a", "b"], ["**", "***"], ["****", "*"]]),
        ("|a|b|\n|-|-|\n|c|d|e|\n|f|\n", [["a", "b"], ["c", "d", "e"], ["f"]]),
    ],
)
def test_cells_stand_between_pipes(text: str, rows: list[list[str]]) -> None:
    assert table(text).grid.rows == rows


@pytest.mark.parametrize(
    "text",
    [
        "a\n---\nb\n",
        "a\tb\n-\t-\nc\td\n",
        "|---|---|\n|c|d|\n",
        "|a|b|\n|c|d|\n",
        "|a|b|\n|--|x-|\n|c|d|\n",
        "|a|b|\n|:|-|\n|c|d|\n",
        "|a|b|\n|-|:|\n|c|d|\n",
        "|a|b|\n|-||\n|c|d|\n",
        "|a|b|\n|\n|c|d|\n",
        "|a|b|\n||\n|c|d|\n",
        "",
    ],
)
def test_without_a_row_of_hyphens_there_is_no_table(text: str) -> None:
    assert tables(text) == []


def test_rows_end_where_a_line_has_no_pipe() -> None:
    found = table("Ett\n\nTvå\n|a|b|\n|-|-|\n|c|d|\nTre\n|e|f|\n")
    assert found.grid.rows == [["a", "b"], ["c", "d"]]
    assert found.grid.lines == [4, 6]
    assert found.grid.above == ["Ett", "Två"]
    assert found.grid.below == ["Tre", "|e|f|"]
    assert found.consistency == 2


def test_a_row_may_be_so_wide() -> None:
    assert tables(f"|a|b|\n|-|-|\n{'|c' * 1_000}|\n|d|\n")
    with pytest.raises(SourceError) as refused:
        tables(f"|a|b|\n|-|-|\n{'|c' * 1_001}|\n|d|\n")
    assert str(refused.value) == "t.md: row too wide: most=1000"


def test_every_table_of_a_text_is_read() -> None:
    first, second = tables("|a|b|\n|-|-|\n|c|d|\n|e|f|\n|-|-|\n|g|h|\n")
    assert first.grid.rows == [["a", "b"], ["c", "d"]]
    assert first.grid.below == ["|e|f|", "|-|-|", "|g|h|"]
    assert second.grid.rows == [["e", "f"], ["g", "h"]]
    assert second.grid.lines == [4, 6]
    assert second.grid.above == ["|a|b|", "|-|-|", "|c|d|"]
    assert second.grid.below == []


def test_how_it_was_read_is_said() -> None:
    (_, second) = tables("|a|b|\n|-|-|\n\n|c|d|\n|-|-|\n")
    assert [(subject, str(what)) for subject, what in second.decisions] == [
        ("format", "Markdown"),
        ("encoding", "encoding: codec='utf-8', has_mark=False"),
        ("table", "table in line: line=4, count=2"),
    ]
    assert second.number == 2


def test_sixty_lines_around_are_looked_at() -> None:
    before = [f"före {number}" for number in range(61)]
    after = [f"efter {number}" for number in range(61)]
    found = table("\n".join([*before, "|a|b|", "|-|-|", *after])).grid
    assert found.above == before[1:]
    assert found.below == after[:60]


def test_a_hundred_tables_are_looked_at() -> None:
    assert len(tables("|a|b|\n|-|-|\n\n" * 101)) == 100


@pytest.mark.parametrize(
    ("text", "new", "written"),
    [
        ("|a| b |\n|-|-|\n|c|  d |\n", "5", "|a| b |\n|-|-|\n|c|  5 |\n"),
        ("|a|b|\r\n|-|-|\r\n|c|**d**|", "5", "|a|b|\r\n|-|-|\r\n|c|**5**|"),
        ("|a|b|\n|-|-|\n|c|d|\n", "5|6", "|a|b|\n|-|-|\n|c|5\\|6|\n"),
        ("|a|b|\n|-|-|\n|c||\n", "5", "|a|b|\n|-|-|\n|c|5|\n"),
    ],
)
def test_one_cell_is_written_anew(text: str, new: str, written: str) -> None:
    write = table(text).write
    assert write
    assert write({(1, 1): new}).decode() == written
    assert write({}).decode() == text


def test_cells_are_counted_as_they_are_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allokera.source.grid.MOST_CELLS", 4)
    text = "| a | b |\n|---|---|\n| c | d |\n"
    assert list(read_markdown(Opened("t.md", text.encode())))
    with pytest.raises(SourceError) as refused:
        list(read_markdown(Opened("t.md", (text + "| e |\n").encode())))
    assert str(refused.value) == "t.md: table too large: most=4"
