"""`key-recovered`: the key that amounts follow, equal shares and figures."""

from collections.abc import Iterator

from allokera.audit.case.case import Case
from allokera.audit.case.keys import HeldKey
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.report.report import Finding, Severity
from allokera.audit.rounding.allowed import amounts_for
from allokera.audit.rounding.rules import ALONE
from allokera.errors import Message, message
from allokera.model import Basis
from allokera.terms.keys import parts_words


def key_recovered(case: Case) -> Iterator[Outcome]:
    """Say which key gives amounts: the one that is stated, or one that they are found to follow."""
    followed = [each for each in case.keys if each.is_followed]
    if not followed:
        form = AuditMessages.key_not_held if case.brief.key else AuditMessages.no_key
        yield Unchecked(message(form))
    for held in followed:
        is_inferred = held.basis is Basis.INFERRED
        yield Finding(
            code="key-recovered",
            severity=Severity.NOTE,
            message=_gives(held),
            remedy=message(
                AuditMessages.ask_for_the_key if is_inferred else AuditMessages.key_is_stated
            ),
            column=held.trial.sheet.column.name,
        )


def _gives(held: HeldKey) -> Message:
    trial, sheet, settled = held.trial, held.trial.sheet, held.trial.settled
    assert settled is not None
    total = sum(entry.weight for entry in trial.entries)
    if settled.rule.name in ALONE:
        pools = amounts_for(settled, total, sheet.unit).multiples(1)
        return message(
            AuditMessages.key_gives,
            key=parts_words(held.parts),
            unit=sheet.step,
            right=len(trial.entries) - trial.suspects,
            rows=held.rows,
            column=sheet.column.name,
            pools=(sheet.kronor(pools[0]), sheet.kronor(pools[-1])),
        )
    return message(
        AuditMessages.key_gives_by_rule,
        key=parts_words(held.parts),
        rule=settled.rule.name,
        unit=sheet.step,
        right=len(trial.entries) - trial.suspects,
        rows=held.rows,
        column=sheet.column.name,
    )
