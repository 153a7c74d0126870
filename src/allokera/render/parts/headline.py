"""What was shared out, in a line, and what it is counted in."""

from collections.abc import Iterator
from fractions import Fraction

from allokera.kronor.amount import Amount
from allokera.kronor.wording import grouped, spell_years
from allokera.model import Recipient
from allokera.render.page import Block, Title, line
from allokera.sharing.plan import Plan
from allokera.sharing.problem import Problem
from allokera.terms.shares import ShareOrigin


def opening(title: str, what: str) -> Iterator[Block]:
    """Open a page: with the title that somebody gave, or else with what was shared out, and how."""
    if title:
        yield Title(title)
        yield line(what)
    else:
        yield Title(what)


def headline(problem: Problem) -> str:
    """Say in a line what was shared out, and how."""
    kr = currency(problem)
    what = str(problem.year or f"{grouped(problem.envelope)}{kr}")
    reading = problem.shares.reading
    parts = [
        what,
        problem.status,
        _READINGS.get(reading, ""),
        problem.method.name,
        f"unit {grouped(problem.unit)}{kr}" if kr or problem.unit != 1 else "",
    ]
    return " \u00b7 ".join(part for part in parts if part)


def named_headline(recipient: Recipient, what: str) -> str:
    """Say in a line whose, and of what."""
    code = f" ({recipient.code})" if recipient.code else ""
    return f"{recipient.name}{code} \u00b7 {what}"


def short_headline(problem: Problem) -> str:
    """Say in few words what was shared out, by whose shares, and how."""
    what = str(problem.year or f"{grouped(problem.envelope)}{currency(problem)}")
    parts = [what, _READINGS.get(problem.shares.reading, ""), problem.method.name]
    return " \u00b7 ".join(part for part in parts if part)


def years_headline(plan: Plan) -> str:
    """Say in a line which years were shared out, and how."""
    problem = plan.allocations[0].problem
    parts = [
        spell_years(plan.years),
        _READINGS.get(problem.shares.reading, ""),
        problem.method.name,
        "carried" if plan.is_carried else "",
    ]
    return " \u00b7 ".join(part for part in parts if part)


def currency(problem: Problem) -> str:
    """Say what amounts are in; nothing where they are counted, such as seats."""
    return f" {problem.currency.word}" if problem.currency else ""


def headed(heading: str, kr: str) -> str:
    """Write a column's heading with what its amounts are in, if anything."""
    return f"{heading},{kr}" if kr else heading


_READINGS = {
    ShareOrigin.SCALE: "by scale",
    ShareOrigin.KEY: "by key",
    ShareOrigin.GIVEN: "own weights",
}


def weight_unit(problem: Problem) -> str:
    """Say what weights are in, where they are money."""
    is_money = problem.shares.reading in {ShareOrigin.PUBLISHED, ShareOrigin.SCALE}
    return currency(problem) if is_money else ""


def as_given(weight: int, problem: Problem) -> Amount:
    """Take a weight as it was given: with its decimals, where it was multiplied to be whole."""
    return weight if problem.shares.times == 1 else Fraction(weight, problem.shares.times)
