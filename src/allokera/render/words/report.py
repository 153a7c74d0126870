"""What stands on pages of an audit."""

from collections.abc import Sequence
from typing import Protocol

from allokera.audit.report.report import Severity, Tried, Verdict
from allokera.audit.rounding.interval import Interval
from allokera.kronor.amount import Amount
from allokera.model import Basis, TableInFile
from allokera.render.words.statement import StatementWords

Ends = tuple[str | None, str | None]
"""The least and the most that a number can be, as they are written; None where there is none."""


class ReportWords(StatementWords, Protocol):
    """What stands on pages of an audit.

    Names, codes and printed texts come as they are: a language puts its own quotation marks.
    """

    # what was audited, and what that comes to
    file: str
    table: str
    command: str
    version: str

    def audit_of(self, file: str) -> str: ...
    def verdict(self, verdict: Verdict) -> str: ...
    def severity(self, severity: Severity) -> str: ...
    def counts(self, counts: Sequence[tuple[Severity, int]], accepted: int) -> str: ...
    def folded(self, notes: int, codes: Sequence[str]) -> str: ...
    def table_in_file(self, table: TableInFile) -> str: ...

    # findings
    where: str
    proof: str
    tried: str
    help: str

    def finding(self, severity: Severity, code: str, *, is_accepted: bool = False) -> str: ...
    def more_of_the_kind(self, count: int) -> str: ...
    def quoted(self, printed: str) -> str: ...
    def column(self, name: str) -> str: ...
    def keystrokes(self, tried: Tried, unit: Amount, fitting: int) -> str: ...

    # pools
    def between(self, interval: Interval) -> str: ...
    def apart(self, below: Interval, above: Interval) -> tuple[str, str]: ...
    def needs(self, name: str, amount: Amount, pool: str) -> str: ...
    def as_printed(self, needs: Sequence[str]) -> str: ...
    def pools_of_rows(self, column: str) -> str: ...

    # what relations give
    def mended_to(self, amount: Amount, printed: str) -> str: ...
    def gives(
        self, relation: int, numbers: Sequence[str], more: int, ends: Ends, printed: str
    ) -> str: ...
    def stands_by(self, relation: int, printed: str, where: str) -> str: ...

    # what a table says of itself, and what that covers
    relations: str
    coverage: str
    column_heading: str
    cells_covered: str
    pinned: str
    covered_by: str
    by_other_columns: str
    names_need_none: str
    by_nothing: str

    def more_relations(self, count: int) -> str: ...
    def cells_of(self, count: int, cells: int) -> str: ...
    def by_relations(self, numbers: Sequence[int]) -> str: ...

    # what the shares of columns come to
    shares: str
    rows_that_agree: str
    rounding: str
    pool: str
    column_not_checked: str
    the_weights: str
    no_amount_read: str

    def agreeing(self, count: int, rows: int) -> str: ...
    def sums_to(self, printed: Amount, mended: Amount | None) -> str: ...
    def envelope_is(self, envelope: Amount) -> str: ...
    def not_shared_out(self, administration: Interval) -> str: ...
    def pool_held_by(self, names: Sequence[str]) -> str: ...

    # what was taken for granted, and which checks were made
    taken_for_granted: str
    not_checked: str
    passed: str
    not_applicable: str

    def basis(self, basis: Basis) -> str: ...
    def subject(self, name: str) -> str: ...

    # what became of findings
    accepted: str
    found_no_more: str
    mended: str
    stands: str
    came: str
    changed: str
    nothing_differs: str

    def against(self, file: str) -> str: ...
    def became(self, before: str, after: str) -> str: ...
