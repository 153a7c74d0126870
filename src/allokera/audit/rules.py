"""The ten ways a publisher may have rounded, and what each printed number of units allows.

A rule is its pre-image: the exact numbers of units that it rounds to `k`. The first eight are those
of spreadsheets and programs; the last two round at the signposts of Hill and of Dean. The other
divisor methods are among the first: Webster's is half-up, Adams's ceiling, Jefferson's floor.
"""

from collections.abc import Callable
from typing import NamedTuple


class Ends(NamedTuple):
    """A pre-image with its ends as plain integers, to be compared by the thousand.

    The ends are `lower / denominator` and `upper / denominator`, or the square roots of those where
    the rule compares by squares.
    """

    lower: int
    upper: int
    lower_denominator: int
    upper_denominator: int
    lower_closed: bool
    upper_closed: bool


class Rule(NamedTuple):
    """One way to round an exact number of units to a whole one.

    Attributes:
        name: one of AUDIT's names, as documents carry it.
        wording: what it does, as a sentence goes on: "the rows are rounded ...".
        preimage: the numbers that it rounds to `k`; None where it rounds nothing to `k`.
        squared: whether the ends are square roots of what `preimage` gives.
        nearest: whether it misses the exact number by half a unit at most, instead of one.
    """

    name: str
    wording: str
    preimage: Callable[[int], Ends | None]
    squared: bool = False
    nearest: bool = False


def _half_up(k: int) -> Ends:
    return Ends(2 * k - 1, 2 * k + 1, 2, 2, True, False)


def _half_down(k: int) -> Ends:
    return Ends(2 * k - 1, 2 * k + 1, 2, 2, False, True)


def _half_even(k: int) -> Ends:
    return Ends(2 * k - 1, 2 * k + 1, 2, 2, k % 2 == 0, k % 2 == 0)


def _nearest(k: int) -> Ends:
    return Ends(2 * k - 1, 2 * k + 1, 2, 2, True, True)


def _half_away(k: int) -> Ends:
    return Ends(2 * k - 1, 2 * k + 1, 2, 2, k > 0, k < 0)


def _floor(k: int) -> Ends:
    return Ends(k, k + 1, 1, 1, True, False)


def _ceiling(k: int) -> Ends:
    return Ends(k - 1, k, 1, 1, False, True)


def _truncation(k: int) -> Ends:
    if k == 0:
        return Ends(-1, 1, 1, 1, False, False)
    return _floor(k) if k > 0 else _ceiling(k)


def _dean(k: int) -> Ends | None:
    """Round at harmonic means: 2k(k-1) / (2k-1) is the signpost below k. Nothing becomes 0."""
    if k < 1:
        return None
    return Ends(2 * k * (k - 1), 2 * k * (k + 1), 2 * k - 1, 2 * k + 1, True, False)


def _hill(k: int) -> Ends | None:
    """Round at geometric means, given by their squares k(k-1). Nothing becomes 0."""
    if k < 1:
        return None
    return Ends(k * (k - 1), k * (k + 1), 1, 1, True, False)


RULES = (
    Rule("half-up", "to the nearest, ties up", _half_up, nearest=True),
    Rule("half-even", "to the nearest, ties to even", _half_even, nearest=True),
    Rule("half-down", "to the nearest, ties down", _half_down, nearest=True),
    Rule("half-away", "to the nearest, ties away from zero", _half_away, nearest=True),
    Rule("nearest", "to the nearest, ties either way", _nearest, nearest=True),
    Rule("floor", "down", _floor),
    Rule("ceiling", "up", _ceiling),
    Rule("truncation", "towards zero", _truncation),
    Rule("hill", "at geometric means (Huntington and Hill)", _hill, squared=True),
    Rule("dean", "at harmonic means (Dean)", _dean),
)
"""Every rule, the likeliest first: where several explain as many rows, the first is reported."""

ALONE = frozenset(rule.name for rule in RULES)
"""The rules that round every row on its own."""

EVERYDAY = ALONE - {"hill", "dean"}
"""Those that a spreadsheet offers: a publisher who says nothing used one of them."""


def find_rule(name: str) -> Rule | None:
    """Find a rule by its name."""
    return next((rule for rule in RULES if rule.name == name), None)
