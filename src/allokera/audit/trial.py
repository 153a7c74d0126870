"""One column on trial: do the rows agree, which of them are wrong, and what they must have been."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from allokera.audit.fit import Entry, Fit, fit
from allokera.audit.mending import Mending, mend
from allokera.audit.rules import RULES, Rule
from allokera.audit.sheet import Sheet

FEWEST = 4
"""Rows that must agree before another is called wrong."""


class Standing(StrEnum):
    """What the rows of a column say of each other.

    Attributes:
        CONSISTENT: one factor explains all that can be read.
        ACCUSED: one factor explains most, and the others are wrong.
        OPEN: they contradict each other, or are too few, and none can be told to be wrong.
        UNCHECKED: there are not two rows to compare.
    """

    CONSISTENT = "consistent"
    ACCUSED = "accused"
    OPEN = "open"
    UNCHECKED = "unchecked"


SOUND = frozenset({Standing.CONSISTENT, Standing.ACCUSED})
"""Where the rows agree on a factor."""


class Trial(NamedTuple):
    """One column of amounts, held against the weights.

    Attributes:
        entries: the rows that can be read and have a positive weight.
        fits: the best explanation by every rule tried, in their order.
        fit: the best of those, or None where nothing can be compared.
        accused: rows that no plausible explanation covers.
        doubtful: rows that some plausible explanations cover and others do not.
        mendings: what accused and unreadable cells may have been, by row.
        settled: the best explanation by the same rule, the one-candidate mendings accepted.
    """

    sheet: Sheet
    entries: tuple[Entry, ...]
    rules: tuple[Rule, ...]
    fits: tuple[Fit | None, ...]
    fit: Fit | None
    standing: Standing
    accused: tuple[int, ...]
    doubtful: tuple[int, ...]
    mendings: Mapping[int, Mending]
    settled: Fit | None

    @property
    def mended(self) -> tuple[int | None, ...]:
        """The amounts in kronor, with the one-candidate mendings accepted."""
        suggested = {row: mending.suggestion for row, mending in self.mendings.items()}
        return tuple(
            suggested[row] if suggested.get(row) is not None else amount
            for row, amount in enumerate(self.sheet.amounts)
        )


def try_column(sheet: Sheet, weights: Sequence[int | None], rule: Rule | None) -> Trial:
    """Hold a column against the weights.

    Args:
        weights: one a row; None where it cannot be read.
        rule: the rounding rule; None tries all.
    """
    rules = RULES if rule is None else (rule,)
    entries = make_entries(sheet.amounts, weights, sheet.unit)
    fits = tuple(fit(each, entries) for each in rules)
    best = max((each for each in fits if each), key=lambda each: each.depth, default=None)
    standing, accused, doubtful = _judge(entries, best)
    mendings: dict[int, Mending] = {}
    if best is not None and standing in SOUND:
        accused = tuple(sorted({*accused, *_impossible(sheet, weights)}))
        standing = Standing.ACCUSED if accused else standing
        unread = [row for row, amount in enumerate(sheet.amounts) if amount is None]
        for row in (*accused, *unread):
            if weight := weights[row]:
                mending = mend(sheet.readings[row], weight, sheet.unit, best)
                if not (sheet.readings[row].is_nothing and 0 in mending.allowed):
                    mendings[row] = mending
    trial = Trial(
        sheet=sheet,
        entries=entries,
        rules=rules,
        fits=fits,
        fit=best,
        standing=standing,
        accused=accused,
        doubtful=doubtful,
        mendings=mendings,
        settled=best,
    )
    if best is None or not mendings:
        return trial
    return trial._replace(settled=fit(best.rule, make_entries(trial.mended, weights, sheet.unit)))


def make_entries(
    amounts: Sequence[int | None], weights: Sequence[int | None], unit: int
) -> tuple[Entry, ...]:
    """Gather the rows that say something of the factor: whole units for a positive weight."""
    return tuple(
        Entry(row, weight, amount // unit)
        for row, (amount, weight) in enumerate(zip(amounts, weights, strict=True))
        if amount is not None and weight and amount % unit == 0
    )


def _judge(
    entries: Sequence[Entry], best: Fit | None
) -> tuple[Standing, tuple[int, ...], tuple[int, ...]]:
    """Say how the rows stand, which of them are accused, and which are in doubt."""
    if best is None or len(entries) < 2:
        return Standing.UNCHECKED, (), ()
    if best.suspects == 0:
        return (Standing.CONSISTENT if len(entries) >= FEWEST else Standing.OPEN), (), ()
    if best.depth < FEWEST or best.depth * 2 <= len(entries):
        return Standing.OPEN, (), (*best.certain, *best.possible)
    if best.possible or best.rival >= best.depth - 1:
        near = fit(best.rule, entries, within=1)
        assert near is not None, "what fitted once fits again"
        standing = Standing.ACCUSED if near.certain else Standing.OPEN
        return standing, near.certain, near.possible
    return Standing.ACCUSED, best.certain, ()


def _impossible(sheet: Sheet, weights: Sequence[int | None]) -> list[int]:
    """List the rows that no factor explains: parts of a unit, or an amount for no weight."""
    return [
        row
        for row, (amount, weight) in enumerate(zip(sheet.amounts, weights, strict=True))
        if amount is not None
        and weight is not None
        and (amount % sheet.unit or (amount and not weight))
    ]
