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
from allokera.kronor.wording import in_decimals, places_within
from allokera.model import Recipient
from allokera.render.documents.explanation import claim_fields, explanation_document
from allokera.render.documents.shares import terms_of_rows
from allokera.render.language import Language, word
from allokera.render.page import Block, Heading, Page, Span, TableBlock, Title, Tone, cells, line
from allokera.render.parts.counterfactuals import counterfactual_blocks
from allokera.render.parts.headline import as_given, named_headline, short_headline, weight_text
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
        return tuple(_blocks(say, self.explanation))


def example_blocks(
    say: Language, allocation: Allocation, recipient: Recipient | None
) -> Iterator[Block]:
    """Show the steps of one recipient: of the one that got the last unit, if none is named."""
    rows = allocation.rows
    explanation = explain(allocation, recipient or max(rows, key=lambda row: row.units).recipient)
    if recipient is None and explanation.last_in is not None:
        explanation = explain(allocation, explanation.last_in.recipient)
    yield from _blocks(say, explanation)


def _blocks(say: Language, explanation: Explanation) -> Iterator[Block]:
    problem, row, words = explanation.allocation.problem, explanation.row, say.steps
    amount = say.money(row.amount, problem.currency)
    yield Title(named_headline(row.recipient, short_headline(say, problem)))
    yield TableBlock(
        headings=(Heading(words.step), Heading(words.value, right=True), Heading(words.how)),
        rows=tuple(cells(*step) for step in _steps(say, explanation)),
        sums=(cells(say.amounts.amount, amount, _outcome(say, explanation)),),
    )
    yield from ties_note(say, explanation.allocation)
    yield from fragile_note(say, explanation.allocation, [explanation.row])
    yield from shares_note(say, problem)
    yield from administration_note(say, problem)
    yield from queue_blocks(say, explanation)
    yield from counterfactual_blocks(say, explanation)
    yield line(Span(words.to_quote, Tone.STRONG), _sentence(say, explanation))


def _sentence(say: Language, explanation: Explanation) -> str:
    """Say in a sentence or two what a recipient gets, and why."""
    problem, row = explanation.allocation.problem, explanation.row
    return say.steps.gets(
        name=row.recipient.name,
        amount=say.money(row.amount, problem.currency),
        pool=say.money(problem.pool, problem.currency),
        year=problem.year,
        share=say.percent(row.share),
        quota=say.decimal(row.quota, 4),
        unit=say.money(problem.unit, problem.currency),
        outcome=_outcome(say, explanation, sentence=True),
    )


def _steps(say: Language, explanation: Explanation) -> Iterator[tuple[str, str, str]]:
    problem, row, words = explanation.allocation.problem, explanation.row, say.steps

    def money(amount: Amount) -> str:
        return say.money(amount, problem.currency)

    def units(number: Fraction) -> str:
        return words.units(say.decimal(number, 4))

    weight, total = (
        say.grouped(as_given(each, problem)) for each in (row.weight, sum(problem.weights))
    )
    told = weight_text(say, row.weight, problem)
    yield words.weight, told, _weight(say, problem.shares, row)
    yield say.amounts.share, say.percent(row.share), f"{weight} / {total}"
    yield words.pool, money(problem.pool), _pool(say, problem)
    house = words.units(say.grouped(problem.house))
    yield words.house, house, words.in_units_of(money(problem.unit))
    for number, part in enumerate(explanation.parts, 1):
        figures = f"{_figure(say, part.figure)} / {_figure(say, part.total)}"
        how = f"{word(part_words(part.part), say)}: {figures}"
        yield words.part(number), units(part.units), how
    if explanation.parts and problem.bounds:
        yield words.all_parts, units(row.share * problem.house), words.share_of_house
    if row.minimum is not None:
        yield words.at_least, money(row.minimum), _bound(say, row, Side.MINIMUM)
    if row.maximum is not None:
        yield words.at_most, money(row.maximum), _bound(say, row, Side.MAXIMUM)
    yield words.quota, units(row.quota), _quota(say, explanation)
    if isinstance(explanation.how, ByRemainder):
        yield from _remainder_steps(say, explanation, explanation.how)
    else:
        yield from _divisor_steps(say, explanation, explanation.how)
    if row.applied is not None:
        due = words.are_due(money(row.units * problem.unit))
        yield (
            words.applied_for,
            money(row.applied),
            due if row.unused else words.no_less_than_given,
        )


def _remainder_steps(
    say: Language, explanation: Explanation, how: ByRemainder
) -> Iterator[tuple[str, str, str]]:
    words = say.steps
    lower = words.units(say.grouped(how.lower_quota))
    yield words.lower_quota, lower, words.without_fraction
    rank = words.rank_of(how.claim.rank, len(explanation.queue))
    remainder = say.decimal(how.claim.size, 4)
    yield words.remainder, remainder, rank if how.left_over else words.nothing_left_over


def _divisor_steps(
    say: Language, explanation: Explanation, how: ByDivisor
) -> Iterator[tuple[str, str, str]]:
    row, words = explanation.row, say.steps
    if how.divisor is None or how.quotient is None:
        yield words.divisor, words.none, words.no_choice
    else:
        same = words.gives_the_same(divisors_text(say, explanation.margin))
        root = exact(say, how.quotient, squared=True)
        quotient = root if how.is_root else say.decimal(how.quotient, 4)
        yield words.divisor, exact(say, how.divisor, squared=how.is_root), same
        yield words.quotient, quotient, words.weight_over_divisor
    if how.passed is not None:
        passed = words.rounded_up_to(say.grouped(row.units))
        yield words.signpost, exact(say, how.passed, squared=how.squared), passed
    ahead = words.rounded_up_to(say.grouped(row.units + 1))
    yield words.next_signpost, exact(say, how.ahead, squared=how.squared), ahead


def _weight(say: Language, shares: Shares, row: Row) -> str:
    if any(row.recipient == each for each, *_ in shares.below):
        return say.steps.weight_below_threshold
    is_added = shares.reading is ShareOrigin.SCALE and row.before is None
    return say.steps.weight_is[ShareOrigin.GIVEN if is_added else shares.reading]


def _figure(say: Language, number: int | Fraction) -> str:
    return say.spelled(Fraction(number))


def _pool(say: Language, problem: Problem) -> str:
    administration = problem.administration.amount
    if not administration:
        return say.steps.whole_envelope
    envelope = say.grouped(problem.envelope)
    return say.steps.less_administration(envelope, say.grouped(administration))


def _bound(say: Language, row: Row, side: Side) -> str:
    return say.steps.bound_holds(side) if row.held is side else say.steps.kept_anyway


def _quota(say: Language, explanation: Explanation) -> str:
    if not explanation.allocation.problem.bounds:
        is_parted = bool(explanation.parts)
        return say.steps.parts_together if is_parted else say.steps.share_of_house
    row, unit = explanation.row, explanation.allocation.problem.unit
    if row.quota in {ceiling(Fraction(row.minimum or 0, unit)), _most(row, unit)}:
        return say.steps.is_bound
    return say.steps.in_proportion


def _most(row: Row, unit: Amount) -> int | None:
    return None if row.maximum is None else row.maximum // unit


def _outcome(say: Language, explanation: Explanation, *, sentence: bool = False) -> str:
    """Say how the amount comes about, in a cell or within a sentence."""
    row, how, words = explanation.row, explanation.how, say.steps
    if row.unused:
        return words.as_applied_for(sentence=sentence)
    if row.held is not None:
        in_units = row.units * explanation.allocation.problem.unit != row.bound
        return words.as_bound(in_units=in_units, sentence=sentence)
    if isinstance(how, ByDivisor):
        return words.as_quotient(sentence=sentence)
    return words.as_lower_quota(
        gets_one=how.claim.won, left_over=bool(how.left_over), sentence=sentence
    )
