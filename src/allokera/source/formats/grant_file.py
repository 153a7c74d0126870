"""The table of a grant in allokera's own YAML, with the place of every printed cell."""

from collections.abc import Mapping
from functools import partial
from hashlib import sha256

import yaml

from allokera.errors import message
from allokera.source.files.encoding import Encoded
from allokera.source.grant_files.grant import read_columns, read_recipients
from allokera.source.grant_files.grant_checks import table_mistakes
from allokera.source.grant_files.grant_schema import GrantSchema, fill
from allokera.source.grant_files.strict_yaml import events, parse_yaml, quoted
from allokera.source.grid import Grid, ParsedGrid, Spot, StatedTable, splice
from allokera.source.messages import SourceMessages


def read_grant_file(encoded: Encoded) -> ParsedGrid:
    """Read the table of a grant file.

    Raises:
        SourceError: it is no YAML, or not of that form.
    """
    digest = sha256(encoded.encode(encoded.text)).hexdigest()
    document = parse_yaml(encoded.file, encoded.text, digest)
    form = fill(GrantSchema, document, table_mistakes(document))
    rows, columns = form.table.rows, read_columns(form)
    if not rows or not columns:
        raise document.error(("table",), SourceMessages.nothing_in_table)
    return ParsedGrid(
        grid=Grid(rows=[row.printed for row in rows]),
        write=partial(_write, encoded),
        consistency=len(rows),
        decisions=(("format", message(SourceMessages.grant_in_yaml)), ("encoding", encoded.label)),
        stated=StatedTable(
            recipients=read_recipients(form),
            columns=columns,
        ),
    )


def _write(encoded: Encoded, changes: Mapping[Spot, str]) -> bytes:
    spots = _printed_cells(encoded.text)
    pieces = []
    for spot, text in changes.items():
        start, end = spots[spot]
        pieces.append((start, end, quoted(text)))
    return encoded.encode(splice(encoded.text, pieces))


def _printed_cells(text: str) -> dict[Spot, tuple[int, int]]:
    """Find where every printed cell of the table stands, quotes included."""
    spots: dict[Spot, tuple[int, int]] = {}
    row = column = -1
    path: list[str | None] = []
    key: str | None = None
    is_key: list[bool] = []
    for event in events(text):
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            path.append(key)
            is_key.append(isinstance(event, yaml.MappingStartEvent))
            key = None
            if path[1:] == ["table", "rows", None, "printed"]:
                row, column = row + 1, -1
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            path.pop()
            is_key.pop()
            key = None
        elif isinstance(event, yaml.ScalarEvent):
            if is_key and is_key[-1] and key is None:
                key = str(event.value)
                continue
            if path[1:] == ["table", "rows", None, "printed"]:
                column += 1
                assert event.start_mark is not None and event.end_mark is not None  # noqa: PT018
                spots[row, column] = (event.start_mark.index, event.end_mark.index)
            key = None
    return spots
