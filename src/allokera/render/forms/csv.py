"""Records as CSV: for machines with commas and whole numbers without groups; and for Excel."""

import csv
import io
import re
from collections.abc import Callable
from fractions import Fraction
from typing import TYPE_CHECKING

from allokera.kronor.wording import Decimals, plain
from allokera.render.page import printable
from allokera.render.view import Plain, Records

if TYPE_CHECKING:
    import _csv

_FORMULA = re.compile(r"[=+@]|-[^0-9 ]")


def to_csv(records: Records) -> str:
    """Write records as CSV (RFC 4180, with plain line feeds); None is an empty cell.

    A text that a spreadsheet would run as a formula gets an apostrophe before it, and a character
    that would steer a terminal or break the line becomes U+FFFD.
    """
    text = io.StringIO()
    _write(csv.writer(text, lineterminator="\n"), records, _cell)
    return text.getvalue()


def to_csv_excel(records: Records) -> str:
    """Write records as a Swedish Excel opens them: a byte order mark, `;`, decimal commas, CRLF.

    A text of digits alone, such as a municipality's code, keeps its zeros: `="0180"`.
    """
    text = io.StringIO("\ufeff")
    text.seek(0, io.SEEK_END)
    _write(csv.writer(text, delimiter=";", lineterminator="\r\n"), records, _excel_cell)
    return text.getvalue()


def _write(writer: "_csv.Writer", records: Records, cell_of: Callable[[Plain], Plain]) -> None:
    writer.writerow(records.fields)
    fields = set(records.fields)
    for record in records.lines:
        is_whole = len(record) == len(fields)
        assert is_whole or record.keys() < fields, "the heading names all fields of a record"
        cells = map(record.get, records.fields)
        writer.writerow([cell if type(cell) in _AS_THEY_ARE else cell_of(cell) for cell in cells])


_AS_THEY_ARE = frozenset({int, type(None)})


def _cell(value: Plain) -> Plain:
    if isinstance(value, str):
        is_usual = not value or (value[0].isalnum() and value.isprintable())
        return value if is_usual else _harmless(value)
    if isinstance(value, Fraction):
        return plain(value)
    return str(value).lower() if isinstance(value, bool) else value


def _excel_cell(value: Plain) -> Plain:
    text = _cell(value)
    if not isinstance(text, str):
        return text
    if text.isdecimal():
        return f'="{text}"'
    return text.replace(".", ",") if isinstance(value, Fraction | Decimals) else text


def _harmless(text: str) -> str:
    shown = printable(text).replace("\n", "\ufffd")
    return f"'{shown}" if _FORMULA.match(shown) else shown
