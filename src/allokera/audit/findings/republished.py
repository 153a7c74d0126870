"""Two audits of one table, as it was and as it is published now, held against each other."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from allokera.audit.report.report import Finding, Report
from allokera.audit.report.republication import Changed, Noted, Republication
from allokera.model import Column, Recipient

Cells = Mapping[tuple[str, str], Sequence[str]]
"""What is printed, by the names of recipient and column; several recipients may have one name."""


def republish(old: Report, new: Report, cells_before: Cells, cells_after: Cells) -> Republication:
    """Say which findings were mended, which stand, which came, and what else changed."""
    before, after = ([_noted(each) for each in report.findings] for report in (old, new))
    noticed = {(each.recipient, each.column) for each in (*before, *after)}
    return Republication(
        file=old.sources[0].file,
        mended=tuple(each for each, is_in_both in _matched(before, after) if not is_in_both),
        standing=tuple(each for each, is_in_both in _matched(after, before) if is_in_both),
        came=tuple(each for each, is_in_both in _matched(after, before) if not is_in_both),
        changed=tuple(_changed(cells_before, cells_after, noticed)),
    )


def cells_of(recipients: Sequence[Recipient], columns: Sequence[Column]) -> Cells:
    """Take the printed cells of a table, by the names of recipient and column."""
    printed = defaultdict(list)
    for column in columns:
        for recipient, cell in zip(recipients, column.cells, strict=True):
            printed[recipient.name, column.name].append(cell.strip())
    return printed


def _noted(finding: Finding) -> Noted:
    name = finding.recipient.name if finding.recipient else ""
    return Noted(finding.code, finding.severity, name, finding.column or "")


def _matched(notes: Sequence[Noted], others: Sequence[Noted]) -> Iterator[tuple[Noted, bool]]:
    """Say of each whether the others have one of its kind and place, too, for each one there is."""
    left = Counter(each._replace(severity="") for each in others)
    for each in notes:
        kind = each._replace(severity="")
        yield each, left[kind] > 0
        left[kind] -= 1


def _changed(before: Cells, after: Cells, noticed: set[tuple[str, str]]) -> Iterator[Changed]:
    for place, now in after.items():
        was = before.get(place, ())
        if place not in noticed and len(was) == len(now):
            pairs = zip(was, now, strict=True)
            yield from (Changed(*place, *pair) for pair in pairs if pair[0] != pair[1])
