"""A published table, as it was read, and the way back into its file."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import PurePath
from typing import NamedTuple

from allokera.errors import SourceError
from allokera.kronor.amount import Amount
from allokera.kronor.printed import read_cells
from allokera.model import Aside, Column, PrintedSheet, Recipient, Source, TableInFile
from allokera.source.grid import Decision, Write
from allokera.source.messages import SourceMessages
from allokera.source.table.respelling import respell


class TableFile(NamedTuple):
    """The file behind a table.

    Attributes:
        file: as messages show it.
        content: its bytes.
        columns: the place of every column in the grid, by name.
        rows: the place of every recipient's row.
        lines: the line that every row of the grid starts in; empty where the file has no lines.
        texts: all cells of the grid, as printed.
        headings: the rows of the heading.
        labels: columns whose numbers are names.
        number: of the table in the file, from 1.
        sheet: the name of a workbook's sheet, or "".
        write: makes the file anew with other texts in some cells; None where nothing can.
        reread: reads bytes as this file was read.
    """

    file: str
    content: bytes
    columns: Mapping[str, int]
    rows: tuple[int, ...]
    lines: Sequence[int]
    texts: Sequence[Sequence[str]]
    headings: tuple[int, ...]
    labels: tuple[int, ...]
    number: int
    sheet: str
    write: Write | None
    reread: Callable[[bytes], "Table"]


class Table(NamedTuple):
    """A published allocation table.

    Attributes:
        recipients: one a row, named as printed; the code is "" where no column has codes.
        columns: every column of numbers, left to right, with a cell for every recipient.
        amounts: the names of the columns that hold amounts of money.
        asides: the other columns of numbers, and why they are no amounts.
        envelopes: kronor that headings and notes state in total, by column.
        decisions: how the file was read: subjects, and what was decided.
        other_tables: others of the same file, by number and, in a workbook, name.
        ignored: the headings of columns that hold no numbers, each with the first text and its row
            of the grid; no text where the column is empty.
        strangers: the rows of the grid, below the heading, that are no recipients'.
        doubtful: the rows of the heading that may be recipients' without a number.
        document: the file, for a corrected copy.
    """

    source: Source
    recipients: tuple[Recipient, ...]
    columns: tuple[Column, ...]
    amounts: tuple[str, ...]
    envelopes: Mapping[str, int]
    decisions: tuple[Decision, ...]
    document: TableFile
    asides: tuple[Aside, ...] = ()
    other_tables: tuple[tuple[int, str], ...] = ()
    ignored: tuple[tuple[str, str, int], ...] = ()
    strangers: tuple[int, ...] = ()
    doubtful: tuple[int, ...] = ()

    @property
    def sheet(self) -> PrintedSheet:
        """The grid that it stands in."""
        document = self.document
        return PrintedSheet(
            document.texts, document.headings, document.labels, document.rows, document.columns
        )

    @property
    def among(self) -> TableInFile:
        """Which of the file's tables it is."""
        document = self.document
        return TableInFile(document.number, 1 + len(self.other_tables), document.sheet)

    def where(self, row: int) -> str:
        """Say where a recipient's row stands, for messages."""
        return self.where_in_grid(self.document.rows[row])

    def where_of(self, row: int | None, column: str | None) -> str:
        """Name the place of a cell, a row or a column that a person can go to; "" if none is told.

        Args:
            row: a recipient's, from 0.
            column: its name.
        """
        document = self.document
        place = document.columns.get(column) if column is not None else None
        return self.where_cell(document.rows[row] if row is not None else None, place)

    def where_cell(self, line: int | None, place: int | None) -> str:
        """Name the place of a cell of the grid, or of a row or a column, either of which may lack.

        Args:
            line: its row, from 0.
            place: its column, from 0.
        """
        document = self.document
        if document.lines and line is not None:
            return f"{PurePath(document.file).name}:{document.lines[line]}"
        if document.sheet:
            from openpyxl.utils import get_column_letter  # noqa: PLC0415 - it read the sheet

            letters = "" if place is None else get_column_letter(place + 1)
            number = "" if line is None else str(line + 1)
            return f"'{document.sheet}'!{letters}{number}" if letters or number else ""
        if document.lines or line is None:
            return ""
        cell = "" if place is None else f", column {place + 1}"
        return f"{PurePath(document.file).name}: row {line + 1}{cell}"

    def where_in_grid(self, place: int) -> str:
        """Say where a row of the grid stands, for messages."""
        lines = self.document.lines
        return (
            f"{self.document.file}:{lines[place]}"
            if lines
            else f"{self.document.file}: row {place + 1}"
        )

    def corrected(self, changes: Mapping[tuple[str, int], Amount]) -> bytes:
        """Make a copy of the file with other amounts in some cells, and read it to be sure.

        Args:
            changes: by the column's name and the recipient's place, the number to print: kronor
                divided by the column's worth.

        Raises:
            SourceError: the copy would not say that, or would say something else elsewhere.
            KeyError: no column or row is meant.
        """
        if not changes:
            return self.document.content
        if self.document.write is None:
            raise SourceError(SourceMessages.not_correctable).at(self.document.file)
        columns = {column.name: column for column in self.columns}
        texts = {
            (self.document.rows[row], self.document.columns[name]): respell(
                columns[name], row, number
            )
            for (name, row), number in changes.items()
        }
        content = self.document.write(texts)
        if not self._says(self.document.reread(content), changes):
            raise SourceError(SourceMessages.not_read_back).at(self.document.file)
        return content

    def _says(self, copy: "Table", changes: Mapping[tuple[str, int], Amount]) -> bool:
        """Whether a copy says what this table says, but for the changes."""
        if copy.recipients != self.recipients or len(copy.columns) != len(self.columns):
            return False
        return all(
            _is_copied(
                column,
                other,
                {row: to for (name, row), to in changes.items() if name == column.name},
            )
            for column, other in zip(self.columns, copy.columns, strict=True)
        )


def _is_copied(column: Column, copy: Column, changes: Mapping[int, Amount]) -> bool:
    if column.name != copy.name or column.worth != copy.worth:
        return False
    readings = read_cells(copy.cells)
    for row, cell in enumerate(column.cells):
        if row not in changes:
            if copy.cells[row] != cell:
                return False
            continue
        reading, kronor = readings[row], changes[row] * column.worth
        if reading.kronor(column.worth) != kronor and changes[row] not in reading.alternatives:
            return False
    return True
