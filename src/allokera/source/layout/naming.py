"""Which columns name the recipients, and of which kind those are."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Sized
from itertools import combinations

from allokera.model import Recipient
from allokera.names import heads_counties, is_called_a_sum
from allokera.source.cells import LONGEST_NAME, NUMBER, TEXT
from allokera.source.layout.codes import LONGEST_CODE
from allokera.source.layout.sorted_grid import SortedGrid

_YEAR = re.compile(r"\s*(?:19|20)[0-9]{2}\s*")

_FEW = 10
"""A column that names one in so many of another's texts names recipients by chance."""


def name_column(sorted_grid: SortedGrid) -> int | None:
    """Choose the column that names most known recipients, or else most different texts."""
    texts: dict[int, set[str]] = defaultdict(set)
    codes: dict[int, set[str]] = defaultdict(set)
    for row, kinds in zip(sorted_grid.grid.rows, sorted_grid.kinds, strict=True):
        for column, each in enumerate(kinds):
            if each == TEXT and len(row[column]) <= LONGEST_NAME:
                texts[column].add(row[column])
            elif each == NUMBER and len(row[column]) <= LONGEST_CODE:
                codes[column].add(row[column])
    known = sorted_grid.known
    by_text = {column: known.among(each) for column, each in texts.items()}
    by_code = {column: known.among(each) for column, each in codes.items()}
    most = max(map(len, texts.values()), default=0)
    best = _fullest(by_text)
    if (
        best is not None
        and by_text[best]
        and len(by_text[best]) * _FEW > most
        and not _stand_in_a_row(sorted_grid, best, len(by_text[best]))
    ):
        return best
    # some amount is anybody's code: codes name the rows that have no other text, if they are most
    best = _fullest(by_code)
    if best is not None and len(by_code[best]) > max(
        most, sum(map(bool, sorted_grid.kinds)) // 2 - 1
    ):
        return best
    years = _year_column(sorted_grid)
    return _fullest(texts) if years is None or most * 2 > len(codes[years]) else years


def _stand_in_a_row(sorted_grid: SortedGrid, column: int, count: int) -> bool:
    """Whether a row that names somebody known in a column names more beside, than the column does.

    Then recipients head the columns, and the rows are something else.
    """
    known, rows = sorted_grid.known, zip(sorted_grid.grid.rows, sorted_grid.kinds, strict=True)
    return any(
        sum(
            each == TEXT and known.match(cell) is not None
            for cell, each in zip(row, kinds, strict=False)
        )
        > count
        for row, kinds in rows
        if column < len(kinds) and kinds[column] == TEXT and known.match(row[column]) is not None
    )


def _year_column(sorted_grid: SortedGrid) -> int | None:
    """Find the first column of years that name most rows with numbers: a series."""
    counts: Counter[int] = Counter()
    for row in sorted_grid.grid.rows:
        for column, cell in enumerate(row):
            if _YEAR.fullmatch(cell):
                counts[column] += 1
    lines = sum(kinds.count(NUMBER) > 1 for kinds in sorted_grid.kinds)
    return next((column for column in sorted(counts) if 2 * counts[column] > lines > 2), None)


def columns_beside(
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
        return list(map(str.strip, grid.texts(body, column)))

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


def _fullest(columns: Mapping[int, Sized]) -> int | None:
    """Choose the column with most texts, the leftmost of several."""
    return max(columns, key=lambda column: (len(columns[column]), -column), default=None)


def counties(
    sorted_grid: SortedGrid, body: Sequence[int], name: int, heading: Sequence[int]
) -> Mapping[int, Recipient]:
    """Find whom the rows mean if they name counties without their title: `Kalmar` for Kalmar län.

    A municipality may have the same name: all rows must mean a county so, and either the heading
    says so or more do than mean anybody as they stand.
    """
    grid, known = sorted_grid.grid, sorted_grid.known
    texts = zip(body, grid.texts(body, name), strict=True)
    rows = ((row, text) for row, text in texts if not is_called_a_sum(text))
    meant: dict[int, Recipient] = {}
    as_they_stand = 0
    for row, text in rows:
        if (county := known.without_title(text)) is None:
            return {}  # most tables end here, at their first row
        meant[row] = county
        as_they_stand += known.match(text) is not None
    is_headed = any(heads_counties(grid.cell(row, name)) for row in heading)
    return meant if is_headed or len(meant) > as_they_stand else {}
