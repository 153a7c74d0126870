"""Documents and records as text: JSON and CSV, always UTF-8, the same bytes for the same input."""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeAlias

from allokera.render.page import printable

Json: TypeAlias = "None | bool | int | str | Sequence[Json] | Mapping[str, Json]"
"""What a document is made of: no floats; exact ratios are strings `p/q`."""

Plain: TypeAlias = None | bool | int | str
"""What a cell of CSV can hold."""

Record: TypeAlias = Mapping[str, Plain]
"""One line of CSV, with its column names."""


class Records(NamedTuple):
    """What CSV says: the column names, also where there is no line, and the lines."""

    fields: Sequence[str]
    lines: Sequence[Record]


def records(lines: Sequence[Record]) -> Records:
    """Take the column names from the first of at least one line."""
    return Records(list(lines[0]), lines)


def to_json(document: Mapping[str, Json]) -> str:
    """Write a document as JSON."""
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def to_csv(records: Records) -> str:
    """Write records as CSV (RFC 4180, with plain line feeds); None is an empty cell.

    A text that a spreadsheet would run as a formula gets an apostrophe before it, and a character
    that would steer a terminal or break the line becomes U+FFFD.
    """
    text = io.StringIO()
    writer = csv.DictWriter(text, fieldnames=records.fields, lineterminator="\n")
    writer.writeheader()
    for record in records.lines:
        writer.writerow({name: _cell(value) for name, value in record.items()})
    return text.getvalue()


def _cell(value: Plain) -> Plain:
    if isinstance(value, bool):
        return str(value).lower()
    if not isinstance(value, str):
        return value
    shown = printable(value).replace("\n", "\ufffd")
    return f"'{shown}" if re.match(r"[=+@]|-[^0-9 ]", shown) else shown
