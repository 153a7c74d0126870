"""What the text of a web page shows as, in a cell and around a table."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element, _ElementTree

_SPACE = re.compile(r"[ \t\n\r\f]+")
_SILENT = {"script", "style", "template", "noscript", "head"}
_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "data",
        "em",
        "font",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "var",
    ]
)
_RAISED = str.maketrans(
    "0123456789", "\u2070\u00b9\u00b2\u00b3\u2074\u2075\u2076\u2077\u2078\u2079"
)
_NEAR = 60
"""Lines before and after a table that are looked at."""

_LONGEST_LINE = 4_000


class Piece(NamedTuple):
    """A text of the tree: of an element, or after one; what it shows as."""

    element: "_Element"
    is_tail: bool
    shown: str


def pieces_of(cell: "_Element") -> Iterator[Piece]:
    """Yield the texts of a cell, left to right, without those of tables inside it."""
    stack: list[tuple[_Element, bool]] = [(cell, False)]
    while stack:
        element, is_done = stack.pop()
        if is_done:
            if element is not cell:
                if element.tag not in _INLINE:
                    yield Piece(element, is_tail=False, shown=" ")
                yield Piece(element, is_tail=True, shown=element.tail or "")
            continue
        stack.append((element, True))
        if not isinstance(element.tag, str) or element.tag in _SILENT or element.tag == "table":
            continue
        if element is not cell and element.tag not in _INLINE:
            yield Piece(element, is_tail=False, shown=" ")
        text = element.text or ""
        yield Piece(element, is_tail=False, shown=_raise(text) if element.tag == "sup" else text)
        stack.extend((child, False) for child in reversed(element))


def _raise(mark: str) -> str:
    """Show a raised mark: digits as raised ones, `1)` after a space, as the grammar reads it."""
    bare = mark.strip()
    if bare.isdecimal():
        return mark.translate(_RAISED)
    return f" {bare}" if bare[:1].isdecimal() or bare[:1] in {"(", "["} else mark


def shown_as(pieces: Sequence[Piece]) -> str:
    """Show texts as one, with ordinary space run together."""
    return _SPACE.sub(" ", "".join(piece.shown for piece in pieces)).strip(" ")


def lines_around(
    tree: "_ElementTree[_Element]", tables: Sequence["_Element"]
) -> list[tuple[list[str], list[str]]]:
    """List the lines of text before and after every table; a caption is before it."""
    from lxml import etree  # noqa: PLC0415 - who reads no HTML needs no lxml

    wanted = {table: number for number, table in enumerate(tables)}
    lines: list[list[str]] = [[]]
    line: list[str] = []
    depth = silent = 0

    def end_line() -> None:
        shown = _SPACE.sub(" ", "".join(line)).strip(" ")[:_LONGEST_LINE]
        line.clear()
        if shown:
            lines[-1].append(shown)

    captions: dict[int, str] = {}
    for event, element in etree.iterwalk(tree, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        is_start = event == "start"
        if tag not in _INLINE:
            end_line()
        if tag == "table":
            depth += 1 if is_start else -1
            if is_start and element in wanted:
                caption = element.find("caption")
                captions[wanted[element]] = (
                    shown_as(list(pieces_of(caption))) if caption is not None else ""
                )
            if not is_start and element in wanted:
                lines.append([])
        if tag in _SILENT:
            silent += 1 if is_start else -1
        text = element.text if is_start and tag else element.tail
        if text and not silent and not depth:
            line.append(_raise(text) if is_start and tag == "sup" else text)
    end_line()
    return _split(lines, captions, len(tables))


def _split(
    lines: Sequence[list[str]], captions: Mapping[int, str], count: int
) -> list[tuple[list[str], list[str]]]:
    around = []
    for number in range(count):
        before = lines[number] if number < len(lines) else []
        after = lines[number + 1] if number + 1 < len(lines) else []
        caption = captions.get(number, "")
        around.append(([*before[-_NEAR:], *([caption] if caption else [])], after[:_NEAR]))
    return around
