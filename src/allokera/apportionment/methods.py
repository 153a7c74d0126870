"""The methods, as values: their names, and how they are solved.

A method is added by listing it in `METHODS`. What it does not promise is listed in `promises`, and
its rule is worded in `render.language`; options, help and documents are made of these.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from allokera.apportionment.answer import Apportionment
from allokera.apportionment.divisor import divisor_method
from allokera.apportionment.largest_remainder import largest_remainder
from allokera.apportionment.limits import Limits, check_limits, check_problem
from allokera.apportionment.messages import ApportionmentMessages
from allokera.apportionment.signposts import (
    GEOMETRIC,
    HARMONIC,
    Signposts,
    halves_but_the_first,
    stationary,
)
from allokera.errors import ProblemError

Solve = Callable[[Sequence[int], int, Limits | None], Apportionment]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Method:
    """One apportionment method.

    Attributes:
        name: as it is called on the command line and in documents.
        aliases: the other names it goes by in the literature.
        origin: who proposed it, and where it is described.
        solve: weights, house and limits, all checked, to units.
        signposts: where it rounds up; None where it rounds by remainders.
    """

    name: str
    aliases: tuple[str, ...]
    origin: str
    solve: Solve
    signposts: Signposts | None = None


LARGEST_REMAINDER = Method(
    name="largest-remainder",
    aliases=("hamilton", "hare-niemeyer", "vinton", "lr"),
    origin="A. Hamilton 1792, T. Hare 1857, H. Niemeyer 1970; Balinski & Young 1982, ch. 3",
    solve=largest_remainder,
)


def _divisor(
    name: str,
    signposts: Signposts,
    aliases: tuple[str, ...],
    origin: str,
) -> Method:
    return Method(
        name=name,
        aliases=aliases,
        origin=origin,
        solve=divisor_method(signposts),
        signposts=signposts,
    )


WEBSTER = _divisor(
    "webster",
    stationary(1),
    aliases=("sainte-lague", "sainte-laguë", "uddatalsmetoden", "schepers", "major-fractions"),
    origin="D. Webster 1832, A. Sainte-Laguë 1910; Balinski & Young 1982, ch. 4",
)

JEFFERSON = _divisor(
    "jefferson",
    stationary(2),
    aliases=("dhondt", "d'hondt", "heltalsmetoden", "hagenbach-bischoff", "greatest-divisors"),
    origin="T. Jefferson 1792, V. D'Hondt 1882; Balinski & Young 1982, ch. 3",
)

ADAMS = _divisor(
    "adams",
    stationary(0),
    aliases=("smallest-divisors",),
    origin="J. Q. Adams 1832; Balinski & Young 1982, ch. 4",
)

HILL = _divisor(
    "hill",
    GEOMETRIC,
    aliases=("huntington-hill", "equal-proportions"),
    origin="J. A. Hill 1911, E. V. Huntington 1921; Balinski & Young 1982, ch. 6",
)

DEAN = _divisor(
    "dean",
    HARMONIC,
    aliases=("harmonic-mean",),
    origin="J. Dean 1832; Balinski & Young 1982, ch. 4",
)

MODIFIED_1_4 = _divisor(
    "sainte-lague-1.4",
    halves_but_the_first(7, 10),
    aliases=("modified-sainte-lague-1.4", "modified-sainte-laguë-1.4", "modified-webster-1.4"),
    origin="Sweden's elections before 2018, Norway's; Pukelsheim 2017, sec. 3.11",
)

MODIFIED_1_2 = _divisor(
    "sainte-lague-1.2",
    halves_but_the_first(6, 10),
    aliases=(
        "modified-sainte-lague-1.2",
        "modified-sainte-laguë-1.2",
        "modified-webster-1.2",
        "jämkade-uddatalsmetoden",
    ),
    origin="Sweden's elections since 2018; vallagen (2005:837) ch. 14, sec. 3",
)

METHODS = (
    LARGEST_REMAINDER,
    WEBSTER,
    JEFFERSON,
    ADAMS,
    HILL,
    DEAN,
    MODIFIED_1_4,
    MODIFIED_1_2,
)
"""Every method, in the order they are shown."""

_BY_NAME = {name: method for method in METHODS for name in (method.name, *method.aliases)}


def find_method(name: str) -> Method:
    """Find a method by its name or one of its aliases, in any case.

    Raises:
        ProblemError: no method has that name; the message suggests.
    """
    written = name.casefold().replace(" ", "-").replace("_", "-")
    method = _BY_NAME.get(written)
    if method is None:
        near = dict.fromkeys(_BY_NAME[each].name for each in get_close_matches(written, _BY_NAME))
        if near:
            raise ProblemError(
                ApportionmentMessages.no_method_but_near, name=name, near=tuple(near)
            )
        known = tuple(each.name for each in METHODS)
        raise ProblemError(ApportionmentMessages.no_method, name=name, choices=known)
    return method


def apportion(
    weights: Sequence[int],
    house: int,
    method: Method | str = LARGEST_REMAINDER,
    *,
    lower: Sequence[int] | None = None,
    upper: Sequence[int | None] | None = None,
    order: Sequence[int] | None = None,
) -> Apportionment:
    """Share out `house` whole units in proportion to `weights`, exactly.

    >>> apportion([50, 30, 20], 7).units
    (4, 2, 1)
    >>> apportion([50, 30, 20], 7, "jefferson", upper=[3, None, None]).units
    (3, 3, 1)

    Args:
        weights: non-negative integers of any size, at least one of them positive.
        house: units to share out, zero or more, of any size.
        method: one of `METHODS`, or a name or alias of one.
        lower: units that each row has at least; a row without weight has just these.
        upper: units that each row has at most, or None.
        order: the places of all rows, in the order in which equal claims are served; None for that
            of the weights.

    Returns:
        One number of units a weight, in the same order, that sum to `house`; the ties that such an
        order decided; the rows that a limit binds.

    Raises:
        ProblemError: the problem is not such, its limits cannot be kept, or no method has that
            name.
    """
    if isinstance(method, str):
        method = find_method(method)
    check_problem(weights, house)
    limits = None
    if lower is not None or upper is not None:
        limits = check_limits(weights, house, lower, upper)
    if order is None:
        return method.solve(weights, house, limits)
    if limits is not None:
        limits = Limits(*([side[place] for place in order] for side in limits))
    return method.solve([weights[place] for place in order], house, limits).put_back(order)
