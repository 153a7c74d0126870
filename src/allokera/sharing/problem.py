"""What is to be shared out, to whom, in what proportion, in what units, within which bounds.

Where a problem came from (a year of a grant, an amount on the command line, a scenario in a file)
makes no difference to the answer.
"""

from dataclasses import dataclass
from fractions import Fraction

from allokera.apportionment import LARGEST_REMAINDER, Apportionment, Method, apportion
from allokera.apportionment.limits import Limits, check_limits, find_quotas
from allokera.errors import RequestError
from allokera.model import Administration, Measure, Recipient, Source, Status
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
        envelope: kronor, administration included (ram).
        administration: what is not shared out.
        unit: kronor in one indivisible unit (avrundningsenhet).
        measure: what is shared out; where it is counted, what is said of kronor is of that.
        shares: to whom, and in what proportion.
        bounds: what each recipient gets at least and at most, or None.
        applied: kronor that each recipient applied for, None for whatever is due; empty where no
            application is known. Nobody is paid more.
        publication: what was printed for the year, or None.
        sources: where the figures came from.

    Raises:
        RequestError: the unit is below 1 krona, or the administration exceeds the envelope.
    """

    year: int | None
    status: Status | None
    envelope: int
    administration: Administration
    unit: int
    method: Method = LARGEST_REMAINDER
    measure: Measure = Measure.KRONOR
    shares: Shares
    bounds: Bounds | None = None
    applied: tuple[int | None, ...] = ()
    publication: Publication | None = None
    sources: tuple[Source, ...] = ()

    def __post_init__(self) -> None:
        if self.unit < 1:
            raise RequestError(SharingMessages.no_unit, unit=self.unit)
        if self.pool < 0:
            raise RequestError(
                SharingMessages.administration_above_envelope,
                administration=self.administration.amount,
                envelope=self.envelope,
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
    def is_money(self) -> bool:
        """Whether kronor are shared out."""
        return self.measure is Measure.KRONOR

    @property
    def pool(self) -> int:
        """Kronor to share out (medel att fördela)."""
        return self.envelope - self.administration.amount

    @property
    def house(self) -> int:
        """Whole units to share out."""
        return self.pool // self.unit

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
        return apportion(self.weights, self.house, self.method, lower=lower, upper=upper)

    def quotas(self) -> list[Fraction]:
        """The exact units that every recipient is due of the house, within its bounds."""
        return find_quotas(self.weights, self.house, self.limits())

    def paid(self, place: int, units: int) -> int:
        """Kronor that a recipient is paid of so many units: no more than it applied for."""
        applied = self.applied[place] if self.applied else None
        return units * self.unit if applied is None else min(units * self.unit, applied)

    @property
    def is_plain(self) -> bool:
        """Whether the grant's own shares decide, by largest remainder and nothing else."""
        return (
            self.shares.reading is ShareOrigin.PUBLISHED
            and self.method is LARGEST_REMAINDER
            and self.bounds is None
            and not self.applied
        )
