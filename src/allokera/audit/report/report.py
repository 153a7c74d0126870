"""What an audit says: findings with their proof, and what stands behind them."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from allokera.audit.report.accepted import Accepted
from allokera.audit.report.column import ColumnReport
from allokera.audit.report.evidence import CellReport, Evidence
from allokera.audit.report.printed_table import PrintedTable
from allokera.audit.report.relation import Coverage, RelationReport
from allokera.audit.report.republication import Republication
from allokera.audit.rounding.interval import Interval
from allokera.errors import Message, Text
from allokera.kronor.amount import Amount
from allokera.kronor.keying import Slip
from allokera.model import ONLY_TABLE, Basis, Recipient, Source, TableInFile


class Severity(StrEnum):
    """How much a finding weighs.

    Attributes:
        ERROR: impossible under the listed assumptions.
        WARNING: possible, but not plausible.
        NOTE: an inference, or something read in another way than it is printed.
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    def weighs(self, least: "Severity") -> bool:
        """Whether it weighs as much as another, or more."""
        order = list(Severity)
        return order.index(self) <= order.index(least)


class Verdict(StrEnum):
    """What an audit comes to.

    Attributes:
        CLEAN: no error and no warning.
        PARTLY: the same, but a column of numbers was held against nothing.
        FINDINGS: at least one of them.
        OPEN: the rows contradict each other, or are too few, and do not settle which are right.
        NOT_CHECKED: there was nothing to check them by.
    """

    CLEAN = "clean"
    PARTLY = "clean-as-far-as-checked"
    FINDINGS = "findings"
    OPEN = "open"
    NOT_CHECKED = "not-checked"


class Place(NamedTuple):
    """A printed cell, or a part of it.

    Attributes:
        row: in the table, from 0.
        column: its name.
        printed: the whole cell, as printed.
        start: where the part begins, in characters.
        end: where it ends.
    """

    row: int
    column: str
    printed: str
    start: int
    end: int


class Candidate(NamedTuple):
    """An amount that a cell may have been meant to show.

    Attributes:
        amount: kronor.
        slip: the one slip that turns it into what is printed.
    """

    amount: Amount
    slip: Slip


class Tried(NamedTuple):
    """How a candidate was found.

    Attributes:
        near: numbers that are one keystroke away from what is printed.
        whole: those of them that are multiples of the unit.
        others: rows that a candidate must agree with.
    """

    near: int
    whole: int
    others: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing that an audit noticed.

    Attributes:
        code: its kind, the name of the check that made it.
        message: what was found.
        remedy: what to do about it.
        recipient: whose row it is about, or None.
        column: the column it is about, or None.
        place: the printed cell, or None.
        read: kronor that the cell says; None where it says no one number.
        expected: kronor; where the printed amount must lie, by the other rows.
        candidates: amounts that fit the other rows and are one slip away from what is printed.
        suggestion: the one amount it must, or likely should, have been; None where there is none. A
            fraction where it is no whole number.
        is_proven: whether the suggestion is the one amount that it must have been.
        cells: of several cells, one of which is wrong, each.
        tried: how the candidates were found, or None where none were looked for.
        evidence: what printed cells say of it: those that contradict each other, those that clear
            other cells.
        cell: its row and column in the sheet, from 0, where no recipient's row tells it.
        where: the place in the file that a person can go to; "" where there is none.
        accepted: by whom and why, where it is; such a one does not count.
    """

    code: str
    severity: Severity
    message: Message
    remedy: Message
    recipient: Recipient | None = None
    column: str | None = None
    place: Place | None = None
    read: Amount | None = None
    expected: Interval | None = None
    candidates: tuple[Candidate, ...] = ()
    suggestion: Amount | None = None
    is_proven: bool = True
    cells: tuple[CellReport, ...] = ()
    tried: Tried | None = None
    evidence: tuple[Evidence, ...] = ()
    cell: tuple[int, int] | None = None
    where: str = ""
    accepted: Accepted | None = None


class Assumption(NamedTuple):
    """Something that the audit took for granted, and how it is known."""

    subject: Text
    value: Text
    basis: Basis


class Remark(NamedTuple):
    """A check that was passed, or not made, or a column that was left out; and why."""

    check: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Report:
    """The outcome of an audit.

    Attributes:
        findings: all of them, errors first, then in the order of the checks.
        relations: what the table says of itself.
        coverage: how every column of numbers was checked.
        columns: the base column, then the audited ones, left to right.
        passed: the checks that found nothing.
        not_applicable: the checks that the table gives no occasion for.
        not_checked: the columns that were left out, and the checks that could not be made.
        assumptions: what was taken for granted.
        sources: where the table and what it was held against came from, the table's file first.
        table: which table of its file was audited.
        accepted_gone: what somebody has accepted and is found no more.
        republished: what became of the findings of the table as it was before.
        printed: the table as it is printed, where it was looked at as one.
    """

    verdict: Verdict
    findings: tuple[Finding, ...]
    relations: tuple[RelationReport, ...]
    coverage: tuple[Coverage, ...]
    columns: tuple[ColumnReport, ...]
    passed: tuple[Remark, ...]
    not_applicable: tuple[Remark, ...]
    not_checked: tuple[Remark, ...]
    assumptions: tuple[Assumption, ...]
    sources: tuple[Source, ...]
    table: TableInFile = ONLY_TABLE
    accepted_gone: tuple[Accepted, ...] = ()
    republished: Republication | None = None
    printed: PrintedTable | None = None

    def __repr__(self) -> str:
        counts = Counter(finding.severity.value for finding in self.findings)
        return f"<Report {self.verdict}: {dict(counts)}>"

    def located(
        self,
        recipients: Sequence[Recipient],
        where: Callable[[int | None, str | None], str],
        where_cell: Callable[[int, int], str],
    ) -> "Report":
        """Say of every finding where in the file it is.

        Args:
            recipients: one a row.
            where: names a place by the row and the column, either of which may not be told.
            where_cell: names one by its row and column in the sheet.
        """
        counts = Counter(recipients)
        once = {each: row for row, each in enumerate(recipients) if counts[each] == 1}

        def row(finding: Finding) -> int | None:
            if finding.place is not None:
                return finding.place.row
            return None if finding.recipient is None else once.get(finding.recipient)

        findings = (
            replace(
                each,
                where=where(row(each), each.column)
                if each.cell is None
                else where_cell(*each.cell),
            )
            for each in self.findings
        )
        return replace(self, findings=tuple(findings))

    def corrections(self) -> dict[tuple[str, int], Amount]:
        """List what to print instead of what is printed, by column and row.

        Returns:
            The numbers to print: kronor, or thousands or millions of them where the column is
            printed in these; a fraction where it has parts.
        """
        worths = {column.name: column.worth for column in self.columns}
        return {
            (place.column, place.row): _printed(finding.suggestion, worths.get(place.column))
            for finding in self.findings
            if (place := finding.place) is not None
            and finding.suggestion not in {None, finding.read}
            and finding.suggestion is not None
            and finding.is_proven
        }

    def worst(self) -> Severity | None:
        """The weight of the weightiest finding that counts, or None where there is none."""
        found = {finding.severity for finding in self.findings if finding.accepted is None}
        return next((severity for severity in Severity if severity in found), None)


def _printed(amount: Amount, worth: Fraction | None) -> Amount:
    """Say which number to print for an amount."""
    exact = Fraction(amount, worth or 1)
    return exact.numerator if isinstance(amount, int) and exact.denominator == 1 else exact
