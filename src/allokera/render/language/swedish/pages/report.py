"""What stands on pages of an audit, in Swedish."""

from collections.abc import Sequence

from allokera.audit.report.report import Severity, Tried, Verdict
from allokera.audit.rounding.interval import Interval
from allokera.kronor.amount import Amount
from allokera.model import Basis, TableInFile
from allokera.render.language.swedish.audit import intervals
from allokera.render.language.swedish.audit.codes import SUBJECTS
from allokera.render.language.swedish.numbers import NBSP, counted, grouped, listed, quoted
from allokera.render.language.swedish.pages.statement import Statement
from allokera.render.words.report import Ends, ReportWords

_VERDICTS = {
    Verdict.CLEAN: "utan anmärkning \u2013 inga fel och inga varningar",
    Verdict.PARTLY: "utan anmärkning i det som kunde prövas \u2013 inga fel och inga varningar",
    Verdict.FINDINGS: "iakttagelser",
    Verdict.OPEN: "öppet \u2013 raderna avgör inte vad som är rätt",
    Verdict.NOT_CHECKED: "inte granskat \u2013 det finns inget att pröva raderna mot",
}
_SEVERITIES = {
    Severity.ERROR: ("fel", "fel"),
    Severity.WARNING: ("varning", "varningar"),
    Severity.NOTE: ("notering", "noteringar"),
}
"""How one finding is called, and how several are."""
_BASES = {
    Basis.STATED: "angivet",
    Basis.DERIVED: "uträknat",
    Basis.INFERRED: "slutsats",
    Basis.GIVEN: "valt",
}


class Report(Statement, ReportWords):
    """What stands on pages of an audit."""

    file = "fil"
    table = "tabell"
    command = "kommando"
    version = "version"
    where = "ställe"
    proof = "bevis"
    tried = "prövat"
    help = "åtgärd"
    relations = "Vad tabellen säger om sig själv"
    coverage = "Täckning"
    column_heading = "Kolumn"
    cells_covered = "Celler som prövas"
    pinned = "Bestämda"
    covered_by = "Prövas mot"
    by_other_columns = "kolumnerna som bygger på den"
    names_need_none = "behöver inte prövas: talen är beteckningar"
    by_nothing = "inget"
    shares = "Andelar"
    rows_that_agree = "Rader som\nstämmer"
    rounding = "Avrundning"
    pool = "Medel att fördela"
    column_not_checked = "inte prövad"
    the_weights = "grunden"
    no_amount_read = "inte prövad: inget belopp i kolumnen går att läsa."
    taken_for_granted = "Förutsättningar"
    not_checked = "Inte prövat"
    passed = "Godkänt"
    not_applicable = "Inte tillämpligt"
    accepted = "Godtagna iakttagelser"
    found_no_more = "finns inte längre: stryk den ur filen"
    mended = "rättad"
    stands = "står kvar"
    came = "tillkommen"
    changed = "ändrad"
    nothing_differs = "Ingen av tabellerna ger några iakttagelser, och alla celler är lika."

    def audit_of(self, file: str) -> str:
        return f"Granskning av {file}"

    def verdict(self, verdict: Verdict) -> str:
        return f"Resultat: {_VERDICTS[verdict]}"

    def severity(self, severity: Severity) -> str:
        return _SEVERITIES[severity][0]

    def counts(self, counts: Sequence[tuple[Severity, int]], accepted: int) -> str:
        found = listed([counted(count, *_SEVERITIES[severity]) for severity, count in counts])
        more = f", varav {counted(accepted, 'godtagen', 'godtagna')}" if accepted else ""
        return f"{found or 'inga iakttagelser'}{more}"

    def folded(self, notes: int, codes: Sequence[str]) -> str:
        noted = f"{counted(notes, 'notering', 'noteringar')} ({listed(codes)}), " if notes else ""
        return (
            f"Visas inte här: {noted}kolumnernas täckning, förutsättningarna och de kontroller som "
            "är godkända. Allt står i en fil (--output FIL)."
        )

    def table_in_file(self, table: TableInFile) -> str:
        which = f"{table.number} av {table.tables}"
        return f"{which}, bladet {quoted(table.sheet)}" if table.sheet else which

    def finding(self, severity: Severity, code: str, *, is_accepted: bool = False) -> str:
        one, _ = _SEVERITIES[severity]
        accepted = ", godtaget" if severity is Severity.ERROR else ", godtagen"
        return f"{one}[{code}]{accepted if is_accepted else ''}"

    def more_of_the_kind(self, count: int) -> str:
        return f"och {grouped(count)} till av samma slag:"

    def quoted(self, printed: str) -> str:
        return quoted(printed)

    def column(self, name: str) -> str:
        return f"kolumn {name}"

    def keystrokes(self, tried: Tried, unit: Amount, fitting: int) -> str:
        others = "den andra raden"
        if tried.others != 1:
            others = f"de {grouped(tried.others)} andra raderna"
        whole = counted(tried.whole, "av dem är en multipel", "av dem är multiplar")
        return (
            f"{grouped(tried.near)} tal ligger ett felslag från det tryckta; {whole} av "
            f"{grouped(unit)}, och {grouped(fitting)} av dessa stämmer med {others}"
        )

    def between(self, interval: Interval) -> str:
        return intervals.between(interval)

    def apart(self, below: Interval, above: Interval) -> tuple[str, str]:
        return intervals.apart(below, above)

    def needs(self, name: str, amount: Amount, pool: str) -> str:
        return f"{name} ({grouped(amount)}) kräver medel att fördela {pool}"

    def as_printed(self, needs: Sequence[str]) -> str:
        return f"som det är tryckt: {'; '.join(needs)}"

    def mended_to(self, amount: Amount, printed: str) -> str:
        return f"{grouped(amount)} i stället för {quoted(printed)}"

    def gives(
        self, relation: int, numbers: Sequence[str], more: int, ends: Ends, printed: str
    ) -> str:
        least, most = ends
        within = f"{least} till {most}" if least != most else least
        bounds = f"minst {least}" if most is None else f"högst {most}"
        what = f"{bounds if None in ends else within}, inte {quoted(printed)}"
        if not numbers:
            return f"samband {relation} ger {what}"
        among = [*numbers, f"{grouped(more)}{NBSP}till"] if more else numbers
        return f"{listed(among)} ger {what}, enligt samband {relation}"

    def stands_by(self, relation: int, printed: str, where: str) -> str:
        return f"{printed} ({where}) bekräftas av samband {relation}"

    def pools_of_rows(self, column: str) -> str:
        return (
            f"{column}: medel att fördela enligt varje rad för sig; mellan linjerna ligger det som "
            "raderna är överens om"
        )

    def more_relations(self, count: int) -> str:
        return f"och {grouped(count)} till; --json visar alla"

    def cells_of(self, count: int, cells: int) -> str:
        return _of(count, cells)

    def by_relations(self, numbers: Sequence[int]) -> str:
        return f"samband {listed([*map(str, numbers)])}"

    def agreeing(self, count: int, rows: int) -> str:
        return _of(count, rows)

    def sums_to(self, printed: Amount, mended: Amount | None) -> str:
        more = "" if mended is None else f", {grouped(mended)} efter rättning"
        return f"summan är {grouped(printed)} i tabellen{more}"

    def envelope_is(self, envelope: Amount) -> str:
        return f"ramen är {grouped(envelope)}"

    def not_shared_out(self, administration: Interval) -> str:
        return f"varav {intervals.within(administration)} inte fördelas"

    def pool_held_by(self, names: Sequence[str]) -> str:
        return f"Gränserna för medlen att fördela bestäms av {listed(names)}"

    def basis(self, basis: Basis) -> str:
        return _BASES[basis]

    def subject(self, name: str) -> str:
        return SUBJECTS.get(name, name)

    def against(self, file: str) -> str:
        return f"Jämfört med {file}"

    def became(self, before: str, after: str) -> str:
        return f"{quoted(before)} blev {quoted(after)}"


def _of(count: int, whole: int) -> str:
    return f"{grouped(count)} av {grouped(whole)}"
