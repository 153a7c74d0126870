"""Drawing numbers by chance, and printing them as tables do."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

Table = list[list[str]]
"""Rows of printed cells, the heading first."""

Numbers = list[int]


def printed(number: int | Fraction, places: int = 0) -> str:
    whole = round(abs(number) * 10**places)
    head, tail = divmod(whole, 10**places)
    part = f",{tail:0{places}}" if places else ""
    sign = "-" if number < 0 and whole else ""
    return f"{sign}{head:,}".replace(",", " ") + part


def round_to(number: Fraction | int, unit: int) -> int:
    return round(Fraction(number, unit)) * unit


def as_table(headings: Sequence[str], columns: Sequence[Sequence[str]], last: str = "") -> Table:
    """Put columns side by side; the last row has a name of its own where it is a sum."""
    count = len(columns[0])
    names = [f"Ort {place}" for place in range(1, count + 1)]
    if last:
        names[-1] = last
    return [["Kommun", *headings], *map(list, zip(names, *columns, strict=True))]


def as_whole(column: Sequence[int]) -> list[str]:
    return [printed(each) for each in column]


def draw_sizes(random: Random, count: int, low: int = 2_000, high: int = 900_000) -> Numbers:
    """Draw sizes as municipalities have them: many small ones, few large."""
    return [round(low * (high / low) ** (random.random() ** 2)) for _ in range(count)]


def draw_rows(random: Random, most: int = 300) -> int:
    return random.choice([4, 5, 6, 8, 10, 15, 20, 33, 60, 120, most])


def draw_unit(random: Random) -> int:
    return random.choice([1, 1, 100, 1_000, 1_000_000])
