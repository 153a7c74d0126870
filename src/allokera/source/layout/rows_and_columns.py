"""Which rows of a grid are recipients and which columns hold their numbers.

Pure: a grid in, places out. What is left aside is said, so that a wrong guess is seen.
"""

from collections import Counter
from collections.abc import Container, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from allokera.errors import message
from allokera.names import Register
from allokera.source.cells import (
    BLANK,
    LONGEST_NAME,
    NUMBER,
    TEXT,
    has_digit,
    kind,
)
from allokera.source.grid import Decision, Grid
from allokera.source.layout.codes import LONGEST_CODE, code_column, counting_columns, key_columns
from allokera.source.layout.heading_rows import chosen_columns, find_heading, without_headings
from allokera.source.layout.sorted_grid import SortedGrid
from allokera.source.messages import SourceMessages

_FEW = 10
"""A column that names one in so many of another's texts names recipients by chance."""


class Layout(NamedTuple):
    """Where things stand in a grid.

    Attributes:
        name: the column of the recipients.
        beside: further columns that name the recipients together with it.
        code: the column of their codes, or None.
        numbers: the columns of numbers, left to right.
        body: the rows of the recipients.
        heading: the rows of the heading, top to bottom.
        matched: how many different recipients are known.
        twins: columns of other recipients, with numbers beside them: a second table.
        asides: what was left aside, and why.
    """

    name: int
    beside: tuple[int, ...]
    code: int | None
    numbers: tuple[int, ...]
    body: tuple[int, ...]
    heading: tuple[int, ...]
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
    kinds = [bytes(map(kind, row)) for row in grid.rows]
    texts = {
        cell
        for row, each in zip(grid.rows, kinds, strict=True)
        for cell, is_kind in zip(row, each, strict=True)
        if is_kind != BLANK and len(cell) <= (LONGEST_CODE if is_kind == NUMBER else LONGEST_NAME)
    }
    sorted_grid = SortedGrid(grid, kinds, {text: known.match(text) for text in texts})
    chosen = chosen_columns(grid, names)
    name = chosen[0] if chosen else _name_column(sorted_grid)
    if name is None:
        return None
    rows = without_headings(sorted_grid, name, _rows_with_numbers(sorted_grid, name))
    if not rows:
        return None
    width = max(len(grid.rows[row]) for row in rows)
    counting = counting_columns(grid, rows, name, width)
    code = code_column(sorted_grid.grid, sorted_grid.matches, rows, name, width)
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
    if not body or not numbers:
        return None
    matched = {match for row in body if (match := sorted_grid.matches.get(grid.cell(row, name)))}
    beside = chosen[1:]
    if not chosen and code is None:
        beside = _columns_beside(sorted_grid, body, name, numbers[0], are_known=bool(matched))
    return Layout(
        name=name,
        beside=beside,
        code=code,
        numbers=numbers,
        body=body,
        heading=heading,
        matched=len({match.recipient for match in matched}),
        twins=_twins(sorted_grid, body, name, numbers, {code, *keys, *beside}),
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
            *_columns_aside(
                sorted_grid, body, {name, code, *beside, *counting, *keys, *numbers}, width
            ),
            *_rows_aside(sorted_grid, (heading[-1] if heading else body[0]) + 1, body, name),
        ),
    )


def _name_column(sorted_grid: SortedGrid) -> int | None:
    """Choose the column that names most known recipients, or else most different texts."""
    texts: dict[int, set[str]] = {}
    by_text: dict[int, set[str]] = {}
    by_code: dict[int, set[str]] = {}
    for row, kinds in zip(sorted_grid.grid.rows, sorted_grid.kinds, strict=True):
        for column, each in enumerate(kinds):
            text = row[column]
            if each == BLANK or len(text) > LONGEST_NAME:
                continue
            if each == TEXT:
                texts.setdefault(column, set()).add(text)
            if (match := sorted_grid.matches.get(text)) is not None:
                named = by_text if each == TEXT else by_code
                named.setdefault(column, set()).add(match.recipient.code + match.recipient.name)
    most = max(map(len, texts.values()), default=0)
    best = _fullest(by_text)
    if best is not None and len(by_text[best]) * _FEW > most:
        return best
    # some amount is anybody's code: codes name the rows where most of a column are some
    best = _fullest(by_code)
    if best is not None and 2 * len(by_code[best]) > sum(map(bool, sorted_grid.kinds)) - 1:
        return best
    return _fullest(texts)


def _columns_beside(
    sorted_grid: SortedGrid,
    body: Sequence[int],
    name: int,
    first: int,
    *,
    are_known: bool,
) -> tuple[int, ...]:
    """Find one or two columns of texts that tell rows with one name apart, and all rows then.

    Args:
        first: the first column of numbers; names stand left of it.
        are_known: whether names are those of known recipients: one that stands twice is a mistake.
    """
    grid = sorted_grid.grid

    def texts(column: int) -> list[str]:
        return [grid.cell(row, column).strip() for row in body]

    repeated = len(body) - len(set(texts(name)))
    if repeated <= are_known:
        return ()
    columns = [
        column
        for column in range(first)
        if column != name and all(sorted_grid.kind(row, column) == TEXT for row in body)
    ]
    for count in (1, 2):
        for beside in combinations(columns, count):
            keys = set(zip(texts(name), *map(texts, beside), strict=True))
            if len(keys) == len(body):
                return beside
    return ()


def _fullest(columns: dict[int, set[str]]) -> int | None:
    """Choose the column with most texts, the leftmost of several."""
    return max(columns, key=lambda column: (len(columns[column]), -column), default=None)


def _rows_with_numbers(sorted_grid: SortedGrid, name: int) -> list[int]:
    """List the rows with a name and a number beside it."""
    kinds = Counter(sorted_grid.kind(row, name) for row in range(len(sorted_grid.kinds)))
    wanted = NUMBER if kinds[NUMBER] > kinds[TEXT] else TEXT
    return [
        row
        for row in range(len(sorted_grid.kinds))
        if (
            sorted_grid.kind(row, name) == wanted
            or (wanted == TEXT and sorted_grid.is_a_word(row, name))
        )
        and len(sorted_grid.grid.cell(row, name)) <= LONGEST_NAME
        and sorted_grid.numbers(row, name)
    ]


def _holds_numbers(sorted_grid: SortedGrid, rows: Sequence[int], column: int) -> bool:
    kinds = Counter(sorted_grid.kind(row, column) for row in rows)
    return kinds[NUMBER] > kinds[TEXT] and any(
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


def _twins(
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
        matches = (sorted_grid.matches.get(sorted_grid.grid.cell(row, column)) for row in body)
        others = {match.recipient.name for match in matches if match is not None}
        matches = (sorted_grid.matches.get(sorted_grid.grid.cell(row, name)) for row in body)
        own = {match.recipient.name for match in matches if match is not None}
        if (
            column not in numbers
            and column not in used
            and len(others) * 2 > len(own)
            and not others & own
        ):
            twins.append(column)
    return tuple(twins)


def _columns_aside(
    sorted_grid: SortedGrid, body: Sequence[int], used: set[int | None], width: int
) -> list[Decision]:
    asides: list[Decision] = []
    for column in range(width):
        if column in used or not any(sorted_grid.grid.cell(row, column).strip() for row in body):
            continue
        cells = [sorted_grid.grid.cell(row, column) for row in body]
        known = {sorted_grid.matches[cell] for cell in cells if sorted_grid.matches.get(cell)}
        names_others = len(known) * 2 > len(body)
        form = (
            SourceMessages.column_names_others
            if names_others
            else SourceMessages.column_without_numbers
        )
        asides.append(("left aside", message(form, column=column + 1)))
    return asides


def _rows_aside(
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
