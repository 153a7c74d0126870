"""How likely an exception is given what it is: an amount, or a part of what the rule gives."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.diagnosis.check import Changes, Check
from allokera.diagnosis.network import Network
from allokera.diagnosis.rates import LIKE_OTHERS, ROUND_SHARE, extra, is_round_share
from allokera.relations.bits import BIT, odds
from allokera.relations.evidence.pattern import Bounds

_TIGHT = 3 * BIT
"""Bits from which on sums are taken to be as exact here as elsewhere."""


def of_exception(network: Network, checks: Sequence[Check], fixed: Changes) -> Fraction:
    """Bound how likely an exception comes to what its target is off, in all its checks.

    Where a part of each is lost, nothing is known to be off.

    Args:
        fixed: numbers that some cells are taken to be.
    """
    return min((_of_one(network, check, fixed) for check in checks), default=Fraction(1))


def _of_one(network: Network, check: Check, fixed: Changes) -> Fraction:
    cell = check.target
    facts, printed = network.column(cell[1]), fixed.get(cell, network.printed(cell))
    grain = network.grain(cell)
    close, far = _given(check, fixed)
    low, high = -(-close[0] // grain), close[1] // grain
    error = max(low - printed // grain, printed // grain - high, 1)
    is_rounding = check.is_slight or (not check.is_free and 2 * error <= len(check.law.lines))
    chance = extra(error, error + max(high - low, 0), facts.most // grain, is_rounding=is_rounding)
    if is_round_share(printed, grain, low, high):
        chance = max(chance, ROUND_SHARE)
    chance = max(chance, LIKE_OTHERS * _of_like(check, fixed))
    near, wide = (
        max(1, each[1] // facts.unit + -each[0] // facts.unit + 1) for each in (close, far)
    )
    ways = near + (wide - near) * Fraction(1, odds(check.law.group.exactness))
    return min(chance * ways, Fraction(1))


def _of_like(check: Check, fixed: Changes) -> Fraction:
    """Say in what part of the other lines that break a law just the same stands."""
    view, target = check.view, check.law.claim.target

    def number(line: int) -> int | None:
        return fixed.get(view.cell(line, target), view.values[line][target])

    others = check.law.broken - {check.line}
    alike = sum(number(line) == number(check.line) for line in others)
    return Fraction(alike, len(others) + 1)


def _given(check: Check, fixed: Changes) -> tuple[Bounds, Bounds]:
    """Bound a target by the others: as exactly as the law holds elsewhere, and at all."""
    far = check.allowed(check.target, fixed) or (0, 0)
    if check.linear is None or check.law.group.exactness < _TIGHT:
        return far, far
    window = min(check.linear.tight, check.window)
    return check.allowed(check.target, fixed, window=window) or far, far
