"""What stands on pages of an audit, in Swedish."""

from collections.abc import Sequence

from allokera.audit.report.report import Severity, Tried, Verdict
from allokera.audit.rounding.interval import Interval
from allokera.kronor.amount import Amount
from allokera.model import Basis, TableInFile
from allokera.render.language.swedish.numbers import counted, grouped, listed, quoted
from allokera.render.language.swedish.pages.statement import Statement
from allokera.render.words.report import ReportWords

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

    def file(self) -> str:
        return "fil"

    def table(self) -> str:
        return "tabell"

    def table_in_file(self, table: TableInFile) -> str:
        which = f"{table.number} av {table.tables}"
        return f"{which}, bladet {quoted(table.sheet)}" if table.sheet else which

    def command(self) -> str:
        return "kommando"

    def version(self) -> str:
        return "version"

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

    def where(self) -> str:
        return "ställe"

    def proof(self) -> str:
        return "bevis"

    def tried(self) -> str:
        return "prövat"

    def help(self) -> str:
        return "åtgärd"

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
        from allokera.render.language.swedish.audit import intervals

        return intervals.between(interval)

    def apart(self, below: Interval, above: Interval) -> tuple[str, str]:
        from allokera.render.language.swedish.audit import intervals

        return intervals.apart(below, above)

    def needs(self, name: str, amount: Amount, pool: str) -> str:
        return f"{name} ({grouped(amount)}) kräver medel att fördela {pool}"

    def as_printed(self, needs: Sequence[str]) -> str:
        return f"som det är tryckt: {'; '.join(needs)}"

    def pools_of_rows(self, column: str) -> str:
        return (
            f"{column}: medel att fördela enligt varje rad för sig; mellan linjerna ligger det som "
            "raderna är överens om"
        )

    def relations(self) -> str:
        return "Vad tabellen säger om sig själv"

    def more_relations(self, count: int) -> str:
        return f"och {grouped(count)} till; --json visar alla"

    def coverage(self) -> str:
        return "Täckning"

    def column_heading(self) -> str:
        return "Kolumn"

    def cells_covered(self) -> str:
        return "Celler som prövas"

    def pinned(self) -> str:
        return "Bestämda"

    def covered_by(self) -> str:
        return "Prövas mot"

    def cells_of(self, count: int, cells: int) -> str:
        return _of(count, cells)

    def by_relations(self, numbers: Sequence[int]) -> str:
        return f"samband {listed([*map(str, numbers)])}"

    def by_other_columns(self) -> str:
        return "kolumnerna som bygger på den"

    def names_need_none(self) -> str:
        return "behöver inte prövas: talen är beteckningar"

    def by_nothing(self) -> str:
        return "inget"

    def shares(self) -> str:
        return "Andelar"

    def rows_that_agree(self) -> str:
        return "Rader som\nstämmer"

    def rounding(self) -> str:
        return "Avrundning"

    def pool(self) -> str:
        return "Medel att fördela"

    def agreeing(self, count: int, rows: int) -> str:
        return _of(count, rows)

    def column_not_checked(self) -> str:
        return "inte prövad"

    def the_weights(self) -> str:
        return "grunden"

    def no_amount_read(self) -> str:
        return "inte prövad: inget belopp i kolumnen går att läsa."

    def sums_to(self, printed: Amount, mended: Amount | None) -> str:
        more = "" if mended is None else f", {grouped(mended)} efter rättning"
        return f"summan är {grouped(printed)} i tabellen{more}"

    def envelope_is(self, envelope: Amount) -> str:
        return f"ramen är {grouped(envelope)}"

    def not_shared_out(self, administration: Interval) -> str:
        return f"varav {_within(administration)} inte fördelas"

    def pool_held_by(self, names: Sequence[str]) -> str:
        return f"Gränserna för medlen att fördela bestäms av {listed(names)}"

    def taken_for_granted(self) -> str:
        return "Förutsättningar"

    def basis(self, basis: Basis) -> str:
        return _BASES[basis]

    def not_checked(self) -> str:
        return "Inte prövat"

    def subject(self, name: str) -> str:
        from allokera.render.language.swedish.audit.codes import SUBJECTS

        return SUBJECTS.get(name, name)

    def passed(self) -> str:
        return "Godkänt"

    def not_applicable(self) -> str:
        return "Inte tillämpligt"

    def accepted(self) -> str:
        return "Godtagna iakttagelser"

    def found_no_more(self) -> str:
        return "finns inte längre: stryk den ur filen"

    def against(self, file: str) -> str:
        return f"Jämfört med {file}"

    def mended(self) -> str:
        return "rättad"

    def stands(self) -> str:
        return "står kvar"

    def came(self) -> str:
        return "tillkommen"

    def changed(self) -> str:
        return "ändrad"

    def became(self, before: str, after: str) -> str:
        return f"{quoted(before)} blev {quoted(after)}"

    def nothing_differs(self) -> str:
        return "Ingen av tabellerna ger några iakttagelser, och alla celler är lika."


def _within(interval: Interval) -> str:
    from allokera.render.language.swedish.audit.intervals import within

    return within(interval)


def _of(count: int, whole: int) -> str:
    return f"{grouped(count)} av {grouped(whole)}"
