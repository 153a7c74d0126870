"""Records as CSV for machines: UTF-8, commas, whole numbers without groups."""

import csv
import io
import re
from fractions import Fraction

from allokera.kronor.wording import plain
from allokera.render.page import printable
from allokera.render.view import Plain, Records

_FORMULA = re.compile(r"[=+@]|-[^0-9 ]")


def to_csv(records: Records) -> str:
    """Write records as CSV (RFC 4180, with plain line feeds); None is an empty cell.

    A text that a spreadsheet would run as a formula gets an apostrophe before it, and a character
    that would steer a terminal or break the line becomes U+FFFD.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(records.fields)
    fields = set(records.fields)
    for record in records.lines:
        is_whole = len(record) == len(fields)
        assert is_whole or record.keys() < fields, "the heading names all fields of a record"
        cells = map(record.get, records.fields)
        writer.writerow([cell if type(cell) in _AS_THEY_ARE else _cell(cell) for cell in cells])
    return text.getvalue()


_AS_THEY_ARE = frozenset({int, type(None)})


def _cell(value: Plain) -> Plain:
    if isinstance(value, str):
        is_usual = not value or (value[0].isalnum() and value.isprintable())
        return value if is_usual else _harmless(value)
    if isinstance(value, Fraction):
        return plain(value)
    return str(value).lower() if isinstance(value, bool) else value


def _harmless(text: str) -> str:
    shown = printable(text).replace("\n", "\ufffd")
    return f"'{shown}" if _FORMULA.match(shown) else shown
