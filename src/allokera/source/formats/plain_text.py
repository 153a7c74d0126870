"""Plain text: cells two spaces apart, or one a line as a page's table is when it is copied."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from allokera.errors import SourceError, message
from allokera.source.files.encoding import Encoded
from allokera.source.files.opened import Opened
from allokera.source.formats.delimited import consistency
from allokera.source.formats.one_cell_a_line import find_stanzas
from allokera.source.formats.single_spaces import Split, find_splits
from allokera.source.grid import (
    MOST_CELLS,
    Decision,
    Grid,
    ParsedGrid,
    Spot,
    check_size,
    splice,
)
from allokera.source.messages import SourceMessages

_LINE = re.compile(r"[^\r\n]++")
_TOKEN = re.compile(r"\S+")
_GROUPS = 4
"""Tokens that a cell has with single spaces: `1 000 000 000`."""

_GAP = re.compile(r" {2,}+|[ ]?\t[ \t]*+")


class TextLine(NamedTuple):
    """A line that is not blank: `text[start:end]` of the file, without the space around it."""

    number: int
    start: int
    end: int
    text: str


_Spans = Sequence[Sequence[tuple[int, int]]]


def lines_of(encoded: Encoded) -> list[TextLine]:
    """List the lines that are not blank.

    Raises:
        SourceError: there are too many.
    """
    text = encoded.text
    if text.count("\n") + text.count("\r") > 2 * MOST_CELLS:
        raise SourceError(SourceMessages.too_many_lines, most=2 * MOST_CELLS).at(encoded.file)
    lines, number, at = [], 1, 0
    for match in _LINE.finditer(text):
        ends = text[at : match.start()]
        number += ends.count("\n") + ends.count("\r") - ends.count("\r\n")
        at = match.end()
        printed = match[0].strip(" \t")
        if printed.strip():
            start = match.start() + match[0].index(printed)
            lines.append(TextLine(number, start, start + len(printed), printed))
    return lines


def read_plain(opened: Opened) -> Iterator[ParsedGrid | SourceError]:
    """Read a text in both ways, where they apply."""
    encoded = opened.encoded
    lines = lines_of(encoded)
    if any(_GAP.search(line.text) for line in lines):
        try:
            yield _gapped(encoded, lines)
        except SourceError as error:
            yield error
    else:
        try:
            yield from _single_spaced(encoded, lines)
        except SourceError as error:
            yield error
    if len(lines) <= MOST_CELLS and (candidate := _stacked(encoded, lines)):
        yield candidate


def _gapped(encoded: Encoded, lines: Sequence[TextLine]) -> ParsedGrid:
    spans, cells = [], 0
    for line in lines:
        row, at = [], line.start
        for gap in _GAP.finditer(encoded.text, line.start, line.end):
            row.append((at, gap.start()))
            at = gap.end()
        spans.append([*row, (at, line.end)])
        cells += len(spans[-1])
        check_size(encoded.file, len(spans[-1]), cells, line=line.number)
    rows = [[encoded.text[start:end] for start, end in row] for row in spans]
    return _candidate(
        encoded,
        Grid(rows=rows, lines=[line.number for line in lines], is_certain=False),
        spans,
        consistency(rows),
        ("delimiter", message(SourceMessages.two_spaces)),
    )


def _single_spaced(
    encoded: Encoded, lines: Sequence[TextLine]
) -> Iterator[ParsedGrid | SourceError]:
    """Read lines with single spaces between columns and inside numbers, in each possible way."""
    tokens, count = [], 0
    for line in lines:
        tokens.append(line.text.split())
        count += len(tokens[-1])
        check_size(encoded.file, 0, count // _GROUPS, line=line.number)
    for split in find_splits(tokens):
        if split.torn is None:
            yield _split_grid(encoded, lines, split)._replace(is_rival=split.is_rival)
        else:
            line = lines[split.torn]
            failure = SourceError(SourceMessages.line_torn, text=line.text[:80])
            yield failure.at(f"{encoded.file}:{line.number}")


def _split_grid(encoded: Encoded, lines: Sequence[TextLine], split: Split) -> ParsedGrid:
    places = list(zip(split.lines, split.cells, strict=True))
    if split.heading is not None:
        places.insert(0, (split.lines[0] - 1, split.heading))
    spans = [_spans_of(lines[place], row) for place, row in places]
    first = places[0][0]
    rows = [[encoded.text[start:end] for start, end in row] for row in spans]
    taken = {place for place, _ in places}
    return _candidate(
        encoded,
        Grid(
            rows=rows,
            lines=[lines[place].number for place, _ in places],
            above=[line.text for line in lines[:first]],
            below=[
                line.text
                for place, line in enumerate(lines)
                if place > first and place not in taken
            ],
            is_certain=False,
        ),
        spans,
        len(rows),
        ("delimiter", message(SourceMessages.one_space)),
    )


def _spans_of(line: TextLine, row: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Find where runs of a line's tokens stand in the file."""
    found = [match.span() for match in _TOKEN.finditer(line.text)]
    return [(line.start + found[a][0], line.start + found[b - 1][1]) for a, b in row]


def _stacked(encoded: Encoded, lines: Sequence[TextLine]) -> ParsedGrid | None:
    stanzas = find_stanzas([line.text for line in lines])
    if stanzas is None:
        return None
    if stanzas.broken is not None:
        line = lines[stanzas.broken]
        raise SourceError(SourceMessages.stanza_broken, text=line.text).at(
            f"{encoded.file}:{line.number}"
        )
    spots = [[None if at is None else lines[at] for at in stanza] for stanza in stanzas.rows]
    spans = [[(0, 0) if line is None else (line.start, line.end) for line in row] for row in spots]
    grid = Grid(
        rows=[["" if line is None else line.text for line in row] for row in spots],
        lines=[next(line.number for line in row if line) for row in spots],
        above=[line.text for line in lines[: stanzas.start]],
        below=[line.text for line in lines[stanzas.stop :]],
        is_certain=False,
    )
    check_size(encoded.file, len(grid.rows[-1]), len(lines))
    return _candidate(
        encoded, grid, spans, len(spots), ("delimiter", message(SourceMessages.one_cell_a_line))
    )


def _candidate(
    encoded: Encoded, grid: Grid, spans: _Spans, consistent: int, delimiter: Decision
) -> ParsedGrid:
    return ParsedGrid(
        grid=grid,
        write=partial(_write, encoded, spans),
        consistency=consistent,
        decisions=(
            ("format", message(SourceMessages.plain_text)),
            ("encoding", encoded.label),
            delimiter,
        ),
    )


def _write(encoded: Encoded, spans: _Spans, changes: Mapping[Spot, str]) -> bytes:
    pieces = [(*spans[row][column], text) for (row, column), text in changes.items()]
    return encoded.encode(splice(encoded.text, pieces))
