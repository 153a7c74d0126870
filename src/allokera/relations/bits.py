"""Evidence in bits: logarithms to the base two in whole numbers, rounded against the claim.

Source: Shannon's measure of information; a coincidence of one in 2^n is worth n bits.
"""

from bisect import bisect_right
from fractions import Fraction
from functools import lru_cache
from math import comb

BIT = 256
"""A bit, in the fractions that evidence is counted in."""

LAW = 20 * BIT
"""What a relation must be worth to be a law, which may accuse: one in a million by accident."""

LIKELY = 6 * BIT
"""What it must be worth to be reported at all: one in 64. It accuses nobody."""

_MOST = Fraction(3, 4)
"""What so many do is the rule, and what the others do an exception. Higher, and a table with four
rows has no exceptions; lower, and there are two rules."""

_NEARLY_ALL = Fraction(9, 10)
"""What so many do they all do, but for what stands apart by a mistake or by rounding."""

CERTAIN = 60 * BIT
"""More than anything is worth: what is impossible by accident."""

_PARTS = tuple(((BIT + part) ** BIT).bit_length() - 1 - 8 * BIT for part in range(BIT))
"""The logarithm of 1 + part / 256: a number raised to 256 has that length in binary."""


def bits(above: int, below: int = 1) -> int:
    """Take the logarithm of a quotient, rounded down; nothing where it is at most one."""
    if below <= 0:
        return CERTAIN
    if above <= below:
        return 0
    shift = max(0, 10 + below.bit_length() - above.bit_length())
    quotient = (above << shift) // below
    length = quotient.bit_length() - 1
    leading = quotient >> (length - 8) if length >= 8 else quotient << (8 - length)
    part: int = _PARTS[leading - BIT]
    return (length - shift) * BIT + part


def odds(count: int) -> Fraction:
    """Say how many to one so many bits are, rounded down: the inverse of the logarithm.

    >>> odds(10 * BIT)
    Fraction(1024, 1)
    """
    whole, part = divmod(count, BIT)
    return Fraction(2) ** whole * (1 + Fraction(bisect_right(_PARTS, part) - 1, BIT))


@lru_cache(4096)
def naming(count: int) -> int:
    """Say what it takes to name one of so many: their logarithm, rounded up."""
    return 0 if count <= 1 else bits(count) + 3 * (count & (count - 1) > 0)


@lru_cache(4096)
def choosing(count: int, chosen: int) -> int:
    """Say what it takes to name which of so many are chosen."""
    return naming(comb(count, chosen)) if chosen else 0


def are_most(some: int, of: int) -> bool:
    """Whether so many are most, so that the others are exceptions."""
    return some >= _MOST * of


def are_nearly_all(some: int, of: int) -> bool:
    """Whether so many are nearly all."""
    return some >= _NEARLY_ALL * of
