"""What would have changed an amount."""

from collections.abc import Iterator
from fractions import Fraction

from allokera.explanation import ByRemainder, Counterfactual, Explanation, What, houses_tried
from allokera.kronor.wording import grouped, listed, signed, signed_percent
from allokera.render.page import Block, Heading, TableBlock, cells, line
from allokera.render.parts.headline import currency, headed, weight_unit
from allokera.sharing.problem import Problem

MANY = 2
"""Others whose amounts change too: of more, only the number is said."""


def turn_blocks(explanation: Explanation) -> Iterator[Block]:
    """Show what would have changed the amount."""
    if not explanation.turns:
        return
    amount = headed("Amount", currency(explanation.allocation.problem))
    yield line("What would have changed the amount, each alone, found by sharing out again:")
    yield TableBlock(
        headings=(Heading("Change"), Heading(amount, right=True), Heading("And then")),
        rows=tuple(
            cells(_change(turn, explanation), grouped(turn.amount), _others(turn))
            for turn in explanation.turns
        ),
    )
    found = sum(turn.what is What.HOUSE for turn in explanation.turns)
    if isinstance(explanation.how, ByRemainder) and found < 2:
        yield tried_line(houses_tried(explanation.allocation.problem))


def tried_line(houses: int) -> Block:
    """Say how far houses were tried, where that may be why no change is shown."""
    return line(f"Pools of up to {grouped(houses)} units more and less were tried.")


def _change(turn: Counterfactual, explanation: Explanation) -> str:
    problem, row = explanation.allocation.problem, explanation.row
    if turn.what is What.BOUND:
        return "without its bound"
    if turn.what is What.APPLICATION:
        return "applying for all of it"
    if turn.what is What.WEIGHT:
        return weight_change(turn.change, row.weight, problem)
    if not currency(problem):
        return f"house {signed(turn.change)}"
    return f"pool {signed(turn.pool)} kr, house {signed(turn.change)}"


def _others(turn: Counterfactual) -> str:
    """Name who else gets another amount then, where they are few."""
    if not turn.others:
        return ""
    if len(turn.others) > MANY:
        return f"{len(turn.others)} others get other amounts"
    return listed([f"{each.name} {grouped(amount)}" for each, amount in turn.others])


def weight_change(change: int, weight: int, problem: Problem) -> str:
    """Write how much more or less weight, in its unit and in per cent."""
    text = f"weight {signed(change)}{weight_unit(problem)}"
    if not weight:
        return text
    return f"{text} ({signed_percent(Fraction(change, weight), 4)})"
