"""The part of a page that says which changes would have given a recipient another amount."""

from collections.abc import Iterator
from fractions import Fraction

from allokera.explanation import ByRemainder, Counterfactual, Explanation, What, houses_tried
from allokera.kronor.wording import grouped, listed, signed, signed_percent, telling_places
from allokera.render.page import Block, Heading, TableBlock, cells, line
from allokera.render.parts.headline import as_given, currency, headed, weight_unit
from allokera.sharing.plan import Plan
from allokera.sharing.problem import Problem

MANY = 2
"""Others whose amounts change too: of more, only the number is said."""


def counterfactual_blocks(explanation: Explanation) -> Iterator[Block]:
    """Show what would have changed the amount."""
    if not explanation.counterfactuals:
        return
    amount = headed("Amount", currency(explanation.allocation.problem))
    yield line("What would have changed the amount, each alone, found by sharing out again:")
    yield TableBlock(
        headings=(Heading("Change"), Heading(amount, right=True), Heading("And then")),
        rows=tuple(
            cells(_change(each, explanation), grouped(each.amount), _others(each))
            for each in explanation.counterfactuals
        ),
    )
    found = sum(each.what is What.HOUSE for each in explanation.counterfactuals)
    if isinstance(explanation.how, ByRemainder) and found < 2:
        yield tried_line(houses_tried(Plan(allocations=(explanation.allocation,))))


def tried_line(houses: int) -> Block:
    """Say how far houses were tried, where that may be why no change is shown."""
    return line(f"Pools of up to {grouped(houses)} units more and less were tried.")


def _change(each: Counterfactual, explanation: Explanation) -> str:
    problem, row = explanation.allocation.problem, explanation.row
    if each.what is What.BOUND:
        return "without its bound"
    if each.what is What.APPLICATION:
        return "applying for all of it"
    if each.what is What.WEIGHT:
        return weight_change(each.change, row.weight, problem)
    kr = currency(problem)
    if not kr:
        return f"house {signed(each.change)}"
    return f"pool {signed(each.pool)}{kr}, house {signed(each.change)}"


def _others(each: Counterfactual) -> str:
    """Name who else gets another amount then, where they are few."""
    if not each.others:
        return ""
    if len(each.others) > MANY:
        return f"{len(each.others)} others get other amounts"
    return listed([f"{other.name} {grouped(amount)}" for other, amount in each.others])


def weight_change(change: int, weight: int, problem: Problem) -> str:
    """Write how much more or less weight, in its unit and in per cent."""
    text = f"weight {signed(as_given(change, problem))}{weight_unit(problem)}"
    if not weight:
        return text
    part = Fraction(change, weight)
    return f"{text} ({signed_percent(part, telling_places((100 * part, Fraction(0)), 4))})"
