"""Tables for the auditor's tests: the published one mended, faults put into it, and others."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random
from typing import NamedTuple

from allokera import Column, Recipient, Report, load_grant, load_population
from allokera.audit.case.case import Brief
from allokera.audit.report.report import Finding, Severity
from allokera.audit.verify import verify_table
from allokera.kronor.wording import grouped

GRANT = load_grant()
POPULATION = load_population()
ENVELOPES = {"2018": 425_000_000, "2019": 1_350_000_000, "2020-2027": 2_200_000_000}
MILLION = 1_000_000
_RIGHT = {"164 000 00": "164 000 000", "106 000 00": "106 000 000"}


class Printed(NamedTuple):
    """A table as printed: rows of names and cells, in columns."""

    recipients: tuple[Recipient, ...]
    columns: tuple[Column, ...]

    def names(self) -> list[str]:
        return [recipient.name for recipient in self.recipients]

    def row(self, name: str) -> int:
        return self.names().index(name)

    def amounts(self, column: int) -> list[int]:
        return [int(cell.replace(" ", "")) for cell in self.columns[column].cells]

    def with_cells(self, column: int, cells: Sequence[str]) -> "Printed":
        columns = list(self.columns)
        columns[column] = replace(columns[column], cells=tuple(cells))
        return self._replace(columns=tuple(columns))

    def with_cell(self, column: int, row: int, cell: str) -> "Printed":
        cells = list(self.columns[column].cells)
        cells[row] = cell
        return self.with_cells(column, cells)

    def with_rows(self, order: Sequence[int]) -> "Printed":
        """The rows in another order; a row may stand twice, or be left out."""
        return Printed(
            tuple(self.recipients[row] for row in order),
            tuple(
                replace(column, cells=tuple(column.cells[row] for row in order))
                for column in self.columns
            ),
        )

    def with_row(self, recipient: Recipient, cells: Sequence[str]) -> "Printed":
        """One more row, at the end."""
        return Printed(
            (*self.recipients, recipient),
            tuple(
                replace(column, cells=(*column.cells, cell))
                for column, cell in zip(self.columns, cells, strict=True)
            ),
        )

    def renamed(self, old: str, new: str) -> "Printed":
        recipients = tuple(
            each._replace(name=new) if each.name == old else each for each in self.recipients
        )
        return self._replace(recipients=recipients)


MENDED = Printed(
    GRANT.recipients,
    tuple(
        replace(
            column,
            cells=tuple(_RIGHT.get(cell, cell).replace("\u00a0", " ") for cell in column.cells),
        )
        for column in GRANT.columns
    ),
)
"""The published table with both misprints put right, and ordinary spaces throughout."""


def brief(**changes: object) -> Brief:
    """What is known of the published table besides its cells."""
    known = Brief(
        base="2018",
        envelopes=ENVELOPES,
        eligible=tuple(Recipient(code="", name=name) for name in GRANT.eligible),
    ).with_population(POPULATION)
    return known._replace(**changes)  # type: ignore[arg-type]


def audit(table: Printed, known: Brief | None = None) -> Report:
    return verify_table(table.recipients, table.columns, known or brief())


def weighty(report: Report) -> list[Finding]:
    """The findings that are no notes."""
    return [each for each in report.findings if each.severity is not Severity.NOTE]


def said(report: Report) -> list[tuple[str, str | None, str | None, int | Fraction | None]]:
    """The findings that are no notes, in short: code, recipient, column, suggestion."""
    return [
        (each.code, each.recipient.name if each.recipient else None, each.column, each.suggestion)
        for each in weighty(report)
    ]


def notes(report: Report) -> set[str]:
    return {each.code for each in report.findings if each.severity is Severity.NOTE}


def made(
    weights: Sequence[int], amounts: Sequence[int], unit: int | None = None
) -> tuple[Printed, Brief]:
    """A table of any weights and amounts, with nothing known besides."""
    recipients = tuple(
        Recipient(code="", name=f"Förening {number}") for number in range(len(weights))
    )
    columns = (
        Column(name="vikt", heading="vikt", cells=tuple(map(grouped, weights))),
        Column(name="belopp", heading="belopp", cells=tuple(map(grouped, amounts)), unit=unit),
    )
    return Printed(recipients, columns), Brief(base="vikt", envelopes={})


def shared(
    weights: Sequence[int], pool: int, unit: int, rounding: Callable[[Fraction], int]
) -> list[int]:
    """Amounts as a publisher makes them: every row by itself."""
    total = sum(weights)
    return [rounding(Fraction(weight * pool, total * unit)) * unit for weight in weights]


def substituted(digits: str, random: Random) -> str:
    place = random.randrange(len(digits))
    other = random.choice([digit for digit in "0123456789" if digit != digits[place]])
    return digits[:place] + other + digits[place + 1 :]


def lost(digits: str, random: Random) -> str:
    place = random.randrange(len(digits))
    return digits[:place] + digits[place + 1 :]


def added(digits: str, random: Random) -> str:
    place = random.randrange(len(digits) + 1)
    return digits[:place] + random.choice("0123456789") + digits[place:]


def exchanged(digits: str, random: Random) -> str:
    unlike = [place for place in range(len(digits) - 1) if digits[place] != digits[place + 1]]
    place = random.choice(unlike)
    return digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]


def thousandfold(digits: str, _: Random) -> str:
    return f"{digits}000"


def thousandth(digits: str, _: Random) -> str:
    return digits[:-3]


def one_unit_more(digits: str, _: Random) -> str:
    return str(int(digits) + MILLION)


def one_unit_less(digits: str, _: Random) -> str:
    return str(int(digits) - MILLION)


FAULTS: dict[str, Callable[[str, Random], str]] = {
    "a digit substituted": substituted,
    "a digit lost": lost,
    "a digit added": added,
    "two digits exchanged": exchanged,
    "a thousand times too large": thousandfold,
    "a thousand times too small": thousandth,
    "one unit too much": one_unit_more,
    "one unit too little": one_unit_less,
}
"""What can go wrong in one cell."""

FAULTY = MENDED.with_cell(1, 3, "164 000 00").with_cell(2, 17, "16 000 000")
"""The mended table with two amounts that lack a digit: Stockholm's and Malmö's."""
