"""The methods, as values: their names, what they keep, and how they are solved.

A method is added by writing it and listing it in `METHODS`; nothing else in allokera names one.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from allokera.apportionment.answer import Apportionment
from allokera.apportionment.divisor import Signposts, divisor_method
from allokera.apportionment.largest_remainder import largest_remainder
from allokera.errors import ProblemError


class Property(StrEnum):
    """What a method may guarantee, for every list of weights and every house."""

    LOWER_QUOTA = "lower quota"
    UPPER_QUOTA = "upper quota"
    HOUSE_MONOTONE = "house monotone"
    VOTE_RATIO_MONOTONE = "vote-ratio monotone"
    COHERENT = "coherent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """One apportionment method.

    Attributes:
        name: as it is called on the command line and in documents.
        aliases: the other names it goes by in the literature.
        rule: what it does, in a sentence.
        origin: who proposed it, and where it is described.
        keeps: the properties that it guarantees.
        solve: weights and house to units.
    """

    name: str
    aliases: tuple[str, ...]
    rule: str
    origin: str
    keeps: frozenset[Property]
    solve: Callable[[Sequence[int], int], Apportionment]


LARGEST_REMAINDER = Method(
    name="largest-remainder",
    aliases=("hamilton", "hare-niemeyer", "vinton", "lr"),
    rule="the floor of every quota, and the units left over to the largest remainders, one each",
    origin="A. Hamilton 1792, T. Hare 1857, H. Niemeyer 1970; Balinski & Young 1982, ch. 3",
    keeps=frozenset({Property.LOWER_QUOTA, Property.UPPER_QUOTA}),
    solve=largest_remainder,
)

_DIVISOR = frozenset({Property.HOUSE_MONOTONE, Property.VOTE_RATIO_MONOTONE, Property.COHERENT})

WEBSTER = Method(
    name="webster",
    aliases=("sainte-lague", "sainte-laguë", "schepers", "major-fractions"),
    rule="weights over a common divisor, rounded to the nearest",
    origin="D. Webster 1832, A. Sainte-Laguë 1910; Balinski & Young 1982, ch. 4",
    keeps=_DIVISOR,
    solve=divisor_method(Signposts(lean=1)),
)

JEFFERSON = Method(
    name="jefferson",
    aliases=("dhondt", "d'hondt", "hagenbach-bischoff", "greatest-divisors"),
    rule="weights over a common divisor, rounded down",
    origin="T. Jefferson 1792, V. D'Hondt 1882; Balinski & Young 1982, ch. 3",
    keeps=_DIVISOR | {Property.LOWER_QUOTA},
    solve=divisor_method(Signposts(lean=2)),
)

ADAMS = Method(
    name="adams",
    aliases=("smallest-divisors",),
    rule="weights over a common divisor, rounded up",
    origin="J. Q. Adams 1832; Balinski & Young 1982, ch. 4",
    keeps=_DIVISOR | {Property.UPPER_QUOTA},
    solve=divisor_method(Signposts(lean=0)),
)

HILL = Method(
    name="hill",
    aliases=("huntington-hill", "equal-proportions"),
    rule="weights over a common divisor, rounded at the geometric mean of the neighbours",
    origin="J. A. Hill 1911, E. V. Huntington 1921; Balinski & Young 1982, ch. 6",
    keeps=_DIVISOR,
    solve=divisor_method(Signposts(bent=lambda k: (k * (k + 1), 1), squared=True)),
)

DEAN = Method(
    name="dean",
    aliases=("harmonic-mean",),
    rule="weights over a common divisor, rounded at the harmonic mean of the neighbours",
    origin="J. Dean 1832; Balinski & Young 1982, ch. 4",
    keeps=_DIVISOR,
    solve=divisor_method(Signposts(bent=lambda k: (2 * k * (k + 1), 2 * k + 1))),
)

METHODS = (LARGEST_REMAINDER, WEBSTER, JEFFERSON, ADAMS, HILL, DEAN)
"""Every method, in the order they are shown."""

_BY_NAME = {name: method for method in METHODS for name in (method.name, *method.aliases)}


def find_method(name: str) -> Method:
    """Find a method by its name or one of its aliases, in any case.

    Raises:
        ProblemError: no method has that name.
    """
    method = _BY_NAME.get(name.casefold().replace(" ", "-").replace("_", "-"))
    if method is None:
        known = ", ".join(method.name for method in METHODS)
        raise ProblemError(f"no method is called {name!r}; there are: {known}")
    return method


def apportion(
    weights: Sequence[int], house: int, method: Method | str = LARGEST_REMAINDER
) -> Apportionment:
    """Share out `house` whole units in proportion to `weights`, exactly.

    >>> apportion([50, 30, 20], 7).units
    (4, 2, 1)

    Args:
        weights: non-negative integers of any size, at least one of them positive.
        house: units to share out, zero or more, of any size.
        method: one of `METHODS`, or a name or alias of one.

    Returns:
        One number of units a weight, in the same order, that sum to `house`; and the ties that
        table order decided.

    Raises:
        ProblemError: the problem is not such, or no method has that name.
    """
    if isinstance(method, str):
        method = find_method(method)
    return method.solve(weights, house)
