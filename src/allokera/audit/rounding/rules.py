"""The ten ways a publisher may have rounded, and what each printed number of units allows.

A rule is its pre-image: the exact numbers of units that it rounds to `k`. The first eight are those
of spreadsheets and programs; the last two round at the signposts of Hill and of Dean. The other
divisor methods are among the first: Webster's is half-up, Adams's ceiling, Jefferson's floor.
"""

from collections.abc import Callable
from typing import NamedTuple

from allokera.apportionment import signposts as apportionment
from allokera.apportionment.signposts import GEOMETRIC, HARMONIC


class Ends(NamedTuple):
    """A pre-image with its ends as plain integers, to be compared by the thousand.

    The ends are `lower / lower_denominator` and `upper / upper_denominator`, or the square roots of
    those where the rule compares by squares.
    """

    lower: int
    upper: int
    lower_denominator: int
    upper_denominator: int
    lower_closed: bool
    upper_closed: bool


Signposts = Callable[[int], tuple[int, int, int, int] | None]
"""The two ends for `k` units, as in `Ends`; None where nothing is rounded to `k`."""


Closed = tuple[bool, bool] | Callable[[int], tuple[bool, bool]]
"""Which ends belong to a pre-image, the lower and the upper."""


class Rule(NamedTuple):
    """One way to round an exact number of units to a whole one.

    Attributes:
        name: one of AUDIT's names, as documents carry it.
        signposts: the ends of what it rounds to `k`; rules that differ in ties only share them.
        closed: whether each end itself is rounded to `k`: always alike, or by `k`.
        squared: whether the ends are square roots of what `signposts` gives.
        nearest: whether it misses the exact number by half a unit at most, instead of one.
    """

    name: str
    signposts: Signposts
    closed: Closed
    squared: bool = False
    nearest: bool = False

    def preimage(self, k: int) -> Ends | None:
        """Give the numbers that the rule rounds to `k`; None where there are none."""
        ends = self.signposts(k)
        return None if ends is None else Ends(*ends, *self.closed_at(k))

    def closed_at(self, k: int) -> tuple[bool, bool]:
        """Say which ends of the pre-image of `k` belong to it."""
        return self.closed if isinstance(self.closed, tuple) else self.closed(k)


def _halves(k: int) -> tuple[int, int, int, int]:
    return 2 * k - 1, 2 * k + 1, 2, 2


def _down(k: int) -> tuple[int, int, int, int]:
    return k, k + 1, 1, 1


def _up(k: int) -> tuple[int, int, int, int]:
    return k - 1, k, 1, 1


def _towards_zero(k: int) -> tuple[int, int, int, int]:
    if k == 0:
        return -1, 1, 1, 1
    return _down(k) if k > 0 else _up(k)


def _between(posts: apportionment.Signposts) -> Signposts:
    """Give the signposts of a divisor method on both sides of `k`, where it rounds to that."""

    def ends(k: int) -> tuple[int, int, int, int] | None:
        if k < posts.first:
            return None
        (low, low_parts), (high, high_parts) = posts.at(k - 1), posts.at(k)
        return low, high, low_parts, high_parts

    return ends


_geometric, _harmonic = _between(GEOMETRIC), _between(HARMONIC)


_LOWER, _UPPER, _BOTH = (True, False), (False, True), (True, True)


def _if_even(k: int) -> tuple[bool, bool]:
    return k % 2 == 0, k % 2 == 0


def _nearer_zero(k: int) -> tuple[bool, bool]:
    return k > 0, k < 0


RULES = (
    Rule("half-up", _halves, _LOWER, nearest=True),
    Rule("half-even", _halves, _if_even, nearest=True),
    Rule("half-down", _halves, _UPPER, nearest=True),
    Rule("half-away", _halves, _nearer_zero, nearest=True),
    Rule("nearest", _halves, _BOTH, nearest=True),
    Rule("floor", _down, _LOWER),
    Rule("ceiling", _up, _UPPER),
    Rule("truncation", _towards_zero, _nearer_zero),
    Rule("hill", _geometric, _LOWER, squared=True),
    Rule("dean", _harmonic, _LOWER),
)
"""Every rule, the likeliest first: where several explain as many rows, the first is reported."""

ALONE = frozenset(rule.name for rule in RULES)
"""The rules that round every row on its own."""

EVERYDAY = ALONE - {"hill", "dean"}
"""Those that a spreadsheet offers: a publisher who says nothing used one of them."""
