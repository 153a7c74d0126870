"""`odd-separator`: digits grouped otherwise than in the rest of the table."""

from collections import Counter
from collections.abc import Iterator

from allokera.audit.case import Case
from allokera.audit.outcome import Outcome
from allokera.audit.report import Finding, Severity
from allokera.kronor.printed import is_usual, separators

_NAMES = {
    " ": "a space",
    "\u00a0": "a no-break space (U+00A0)",
    "\u2007": "a figure space (U+2007)",
    "\u2009": "a thin space (U+2009)",
    "\u202f": "a narrow no-break space (U+202F)",
    ".": "a point",
    ",": "a comma",
    "'": "an apostrophe",
    "\u2019": "an apostrophe (U+2019)",
}


def odd_separator(case: Case) -> Iterator[Outcome]:
    """Find amounts whose digits are grouped by another mark than in the rest of the table.

    Odd, not wrong: the amount is read as it stands. But a spreadsheet may take such a cell for
    text, and a search for the amount misses it.
    """
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
        recipient, here, elsewhere = case.recipients[row], _name(mark), _name(usual)
        yield Finding(
            code="odd-separator",
            severity=Severity.NOTE,
            message=f"{recipient.name}: digits are separated by {here}, elsewhere by {elsewhere}",
            remedy="Separate all digits alike.",
            recipient=recipient,
            column=sheet.column.name,
            place=sheet.place(row, (start, start + len(mark))),
            read=sheet.amounts[row],
        )


def _name(mark: str) -> str:
    if len(mark) > 1 and not mark.strip():
        return f"{len(mark)} spaces"
    return _NAMES.get(mark, repr(mark))
