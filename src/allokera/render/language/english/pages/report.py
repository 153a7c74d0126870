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
from allokera.render.words.report import Ends, ReportWords

_VERDICTS = {
    Verdict.CLEAN: "clean: no error and no warning",
    Verdict.PARTLY: "clean as far as checked: no error and no warning",
    Verdict.FINDINGS: "findings",
    Verdict.OPEN: "open: the rows do not settle what is right",
    Verdict.NOT_CHECKED: "not checked: there is nothing to check the rows by",
}


class Report(Statement, ReportWords):
    """What stands on pages of an audit."""

    file = "file"
    table = "table"
    command = "command"
    version = "version"
    where = "where"
    proof = "proof"
    tried = "tried"
    help = "help"
    relations = "What the table says of itself"
    coverage = "Coverage"
    column_heading = "Column"
    cells_covered = "Cells covered"
    pinned = "Pinned"
    covered_by = "By"
    by_other_columns = "the columns held against it"
    names_need_none = "needs none: its numbers are names"
    by_nothing = "nothing"
    shares = "Shares"
    rows_that_agree = "Rows that agree"
    rounding = "Rounding"
    pool = "Pool"
    column_not_checked = "not checked"
    the_weights = "the weights"
    no_amount_read = "not checked: no amount can be read in it."
    taken_for_granted = "Taken for granted"
    not_checked = "Not checked"
    passed = "Passed"
    not_applicable = "Not applicable"
    accepted = "Accepted"
    found_no_more = "is found no more: strike it"
    mended = "mended"
    stands = "stands"
    came = "came"
    changed = "changed"
    nothing_differs = "Nothing was found in either, and no cell differs."

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

    def table_in_file(self, table: TableInFile) -> str:
        which = f"{table.number} of {table.tables}"
        return f"{which}, sheet {table.sheet!r}" if table.sheet else which

    def finding(self, severity: Severity, code: str, *, is_accepted: bool = False) -> str:
        return f"{severity}[{code}]{', accepted' if is_accepted else ''}"

    def more_of_the_kind(self, count: int) -> str:
        return f"and {count} more of the kind:"

    def quoted(self, printed: str) -> str:
        return repr(printed)

    def column(self, name: str) -> str:
        return f"column {name}"

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

    def mended_to(self, amount: Amount, printed: str) -> str:
        return f"{grouped(amount)} for {printed!r}"

    def gives(
        self, relation: int, numbers: Sequence[str], more: int, ends: Ends, printed: str
    ) -> str:
        least, most = ends
        within = f"{least} to {most}" if least != most else least
        bounds = f"at least {least}" if most is None else f"at most {most}"
        what = f"{bounds if None in ends else within}, not {printed!r}"
        if not numbers:
            return f"relation {relation} gives {what}"
        give = "gives" if len(numbers) + more == 1 else "give"
        among = [*numbers, f"{grouped(more)} more"] if more else numbers
        return f"{listed(among)} {give} {what}, by relation {relation}"

    def stands_by(self, relation: int, printed: str, where: str) -> str:
        return f"{printed} ({where}) stands by relation {relation}"

    def pools_of_rows(self, column: str) -> str:
        return (
            f"{column}: the pool that each row needs alone; between the lines, the one that they "
            "agree on"
        )

    def more_relations(self, count: int) -> str:
        return f"and {grouped(count)} more; --json has all of them"

    def cells_of(self, count: int, cells: int) -> str:
        return f"{grouped(count)} of {grouped(cells)}"

    def by_relations(self, numbers: Sequence[int]) -> str:
        relations = "relation" if len(numbers) == 1 else "relations"
        return f"{relations} {listed([*map(str, numbers)])}"

    def agreeing(self, count: int, rows: int) -> str:
        return f"{count} of {rows}"

    def sums_to(self, printed: Amount, mended: Amount | None) -> str:
        more = "" if mended is None else f", {grouped(mended)} as mended"
        return f"sums to {grouped(printed)} as printed{more}"

    def envelope_is(self, envelope: Amount) -> str:
        return f"the envelope is {grouped(envelope)}"

    def not_shared_out(self, administration: Interval) -> str:
        return f"{intervals.between(administration)} of it not shared out"

    def pool_held_by(self, names: Sequence[str]) -> str:
        return f"The pool is held between its ends by {listed(names)}"

    def basis(self, basis: Basis) -> str:
        return basis.value

    def subject(self, name: str) -> str:
        return name

    def against(self, file: str) -> str:
        return f"Against {file}"

    def became(self, before: str, after: str) -> str:
        return f"{before!r} became {after!r}"
