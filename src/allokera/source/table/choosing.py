"""Choosing how a file is read: which way, and which of its tables."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from allokera.errors import RequestError, SourceError
from allokera.names import Register, fold
from allokera.source.cells import NUMBER, kinds
from allokera.source.choices import Choices
from allokera.source.formats import READERS
from allokera.source.grid import Grid, ParsedGrid
from allokera.source.layout.rows_and_columns import Layout, find_layout
from allokera.source.messages import SourceMessages

_FEWEST_ROWS = 3
"""Rows of numbers that are a table though nobody is named."""


_SHOWN = 80
"""Letters that are shown of a line."""

Coherence = Callable[[Sequence[Sequence[str]]], int]
"""Says how well the columns of a grid fit each other; 0 for not at all."""


class Choice(NamedTuple):
    """The way to read a file that is taken, where things stand by it, and how many others fit."""

    parsed: ParsedGrid
    layout: Layout | None
    others: int
    tables: tuple[tuple[int, str], ...] = ()


def choose(
    file: str,
    parses: Iterable[ParsedGrid | SourceError],
    known: Register,
    choices: Choices,
    *,
    is_bare_enough: bool = False,
    coherence: Coherence | None = None,
) -> Choice:
    """Choose the reading that names most known recipients, and then the most consistent one.

    Args:
        coherence: says how well the columns of a grid fit each other; it tells rivals apart.
        is_bare_enough: whether numbers will do where nobody is named: then the layout is None.

    Raises:
        SourceError: none has a table; what stopped the first one that was stopped.
        RequestError: a table is chosen that is not there.
    """
    problem: SourceError | None = None
    there: dict[int, str] = {}
    fitting: list[tuple[ParsedGrid, Layout]] = []
    bare: ParsedGrid | None = None
    for parsed in parses:
        if isinstance(parsed, SourceError):
            problem = problem or parsed
            continue
        if parsed.stated is not None:
            return Choice(parsed, None, 0)
        there[parsed.number] = parsed.name
        if not _is_chosen((parsed.number, parsed.name), choices):
            continue
        candidate = parsed.shown() if choices.visible else parsed
        if (layout := find_layout(candidate.grid, known, choices.names)) is not None:
            fitting.append((candidate, layout))
        elif bare is None and is_bare_enough and _are_numbers(candidate.grid):
            bare = candidate
    if not fitting and bare is not None:
        return Choice(bare, None, 0)
    if not fitting:
        raise problem or _nothing(there, choices).at(file)
    best, layout = max(fitting, key=lambda each: (each[1].matched, each[0].consistency))
    if best.is_rival:
        best, layout = _most_coherent(file, fitting, coherence)
    _check(file, best, layout)
    tables = {parsed.number: parsed.name for parsed, _ in fitting if parsed.number != best.number}
    return Choice(best, layout, len(fitting) - 1 - len(tables), tuple(tables.items()))


def _nothing(there: Mapping[int, str], choices: Choices) -> SourceError | RequestError:
    """Say why no table was found."""
    if there and not any(_is_chosen(each, choices) for each in there.items()):
        return _no_such_table(there, choices)
    return SourceError(SourceMessages.no_table, formats=tuple(each.name for each in READERS))


def _most_coherent(
    file: str, fitting: Sequence[tuple[ParsedGrid, Layout]], coherence: Coherence | None
) -> tuple[ParsedGrid, Layout]:
    """Take of rivals the one whose columns fit each other; where none does, or two do, refuse."""
    rivals = [each for each in fitting if each[0].is_rival]
    worth = [0 if coherence is None else coherence(parsed.grid.rows) for parsed, _ in rivals]
    most = max(worth)
    if not most or worth.count(most) > 1:
        grid = rivals[0][0].grid
        row = rivals[0][1].body[0]
        text = " ".join(grid.rows[row])[:_SHOWN]
        raise SourceError(SourceMessages.line_torn, text=text).at(f"{file}:{grid.lines[row]}")
    return rivals[worth.index(most)]


def _are_numbers(grid: Grid) -> bool:
    """Whether some rows have numbers side by side, which can state something of each other."""
    return sum(kinds(row).count(NUMBER) > 1 for row in grid.rows) >= _FEWEST_ROWS


def _check(file: str, parsed: ParsedGrid, layout: Layout) -> None:
    """Refuse what would be read wrongly: tables side by side, odd rows, formulas without values."""
    if layout.twins:
        column = layout.twins[0] + 1
        raise SourceError(SourceMessages.two_tables_beside, column=column).at(file)
    _check_rows(file, parsed.grid, layout)
    body = set(layout.body)
    cells = tuple(cell for cell in parsed.unsaved if _row(cell) in body)
    if cells:
        failure = SourceError(SourceMessages.formulas_unsaved, cells=cells[:5], count=len(cells))
        raise failure.at(_part(file, parsed))


def _row(cell: str) -> int:
    """The row of a spreadsheet's cell, from 0: 1 for `D2`."""
    return int(cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) - 1


def _part(file: str, parsed: ParsedGrid) -> str:
    """Name a table of a file, for messages."""
    return f"{file}: {parsed.name!r}" if parsed.name else file


def _is_chosen(table: tuple[int, str], choices: Choices) -> bool:
    number, name = table
    return choices.table in {None, number} and (
        choices.sheet is None or fold(choices.sheet) == fold(name)
    )


def _no_such_table(there: Mapping[int, str], choices: Choices) -> RequestError:
    names = tuple(name for name in there.values() if name)
    if choices.sheet is not None and names:
        return RequestError(SourceMessages.no_such_sheet, name=choices.sheet, names=names)
    if choices.sheet is not None:
        return RequestError(SourceMessages.no_sheets)
    return RequestError(SourceMessages.no_such_table, number=choices.table or 0, count=len(there))


def _check_rows(file: str, grid: Grid, layout: Layout) -> None:
    """Refuse a row with too many cells, or too few where blanks leave no trace.

    Where a program wrote as many cells in every row, blank ones too, no delimiter is in a number.
    """
    if grid.is_delimited and len({len(row) for row in grid.rows}) == 1:
        return
    lengths = [_length(grid.rows[row]) for row in layout.body]
    usual = Counter(len(grid.rows[row]) for row in layout.body).most_common(1)[0][0]
    headed = max((_length(grid.rows[row]) for row in layout.heading), default=0)
    for row, length in zip(layout.body, lengths, strict=True):
        place = f"{file}:{grid.lines[row]}" if grid.lines else file
        most = headed if headed and grid.is_delimited else max(usual, headed)
        if length > most and grid.lines:
            usual = most
            raise SourceError(SourceMessages.row_too_long, cells=length, usual=usual).at(place)
        if length < usual and not grid.is_certain:
            raise SourceError(SourceMessages.row_too_short, cells=length, usual=usual).at(place)


def _length(row: Sequence[str]) -> int:
    return next((place for place in range(len(row), 0, -1) if row[place - 1].strip()), 0)
