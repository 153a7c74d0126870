"""One printed column, read: what every cell says, and in what unit."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import gcd
from typing import NamedTuple

from allokera.audit.report.report import Place
from allokera.audit.rounding.interval import Interval
from allokera.kronor.amount import Amount, size
from allokera.kronor.notation import UNDECIDED, Notation
from allokera.kronor.printed import Reading, read_cells
from allokera.model import Basis, Column

UNITS = (1_000_000, 1_000, 1)
"""Kronor: the units that publishers print in, the largest first; parts of a krona otherwise."""

_PARTS = tuple(Fraction(1, 10**places) for places in (0, 2, 3))
"""Kronor: the parts that money has; what is finer is no amount."""

NEARLY_ALL = 5
"""All but one cell in so many must be multiples of a unit for it to be the column's."""

_USUAL = (1_000, 500, 100, 50, 10, 5, 1)
"""Units that people round to, the largest first."""


class Sheet(NamedTuple):
    """One printed column, read.

    Attributes:
        readings: one a row.
        amounts: one a row, in ones; None where the cell says no one number of these.
        unit: ones that the amounts are multiples of.
        unit_basis: whether that is stated, or inferred from the amounts.
        one: kronor: the smallest part that the column shows, so that the amounts are whole; less
            than nothing where what is paid back is read by its size.
        slip: what the printed amounts were multiplied by, because the envelope shows that the whole
            column is printed in another unit; 1 otherwise.
    """

    column: Column
    readings: tuple[Reading, ...]
    amounts: tuple[int | None, ...]
    unit: int
    unit_basis: Basis
    one: Fraction = Fraction(1)
    slip: Fraction = Fraction(1)

    @property
    def worth(self) -> Fraction:
        """Kronor that a printed one stands for."""
        return self.column.worth * self.slip

    @property
    def read(self) -> Amount:
        """Kronor, all rows together that can be read."""
        return self.kronor(sum(amount or 0 for amount in self.amounts))

    def kronor(self, amount: int) -> Amount:
        """Say what so many ones are: a fraction where the unit, or the amount, has parts."""
        exact = amount * self.one
        is_whole = (self.unit * self.one).denominator == 1 == exact.denominator
        return exact.numerator if is_whole else exact

    @property
    def step(self) -> Amount:
        """Kronor that the amounts are multiples of."""
        return size(self.kronor(self.unit))

    def told(self, row: int) -> Amount | None:
        """Say how many kronor a cell says; None where it says no one number."""
        amount = self.amounts[row]
        return None if amount is None else self.kronor(amount)

    def kronor_between(self, amounts: Interval) -> Interval:
        """Say what the ones between two ends are."""
        return amounts.times(self.one)

    def in_ones(self, kronor: int | None) -> Fraction | None:
        """Say how many ones an amount is."""
        return None if kronor is None else Fraction(kronor, self.one)

    @property
    def holds_amounts(self) -> bool:
        """Whether every number that can be read is an amount, and none finer than money."""
        return not any(
            reading.value is not None and amount is None
            for reading, amount in zip(self.readings, self.amounts, strict=True)
        )

    @property
    def has_numbers(self) -> bool:
        """Whether any cell says a number, or has digits."""
        return any(map(self._has_number, range(len(self.readings))))

    def _has_number(self, row: int) -> bool:
        return self.amounts[row] is not None or self.keyed(row)[0] != ""

    def sum_of(self, rows: Iterable[int]) -> int:
        """Add up some rows, in ones: a cell that says no one number counts by its digits."""
        total = 0
        for row in rows:
            amount = self.amounts[row]
            if amount is None:
                digits, worth = self.keyed(row)
                amount = int(digits) * worth if digits else 0
            total += amount
        return total

    def keyed(self, row: int) -> tuple[str, int]:
        """Say which digits were keyed for a cell, without separators, and what a one is worth.

        Returns:
            The digits, with a minus before them where there is one, "" where there are none; and
            ones: the last digit's, where the amounts have decimals.
        """
        reading = self.readings[row]
        scale = Fraction(reading.worth or self.worth, self.one)
        worth = min(abs(scale), Fraction(self.unit))
        if reading.value is not None:
            number = Fraction(reading.value * scale, worth)
        elif (by_digits := _by_digits(reading)) is not None:
            number = Fraction(by_digits * scale, worth)
        else:
            return "", 1
        if number.denominator != 1 or worth.denominator != 1:
            return "", 1
        return str(number.numerator), worth.numerator

    def place(self, row: int, span: tuple[int, int] | None = None) -> Place:
        """Point at a cell, or at a part of it."""
        text = self.readings[row].text
        return Place(row, self.column.name, text, *(span or (0, len(text))))


def read_sheet(column: Column, table: Notation = UNDECIDED, *, is_back: bool = False) -> Sheet:
    """Read a column's cells in the notation that they show, or else the table's other cells.

    Args:
        is_back: whether it holds what is paid back, to be read by its size.
    """
    readings = read_cells(column.cells, table)
    exact = [reading.kronor(column.worth) for reading in readings]
    one = _smallest_part(exact, column.unit) * (-1 if is_back else 1)
    amounts = _in_ones(exact, one)
    is_stated = column.unit is not None
    return Sheet(
        column=column,
        readings=readings,
        amounts=amounts,
        unit=int(Fraction(column.unit, abs(one))) if column.unit else infer_unit(amounts, one),
        unit_basis=Basis.STATED if is_stated else Basis.INFERRED,
        one=one,
    )


def _smallest_part(amounts: Iterable[Amount | None], unit: Amount | None) -> Fraction:
    """Say which part of a krona all amounts are whole numbers of."""
    of = {each.denominator for each in (*amounts, unit) if each is not None}
    fit = (part for part in _PARTS if all(part.denominator % each == 0 for each in of))
    return next(fit, _PARTS[0])


def _in_ones(amounts: Iterable[Amount | None], one: Fraction) -> tuple[int | None, ...]:
    exact = (None if amount is None else Fraction(amount, one) for amount in amounts)
    return tuple(
        each.numerator if each is not None and each.denominator == 1 else None for each in exact
    )


def rescaled(sheet: Sheet, slip: Fraction) -> Sheet:
    """Read a column anew that is printed in another unit than it says."""
    amounts = _in_ones(sheet.amounts, Fraction(1, slip))
    unit = sheet.unit if sheet.column.unit else infer_unit(amounts, sheet.one)
    return sheet._replace(amounts=amounts, unit=unit, slip=slip)


def infer_unit(amounts: Sequence[int | None], one: Fraction) -> int:
    """Take the largest unit that nearly all amounts are multiples of.

    Args:
        one: kronor that the amounts are whole numbers of.
    """
    read = [amount for amount in amounts if amount]
    for unit in (kronor * one.denominator for kronor in UNITS):
        odd = sum(amount % unit != 0 for amount in read)
        if any(read) and odd * NEARLY_ALL <= len(read):
            return unit
    return 1


def other_units(sheet: Sheet) -> Iterator[int]:
    """List other units that a column may be rounded to, where its unit is not stated.

    Publishers round to ten thousand or to five hundred less often than to a thousand, so larger
    units that nearly all amounts are multiples of are tried where the usual unit explains too
    little. And where some amounts are no multiples, the one that all are may be the right one.
    """
    if sheet.unit_basis is Basis.STATED:
        return
    read = [amount for amount in sheet.amounts if amount]
    unit = sheet.unit
    if any(amount % unit for amount in read):
        common = gcd(*read)
        yield next(each for each in _USUAL if common % each == 0)
    while read and unit <= max(map(abs, read)):
        for coarser in (5 * unit, 10 * unit):
            odd = sum(amount % coarser != 0 for amount in read)
            if odd * NEARLY_ALL <= len(read):
                yield coarser
        unit *= 10


def _by_digits(reading: Reading) -> int | None:
    """Take the digits of a cell that says no one number."""
    return next((each for each in reading.alternatives if isinstance(each, int)), None)
