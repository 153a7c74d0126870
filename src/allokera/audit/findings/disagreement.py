"""Laws that lines break: one finding a law, with the lines. No cell is accused by that."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.findings.reporting import relation_words
from allokera.audit.messages import AuditMessages
from allokera.audit.report.report import Finding, Place, Severity
from allokera.errors import message
from allokera.relations.laws.law import Law

_MOST_NAMED = 12
"""Lines that are named in one message."""


def disagreements(case: Case, code: str, family: str, *, is_across: bool) -> Iterator[Finding]:
    """Find laws of a family, without fitted parameters, that do not add up.

    Beyond rounding it is a warning; by a step, where all others are exact, a note.
    """
    for law in case.survey.laws:
        claim = law.claim
        is_meant = claim.pattern.family == family and claim.view.is_across is is_across
        if not is_meant or claim.pattern.free:
            continue
        if broken := law.broken - _explained(case, law):
            severity = Severity.ERROR if law.is_told else Severity.WARNING
            yield _finding(case, law, sorted(broken), code, severity)
        if law.slight:
            yield _finding(case, law, sorted(law.slight), code, Severity.NOTE)


def _explained(case: Case, law: Law) -> set[int]:
    """List the lines whose wrong cell is known."""
    is_across = law.claim.view.is_across
    return {
        crossing.cell[not is_across]
        for crossing in case.crossings
        if law in {crossing.across, crossing.down}
    }


def _finding(case: Case, law: Law, lines: list[int], code: str, severity: Severity) -> Finding:
    """Put what a law says of some lines into a finding: shown is the first of them."""
    survey, view = case.survey, law.claim.view
    row, column = view.cell(lines[0], law.claim.target)
    printed = survey.sheet.texts[row][column].strip()
    expected = law.claim.pattern.expected(view, lines[0])
    is_far = severity is not Severity.NOTE
    form = AuditMessages.relation_fails if is_far else AuditMessages.relation_nearly
    said = message(
        form,
        relation=relation_words(survey, law.claim),
        name=survey.name_of(lines[0], is_column=not view.is_across),
        printed=printed,
        follows=survey.printed_as(expected or 0, survey.sheet.places[row][column]),
        more=tuple(
            survey.name_of(line, is_column=not view.is_across) for line in lines[1:_MOST_NAMED]
        ),
    )
    recipient = survey.recipient_at.get(row)
    name = survey.column_at.get(column)
    text = survey.sheet.texts[row][column]
    return Finding(
        code=code,
        severity=severity,
        message=said,
        remedy=message(AuditMessages.something_unprinted if is_far else AuditMessages.round_alike),
        recipient=None
        if recipient is None or (len(lines) > 1 and view.is_across)
        else case.recipients[recipient],
        column=name,
        cell=(row, column),
        place=None
        if recipient is None or name is None
        else Place(recipient, name, text, 0, len(text)),
    )
