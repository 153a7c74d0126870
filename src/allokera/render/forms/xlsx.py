"""A workbook for Excel: numbers as numbers, codes as text, formulas with what they come to."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from fractions import Fraction
from io import BytesIO

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from allokera.errors import RequestError
from allokera.kronor.amount import size
from allokera.kronor.wording import Decimals, plain
from allokera.render.language import Language
from allokera.render.messages import RenderMessages
from allokera.render.page import printable
from allokera.render.view import Json, Plain, View
from allokera.render.workbook import Booked, Cell, Column, Formula, Kind, Link, Sheet

_LARGEST = 10**15
"""Spreadsheets count in floats: what has more digits is written as text, so that none is lost."""

_MOST_ROWS, _LONGEST, _MOST_LINKS = 1_048_576, 32_767, 65_530
"""Rows and links of a sheet, and characters of a cell: a spreadsheet drops what is more."""

_FORMATS = {
    Kind.WHOLE: "0",
    Kind.AMOUNT: "#,##0",
    Kind.PARTS: "#,##0.00",
    Kind.SHARE: "0.0000%",
}
_WIDEST = 60
_OF_SOURCES = ("file", "title", "publisher", "sha256")


def xlsx(view: View, say: Language) -> bytes:
    """Write an answer as a workbook: its own sheets or its records, and where all came from.

    The same answer gives the same bytes: no clock goes into them.
    """
    document = view.document()
    own = view.sheets(say) if isinstance(view, Booked) else [_of_records(say, view, document)]
    content = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(content, options) as book:
        book.set_properties({"created": datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)})
        writer = _Writer(book)
        for sheet in (*own, _sources(say, document)):
            writer.write(sheet)
    return content.getvalue()


class _Writer:
    """Writes sheets into a book, with the formats that they share."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.bold = book.add_format({"bold": True})
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.links = 0
        self.formats: dict[tuple[Kind, bool], Format | None] = {}

    def write(self, sheet: Sheet) -> None:
        if sheet.first + len(sheet.rows) + len(sheet.sums) > _MOST_ROWS:
            raise RequestError(RenderMessages.too_many_for_sheet, most=_MOST_ROWS)
        page, self.links = self.book.add_worksheet(sheet.name), 0
        for row, (name, value) in enumerate(sheet.lines):
            page.write_string(row, 0, printable(name), self.bold)
            self._cell(page, row, 2 if sheet.keys > 1 else 1, value, Kind.AMOUNT)
        top = sheet.first - 2
        for place, column in enumerate(sheet.columns):
            page.write_string(top, place, printable(column.heading), self.head)
            page.set_column(place, place, _width(sheet, place))
        for number, cells in enumerate((*sheet.rows, *sheet.sums), start=top + 1):
            is_sum = number > top + len(sheet.rows)
            for place, (cell, column) in enumerate(zip(cells, sheet.columns, strict=True)):
                self._cell(page, number, place, cell, column.kind, is_bold=is_sum)
        page.freeze_panes(top + 1, sheet.keys)

    def _cell(
        self,
        page: Worksheet,
        row: int,
        place: int,
        cell: Cell,
        kind: Kind,
        *,
        is_bold: bool = False,
    ) -> None:
        style = self._format(kind, is_bold=is_bold)
        if isinstance(cell, Formula):
            page.write_formula(row, place, cell.text, style, _stored(cell.value))
        elif isinstance(cell, Link) and self.links < _MOST_LINKS:
            self.links += 1
            target = f"internal:'{cell.sheet}'!{cell.cell}"
            page.write_url(row, place, target, string=_shown(cell.text))
        elif isinstance(cell, Link):
            page.write_string(row, place, _shown(cell.text), style)
        elif isinstance(cell, bool):
            page.write_boolean(row, place, cell, style)
        elif isinstance(cell, int | Fraction):
            if size(cell) < _LARGEST:
                page.write_number(row, place, _stored(cell), style)
            else:
                page.write_string(row, place, _exact(cell), style)
        elif cell:
            page.write_string(row, place, _shown(cell), style)

    def _format(self, kind: Kind, *, is_bold: bool) -> Format | None:
        if (kind, is_bold) not in self.formats:
            shown = {"num_format": _FORMATS[kind]} if kind in _FORMATS else {"num_format": "@"}
            self.formats[kind, is_bold] = self.book.add_format({**shown, "bold": is_bold})
        return self.formats[kind, is_bold]


def _shown(text: str) -> str:
    """Take a text as a cell holds it.

    Raises:
        RequestError: it is longer than a cell holds.
    """
    if len(text) > _LONGEST:
        raise RequestError(RenderMessages.too_long_for_cell, most=_LONGEST)
    return printable(text)


def _exact(number: int | Fraction) -> str:
    return str(number) if isinstance(number, int) else plain(number)


def _stored(value: Plain) -> float | int | str:
    if isinstance(value, Fraction):
        return value.numerator / value.denominator
    return "" if value is None else value


def _width(sheet: Sheet, place: int) -> int:
    """Say how wide a column is: as its longest text, within reason."""
    texts = [sheet.columns[place].heading.split("\n")[0]]
    for row in (*sheet.rows[:500], *sheet.sums):
        cell = row[place]
        value = cell.value if isinstance(cell, Formula) else cell
        value = value.text if isinstance(value, Link) else value
        if isinstance(value, int | Fraction):
            texts.append("0" * (4 * len(str(int(value))) // 3 + 2))
        else:
            texts.append(value or "")
    return min(_WIDEST, max(map(len, texts)) + 1)


def _of_records(say: Language, view: View, document: Mapping[str, Json]) -> Sheet:
    """Make a sheet of records: numbers where they are such, everything else text."""
    name = say.files.sheet(str(document["schema"]).split("/")[1])
    records = view.records()
    rows = [
        [_told(say, field, record.get(field)) for field in records.fields]
        for record in records.lines
    ]
    columns = [
        Column(say.files.heading(field), _kind(field, [row[place] for row in rows]))
        for place, field in enumerate(records.fields)
    ]
    return Sheet(name, columns, rows, keys=2 if "code" in records.fields[:1] else 1)


def _told(say: Language, field: str, value: Plain) -> Plain:
    if isinstance(value, Decimals):
        return Fraction(value)
    return say.files.cell(field, value) if isinstance(value, str) else value


def _kind(field: str, values: Sequence[Plain]) -> Kind:
    numbers = [each for each in values if isinstance(each, int | Fraction) and each is not True]
    if not numbers or "code" in field:
        return Kind.TEXT
    if field == "share":
        return Kind.SHARE
    if any(isinstance(each, Fraction) for each in numbers):
        return Kind.PARTS
    return Kind.WHOLE if field in {"year", "rank", "unit"} else Kind.AMOUNT


def _sources(say: Language, document: Mapping[str, Json]) -> Sheet:
    """List where an answer came from."""
    sources = document.get("sources") or ()
    rows: list[list[Cell]] = [["allokera", str(document["version"]), "", ""]]
    rows += [
        [_text(source.get(key)) for key in _OF_SOURCES]
        for source in (sources if isinstance(sources, Sequence) else ())
        if isinstance(source, Mapping)
    ]
    columns = [Column(say.files.heading(each)) for each in _OF_SOURCES]
    return Sheet(say.files.sources, columns, rows, keys=1)


def _text(value: Json) -> str:
    return value if isinstance(value, str) else ""
