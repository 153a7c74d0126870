"""Which rows of a grid are recipients and which columns hold their numbers.

Pure: a grid in, places out. What is left aside is said, so that a wrong guess is seen.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from allokera.errors import message
from allokera.model import Recipient
from allokera.names import Register
from allokera.source.cells import BLANK, LONGEST_NAME, NUMBER, TEXT, are_years, has_digit, kinds
from allokera.source.grid import Decision, Grid
from allokera.source.layout.codes import code_column, counting_columns, key_columns
from allokera.source.layout.heading_rows import chosen_columns, find_heading, without_headings
from allokera.source.layout.left_aside import columns_aside, rows_aside, twin_columns
from allokera.source.layout.naming import columns_beside, counties, name_column
from allokera.source.layout.sorted_grid import SortedGrid
from allokera.source.messages import SourceMessages


class Layout(NamedTuple):
    """Where things stand in a grid.

    Attributes:
        name: the column of the recipients.
        beside: further columns that name the recipients together with it.
        code: the column of their codes, or None.
        numbers: the columns of numbers, left to right.
        labels: columns that hold numbers which are names: running numbers, codes, years.
        body: the rows of the recipients.
        heading: the rows of the heading, top to bottom.
        counties: whom rows mean that name a county without its title.
        matched: how many different recipients are known.
        twins: columns of other recipients, with numbers beside them: a second table.
        asides: what was left aside, and why.
    """

    name: int
    beside: tuple[int, ...]
    code: int | None
    numbers: tuple[int, ...]
    labels: tuple[int, ...]
    body: tuple[int, ...]
    heading: tuple[int, ...]
    counties: Mapping[int, Recipient]
    matched: int
    twins: tuple[int, ...]
    asides: tuple[Decision, ...]


def find_layout(grid: Grid, known: Register, names: Sequence[str] = ()) -> Layout | None:
    """Find the table in a grid, or None where no row has both a name and a number.

    Args:
        names: the headings of the columns that name the recipients, where a person says so.

    Raises:
        RequestError: no column has such a heading.
    """
    sorted_grid = SortedGrid(grid, list(map(kinds, grid.rows)), known)
    chosen = chosen_columns(grid, names)
    name = chosen[0] if chosen else name_column(sorted_grid)
    if name is None:
        return None
    rows = without_headings(sorted_grid, name, _rows_with_numbers(sorted_grid, name))
    if not rows:
        return None
    width = max(len(grid.rows[row]) for row in rows)
    counting = counting_columns(grid, rows, name, width)
    code = code_column(grid, known, rows, name, width)
    heading = find_heading(sorted_grid, rows[0], width)
    others = {name, code, *counting, *chosen}
    columns = [
        column
        for column in range(width)
        if column not in others and _holds_numbers(sorted_grid, rows, column)
    ]
    keys = key_columns(grid, rows, heading, columns)
    numbers = tuple(column for column in columns if column not in keys)
    if code is None or code in chosen[1:]:
        code = next(iter(keys), None)
    body = _body(sorted_grid, rows, name, code, numbers)
    if not body or not numbers or (not heading and _is_a_heading(grid, body, numbers)):
        return None
    matched = set(filter(None, map(known.match, grid.texts(body, name))))
    meant = counties(sorted_grid, body, name, heading)
    beside = chosen[1:]
    if not chosen and code is None:
        beside = columns_beside(sorted_grid, body, name, numbers[0], are_known=bool(matched))
    return Layout(
        name=name,
        beside=beside,
        code=code,
        numbers=numbers,
        labels=tuple(
            sorted(
                {
                    *counting,
                    *keys,
                    *([] if code is None else [code]),
                    *([name] if _holds_numbers(sorted_grid, body, name) else []),
                }
            )
        ),
        body=body,
        heading=heading,
        counties=meant,
        matched=max(len({match.recipient for match in matched}), len(meant)),
        twins=twin_columns(sorted_grid, body, name, numbers, {code, *keys, *beside}),
        asides=(
            *(
                ("left aside", message(SourceMessages.column_counts_rows, column=column + 1))
                for column in counting
            ),
            *(
                ("left aside", message(SourceMessages.column_of_keys, column=column + 1))
                for column in keys
                if column != code
            ),
            *columns_aside(
                sorted_grid, body, {name, code, *beside, *counting, *keys, *numbers}, width
            ),
            *rows_aside(sorted_grid, (heading[-1] if heading else body[0]) + 1, body, name),
        ),
    )


def _rows_with_numbers(sorted_grid: SortedGrid, name: int) -> list[int]:
    """List the rows with a name and a number beside it."""
    names = [kinds[name] if name < len(kinds) else BLANK for kinds in sorted_grid.kinds]
    wanted = NUMBER if names.count(NUMBER) > names.count(TEXT) else TEXT
    return [
        row
        for row, each in enumerate(names)
        if (each == wanted or (wanted == TEXT and sorted_grid.is_a_word(row, name)))
        and len(sorted_grid.grid.cell(row, name)) <= LONGEST_NAME
        and sorted_grid.kinds[row].count(NUMBER) > (each == NUMBER)
    ]


def _is_a_heading(grid: Grid, body: Sequence[int], numbers: Sequence[int]) -> bool:
    """Whether the only row holds years alone: a heading, and nothing below it."""
    return len(body) == 1 and are_years([grid.cell(body[0], column) for column in numbers])


def _holds_numbers(sorted_grid: SortedGrid, rows: Sequence[int], column: int) -> bool:
    cells = [sorted_grid.kind(row, column) for row in rows]
    return cells.count(NUMBER) > cells.count(TEXT) and any(
        sorted_grid.kind(row, column) == NUMBER and has_digit(sorted_grid.grid.cell(row, column))
        for row in rows
    )


def _body(
    sorted_grid: SortedGrid,
    rows: Sequence[int],
    name: int,
    code: int | None,
    numbers: Sequence[int],
) -> tuple[int, ...]:
    """Keep the rows with an amount, and those whose code is as long as most rows' codes."""

    def is_long(row: int) -> bool:
        return code is not None and len(sorted_grid.grid.cell(row, code).strip()) > 2

    usual = Counter(map(is_long, rows)).most_common(1)[0][0]
    return tuple(
        row
        for row in rows
        if any(sorted_grid.kind(row, column) == NUMBER for column in numbers)
        or (code is not None and code != name and is_long(row) == usual)
    )
