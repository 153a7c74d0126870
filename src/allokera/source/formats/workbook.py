"""Sheets of an Excel workbook (XLSX), read by openpyxl as they show their numbers."""

import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple

from allokera.errors import SourceError, message
from allokera.source.files.opened import Opened
from allokera.source.formats.workbook_copy import write_workbook
from allokera.source.grid import (
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_TAGS,
    NOTHING_HIDDEN,
    Grid,
    Hidden,
    ParsedGrid,
    check_size,
)
from allokera.source.messages import SourceMessages

if TYPE_CHECKING:
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.workbook import Workbook

MOST_UNPACKED = 64 * 1024 * 1024
"""Bytes that a workbook may unpack to; a few kilobytes can unpack to gigabytes."""

MOST_MEMBERS = 2_000
"""Files that a workbook may hold; each takes time to open."""

MOST_SHEETS = 200
"""Sheets that are looked at."""

_MOST_PADDED = 20 * MOST_CELLS
"""Cells with the blank ones between them: a lone cell in column XFD makes 16 384."""

_NEEDED = ("[Content_Types].xml", "xl/workbook.xml")
_FEWEST_DECIMALS = 4
_CHUNK = 1 << 20
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What compresses a workbook; of the others, one read can unpack to gigabytes."""

_XML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<[^?\x00]|<\?(?!xml)|<\?xml(?![^>]*encoding)"
    rb"|<\?xml[^>]*encoding\s*=\s*[\"'](?:utf-8|us-ascii|ascii)[\"']|$)",
    re.IGNORECASE,
)
"""How a part begins whose bytes can be searched for tags and declarations."""

_LIKE_XML = re.compile(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\x00]*<")
"""How a part may begin that is not called XML, and is all the same: a sheet has any name."""

_PICTURES = (".svg",)
"""Parts that are XML of another kind, and may declare what they are."""

_DOCTYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_UNSAVED = re.compile(
    rb'<c [^>]*?\br="([A-Z]+[0-9]+)"[^>]*>(?:<f[^>]*/>|<f[^>]*>[^<]*</f>)(?:<v ?/>|<v></v>)?</c>'
)
"""A cell whose formula was never reckoned."""

_HIDDEN_ROWS = re.compile(rb'<row [^>]*?\bhidden="(?:1|true)"[^>]*>')
_HIDDEN_COLUMNS = re.compile(rb'<col [^>]*?\bhidden="(?:1|true)"[^>]*>')
_NUMBERS = {name: re.compile(rf'\b{name}="([0-9]+)"'.encode()) for name in ("r", "min", "max")}
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
"""What a number format holds besides digits: texts, colours, spaces."""

_ZEROS = re.compile("0{2,}")
_SCALING = re.compile("[0#?](,+)(?![0#?,])")


def read_workbook(opened: Opened) -> Iterator[ParsedGrid]:
    """Read every sheet of a workbook.

    Raises:
        SourceError: it is damaged, encrypted, too large once unpacked, or no workbook.
    """
    file, content = opened.file, opened.content
    _check(file, content)
    workbook = _open(file, content)
    names = [sheet.title for sheet in workbook.worksheets]
    cells = 0
    for number, name in enumerate(names[:MOST_SHEETS]):
        with _no_warnings():
            rows = _rows(file, workbook, number)
        marks = _marks(content, workbook, number)
        cells += sum(map(len, rows))
        check_size(file, 0, cells)
        yield ParsedGrid(
            grid=Grid(rows=rows),
            write=partial(write_workbook, file, content, name),
            consistency=len(rows),
            number=number + 1,
            name=name,
            decisions=(
                ("format", "XLSX"),
                ("sheet", message(SourceMessages.sheet_of, name=name, count=len(names))),
            ),
            hidden=marks.hidden,
            unsaved=marks.unsaved,
        )


class _Marks(NamedTuple):
    """What a sheet says of its rows, columns and cells besides their values."""

    hidden: Hidden
    unsaved: tuple[str, ...]


def _marks(content: bytes, workbook: "Workbook", number: int) -> _Marks:
    """Find what is hidden, and the formulas that have no saved value, in a sheet's own XML."""
    path = str(getattr(workbook.worksheets[number], "_worksheet_path", ""))
    with zipfile.ZipFile(BytesIO(content)) as archive:
        if path not in archive.NameToInfo:
            return _Marks(NOTHING_HIDDEN, ())
        sheet = archive.read(path)
    columns: set[int] = set()
    for tag in _HIDDEN_COLUMNS.findall(sheet):
        first, last = (_NUMBERS[name].search(tag) for name in ("min", "max"))
        if first and last:
            columns.update(range(int(first[1]) - 1, min(int(last[1]), MOST_COLUMNS)))
    rows = (_NUMBERS["r"].search(tag) for tag in _HIDDEN_ROWS.findall(sheet))
    return _Marks(
        Hidden(frozenset(int(each[1]) - 1 for each in rows if each), frozenset(columns)),
        tuple(cell.decode() for cell in _UNSAVED.findall(sheet)),
    )


def _check(file: str, content: bytes) -> None:
    """Look at the archive before anything unpacks it whole."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_archive(file, archive)
    except SourceError:
        raise
    except Exception as error:
        # what the decompressors raise has no ancestor of its own
        raise _damaged(file, error) from error


def _check_archive(file: str, archive: zipfile.ZipFile) -> None:
    members = archive.infolist()
    if len(members) > MOST_MEMBERS:
        raise SourceError(SourceMessages.too_many_members, most=MOST_MEMBERS).at(file)
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        raise SourceError(
            SourceMessages.unpacks_too_large, mebibytes=MOST_UNPACKED // 1024 // 1024
        ).at(file)
    if any(member.flag_bits & 1 for member in members):
        raise SourceError(SourceMessages.encrypted).at(file)
    odd = [member.filename for member in members if member.compress_type not in _METHODS]
    if odd:
        raise SourceError(SourceMessages.oddly_compressed, member=odd[0]).at(file)
    missing = [name for name in _NEEDED if name not in archive.NameToInfo]
    if missing:
        raise SourceError(SourceMessages.no_workbook, missing=missing[0]).at(file)
    for member in members:
        _check_member(file, archive, member)


def _check_member(file: str, archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> None:
    tags, last = 0, b""
    with archive.open(member) as stream:
        chunk = stream.read(_CHUNK)
        if not member.filename.endswith((".xml", ".rels")) and (
            member.filename.endswith(_PICTURES) or not _LIKE_XML.match(chunk)
        ):
            return
        if not _XML.match(chunk):
            raise SourceError(SourceMessages.member_not_utf8, member=member.filename).at(file)
        while chunk:
            tags += chunk.count(b"<")
            if _DOCTYPE.search(last + chunk):
                raise SourceError(SourceMessages.declares_entities, member=member.filename).at(file)
            last = chunk[-16:]
            chunk = stream.read(_CHUNK)
    if tags > 2 * MOST_TAGS:
        raise SourceError(
            SourceMessages.member_too_many_tags, member=member.filename, most=2 * MOST_TAGS
        ).at(file)


def _damaged(file: str, error: Exception) -> SourceError:
    return SourceError(
        SourceMessages.workbook_damaged, reason=" ".join(str(error).split())[:200]
    ).at(file)


def _open(file: str, content: bytes) -> "Workbook":
    import openpyxl  # noqa: PLC0415 - who reads no XLSX needs no openpyxl

    try:
        with _no_warnings():
            return openpyxl.load_workbook(
                BytesIO(content), read_only=True, data_only=True, keep_links=False
            )
    except Exception as error:
        # openpyxl lets whatever its parsers raise through
        raise _damaged(file, error) from error


@contextmanager
def _no_warnings() -> Iterator[None]:
    """Keep from stderr what openpyxl warns of: styles, dates and extensions that it leaves out."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _rows(file: str, workbook: "Workbook", number: int) -> list[list[str]]:
    """Read one sheet's cells as they would be printed in full, without blank ends."""
    rows: list[list[str]] = []
    cells = padded = 0
    for row in _texts(file, workbook, number):
        padded += len(row)
        if padded > _MOST_PADDED:
            raise SourceError(SourceMessages.sheet_mostly_empty).at(file)
        while row and not row[-1]:
            row.pop()
        cells += len(row) + 1
        check_size(file, len(row), cells, line=len(rows) + 1)
        rows.append(row)
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _texts(file: str, workbook: "Workbook", number: int) -> Iterator[list[str]]:
    try:
        sheet = workbook.worksheets[number]
        sheet.reset_dimensions()  # a sheet may say that it is as large as can be
        rows = sheet.iter_rows()
        while (cells := next(rows, None)) is not None:
            yield [_printed(cell) for cell in cells]
    except Exception as error:
        # openpyxl lets whatever its parsers raise through
        raise _damaged(file, error) from error


def _printed(cell: "Cell | MergedCell") -> str:
    """Write a cell's value as text, as the sheet shows it; a date as ISO 8601 does."""
    value = cell.value
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        exact = Decimal(f"{value:.15g}") if isinstance(value, float) else Decimal(value)
        return _shown(exact, cell.number_format)
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value) if isinstance(value, str | timedelta) else ""


def _shown(exact: Decimal, format_code: str) -> str:
    """Write a number as its format scales it: with its zeros, in per cent, in thousands.

    A format that only rounds is left aside: what the cell holds is exact.
    """
    section = _QUOTED.sub("", format_code).split(";")[0]
    if "%" in section:
        return f"{_digits(exact * 100)} %"
    if _ZEROS.fullmatch(section) and exact >= 0 and exact == exact.to_integral_value():
        return f"{exact:f}".partition(".")[0].zfill(len(section))
    if scaling := _SCALING.search(section):
        exact = exact.scaleb(-3 * len(scaling[1]))
    return _digits(exact)


def _digits(exact: Decimal) -> str:
    """Write a number as plain digits, with four decimals or more if it has any."""
    if not exact.is_finite():
        return "#NUM!"
    whole, _, part = f"{exact:f}".partition(".")
    part = part.rstrip("0")
    return f"{whole}.{part.ljust(_FEWEST_DECIMALS, '0')}" if part else whole
