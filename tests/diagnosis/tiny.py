"""Tiny tables whose sums, along rows and down columns, somebody states."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from allokera.diagnosis.mistakes.events import Event, Meant
from allokera.diagnosis.network import Network
from allokera.kronor.keying import Slip
from allokera.relations.evidence.claim import weigh
from allokera.relations.evidence.pattern import Pattern
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import law_told
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import read_sheet
from allokera.relations.sheet.view import Cell

Numbers = list[list[int]]

MOVES = (-30, -17, -9, -8, 8, 9, 17, 30)


def summed(body: Numbers) -> Numbers:
    """Add a column of sums, and a row of sums."""
    rows = [[*row, sum(row)] for row in body]
    return [*rows, [sum(column) for column in zip(*rows, strict=True)]]


def drawn(random: Random, faults: int) -> Numbers:
    """Draw a table, and change so many of its numbers."""
    height, width = random.randint(2, 4), random.randint(2, 3)
    numbers = summed([[random.randint(1, 40) for _ in range(width)] for _ in range(height)])
    cells = [(row, column) for row in range(height + 1) for column in range(width + 1)]
    for row, column in random.sample(cells, faults):
        moved = numbers[row][column] + random.choice(MOVES)
        numbers[row][column] = max(0, moved)
    return numbers


def swap(network: Network, one: Cell, other: Cell) -> Event:
    """Say that two cells stand exchanged."""
    return Event(
        Slip.SWAPPED, ((one, Meant(network.printed(other))), (other, Meant(network.printed(one))))
    )


def network_of(numbers: Numbers) -> Network:
    """Bind a table by its sums: the last row, and the last column."""
    texts = [[f"Ort {row}", *map(str, each)] for row, each in enumerate(numbers)]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    across, down = sheet.views()
    height, width = len(numbers), len(numbers[0])
    laws = (
        law_told(weigh(across, Sum(width, tuple(range(1, width))), 0)),
        law_told(weigh(down, Sum(height - 1, tuple(range(height - 1))), 0)),
    )
    return Network(sheet, laws)


def along_rows(
    rows: Sequence[Sequence[object]], *told: Pattern, lag: int = 0, is_exact: bool = True
) -> Network:
    """Bind a table by what somebody says of its rows, and perhaps of the ones above or below.

    Positions count from the names: the first column is 1.
    """
    texts = [[f"Ort {row}", *map(str, each)] for row, each in enumerate(rows)]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    view = sheet.views()[0]
    view = view.lagged(lag) if lag else view
    laws = [replace(law_told(weigh(view, each, 0)), is_exact=is_exact) for each in told]
    return Network(sheet, laws)
