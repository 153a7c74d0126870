"""One recipient over several years: each year's quota and amount, and the running sums of both."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate

from allokera.errors import RequestError
from allokera.explanation.counterfactuals import Counterfactual, find_counterfactuals
from allokera.kronor.amount import Amount
from allokera.model import Recipient
from allokera.sharing.allocation import Side
from allokera.sharing.plan import Plan
from allokera.terms.messages import TermsMessages


@dataclass(frozen=True, slots=True, kw_only=True)
class YearStep:
    """One year.

    Attributes:
        unit: kronor in one unit of the year.
        quota: exact units due in the year.
        amount: kronor given.
        unused: kronor that were to be given and were not applied for.
        held: the bound that its quota in proportion would lie beyond; None where none holds it.
        bound: kronor of that bound; 0 where none does.
        running_quota: exact kronor due in this year and those before.
        running_total: kronor given in them, or not applied for.
        covered: the year by which the running quota comes to the running total: until then the
            recipient is ahead. None where it does not in these years.
    """

    year: int | None
    unit: Amount
    quota: Fraction
    amount: Amount
    unused: Amount
    held: Side | None
    bound: Amount
    running_quota: Fraction
    running_total: Amount
    covered: int | None

    @property
    def drift(self) -> Fraction:
        """Kronor more than the quotas, so far."""
        return Fraction(self.running_total - self.running_quota)


@dataclass(frozen=True, slots=True, kw_only=True)
class YearByYear:
    """A recipient's years, in order, and what would have changed them."""

    plan: Plan
    recipient: Recipient
    weight: int
    steps: tuple[YearStep, ...]
    counterfactuals: tuple[Counterfactual, ...]


def follow(plan: Plan, recipient: Recipient) -> YearByYear:
    """Follow a recipient through the years of a plan.

    Raises:
        RequestError: the plan has no such recipient.
    """
    if recipient not in plan.recipients:
        raise RequestError(TermsMessages.none_of_recipients, name=recipient.name)
    place = plan.recipients.index(recipient)
    rows = [allocation.rows[place] for allocation in plan.allocations]
    units = [allocation.problem.worth(1) for allocation in plan.allocations]
    years = [allocation.problem.year for allocation in plan.allocations]
    due = list(accumulate(row.quota * unit for row, unit in zip(rows, units, strict=True)))
    given = list(accumulate(row.units * unit for row, unit in zip(rows, units, strict=True)))
    return YearByYear(
        plan=plan,
        recipient=recipient,
        weight=rows[0].weight,
        counterfactuals=tuple(find_counterfactuals(plan, place)),
        steps=tuple(
            YearStep(
                year=years[step],
                unit=plan.allocations[step].problem.unit,
                quota=row.quota,
                amount=row.amount,
                unused=row.unused,
                held=row.held,
                bound=row.bound,
                running_quota=due[step],
                running_total=given[step],
                covered=next(
                    (year for year, total in zip(years, due, strict=True) if total >= given[step]),
                    None,
                ),
            )
            for step, row in enumerate(rows)
        ),
    )
