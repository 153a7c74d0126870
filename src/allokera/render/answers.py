"""Answers for Python: what JSON says as plain values, and what CSV says as rows and as columns."""

import json
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeAlias

from allokera.audit.report.report import Report
from allokera.explanation import Explanation, YearByYear
from allokera.kronor.wording import Decimals, plain
from allokera.render.forms.json import to_json
from allokera.render.selection import Selection
from allokera.render.view import Plain, View
from allokera.render.views.allocation import AllocationView
from allokera.render.views.comparison import ComparisonView
from allokera.render.views.explanation import ExplanationView
from allokera.render.views.plan import PlanView
from allokera.render.views.report import ReportView
from allokera.render.views.year_by_year import YearByYearView
from allokera.sharing.allocation import Allocation
from allokera.sharing.comparison import Comparison
from allokera.sharing.plan import Plan

Answer: TypeAlias = Allocation | Plan | Comparison | Explanation | YearByYear | Report


def to_dict(answer: Answer) -> dict[str, Any]:
    """Give what `--json` says of an answer, as plain values.

    >>> from allokera import compute, load_grant, to_dict
    >>> to_dict(compute(load_grant(), year=2020))["rows"][17]["amount"]
    116000000
    """
    document: dict[str, Any] = json.loads(to_json(_view(answer).document()))
    return document


def records(answer: Answer) -> list[dict[str, object]]:
    """Give what `--format csv` says of an answer: one dictionary a row, all with the same keys.

    >>> from allokera import compute, load_grant, records
    >>> records(compute(load_grant(), year=2020))[17]["name"]
    'Malmö'

    Returns:
        Whole numbers as integers; others, and amounts with parts, as `Decimal`.
    """
    told = _view(answer).records()
    return [{field: _value(line.get(field)) for field in told.fields} for line in told.lines]


def columns(answer: Answer) -> dict[str, list[object]]:
    """Give the same, one list a column: what pandas, polars and pyarrow make tables of.

    >>> from allokera import columns, compute, load_grant
    >>> columns(compute(load_grant(), year=2020))["amount"][:3]
    [53000000, 61000000, 57000000]
    """
    rows = records(answer)
    return {field: [row[field] for row in rows] for field in (rows[0] if rows else ())}


def _view(answer: Answer) -> View:
    match answer:
        case Allocation():
            return AllocationView(answer, _whole(answer.rows))
        case Plan():
            return PlanView(answer, _whole(answer.recipients))
        case Comparison():
            return ComparisonView(answer, range(len(answer.recipients)))
        case Explanation():
            return ExplanationView(answer)
        case YearByYear():
            return YearByYearView(answer)
        case Report():
            return ReportView(answer)


def _whole(rows: Sequence[object]) -> Selection:
    return Selection(places=range(len(rows)), is_all=True)


def _value(value: Plain) -> object:
    if isinstance(value, Fraction):
        return Decimal(plain(value))
    if isinstance(value, Decimals):
        return Decimal(value)
    return str(value) if isinstance(value, str) else value
