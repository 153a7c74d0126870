"""One recipient's arithmetic in one year, step by step."""

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from allokera.explanation import (
    ByDivisor,
    ByRemainder,
    Explanation,
    explain,
)
from allokera.kronor.amount import Amount
from allokera.kronor.rounding import ceiling
from allokera.kronor.wording import decimal, grouped, in_decimals, percent, places_within, spelled
from allokera.model import Recipient
from allokera.render.documents.explanation import claim_fields, explanation_document
from allokera.render.documents.shares import terms_of_rows
from allokera.render.language import Language, word
from allokera.render.page import Block, Heading, Page, Span, TableBlock, Title, Tone, cells, line
from allokera.render.parts.counterfactuals import counterfactual_blocks
from allokera.render.parts.headline import (
    as_given,
    currency,
    named_headline,
    short_headline,
    weight_unit,
)
from allokera.render.parts.notes import administration_note, fragile_note, shares_note, ties_note
from allokera.render.parts.proof import divisors_text, exact
from allokera.render.parts.queue import queue_blocks
from allokera.render.view import Json, Records, records
from allokera.sharing.allocation import Allocation, Row, Side
from allokera.sharing.problem import Problem
from allokera.terms.keys import part_words
from allokera.terms.shares import ShareOrigin, Shares


class ExplanationView(NamedTuple):
    """An explanation."""

    explanation: Explanation

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/explanation/2`."""
        return explanation_document(self.explanation)

    def records(self) -> Records:
        """List the queue, as far as it is known."""
        problem, queue = self.explanation.allocation.problem, self.explanation.queue
        terms = terms_of_rows(problem)
        exact = in_decimals(places_within(sum(problem.weights)))
        return records([claim_fields(claim, exact) | terms(claim.recipient) for claim in queue])

    def page(self, say: Language) -> Page:
        """Show the steps from the weight to the amount, the queue, and what would change it."""
        return tuple(_blocks(self.explanation))


def example_blocks(allocation: Allocation, recipient: Recipient | None) -> Iterator[Block]:
    """Show the steps of one recipient: of the one that got the last unit, if none is named."""
    rows = allocation.rows
    explanation = explain(allocation, recipient or max(rows, key=lambda row: row.units).recipient)
    if recipient is None and explanation.last_in is not None:
        explanation = explain(allocation, explanation.last_in.recipient)
    yield from _blocks(explanation)


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
    yield line(Span("To quote: ", Tone.STRONG), _sentence(explanation))


def _sentence(explanation: Explanation) -> str:
    """Say in a sentence or two what a recipient gets, and why."""
    problem, row = explanation.allocation.problem, explanation.row
    kr = currency(problem)
    year = f" for {problem.year}" if problem.year else ""
    outcome = _outcome(explanation)
    what = f"the {outcome}" if outcome.startswith("lower") else outcome
    quota, unit = decimal(row.quota, 4), f"{grouped(problem.unit)}{kr}"
    return (
        f"{row.recipient.name} gets {grouped(row.amount)}{kr} of {grouped(problem.pool)}{kr}{year}."
        f" Its share is {percent(row.share)}, or {quota} units of {unit}: the amount is "
        f"{what}."
    )


def _steps(explanation: Explanation) -> Iterator[tuple[str, str, str]]:
    problem, row = explanation.allocation.problem, explanation.row
    kr = currency(problem)
    weight, total = (
        grouped(as_given(each, problem)) for each in (row.weight, sum(problem.weights))
    )
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
    if any(row.recipient == each for each, *_ in shares.below):
        return "nothing, for its share is below the threshold"
    is_added = shares.reading is ShareOrigin.SCALE and row.before is None
    return _WEIGHTS[ShareOrigin.GIVEN if is_added else shares.reading]


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
