"""The explanations of a column: by every rounding rule, the best of them, and its rivals."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from allokera.audit.rounding.fit import Entry, Fit, Positions, fit
from allokera.audit.rounding.reconciled import (
    LARGEST_REMAINDER_RULE,
    RESIDUAL_RULE,
    largest_remainder_fits,
    residual_to_largest_fit,
)
from allokera.audit.rounding.rules import ALONE, EVERYDAY, RULES
from allokera.kronor.amount import Amount

PLENTY = 16
"""Rows that, where they agree, accuse a single one: to acquit it, two of them must be wrong."""


class Setting(NamedTuple):
    """What a column is tried by.

    Attributes:
        weights: one a row; None where it cannot be read, or the row is no recipient's.
        is_whole: whether every recipient has a weight.
        base_unit: what the weights are rounded to; 0 where they are exact.
        rule: the name of the rounding rule; None tries all.
        envelope: ones, or None.
    """

    weights: tuple[int | None, ...]
    is_whole: bool = True
    base_unit: int = 0
    rule: str | None = None
    envelope: Amount | None = None

    @property
    def shares(self) -> dict[int, int]:
        """The positive weights, by row."""
        return {row: weight for row, weight in enumerate(self.weights) if weight}


def explain(entries: Sequence[Entry], setting: Setting) -> dict[str, Fit | None]:
    """Explain the entries by every rule that is to be tried."""
    known: Positions = {}
    fits = {
        rule.name: fit(rule, entries, known=known)
        for rule in RULES
        if setting.rule in {None, rule.name}
    }
    weights = setting.shares
    whole = len(entries) == len(weights)
    usual = fits.get(RULES[0].name) or fit(RULES[0], entries)
    if usual is not None and setting.is_whole:
        if setting.rule in {None, LARGEST_REMAINDER_RULE}:
            houses = largest_remainder_fits(entries, weights, usual)
            fits[LARGEST_REMAINDER_RULE] = houses[0] if houses else None
        if setting.rule in {None, RESIDUAL_RULE} and whole and usual.suspects:
            fits[RESIDUAL_RULE] = residual_to_largest_fit(entries)
    return fits


def best_of(
    fits: Mapping[str, Fit | None], entries: Sequence[Entry], setting: Setting
) -> Fit | None:
    """Take the explanation of most rows, the first of several; the weights' rounding helps last."""
    best = max((each for each in fits.values() if each), key=lambda each: each.depth, default=None)
    if best is None or not best.suspects or not setting.base_unit:
        return best
    usual = fits.get(RULES[0].name) or best
    # the likeliest rule with rounded weights, before a less likely one with exact weights
    for rule in dict.fromkeys((usual.rule, best.rule)):
        loose = fit(rule, entries, slack=setting.base_unit) if rule.name in ALONE else None
        strict = fits.get(rule.name)
        gained = loose is not None and strict is not None and loose.depth > strict.depth
        needed = best.depth + (best.rule.name not in ALONE)
        if loose is not None and gained and loose.depth >= needed:
            return loose
    return best


def rivals_of(
    best: Fit, fits: Mapping[str, Fit | None], entries: Sequence[Entry], setting: Setting
) -> tuple[Fit, ...]:
    """Gather what explains as many rows in another way, or by the same rule one row fewer.

    One row fewer is no rival where plenty agree and one is left out.
    """
    usual = fits.get(RULES[0].name)
    if best.rule.name == LARGEST_REMAINDER_RULE and usual is not None:
        return largest_remainder_fits(entries, setting.shares, usual)
    if not best.suspects or best.rule.name not in ALONE:
        return (best,)
    near = best
    is_sure = best.suspects == 1 and best.depth >= PLENTY
    if best.possible or (best.rival >= best.depth - 1 and not is_sure):
        found = fit(best.rule, entries, within=1, slack=best.slack)
        assert found is not None, "what fitted once fits again"
        near = found._replace(factor=found.hull)
    others = (
        each._replace(factor=each.hull)
        for name, each in fits.items()
        if each is not None
        and name in EVERYDAY
        and each.rule is not best.rule
        and each.depth == best.depth
    )
    return (near, *others)
