"""Measures of amounts: change from the grant's own shares, kronor per inhabitant, own funding."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from allokera.errors import RequestError
from allokera.kronor.amount import Amount
from allokera.kronor.rounding import ceiling
from allokera.model import Funding, Population, Recipient
from allokera.sharing.allocation import Allocation, Row
from allokera.sharing.messages import SharingMessages
from allokera.terms.shares import ShareOrigin


class Measured(NamedTuple):
    """An amount to a recipient, or to several together, and what it comes to.

    Attributes:
        amount: kronor.
        before: kronor by the grant's own shares and nothing else; None where the grant's are not
            shared out.
        inhabitants: None where they are not known.
        own_funding: kronor that are to be found elsewhere, at least; None where the grant does not
            say how much of the cost it pays.
    """

    amount: Amount
    before: Amount | None
    inhabitants: int | None
    own_funding: Amount | None

    @property
    def change(self) -> Amount | None:
        """Kronor more than by the grant's own shares and nothing else."""
        return None if self.before is None else self.amount - self.before

    @property
    def per_capita(self) -> Fraction | None:
        """Kronor for each inhabitant."""
        return Fraction(self.amount, self.inhabitants) if self.inhabitants else None


def measure(
    allocations: Sequence[Allocation], population: Population | None, funding: Funding | None
) -> Callable[[int], Measured]:
    """Measure by its place what a recipient gets in some years together, or a leaver got.

    Args:
        allocations: to the same recipients.
        population: None where nobody asks for inhabitants.
        funding: None where nobody asks for own funding.
    """
    people = population.inhabitants if population else {}
    lost: dict[Recipient, Amount] = {}
    for allocation in allocations:
        for row in allocation.leavers:
            lost[row.recipient] = lost.get(row.recipient, 0) + row.amount
    gone, present = list(lost.values()), len(allocations[0].rows)

    def measured(place: int) -> Measured:
        if place >= present:
            before = gone[place - present]
            return Measured(amount=0, before=before, inhabitants=None, own_funding=None)
        rows = [allocation.rows[place] for allocation in allocations]
        return Measured(
            amount=sum(row.amount for row in rows),
            before=_before(rows, allocations[0]),
            inhabitants=people.get(rows[0].recipient.code),
            own_funding=sum(own_funding(row.amount, funding) for row in rows) if funding else None,
        )

    return measured


def _before(rows: Sequence[Row], first: Allocation) -> Amount | None:
    if first.plain is not None:
        return sum(row.before or 0 for row in rows)
    is_plain = first.problem.shares.reading is ShareOrigin.PUBLISHED
    return sum(row.amount for row in rows) if is_plain else None


def together(several: Iterable[Measured]) -> Measured:
    """Add measures up; what is not known of one is not known of all."""

    def add(values: Iterable[Amount | None]) -> Amount | None:
        known = list(values)
        return None if None in known else sum(each for each in known if each is not None)

    each = list(several)
    people = [one.inhabitants for one in each if one.inhabitants is not None]
    return Measured(
        amount=sum(one.amount for one in each),
        before=add(one.before for one in each),
        inhabitants=sum(people) if len(people) == len(each) else None,
        own_funding=add(one.own_funding for one in each),
    )


class Sides(NamedTuple):
    """Who gains and who pays, with kronor each, beside what would plainly be given.

    Attributes:
        payers: negative numbers; those who leave among them.
        unchanged: how many get the same.
    """

    gainers: Mapping[Recipient, Amount]
    payers: Mapping[Recipient, Amount]
    unchanged: int


def weigh(allocations: Sequence[Allocation]) -> Sides | None:
    """Say who gains and who pays in some years; None where there is nothing to compare with."""
    changes: dict[Recipient, Amount] = {}
    for allocation in allocations:
        if allocation.plain is None:
            return None
        for row in allocation.rows:
            changes[row.recipient] = changes.get(row.recipient, 0) + row.change
        for row in allocation.leavers:
            changes[row.recipient] = changes.get(row.recipient, 0) - row.amount
    return sides_of(changes)


def sides_of(changes: Mapping[Recipient, Amount]) -> Sides:
    """Sort changes into those who gain, those who pay, and the others."""
    return Sides(
        gainers={each: change for each, change in changes.items() if change > 0},
        payers={each: change for each, change in changes.items() if change < 0},
        unchanged=sum(not change for change in changes.values()),
    )


def own_funding(amount: Amount, funding: Funding) -> Amount:
    """Say how much is to be found elsewhere: the grant pays a part of the cost at most.

    With nine tenths paid at most, that is a ninth of the grant, not a tenth.
    """
    return ceiling(Fraction(amount, funding.most)) - amount


def counties_of(
    recipients: Sequence[Recipient], population: Population
) -> Mapping[Recipient, Sequence[int]]:
    """Group recipients by county: places in the list, the counties in SCB's order.

    Raises:
        RequestError: somebody is no municipality.
    """
    strangers = [each.name for each in recipients if each not in population.municipalities]
    if strangers:
        raise RequestError(SharingMessages.not_in_a_county, names=tuple(strangers[:3]))
    groups = {
        county: [
            place for place, each in enumerate(recipients) if each.code.startswith(county.code)
        ]
        for county in population.counties
    }
    return {county: places for county, places in groups.items() if places}
