"""What stands on pages of an audit, in English."""

from collections.abc import Sequence

from allokera.audit.report.report import Severity, Tried, Verdict
from allokera.audit.rounding.interval import Interval
from allokera.kronor.amount import Amount
from allokera.kronor.wording import grouped, listed
from allokera.model import Basis, TableInFile
from allokera.render.language.english.audit import intervals
from allokera.render.language.english.numbers import counted
from allokera.render.language.english.pages.statement import Statement
from allokera.render.words.report import ReportWords

_VERDICTS = {
    Verdict.CLEAN: "clean: no error and no warning",
    Verdict.PARTLY: "clean as far as checked: no error and no warning",
    Verdict.FINDINGS: "findings",
    Verdict.OPEN: "open: the rows do not settle what is right",
    Verdict.NOT_CHECKED: "not checked: there is nothing to check the rows by",
}


class Report(Statement, ReportWords):
    """What stands on pages of an audit."""

    def audit_of(self, file: str) -> str:
        return f"Audit of {file}"

    def verdict(self, verdict: Verdict) -> str:
        return f"Verdict: {_VERDICTS[verdict]}"

    def severity(self, severity: Severity) -> str:
        return severity

    def counts(self, counts: Sequence[tuple[Severity, int]], accepted: int) -> str:
        found = listed([counted(count, severity) for severity, count in counts])
        more = f", {accepted} of them accepted" if accepted else ""
        return f"{found or 'nothing found'}{more}"

    def folded(self, notes: int, codes: Sequence[str]) -> str:
        noted = f"{counted(notes, 'note')} ({listed(codes)}), " if notes else ""
        return (
            f"{noted}what covers each column, what was taken for granted and which checks passed: "
            "--output FILE, or a pipe, has all of it."
        )

    def file(self) -> str:
        return "file"

    def table(self) -> str:
        return "table"

    def table_in_file(self, table: TableInFile) -> str:
        which = f"{table.number} of {table.tables}"
        return f"{which}, sheet {table.sheet!r}" if table.sheet else which

    def command(self) -> str:
        return "command"

    def version(self) -> str:
        return "version"

    def finding(self, severity: Severity, code: str, *, is_accepted: bool = False) -> str:
        return f"{severity}[{code}]{', accepted' if is_accepted else ''}"

    def more_of_the_kind(self, count: int) -> str:
        return f"and {count} more of the kind:"

    def quoted(self, printed: str) -> str:
        return repr(printed)

    def column(self, name: str) -> str:
        return f"column {name}"

    def where(self) -> str:
        return "where"

    def proof(self) -> str:
        return "proof"

    def tried(self) -> str:
        return "tried"

    def help(self) -> str:
        return "help"

    def keystrokes(self, tried: Tried, unit: Amount, fitting: int) -> str:
        fit = "fits" if fitting == 1 else "fit"
        return (
            f"{tried.near} numbers are one keystroke away, {tried.whole} of them multiples of "
            f"{grouped(unit)}, {fitting} of those {fit} the other {tried.others} rows"
        )

    def between(self, interval: Interval) -> str:
        return intervals.between(interval)

    def apart(self, below: Interval, above: Interval) -> tuple[str, str]:
        return intervals.apart(below, above)

    def needs(self, name: str, amount: Amount, pool: str) -> str:
        return f"{name} ({grouped(amount)}) needs a pool {pool}"

    def as_printed(self, needs: Sequence[str]) -> str:
        return f"as printed, {'; '.join(needs)}"

    def pools_of_rows(self, column: str) -> str:
        return (
            f"{column}: the pool that each row needs alone; between the lines, the one that they "
            "agree on"
        )

    def relations(self) -> str:
        return "What the table says of itself"

    def more_relations(self, count: int) -> str:
        return f"and {grouped(count)} more; --json has all of them"

    def coverage(self) -> str:
        return "Coverage"

    def column_heading(self) -> str:
        return "Column"

    def cells_covered(self) -> str:
        return "Cells covered"

    def pinned(self) -> str:
        return "Pinned"

    def covered_by(self) -> str:
        return "By"

    def cells_of(self, count: int, cells: int) -> str:
        return f"{grouped(count)} of {grouped(cells)}"

    def by_relations(self, numbers: Sequence[int]) -> str:
        relations = "relation" if len(numbers) == 1 else "relations"
        return f"{relations} {listed([*map(str, numbers)])}"

    def by_other_columns(self) -> str:
        return "the columns held against it"

    def names_need_none(self) -> str:
        return "needs none: its numbers are names"

    def by_nothing(self) -> str:
        return "nothing"

    def shares(self) -> str:
        return "Shares"

    def rows_that_agree(self) -> str:
        return "Rows that agree"

    def rounding(self) -> str:
        return "Rounding"

    def pool(self) -> str:
        return "Pool"

    def agreeing(self, count: int, rows: int) -> str:
        return f"{count} of {rows}"

    def column_not_checked(self) -> str:
        return "not checked"

    def the_weights(self) -> str:
        return "the weights"

    def no_amount_read(self) -> str:
        return "not checked: no amount can be read in it."

    def sums_to(self, printed: Amount, mended: Amount | None) -> str:
        more = "" if mended is None else f", {grouped(mended)} as mended"
        return f"sums to {grouped(printed)} as printed{more}"

    def envelope_is(self, envelope: Amount) -> str:
        return f"the envelope is {grouped(envelope)}"

    def not_shared_out(self, administration: Interval) -> str:
        return f"{intervals.between(administration)} of it not shared out"

    def pool_held_by(self, names: Sequence[str]) -> str:
        return f"The pool is held between its ends by {listed(names)}"

    def taken_for_granted(self) -> str:
        return "Taken for granted"

    def basis(self, basis: Basis) -> str:
        return basis.value

    def not_checked(self) -> str:
        return "Not checked"

    def subject(self, name: str) -> str:
        return name

    def passed(self) -> str:
        return "Passed"

    def not_applicable(self) -> str:
        return "Not applicable"

    def accepted(self) -> str:
        return "Accepted"

    def found_no_more(self) -> str:
        return "is found no more: strike it"

    def against(self, file: str) -> str:
        return f"Against {file}"

    def mended(self) -> str:
        return "mended"

    def stands(self) -> str:
        return "stands"

    def came(self) -> str:
        return "came"

    def changed(self) -> str:
        return "changed"

    def became(self, before: str, after: str) -> str:
        return f"{before!r} became {after!r}"

    def nothing_differs(self) -> str:
        return "Nothing was found in either, and no cell differs."
