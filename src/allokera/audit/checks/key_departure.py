"""`key-departure`: base amounts that are not what the grant's own key gives."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.case.keys import HeldKey
from allokera.audit.findings.accusation import candidates
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Inapplicable, Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.errors import message
from allokera.model import Basis
from allokera.terms.keys import parts_words


def key_departure(case: Case) -> Iterator[Outcome]:
    """Find base amounts that depart from the key, where it is more than an inference."""
    stated = [each for each in case.keys if each.basis is not Basis.INFERRED]
    if not stated:
        yield Inapplicable(message(AuditMessages.no_stated_key))
    for held in stated:
        if held.is_followed:
            yield from _rows(case, held)
        else:
            column = held.trial.sheet.column.name
            yield Finding(
                code="key-departure",
                severity=Severity.WARNING,
                message=message(
                    AuditMessages.key_not_followed, column=column, key=parts_words(held.parts)
                ),
                remedy=message(AuditMessages.compare_with_key),
                column=column,
            )


def _rows(case: Case, held: HeldKey) -> Iterator[Finding]:
    """Find the rows that depart; not those that all other columns call wrong anyway."""
    trial = held.trial
    for row in trial.accused:
        if row in case.base_mendings:
            continue
        mending, place = trial.mendings.get(row), trial.sheet.place(row, None)
        yield Finding(
            code="key-departure",
            severity=Severity.WARNING,
            message=message(
                AuditMessages.key_gives_other,
                name=case.recipients[row].name,
                printed=place.printed,
                amounts=()
                if mending is None
                else tuple(map(trial.sheet.kronor, mending.allowed[:2])),
            ),
            remedy=message(AuditMessages.compare_with_key),
            recipient=case.recipients[row],
            column=trial.sheet.column.name,
            place=place,
            read=trial.sheet.told(row),
            candidates=candidates(trial.sheet, mending),
        )
