"""What a column is called, and what its heading and its footnote say of it."""

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from allokera.errors import Message, message
from allokera.kronor.extras import LEVEL_MARK, RAISED_MARK
from allokera.kronor.money_words import SPACES
from allokera.kronor.printed import Reading, read_cells
from allokera.model import Aside, Column
from allokera.source.cells import is_years, unmarked, years_in
from allokera.source.grid import Decision, Grid
from allokera.source.layout.rows_and_columns import Layout
from allokera.source.layout.scale import first_worth, stated_total, worth_in_heading
from allokera.source.messages import SourceMessages

_NOTE = re.compile(rf"[{SPACES}]*({RAISED_MARK}|{LEVEL_MARK})(?!\*)")
_RAISED = str.maketrans(
    "\u00b9\u00b2\u00b3\u2070\u2074\u2075\u2076\u2077\u2078\u2079", "1230456789"
)
_NEAR = 8
"""Lines above and below a table that may speak of all of it."""

_LONGEST_TITLE = 300

NO_AMOUNTS = {
    "shares": "procent andel andelar kvot kvoter share shares",
    "inhabitants": "invånare invånarantal folkmängd folkmangd befolkning population inhabitants",
    "counts": "antal arbetslösa arbetslöshet count",
    "indices": "index",
    "ranks": "rang rangordning rank",
    "codes": "kod koder kommunkod kommunkoder länskod lanskod code",
    "records": "diarienummer diarienr dnr",
    "differences": "förändring förändringar skillnad differens difference",
    "sums": "summa",
}
"""What columns hold that are no amounts, and the whole words of a heading that say so."""

NAMES = frozenset({"codes", "records", "ranks"})
"""Those of them that are names written in digits."""

_WHAT_BY_WORD = {word: what for what, words in NO_AMOUNTS.items() for word in words.split()}
_LETTERS = re.compile(r"[^\W\d_]+")


class Heads(NamedTuple):
    """What was read from the headings.

    Attributes:
        columns: one a column of numbers.
        amounts: the names of those that hold amounts.
        asides: the others, and why they do not.
        envelopes: kronor that are stated, by column.
        decisions: what was decided, and by which words.
    """

    columns: tuple[Column, ...]
    amounts: tuple[str, ...]
    asides: tuple[Aside, ...]
    envelopes: Mapping[str, int]
    decisions: tuple[Decision, ...]


class _Head(NamedTuple):
    name: str
    printed: str
    marks: tuple[str, ...]


def read_headings(grid: Grid, layout: Layout) -> Heads:
    """Read the headings and notes of a table."""
    above, below = _around(grid, layout)
    notes = _notes([*below, *above])
    shared = first_worth([*reversed(above[-_NEAR:]), *below[:_NEAR]])
    columns, aside = [], []
    for place, head in zip(layout.numbers, _heads(grid, layout), strict=True):
        quotation = next((notes[mark] for mark in head.marks if mark in notes), "")
        cells = tuple(grid.texts(layout.body, place))
        why = _why_no_amounts(head.printed, cells)
        own = worth_in_heading(head.printed)
        worth = own if own is not None else (shared[0] if shared else 1)
        if why:
            aside.append(Aside(head.name, why.message(), bool(why.word), why.what in NAMES))
        columns.append(
            Column(
                name=head.name,
                heading=head.printed,
                cells=cells,
                years=years_in(head.printed),
                worth=1 if why else worth,
                quotation=quotation,
            )
        )
    others = {each.column for each in aside}
    amounts = tuple(column.name for column in columns if column.name not in others)
    decisions: list[Decision] = [
        (
            "no amounts",
            message(SourceMessages.no_amounts_in, column=each.column, reason=each.reason),
        )
        for each in aside
    ]
    if shared and amounts:
        decisions.append(
            ("worth", message(SourceMessages.worth_by, worth=shared[0], text=shared[1][:80]))
        )
    envelopes = _envelopes(columns, amounts, above[-_NEAR:])
    return Heads(tuple(columns), amounts, tuple(aside), envelopes, tuple(decisions))


def _around(grid: Grid, layout: Layout) -> tuple[list[str], list[str]]:
    """List the lines above and below the table, in the grid and around it."""
    first, last = min((*layout.heading, layout.body[0])), layout.body[-1]

    def line(row: int) -> str:
        return " ".join(cell.strip() for cell in grid.rows[row] if cell.strip())

    above = [*grid.above, *map(line, range(first))]
    below = [*map(line, range(last + 1, len(grid.rows))), *grid.below]
    return [each for each in above if each], [each for each in below if each]


def _heads(grid: Grid, layout: Layout) -> list[_Head]:
    """Join the rows of the heading for every column of numbers, and make the names differ."""
    heads: list[_Head] = []
    taken: set[str] = set()
    for column in layout.numbers:
        parts = _parts(grid, layout, column)
        bare = [unmarked(part) for part in parts]
        name = " ".join(" ".join(text for text, _ in bare).split()) or f"column {column + 1}"
        unique, count = name, 1
        while unique in taken:
            count += 1
            unique = f"{name} ({count})"
        taken.add(unique)
        marks = tuple(_key(mark) for _, mark in bare if mark)
        heads.append(_Head(unique, " ".join(parts), marks))
    return heads


def _parts(grid: Grid, layout: Layout, column: int) -> list[str]:
    """List a column's heading cells; a blank one above the last row is a cell to its left."""
    parts: list[str] = []
    seen: set[tuple[int, int]] = set()
    for row in layout.heading:
        spot = grid.merged.get((row, column), (row, column))
        if not grid.merged and row != layout.heading[-1]:
            while not grid.cell(*spot).strip() and spot[1] - 1 in layout.numbers:
                spot = (row, spot[1] - 1)
        text = grid.cell(*spot).strip()
        if text and spot not in seen:
            parts.append(text)
        seen.add(spot)
    return parts


def _key(mark: str) -> str:
    return mark.translate(_RAISED).strip("()[]")


def _notes(lines: Sequence[str]) -> dict[str, str]:
    """Find the footnotes, by their marks; the first of two with one mark."""
    notes: dict[str, str] = {}
    for line in lines:
        match = _NOTE.match(line)
        if match and line[match.end() :].strip():
            notes.setdefault(_key(match[1]), line.strip())
    return notes


def _envelopes(
    columns: Sequence[Column], amounts: Sequence[str], above: Sequence[str]
) -> dict[str, int]:
    """Find the total that is stated for each column: by its heading, its footnote, or a title."""
    envelopes: dict[str, int] = {}
    titles = [(line, total) for line in above if (total := _title_total(line)) is not None]
    for column in columns:
        if column.name not in amounts:
            continue
        total = stated_total(column.heading)
        if total is None:
            total = stated_total(column.quotation)
        fitting = {
            each
            for line, each in titles
            if len(amounts) == 1 or (column.years and years_in(line) == column.years)
        }
        if total is None and len(fitting) == 1:
            total = fitting.pop()
        if total is not None:
            envelopes[column.name] = total
    return envelopes


def _title_total(line: str) -> int | None:
    return stated_total(line) if len(line) <= _LONGEST_TITLE else None


class _Why(NamedTuple):
    """What a column of numbers holds instead of amounts, and the word of the heading that says so.

    Attributes:
        word: "" where the cells say it.
    """

    what: str
    word: str = ""

    def message(self) -> Message:
        if self.word:
            return message(SourceMessages.held_by_word, what=self.what, word=self.word)
        return message(SourceMessages.held_by_cells, what=self.what)


def _why_no_amounts(heading: str, cells: Sequence[str]) -> _Why | None:
    """Say why a column of numbers holds no amounts, or None where it may."""
    filled = [cell for cell in cells if cell.strip()]
    if any(cell.rstrip().endswith(("%", "\u2030")) for cell in filled):
        return _Why("per cent")
    if (word := _word_for_no_amounts(heading)) is not None:
        return word
    if worth_in_heading(heading):
        return None
    if all(is_years(cell) for cell in filled):
        return _Why("years")
    if all(map(str.isdecimal, filled)):
        return None  # most columns, told at once
    unlike = _why_unlike_kronor(read_cells(filled))
    return _Why(unlike) if unlike else None


def _word_for_no_amounts(heading: str) -> _Why | None:
    """Find a word in a heading that says that the column holds no amounts."""
    folded = heading.casefold()
    words = _LETTERS.findall(folded)
    if "%" in folded:
        return _Why("shares", "%")
    if "per invånare" in " ".join(words):
        return _Why("per inhabitant", "per invånare")
    word = next((word for word in words if word in _WHAT_BY_WORD), "")
    return _Why(_WHAT_BY_WORD[word], word) if word else None


def _why_unlike_kronor(readings: Sequence[Reading]) -> str:
    values = [reading.value for reading in readings if reading.value is not None]
    numbers = [each for each in readings if each.value is not None or each.alternatives]
    filled = [each for each in readings if not each.is_nothing]
    if len(numbers) * 2 < len(filled):
        return "no numbers"
    are_parts = sum(isinstance(value, Fraction) for value in values) * 2 > len(values)
    if are_parts and all(0 <= value <= 1 for value in values):
        return "parts of one"
    if are_parts and 99 < sum(map(Fraction, values)) < 101:
        return "parts of a hundred"
    return ""
