"""The part of a page that says which changes would have given a recipient another amount."""

from collections.abc import Iterator
from fractions import Fraction

from allokera.explanation import ByRemainder, Counterfactual, Explanation, What, houses_tried
from allokera.kronor.wording import telling_places
from allokera.render.language import Language
from allokera.render.page import Block, Heading, TableBlock, cells, line
from allokera.render.parts.headline import as_given, headed, weight_currency
from allokera.sharing.plan import Plan
from allokera.sharing.problem import Problem

MANY = 2
"""Others whose amounts change too: of more, only the number is said."""


def counterfactual_blocks(say: Language, explanation: Explanation) -> Iterator[Block]:
    """Show what would have changed the amount."""
    if not explanation.counterfactuals:
        return
    amount = headed(say.amounts.amount, explanation.allocation.problem.currency)
    yield line(say.steps.what_would_change)
    yield TableBlock(
        headings=(
            Heading(say.steps.changed),
            Heading(amount, right=True),
            Heading(say.steps.and_then),
        ),
        rows=tuple(
            cells(_change(say, each, explanation), say.grouped(each.amount), _others(say, each))
            for each in explanation.counterfactuals
        ),
    )
    found = sum(each.what is What.HOUSE for each in explanation.counterfactuals)
    if isinstance(explanation.how, ByRemainder) and found < 2:
        yield tried_line(say, houses_tried(Plan(allocations=(explanation.allocation,))))


def tried_line(say: Language, houses: int) -> Block:
    """Say how far houses were tried, where that may be why no change is shown."""
    return line(say.steps.pools_tried(say.grouped(houses)))


def _change(say: Language, each: Counterfactual, explanation: Explanation) -> str:
    problem, row = explanation.allocation.problem, explanation.row
    if each.what is What.BOUND:
        return say.steps.without_bound
    if each.what is What.APPLICATION:
        return say.steps.applying_for_all
    if each.what is What.WEIGHT:
        return weight_change(say, each.change, row.weight, problem)
    house = say.signed(each.change)
    if problem.currency is None:
        return say.steps.house_change(house)
    return say.steps.pool_change(say.signed_money(each.pool, problem.currency), house)


def _others(say: Language, each: Counterfactual) -> str:
    """Name who else gets another amount then, where they are few."""
    if not each.others:
        return ""
    if len(each.others) > MANY:
        return say.steps.others_change(len(each.others))
    return say.listed([f"{other.name} {say.grouped(amount)}" for other, amount in each.others])


def weight_change(say: Language, change: int, weight: int, problem: Problem) -> str:
    """Write how much more or less weight, in its unit and in per cent."""
    more = say.signed_money(as_given(change, problem), weight_currency(problem))
    if not weight:
        return say.steps.weight_change(more, "")
    part = Fraction(change, weight)
    places = telling_places((100 * part, Fraction(0)), 4)
    return say.steps.weight_change(more, say.signed_percent(part, places))
