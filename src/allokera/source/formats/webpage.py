"""Tables of a web page.

Text is read as a browser shows it: ordinary space is run together, a no-break space is kept, and a
raised digit is read as a raised one, so that the mark in `425<sup>1</sup>` is not part of a number.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from allokera.errors import SourceError, message
from allokera.source.files.encoding import Encoded
from allokera.source.files.opened import Opened
from allokera.source.formats.page_text import Piece, lines_around, pieces_of, shown_as
from allokera.source.grid import (
    MOST_COLUMNS,
    MOST_TAGS,
    Grid,
    ParsedGrid,
    Spot,
    check_size,
)
from allokera.source.messages import SourceMessages

if TYPE_CHECKING:
    from lxml.etree import _Element, _ElementTree

_LONG_TAG = re.compile(r"<[A-Za-z/!?][^<>]{65536}")
"""A tag of 64 KiB: its attributes are compared each with each."""

_MOST_TABLES = 500


def read_webpage(opened: Opened) -> Iterator[ParsedGrid]:
    """Read every table of a page.

    Raises:
        SourceError: the page is too large, or cannot be parsed.
    """
    encoded = opened.encoded
    tree = _parse(encoded)
    tables = list(tree.iter("table"))[:_MOST_TABLES]
    around = lines_around(tree, tables)
    cells = 0
    for number, table in enumerate(tables):
        rows, merged, _ = _grid(encoded.file, table)
        cells += sum(map(len, rows))
        check_size(encoded.file, 0, cells)
        yield ParsedGrid(
            grid=Grid(rows=rows, merged=merged, above=around[number][0], below=around[number][1]),
            write=partial(_write, encoded, number),
            consistency=len(rows),
            number=number + 1,
            decisions=(
                ("format", "HTML"),
                ("encoding", encoded.label),
                (
                    "table",
                    message(SourceMessages.table_of, number=number + 1, count=len(tables)),
                ),
            ),
        )


def _parse(encoded: Encoded) -> "_ElementTree[_Element]":
    from lxml import etree  # noqa: PLC0415 - who reads no HTML needs no lxml

    if encoded.text.count("<") > MOST_TAGS:
        raise SourceError(SourceMessages.page_too_many_tags, most=MOST_TAGS).at(encoded.file)
    if _LONG_TAG.search(encoded.text):
        raise SourceError(SourceMessages.tag_too_long).at(encoded.file)
    parser = etree.HTMLParser(encoding="utf-8", remove_pis=True)
    text = encoded.text.replace("\r\n", "\n")
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as error:
        raise SourceError(SourceMessages.no_html_because, reason=_one_line(error)).at(
            encoded.file
        ) from error
    if root is None:
        raise SourceError(SourceMessages.no_html).at(encoded.file)
    return root.getroottree()


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())[:200]


_Cells = dict[Spot, list[Piece]]


def _grid(file: str, table: "_Element") -> tuple[list[list[str]], dict[Spot, Spot], _Cells]:
    """Lay out the rows of a table, with cells that span several rows or columns."""
    rows: list[list[str]] = []
    merged: dict[Spot, Spot] = {}
    places: _Cells = {}
    hanging: dict[int, tuple[int, Spot]] = {}
    for number, element in enumerate(_rows_of(table)):
        row: list[str] = []
        cells = [cell for cell in element if cell.tag in {"td", "th"}]
        column = 0
        while cells or column in hanging:
            if column in hanging:
                left, origin = hanging.pop(column)
                merged[number, column] = origin
                row.append("")
                if left > 1:
                    hanging[column] = (left - 1, origin)
                column += 1
                continue
            cell = cells.pop(0)
            places[number, column] = pieces = list(pieces_of(cell))
            width, height = _span(cell, "colspan"), _span(cell, "rowspan")
            for extra in range(width):
                row.append("" if extra else shown_as(pieces))
                if extra:
                    merged[number, column + extra] = (number, column)
                if height > 1:
                    hanging[column + extra] = (height - 1, (number, column))
            column += width
            check_size(file, column, len(merged) + len(places))
        rows.append(row)
    return rows, merged, places


def _span(cell: "_Element", name: str) -> int:
    text = (cell.get(name) or "").strip()
    if not text.isascii() or not text.isdecimal() or len(text) > 6:
        return 1
    return max(1, min(int(text), MOST_COLUMNS + 1))


def _rows_of(table: "_Element") -> Iterator["_Element"]:
    """Yield a table's own rows, not those of tables in its cells; heading first, footing last."""
    parts: list[_Element] = []
    for child in table:
        if child.tag == "tr":
            parts.append(child)
        elif child.tag in {"thead", "tbody", "tfoot"}:
            parts.extend(row for row in child if row.tag == "tr")
    yield from parts


def _write(encoded: Encoded, number: int, changes: Mapping[Spot, str]) -> bytes:
    from lxml import etree  # noqa: PLC0415 - as above

    tree = _parse(encoded)
    table = list(tree.iter("table"))[number]
    _, _, places = _grid(encoded.file, table)
    for spot, text in changes.items():
        _put(places[spot], text)
    written = etree.tostring(tree, encoding="unicode", method="html", with_tail=True)
    if "\r\n" in encoded.text:
        written = written.replace("\n", "\r\n")
    return encoded.mark + written.encode(encoded.codec, "xmlcharrefreplace")


def _put(pieces: Sequence[Piece], text: str) -> None:
    """Put a text into a cell: where it and what was shown differ, so that marks stay marked up."""
    shown = shown_as(pieces)
    same = 0
    while same < min(len(shown), len(text)) and shown[-1 - same] == text[-1 - same]:
        same += 1
    written = [piece for piece in pieces if piece.shown.strip(" \t\n\r\f")]
    first, *others = written or pieces
    tail = shown[len(shown) - same :] if same else ""
    marks = "".join(piece.shown for piece in others)
    if marks and tail.endswith(marks.strip()):
        _set(first, text[: len(text) - len(marks.strip())].rstrip(" ") if marks.strip() else text)
        return
    _set(first, text)
    for piece in others:
        _set(piece, "")


def _set(piece: Piece, text: str) -> None:
    if piece.is_tail:
        piece.element.tail = text
    else:
        piece.element.text = text
