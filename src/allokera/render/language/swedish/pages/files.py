"""What a workbook and a document say besides the page, in Swedish."""

import re

from allokera.render.language.swedish.numbers import counted
from allokera.render.words.files import FilesWords, SheetColumns, SheetLines

_SHEETS = {
    "allocation": "Fördelning",
    "plan": "Fördelning per år",
    "comparison": "Jämförelse",
    "explanation": "Förklaring",
    "course": "År för år",
    "audit": "Granskning",
    "budgets": "Ramar",
    "methods": "Metoder",
    "check": "Kontroll",
}
_HEADINGS = {
    "code": "Kod",
    "name": "Namn",
    "weight": "Fördelningsgrund",
    "share": "Andel",
    "quota": "Exakt andel",
    "amount": "Belopp",
    "published": "Publicerat",
    "difference": "Skillnad",
    "printed": "Tryckt",
    "departure": "Orsak till skillnaden",
    "minimum": "Minst",
    "maximum": "Högst",
    "held": "Gräns",
    "applied": "Sökt",
    "unused": "Inte sökt",
    "before": "Före",
    "change": "Ändring",
    "total": "Totalt",
    "inhabitants": "Invånare",
    "per_capita": "Per invånare",
    "own_funding": "Minsta egenfinansiering",
    "county_code": "Länskod",
    "county": "Län",
    "lot": "Lott",
    "year": "År",
    "unit": "Enhet",
    "computed": "Beräknat",
    "running_quota": "Ackumulerad exakt andel",
    "running_total": "Ackumulerat belopp",
    "drift": "Avvikelse",
    "covered": "Ikapp år",
    "rank": "Plats",
    "size": "Storlek",
    "won": "Får enheten",
    "severity": "Grad",
    "recipient_code": "Mottagarens kod",
    "recipient": "Mottagare",
    "column": "Kolumn",
    "where": "Var",
    "read": "Läst",
    "suggestion": "Förslag",
    "message": "Iakttagelse",
    "remedy": "Åtgärd",
    "envelope": "Ram",
    "envelope_basis": "Ramens grund",
    "administration": "Administration",
    "administration_basis": "Administrationens grund",
    "pool": "Medel att fördela",
    "status": "Status",
    "agency": "Myndighet",
    "source": "Källa",
    "currency": "Valuta",
    "aliases": "Andra namn",
    "file": "Fil",
    "title": "Titel",
    "publisher": "Utgivare",
    "sha256": "SHA-256",
    "subject": "Vad",
    "value": "Värde",
    "basis": "Grund",
    "summary": "Sammanfattning",
    "meaning": "Innebörd",
    "lower_quota": "Undre andel",
    "upper_quota": "Övre andel",
    "house_monotone": "Monoton i enheter",
    "vote-ratio_monotone": "Monoton i grunder",
    "coherent": "Koherent",
    "mergers_never_lose": "Fusion utan förlust",
    "mergers_never_gain": "Fusion utan vinst",
}
_BASES = {"stated": "angivet", "derived": "uträknat", "inferred": "slutsats", "given": "valt"}
_CELLS = {
    "envelope_basis": _BASES,
    "administration_basis": _BASES,
    "status": {
        "indicative": "preliminärt",
        "worked example": "räkneexempel",
        "decided": "beslutat",
    },
    "held": {"minimum": "minst", "maximum": "högst"},
}
"""What the codes of records are called, by their fields."""


class Files(FilesWords):
    """What a workbook and a document say besides the page."""

    columns = SheetColumns(
        code="Kod",
        recipient="Mottagare",
        weight="Fördelningsgrund",
        share="Andel",
        over="Grund \u00d7 höga,\ndelat med alla",
        rest="Rest av det",
        both="Rest och\ngrund \u00d7 låga",
        lower="Hela enheter",
        left="Rest, av alla\nfördelningsgrunder",
        quota="Exakt andel,\nenheter",
        rank="Plats",
        units="Enheter",
        amount="Belopp",
        published="Publicerat",
        difference="Skillnad",
    )
    lines = SheetLines(
        envelope="Ram",
        administration="Administration",
        pool="Medel att fördela",
        unit="Avrundningsenhet",
        house="Antal enheter",
        base="Antal enheter: bas",
        high="Antal enheter: höga",
        low="Antal enheter: låga",
        weights="Summa fördelningsgrunder",
        left_over="Enheter som blev över",
    )
    shown = "Visade"
    sources = "Källor"
    assumptions = "Förutsättningar"

    def sheet(self, document: str) -> str:
        return _SHEETS.get(document, document.capitalize())

    def heading(self, field: str) -> str:
        name, change, per_cent = field.rpartition(": change")
        if change:
            return f"{self.heading(name)}: ändring{per_cent}"
        return _HEADINGS.get(field, field)

    def cell(self, field: str, text: str) -> str:
        return _CELLS.get(field, {}).get(text, text)

    def place(self, where: str) -> str:
        return re.sub(r": row ([0-9]+)(?:, column ([0-9]+))?$", _place, where)

    def made_by(self, version: str) -> str:
        return f"Skapad med allokera {version}."

    def rows_left_out(self, count: int) -> str:
        return (
            f"{counted(count, 'rad', 'rader')} till visas inte här: alla finns i en fil (--output "
            "FIL)."
        )


def _place(match: re.Match[str]) -> str:
    row, column = match.groups()
    return f": rad {row}, kolumn {column}" if column else f": rad {row}"
