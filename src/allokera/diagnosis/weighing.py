"""Weighing explanations by how often such things happen: each gets its share of one."""

from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import prod
from typing import NamedTuple

from allokera.diagnosis.check import Check
from allokera.diagnosis.likelihood import Explanation
from allokera.diagnosis.rates import FITTED, NAMED, PRINTED, STATED, exception, mistake, shortened
from allokera.relations.laws.law import Group, Law

_ROUNDS = 3
"""How often laws and components are weighed by each other."""

Shares = tuple[tuple[Fraction, Explanation], ...]
"""Explanations, each with its share of one."""


class Component(NamedTuple):
    """Failing checks that share cells, and all that may explain them.

    Attributes:
        is_whole: whether these are all explanations of their size.
    """

    failing: Sequence[Check]
    explanations: Sequence[Explanation]
    is_whole: bool


def _rate(law: Law) -> Fraction:
    """Say how often such a law has exceptions at all."""
    if law.is_told:
        return STATED
    if law.is_stated:
        return STATED if law.claim.view.is_across else NAMED
    return FITTED if law.claim.pattern.free and not law.is_share else PRINTED


def weigh(found: Sequence[Component], cells: int, *, is_cautious: bool) -> list[Shares]:
    """Give each explanation of every component its share.

    How likely an exception is hangs on what the law's other failures are: all are weighed in turn.

    Args:
        cells: how many numbers the sheet holds.
    """
    rate = mistake(cells, is_cautious=is_cautious)
    explained = [each for each in found if each.explanations]
    checks = [check for each in explained for check in each.failing]
    open_ = [check for each in found if not each.explanations for check in each.failing]
    known = Counter(check.law.group for check in open_)
    leaning: dict[Check, Fraction | None] = dict.fromkeys(checks)
    weighed: list[Shares] = []
    for _ in range(_ROUNDS):
        rates = _exceptions(leaning, known, is_cautious=is_cautious)
        weighed = [_shares(each, rates, rate) for each in found]
        for component, shares in zip(found, weighed, strict=True):
            for check in component.failing if shares else ():
                leaning[check] = _leaning(check, shares, rates[check])
    return weighed


def _exceptions(
    leaning: Mapping[Check, Fraction | None], known: Mapping[Group, int], *, is_cautious: bool
) -> dict[Check, Fraction]:
    """Say what odds each failing check has to be an exception, by the others of its law.

    Args:
        leaning: how many times likelier each is an exception, by what else explains it; None of
            those that are exceptions without doubt.
        known: others that are, or are left open, by what laws have in common.
    """
    by_law: dict[Group, list[Check]] = {}
    for check in leaning:
        by_law.setdefault(check.law.group, []).append(check)
    found = {}
    for group, members in by_law.items():
        for check in members:
            others = [leaning[each] for each in members if each is not check]
            undecided = [each for each in others if each is not None]
            sure = group.doubtful + known.get(group, 0) + len(others) - len(undecided)
            found[check] = exception(
                group.places, undecided, sure, _rate(check.law), is_cautious=is_cautious
            )
    return found


def _leaning(check: Check, shares: Shares, odds: Fraction) -> Fraction | None:
    """Say how many times likelier a check is an exception than by the odds that it had."""
    excused = sum(
        (share for share, how in shares if any(check in some for some in how.exceptions)),
        Fraction(0),
    )
    if excused >= 1:
        return None
    return shortened(Fraction(excused, odds * (1 - excused)))


def _shares(component: Component, rates: Mapping[Check, Fraction], rate: Fraction) -> Shares:
    weights = [
        each.likelihood
        * rate**each.mistakes
        * prod((min(rates[check] for check in some) for some in each.exceptions), start=Fraction(1))
        for each in component.explanations
    ]
    total = sum(weights, Fraction(0))
    return tuple(
        (shortened(Fraction(weight, total)), each)
        for weight, each in zip(weights, component.explanations, strict=True)
    )
