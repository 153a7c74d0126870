"""One printed column, read: what every cell says, and in what unit."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from math import gcd
from typing import NamedTuple

from allokera.audit.report.report import Place
from allokera.kronor.notation import UNDECIDED, Notation
from allokera.kronor.printed import Reading, read_cells
from allokera.model import Basis, Column

UNITS = (1_000_000, 1_000)
"""The units that publishers print in, the largest first; kronor otherwise."""

NEARLY_ALL = 5
"""All but one cell in so many must be multiples of a unit for it to be the column's."""


class Sheet(NamedTuple):
    """One printed column, read.

    Attributes:
        readings: one a row.
        amounts: kronor, one a row; None where the cell says no one number of whole kronor.
        unit: kronor that the amounts are multiples of.
        unit_basis: whether that is stated, or inferred from the amounts.
        slip: what the printed amounts were multiplied by, because the envelope shows that the whole
            column is printed in another unit; 1 otherwise.
    """

    column: Column
    readings: tuple[Reading, ...]
    amounts: tuple[int | None, ...]
    unit: int
    unit_basis: Basis
    slip: Fraction = Fraction(1)

    @property
    def worth(self) -> Fraction:
        """Kronor that a printed one stands for."""
        return self.column.worth * self.slip

    @property
    def read(self) -> int:
        """Kronor, all rows together that can be read."""
        return sum(amount or 0 for amount in self.amounts)

    @property
    def is_whole(self) -> bool:
        """Whether no number that can be read has parts of a krona."""
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
        """Add up some rows, in kronor: a cell that says no one number counts by its digits."""
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
            kronor: the last digit's, where the amounts have decimals.
        """
        reading = self.readings[row]
        scale = Fraction(reading.worth or self.worth)
        one = scale if scale <= self.unit else Fraction(self.unit)
        if reading.value is not None:
            number = Fraction(reading.value * scale, one)
        elif (by_digits := _by_digits(reading)) is not None:
            number = Fraction(by_digits * scale, one)
        else:
            return "", 1
        if number.denominator != 1 or one.denominator != 1:
            return "", 1
        return str(number.numerator), one.numerator

    def place(self, row: int, span: tuple[int, int] | None = None) -> Place:
        """Point at a cell, or at a part of it."""
        text = self.readings[row].text
        return Place(row, self.column.name, text, *(span or (0, len(text))))


def read_sheet(column: Column, table: Notation = UNDECIDED) -> Sheet:
    """Read a column's cells in the notation that they show, or else the table's other cells."""
    readings = read_cells(column.cells, table)
    amounts = tuple(reading.whole(column.worth) for reading in readings)
    return Sheet(
        column=column,
        readings=readings,
        amounts=amounts,
        unit=column.unit if isinstance(column.unit, int) else infer_unit(amounts),
        unit_basis=Basis.STATED if isinstance(column.unit, int) else Basis.INFERRED,
    )


def rescaled(sheet: Sheet, slip: Fraction) -> Sheet:
    """Read a column anew that is printed in another unit than it says."""
    exact = [None if amount is None else amount * slip for amount in sheet.amounts]
    amounts = tuple(
        None if amount is None or amount.denominator != 1 else amount.numerator for amount in exact
    )
    unit = sheet.unit if sheet.column.unit else infer_unit(amounts)
    return sheet._replace(amounts=amounts, unit=unit, slip=slip)


def infer_unit(amounts: Sequence[int | None]) -> int:
    """Take the largest unit that nearly all amounts are multiples of."""
    read = [amount for amount in amounts if amount]
    for unit in UNITS:
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
        yield next(each for each in (1_000, 500, 100, 50, 10, 5, 1) if common % each == 0)
    while read and unit <= max(map(abs, read)):
        for coarser in (5 * unit, 10 * unit):
            odd = sum(amount % coarser != 0 for amount in read)
            if odd * NEARLY_ALL <= len(read):
                yield coarser
        unit *= 10


def _by_digits(reading: Reading) -> int | None:
    """Take the digits of a cell that says no one number."""
    return next((each for each in reading.alternatives if isinstance(each, int)), None)
