"""Tables of web pages: what shows in a cell, around a table, and what is written back."""

import pytest

from allokera.errors import SourceError
from allokera.source.files.opened import Opened
from allokera.source.formats import webpage
from allokera.source.formats.page_text import lines_around
from allokera.source.formats.webpage import read_webpage
from allokera.source.grid import ParsedGrid


def tables(page: str) -> list[ParsedGrid]:
    return list(read_webpage(Opened("t.html", page.encode())))


def table(page: str) -> ParsedGrid:
    return tables(page)[0]


def cell(inside: str) -> str:
    """What a cell shows."""
    return table(f"<table><tr><td>{inside}</td></tr></table>").grid.rows[0][0]


INLINE = (
    "a abbr b bdi bdo cite code data em font i kbd mark q s small span strong sub sup time u var"
)


@pytest.mark.parametrize("tag", INLINE.split())
def test_marked_up_words_run_on(tag: str) -> None:
    assert cell(f"a<{tag}>b</{tag}>c") == "abc"
    page = f"<p>a<{tag}>b</{tag}>c</p><table><tr><td>5</table>"
    assert table(page).grid.above == ["abc"]


@pytest.mark.parametrize("tag", ["p", "div", "li", "h3", "label", "tt"])
def test_other_tags_part_words(tag: str) -> None:
    assert cell(f"a<{tag}>b</{tag}>c") == "a b c"
    assert cell(f"a<{tag}></{tag}>c") == "a c"


@pytest.mark.parametrize(
    ("inside", "shown"),
    [
        ("a<br>b", "a b"),
        (" a \n\t b ", "a b"),
        ("a&nbsp; b", "a\u00a0 b"),
        ("&nbsp;a&nbsp;", "\u00a0a\u00a0"),
        ("5<!-- x -->6", "5 6"),
        ("", ""),
        ("<b>5</b> kr", "5 kr"),
        ("<p><b>5</b> kr</p><p>6</p>", "5 kr 6"),
        ("a<table><tr><td>x</table>b", "a b"),
    ],
)
def test_space_is_run_together_as_a_browser_does(inside: str, shown: str) -> None:
    assert cell(inside) == shown


@pytest.mark.parametrize("tag", ["script", "style", "template", "noscript"])
def test_what_no_browser_shows_is_left_out(tag: str) -> None:
    assert cell(f"a <{tag}>x</{tag}>b").replace(" ", "") == "ab"
    page = f"<p>a</p><{tag}>x</{tag}><p>b</p><table><tr><td>5</table>"
    assert table(page).grid.above == ["a", "b"]


@pytest.mark.parametrize("tag", ["script", "style", "template"])
def test_what_follows_inside_a_part_that_is_not_shown_is_not_shown(tag: str) -> None:
    page = f"<p>a<{tag}>x</{tag}>b</p><template><{tag}>x</{tag}>y<p>z</p>w</template><p>c</p>"
    assert table(f"{page}<table><tr><td>5</table>").grid.above[-1] == "c"
    assert "".join(table(f"{page}<table><tr><td>5</table>").grid.above) == "abc"


def test_the_title_of_a_page_is_not_shown() -> None:
    page = "<html><head><title>x</title></head><body><p>a<table><tr><td>5</table></body></html>"
    assert table(page).grid.above == ["a"]


@pytest.mark.parametrize(
    ("mark", "shown"),
    [
        ("1", "5\u00b9"),
        ("23", "5\u00b2\u00b3"),
        ("0456789", "5\u2070\u2074\u2075\u2076\u2077\u2078\u2079"),
        ("1)", "5 1)"),
        (" 1) ", "5 1)"),
        ("(a", "5 (a"),
        ("[1]", "5 [1]"),
        ("*", "5*"),
        ("a", "5a"),
        ("", "5"),
    ],
)
def test_a_raised_mark_is_no_part_of_a_number(mark: str, shown: str) -> None:
    assert cell(f"5<sup>{mark}</sup>") == shown
    page = f"<p>5<sup>{mark}</sup></p><table><tr><td>5</table>"
    assert table(page).grid.above == [shown]


@pytest.mark.parametrize(
    ("body", "rows"),
    [
        ("<tr><td>a<td>b<tr><td>c<td>d", [["a", "b"], ["c", "d"]]),
        ("<tr><th>a<td>b<tr><td>c", [["a", "b"], ["c"]]),
        ("<tr><td colspan=2>a<td>b<tr><td>c<td>d<td>e", [["a", "", "b"], ["c", "d", "e"]]),
        ("<tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e", [["a", "b"], ["", "c"], ["d", "e"]]),
        ("<tr><td>a<td rowspan=3>b<tr><td>c<tr><td>d<tr><td>e",
         [["a", "b"], ["c", ""], ["d", ""], ["e"]]),
        ("<tr><td rowspan=2 colspan=2>a<td>b<tr><td>c", [["a", "", "b"], ["", "", "c"]]),
        ("<tr><td colspan=0>a<td>b", [["a", "b"]]),
        ("<tr><td colspan=x>a<td>b", [["a", "b"]]),
        ("<tr><td colspan='-2'>a<td>b", [["a", "b"]]),
        ("<tr><td colspan='²'>a<td>b", [["a", "b"]]),
        ("<tr><td colspan=' 2 '>a<td>b", [["a", "", "b"]]),
        ("<tr><td colspan='1000000'>a<td>b", [["a", "b"]]),
        ("<thead><tr><td>a</thead><tbody><tr><td>b</tbody><tfoot><tr><td>c</tfoot>",
         [["a"], ["b"], ["c"]]),
        ("<tr><td>a<table><tr><td>x</table>", [["a"]]),
        ("<tr></tr><tr><td>a", [[], ["a"]]),
    ],
)  # fmt: skip
def test_rows_and_spans(body: str, rows: list[list[str]]) -> None:
    assert table(f"<table>{body}</table>").grid.rows == rows


def test_a_span_belongs_to_the_cell_that_has_the_text() -> None:
    page = "<table><tr><td>x<td rowspan=2 colspan=2>a<tr><td>b<tr><td rowspan=3>c</table>"
    assert table(page).grid.merged == {(0, 2): (0, 1), (1, 1): (0, 1), (1, 2): (0, 1)}


def test_a_page_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceError) as refused:
        tables("<table><tr><td colspan=1001>a</table>")
    assert str(refused.value) == "t.html: row too wide: most=1000"
    assert len(table("<table><tr><td colspan=1000>a</table>").grid.rows[0]) == 1_000
    monkeypatch.setattr(webpage, "MOST_TAGS", 4)
    assert tables("<table><tr><td>a</table>")
    with pytest.raises(SourceError) as refused:
        tables("<table><tr><td>a<td>b</table>")
    assert str(refused.value) == "t.html: page too many tags: most=4"
    monkeypatch.setattr("allokera.source.grid.MOST_CELLS", 3)
    monkeypatch.setattr(webpage, "MOST_TAGS", 40)
    assert tables("<table><tr><td>a<td>b<td>c</table>")
    with pytest.raises(SourceError) as refused:
        tables("<table><tr><td>a<td>b<td>c<td>d</table>")
    assert str(refused.value) == "t.html: table too large: most=3"
    two = "<table><tr><td>a<td>b</table>" * 2
    with pytest.raises(SourceError) as refused:
        tables(two)
    assert str(refused.value) == "t.html: table too large: most=3"


@pytest.mark.parametrize("start", ["<a", "</", "<!", "<?", "<Z"])
def test_a_tag_may_be_so_long(start: str) -> None:
    rest = "x" * 65_536
    with pytest.raises(SourceError) as refused:
        tables(f"<table><tr><td>{start}{rest}></table>")
    assert str(refused.value) == "t.html: tag too long"
    assert tables(f"<table><tr><td>{start}{rest[1:]}></td></table>")


def test_a_tag_that_is_prose_may_be_longer() -> None:
    assert cell("1 &lt; 2" + "x" * 65_536).startswith("1 < 2x")
    assert tables(f"<table><tr><td>5< {'x' * 65_536}</table>")


def test_every_table_is_read_with_what_stands_around_it() -> None:
    first, second, third = tables(
        "<p>a</p><table><caption>b <b>c</b></caption><tr><td>1</table>d<p>e"
        "<table><tr><td>2<table><tr><td>3</table></table><p>f</p>"
    )
    assert [each.grid.rows for each in (first, second, third)] == [[["1"]], [["2"]], [["3"]]]
    assert (first.grid.above, first.grid.below) == (["a", "b c"], ["d", "e"])
    assert second.grid.above == ["d", "e"]
    assert (third.grid.above, second.grid.below, third.grid.below) == ([], [], ["f"])
    assert [each.number for each in (first, second, third)] == [1, 2, 3]
    assert [(subject, str(what)) for subject, what in second.decisions] == [
        ("format", "HTML"),
        ("encoding", "encoding: codec='utf-8', has_mark=False"),
        ("table", "table of: number=2, count=3"),
    ]
    assert first.consistency == 1


def test_sixty_lines_around_are_looked_at() -> None:
    before = "".join(f"<p>a{number}</p>" for number in range(61))
    after = "".join(f"<p>b{number}</p>" for number in range(61))
    grid = table(f"{before}<table><tr><td>5</table>{after}").grid
    assert (len(grid.above), grid.above[0]) == (60, "a1")
    assert (len(grid.below), grid.below[-1]) == (60, "b59")


def test_a_line_is_looked_at_so_far() -> None:
    grid = table(f"<p>{'x' * 4_001}</p><table><tr><td>5</table>").grid
    assert [len(line) for line in grid.above] == [4_000]


def test_five_hundred_tables_are_looked_at() -> None:
    assert len(tables("<table><tr><td>5</table>" * 501)) == 500


def test_what_is_no_page_is_refused() -> None:
    with pytest.raises(SourceError) as refused:
        tables("<!-- -->")
    assert refused.value.places == ("t.html",)
    assert refused.value.message.code in {"no_html", "no_html_because"}


@pytest.mark.parametrize(
    ("inside", "new", "written"),
    [
        ("5", "6", "6"),
        ("", "6", "6"),
        ("<b>5</b>", "6", "<b>6</b>"),
        ("<p><b>5</b></p>", "6", "<p><b>6</b></p>"),
        ("5<sup>1</sup>", "6\u00b9", "6<sup>1</sup>"),
        ("5<sup>1)</sup>", "6 1)", "6<sup>1)</sup>"),
        ("5<sup>*</sup>", "6*", "6<sup>*</sup>"),
        ("<b>5</b><sup>*</sup>", "6*", "<b>6</b><sup>*</sup>"),
        ("5 <i>kr</i>", "6 kr", "6<i>kr</i>"),
        ("5<br>000", "6 000", "6<br>000"),
        ("<i>1</i> 5", "6", "<i>6</i>"),
        ("5<sup>1</sup>", "6", "6<sup></sup>"),
    ],
)
def test_one_cell_is_written_anew(inside: str, new: str, written: str) -> None:
    found = table(f"<p>x</p><table><tr><td>a</td><td>{inside}</td></tr></table>")
    assert found.write
    content = found.write({(0, 1): new}).decode()
    assert f"<tr><td>a</td><td>{written}</td></tr>" in content
    assert "<p>x</p>" in content
    again = table(content)
    assert again.grid.rows[0][0] == "a"


def test_the_table_that_is_meant_is_written() -> None:
    _, second = tables("<table><tr><td>1</td></table><table><tr><td>1</td></table>\r\n")
    assert second.write
    content = second.write({(0, 0): "\u0141 2"})
    assert content.decode().count("<td>1</td>") == 1
    assert content.decode().index("<td>1</td>") < content.decode().index("\u0141 2")
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_letters_that_an_encoding_lacks_are_written_by_number() -> None:
    page = "<table><tr><td>å</td><td>5</td></table>".encode("cp1252")
    (found,) = read_webpage(Opened("t.html", page))
    assert found.write
    assert b"<td>\xe5</td><td>&#321;</td>" in found.write({(0, 1): "\u0141"})


def test_lines_around_tables_that_are_not_asked_for_are_not_split() -> None:
    from lxml import etree

    root = etree.fromstring("<p>a</p>", etree.HTMLParser())
    assert lines_around(root.getroottree(), []) == []
