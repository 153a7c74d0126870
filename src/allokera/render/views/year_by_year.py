"""The view of one recipient over several years: what `explain` shows for more than one year."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from allokera.explanation import Counterfactual, What, YearByYear, YearStep, houses_tried
from allokera.kronor.amount import Amount, nearest
from allokera.kronor.wording import (
    in_decimals,
    places_within,
    ratio,
)
from allokera.render.documents.fields import head, recipient_fields, source_fields
from allokera.render.documents.shares import shares_fields, terms_fields
from allokera.render.language import Language
from allokera.render.page import Block, Heading, Page, TableBlock, Title, cells, line
from allokera.render.parts.counterfactuals import tried_line, weight_change
from allokera.render.parts.headline import named_headline, years_headline
from allokera.render.parts.notes import by_years, ties_note
from allokera.render.view import Json, Plain, Records, records


class YearByYearView(NamedTuple):
    """What one recipient gets, year by year."""

    answer: YearByYear

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/course/1`."""
        problem = self.answer.plan.allocations[0].problem
        return head("course", 1) | {
            "recipient": recipient_fields(self.answer.recipient),
            "method": problem.method.name,
            "shares": shares_fields(problem.shares),
            "carried": self.answer.plan.is_carried,
            "years": [_step_fields(step) for step in self.answer.steps],
            "turns": [
                {
                    "weight": each.change if each.what is What.WEIGHT else 0,
                    "pool": each.pool,
                    "amounts": {str(year): amount for year, amount in each.amounts},
                }
                for each in self.answer.counterfactuals
            ],
            **terms_fields(problem),
            "sources": source_fields(problem.sources),
        }

    def records(self) -> Records:
        """List the years."""
        problem = self.answer.plan.allocations[0].problem
        exact = in_decimals(places_within(sum(problem.weights)))
        return records([_step_fields(step, exact) for step in self.answer.steps])

    def page(self, say: Language) -> Page:
        """Show the years, and how far the running total is from the quotas."""
        return tuple(_blocks(say, self.answer))


def _step_fields(step: YearStep, exact: Callable[[Fraction], str] = ratio) -> dict[str, Plain]:
    return {
        "year": step.year,
        "unit": step.unit,
        "quota": exact(step.quota),
        "amount": step.amount,
        "unused": step.unused,
        "held": step.held,
        "running_quota": exact(step.running_quota),
        "running_total": step.running_total,
        "drift": exact(step.drift),
        "covered": step.covered,
    }


def _blocks(say: Language, answer: YearByYear) -> Iterator[Block]:
    words, columns = say.steps, list(_columns(say, answer))
    yield Title(named_headline(answer.recipient, years_headline(say, answer.plan)))
    yield TableBlock(
        headings=(Heading(words.year), *(Heading(text, right=True) for text, _ in columns)),
        rows=tuple(
            cells(str(step.year), *(text(step) for _, text in columns)) for step in answer.steps
        ),
        keys=1,
    )
    yield line(words.drift_is)
    if any(step.unused for step in answer.steps):
        yield line(words.unused_counts)
    yield line(words.rounded_together if answer.plan.is_carried else words.rounded_alone)
    place = answer.plan.recipients.index(answer.recipient)
    yield from by_years(say, answer.plan, lambda say, each: ties_note(say, each, place))
    yield from _bounds(say, answer)
    if answer.counterfactuals:
        yield from _counterfactuals(say, answer)


def _bounds(say: Language, answer: YearByYear) -> Iterator[Block]:
    """Say in which years a bound holds."""
    currency = answer.plan.allocations[0].problem.currency
    for (side, bound), alike in groupby(answer.steps, key=lambda step: (step.held, step.bound)):
        if side is not None:
            years = say.years([step.year or 0 for step in alike])
            yield line(say.steps.bound_in(years, side, say.money(bound, currency)))


def _counterfactuals(say: Language, answer: YearByYear) -> Iterator[Block]:
    yield line(say.steps.what_would_change_years)
    yield TableBlock(
        headings=(Heading(say.steps.changed), Heading(say.steps.amounts_then)),
        rows=tuple(
            cells(_change(say, each, answer), _amounts(say, each))
            for each in answer.counterfactuals
        ),
    )
    if sum(each.pool != 0 for each in answer.counterfactuals) < 2:
        yield tried_line(say, houses_tried(answer.plan))


def _columns(say: Language, answer: YearByYear) -> Iterator[tuple[str, Callable[[YearStep], str]]]:
    """Say what stands beside a year, with its heading."""
    currency, words = answer.plan.allocations[0].problem.currency, say.steps
    kr = currency.word if currency else ""

    def units(number: Fraction, unit: Amount) -> str:
        return say.grouped(nearest(number, unit))

    yield words.quota_heading(kr), lambda step: units(step.quota * step.unit, step.unit)
    yield words.amount_heading(kr), lambda step: say.grouped(step.amount)
    if any(step.unused for step in answer.steps):
        yield words.unused_heading(kr), lambda step: say.grouped(step.unused)
    yield words.running_quota(kr), lambda step: units(step.running_quota, step.unit)
    yield words.running_total(kr), lambda step: say.grouped(step.running_total)
    yield words.drift(kr), lambda step: say.signed(nearest(step.drift, step.unit))
    if any(step.held for step in answer.steps):
        yield say.amounts.held, lambda step: say.amounts.side(step.held)
    yield words.due_by, lambda step: str(step.covered or words.later)


def _change(say: Language, each: Counterfactual, answer: YearByYear) -> str:
    last = answer.plan.allocations[-1].problem
    if each.what is What.WEIGHT:
        return weight_change(say, each.change, answer.weight, last)
    return say.steps.pool_of_year(last.year, say.signed_money(each.pool, last.currency))


def _amounts(say: Language, each: Counterfactual) -> str:
    return say.listed(
        [say.steps.in_year(say.grouped(amount), year) for year, amount in each.amounts]
    )
