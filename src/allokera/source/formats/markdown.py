"""Tables of Markdown: cells between pipes, a row of hyphens under the heading."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import pairwise

from allokera.errors import message
from allokera.source.files.encoding import Encoded
from allokera.source.files.opened import Opened
from allokera.source.formats.plain_text import TextLine, lines_of
from allokera.source.grid import Grid, ParsedGrid, Spot, check_size, splice
from allokera.source.messages import SourceMessages

_PIPE = re.compile(r"\\.|\|", re.DOTALL)
_Span = tuple[int, int]


def read_markdown(opened: Opened) -> Iterator[ParsedGrid]:
    """Read every table that a Markdown text holds."""
    encoded = opened.encoded
    if "|" not in encoded.text:
        return
    lines = lines_of(encoded)
    rules = [place for place, line in enumerate(lines) if place and _is_rule(encoded, line)]
    for number, rule in enumerate(rules, start=1):
        start, stop = rule - 1, rule + 1
        following = rules[number] - 1 if number < len(rules) else len(lines)
        while stop < following and "|" in lines[stop].text:
            stop += 1
        table = [lines[start], *lines[rule + 1 : stop]]
        spans, cells = [], 0
        for line in table:
            spans.append(_cells(encoded.text, line))
            cells += len(spans[-1])
            check_size(encoded.file, len(spans[-1]), cells)
        yield ParsedGrid(
            grid=Grid(
                rows=[[_said(encoded.text[a:b]) for a, b in row] for row in spans],
                lines=[line.number for line in table],
                above=[line.text for line in lines[max(start - _NEAR, 0) : start]],
                below=[line.text for line in lines[stop : stop + _NEAR]],
            ),
            write=partial(_write, encoded, spans),
            consistency=len(table),
            number=number,
            decisions=(
                ("format", "Markdown"),
                ("encoding", encoded.label),
                (
                    "table",
                    message(SourceMessages.table_in_line, line=table[0].number, count=len(rules)),
                ),
            ),
        )
        if number == _MOST:
            return


_NEAR = 60
"""Lines above and below a table that are looked at."""

_MOST = 100
"""Tables of one text that are looked at."""


def _write(
    encoded: Encoded, spans: Sequence[Sequence[_Span]], changes: Mapping[Spot, str]
) -> bytes:
    pieces = [
        (*spans[row][column], text.replace("|", "\\|")) for (row, column), text in changes.items()
    ]
    return encoded.encode(splice(encoded.text, pieces))


def _said(printed: str) -> str:
    return printed.replace("\\|", "|")


def _is_rule(encoded: Encoded, line: TextLine) -> bool:
    if "|" not in line.text or not set(line.text) <= set("|:- \t"):
        return False
    cells = [encoded.text[start:end] for start, end in _cells(encoded.text, line)]
    return bool(cells) and all(cell.strip(":") and not cell.strip(":-") for cell in cells)


def _cells(text: str, line: TextLine) -> list[_Span]:
    """Find the cells between a line's pipes, without the space and the asterisks around them."""
    pipes = [
        match.start() for match in _PIPE.finditer(text, line.start, line.end) if match[0] == "|"
    ]
    edges = [line.start - 1, *pipes, line.end]
    spans = [_inner(text, a + 1, b) for a, b in pairwise(edges)]
    if pipes and pipes[0] == line.start:
        spans = spans[1:]
    if pipes and pipes[-1] == line.end - 1:
        spans = spans[:-1]
    return spans


def _inner(text: str, start: int, end: int) -> _Span:
    while start < end and text[start] in " \t":
        start += 1
    while end > start and text[end - 1] in " \t":
        end -= 1
    if end - start > 4 and text[start : start + 2] == "**" == text[end - 2 : end]:
        return start + 2, end - 2
    return start, end
