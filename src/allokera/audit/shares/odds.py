"""The odds that a cell is wrong, and not a row that follows another rule.

A factor that was fitted is printed nowhere, and rows may be exempt from it: a minimum, an amount
set by hand. So a cell is called wrong only where a mistake of typing is out of all proportion
likelier. All is reckoned in fractions, by two sets of rates: the usual, and what caution grants.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import accumulate
from math import comb
from typing import NamedTuple

from allokera.audit.report.report import Severity
from allokera.audit.shares.mending import Mending
from allokera.audit.shares.trial import Trial
from allokera.diagnosis.rates import (
    FITTED,
    KEYED,
    KINDS,
    LIKELY,
    SURE,
    any_error,
    mistake,
    shortened,
)
from allokera.kronor.keying import KEYSTROKES, Slip, results

_ROUND = _COARSE = Fraction(1, 4)
"""The parts of such rows that hold a round amount more, one digit and noughts, or are rounded to a
coarser step than the others; the rest may hold anything more."""

_STEPS = 6
"""Coarser steps, all as likely."""


class Odds(NamedTuple):
    """How many to one it is that rows are wrong, by two sets of rates."""

    usual: Fraction
    cautious: Fraction

    @property
    def severity(self) -> Severity:
        """What may be said by these odds."""
        if min(self) >= SURE:
            return Severity.ERROR
        return Severity.WARNING if self.usual >= LIKELY else Severity.NOTE


def are_slips(trial: Trial) -> bool:
    """Whether each accused row is one keystroke from the one amount that the others allow.

    Then two rows prove that something is wrong, and a slip of a finger explains all of it. Where
    one row is off by anything else, rows do follow another rule, and odds decide. One unit off is
    no slip: rows that are rounded together, in a year or over years, are.
    """
    return bool(trial.accused) and all(_is_slip(trial, row) for row in trial.accused)


def _is_slip(trial: Trial, row: int) -> bool:
    mending = trial.mendings.get(row)
    return (
        mending is not None
        and mending.suggestion is not None
        and mending.candidates[0].slip in KEYSTROKES
        and _error(trial, row, mending) > 1
    )


def odds_of(trial: Trial) -> dict[int, Odds]:
    """Weigh the accused rows of a column together: some are mistakes, the rest follow another rule.

    The rows that are likeliest mistakes are so first: none of them, one, two, up to all.
    """
    rows = [row for row in trial.accused if trial.amounts[row] is not None]
    count = len(trial.entries)
    largest = max((abs(entry.units) for entry in trial.entries), default=0)
    slipped = {row: _slipped(trial, row, largest) for row in rows}
    held = {row: _held_more(trial, row, largest) for row in rows}
    leaning = {row: Fraction(slipped[row], held[row]) for row in rows}
    rows.sort(key=leaning.__getitem__, reverse=True)
    found = []
    for is_cautious in (False, True):
        rate = mistake(count, is_cautious=is_cautious)
        weights = [Fraction(1)]  # how likely so many are mistakes, all in proportion
        for wrong, row in enumerate(rows, 1):
            fewer, more = (
                _special(count, len(rows) - each, is_cautious=is_cautious)
                for each in (wrong, wrong - 1)
            )
            weights.append(shortened(weights[-1] * rate * leaning[row] * Fraction(fewer, more)))
        total = sum(weights)
        less = accumulate(weights)
        found.append(
            {row: Fraction(total - each, each) for row, each in zip(rows, less, strict=False)}
        )
    usual, cautious = found
    return {row: Odds(usual[row], cautious[row]) for row in rows}


def _special(count: int, special: int, *, is_cautious: bool) -> Fraction:
    """Say how often just these rows of so many follow another rule: each number is as likely."""
    if not special:
        return Fraction(1)
    ways = comb(count, special)
    if is_cautious:
        return Fraction(FITTED, count.bit_length() * 2 ** (special - 1) * ways)
    return Fraction(FITTED, (count + 1) * ways)


def _slipped(trial: Trial, row: int, largest: int) -> Fraction:
    """Say how likely a mistake makes what is printed of what the other rows allow."""
    mending = trial.mendings.get(row)
    _, worth = trial.sheet.keyed(row)
    chance = sum(_chances(mending, worth), start=Fraction(0))
    return KEYED * chance + (1 - KEYED) * any_error(_error(trial, row, mending), largest)


def _chances(mending: Mending | None, worth: int) -> Iterator[Fraction]:
    for candidate in () if mending is None else mending.candidates:
        if candidate.slip is not Slip.UNIT:
            length = len(str(abs(candidate.amount) // worth))
            yield Fraction(1, KINDS * results(candidate.slip, length))


def _held_more(trial: Trial, row: int, largest: int) -> Fraction:
    """Say how likely a row that follows another rule holds just so much more or less."""
    error = _error(trial, row, trial.mendings.get(row))
    stripped = str(error).rstrip("0")
    is_round = len(stripped) == 1
    round_amount = Fraction(1, 9 * len(str(largest))) if is_round else Fraction(0)
    coarse = Fraction(_is_coarser(trial, row, error), _STEPS)
    anything = (1 - _ROUND - _COARSE) * any_error(error, largest)
    return anything + _ROUND * round_amount + _COARSE * coarse


def _is_coarser(trial: Trial, row: int, error: int) -> bool:
    """Whether a coarser step, that what is printed is a multiple of, explains how far it is off."""
    units = abs(trial.amounts[row] or 0) // trial.sheet.unit
    mending = trial.mendings.get(row)
    allowed = range(0) if mending is None else mending.allowed
    # other coarse rows may be among those that tell what is allowed
    width = len(allowed)
    step = 10
    while units and units % step == 0:
        if 2 * (error - width) <= step:
            return True
        step *= 10
    return False


def _error(trial: Trial, row: int, mending: Mending | None) -> int:
    """Say by how many units a row is off the nearest amount that the others allow."""
    unit, amount = trial.sheet.unit, trial.amounts[row] or 0
    allowed: Sequence[int] = () if mending is None else mending.allowed
    if not allowed:
        return abs(amount) // unit
    return max(0, allowed[0] - amount, amount - allowed[-1]) // unit
