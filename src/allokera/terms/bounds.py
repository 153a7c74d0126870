"""What recipients get at least and at most, and what they applied for: one number each.

A bound is said for all recipients, or for one, and then the one counts. Bounds are kronor; what is
given are whole units, so that a least is rounded up to units and a most down: neither is passed.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from allokera.errors import RequestError
from allokera.kronor.amount import Amount
from allokera.kronor.currency import KRONA, Currency
from allokera.model import Recipient
from allokera.terms.messages import TermsMessages
from allokera.terms.shares import Shares


class Bound(NamedTuple):
    """One bound.

    Attributes:
        recipient: None for all.
        amount: kronor.
        place: where it stands, for messages: `--min`, `floor.yaml:7`; "" for nowhere.
    """

    recipient: Recipient | None
    amount: Amount
    place: str = ""


class Bounds(NamedTuple):
    """The least and the most kronor of every recipient.

    Attributes:
        minimums: 0 for none.
        maximums: None for none.
        applications: what each applied for, None for whatever is due, where that is a most like
            any other and the rest goes to the others; empty where it is not.
    """

    minimums: tuple[Amount, ...]
    maximums: tuple[Amount | None, ...]
    applications: tuple[Amount | None, ...] = ()

    def is_application(self, place: int) -> bool:
        """Whether the most of a recipient is what it applied for."""
        applied = self.applications[place] if self.applications else None
        return applied is not None and applied == self.maximums[place]

    def without(self, place: int, *, is_least: bool) -> "Bounds":
        """Take one bound of a recipient away; of a most that is its application, both."""
        minimums, maximums = list(self.minimums), list(self.maximums)
        applications = list(self.applications)
        if is_least:
            minimums[place] = 0
        elif applications:
            maximums[place] = None if self.is_application(place) else applications[place]
            applications[place] = maximums[place]
        else:
            maximums[place] = None
        return Bounds(tuple(minimums), tuple(maximums), tuple(applications))

    def lower(self, unit: Amount) -> list[int]:
        """The least whole units of every recipient."""
        return [-(-each // unit) for each in self.minimums]

    def upper(self, unit: Amount) -> list[int | None]:
        """The most whole units of every recipient."""
        return [None if each is None else each // unit for each in self.maximums]


class OwnWeights(NamedTuple):
    """Shares of one's own, with the bounds that came with them.

    Attributes:
        has_kronor: whether a bound is written in money.
    """

    shares: Shares
    minimums: tuple[Bound, ...] = ()
    maximums: tuple[Bound, ...] = ()
    has_kronor: bool = False


class Money(NamedTuple):
    """What is to be shared out within bounds.

    Attributes:
        house: units.
        unit: kronor in one.
        currency: what these are; None where it is a count.
        year: of which year, or None.
    """

    house: int
    unit: Amount
    currency: Currency | None = KRONA
    year: int | None = None


def spread(bounds: Sequence[Bound], recipients: Sequence[Recipient]) -> list[Bound | None]:
    """Give every recipient its own bound, or else the one for all; None where there is none.

    Raises:
        RequestError: two bounds are for the same, or one is for nobody here.
    """
    if not bounds:
        return [None] * len(recipients)
    here, by_recipient = set(recipients), dict[Recipient | None, Bound]()
    for bound in bounds:
        whom = bound.recipient
        if whom is None and None in by_recipient:
            raise RequestError(TermsMessages.two_bounds_for_all).at(bound.place)
        if whom is not None and whom in by_recipient:
            raise RequestError(TermsMessages.two_bounds, name=whom.name).at(bound.place)
        if whom is not None and whom not in here:
            raise RequestError(TermsMessages.none_of_recipients, name=whom.name).at(bound.place)
        by_recipient[whom] = bound
    general = by_recipient.get(None)
    return [by_recipient.get(recipient, general) for recipient in recipients]


def set_bounds(
    shares: Shares,
    minimums: Sequence[Bound],
    maximums: Sequence[Bound],
    money: Money,
    applications: Sequence[Bound] = (),
) -> Bounds | None:
    """Put bounds together, and check that they can be kept; None where there are none.

    Args:
        applications: what counts as a most, too: of each recipient's two, the less does.

    Raises:
        RequestError: they cannot; the message says by how much.
    """
    if not (minimums or maximums or applications):
        return None
    least, most, applied = (
        spread(kind, shares.recipients) for kind in (minimums, maximums, applications)
    )
    most = [
        min(filter(None, kinds), key=lambda each: each.amount, default=None)
        for kinds in zip(most, applied, strict=True)
    ]
    for recipient, low, high in zip(shares.recipients, least, most, strict=True):
        if low and high and (gap := _gap(recipient.name, low.amount, high.amount, money)):
            is_own = low.recipient is not None and high.recipient is None
            raise gap.at((low if is_own else high).place)
    bounds = Bounds(
        minimums=tuple(each.amount if each else 0 for each in least),
        maximums=tuple(each.amount if each else None for each in most),
        applications=tuple(each.amount if each else None for each in applied)
        if applications
        else (),
    )
    lower, upper = bounds.lower(money.unit), bounds.upper(money.unit)
    needed = sum(lower)
    room = sum(
        low if not weight else money.house if high is None else high
        for weight, low, high in zip(shares.weights, lower, upper, strict=True)
    )
    if needed > money.house:
        failure = RequestError(TermsMessages.least_of_all_too_much, units=needed, **money._asdict())
        raise failure.at(_commonest(least).place)
    if room < money.house:
        failure = RequestError(TermsMessages.most_of_all_too_little, units=room, **money._asdict())
        raise failure.at(_commonest(most if any(most) else least).place)
    return bounds


def check_applications(
    recipients: Sequence[Recipient],
    minimums: Sequence[Bound],
    applied: Sequence[Bound],
    money: Money,
) -> None:
    """Check that nobody is to get more than it applied for.

    Raises:
        RequestError: somebody is; the message says by how much.
    """
    wishes = zip(spread(minimums, recipients), spread(applied, recipients), strict=True)
    for recipient, (least, most) in zip(recipients, wishes, strict=True):
        if least and most and least.amount > most.amount:
            failure = RequestError(
                TermsMessages.least_above_application,
                recipient=recipient,
                least=least.amount,
                applied=most.amount,
                currency=money.currency,
            )
            raise failure.at(most.place)


def _gap(name: str, least: Amount, most: Amount, money: Money) -> RequestError | None:
    """Say why no amount lies between two bounds, or None where one does."""
    if -(-least // money.unit) <= most // money.unit:
        return None
    if least > most:
        return RequestError(
            TermsMessages.least_above_most,
            name=name,
            least=least,
            most=most,
            currency=money.currency,
        )
    return RequestError(
        TermsMessages.nothing_between,
        name=name,
        least=least,
        most=most,
        unit=money.unit,
        currency=money.currency,
    )


def _commonest(bounds: Iterable[Bound | None]) -> Bound:
    """Find the bound of most recipients; the first of several."""
    return Counter(each for each in bounds if each is not None).most_common(1)[0][0]
