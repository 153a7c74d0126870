"""Sheets: an answer as a workbook holds it, with figures that follow from others as formulas."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol, runtime_checkable

from allokera.render.language import Language
from allokera.render.view import Plain


class Formula(NamedTuple):
    """A figure that follows from other cells.

    Attributes:
        text: in the language of spreadsheets: `=B2*C2`.
        value: what it comes to: kept beside it for whatever shows a workbook and reckons nothing.
    """

    text: str
    value: Plain


class Link(NamedTuple):
    """A text that leads to a cell of another sheet, named as spreadsheets do."""

    text: str
    sheet: str
    cell: str


Cell = Plain | Formula | Link


class Kind(StrEnum):
    """How a column's cells are shown."""

    TEXT = "text"
    WHOLE = "whole"
    AMOUNT = "amount"
    PARTS = "parts"
    SHARE = "share"


class Column(NamedTuple):
    """A column of a sheet."""

    heading: str
    kind: Kind = Kind.TEXT


class Sheet(NamedTuple):
    """One sheet.

    Attributes:
        lines: what stands above the table, a line each: a name, and a figure or a text.
        rows: one below another, each as long as there are columns.
        sums: below the rows.
        keys: leading columns that stay in sight, as the headings do.
    """

    name: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Cell]]
    sums: Sequence[Sequence[Cell]] = ()
    lines: Sequence[tuple[str, Cell]] = ()
    keys: int = 0

    @property
    def first(self) -> int:
        """The number of the first row of the table, as spreadsheets count."""
        return len(self.lines) + (2 if self.lines else 1) + 1


@runtime_checkable
class Booked(Protocol):
    """An answer that says itself what a workbook of it holds."""

    def sheets(self, say: Language) -> Sequence[Sheet]:
        """Make the sheets."""


@runtime_checkable
class Supposing(Protocol):
    """An answer that takes something for granted, and says what in a sheet of its own."""

    def supposed(self, say: Language) -> Sheet:
        """Make the sheet."""


def address(column: int, row: int) -> str:
    """Name a cell as spreadsheets do; columns count from 0: `B2`."""
    letters = ""
    column += 1
    while column:
        column, letter = divmod(column - 1, 26)
        letters = chr(65 + letter) + letters
    return f"{letters}{row}"
