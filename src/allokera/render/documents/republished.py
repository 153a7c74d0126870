"""How accepted findings, and what became of others, stand in documents."""

from collections.abc import Sequence

from allokera.audit.report.accepted import Accepted
from allokera.audit.report.report import Report
from allokera.audit.report.republication import Noted, Republication
from allokera.render.view import Json


def accepted_fields(entry: Accepted) -> dict[str, Json]:
    """Say what somebody has accepted, and why."""
    return {
        "code": entry.code,
        "recipient": entry.recipient or None,
        "column": entry.column or None,
        "reason": entry.reason,
        "who": entry.who,
    }


def republished_document(report: Report) -> dict[str, Json]:
    """Say what is accepted and found no more, and what became of findings; only what there is."""
    gone: list[Json] = [accepted_fields(each) for each in report.accepted_gone]
    told = report.republished
    return {
        **({"accepted_gone": gone} if gone else {}),
        **({"republished": _republished(told)} if told else {}),
    }


def _republished(told: Republication) -> dict[str, Json]:
    return {
        "file": told.file,
        "mended": _noted(told.mended),
        "standing": _noted(told.standing),
        "came": _noted(told.came),
        "changed": [
            {
                "recipient": each.recipient,
                "column": each.column,
                "before": each.before,
                "after": each.after,
            }
            for each in told.changed
        ],
    }


def _noted(findings: Sequence[Noted]) -> list[Json]:
    return [
        {
            "code": each.code,
            "severity": each.severity,
            "recipient": each.recipient or None,
            "column": each.column or None,
        }
        for each in findings
    ]
