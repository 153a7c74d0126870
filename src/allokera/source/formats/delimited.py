"""Comma-, semicolon- and tab-separated values, scanned with the place of every cell.

`csv` does not say where in the file a cell stands, and a corrected copy must leave every other byte
alone. The scanner is RFC 4180's, and as lenient as spreadsheets are.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from allokera.errors import SourceError, message
from allokera.source.files.encoding import Encoded
from allokera.source.files.opened import Opened
from allokera.source.grid import Grid, ParsedGrid, Spot, check_size, splice
from allokera.source.messages import SourceMessages

DELIMITERS = "\t;,"
"""In the order in which they are believed: a comma may be part of a number, a tab never is."""


_QUOTES = "\u201c\u201d\u201e\u201f\u00ab\u00bb"
"""Typographic quotation marks, which some programs put for `"`."""

_MOST_LINES = 1_500_000
"""Lines, blank ones too: one takes a hundred bytes."""

_MOST_CELLS = 3_000_000
"""A million rows of weights with a code and a name: of all formats this one costs least."""

_ANY_QUOTE = re.compile(f'["{_QUOTES}]')

_FORMATS = {"\t": SourceMessages.tab_separated_values}


class _Cell(NamedTuple):
    """One cell: `text[start:end]` of the file, what it says, and what stood around its quotes.

    Attributes:
        is_quoted: whether the quotes are part of `text[start:end]`.
        is_enclosed: whether typographic quotes stand around it.
    """

    start: int
    end: int
    text: str
    before: str = ""
    after: str = ""
    is_quoted: bool = False
    is_enclosed: bool = False


def read_delimited(opened: Opened) -> Iterator[ParsedGrid | SourceError]:
    """Read a text once with every delimiter that it holds, or say why it cannot be."""
    encoded = opened.encoded
    for delimiter in DELIMITERS:
        if delimiter not in encoded.text:
            continue
        try:
            yield _candidate(encoded, delimiter, has_quotes=True)
        except SourceError as error:
            # words pasted from a page may begin with a quotation mark
            if delimiter != "\t":
                yield error
                continue
            try:
                yield _candidate(encoded, delimiter, has_quotes=False)
            except SourceError as second:
                yield second


def _candidate(encoded: Encoded, delimiter: str, *, has_quotes: bool) -> ParsedGrid:
    if max(encoded.text.count("\n"), encoded.text.count("\r")) > _MOST_LINES:
        raise SourceError(SourceMessages.too_many_lines, most=_MOST_LINES).at(encoded.file)
    rows, lines = [], []
    for line, row in _texts(encoded, delimiter, has_quotes=has_quotes):
        rows.append(row)
        lines.append(line)
    return ParsedGrid(
        grid=Grid(rows=rows, lines=lines, is_delimited=True),
        write=partial(_write, encoded, delimiter, has_quotes),
        consistency=consistency(rows),
        decisions=(
            ("format", message(_FORMATS.get(delimiter, SourceMessages.separated_values))),
            ("encoding", encoded.label),
            ("delimiter", message(SourceMessages.delimiter, mark=delimiter)),
        ),
    )


def consistency(rows: Sequence[Sequence[str]]) -> int:
    """Count the rows that have the usual number of cells, which is two at least."""
    lengths = Counter(len(row) for row in rows if len(row) > 1)
    return max(lengths.values(), default=0)


def _write(
    encoded: Encoded, delimiter: str, has_quotes: bool, changes: Mapping[Spot, str]
) -> bytes:
    pieces = []
    for number, (_, row) in enumerate(_scan(encoded, delimiter, has_quotes=has_quotes)):
        for column, cell in enumerate(row):
            if (number, column) in changes:
                new = _spell(cell, changes[number, column], delimiter)
                pieces.append((cell.start, cell.end, new))
    return encoded.encode(splice(encoded.text, pieces))


def _spell(cell: _Cell, text: str, delimiter: str) -> str:
    if cell.is_quoted or (delimiter in text and not cell.is_enclosed):
        doubled = text.replace('"', '""')
        return f'{cell.before}"{doubled}"{cell.after}'
    return text


def _texts(
    encoded: Encoded, delimiter: str, *, has_quotes: bool
) -> Iterator[tuple[int, list[str]]]:
    """Yield the texts of every row with the line that it starts in."""
    if has_quotes and _ANY_QUOTE.search(encoded.text):
        for line, row in _scan(encoded, delimiter, has_quotes=has_quotes):
            yield line, [cell.text for cell in row]
        return
    cells = 0
    for number, line_text in enumerate(_lines(encoded.text), start=1):
        texts = line_text.split(delimiter)
        cells += len(texts)
        check_size(encoded.file, len(texts), cells, _MOST_CELLS, number)
        yield number, texts


def _lines(text: str) -> list[str]:
    """Split a text where a line ends; what `splitlines` takes for ends besides may be in a name."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[:-1] if len(lines) > 1 and not lines[-1] else lines


def _scan(
    encoded: Encoded, delimiter: str, *, has_quotes: bool
) -> Iterator[tuple[int, list[_Cell]]]:
    """Yield every row with the line that it starts in."""
    text, file = encoded.text, encoded.file
    plain = rf"(?P<plain>[^{delimiter}\r\n]*+)"
    quoted = rf' *+"(?P<inside>[^"]*+(?:""[^"]*+)*+)(?P<close>"?)(?P<after>[^{delimiter}\r\n]*+)'
    printed = rf"[{_QUOTES}](?P<printed>[^{_QUOTES}\r\n]*+)[{_QUOTES}]"
    typographic = rf" *+{printed}(?P<rest>[^{delimiter}\r\n]*+)"
    pattern = re.compile(f"{quoted}|{typographic}|{plain}" if has_quotes else plain)
    at, line, cells = 0, 1, 0
    row: list[_Cell] = []
    started = line
    while True:
        match = pattern.match(text, at)
        assert match is not None, "an empty cell matches"
        row.append(_cell(match, f"{file}:{line}") if has_quotes else _Cell(*match.span(), match[0]))
        cells += 1
        check_size(file, len(row), cells, _MOST_CELLS, started)
        if row[-1].is_quoted:
            line += _line_ends(match[0])
        at = match.end()
        if at < len(text) and text[at] == delimiter:
            at += 1
            continue
        yield started, row
        at += 2 if text.startswith("\r\n", at) else 1
        if at >= len(text):
            return
        line += 1
        row, started = [], line


def _cell(match: re.Match[str], place: str) -> _Cell:
    if match["plain"] is not None:
        return _Cell(match.start(), match.end(), match["plain"])
    if match["printed"] is not None:
        start, end = match.span("printed")
        # the marks round the cell stay when it is written anew
        return _Cell(start, end, match["printed"] + match["rest"].rstrip(" "), is_enclosed=True)
    if not match["close"]:
        raise SourceError(SourceMessages.quote_never_closes).at(place)
    inside, after = match["inside"].replace('""', '"'), match["after"]
    before = match[0][: len(match[0]) - len(match[0].lstrip(" "))]
    if after.strip(" "):
        return _Cell(match.start(), match.end(), inside + after, before, "", is_quoted=True)
    return _Cell(match.start(), match.end(), inside, before, after, is_quoted=True)


def _line_ends(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")
