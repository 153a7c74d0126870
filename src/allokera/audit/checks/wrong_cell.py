"""`wrong-cell`: a cell that two sums, across and down, both say is wrong, by the same amount."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.at_cell import at_cell
from allokera.audit.findings.reporting import relation_words
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.audit.survey.crossing import Crossing
from allokera.errors import message


def wrong_cell(case: Case) -> Iterator[Outcome]:
    """Find cells that two failing sums share, where one number mends both."""
    for crossing in case.crossings:
        yield _finding(case, crossing)


def _finding(case: Case, crossing: Crossing) -> Finding:
    survey, (row, column) = case.survey, crossing.cell
    right, places = survey.exact(crossing.value), survey.sheet.places[row][column]
    finding = Finding(
        code="wrong-cell",
        severity=Severity.ERROR,
        message=message(
            AuditMessages.two_sums_tell,
            name=survey.name_of(row, is_column=False),
            printed=survey.sheet.texts[row][column].strip(),
            column=survey.name_of(column, is_column=True),
            follows=right,
            places=places,
            across=relation_words(survey, crossing.across.claim),
            down=relation_words(survey, crossing.down.claim),
        ),
        remedy=message(AuditMessages.print_number, number=right, places=places),
        suggestion=case.kronor(survey.column_at.get(column), right),
    )
    return at_cell(case, finding, crossing.cell)
