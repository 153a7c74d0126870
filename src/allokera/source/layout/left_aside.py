"""What stands in a table and is taken for no recipient and no amount."""

from collections.abc import Container, Iterator, Sequence

from allokera.errors import message
from allokera.source.cells import BLANK
from allokera.source.grid import Decision
from allokera.source.layout.sorted_grid import SortedGrid
from allokera.source.messages import SourceMessages


def twin_columns(
    sorted_grid: SortedGrid,
    body: Sequence[int],
    name: int,
    numbers: Sequence[int],
    used: Container[int | None],
) -> tuple[int, ...]:
    """List the columns right of some numbers, left of others, that name as many recipients anew.

    Args:
        used: columns that name the same recipients in another way.
    """
    twins = []
    for column in range(numbers[0] + 1, numbers[-1]):
        matches = map(sorted_grid.known.match, sorted_grid.grid.texts(body, column))
        others = {match.recipient.name for match in matches if match is not None}
        matches = map(sorted_grid.known.match, sorted_grid.grid.texts(body, name))
        own = {match.recipient.name for match in matches if match is not None}
        if (
            column not in numbers
            and column not in used
            and len(others) * 2 > len(own)
            and not others & own
        ):
            twins.append(column)
    return tuple(twins)


def columns_aside(
    sorted_grid: SortedGrid, body: Sequence[int], used: set[int | None], width: int
) -> list[Decision]:
    """Say which columns beside the table are left aside, and why."""
    asides: list[Decision] = []
    for column in range(width):
        if column in used or not any(sorted_grid.grid.cell(row, column).strip() for row in body):
            continue
        cells = sorted_grid.grid.texts(body, column)
        known = set(filter(None, map(sorted_grid.known.match, cells)))
        names_others = len(known) * 2 > len(body)
        form = (
            SourceMessages.column_names_others
            if names_others
            else SourceMessages.column_without_numbers
        )
        asides.append(("left aside", message(form, column=column + 1)))
    return asides


def rows_aside(
    sorted_grid: SortedGrid, start: int, body: Sequence[int], name: int
) -> Iterator[Decision]:
    """Say which rows below the heading are no recipients; notes after the last one are not said."""
    taken, grid = set(body), sorted_grid.grid
    with_numbers: list[tuple[int, str]] = []
    without: list[tuple[int, str]] = []
    for row in range(start, len(grid.rows)):
        if row in taken or set(sorted_grid.kinds[row]) <= {BLANK}:
            continue
        first = next(cell.strip() for cell in grid.rows[row] if cell.strip())
        if sorted_grid.numbers(row, name):
            with_numbers.append((grid.number(row), first))
        elif row < body[-1]:
            without.append((grid.number(row), first))
    lines = bool(grid.lines)
    if with_numbers:
        yield (
            "left aside",
            message(
                SourceMessages.rows_without_recipient, rows=tuple(with_numbers), are_lines=lines
            ),
        )
    if without:
        yield (
            "left aside",
            message(SourceMessages.rows_without_number, rows=tuple(without), are_lines=lines),
        )
