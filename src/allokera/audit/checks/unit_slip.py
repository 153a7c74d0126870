"""`unit-slip`: amounts printed in thousands or in millions, or with as many zeros too many."""

from collections.abc import Iterator
from fractions import Fraction

from allokera.audit.accusation import accuse_all
from allokera.audit.case import Case
from allokera.audit.event import Happening
from allokera.audit.outcome import Outcome, compared
from allokera.audit.report import Finding, Severity
from allokera.audit.sheet import Sheet
from allokera.kronor.wording import grouped, ratio


@compared
def unit_slip(case: Case) -> Iterator[Outcome]:
    """Find rows, or a whole column, in another unit than the rest.

    Rows show it by themselves: their amounts lie a thousand times from what the others allow, and
    fit exactly once the zeros are put back. A whole column agrees with itself in any unit; only the
    envelope shows that it is printed in thousands, and nothing on the page says so.
    """
    for sheet in case.sheets:
        if sheet.slip != 1:
            yield _whole(case, sheet)
    if case.base_event is not None and case.base_event.happening is Happening.UNIT_SLIP:
        what = (
            f"in another unit than the rest, one of {len(case.base_event.rows)} such base amounts"
        )
        yield from accuse_all(case, case.base, case.base_event, what)
    for trial in case.trials:
        if trial.event is not None and trial.event.happening is Happening.UNIT_SLIP:
            count = len(trial.event.rows)
            what = f"in another unit than the rest of the column, one of {count} such rows"
            yield from accuse_all(case, trial.sheet, trial.event, what)


def _whole(case: Case, sheet: Sheet) -> Finding:
    name, slip = sheet.column.name, sheet.slip
    printed = Fraction(sheet.sum_of(case.counted), slip)
    said = f"{grouped(printed.numerator)} kr" if printed.denominator == 1 else ratio(printed)
    how = (
        f"a printed one is read as {grouped(slip.numerator)} kr"
        if slip.denominator == 1
        else f"amounts are read without their last {len(str(slip.denominator)) - 1} zeros"
    )
    envelope = case.brief.envelopes.get(name)
    against = (
        f"its unit is {grouped(sheet.unit)} kr"
        if envelope is None
        else f"its envelope is {grouped(envelope)} kr"
    )
    return Finding(
        code="unit-slip",
        severity=Severity.WARNING,
        message=f"{name} sums to {said} as printed, and {against}: {how}",
        remedy="Say in the heading in which unit the amounts are.",
        column=name,
    )
