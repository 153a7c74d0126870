"""One recipient's arithmetic in one year, step by step."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from allokera.explanation import (
    ByDivisor,
    ByRemainder,
    Claim,
    Counterfactual,
    Explanation,
    PartDue,
)
from allokera.kronor.amount import Amount
from allokera.kronor.rounding import ceiling
from allokera.kronor.wording import decimal, grouped, percent, ratio, spelled
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
from allokera.render.page import Block, Heading, Page, TableBlock, Title, cells
from allokera.render.parts.counterfactuals import counterfactual_blocks
from allokera.render.parts.headline import currency, named_headline, short_headline, weight_unit
from allokera.render.parts.notes import administration_note, fragile_note, shares_note, ties_note
from allokera.render.parts.proof import divisors_text, exact
from allokera.render.parts.queue import queue_blocks
from allokera.render.view import Json, Plain, Records, records
from allokera.sharing.allocation import Row, Side
from allokera.sharing.fragility import Fragile, find_fragile
from allokera.sharing.problem import Problem
from allokera.terms.keys import part_words
from allokera.terms.shares import ShareOrigin, Shares


class ExplanationView(NamedTuple):
    """An explanation."""

    explanation: Explanation

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/explanation/2`."""
        return _document(self.explanation)

    def records(self) -> Records:
        """List the queue, as far as it is known."""
        return records([_claim_fields(claim) for claim in self.explanation.queue])

    def page(self) -> Page:
        """Show the steps from the weight to the amount, the queue, and what would change it."""
        return tuple(_blocks(self.explanation))


def _fragile(explanation: Explanation) -> Iterator[Fragile]:
    """List what the recipient's amount turns on, of what is less than known."""
    recipient = explanation.row.recipient
    return (each for each in find_fragile(explanation.allocation) if each.recipient == recipient)


def _document(explanation: Explanation) -> dict[str, Json]:
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
        "last_in": None if explanation.last_in is None else _claim_fields(explanation.last_in),
        "first_out": None
        if explanation.first_out is None
        else _claim_fields(explanation.first_out),
        **terms_fields(problem),
        "ties": ties_fields(explanation.allocation),
        "fragile": fragile_fields(_fragile(explanation)),
        "turns": [_counterfactual_fields(each) for each in explanation.counterfactuals],
        "sources": source_fields(problem.sources),
    }


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


def _claim_fields(claim: Claim) -> dict[str, Plain]:
    return {
        "rank": claim.rank,
        **recipient_fields(claim.recipient),
        "unit": claim.unit,
        "size": ratio(claim.size),
        "won": claim.won,
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


def _blocks(explanation: Explanation) -> Iterator[Block]:
    problem, row = explanation.allocation.problem, explanation.row
    kr = currency(problem)
    yield Title(named_headline(row.recipient, short_headline(problem)))
    yield TableBlock(
        headings=(Heading("Step"), Heading("Value", right=True), Heading("How")),
        rows=tuple(cells(*step) for step in _steps(explanation)),
        sums=(cells("Amount", f"{grouped(row.amount)}{kr}", _outcome(explanation)),),
    )
    yield from ties_note(explanation.allocation)
    yield from fragile_note(explanation.allocation, [explanation.row])
    yield from shares_note(problem)
    yield from administration_note(problem)
    yield from queue_blocks(explanation)
    yield from counterfactual_blocks(explanation)


def _steps(explanation: Explanation) -> Iterator[tuple[str, str, str]]:
    problem, row = explanation.allocation.problem, explanation.row
    kr = currency(problem)
    weight, total = grouped(row.weight), grouped(sum(problem.weights))
    yield "Weight", f"{weight}{weight_unit(problem)}", _weight(problem.shares, row)
    yield "Share", percent(row.share), f"{weight} / {total}"
    yield "Pool", f"{grouped(problem.pool)}{kr}", _pool(problem)
    units = f"the pool in units of {grouped(problem.unit)}{kr}"
    yield "House", f"{grouped(problem.house)} units", units
    for number, part in enumerate(explanation.parts, 1):
        figures = f"{_figure(part.figure)} / {_figure(part.total)}"
        how = f"{word(part_words(part.part))}: {figures}"
        yield f"Part {number}", f"{decimal(part.units, 4)} units", how
    if explanation.parts and problem.bounds:
        yield "All parts", f"{decimal(row.share * problem.house, 4)} units", "share \u00d7 house"
    if row.minimum is not None:
        yield "At least", f"{grouped(row.minimum)}{kr}", _bound(row, Side.MINIMUM)
    if row.maximum is not None:
        yield "At most", f"{grouped(row.maximum)}{kr}", _bound(row, Side.MAXIMUM)
    yield "Quota", f"{decimal(row.quota, 4)} units", _quota(explanation)
    if isinstance(explanation.how, ByRemainder):
        yield from _remainder_steps(explanation, explanation.how)
    else:
        yield from _divisor_steps(explanation, explanation.how)
    if row.applied is not None:
        due = f"{grouped(row.units * problem.unit)}{kr} are due"
        said = due if row.unused else "no less than is given"
        yield "Applied for", f"{grouped(row.applied)}{kr}", said


def _remainder_steps(explanation: Explanation, how: ByRemainder) -> Iterator[tuple[str, str, str]]:
    floor_of = "the quota without its fraction"
    yield "Lower quota", f"{grouped(how.lower_quota)} units", floor_of
    rank = f"rank {how.claim.rank} of {len(explanation.queue)}"
    remainder = decimal(how.claim.size, 4)
    yield "Remainder", remainder, rank if how.left_over else "no unit was left over"


def _divisor_steps(explanation: Explanation, how: ByDivisor) -> Iterator[tuple[str, str, str]]:
    row = explanation.row
    if how.divisor is None or how.quotient is None:
        yield "Divisor", "none", "bounds leave nobody a choice"
    else:
        proof = f"{divisors_text(explanation.margin)} gives the same"
        root = exact(how.quotient, squared=True)
        yield "Divisor", exact(how.divisor, squared=how.is_root), proof
        yield "Quotient", root if how.is_root else decimal(how.quotient, 4), "weight / divisor"
    if how.passed is not None:
        passed = f"from here on, rounded up to {grouped(row.units)}"
        yield "Signpost", exact(how.passed, squared=how.squared), passed
    ahead = f"from here on, rounded up to {grouped(row.units + 1)}"
    yield "Next signpost", exact(how.ahead, squared=how.squared), ahead


_WEIGHTS = {
    ShareOrigin.PUBLISHED: "the amount in the base column",
    ShareOrigin.SCALE: "the amount in the base column",
    ShareOrigin.KEY: "all parts of the key, as one whole number",
    ShareOrigin.GIVEN: "as given",
}


def _weight(shares: Shares, row: Row) -> str:
    is_added = shares.reading is ShareOrigin.SCALE and row.before is None
    said = _WEIGHTS[ShareOrigin.GIVEN if is_added else shares.reading]
    return said if shares.times == 1 else f"{said}, times {grouped(shares.times)}"


def _figure(number: int | Fraction) -> str:
    return spelled(Fraction(number))


def _pool(problem: Problem) -> str:
    if not problem.administration.amount:
        return "all of the envelope"
    return f"{grouped(problem.envelope)} - {grouped(problem.administration.amount)} administration"


def _bound(row: Row, side: Side) -> str:
    if row.held is not side:
        return "it is kept anyway"
    return f"it holds: in proportion it would be {'less' if side is Side.MINIMUM else 'more'}"


def _quota(explanation: Explanation) -> str:
    if not explanation.allocation.problem.bounds:
        return "the parts together" if explanation.parts else "share \u00d7 house"
    row, unit = explanation.row, explanation.allocation.problem.unit
    if row.quota in {ceiling(Fraction(row.minimum or 0, unit)), _most(row, unit)}:
        return "the bound"
    return "in proportion, among those that no bound holds"


def _most(row: Row, unit: Amount) -> int | None:
    return None if row.maximum is None else row.maximum // unit


def _outcome(explanation: Explanation) -> str:
    row, how = explanation.row, explanation.how
    if row.unused:
        return "what was applied for"
    if row.held is not None:
        return (
            "the bound"
            if row.units * explanation.allocation.problem.unit == row.bound
            else "the bound, in whole units"
        )
    if isinstance(how, ByDivisor):
        return "the quotient, rounded at the signposts"
    if how.claim.won:
        return "lower quota, and one of the units left over"
    return "lower quota" if not how.left_over else "lower quota, and none of the units left over"
