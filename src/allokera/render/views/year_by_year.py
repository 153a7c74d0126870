"""The view of one recipient over several years: what `explain` shows for more than one year."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import groupby
from typing import NamedTuple

from allokera.explanation import Counterfactual, What, YearByYear, YearStep, houses_tried
from allokera.kronor.amount import nearest
from allokera.kronor.wording import (
    grouped,
    in_decimals,
    listed,
    places_within,
    ratio,
    signed,
    spell_years,
)
from allokera.render.documents.fields import head, recipient_fields, source_fields
from allokera.render.documents.shares import shares_fields, terms_fields
from allokera.render.language import Language
from allokera.render.page import Block, Heading, Page, TableBlock, Title, cells, line
from allokera.render.parts.counterfactuals import tried_line, weight_change
from allokera.render.parts.headline import currency, named_headline, years_headline
from allokera.render.parts.notes import by_years, ties_note
from allokera.render.parts.recipients_table import HELD
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
        return tuple(_blocks(self.answer))


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


def _blocks(answer: YearByYear) -> Iterator[Block]:
    yield Title(named_headline(answer.recipient, years_headline(answer.plan)))
    yield TableBlock(
        headings=(Heading("Year"), *(Heading(text, right=True) for text, _ in _columns(answer))),
        rows=tuple(
            cells(str(step.year), *(text(step) for _, text in _columns(answer)))
            for step in answer.steps
        ),
        keys=1,
    )
    yield line(
        "The drift is what the running total is more than the running quota; by the year due, the "
        "quota has come to the total."
    )
    if any(step.unused for step in answer.steps):
        yield line("What was not applied for counts as given in the running total.")
    yield line(_rule(answer))
    place = answer.plan.recipients.index(answer.recipient)
    kr = currency(answer.plan.allocations[0].problem)
    yield from by_years(answer.plan, lambda each: ties_note(each, place))
    for (side, bound), alike in groupby(answer.steps, key=lambda step: (step.held, step.bound)):
        if side is not None:
            years = spell_years([step.year or 0 for step in alike])
            yield line(f"{years}: a bound holds, {HELD[side]} {grouped(bound)}{kr}.")
    if answer.counterfactuals:
        yield line("What would have changed the amounts, each alone, found by sharing out again:")
        yield TableBlock(
            headings=(Heading("Change"), Heading("Amounts then")),
            rows=tuple(
                cells(_change(each, answer), _amounts(each)) for each in answer.counterfactuals
            ),
        )
        if sum(each.pool != 0 for each in answer.counterfactuals) < 2:
            yield tried_line(houses_tried(answer.plan))


def _columns(answer: YearByYear) -> Iterator[tuple[str, Callable[[YearStep], str]]]:
    """Say what stands beside a year, with its heading."""
    kr = currency(answer.plan.allocations[0].problem).strip()
    yield f"Quota,\n{kr}", lambda step: grouped(nearest(step.quota * step.unit, step.unit))
    yield f"Amount,\n{kr}", lambda step: grouped(step.amount)
    if any(step.unused for step in answer.steps):
        yield f"Not applied\nfor, {kr}", lambda step: grouped(step.unused)
    yield f"Running\nquota, {kr}", lambda step: grouped(nearest(step.running_quota, step.unit))
    yield f"Running\ntotal, {kr}", lambda step: grouped(step.running_total)
    yield f"Drift,\n{kr}", lambda step: signed(nearest(step.drift, step.unit))
    if any(step.held for step in answer.steps):
        yield "Held", lambda step: HELD[step.held]
    yield "Due\nby", lambda step: str(step.covered or "later")


def _change(each: Counterfactual, answer: YearByYear) -> str:
    last = answer.plan.allocations[-1].problem
    if each.what is What.WEIGHT:
        return weight_change(each.change, answer.weight, last)
    return f"pool of {last.year} {signed(each.pool)}{currency(last)}"


def _amounts(each: Counterfactual) -> str:
    return listed([f"{grouped(amount)} in {year}" for year, amount in each.amounts])


def _rule(answer: YearByYear) -> str:
    if answer.plan.is_carried:
        return (
            "The years are rounded together: what a year gives, applied for or not, is its quota "
            "rounded down or up, and the running total is within a unit of the running quota. The "
            "units that are left in a year go to whoever must have one soonest."
        )
    return (
        "Each year is rounded on its own: give one year to see its arithmetic, or --carry to round "
        "them together."
    )
