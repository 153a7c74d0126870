"""A workbook from its parts: each may be something else than it should be."""

import io
import zipfile
from collections.abc import Mapping
from html import escape

from benchmarks.hostile import Rows

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = 'xmlns="http://schemas.openxmlformats.org/package/2006'
_TYPES = "application/vnd.openxmlformats-officedocument.spreadsheetml"
SHEET = "xl/worksheets/sheet1.xml"
BOOK, LINKS, STYLES, STRINGS = (
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
)

Parts = dict[str, str]
"""The XML of a workbook's members."""


def parts(sheet: str, strings: str = "") -> Parts:
    """Make a workbook of one sheet."""
    return {
        "[Content_Types].xml": f'<Types {_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{BOOK}" ContentType="{_TYPES}.sheet.main+xml"/>'
        f'<Override PartName="/{SHEET}" ContentType="{_TYPES}.worksheet+xml"/>'
        f'<Override PartName="/{STYLES}" ContentType="{_TYPES}.styles+xml"/>'
        f'<Override PartName="/{STRINGS}" ContentType="{_TYPES}.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships {_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/officeDocument" Target="{BOOK}"/></Relationships>',
        BOOK: f'<workbook {_MAIN} xmlns:r="{_OFFICE}"><sheets>'
        '<sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>',
        LINKS: f'<Relationships {_PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>'
        f'<Relationship Id="rId3" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
        "</Relationships>",
        STYLES: f'<styleSheet {_MAIN}><fonts count="1"><font/></fonts>'
        '<fills count="1"><fill><patternFill/></fill></fills>'
        '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
        '<cellXfs count="3"><xf/><xf numFmtId="14" applyNumberFormat="1"/>'
        '<xf numFmtId="10" applyNumberFormat="1"/></cellXfs></styleSheet>',
        STRINGS: strings or f'<sst {_MAIN} count="1" uniqueCount="1"><si><t>Ale</t></si></sst>',
        SHEET: sheet,
    }


def sheet_of(rows: Rows, *, has_numbers: bool = True) -> str:
    """Write the XML of a sheet, with numbers as numbers or as texts."""
    return sheet_around(
        "".join(
            f'<row r="{number}">'
            f"{''.join(cell(text, has_numbers=has_numbers) for text in row)}</row>"
            for number, row in enumerate(rows, start=1)
        )
    )


def sheet_around(rows: str) -> str:
    return f"<worksheet {_MAIN}><sheetData>{rows}</sheetData></worksheet>"


def cell(text: str, *, has_numbers: bool = True) -> str:
    plain = text.replace(" ", "").replace("\u00a0", "")
    if has_numbers and plain.isascii() and plain.isdecimal():
        return f"<c><v>{plain}</v></c>"
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def packed(members: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack members as an archive."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", method, compresslevel=1) as archive:
        for name, part in members.items():
            raw = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
            archive.writestr(zipfile.ZipInfo(name, (2018, 1, 1, 0, 0, 0)), raw, method)
    return content.getvalue()
