"""Two audits of one table, as it was and as it is published now, held against each other."""

from collections.abc import Iterator, Mapping, Sequence

from allokera.audit.report.report import Finding, Report
from allokera.audit.report.republication import Changed, Noted, Republication
from allokera.model import Column, Recipient

Cells = Mapping[tuple[str, str], str]
"""What is printed, by recipient and column."""


def republish(old: Report, new: Report, cells_before: Cells, cells_after: Cells) -> Republication:
    """Say which findings were mended, which stand, which came, and what else changed."""
    before, after = (
        {_key(each): _noted(each) for each in report.findings} for report in (old, new)
    )
    noticed = {key[1:] for key in (*before, *after)}
    return Republication(
        file=old.sources[0].file,
        mended=tuple(each for key, each in before.items() if key not in after),
        standing=tuple(each for key, each in after.items() if key in before),
        came=tuple(each for key, each in after.items() if key not in before),
        changed=tuple(_changed(cells_before, cells_after, noticed)),
    )


def cells_of(recipients: Sequence[Recipient], columns: Sequence[Column]) -> Cells:
    """Take the printed cells of a table, by recipient and column."""
    return {
        (recipient.code or recipient.name, column.name): cell.strip()
        for column in columns
        for recipient, cell in zip(recipients, column.cells, strict=True)
    }


def _key(finding: Finding) -> tuple[str, str, str]:
    who = finding.recipient
    return finding.code, (who.code or who.name) if who else "", finding.column or ""


def _noted(finding: Finding) -> Noted:
    name = finding.recipient.name if finding.recipient else ""
    return Noted(finding.code, finding.severity, name, finding.column or "")


def _changed(before: Cells, after: Cells, noticed: set[tuple[str, str]]) -> Iterator[Changed]:
    for place, cell in after.items():
        if place not in noticed and before.get(place, cell) != cell:
            yield Changed(*place, before[place], cell)
