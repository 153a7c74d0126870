"""How an explanation stands in a document."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from allokera.explanation import (
    ByRemainder,
    Claim,
    Counterfactual,
    Explanation,
    PartDue,
)
from allokera.kronor.wording import ratio
from allokera.render.documents.fields import (
    administration_fields,
    head,
    recipient_fields,
    source_fields,
)
from allokera.render.documents.shares import (
    fragile_fields,
    margin_fields,
    shares_fields,
    terms_fields,
    ties_fields,
)
from allokera.render.language import word
from allokera.render.view import Json, Plain
from allokera.sharing.fragility import Fragile, find_fragile


def explanation_document(explanation: Explanation) -> dict[str, Json]:
    """Say everything of an explanation, as `allokera/explanation/2`."""
    problem, row = explanation.allocation.problem, explanation.row
    return head("explanation", 2) | {
        "year": problem.year,
        "recipient": recipient_fields(row.recipient),
        "envelope": problem.envelope,
        "administration": administration_fields(problem.administration),
        "pool": problem.pool,
        "unit": problem.unit,
        "house": problem.house,
        "method": problem.method.name,
        "shares": shares_fields(problem.shares),
        "weight": row.weight,
        "total_weight": sum(problem.weights),
        "share": ratio(row.share),
        "parts": [_part_fields(each) for each in explanation.parts],
        "quota": ratio(row.quota),
        "minimum": row.minimum,
        "maximum": row.maximum,
        "held": row.held,
        "arithmetic": _arithmetic_fields(explanation),
        "margin": margin_fields(explanation.margin, problem.method),
        "units": row.units,
        "applied": row.applied,
        "unused": row.unused,
        "amount": row.amount,
        "published": row.published,
        "last_in": None if explanation.last_in is None else claim_fields(explanation.last_in),
        "first_out": None if explanation.first_out is None else claim_fields(explanation.first_out),
        **terms_fields(problem),
        "ties": ties_fields(explanation.allocation),
        "fragile": fragile_fields(_fragile(explanation)),
        "turns": [_counterfactual_fields(each) for each in explanation.counterfactuals],
        "sources": source_fields(problem.sources),
    }


def claim_fields(claim: Claim, exact: Callable[[Fraction], str] = ratio) -> dict[str, Plain]:
    """Say everything of a claim to one unit."""
    return {
        "rank": claim.rank,
        **recipient_fields(claim.recipient),
        "unit": claim.unit,
        "size": exact(claim.size),
        "won": claim.won,
    }


def _fragile(explanation: Explanation) -> Iterator[Fragile]:
    """List what the recipient's amount turns on, of what is less than known."""
    recipient = explanation.row.recipient
    return (each for each in find_fragile(explanation.allocation) if each.recipient == recipient)


def _arithmetic_fields(explanation: Explanation) -> dict[str, Json]:
    how = explanation.how
    if isinstance(how, ByRemainder):
        return {
            "by": "remainder",
            "lower_quota": how.lower_quota,
            "remainder": ratio(how.claim.size),
            "rank": how.claim.rank,
            "left_over": how.left_over,
            "got_one": how.claim.won,
        }
    return {
        "by": "divisor",
        "divisor": None if how.divisor is None or how.is_root else ratio(how.divisor),
        "quotient": None if how.quotient is None or how.is_root else ratio(how.quotient),
        "squared": how.squared,
        "signpost_passed": None if how.passed is None else ratio(how.passed),
        "signpost_ahead": ratio(how.ahead),
    }


def _part_fields(due: PartDue) -> dict[str, Json]:
    return {
        "share": ratio(due.part.share),
        "by": [
            {
                "column": word(each.column),
                "factor": ratio(each.factor),
                "floor": None if each.floor is None else ratio(each.floor),
                "cap": None if each.cap is None else ratio(each.cap),
            }
            for each in due.part.by
        ],
        "figure": ratio(due.figure),
        "total": ratio(due.total),
        "units": ratio(due.units),
    }


def _counterfactual_fields(each: Counterfactual) -> dict[str, Json]:
    return {
        "what": each.what,
        "change": each.change,
        "pool": each.pool,
        "amount": each.amount,
        "others": [
            recipient_fields(recipient) | {"amount": amount} for recipient, amount in each.others
        ],
    }
