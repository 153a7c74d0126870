"""How likely mistakes and exceptions are before a table is looked at. All rates stand here.

Two sets of rates are used throughout. By the usual ones a printed number is wrong as often as
anywhere; by the cautious ones a table was looked over before it was printed. With one alone, long
tables with a single unprinted part were accused, or short ones never.
"""

from collections.abc import Sequence
from fractions import Fraction
from math import comb

SURE, LIKELY = 1_000, 10
"""Odds from which a cell is called wrong, and warned of: of so many that are, one is not."""

MISTAKE = Fraction(1, 1_000)
"""How often a printed number is wrong. Too low, and misprints look like rules; too high, and rules
look like misprints."""

TABLES = 10
"""One table in so many holds a mistake, of those that were looked over: its cells share that."""

KEYED = Fraction(1, 2)
"""The part of mistakes that are one slip; the others may be any number."""

BLOCKS = Fraction(1, 100)
"""The part of mistakes that a block of cells makes, moved by a row or in another unit: all lengths
are as likely. Nobody has counted them; two wrong cells by themselves are a million to one."""

KINDS = 7
"""Kinds of slips, all as likely: a digit lost, added, replaced, exchanged, the mark moved, the sign
changed, rows exchanged."""

FITTED, PRINTED, NAMED, STATED = (
    Fraction(1, 2),
    Fraction(1, 100),
    Fraction(1, 10_000),
    Fraction(1, 10_000_000),
)
"""How often a relation has places where it does not apply: one with fitted parameters, which is a
guess; one between printed numbers; a row named a sum; one that a heading states."""

ROUND_SHARE = Fraction(1, 100_000)
"""How often what an exception is given is just so many per cent of what the rule gives: one case in
a hundred, all whole per cents to a thousand alike."""

LIKE_OTHERS = Fraction(1, 2)
"""How often an exception is given what other exceptions are given: a most, an amount set for all of
a kind. The other half holds anything."""

_MOST_OPEN = 20
"""Other failures of a law that may be either, at most: the likeliest exceptions count as such."""

_BITS = 64
"""Binary digits that are kept of a likelihood."""

_BEYOND = 1 << (2 * _BITS)
"""Odds that nothing outweighs: from there on it counts as known what another failure is. Without,
hundreds that one event explains would count as exceptions, and long numbers take long to add up."""


def shortened(chance: Fraction) -> Fraction:
    """Keep the leading binary digits, so that sums of many likelihoods stay short."""
    spare = chance.denominator.bit_length() - chance.numerator.bit_length()
    shift = max(0, _BITS + spare)
    return Fraction(-((-chance.numerator << shift) // chance.denominator), 1 << shift)


def is_at_least(share: Fraction, odds: int) -> bool:
    """Whether a part of one is so many to one."""
    return share * (odds + 1) >= odds


def mistake(cells: int, *, is_cautious: bool) -> Fraction:
    """Say how often a number is wrong in a table of so many."""
    return min(MISTAKE, Fraction(1, TABLES * max(cells, 1))) if is_cautious else MISTAKE


def exception(
    places: int, others: Sequence[Fraction], known: int, rate: Fraction, *, is_cautious: bool
) -> Fraction:
    """Say what odds one more place of a law has to be an exception.

    Args:
        places: how many the law speaks of.
        others: of each other place that fails, how many times likelier that is for an exception.
        known: places that are exceptions without doubt.
        rate: how often such laws have exceptions at all.
    """
    leaning = sorted(odds for odds in others if Fraction(1, _BEYOND) < odds < _BEYOND)
    known += sum(odds >= _BEYOND for odds in others) + max(0, len(leaning) - _MOST_OPEN)
    counts = [Fraction(1)]  # how likely so many of the others are exceptions, all in proportion
    for odds in leaning[:_MOST_OPEN]:
        apart, more = [*counts, Fraction(0)], [Fraction(0), *counts]
        counts = [shortened(a + b * odds) for a, b in zip(apart, more, strict=True)]

    start = Fraction(0)

    def among(count: int) -> Fraction:
        count = min(count, places)
        if is_cautious and count:
            ways = places.bit_length() << (count.bit_length() - 1)
        else:
            ways = places + 1
        return Fraction(rate, ways * comb(places, count)) + (0 if count else 1 - rate)

    as_many, one_more = (
        sum((share * among(known + more + count) for count, share in enumerate(counts)), start)
        for more in (0, 1)
    )
    return shortened(Fraction(one_more, as_many))


def any_error(error: int, most: int, grain: int = 1) -> Fraction:
    """Say how likely just this error is among all: every length in binary is as likely.

    Args:
        error: not nothing, in units.
        most: the largest number, in the same.
        grain: what all such errors are multiples of.
    """
    length = error.bit_length()
    ways = max(most.bit_length(), length) << length
    return Fraction(grain, max(ways, 2 * grain))


def any_error_among(low: int, high: int, most: int) -> Fraction:
    """Add the same up over all errors from one to another, both above nothing."""
    return _any_error_to(high, most) - _any_error_to(low - 1, most)


def _any_error_to(error: int, most: int) -> Fraction:
    if error <= 0:
        return Fraction(0)
    length, lengths = error.bit_length(), most.bit_length()
    if length > lengths:
        return Fraction(1, 2)
    within = Fraction(error + 1 - (1 << (length - 1)), 1 << (length - 1))
    return Fraction(length - 1 + within, 2 * lengths)


def extra(low: int, high: int, most: int, *, is_rounding: bool) -> Fraction:
    """Bound how likely something more that is not printed comes to a number between two.

    It may be any amount, or a round one: of these every length is as likely, and every count of
    digits before the noughts. What rounding leaves is the likelier the smaller it is.
    """
    digits = len(str(low))
    kept = next(
        kept
        for kept in range(1, digits + 1)
        if -(-low // 10 ** (digits - kept)) * 10 ** (digits - kept) <= high
    )
    lengths = max(len(str(most)), digits)
    round_amount = Fraction(1, 2 * lengths * digits * 9 * 10 ** (kept - 1))
    left = Fraction(int(is_rounding), 2 * low + 1)
    return max(Fraction(any_error(low, most) + round_amount, 2), left)


def is_round_share(printed: int, grain: int, low: int, high: int) -> bool:
    """Whether a number is a whole per cent of what it should be.

    Args:
        printed: in units, rounded to grain.
        low: the least that it should be, in grains.
        high: the most.
    """
    if min(low, high, printed) <= 0:  # no grain may lie between the least and the most
        return False
    first = -(-100 * (2 * printed - grain) // (2 * high * grain))
    last = 100 * (2 * printed + grain) // (2 * low * grain)
    return first <= last and 0 < last <= 1_000
