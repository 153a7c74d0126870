"""The base column itself on trial: weights that are wrong make their rows wrong everywhere.

A wrong base amount is likelier than a wrong amount in every other column of its row. With one other
column there is no telling, unless the key behind the base amounts is known: it convicts or acquits.
"""

from collections.abc import Sequence
from fractions import Fraction

from allokera.audit.case.case import Case, try_all
from allokera.audit.shares.event import Amounts, Event, Happening
from allokera.audit.shares.mending import Mending, allowed_base, mend
from allokera.audit.shares.trial import SOUND, Trial
from allokera.audit.shares.units import POWERS, off_unit
from allokera.kronor.keying import Slip


def base_slip(weights: Amounts, columns: Sequence[Amounts]) -> Event | None:
    """Propose that base amounts are in another unit: the same rows, in every other column."""
    found = [off_unit(amounts, weights) for amounts in columns]
    if len(found) < 2 or len(found[0]) < 2 or any(each != found[0] for each in found):
        return None
    before, slips = list(weights), []
    for row, power in found[0].items():
        moved = Fraction(weights[row] or 0) * Fraction(1, power)
        if moved.denominator != 1:
            return None
        before[row] = moved.numerator
        slips.append(POWERS[Fraction(1, power)])
    return Event(Happening.UNIT_SLIP, tuple(found[0]), tuple(slips), tuple(before))


def mend_base(case: Case) -> Case:
    """Put base amounts right that are wrong, and hold the columns against them anew."""
    if case.base is None:
        return case
    event = case.base_event or _same_swap(case)
    if event is not None and event is not case.base_event:
        return _tried_anew(case._replace(base_event=event), event.amounts)
    mendings = _mendings(case)
    if mendings:
        weights = tuple(
            mendings[row].suggestion if row in mendings else weight
            for row, weight in enumerate(case.weights)
        )
        return _tried_anew(case._replace(base_mendings=mendings), weights)
    if case.key is None and len(_sound(case)) == 1:
        return case._replace(trials=tuple(_unsure(case, trial) for trial in case.trials))
    return case


def _tried_anew(case: Case, weights: Amounts) -> Case:
    return try_all(case, tuple(trial.sheet for trial in case.trials), weights)


def _sound(case: Case) -> list[Trial]:
    return [trial for trial in case.trials if trial.standing in SOUND and trial.fit is not None]


def _same_swap(case: Case) -> Event | None:
    """Blame the base column for rows that are exchanged, just these, in every other column."""
    events = [trial.event for trial in case.trials]
    first = events[0] if events else None
    if len(events) < 2 or first is None or first.happening is not Happening.SWAPPED_ROWS:
        return None
    if any(
        event is None or (event.happening, event.rows) != (first.happening, first.rows)
        for event in events
    ):
        return None
    before = list(case.weights)
    for one, other in zip(first.rows[::2], first.rows[1::2], strict=True):
        before[one], before[other] = case.weights[other], case.weights[one]
    return first._replace(slips=(Slip.SWAPPED,) * len(first.rows), amounts=tuple(before))


def _mendings(case: Case) -> dict[int, Mending]:
    """Find base amounts that are wrong or unread, and what they may have been."""
    assert case.base is not None
    sound, mendings = _sound(case), {}
    accused = [set(trial.accused) for trial in sound]
    for row in case.counted:
        weight = case.weights[row]
        if weight is not None and not (accused and all(row in rows for rows in accused)):
            continue
        mending = mend(case.base, row, _by_key(case, row, _allowed(case, sound, row)))
        if not weight or _is_guilty(case, sound, row, mending):
            mendings[row] = mending
    return mendings


def _is_guilty(case: Case, sound: Sequence[Trial], row: int, mending: Mending) -> bool:
    """Whether a row that is wrong in every column is so because of its base amount."""
    if case.key is not None:
        return row in case.key.accused
    if len(sound) == 1 or not mending.allowed:
        return False
    return bool(mending.candidates) or not all(_is_near(trial, row) for trial in sound)


def _is_near(trial: Trial, row: int) -> bool:
    """Whether a row's own amount is one slip away from a right one."""
    mending = trial.mendings.get(row)
    return mending is not None and bool(mending.candidates)


def _allowed(case: Case, sound: Sequence[Trial], row: int) -> range:
    witnesses = [
        (trial.fit, amount // trial.sheet.unit)
        for trial in sound
        if (amount := trial.amounts[row]) is not None
        and amount % trial.sheet.unit == 0
        and trial.fit is not None
    ]
    assert case.base is not None
    return allowed_base(case.base.unit, witnesses)


def _by_key(case: Case, row: int, allowed: range) -> range:
    """Keep the base amounts that the key gives, too, where it gives the other rows' and any."""
    mending = None if case.key is None else case.key.mendings.get(row)
    if mending is None or not mending.allowed:
        return allowed
    first = max(allowed.start, mending.allowed.start)
    stop = min(allowed.stop, mending.allowed.stop)
    assert case.base is not None
    return range(first, stop, case.base.unit) if first < stop else allowed


def _unsure(case: Case, trial: Trial) -> Trial:
    """Propose no amount for sure where the base amount may as well be wrong by one slip."""
    assert case.base is not None
    mendings = dict(trial.mendings)
    for row in trial.accused:
        own = mendings.get(row)
        if own is not None and mend(case.base, row, _allowed(case, [trial], row)).candidates:
            mendings[row] = own._replace(is_sure=False)
    return trial._replace(mendings=mendings, settled=trial.fit)
