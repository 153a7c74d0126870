"""What is to be shared out, to whom, in what proportion, in what units, within which bounds.

Where a problem came from (a year of a grant, an amount on the command line, a scenario in a file)
makes no difference to the answer.
"""

from dataclasses import dataclass
from fractions import Fraction

from allokera.apportionment import LARGEST_REMAINDER, Apportionment, Method, apportion
from allokera.apportionment.limits import Limits, check_limits, find_quotas
from allokera.errors import RequestError
from allokera.kronor.amount import Amount, size
from allokera.kronor.currency import KRONA, Currency
from allokera.model import Administration, Recipient, Source, Status
from allokera.sharing.messages import SharingMessages
from allokera.sharing.publication import Publication
from allokera.terms.bounds import Bounds
from allokera.terms.shares import ShareOrigin, Shares


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One amount to share out.

    Attributes:
        year: None where an amount was given instead.
        status: what the year's amounts were published as, or None.
        envelope: kronor, administration included (ram). Those below zero are paid back: shared out
            as they would be paid, and the signs turned.
        administration: what is not shared out.
        unit: kronor in one indivisible unit (avrundningsenhet).
        currency: what is shared out; None where it is counted: what is said of kronor is of that.
        shares: to whom, and in what proportion.
        lot: recipients in the order that was drawn for equal claims; those who are not among them
            come after, in table order.
        bounds: what each recipient gets at least and at most, or None.
        applied: kronor that each recipient applied for, None for whatever is due; empty where no
            application is known. Nobody is paid more.
        publication: what was printed for the year, or None.
        sources: where the figures came from.

    Raises:
        RequestError: the unit is nothing, an amount has parts that no unit of its kind has, or the
            administration exceeds the envelope.
    """

    year: int | None
    status: Status | None
    envelope: Amount
    administration: Administration
    unit: Amount
    method: Method = LARGEST_REMAINDER
    currency: Currency | None = KRONA
    shares: Shares
    lot: tuple[Recipient, ...] = ()
    bounds: Bounds | None = None
    applied: tuple[Amount | None, ...] = ()
    publication: Publication | None = None
    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        administration, envelope = self.administration.amount, self.envelope
        if self.unit <= 0:
            raise RequestError(SharingMessages.no_unit, unit=self.unit)
        for amount in (envelope, administration) if isinstance(self.unit, int) else ():
            if isinstance(amount, Fraction):
                raise RequestError(
                    SharingMessages.parts_of_no_unit,
                    amount=amount,
                    unit=self.unit,
                    currency=self.currency,
                )
        if envelope < 0 and administration:
            raise RequestError(
                SharingMessages.repayment_administered, envelope=envelope, currency=self.currency
            )
        if administration > envelope >= 0:
            raise RequestError(
                SharingMessages.administration_above_envelope,
                administration=administration,
                envelope=envelope,
                currency=self.currency,
            )

    @property
    def recipients(self) -> tuple[Recipient, ...]:
        """Those who share, in table order."""
        return self.shares.recipients

    @property
    def weights(self) -> tuple[int, ...]:
        """Their weights."""
        return self.shares.weights

    @property
    def pool(self) -> Amount:
        """Kronor to share out (medel att fördela)."""
        return self.envelope - self.administration.amount

    @property
    def house(self) -> int:
        """Whole units to share out."""
        return size(self.pool) // self.unit

    def worth(self, units: int) -> Amount:
        """Kronor of so many units; negative where they are paid back."""
        return units * (-self.unit if self.envelope < 0 else self.unit)

    @property
    def order(self) -> list[int]:
        """The places of the recipients, in the order that equal claims are served."""
        places = {recipient: place for place, recipient in enumerate(self.recipients)}
        drawn = [places.pop(recipient) for recipient in self.lot]
        return [*drawn, *places.values()]

    def units_of_bounds(self) -> tuple[list[int] | None, list[int | None] | None]:
        """The least and the most whole units of every recipient, or None and None."""
        if self.bounds is None:
            return None, None
        return self.bounds.lower(self.unit), self.bounds.upper(self.unit)

    def limits(self) -> Limits | None:
        """The same, checked against the house.

        Raises:
            ProblemError: they cannot be kept.
        """
        if self.bounds is None:
            return None
        return check_limits(self.weights, self.house, *self.units_of_bounds())

    def solve(self) -> Apportionment:
        """Apportion the house.

        Raises:
            ProblemError: the weights sum to zero, or the house is too small for the method.
        """
        lower, upper = self.units_of_bounds()
        order = self.order if self.lot else None
        return apportion(
            self.weights, self.house, self.method, lower=lower, upper=upper, order=order
        )

    def quotas(self) -> list[Fraction]:
        """The exact units that every recipient is due of the house, within its bounds."""
        return find_quotas(self.weights, self.house, self.limits())

    def paid(self, place: int, units: int) -> Amount:
        """Kronor that a recipient is paid of so many units: no more than it applied for."""
        applied = self.applied[place] if self.applied else None
        worth = self.worth(units)
        return worth if applied is None else max(min(worth, applied), -applied)

    @property
    def is_plain(self) -> bool:
        """Whether the grant's own shares decide, by largest remainder and nothing else."""
        return (
            self.shares.reading is ShareOrigin.PUBLISHED
            and self.method is LARGEST_REMAINDER
            and self.bounds is None
            and not self.applied
        )
