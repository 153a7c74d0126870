"""What a workbook and a document say besides the page, in English."""

from allokera.kronor.wording import grouped
from allokera.render.words.files import FilesWords, SheetColumns, SheetLines


class Files(FilesWords):
    """What a workbook and a document say besides the page."""

    columns = SheetColumns(
        code="Code",
        recipient="Recipient",
        weight="Weight",
        share="Share",
        over="Weight \u00d7 high,\nover all",
        rest="Rest of that",
        both="Rest and\nweight \u00d7 low",
        lower="Lower quota,\nunits",
        left="Remainder,\nof all weights",
        quota="Quota, units",
        rank="Rank",
        units="Units",
        amount="Amount",
        published="Published",
        difference="Difference",
    )
    lines = SheetLines(
        envelope="Envelope",
        administration="Administration",
        pool="Pool",
        unit="Unit",
        house="House, units",
        base="House: base",
        high="House: high",
        low="House: low",
        weights="All weights",
        left_over="Units left over",
    )
    shown = "Shown"
    sources = "Sources"
    assumptions = "Assumptions"

    def sheet(self, document: str) -> str:
        return document.capitalize()

    def heading(self, field: str) -> str:
        if field == "sha256":
            return "SHA-256"
        return f"{field[:1].upper()}{field[1:]}".replace("_", " ")

    def cell(self, field: str, text: str) -> str:  # noqa: ARG002
        return text

    def place(self, where: str) -> str:
        return where

    def made_by(self, version: str) -> str:
        return f"Made by allokera {version}."

    def rows_left_out(self, count: int) -> str:
        return (
            f"{grouped(count)} more rows are left out here: --output FILE, or a pipe, has all of "
            "them."
        )
