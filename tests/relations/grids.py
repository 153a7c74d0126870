"""Sheets made by chance from a seed, and the laws that are found in them, in short words.

A law across is said as `3 = 0 + 1 + 2` by columns, one down as `down 8 = 0 + 1` by rows, from 0. Of
a running total `<3` is column 3 in the line before, `>3` in the line after.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from random import Random
from typing import NamedTuple

from allokera.relations.evidence.claim import Claim
from allokera.relations.families.means import Mean
from allokera.relations.families.ratios import CHANGE, DIVISION, Ratio
from allokera.relations.families.sums import Sum
from allokera.relations.laws.discovery import Discovery, discover
from allokera.relations.laws.law import Law
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import Sheet, read_sheet
from allokera.relations.sheet.view import View

Grid = list[list[str]]
Row = Callable[[Random], Sequence[int | str]]


def made(seed: str, rows: int, row: Row) -> Grid:
    """Make a sheet row by row."""
    random = Random(seed)
    return [[str(each) for each in row(random)] for _ in range(rows)]


def large(random: Random) -> int:
    """A number of five digits."""
    return random.randrange(10_000, 100_000)


def to_places(number: Fraction | int, places: int) -> str:
    """Print a number, not below nothing, with so many decimals, a half rounded up."""
    whole = int(2 * number * 10**places + 1) // 2
    head, tail = divmod(whole, 10**places)
    return f"{head},{tail:0{places}}" if places else str(head)


def added(cell: str, more: int) -> str:
    """Add so many units to a cell without decimals."""
    return str(int(cell) + more)


def with_cell(grid: Grid, row: int, column: int, change: Callable[[str], str]) -> Grid:
    """Change one cell."""
    grid = [list(each) for each in grid]
    grid[row][column] = change(grid[row][column])
    return grid


def sheet_of(grid: Grid, names: Sequence[str] = ()) -> Sheet:
    """Read a sheet whose first row is a row like all others."""
    return read_sheet(grid, notation_of_sheet(grid), names=names)


def view_of(
    lines: Sequence[Sequence[int | None]], *, unit: int = 1, one: int = 1, names: Sequence[str] = ()
) -> View:
    """See whole numbers across, all of one unit, with nothing read from texts."""
    width = len(lines[0])
    return View(
        values=lines,
        units=[[unit] * width for _ in lines],
        withheld=[[False] * width for _ in lines],
        names=names or [""] * width,
        labels=[""] * len(lines),
        is_across=True,
        one=one,
    )


def found_in(grid: Grid, names: Sequence[str] = ()) -> Discovery:
    """Find all that a sheet says of itself."""
    return discover(*sheet_of(grid, names).views())


def laws_in(grid: Grid, names: Sequence[str] = ()) -> dict[str, Law]:
    """Find all laws of a sheet, by what they say."""
    return {said(law.claim): law for law in found_in(grid, names).laws}


def said(claim: Claim) -> str:
    """Say in short what a claim claims."""
    pattern, view = claim.pattern, claim.view
    before = "<" if view.lag > 0 else ">"
    parts = [
        f"{before}{part - view.width}" if part >= view.width else str(part)
        for part in pattern.parts
    ]
    where = "" if view.is_across else "down "
    if isinstance(pattern, Sum):
        shown = _signed(pattern, parts)
    elif isinstance(pattern, Mean):
        shown = f"mean {'of all ' if pattern.of_all else ''}{', '.join(parts)}"
    elif isinstance(pattern, Ratio):
        one, two = parts
        shown = {DIVISION: f"{one} / {two}", CHANGE: f"({two} - {one}) / {one}"}.get(
            pattern.kind, f"{one} * {two}"
        )
        shown += f" * {pattern.factor}" if pattern.factor > 1 else ""
    else:
        shown = " ".join([pattern.operator, *parts])
    return f"{where}{pattern.target} = {shown}"


def _signed(pattern: Sum, parts: Sequence[str]) -> str:
    shown = ""
    for name, part in zip(parts, pattern.parts, strict=True):
        sign = "-" if part in pattern.minus else "+"
        shown += f" {sign} {name}" if shown or sign == "-" else name
    return shown.strip()


class Standing(NamedTuple):
    """How the lines stand by a law: how many agree, and which do not."""

    good: int
    broken: tuple[int, ...] = ()
    slight: tuple[int, ...] = ()
    doubtful: tuple[int, ...] = ()


def standing(law: Law) -> Standing:
    """Say how the lines stand by a law."""
    off = (tuple(sorted(each)) for each in (law.broken, law.slight, law.doubtful))
    return Standing(len(law.good), *off)
