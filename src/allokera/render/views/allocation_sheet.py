"""An allocation as a sheet whose figures follow from each other, so that each can be traced.

Spreadsheets count in floats, and keep 15 digits: a weight times a house has more. So the house is
split in two, `house = high * base + low`, and every product stays below: weight times high over all
weights leaves a rest, and that times the base plus weight times low gives the rest of the whole,
exactly. Floors of such quotients are right, too: a quotient of whole numbers of 15 digits that is
not whole is farther from a whole one than floats are from each other.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from allokera.apportionment import LARGEST_REMAINDER
from allokera.kronor.amount import size
from allokera.render.language import Language
from allokera.render.workbook import Cell, Column, Formula, Kind, Sheet, address
from allokera.sharing.allocation import Allocation, Row

_EXACT = 10**15
"""Whole numbers below this are themselves in any spreadsheet."""


class _Split(NamedTuple):
    """A house in two: `high * base + low`."""

    base: int
    high: int
    low: int


def sheet_of(say: Language, allocation: Allocation, rows: Sequence[Row]) -> Sheet:
    """Make the sheet, with formulas for all steps where the method takes these, exactly."""
    split = _split(allocation) if len(rows) == len(allocation.rows) else None
    return _steps(say, allocation, split) if split else _amounts(say, allocation, rows)


def _split(allocation: Allocation) -> _Split | None:
    """Split the house so that every product is exact; None where the steps are others."""
    problem = allocation.problem
    is_plain = (
        problem.method is LARGEST_REMAINDER
        and not problem.bounds
        and not problem.lot
        and not problem.applied
        and isinstance(problem.unit, int)
        and problem.envelope >= 0
    )
    total, most = sum(problem.weights), max(problem.weights)
    base = (_EXACT - 1) // max(total + most, 1)  # a rest times it, and a weight times low, fit
    rounded = 10 ** (len(str(base)) - 1)
    for each in (rounded, base) if base else ():
        split = _Split(each, problem.house // each, problem.house % each)
        if is_plain and most * split.high < _EXACT > problem.pool:
            return split
    return None


_KINDS = (
    *(Kind.TEXT, Kind.TEXT, Kind.AMOUNT, Kind.SHARE),
    *(Kind.AMOUNT,) * 5,
    *(Kind.PARTS, Kind.WHOLE),
    *(Kind.AMOUNT,) * 4,
)
_WEIGHT, _SHARE, _OVER, _REST, _BOTH, _LOWER, _LEFT, _QUOTA, _RANK, _UNITS, _AMOUNT, _PUBLISHED = (
    range(2, 14)
)


def _steps(say: Language, allocation: Allocation, split: _Split) -> Sheet:
    problem, rows = allocation.problem, allocation.rows
    figures: list[Cell] = [
        problem.envelope,
        problem.administration.amount,
        Formula("=C1-C2", problem.pool),
        problem.unit,
        Formula("=INT(C3/C4)", problem.house),
        split.base,
        Formula("=INT(C5/C6)", split.high),
        Formula("=C5-C7*C6", split.low),
        Formula(_sum(_WEIGHT, len(rows)), sum(problem.weights)),
        Formula(f"=C5-{_sum(_LOWER, len(rows))[1:]}", _left(allocation)),
    ]
    ranks = {place: rank for rank, place in enumerate(_in_rank(allocation), start=1)}
    return Sheet(
        say.files.sheet("allocation"),
        [Column(*each) for each in zip(say.files.columns, _KINDS, strict=True)],
        [list(_row(allocation, split, place, ranks[place])) for place in range(len(rows))],
        sums=[_sums(say, allocation)],
        lines=list(zip(say.files.lines, figures, strict=True)),
        keys=2,
    )


def _first() -> int:
    return Sheet("", (), (), lines=[("", "")] * 10).first


def _range(column: int, count: int) -> str:
    letter = address(column, 0)[:-1]
    return f"${letter}${_first()}:${letter}${_first() + count - 1}"


def _sum(column: int, count: int) -> str:
    return f"=SUM({_range(column, count)})"


def _remainder(allocation: Allocation, place: int) -> tuple[int, int]:
    """Give a row's lower quota, and what is left of weight times house, of all weights."""
    problem = allocation.problem
    return divmod(problem.weights[place] * problem.house, sum(problem.weights))


def _left(allocation: Allocation) -> int:
    lower = sum(_remainder(allocation, place)[0] for place in range(len(allocation.rows)))
    return allocation.problem.house - lower


def _in_rank(allocation: Allocation) -> list[int]:
    """List the rows by what is left, the largest first, and equal ones as they stand."""
    places = range(len(allocation.rows))
    return sorted(places, key=lambda place: -_remainder(allocation, place)[1])


def _row(allocation: Allocation, split: _Split, place: int, rank: int) -> Iterator[Cell]:
    row, number = allocation.rows[place], _first() + place
    problem, count, total = (
        allocation.problem,
        len(allocation.rows),
        sum(allocation.problem.weights),
    )
    over, rest = divmod(row.weight * split.high, total)
    both = rest * split.base + row.weight * split.low
    lower, left = _remainder(allocation, place)

    def at(column: int) -> str:
        return address(column, number)

    ties = f"{_range(_LEFT, count).split(':')[0]}:{at(_LEFT)}"
    yield from (row.recipient.code, row.recipient.name, row.weight)
    yield Formula(f"={at(_WEIGHT)}/$C$9", row.share)
    yield Formula(f"=INT({at(_WEIGHT)}*$C$7/$C$9)", over)
    yield Formula(f"={at(_WEIGHT)}*$C$7-{at(_OVER)}*$C$9", rest)
    yield Formula(f"={at(_REST)}*$C$6+{at(_WEIGHT)}*$C$8", both)
    yield Formula(f"={at(_OVER)}*$C$6+INT({at(_BOTH)}/$C$9)", lower)
    yield Formula(f"={at(_BOTH)}-INT({at(_BOTH)}/$C$9)*$C$9", left)
    yield Formula(f"={at(_LOWER)}+{at(_LEFT)}/$C$9", Fraction(row.weight * problem.house, total))
    yield Formula(
        f'=COUNTIF({_range(_LEFT, count)},">"&{at(_LEFT)})+COUNTIF({ties},{at(_LEFT)})', rank
    )
    yield Formula(f"={at(_LOWER)}+IF({at(_RANK)}<=$C$10,1,0)", row.units)
    yield Formula(f"={at(_UNITS)}*$C$4", row.amount)
    yield row.published
    yield (
        None
        if row.published is None
        else Formula(f"={at(_AMOUNT)}-{at(_PUBLISHED)}", row.amount - row.published)
    )


def _sums(say: Language, allocation: Allocation) -> list[Cell]:
    rows, count = allocation.rows, len(allocation.rows)
    sums: list[Cell] = [None] * len(_KINDS)
    sums[1] = say.amounts.all_rows(count)
    for column, value in (
        (_WEIGHT, sum(allocation.problem.weights)),
        (_SHARE, 1),
        (_LOWER, allocation.problem.house - _left(allocation)),
        (_UNITS, sum(row.units for row in rows)),
        (_AMOUNT, allocation.allocated),
    ):
        sums[column] = Formula(_sum(column, count), value)
    return sums


def _amounts(say: Language, allocation: Allocation, rows: Sequence[Row]) -> Sheet:
    """Make the sheet of amounts alone, with their sum."""
    kind = Kind.AMOUNT if isinstance(allocation.problem.unit, int) else Kind.PARTS
    words = say.files.columns
    columns = [
        Column(words.code),
        Column(words.recipient),
        Column(words.weight, Kind.AMOUNT),
        Column(words.share, Kind.SHARE),
        Column(words.quota, Kind.PARTS),
        Column(words.amount, kind),
        Column(words.published, kind),
        Column(words.difference, kind),
    ]
    cells: list[list[Cell]] = [
        [
            row.recipient.code,
            row.recipient.name,
            row.weight,
            row.share,
            row.quota,
            row.amount,
            row.published,
            row.difference,
        ]
        for row in rows
    ]
    sheet = Sheet(say.files.sheet("allocation"), columns, cells, keys=2)
    last = sheet.first + len(rows) - 1
    total = sum(row.amount for row in rows)
    is_exact = sum(size(row.amount) for row in rows) < _EXACT  # else some may be written as text
    told = Formula(f"=SUM(F{sheet.first}:F{last})", total) if is_exact else total
    is_all = len(rows) == len(allocation.rows)
    what = say.amounts.all_rows(len(rows)) if is_all else say.files.shown
    return sheet._replace(sums=[["", what, None, None, None, told, None, None]])
