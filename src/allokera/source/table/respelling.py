"""A number written as the other cells of its column are."""

from collections import Counter
from fractions import Fraction
from functools import lru_cache

from allokera.kronor.amount import Amount
from allokera.kronor.extras import Oddity
from allokera.kronor.printed import Reading, decimals, read, read_cells, separators
from allokera.model import Column


def respell(column: Column, row: int, number: Amount) -> str:
    """Write a number into a printed cell: grouped as the column is, its marks and words kept.

    A number with parts gets the decimals that most of the column's cells have, or as many more as
    it needs.

    Args:
        row: the cell's place in the column.
        number: what the cell is to say, in the column's worth.
    """
    printed = column.cells[row]
    mark = _mark(column, row)
    worth = read(printed).worth or column.worth
    in_own_worth = Fraction(number * column.worth, worth)
    if isinstance(number, Fraction):
        spelled = _with_decimals(in_own_worth, mark, column)
    elif in_own_worth.denominator != 1:
        # the cell says `53 mnkr`, and the number is no whole million: its word has to go
        return _grouped(number, mark)
    else:
        spelled = _grouped(in_own_worth.numerator, mark)
    start, end = _digits(printed)
    return printed[:start] + spelled + printed[end:]


def _grouped(number: int, mark: str) -> str:
    return f"{number:,}".replace(",", mark)


def _with_decimals(number: Fraction, mark: str, column: Column) -> str:
    """Write decimals as most cells of a column have, or as many more as the number needs."""
    found = Counter(filter(None, map(decimals, read_cells(column.cells))))
    ((point, places), _), *_ = found.most_common(1) or [((",", 0), 0)]
    while 10**places % number.denominator:
        places += 1
    whole, part = divmod((abs(number) * 10**places).numerator, 10**places)
    sign = "-" if number < 0 else ""
    after = f"{point}{part:0{places}}" if places else ""
    return f"{sign}{_grouped(whole, mark)}{after}"


def _mark(column: Column, row: int) -> str:
    """Find what separates groups of digits in most of a column's other cells: "" for nothing."""
    marks, votes = _votes(column.cells)
    others = {mark: count - (mark in marks[row]) for mark, count in votes}
    best = max(others, key=others.__getitem__, default="")
    return best if others.get(best) else ""


@lru_cache(maxsize=2)
def _votes(
    cells: tuple[str, ...],
) -> tuple[tuple[frozenset[str], ...], tuple[tuple[str, int], ...]]:
    """Find what separates groups in every cell, and in how many: once for all cells of it."""
    marks = tuple(map(_marks, read_cells(cells)))
    return marks, tuple(Counter(mark for each in marks for mark in sorted(each)).items())


def _marks(reading: Reading) -> frozenset[str]:
    """Find what separates groups of digits in a cell: "" where nothing does."""
    if reading.value is None and not reading.alternatives:
        return frozenset()
    marks = frozenset(mark[0] for _, mark in separators(reading))
    is_long = isinstance(reading.value, int) and abs(reading.value) >= 1_000
    return marks or frozenset([""] if is_long else [])


def _digits(printed: str) -> tuple[int, int]:
    """Find the span of a cell's number, between its words and marks."""
    reading = read(printed)
    end = len(printed.rstrip())
    start = len(printed) - len(printed.lstrip())
    spans = {remark.oddity: remark.span for remark in reading.remarks}
    if Oddity.FOOTNOTE_MARK in spans:
        end = spans[Oddity.FOOTNOTE_MARK][0]
    odd = {
        place
        for remark in reading.remarks
        if remark.oddity is Oddity.LOOK_ALIKE_DIGIT
        for place in range(remark.start, remark.end)
    }
    digits = [
        place for place in range(start, end) if printed[place] in "0123456789" or place in odd
    ]
    is_whole = Oddity.NEGATIVE_SIGN in spans or Oddity.UNREADABLE_CELL in spans
    if is_whole or not digits:
        return start, max(start, end)
    return digits[0], digits[-1] + 1
