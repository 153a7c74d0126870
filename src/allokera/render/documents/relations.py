"""How relations, and what they cover, stand in documents."""

from allokera.audit.report.relation import Coverage, RelationReport, Side
from allokera.audit.rounding.interval import Interval
from allokera.kronor.wording import ratio
from allokera.render.language import word
from allokera.render.view import Json


def relation_fields(relation: RelationReport) -> dict[str, Json]:
    """Say everything of a relation; rows and columns are those of the file, from 1."""
    fitted = relation.parameters
    return {
        "number": relation.number,
        "family": relation.family,
        "standing": relation.standing,
        "direction": "across" if relation.is_across else "down",
        "target": _side(relation.target),
        "parts": [_side(part) for part in relation.parts],
        "factor": relation.factor,
        "exact": relation.is_exact,
        "lines": {
            "agreeing": _from_one(relation.agreeing),
            "broken": _from_one(relation.broken),
            "nearly": _from_one(relation.nearly),
            "silent": _from_one(relation.silent),
        },
        "parameters": None
        if fitted is None
        else {
            "factor": _ends(fitted.factor),
            "fixed": None if fitted.fixed is None else _ends(fitted.fixed),
            "floor": None if fitted.floor is None else ratio(fitted.floor),
            "cap": None if fitted.cap is None else ratio(fitted.cap),
        },
        "text": word(relation.holds),
    }


def coverage_fields(coverage: Coverage) -> dict[str, Json]:
    """Say how a column was checked."""
    return {
        "column": coverage.column,
        "state": "base"
        if coverage.is_base
        else "checked"
        if coverage.relations
        else "not-needed"
        if coverage.is_needless
        else "not-checked",
        "cells": coverage.cells,
        "covered": coverage.covered,
        "relations": list(coverage.relations),
        "looked_at": len(coverage.freedoms),
        "pinned": coverage.pinned,
        "bounded": coverage.bounded,
        "power": [{"row": each.row + 1, "values": each.values} for each in coverage.freedoms],
    }


def _side(side: Side) -> dict[str, Json]:
    return {"place": side.place + 1, "name": side.name, "sign": side.sign, "rows_above": side.lag}


def _from_one(lines: tuple[int, ...]) -> list[Json]:
    return [line + 1 for line in lines]


def _ends(interval: Interval) -> dict[str, Json]:
    return {"lower": ratio(interval.lower), "upper": ratio(interval.upper)}
