"""The formats in which published tables are read: one file each, and a row in one table.

A reader makes grids of printed cells of a file, in each way that it may be meant. Help, errors and
documentation are made of the table. A reader loads what it needs when it is used.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from allokera.errors import SourceError
from allokera.source.files.opened import Opened
from allokera.source.grid import ParsedGrid
from allokera.source.messages import SourceMessages


class Reader(NamedTuple):
    """One format.

    Attributes:
        name: as people call it.
        suffixes: of files that are usually so; what is in a file decides, not its name.
        recognise: whether a file is of this format and of no other; None where it may be of several
            and the tables that are found in it decide.
        read: makes grids, or says what stopped it, one way after another.
        extra: the optional dependencies that it needs, by the name they are installed under.
    """

    name: str
    suffixes: tuple[str, ...]
    read: Callable[[Opened], Iterator[ParsedGrid | SourceError]]
    recognise: Callable[[Opened], bool] | None = None
    extra: str = ""


def _workbook(opened: Opened) -> Iterator[ParsedGrid]:
    from allokera.source.formats.workbook import read_workbook

    return read_workbook(opened)


def _grant(opened: Opened) -> Iterator[ParsedGrid]:
    from allokera.source.formats.grant_file import read_grant_file

    yield read_grant_file(opened.encoded)


def _webpage(opened: Opened) -> Iterator[ParsedGrid]:
    from allokera.source.formats.webpage import read_webpage

    return read_webpage(opened)


def _markdown(opened: Opened) -> Iterator[ParsedGrid]:
    from allokera.source.formats.markdown import read_markdown

    return read_markdown(opened)


def _delimited(opened: Opened) -> Iterator[ParsedGrid | SourceError]:
    from allokera.source.formats.delimited import read_delimited

    return read_delimited(opened)


def _plain_text(opened: Opened) -> Iterator[ParsedGrid | SourceError]:
    from allokera.source.formats.plain_text import read_plain

    return read_plain(opened)


_HTML = re.compile(r"<table[\s>]", re.IGNORECASE)
_GRANT_TABLE = re.compile(r"^table:[ \t]*(?:#.*)?$", re.MULTILINE)
_GRANT_ROWS = re.compile(r"^[ \t]+rows:[ \t]*(?:#.*)?$", re.MULTILINE)


def _is_zip(opened: Opened) -> bool:
    return opened.content.startswith(b"PK")


def _is_grant(opened: Opened) -> bool:
    """Whether a text has a table with rows, in the block form of YAML."""
    return bool(_GRANT_TABLE.search(opened.text) and _GRANT_ROWS.search(opened.text))


def _is_html(opened: Opened) -> bool:
    return _HTML.search(opened.text) is not None


READERS = (
    Reader("XLSX", (".xlsx",), _workbook, _is_zip, extra="tables"),
    Reader("YAML", (".yaml", ".yml"), _grant, _is_grant),
    Reader("HTML", (".html", ".htm"), _webpage, _is_html, extra="tables"),
    Reader("Markdown", (".md",), _markdown),
    Reader("CSV", (".csv", ".tsv"), _delimited),
    Reader("plain text", (".txt",), _plain_text),
)
"""Every format, the surest to be recognised first."""

_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", SourceMessages.foreign_excel),
    (b"%PDF", SourceMessages.foreign_pdf),
    (b"{\\rtf", SourceMessages.foreign_rtf),
    (b"\x89PNG", SourceMessages.foreign_picture),
    (b"\xff\xd8\xff", SourceMessages.foreign_picture),
    (b"GIF8", SourceMessages.foreign_picture),
    (b"II*\x00", SourceMessages.foreign_picture),
    (b"MM\x00*", SourceMessages.foreign_picture),
    (b"\x1f\x8b", SourceMessages.foreign_archive),
    (b"7z\xbc\xaf", SourceMessages.foreign_archive),
    (b"PAR1", SourceMessages.foreign_parquet),
    (b"SQLite format 3\x00", SourceMessages.foreign_database),
)
"""How files begin that no reader reads, and what is said of them."""

_FOREIGN_IN_ZIP = (
    (b"application/vnd.oasis.opendocument.spreadsheet", SourceMessages.foreign_spreadsheet),
    (b"application/vnd.oasis.opendocument.text", SourceMessages.foreign_text),
    (b"application/vnd.oasis.opendocument", SourceMessages.foreign_document),
    (b"word/document.xml", SourceMessages.foreign_word),
    (b"ppt/presentation.xml", SourceMessages.foreign_document),
    (b"xl/workbook.bin", SourceMessages.foreign_binary_excel),
)
"""What archives hold near their beginning or their end that no reader reads."""


def parse(opened: Opened) -> Iterator[ParsedGrid | SourceError]:
    """Read a file in every way that it may be meant, the surest first.

    Raises:
        SourceError: it is of a format that no reader reads.
    """
    ends = opened.content[:4_096] + opened.content[-65_536:] if _is_zip(opened) else b""
    foreign = [form for start, form in _FOREIGN if opened.content.startswith(start)]
    foreign += [form for part, form in _FOREIGN_IN_ZIP if part in ends]
    if foreign:
        raise SourceError(foreign[0]).at(opened.file)
    sure = (reader for reader in READERS if reader.recognise and reader.recognise(opened))
    if (reader := next(sure, None)) is not None:
        yield from _read(reader, opened)
        return
    for reader in READERS:
        if reader.recognise is not None:
            continue
        is_sure = False
        try:
            for parsed in _read(reader, opened):
                yield parsed
                is_sure |= isinstance(parsed, ParsedGrid) and parsed.is_sure
        except SourceError as error:
            yield error
        if is_sure:
            return  # it is no text of another format


def _read(reader: Reader, opened: Opened) -> Iterator[ParsedGrid | SourceError]:
    try:
        yield from reader.read(opened)
    except ImportError as error:
        if not reader.extra:
            raise
        raise SourceError(
            SourceMessages.extra_needed, format=reader.name, library=error.name, extra=reader.extra
        ).at(opened.file) from error
