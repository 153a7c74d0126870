"""Rivals of a law: that all lines carry an unprinted error, and those that agree do so by chance.

The error is equal for all lines, or in proportion to their size. What lines tell against it is
counted in bits, like all evidence.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from typing import NamedTuple, TypeVar

from allokera.relations.bits import BIT, CERTAIN, LAW, bits, choosing
from allokera.relations.evidence.pattern import Measure

Name = TypeVar("Name", bound=Hashable)

Held = tuple[int, Measure]
"""How far a line may be off, and how far it is."""


class Witnesses(NamedTuple):
    """Lines that speak against a rival.

    Attributes:
        lines: those that agree.
        price: bits that it takes to choose them.
        named: bits that it took to name the claim.
        is_smooth: whether nothing is known of where in its window a line is.
    """

    lines: Sequence[Held]
    price: int
    named: int
    is_smooth: bool

    def told(self, error: Fraction, *, in_proportion: bool) -> int:
        """Say by how many bits so many lines would hardly have agreed if each carried an error.

        The claim was one of many that were tried. It is named by what the lines would tell with the
        error, too, if that makes a law; else by how much less they would agree.
        """
        missed = left = 0
        for window, each in self.lines:
            size = int(error * each.size) if in_proportion else int(error)
            own = _missed(window, size, self.is_smooth)
            missed += own
            left += max(0, each.told - own)
        return missed - self.price - min(self.named, max(0, self.named + LAW - left))


def against_rivals(
    held: Sequence[Held],
    slips: Sequence[Held],
    keyed: int,
    price: int,
    named: int,
    *,
    is_smooth: bool,
) -> list[Witnesses]:
    """List what speaks against rivals: all lines that agree, slips with them, or exact lines.

    Args:
        held: lines that agree.
        slips: lines off that one slip mends: of a rival's errors none is just what a slip leaves.
        keyed: bits that it takes to name these slips.
        price: bits that it takes to choose which lines are off.
        named: bits that it took to name the claim.
        is_smooth: whether nothing is known of where in its window a line is.
    """
    right = [(each.tight, each) for _, each in held if each.off <= each.tight]
    # what is right to the last place would hardly be, whether all lines ought to be or not
    chosen = price + choosing(len(held), len(held) - len(right)) + BIT
    found = [Witnesses(held, price, named, is_smooth), Witnesses(right, chosen, named, True)]
    if slips:
        found.append(Witnesses([*held, *slips], price + keyed, named, is_smooth))
    return found


def beyond_doubt(off: Mapping[Name, Held], against: Sequence[Witnesses]) -> set[Name]:
    """Keep the lines whose error no rival can have, beyond doubt."""

    def is_refuted(error: Fraction, in_proportion: bool) -> bool:
        return _told(against, error, in_proportion=in_proportion) >= LAW

    errors = {name: _errors(*each) for name, each in off.items()}
    alike = _refuted(
        {name: error for name, (error, _) in errors.items()},
        partial(is_refuted, in_proportion=False),
    )
    return _refuted(
        {name: errors[name][1] for name in alike}, partial(is_refuted, in_proportion=True)
    )


def doubt(held: Held, against: Sequence[Witnesses]) -> int:
    """Say by how many bits the error of a line is none that all carry: by the better rival."""
    error, share = _errors(*held)
    told = min(
        _told(against, error, in_proportion=False), _told(against, share, in_proportion=True)
    )
    return max(0, min(told, LAW))


def _errors(window: int, measured: Measure) -> tuple[Fraction, Fraction]:
    """Say how far a line is off beyond its window, and what part of its size that is."""
    beyond = measured.off - window
    return Fraction(beyond), Fraction(beyond, measured.size or measured.off)


def _told(against: Sequence[Witnesses], error: Fraction, *, in_proportion: bool) -> int:
    return max((each.told(error, in_proportion=in_proportion) for each in against), default=0)


def _refuted(errors: Mapping[Name, Fraction], is_refuted: Callable[[Fraction], bool]) -> set[Name]:
    """Keep the lines whose error is refuted; what refutes an error refutes all larger ones."""
    ordered = sorted(set(errors.values()))
    low, high = 0, len(ordered)
    while low < high:
        middle = (low + high) // 2
        low, high = (low, middle) if is_refuted(ordered[middle]) else (middle + 1, high)
    return {name for name, error in errors.items() if low < len(ordered) and error >= ordered[low]}


def _missed(window: int, error: int, is_smooth: bool) -> int:
    """Say by how many bits a line that carries an error of this size would have been off.

    What rounding leaves is spread evenly over a tight window: an error of e takes e / 4w of it
    away while it is below 2w, and leaves w / e above that. Of a wide window nothing is known.
    """
    if window <= 0:
        return CERTAIN if error else 0
    if is_smooth or error >= 2 * window:
        return bits(error, window)
    return bits(4 * window, 4 * window - error)
