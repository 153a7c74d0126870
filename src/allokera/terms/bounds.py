"""What recipients get at least and at most, and what they applied for: one number each.

A bound is said for all recipients, or for one, and then the one counts. Bounds are kronor; what is
given are whole units, so that a least is rounded up to units and a most down: neither is passed.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from allokera.errors import RequestError
from allokera.kronor.wording import grouped
from allokera.model import Recipient
from allokera.terms.shares import Shares


class Bound(NamedTuple):
    """One bound.

    Attributes:
        recipient: None for all.
        amount: kronor.
        said: where it was said, for messages: `--min`, `floor.yaml:7`.
    """

    recipient: Recipient | None
    amount: int
    said: str = ""


class Bounds(NamedTuple):
    """The least and the most kronor of every recipient.

    Attributes:
        minimums: 0 for none.
        maximums: None for none.
    """

    minimums: tuple[int, ...]
    maximums: tuple[int | None, ...]

    def lower(self, unit: int) -> list[int]:
        """The least whole units of every recipient."""
        return [-(-each // unit) for each in self.minimums]

    def upper(self, unit: int) -> list[int | None]:
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
        kr: what amounts are in, for messages: ` kr`, or nothing for seats.
        when: of which year, for messages: ` in 2020`, or nothing.
    """

    house: int
    unit: int
    kr: str = " kr"
    when: str = ""

    def amount(self, number: int) -> str:
        """Write an amount."""
        return f"{grouped(number)}{self.kr}"


def spread(bounds: Sequence[Bound], recipients: Sequence[Recipient]) -> list[Bound | None]:
    """Give every recipient its own bound, or else the one for all; None where there is none.

    Raises:
        RequestError: two bounds are for the same, or one is for nobody here.
    """
    here, by_recipient = set(recipients), dict[Recipient | None, Bound]()
    for bound in bounds:
        whom = "all" if bound.recipient is None else bound.recipient.name
        if bound.recipient in by_recipient:
            raise _error(bound, f"two amounts are given for {whom}")
        if bound.recipient is not None and bound.recipient not in here:
            raise _error(bound, f"{whom} is none of the recipients")
        by_recipient[bound.recipient] = bound
    general = by_recipient.get(None)
    return [by_recipient.get(recipient, general) for recipient in recipients]


def set_bounds(
    shares: Shares,
    minimums: Sequence[Bound],
    maximums: Sequence[Sequence[Bound]],
    money: Money,
) -> Bounds | None:
    """Put bounds together, and check that they can be kept; None where there are none.

    Args:
        maximums: of several kinds; of each recipient's, the least counts.

    Raises:
        RequestError: they cannot; the message says by how much.
    """
    if not minimums and not any(maximums):
        return None
    least = spread(minimums, shares.recipients)
    kinds = zip(*(spread(kind, shares.recipients) for kind in ((), *maximums)), strict=True)
    most = [min(filter(None, kind), key=lambda each: each.amount, default=None) for kind in kinds]
    for recipient, low, high in zip(shares.recipients, least, most, strict=True):
        if low and high and (problem := _gap(low.amount, high.amount, money)):
            is_own = low.recipient is not None and high.recipient is None
            raise _error(low if is_own else high, f"{recipient.name}: {problem}")
    bounds = Bounds(
        minimums=tuple(each.amount if each else 0 for each in least),
        maximums=tuple(each.amount if each else None for each in most),
    )
    lower, upper = bounds.lower(money.unit), bounds.upper(money.unit)
    needed = sum(lower)
    room = sum(
        low if not weight else money.house if high is None else high
        for weight, low, high in zip(shares.weights, lower, upper, strict=True)
    )
    if needed > money.house:
        raise _error(_commonest(least), _misfit("least", needed, "more", money))
    if room < money.house:
        raise _error(_commonest(most if any(most) else least), _misfit("most", room, "less", money))
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
            raise _error(
                most,
                f"{recipient.name} applied for {money.amount(most.amount)} and is to get "
                f"{money.amount(least.amount - most.amount)} more, at least "
                f"{money.amount(least.amount)}; give it a least of its own, "
                f"{recipient.name}={most.amount}",
            )


def _gap(least: int, most: int, money: Money) -> str:
    """Say why no amount lies between two bounds, or "" where one does."""
    if -(-least // money.unit) <= most // money.unit:
        return ""
    both = f"at least {money.amount(least)} and at most {money.amount(most)}"
    if least > most:
        return f"{both} cannot both be had: {money.amount(least - most)} too much is asked"
    return f"{both}: no multiple of {money.amount(money.unit)} lies there"


def _misfit(which: str, units: int, side: str, money: Money) -> str:
    """Say by how much the bounds of all together miss what there is."""
    whole = f" in units of {money.amount(money.unit)}" if money.unit > 1 else ""
    return (
        f"the {which} of all together is {money.amount(units * money.unit)}{whole}, "
        f"{money.amount(abs(units - money.house) * money.unit)} {side} than the "
        f"{money.amount(money.house * money.unit)} to share out{money.when}"
    )


def _commonest(bounds: Iterable[Bound | None]) -> Bound:
    """Find the bound of most recipients; the first of several."""
    return Counter(each for each in bounds if each is not None).most_common(1)[0][0]


def _error(bound: Bound, problem: str) -> RequestError:
    return RequestError(f"{bound.said}: {problem}" if bound.said else problem)
