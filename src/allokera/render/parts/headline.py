"""What was shared out, in a line, and what it is counted in."""

from collections.abc import Iterator
from fractions import Fraction

from allokera.kronor.amount import Amount
from allokera.kronor.currency import Currency
from allokera.model import Recipient
from allokera.render.language import Language
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


def headline(say: Language, problem: Problem) -> str:
    """Say in a line what was shared out, and how."""
    is_told = problem.currency or problem.unit != 1
    return _joined(
        _subject(say, problem),
        say.amounts.status(problem.status) if problem.status else "",
        say.amounts.origin(problem.shares.reading),
        problem.method.name,
        say.amounts.unit(say.money(problem.unit, problem.currency)) if is_told else "",
    )


def named_headline(recipient: Recipient, what: str) -> str:
    """Say in a line whose, and of what."""
    code = f" ({recipient.code})" if recipient.code else ""
    return _joined(f"{recipient.name}{code}", what)


def short_headline(say: Language, problem: Problem) -> str:
    """Say in few words what was shared out, by whose shares, and how."""
    origin = say.amounts.origin(problem.shares.reading)
    return _joined(_subject(say, problem), origin, problem.method.name)


def years_headline(say: Language, plan: Plan) -> str:
    """Say in a line which years were shared out, and how."""
    problem = plan.allocations[0].problem
    return _joined(
        say.years(plan.years),
        say.amounts.origin(problem.shares.reading),
        problem.method.name,
        say.amounts.carried if plan.is_carried else "",
    )


def _subject(say: Language, problem: Problem) -> str:
    return str(problem.year or say.money(problem.envelope, problem.currency))


def _joined(*parts: str) -> str:
    return " \u00b7 ".join(filter(None, parts))


def headed(heading: str, currency: Currency | None) -> str:
    """Write a column's heading with what its amounts are in, if anything."""
    return f"{heading}, {currency.word}" if currency else heading


def weight_text(say: Language, weight: int, problem: Problem) -> str:
    """Write a weight as it was given, with what it is in where that is money."""
    return say.money(as_given(weight, problem), weight_currency(problem))


def weight_currency(problem: Problem) -> Currency | None:
    """Say what weights are in, where they are money."""
    is_money = problem.shares.reading in {ShareOrigin.PUBLISHED, ShareOrigin.SCALE}
    return problem.currency if is_money else None


def as_given(weight: int, problem: Problem) -> Amount:
    """Take a weight as it was given: with its decimals, where it was multiplied to be whole."""
    return weight if problem.shares.times == 1 else Fraction(weight, problem.shares.times)
