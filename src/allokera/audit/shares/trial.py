"""One column on trial: do the rows agree, which of them are wrong, and what they must have been."""

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from allokera.audit.rounding.allowed import allowed_units
from allokera.audit.rounding.fit import Entry, Fit, fit
from allokera.audit.rounding.rules import ALONE
from allokera.audit.shares.event import Amounts, Event, shifted_block, swapped_rows
from allokera.audit.shares.explaining import Setting, best_of, explain, rivals_of
from allokera.audit.shares.mending import Mending, allowed_amounts, mend
from allokera.audit.shares.sheet import Sheet, infer_unit, other_units
from allokera.audit.shares.units import unit_slip
from allokera.kronor.keying import Slip

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
        event: what happened to the column as a whole, or None.
        amounts: ones, as they must have been before that.
        entries: the rows that can be read and have a positive weight.
        fits: the best explanation by every rule tried, by the rule's name, in their order.
        fit: the best of those, or None where nothing can be compared.
        plausible: the explanations that explain as many rows, or one fewer.
        accused: rows that no plausible explanation covers.
        doubtful: rows that some plausible explanations cover and others do not.
        mendings: what accused and unreadable cells may have been, by row.
        settled: the best explanation by the same rule, the one-candidate mendings accepted.
    """

    sheet: Sheet
    event: Event | None
    amounts: Amounts
    entries: tuple[Entry, ...]
    fits: Mapping[str, Fit | None]
    fit: Fit | None
    plausible: tuple[Fit, ...]
    standing: Standing
    accused: tuple[int, ...]
    doubtful: tuple[int, ...]
    mendings: Mapping[int, Mending]
    settled: Fit | None

    @property
    def mended(self) -> Amounts:
        """The amounts in ones, with the event undone and the one-candidate mendings accepted."""
        suggested = {row: mending.suggestion for row, mending in self.mendings.items()}
        return tuple(
            suggested[row] if suggested.get(row) is not None else amount
            for row, amount in enumerate(self.amounts)
        )

    @property
    def suspects(self) -> int:
        """How many rows are left unexplained."""
        return len(self.entries) if self.fit is None else len({*self.accused, *self.doubtful})

    @property
    def cost(self) -> tuple[int, int]:
        """What it takes to believe this: wrong rows first, then weights that were rounded."""
        return self.suspects, 0 if self.fit is None else self.fit.slack

    @property
    def is_one_place(self) -> bool:
        """Whether the rows agree on one pool, and not on one of several."""
        return self.settled is not None and self.settled.places == 1 and self.standing in SOUND


def try_column(sheet: Sheet, setting: Setting) -> Trial:
    """Hold a column against the weights: as it stands, then as it must have been before an event.

    Another unit for the whole column is believed where it leaves fewer rows unexplained, an event
    where it leaves at least two fewer.
    """
    plain = _try(sheet, sheet.amounts, None, setting)
    if plain.cost != (0, 0):
        others = (
            _try(sheet._replace(unit=unit), sheet.amounts, None, setting)
            for unit in other_units(sheet)
        )
        plain = min((plain, *others), key=lambda trial: (trial.cost, -trial.sheet.unit))
    if plain.suspects < 2:
        return plain
    sheet = plain.sheet
    tried = [_try(sheet, event.amounts, event, setting) for event in _events(plain, setting)]
    sound = [trial for trial in tried if trial.standing in SOUND]
    best = min(sound, key=lambda trial: trial.suspects, default=plain)
    return best if best.suspects <= plain.suspects - 2 else plain


def _events(plain: Trial, setting: Setting) -> Iterator[Event]:
    """Propose what may have happened to the column as a whole."""
    sheet, weights = plain.sheet, setting.weights
    slip = unit_slip(sheet.amounts, weights, setting.envelope)
    if slip is not None:
        yield slip
    if plain.fit is None:
        return
    accused = {*plain.accused, *plain.doubtful}
    units = [
        allowed_units(plain.fit, weight) if row in accused and weight else None
        for row, weight in enumerate(weights)
    ]
    swap = swapped_rows(sheet.amounts, units, sheet.unit)
    if swap is not None:
        yield swap
    for factor in _factors(plain, setting):
        yield from shifted_block(sheet.amounts, weights, sheet.unit, factor, tuple(accused))


def _factors(plain: Trial, setting: Setting) -> Iterator[Fit]:
    """Find the factors that rows agree on as they stand, moved up by one, and moved down."""
    assert plain.fit is not None
    yield plain.fit
    if plain.standing in SOUND:
        return
    amounts = plain.sheet.amounts
    for moved in ((*amounts[1:], None), (None, *amounts[:-1])):
        found = fit(plain.fit.rule, make_entries(moved, setting.weights, plain.sheet.unit))
        if found is not None and found.depth > plain.fit.depth:
            yield found


def _try(sheet: Sheet, amounts: Amounts, event: Event | None, setting: Setting) -> Trial:
    """Find out how the rows stand, and what the wrong ones may have been."""
    if event is not None and not sheet.column.unit:
        sheet = sheet._replace(unit=infer_unit(amounts, sheet.one))
    weights = setting.weights
    entries = make_entries(amounts, weights, sheet.unit)
    fits = explain(entries, setting)
    best = best_of(fits, entries, setting)
    plausible = () if best is None else rivals_of(best, fits, entries, setting)
    standing, accused, doubtful = _judge(entries, best, plausible)
    mendings: dict[int, Mending] = {}
    if standing in SOUND:
        accused = tuple(sorted({*accused, *_impossible(amounts, weights, sheet.unit)}))
        standing = Standing.ACCUSED if accused else standing
        unread = [row for row, amount in enumerate(amounts) if amount is None]
        for row in (*accused, *unread):
            if weight := weights[row]:
                together = best is not None and best.rule.name not in ALONE
                mending = mend(sheet, row, allowed_amounts(plausible, weight, sheet.unit))
                if together and _is_a_unit_off(mending):
                    mending = mending._replace(is_sure=False)
                if not (sheet.readings[row].is_nothing and 0 in mending.allowed):
                    mendings[row] = mending
    trial = Trial(
        sheet=sheet,
        event=event,
        amounts=amounts,
        entries=entries,
        fits=fits,
        fit=best,
        plausible=plausible,
        standing=standing,
        accused=accused,
        doubtful=doubtful,
        mendings=mendings,
        settled=best,
    )
    if best is None or not mendings:
        return trial
    mended = make_entries(trial.mended, weights, sheet.unit)
    return trial._replace(settled=fit(best.rule, mended, slack=best.slack))


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
    entries: Sequence[Entry], best: Fit | None, plausible: Sequence[Fit]
) -> tuple[Standing, tuple[int, ...], tuple[int, ...]]:
    """Say how the rows stand, which of them are accused, and which are in doubt."""
    if best is None or len(entries) < 2:
        return Standing.UNCHECKED, (), ()
    if best.suspects == 0:
        return (Standing.CONSISTENT if len(entries) >= FEWEST else Standing.OPEN), (), ()
    if best.depth < FEWEST or best.depth * 2 <= len(entries):
        return Standing.OPEN, (), (*best.certain, *best.possible)
    accused = set(plausible[0].certain).intersection(*(each.certain for each in plausible[1:]))
    named = {row for each in plausible for row in (*each.certain, *each.possible)}
    doubtful = tuple(sorted(named - accused))
    standing = Standing.ACCUSED if accused else Standing.OPEN
    return standing, tuple(sorted(accused)), doubtful


def _is_a_unit_off(mending: Mending) -> bool:
    """Whether what is proposed is a unit away: where rows share a sum, another row may have it."""
    return any(candidate.slip is Slip.UNIT for candidate in mending.candidates)


def _impossible(amounts: Amounts, weights: Sequence[int | None], unit: int) -> list[int]:
    """List the rows that no factor explains: parts of a unit, or an amount for no weight."""
    return [
        row
        for row, (amount, weight) in enumerate(zip(amounts, weights, strict=True))
        if amount is not None and weight is not None and (amount % unit or (amount and not weight))
    ]
