"""Columns that look like amounts and are none: codes of recipients, and rows counted."""

import re
from collections.abc import Sequence

from allokera.names import Register
from allokera.source.grid import Grid

_CODES = re.compile(
    r"(?<!\w)(?:(?:kommun|läns?|region)?(?:kod|code)|(?:kommun|läns?) ?(?:nr|nummer)|scb)(?!\w)"
)
"""Whole words above codes."""

_KEYS = re.compile(
    r"(?<!\w)(?:(?:kommune?|fylkes?|org\.? ?|organisa(?:tion|sjon)s)?(?:nr|nummer|kode?)"
    r"|no|number|id|code|fips|geoid|nuts|lau|gss|isced|uuid)\.?$"
)
"""Whole words that end a heading above numbers that name rows; `Number of pupils` goes on."""

LONGEST_CODE = 4
"""Digits of SCB's longest code, a municipality's."""

_FEW_ROWS = 3
"""Fewer rows may count 1, 2 by chance."""


def counting_columns(grid: Grid, rows: Sequence[int], name: int, width: int) -> tuple[int, ...]:
    """List the columns left of the names that count the rows from 1; a total may have no number."""
    return tuple(
        column
        for column in range(min(name, width))
        if _counts([text.strip().rstrip(".") for text in grid.texts(rows, column)])
    )


def _counts(cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    return (
        len(filled) >= max(len(cells) - 1, 1)
        and filled == [str(number) for number in range(1, len(filled) + 1)]
        and (len(filled) >= _FEW_ROWS or len(filled) == len(cells))
    )


def code_column(
    grid: Grid,
    known: Register,
    rows: Sequence[int],
    name: int,
    width: int,
) -> int | None:
    """Find the column of the recipients' codes: short digits, and most known, or so headed.

    Args:
        known: recipients whose codes they may be.
        name: the column of the names; it is the answer where the rows are named by code.
    """
    names = grid.texts(rows, name)
    if all(_is_code(text.strip()) for text in names):
        return name
    expected = {
        row: match.recipient.code
        for row, text in zip(rows, names, strict=True)
        if (match := known.match(text)) is not None
    }
    best: tuple[int, int, int] | None = None
    for column in range(width):
        texts = list(map(str.strip, grid.texts(rows, column)))
        if column == name or any(text and not _is_code(text) for text in texts):
            continue
        codes = {row: text for row, text in zip(rows, texts, strict=True) if text}
        if not codes:
            continue
        agreed = sum(
            bool(expected.get(row)) and code.zfill(len(expected[row])) == expected[row]
            for row, code in codes.items()
        )
        is_headed = _is_headed(grid, rows[0], column) and len(codes) * 2 > len(rows)
        official = sum(len(code) == LONGEST_CODE and bool(known.match(code)) for code in texts)
        is_known = official > 1 and official * 2 > len(rows)
        if agreed * 2 > len(expected) > 0 or is_headed or is_known:
            best = max(best or (-1, 0, 0), (agreed, len(set(codes.values())), -column))
    return None if best is None else -best[2]


def key_columns(
    grid: Grid, rows: Sequence[int], heading: Sequence[int], columns: Sequence[int]
) -> tuple[int, ...]:
    """List the columns of whole numbers that name rows: all differ, and something says so.

    Numbers with leading zeros are keys wherever they stand; others under a word such as `id`.

    Args:
        columns: those of numbers; where all of them could be keys, none is.
    """
    keys = []
    for column in columns:
        cells = [cell for text in grid.texts(rows, column) if (cell := text.strip())]
        above = " ".join(grid.cell(row, column) for row in heading)[:200].casefold().strip()
        if _all_differ(cells) and (_KEYS.search(above) or _have_zeros(cells)):
            keys.append(column)
    return tuple(keys) if len(keys) < len(columns) else ()


def _all_differ(cells: Sequence[str]) -> bool:
    are_whole = all(cell.isascii() and cell.isdecimal() for cell in cells)
    return are_whole and len(set(cells)) == len(cells) >= _FEW_ROWS


def _have_zeros(cells: Sequence[str]) -> bool:
    """Whether numbers of one length have zeros before them."""
    lengths = set(map(len, cells))
    return len(lengths) == 1 and lengths != {1} and any(cell.startswith("0") for cell in cells)


def _is_code(text: str) -> bool:
    """Whether a cell can be SCB's code: two digits for a county, four for a municipality."""
    return 1 <= len(text) <= LONGEST_CODE and text.isascii() and text.isdecimal()


def _is_headed(grid: Grid, first: int, column: int) -> bool:
    heading = " ".join(grid.cell(row, column) for row in range(max(first - 3, 0), first))
    return _CODES.search(heading[:200].casefold()) is not None
