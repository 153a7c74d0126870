"""How findings, columns and checks stand in documents."""

from collections.abc import Sequence

from allokera.audit.report.column import ColumnReport
from allokera.audit.report.evidence import CellReport, Evidence
from allokera.audit.report.report import Finding, Remark
from allokera.audit.rounding.interval import Interval
from allokera.kronor.wording import ratio
from allokera.model import Recipient
from allokera.render.documents.fields import recipient_fields
from allokera.render.documents.republished import accepted_fields
from allokera.render.language import word
from allokera.render.view import Json


def finding_fields(finding: Finding) -> dict[str, Json]:
    """Say everything of a finding."""
    recipient, place = finding.recipient, finding.place
    return {
        "code": finding.code,
        "severity": finding.severity,
        "recipient": None if recipient is None else recipient_fields(recipient),
        "column": finding.column,
        "where": finding.where or None,
        "printed": None if place is None else place.printed,
        "span": None if place is None else {"start": place.start, "end": place.end},
        "read": finding.read,
        "expected": None if finding.expected is None else _interval_fields(finding.expected),
        "candidates": [
            {
                "amount": candidate.amount,
                "operation": candidate.slip,
                "applicability": "only" if len(finding.candidates) == 1 else "one of several",
            }
            for candidate in finding.candidates
        ],
        "suggestion": finding.suggestion,
        "is_proven": finding.suggestion is not None and finding.is_proven,
        "cells": [_cell_fields(each) for each in finding.cells],
        "tried": None
        if finding.tried is None
        else {
            "one_keystroke_away": finding.tried.near,
            "multiples_of_unit": finding.tried.whole,
            "other_rows": finding.tried.others,
        },
        "evidence": [_evidence_fields(each) for each in finding.evidence],
        "message": word(finding.message),
        "remedy": word(finding.remedy),
        **({"accepted": accepted_fields(finding.accepted)} if finding.accepted else {}),
    }


def _evidence_fields(evidence: Evidence) -> dict[str, Json]:
    return {
        "quantity": evidence.quantity,
        "interval": {
            "lower": None if evidence.lower is None else ratio(evidence.lower),
            "upper": None if evidence.upper is None else ratio(evidence.upper),
            "lower_closed": evidence.lower_closed,
            "upper_closed": evidence.upper_closed,
        },
        "holds": evidence.holds,
        "relation": evidence.relation,
        "cells": [_cell_fields(each) for each in evidence.cells],
        "more_cells": evidence.more,
    }


def _cell_fields(cell: CellReport) -> dict[str, Json]:
    return {
        "recipient": None if cell.recipient is None else recipient_fields(cell.recipient),
        "column": cell.column,
        "printed": cell.printed,
        "read": cell.read,
    }


def column_fields(column: ColumnReport) -> dict[str, Json]:
    """Say everything of a column."""
    return {
        "name": column.name,
        "state": column.state,
        "unit": column.unit,
        "unit_basis": column.unit_basis,
        "rules": [{"rule": each.rule, "consistent": each.consistent} for each in column.rules],
        "rule": column.rule,
        "pool": None if column.pool is None else _interval_fields(column.pool),
        "pool_with_rounded_base": None
        if column.pool_by_base is None
        else _interval_fields(column.pool_by_base),
        "binding": _recipients(column.binding),
        "rows": column.rows,
        "agreeing": column.agreeing,
        "consistent": column.consistent,
        "suspects": {
            "certain": _recipients(column.certain),
            "possible": _recipients(column.possible),
        },
        "pinned": column.pinned,
        "sum": column.sum,
        "mended_sum": column.mended_sum,
        "envelope": column.envelope,
        "administration": None
        if column.administration is None
        else _interval_fields(column.administration),
    }


def remark_fields(remarks: Sequence[Remark]) -> list[Json]:
    """List checks, or columns, with why."""
    return [{"check": each.check, "text": word(each.text)} for each in remarks]


def _recipients(recipients: Sequence[Recipient]) -> list[Json]:
    return [recipient_fields(each) for each in recipients]


def _interval_fields(interval: Interval) -> dict[str, Json]:
    return {
        "lower": ratio(interval.lower),
        "upper": ratio(interval.upper),
        "lower_closed": interval.lower_closed,
        "upper_closed": interval.upper_closed,
    }
