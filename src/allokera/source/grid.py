"""What every format is read as: a grid of printed cells, and a way to write some of them anew.

The limits keep what is audited, made or found, within a minute and 500 MiB; `benchmarks.hostile`
tries. Weights of a million rows take more.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from allokera.errors import SourceError, Text
from allokera.model import Column, Recipient
from allokera.source.messages import SourceMessages

MOST_COLUMNS = 1_000
"""Columns that a row may have: more is a delimiter gone wrong, or an attack."""

MOST_CELLS = 200_000
"""Cells that one table may have: a thousand of them take a megabyte and a tenth of a second, and
35 000 municipalities with a code, a name and three years have 175 000."""

MOST_AUDITED = 2 * MOST_CELLS
"""Cells that an audit goes through: a hundred thousand rows with a name and three columns."""

WIDE = 25
"""Columns of a row in which only half of the cells may have stood: an audit tries every rule of
rounding on every column, which takes twice the time of reading it."""

NARROW = 4
"""Columns of a row with a code or a name: a format may hold more cells of those."""

MOST_TAGS = 1_000_000
"""Tags that a page or a sheet may have: a parsed tag takes up to 300 bytes."""

Spot = tuple[int, int]
"""A row and a column of a grid, from 0."""

Decision = tuple[str, Text]
"""A subject, and what was decided."""

Write = Callable[[Mapping[Spot, str]], bytes]
"""Makes the file anew with other texts in some cells."""


class Grid(NamedTuple):
    """Printed cells, and the lines of text around them.

    Attributes:
        rows: the cells; rows may differ in length.
        lines: the line of the file that each row starts in, from 1; empty where there are none.
        above: texts above the grid, the nearest last.
        below: texts below it.
        merged: cells that belong to another one above or to the left, which holds the text.
        is_certain: whether a row that lacks a cell says which; plain text does not.
        is_delimited: whether a mark that may stand in a number parts the cells.
    """

    rows: Sequence[Sequence[str]]
    lines: Sequence[int] = ()
    above: Sequence[str] = ()
    below: Sequence[str] = ()
    merged: Mapping[Spot, Spot] = {}
    is_certain: bool = True
    is_delimited: bool = False

    def cell(self, row: int, column: int) -> str:
        """The printed text, or "" past the end of a row."""
        cells = self.rows[row]
        return cells[column] if column < len(cells) else ""

    def texts(self, rows: Iterable[int], column: int) -> list[str]:
        """The printed texts of a column, in some rows."""
        cells = self.rows
        return [cells[row][column] if column < len(cells[row]) else "" for row in rows]

    def number(self, row: int) -> int:
        """Number a row as people do: by the line that it starts in, or else from 1."""
        return self.lines[row] if self.lines else row + 1


class StatedTable(NamedTuple):
    """What a file itself says of its grid: who the rows are, and what the columns hold."""

    recipients: tuple[Recipient, ...]
    columns: tuple[Column, ...]


class Hidden(NamedTuple):
    """Rows and columns of a grid that its file does not show, from 0."""

    rows: frozenset[int] = frozenset()
    columns: frozenset[int] = frozenset()


NOTHING_HIDDEN = Hidden()


class ParsedGrid(NamedTuple):
    """One way to read a file as a grid.

    Attributes:
        write: makes the file anew; None where the format cannot be written back.
        consistency: rows that have the usual number of cells.
        decisions: how the file was read.
        stated: what the file says of the grid, where its format says it.
        number: of the table in the file, from 1.
        name: of the table in the file: a sheet's, or "".
        hidden: what the file does not show.
        is_rival: whether the same lines can be read in another way that is as good.
        unsaved: the cells that are read as empty because their formulas have no saved value: `D2`.
    """

    grid: Grid
    write: Write | None
    consistency: int
    decisions: tuple[Decision, ...]
    stated: StatedTable | None = None
    number: int = 1
    name: str = ""
    hidden: Hidden = NOTHING_HIDDEN
    unsaved: tuple[str, ...] = ()
    is_rival: bool = False

    def shown(self) -> "ParsedGrid":
        """The same without what is hidden: its cells are blank."""
        rows = [
            [
                "" if place in self.hidden.rows or column in self.hidden.columns else cell
                for column, cell in enumerate(row)
            ]
            for place, row in enumerate(self.grid.rows)
        ]
        return self._replace(grid=self.grid._replace(rows=rows), hidden=NOTHING_HIDDEN)

    @property
    def is_sure(self) -> bool:
        """Whether nearly every line has the usual number of cells."""
        lines = len(self.grid.rows)
        return lines > 1 and self.consistency * 10 > 9 * lines


def check_size(
    file: str, columns: int, cells: int, most: int | None = None, line: int | None = None
) -> None:
    """Refuse a row, or a table, that no publisher prints.

    Args:
        most: cells that narrow rows of this format may have together; None for as many as in any.
        line: of the row, where one is told.

    Raises:
        SourceError: too many columns or cells.
    """
    if columns > MOST_COLUMNS:
        raise SourceError(SourceMessages.row_too_wide, most=MOST_COLUMNS).at(_place(file, line))
    if columns > WIDE:
        most = MOST_CELLS // 2
    elif most is None or columns > NARROW:
        most = MOST_CELLS
    if cells > most:
        raise SourceError(SourceMessages.table_too_large, most=most).at(_place(file, line))


def _place(file: str, line: int | None) -> str:
    return file if line is None else f"{file}:{line}"


def splice(text: str, pieces: Iterable[tuple[int, int, str]]) -> str:
    """Put other texts in the places `text[start:end]`, which do not overlap."""
    parts, at = [], 0
    for start, end, new in sorted(pieces):
        parts += [text[at:start], new]
        at = end
    return "".join([*parts, text[at:]])
