"""Parts of a workbook that nobody writes in earnest: each is refused before anything parses it."""

import io
import warnings
import zipfile

import pytest

from allokera.errors import SourceError
from allokera.source.files.opened import Opened
from allokera.source.formats.workbook import read_workbook
from written import workbook

SHEET, STYLES = "xl/worksheets/sheet1.xml", "xl/styles.xml"
BOOK = workbook([("Ale", 5), ("Kil", 6)])
DOCTYPE = '<!DOCTYPE x [<!ENTITY a "b">]>'


def read(content: bytes) -> list[list[str]]:
    (only,) = read_workbook(Opened("t.xlsx", content))
    return [list(row) for row in only.grid.rows]


def refusal(content: bytes) -> str:
    with pytest.raises(SourceError) as refused:
        read(content)
    return str(refused.value)


def with_parts(parts: dict[str, bytes], *, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The workbook with other parts, and more of them."""
    copy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(BOOK)) as old, zipfile.ZipFile(copy, "w", method) as new:
        for name in dict.fromkeys([*old.namelist(), *parts]):
            new.writestr(name, parts.get(name) or old.read(name))
    return copy.getvalue()


def part(name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(BOOK)) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_parts_are_stored_or_deflated(method: int) -> None:
    assert read(with_parts({}, method=method)) == [["Ale", "5"], ["Kil", "6"]]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_what_unpacks_without_bound_is_refused(method: int) -> None:
    said = refusal(with_parts({}, method=method))
    assert said.startswith("t.xlsx: oddly compressed: member='")


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_declaration_does_not_hide_in_another_encoding(codec: str) -> None:
    sheet = DOCTYPE + part(SHEET)
    for text in (sheet, f'<?xml version="1.0" encoding="{codec}"?>{sheet}'):
        said = refusal(with_parts({SHEET: text.encode(codec)}))
        assert said == f"t.xlsx: member not utf8: member='{SHEET}'"


@pytest.mark.parametrize("name", ["utf-7", "UTF-16", "cp500", "latin-1"])
def test_a_part_that_names_another_encoding_is_refused(name: str) -> None:
    text = f'<?xml version="1.0" encoding="{name}"?>{part(STYLES)}'
    said = refusal(with_parts({STYLES: text.encode()}))
    assert said == f"t.xlsx: member not utf8: member='{STYLES}'"


@pytest.mark.parametrize(
    "start",
    [
        "",
        "\ufeff",
        " \n",
        '<?xml version="1.0"?>',
        '<?xml version="1.0" encoding="UTF-8"?>',
        "<?xml version='1.0' encoding = 'us-ascii' standalone='yes'?>",
    ],
)
def test_a_part_may_begin_so(start: str) -> None:
    # openpyxl writes a sheet without a declaration
    assert read(with_parts({"x.xml": f"{start}<x/>".encode()}))


@pytest.mark.parametrize("start", [b"", b"\xef\xbb\xbf", b" \n"])
def test_a_declaration_does_not_hide_in_a_part_of_another_name(start: bytes) -> None:
    said = refusal(with_parts({"xl/sheet.bin": start + DOCTYPE.encode() + b"<x/>"}))
    assert said == "t.xlsx: declares entities: member='xl/sheet.bin'"
    wide = "\ufeff<x/>".encode("utf-16-le")
    said = refusal(with_parts({"xl/sheet.bin": wide}))
    assert said == "t.xlsx: member not utf8: member='xl/sheet.bin'"


def test_pictures_and_other_bytes_are_left_alone() -> None:
    others = {"a.svg": DOCTYPE.encode(), "b.png": b"\x89PNG <!ENTITY", "c.bin": bytes(99) + b"x<"}
    assert read(with_parts(others)) == [["Ale", "5"], ["Kil", "6"]]


def test_nothing_is_warned_of() -> None:
    """openpyxl warns on stderr of a workbook without styles, among others."""
    bare = part(STYLES).partition("<cellStyles")
    styles = bare[0] + bare[2].partition("</cellStyles>")[2]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read(with_parts({STYLES: styles.encode()})) == [["Ale", "5"], ["Kil", "6"]]
