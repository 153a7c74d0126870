"""A copy of an Excel workbook with other texts in some cells.

openpyxl loses pictures, charts and every computed value when it saves. A corrected copy is to
differ in the corrected cells alone: their elements are rewritten, every other part is copied.
"""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from typing import TYPE_CHECKING

from allokera.errors import SourceError
from allokera.source.grid import Spot
from allokera.source.messages import SourceMessages

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def write_workbook(file: str, content: bytes, sheet: str, changes: Mapping[Spot, str]) -> bytes:
    """Make the file anew with other texts in some cells of a sheet.

    Raises:
        SourceError: a cell is not there, or shares its formula; or lxml is missing.
    """
    try:
        from lxml import etree  # noqa: PLC0415 - as above
    except ImportError as error:
        raise SourceError(SourceMessages.correcting_needs_lxml).at(file) from error
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    copy = BytesIO()
    with (
        zipfile.ZipFile(BytesIO(content)) as archive,
        zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as written,
    ):
        book = etree.fromstring(archive.read("xl/workbook.xml"), parser)
        links = etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"), parser)
        path = _member(book, links, sheet)
        if path not in archive.NameToInfo:
            raise SourceError(SourceMessages.sheet_part_missing, sheet=sheet).at(file)
        for member in archive.infolist():
            part = archive.read(member)
            if member.filename == path:
                root = etree.fromstring(part, parser)
                _put(file, root, changes)
                part = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
            written.writestr(member, part)
    return copy.getvalue()


def _member(book: "_Element", links: "_Element", sheet: str) -> str:
    targets = {link.get("Id"): link.get("Target") or "" for link in links}
    for each in book.iter(f"{_MAIN}sheet"):
        if each.get("name") == sheet:
            target = targets.get(each.get(_RELATION) or "", "")
            return target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
    return ""


def _put(file: str, root: "_Element", changes: Mapping[Spot, str]) -> None:
    from openpyxl.utils import get_column_letter  # noqa: PLC0415 - as above

    wanted = {
        f"{get_column_letter(column + 1)}{row + 1}": text for (row, column), text in changes.items()
    }
    for cell in root.iter(f"{_MAIN}c"):
        text = wanted.pop(cell.get("r") or "", None)
        if text is not None:
            _set(file, cell, text)
    if wanted:
        raise SourceError(SourceMessages.cell_not_in_sheet, cell=min(wanted)).at(file)


def _set(file: str, cell: "_Element", text: str) -> None:
    """Set a cell: to a number where it was one, to text where it was text."""
    from lxml import etree  # noqa: PLC0415 - as above

    formula = cell.find(f"{_MAIN}f")
    if formula is not None and formula.get("ref"):
        raise SourceError(SourceMessages.formula_shared, cell=cell.get("r")).at(file)
    is_text = cell.get("t", "n") not in {"n", "b", "e"}
    for child in list(cell):
        cell.remove(child)
    if is_text:
        cell.set("t", "inlineStr")
        holder = etree.SubElement(etree.SubElement(cell, f"{_MAIN}is"), f"{_MAIN}t")
        holder.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        holder.text = text
        return
    cell.attrib.pop("t", None)
    digits = "".join(letter for letter in text if letter in "0123456789")
    etree.SubElement(cell, f"{_MAIN}v").text = (
        "-" if text.strip().startswith("-") else ""
    ) + digits
