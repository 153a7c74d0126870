"""Which rows of a grid head its columns: each column votes by what stands below."""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from allokera.errors import RequestError
from allokera.names import find_column, fold
from allokera.source.cells import BLANK, NUMBER, TEXT, are_years, is_class, is_period, kind
from allokera.source.grid import Grid
from allokera.source.layout.sorted_grid import SortedGrid

_SAMPLE = 1_000
"""Rows by which it is told what a column usually holds."""


def without_headings(sorted_grid: SortedGrid, name: int, rows: list[int]) -> list[int]:
    """Drop the first rows that head the columns, and wherever they stand again."""
    if not rows:
        return rows
    columns = range(max(len(sorted_grid.grid.rows[row]) for row in rows))
    usual = [_usual(sorted_grid, rows[:_SAMPLE], column) for column in columns]
    first = next(
        (place for place, row in enumerate(rows) if not _heads(sorted_grid, name, row, usual)), 0
    )
    dropped = {tuple(sorted_grid.grid.rows[row]) for row in rows[:first]}
    return [row for row in rows[first:] if tuple(sorted_grid.grid.rows[row]) not in dropped]


class _Usual(NamedTuple):
    """What most cells of a column are."""

    are_numbers: bool
    are_periods: bool
    are_classes: bool
    have_letters: bool


def _usual(sorted_grid: SortedGrid, rows: Sequence[int], column: int) -> _Usual:
    cells = [cell for row in rows if (cell := sorted_grid.grid.cell(row, column)).strip()]
    kinds = Counter(map(kind, cells))
    return _Usual(
        are_numbers=kinds[NUMBER] > kinds[TEXT],
        are_periods=2 * sum(map(is_period, cells)) > len(cells),
        are_classes=2 * sum(map(is_class, cells)) > len(cells),
        have_letters=2 * sum(any(map(str.isalpha, cell)) for cell in cells) > len(cells),
    )


def _heads(sorted_grid: SortedGrid, name: int, row: int, usual: Sequence[_Usual]) -> bool:
    """Whether a row heads the rows below: its cells vote, each by what stands below it.

    For a heading vote text above digits, a period or a class of ages above amounts, and a word that
    heads names. A number like those below votes against it, unless the columns are numbered.
    """
    names = sorted_grid.grid.cell(row, name)
    if sorted_grid.known.match(names) is not None:
        return False
    votes = int(fold(names) in _HEADS_NAMES)
    numbers = []
    for column, below in enumerate(usual):
        cell = sorted_grid.grid.cell(row, column).strip()
        if column == name or not cell:
            continue
        if sorted_grid.kind(row, column) == TEXT:
            votes += below.are_numbers
        elif is_period(cell):
            votes += not below.are_periods
        elif is_class(cell):
            votes += not below.are_classes
        elif any(map(str.isalpha, cell)):
            votes += not below.have_letters
        else:
            numbers.append(cell)
    is_numbered = numbers == [str(each) for each in range(1, len(numbers) + 1)]
    return votes > (0 if is_numbered and len(numbers) > 1 else len(numbers))


_HEADS_NAMES = frozenset(
    [
        "kommun",
        "kommuner",
        "kommunnamn",
        "lan",
        "region",
        "regioner",
        "landsting",
        "namn",
        "mottagare",
        "bidragsmottagare",
        "kommune",
        "navn",
        "fylke",
        "municipality",
        "recipient",
        "recipients",
        "name",
        "state",
        "county",
    ]
)
"""Words, folded, that stand above names."""


_FAR = 30
"""Rows from the top in which headings that a person names are looked for."""


def chosen_columns(grid: Grid, names: Sequence[str]) -> tuple[int, ...]:
    """Find the columns with some headings, in the first row that has all of them.

    Raises:
        RequestError: no row has.
    """
    problem: RequestError | None = None
    for row in grid.rows[:_FAR] if names else ():
        filled = [(place, cell) for place, cell in enumerate(row) if cell.strip()]
        try:
            texts = [cell for _, cell in filled]
            return tuple(filled[find_column(name, texts)][0] for name in names)
        except RequestError as error:
            problem = problem or error
    if problem is not None:
        raise problem
    return ()


def find_heading(sorted_grid: SortedGrid, first: int, width: int) -> tuple[int, ...]:
    """List the rows above the body that head its columns: two texts at least, or one beside it."""
    heading: list[int] = []
    for row in range(first - 1, max(first - 8, -1), -1):
        cells = {cell.strip() for cell in sorted_grid.grid.rows[row][:width]} - {""}
        if not cells:
            continue
        numbers = sorted_grid.numbers(row, -1)
        if numbers and len(numbers) == len(cells) and not are_years(numbers):
            continue  # the columns' own numbers
        if len(cells) > 1 or (not heading and sorted_grid.kind(row, 0) == BLANK):
            heading.append(row)
        elif heading:
            break  # a title; below the heading it is the name of a section
    return tuple(reversed(heading))
