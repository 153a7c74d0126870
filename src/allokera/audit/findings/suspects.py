"""What a diagnosis says of cells: which are wrong, which of several is, put into findings."""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from allokera.audit.case.case import Case
from allokera.audit.findings.at_cell import at_cell, cell_report
from allokera.audit.findings.proof.by_relations import against, allowed, broken, interval_of
from allokera.audit.findings.reporting import relation_words
from allokera.audit.messages import AuditMessages
from allokera.audit.report.report import Finding, Severity
from allokera.audit.survey.found import Survey
from allokera.diagnosis.check import Changes, Check
from allokera.diagnosis.diagnosis import Diagnosis
from allokera.diagnosis.mistakes.slips import name_slip
from allokera.errors import Message, Text, message
from allokera.kronor.keying import Slip
from allokera.relations.evidence.pattern import Bounds
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import Law
from allokera.relations.sheet.view import Cell

_MOST_NAMED = 6
"""Cells that are named in one message."""


def named(diagnosis: Diagnosis) -> list[tuple[Cell, Severity]]:
    """List the cells that are wrong: almost surely, or so that it is warned of."""
    likely = takewhile(lambda cell: diagnosis.is_likely([cell]), diagnosis.suspects)
    return [
        (cell, Severity.ERROR if diagnosis.is_sure([cell]) else Severity.WARNING) for cell in likely
    ]


def several(diagnosis: Diagnosis) -> tuple[list[Cell], Severity] | None:
    """Say of which cells, none of them named by itself, one is wrong at least; None of none.

    Where a relation with nothing fitted fails, that is said of the relation, unless one is wrong
    almost surely; where a person states it, always, and where one sum fails by itself: it may hold
    a part that is not printed, if its heading does not name its parts.
    """
    if any(check.law.is_told for check in diagnosis.failing) or _may_hold_more(diagnosis):
        return None
    cells = {cell for cell, _ in named(diagnosis)}
    rest = [cell for cell in diagnosis.suspects if cell not in cells]
    if all(cells & check.places.keys() for check in diagnosis.failing):
        return None
    weights = [(Severity.ERROR, diagnosis.is_sure), (Severity.WARNING, diagnosis.is_likely)]
    if any(check.is_free and not check.is_slight for check in diagnosis.failing):
        weights.pop()
    for severity, is_so in weights:
        if fewest := _fewest(rest, is_so):
            return fewest, severity
    return None


def _may_hold_more(diagnosis: Diagnosis) -> bool:
    """Whether all that fails is one sum, by more than a step, whose heading names no parts."""
    if len(diagnosis.failing) != 1:
        return False
    (check,) = diagnosis.failing
    claim = check.law.claim
    is_stated = check.law.is_stated and claim.view.is_across
    return isinstance(claim.pattern, Sum) and not (check.is_slight or is_stated)


def _fewest(cells: list[Cell], is_so: Callable[[list[Cell]], bool]) -> list[Cell]:
    """Take as few of the first cells as will do, two at least; none where all will not.

    The more, the likelier: of hundreds a few counts are tried.
    """
    counts = range(2, len(cells) + 1)
    place = bisect_left(counts, True, key=lambda count: is_so(cells[:count]))
    return cells[: counts[place]] if place < len(counts) else []


def explained(case: Case) -> dict[Law, set[int]]:
    """List the lines of every law whose failing is put down to a cell, or one of several.

    A line that would fail with the numbers that are told, too, is not.
    """
    found: dict[Law, set[int]] = {}
    for diagnosis in case.diagnoses:
        cells = {cell for cell, _ in named(diagnosis)}
        if (group := several(diagnosis)) is not None:
            cells |= {*group[0]}
        numbers = _numbers(diagnosis)
        for check in diagnosis.failing:
            wrong = cells & check.places.keys()
            if check.holds(numbers) or not wrong <= numbers.keys():
                found.setdefault(check.law, set()).add(check.line)
    return found


def wrong_cells(case: Case) -> Iterator[Finding]:
    """Make a finding of every cell that is wrong."""
    for diagnosis in case.diagnoses:
        numbers = _numbers(diagnosis)
        for cell, severity in named(diagnosis):
            yield _wrong(case, diagnosis, cell, severity, numbers)


def one_of_several(case: Case) -> Iterator[Finding]:
    """Make a finding of several cells, one of which is wrong."""
    for diagnosis in case.diagnoses:
        if (found := several(diagnosis)) is not None:
            yield _several(case, diagnosis, *found)


def _numbers(diagnosis: Diagnosis) -> dict[Cell, int]:
    """Say what the cells that are named should hold, where that is told."""
    told = {cell: diagnosis.value(cell) for cell, _ in named(diagnosis)}
    return {cell: number for cell, number in told.items() if number is not None}


def _wrong(
    case: Case, diagnosis: Diagnosis, cell: Cell, severity: Severity, numbers: Changes
) -> Finding:
    """Put a wrong cell into a finding.

    Args:
        numbers: what the wrong cells of the component should hold, where that is told.
    """
    survey, (row, column) = case.survey, cell
    value, number = numbers.get(cell), survey.sheet.values[row][column]
    right = None if value is None else survey.exact(value, column)
    places = survey.sheet.places[row][column]
    failing = [check for check in diagnosis.failing if cell in check.places]
    others = {other: told for other, told in numbers.items() if other != cell}
    telling = _telling(diagnosis, failing, cell, numbers)
    between = allowed(case, cell, others) if value is None else None
    finding = Finding(
        code="wrong-cell",
        severity=severity,
        message=message(
            AuditMessages.relations_tell,
            name=survey.name_of(row, is_column=False),
            printed=survey.sheet.texts[row][column].strip(),
            column=survey.name_of(column, is_column=True),
            is_sure=severity is Severity.ERROR,
            follows=right,
            places=places,
            slip=_slip(case, diagnosis, cell, value),
            relations=_laws(case, telling or failing),
        ),
        remedy=_remedy(survey, column, places, (value, value) if value is not None else between),
        read=None if number is None else case.amount(cell, number),
        expected=None if between is None else interval_of(case, cell, between),
        suggestion=None if value is None else case.amount(cell, value),
        evidence=against(case, telling, cell, others),
        is_proven=value is not None and diagnosis.is_sure([cell], value),
    )
    return at_cell(case, finding, cell)


def _telling(
    diagnosis: Diagnosis, failing: Sequence[Check], cell: Cell, numbers: Changes
) -> list[Check]:
    """List the checks that say what a cell should hold: those that hold with what is told.

    Where nothing is told of it, those in which no other cell is wrong of which nothing is told.
    """
    if cell in numbers:
        return [check for check in failing if check.holds(numbers)]
    untold = {*diagnosis.wrong} - {cell, *numbers}
    return [check for check in failing if untold.isdisjoint(check.places)]


def _remedy(survey: Survey, column: int, places: int, between: Bounds | None) -> Message:
    """Say what to print, or between which numbers to look for it."""
    if between is None:
        return message(AuditMessages.look_up_at_source)
    least, most = sorted(survey.exact(end, column) for end in between)
    if least == most:
        return message(AuditMessages.print_number, number=least, places=places)
    return message(AuditMessages.look_up_within, least=least, most=most, places=places)


def _slip(case: Case, diagnosis: Diagnosis, cell: Cell, value: int | None) -> Slip | None:
    if value is None:
        return None
    return diagnosis.event(cell) or name_slip(case.network, cell, value)


def _several(
    case: Case, diagnosis: Diagnosis, cells: Sequence[Cell], severity: Severity
) -> Finding:
    survey = case.survey
    touched = [check for check in diagnosis.failing if check.places.keys() & {*cells}]
    finding = Finding(
        code="one-of-several",
        severity=severity,
        message=message(
            AuditMessages.one_is_wrong,
            cells=tuple(
                (
                    survey.name_of(row, is_column=False),
                    survey.name_of(column, is_column=True),
                    survey.sheet.texts[row][column].strip(),
                )
                for row, column in cells[:_MOST_NAMED]
            ),
            more=max(0, len(cells) - _MOST_NAMED),
            is_sure=severity is Severity.ERROR,
            relations=_laws(case, touched),
        ),
        remedy=message(AuditMessages.look_up_at_source),
        cells=tuple(cell_report(case, cell) for cell in cells),
        evidence=broken(case, touched),
    )
    shown = at_cell(case, finding, cells[0])
    rows, columns = ({cell[side] for cell in cells} for side in (0, 1))
    return replace(
        shown,
        recipient=shown.recipient if len(rows) == 1 else None,
        column=shown.column if len(columns) == 1 else None,
    )


def _laws(case: Case, checks: Sequence[Check]) -> tuple[Text, ...]:
    laws = dict.fromkeys(check.law for check in checks)
    return tuple(relation_words(case.survey, law.claim) for law in laws)
