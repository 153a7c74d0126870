"""A grid of texts as exact numbers of one scale, to be seen by its rows and by its columns."""

import re
from collections.abc import Collection, Sequence
from itertools import pairwise
from math import comb
from typing import NamedTuple

from allokera.kronor.notation import Notation
from allokera.relations.bits import LAW, bits, choosing
from allokera.relations.sheet.numbers import NOTHING, SPACES, Printed, read_number
from allokera.relations.sheet.view import MOST_PLACES, Number, View

_ODDS = 10**6
"""Odds against coincidence, for what all numbers of a column are rounded to: those of a law."""

_FEW = 3
"""Exceptions that a short column may have where nearly all are none."""

_ONE_IN = 20
"""Exceptions: of many numbers no more than one in so many is finer than a step that all have."""

_ENOUGH = 20
"""Different numbers of a sheet from which on a step below a thousand says something: points and
grades come in tens by themselves."""

_STEPS = (1000, 100, 10, 5, 3)
"""What offices round a whole sheet to, the coarsest first: threes protect who answered."""

_YEARS, _SPAN = range(1900, 2101), 25
"""Years that head columns, and how far one is from the next at most."""

_WITHHELD = 5
"""Letters of a text, fewer than which it stands in place of a number."""

_HEADS, _LABELS = 6, 3
"""Rows and columns whose texts name columns and rows, where no heading is known."""


class Sheet(NamedTuple):
    """A grid of texts with its numbers, all in one scale.

    Attributes:
        texts: as printed.
        values: whole numbers of the smallest printed place; None where there is no number.
        units: what each is rounded to, in the same.
        places: how many decimals each shows.
        names: the headings of the columns.
        labels: what the rows are called.
        decimals: places that the scale keeps.
        turned: the columns whose signs were turned: of what is paid back, the sizes are kept.
    """

    texts: Sequence[Sequence[str]]
    values: Sequence[Sequence[Number]]
    units: Sequence[Sequence[int]]
    places: Sequence[Sequence[int]]
    names: Sequence[str]
    labels: Sequence[str]
    decimals: int
    turned: frozenset[int] = frozenset()

    @property
    def below_zero(self) -> frozenset[int]:
        """The columns with numbers none of which is above zero, though some are below."""
        return frozenset(
            column
            for column, numbers in enumerate(zip(*self.values, strict=True))
            if min(each or 0 for each in numbers) < 0 and max(each or 0 for each in numbers) <= 0
        )

    def turn(self, columns: frozenset[int]) -> "Sheet":
        """Turn the signs of some columns: what is paid back states what a payment would."""
        values = [
            [value and -value if column in columns else value for column, value in enumerate(row)]
            for row in self.values
        ]
        return self._replace(values=values, turned=self.turned ^ columns)

    def views(self) -> tuple[View, View]:
        """See the sheet across, its rows as lines, and down."""
        withheld = [
            [value is None and _is_withheld(text) for value, text in zip(*row, strict=True)]
            for row in zip(self.values, self.texts, strict=True)
        ]
        one = 10**self.decimals
        across = View(self.values, self.units, withheld, self.names, self.labels, True, one)
        turned = (list(zip(*grid, strict=True)) for grid in (self.values, self.units, withheld))
        values, units, marks = turned
        return across, View(values, units, marks, self.labels, self.names, False, one)


def _is_withheld(text: str) -> bool:
    stripped = text.strip(SPACES)
    return stripped not in NOTHING and len(stripped) < _WITHHELD


def read_sheet(
    grid: Sequence[Sequence[str]],
    notation: Notation,
    *,
    headings: Collection[int] = (),
    without: Collection[int] = (),
    names: Sequence[str] = (),
) -> Sheet:
    """Read a grid of texts.

    Args:
        notation: what `.` and `,` mean in it.
        headings: rows that are known to hold no numbers.
        without: columns that are known to hold none: codes, years.
        names: what the columns are called; "" where that is not known.
    """
    width = max(map(len, grid), default=0)
    texts = [[*row, *[""] * (width - len(row))] for row in grid]
    cells = [
        [
            None if column in without else read_number(text, notation)
            for column, text in enumerate(row)
        ]
        if place not in headings
        else [None] * width
        for place, row in enumerate(texts)
    ]
    cells = [
        [None] * width if _are_years(row, printed) else row
        for row, printed in zip(cells, texts, strict=True)
    ]
    decimals = min(
        MOST_PLACES, max((cell.places for row in cells for cell in row if cell), default=0)
    )
    values, units, places = _scaled(cells, decimals)
    for column in range(width):
        numbers = [row[column] for row in values]
        is_coded = any(re.fullmatch(r"0[0-9]+", row[column].strip(SPACES)) for row in texts)
        if is_coded or _count_up([each for each in numbers if each is not None], 10**decimals):
            for row in values:
                row[column] = None
    _common_step(values, units, 10**decimals)
    for column in range(width):
        _column_step(values, units, column, 10**decimals)
    labels = [
        "; ".join(
            text.strip()
            for text, value in zip(row[:_LABELS], numbers[:_LABELS], strict=True)
            if value is None and text.strip()
        )
        for row, numbers in zip(texts, values, strict=True)
    ]
    heads = [
        (names[column] if column < len(names) else "") or _heading(texts, column)
        for column in range(width)
    ]
    return Sheet(texts, values, units, places, heads, labels, decimals)


def _heading(texts: Sequence[Sequence[str]], column: int) -> str:
    """Take what stands at the top of a column and is no number for its heading."""
    cells = (row[column].strip() for row in texts[:_HEADS])
    return "; ".join(cell for cell in cells if cell and not re.search(r"[0-9]{3}", cell))


def _are_years(row: Sequence[Printed | None], texts: Sequence[str]) -> bool:
    """Whether all numbers of a row are years, none far from the next: a heading.

    An amount has a mark after thousands.
    """
    cells = [(cell, text) for cell, text in zip(row, texts, strict=True) if cell]
    years = [cell.digits // 10**cell.places for cell, _ in cells]
    return (
        len(cells) > 1
        and all(re.search("[0-9]{4}", text) for _, text in cells)
        and all(cell.digits % 10**cell.places == 0 for cell, _ in cells)
        and all(year in _YEARS for year in years)
        and all(abs(later - year) <= _SPAN for year, later in pairwise(years))
    )


def _scaled(
    cells: Sequence[Sequence[Printed | None]], decimals: int
) -> tuple[list[list[Number]], list[list[int]], list[list[int]]]:
    """Bring all numbers to one scale: what binary fractions leave is rounded off."""
    values: list[list[Number]] = [[None] * len(row) for row in cells]
    units, places = ([[start] * len(row) for row in cells] for start in (1, 0))
    for line, row in enumerate(cells):
        for column, cell in enumerate(row):
            if cell is not None:
                digits, own = cell
                if own > decimals:
                    dust = 10 ** (own - decimals)
                    digits, own = (digits + dust // 2) // dust, decimals
                units[line][column], places[line][column] = 10 ** (decimals - own), own
                values[line][column] = digits * units[line][column]
    return values, units, places


def _count_up(numbers: Sequence[int], one: int) -> bool:
    """Whether a column numbers its rows: 1, 2, 3 and so on, for nearly all of many."""
    if len(numbers) < 3 or numbers[0] not in {0, one}:
        return False
    steps = sum(after - before == one for before, after in pairwise(numbers))
    return 10 * steps >= (8 if len(numbers) > 5 else 10) * (len(numbers) - 1)


def _common_step(values: Sequence[Sequence[Number]], units: Sequence[list[int]], one: int) -> None:
    """Raise units to what nearly all numbers of the sheet are multiples of, beyond coincidence.

    Offices that round to fives or tens to protect who answered do so throughout a table.
    """
    waiting = sorted({unit for own in units for unit in own})
    while waiting:
        unit = waiting.pop(0)
        numbers = {
            abs(value)
            for row, own in zip(values, units, strict=True)
            for value, each in zip(row, own, strict=True)
            if value and each == unit
        }
        for step in _STEPS:
            if len(numbers) <= _ENOUGH and (step != _STEPS[0] or unit < one):
                continue
            off = sum(value % (unit * step) != 0 for value in numbers)
            told = (len(numbers) - off) * bits(step)
            if off <= len(numbers) // _ONE_IN and choosing(len(numbers), off) + LAW < told:
                _raise(values, units, unit, unit * step)
                if step == _STEPS[0] and unit >= one:
                    waiting.append(unit * step)  # it may be coarser still
                break


def _raise(
    values: Sequence[Sequence[Number]], units: Sequence[list[int]], unit: int, step: int
) -> None:
    for row, own in zip(values, units, strict=True):
        for column, value in enumerate(row):
            if value is not None and own[column] == unit and value % step == 0:
                own[column] = step


def _column_step(
    values: Sequence[Sequence[Number]], units: Sequence[list[int]], column: int, one: int
) -> None:
    """Raise units to the power of ten that nearly all numbers of a column are multiples of.

    Below one it may be how a program prints: with as many decimals everywhere.
    """
    numbers = {value for row in values if (value := row[column])}
    least = min(
        (own[column] for row, own in zip(values, units, strict=True) if row[column] is not None),
        default=1,
    )
    step = least
    while numbers:
        off = sum(value % (step * 10) != 0 for value in numbers)
        is_chance = comb(len(numbers), off) * _ODDS >= 10 ** (len(numbers) - off)
        if is_chance or off > max(_FEW, len(numbers) // _ONE_IN):
            break
        step *= 10
    if step > max(least, one):
        for own in units:
            own[column] = max(own[column], step)
