"""What recipients get at least and at most, and what they applied for: one number each.

A bound is said for all recipients, or for one, and then the one counts. Bounds are kronor; what is
given are whole units, so that a least is rounded up to units and a most down: neither is passed.
"""

from collections.abc import Sequence
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


class Own(NamedTuple):
    """Shares of one's own, with the bounds that came with them."""

    shares: Shares
    minimums: tuple[Bound, ...] = ()
    maximums: tuple[Bound, ...] = ()


def spread(bounds: Sequence[Bound], recipients: Sequence[Recipient]) -> tuple[int | None, ...]:
    """Give every recipient its own bound, or else the one for all; None where there is none.

    Raises:
        RequestError: two bounds are for the same, or one is for nobody here.
    """
    by_recipient: dict[Recipient | None, int] = {}
    for bound in bounds:
        whom = "all" if bound.recipient is None else bound.recipient.name
        if bound.recipient in by_recipient:
            raise _error(bound, f"two amounts are given for {whom}")
        if bound.recipient is not None and bound.recipient not in recipients:
            raise _error(bound, f"{whom} is none of the recipients")
        by_recipient[bound.recipient] = bound.amount
    general = by_recipient.get(None)
    return tuple(by_recipient.get(recipient, general) for recipient in recipients)


def set_bounds(
    shares: Shares,
    minimums: Sequence[Bound],
    maximums: Sequence[Sequence[Bound]],
    house: int,
    unit: int,
) -> Bounds | None:
    """Put bounds together, and check that they can be kept; None where there are none.

    Args:
        maximums: of several kinds; of each recipient's, the least counts.
        house: units to share out.
        unit: kronor in one.

    Raises:
        RequestError: they cannot; the message says by how much.
    """
    uppers = [bound for kind in maximums for bound in kind]
    if not minimums and not uppers:
        return None
    kinds = zip(*(spread(kind, shares.recipients) for kind in maximums), strict=True)
    bounds = Bounds(
        minimums=tuple(each or 0 for each in spread(minimums, shares.recipients)),
        maximums=tuple(min((m for m in each if m is not None), default=None) for each in kinds),
    )
    said = {bound.recipient: bound for bound in (*minimums, *uppers)}
    for place, recipient in enumerate(shares.recipients):
        if problem := _gap(bounds.minimums[place], bounds.maximums[place], unit):
            raise _error(said.get(recipient) or said[None], f"{recipient.name}: {problem}")
    needed = sum(bounds.lower(unit))
    room = sum(
        low if not weight else house if high is None else high
        for weight, low, high in zip(
            shares.weights, bounds.lower(unit), bounds.upper(unit), strict=True
        )
    )
    there = f"the {grouped(house * unit)} kr to share out"
    if needed > house:
        more = f"{grouped((needed - house) * unit)} kr more than {there}"
        raise _error(
            minimums[0], f"the least of all together is {grouped(needed * unit)} kr, {more}"
        )
    if room < house:
        less = f"{grouped((house - room) * unit)} kr less than {there}"
        raise _error(
            (*uppers, *minimums)[0],
            f"the most of all together is {grouped(room * unit)} kr, {less}",
        )
    return bounds


def check_applications(
    recipients: Sequence[Recipient], minimums: Sequence[Bound], applied: Sequence[Bound]
) -> None:
    """Check that nobody is to get more than it applied for.

    Raises:
        RequestError: somebody is; the message says by how much.
    """
    wishes = zip(spread(minimums, recipients), spread(applied, recipients), strict=True)
    for recipient, (least, most) in zip(recipients, wishes, strict=True):
        if least is not None and most is not None and least > most:
            bound = next(each for each in applied if each.recipient in (recipient, None))
            raise _error(
                bound,
                f"{recipient.name} applied for {grouped(most)} kr and is to get "
                f"{grouped(least - most)} kr more, at least {grouped(least)} kr; give it a least "
                f"of its own, {recipient.name}={most}",
            )


def _gap(least: int, most: int | None, unit: int) -> str:
    """Say why no amount lies between two bounds, or "" where one does."""
    if most is None or -(-least // unit) <= most // unit:
        return ""
    both = f"at least {grouped(least)} kr and at most {grouped(most)} kr"
    if least > most:
        return f"{both} cannot both be had: {grouped(least - most)} kr too much is asked"
    return f"{both}: no multiple of {grouped(unit)} kr lies there"


def _error(bound: Bound, problem: str) -> RequestError:
    return RequestError(f"{bound.said}: {problem}" if bound.said else problem)
