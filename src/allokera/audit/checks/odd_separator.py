"""`odd-separator`: digits grouped otherwise than in the rest of the table."""

from collections import Counter
from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.errors import message
from allokera.kronor.printed import is_usual, separators


def odd_separator(case: Case) -> Iterator[Outcome]:
    """Find amounts whose digits are grouped by another mark than in the rest of the table."""
    counts: Counter[str] = Counter()
    found = []
    for sheet in case.sheets:
        for row, reading in enumerate(sheet.readings):
            if is_usual(reading.text):
                counts[" "] += reading.text.count(" ")
                continue
            found += [(sheet, row, start, mark) for start, mark in separators(reading)]
    counts.update(mark for *_, mark in found)
    usual = counts.most_common(1)[0][0] if counts else ""
    if usual != " ":
        found += [
            (sheet, row, reading.text.index(" "), " ")
            for sheet in case.sheets
            for row, reading in enumerate(sheet.readings)
            if is_usual(reading.text) and " " in reading.text
        ]
    told: set[tuple[str, int]] = set()
    for sheet, row, start, mark in found:
        if mark == usual or (sheet.column.name, row) in told:
            continue
        told.add((sheet.column.name, row))
        recipient = case.recipients[row]
        yield Finding(
            code="odd-separator",
            severity=Severity.NOTE,
            message=message(
                AuditMessages.separated_otherwise, name=recipient.name, here=mark, elsewhere=usual
            ),
            remedy=message(AuditMessages.separate_alike),
            recipient=recipient,
            column=sheet.column.name,
            place=sheet.place(row, (start, start + len(mark))),
            read=sheet.told(row),
        )
