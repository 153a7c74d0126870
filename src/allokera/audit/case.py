"""The case: a printed table, what is known besides, and what its rows say of each other.

Everything that checks look at is worked out here once. A check only puts it into words.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from allokera.audit.administration import Deduction, common_amount, deduction
from allokera.audit.event import Event, Happening
from allokera.audit.fit import kronor_for
from allokera.audit.interval import Interval
from allokera.audit.key import key_weights
from allokera.audit.mending import Mending, allowed_base, mend
from allokera.audit.names import match_rows
from allokera.audit.report import Assumption
from allokera.audit.roles import Role, read_roles
from allokera.audit.rules import ALONE, RULES
from allokera.audit.sheet import Sheet, read_sheet, rescaled
from allokera.audit.trial import FEWEST, SOUND, Setting, Trial, try_column
from allokera.audit.units import column_slip
from allokera.kronor.keying import Slip
from allokera.kronor.printed import Notation, Oddity, Remark, notation
from allokera.model import Column, Population, Recipient, Source
from allokera.names import Match


class Brief(NamedTuple):
    """What an auditor is told besides the table.

    Attributes:
        base: the name of the column whose amounts are the weights.
        envelopes: kronor announced for a column, by its name.
        eligible: those who may be in the table; empty where no list is known. Codes may be "".
        known: those whom a row may name where no list says who may be in the table.
        inhabitants: by code, where the key behind the base amounts is to be looked for.
        rule: the name of the rounding rule, where it is known; None tries all.
        given: what was decided in reading the table.
        sources: where the table and the rest came from.
    """

    base: str
    envelopes: Mapping[str, int]
    eligible: tuple[Recipient, ...] = ()
    known: tuple[Recipient, ...] = ()
    inhabitants: Mapping[str, int] = {}
    rule: str | None = None
    given: tuple[Assumption, ...] = ()
    sources: tuple[Source, ...] = ()

    def with_population(self, population: Population) -> "Brief":
        """Add whom rows may name, and their inhabitants."""
        return self._replace(
            known=population.municipalities + population.counties,
            inhabitants=population.inhabitants,
            sources=(*self.sources, population.source),
        )


class Case(NamedTuple):
    """All that the checks look at.

    Attributes:
        recipients: the rows' recipients, as printed.
        matches: whom of the list each row means, and how its name matches; None for nobody.
        known: whom every row means among those whose codes and inhabitants are known.
        roles: what every row is.
        counted: the rows of recipients; the others have no weight.
        base: the base column.
        base_event: what happened to the base column as a whole, or None.
        base_mendings: what wrong or unreadable base amounts may have been, by row. A base amount is
            wrong where its row is wrong in every other column as it stands, and another base
            amount, one slip away, makes it right in all of them.
        weights: one a row: the base amounts, mended where there is one way to; None where there is
            no one number.
        trials: one for every other column, left to right, by these weights.
        key: the base column held against the key, half in equal shares and half by inhabitants;
            None where that does not give its amounts.
        deductions: what the envelopes hold besides the pools, for the columns where that is known.
        administration: kronor: the simplest deduction that fits at least two columns; None where
            none does.
    """

    brief: Brief
    recipients: tuple[Recipient, ...]
    matches: tuple[Match | None, ...]
    known: tuple[Match | None, ...]
    roles: tuple[Role, ...]
    counted: tuple[int, ...]
    base: Sheet
    base_event: Event | None
    base_mendings: Mapping[int, Mending]
    weights: tuple[int | None, ...]
    trials: tuple[Trial, ...]
    key: Trial | None
    deductions: tuple[Deduction, ...]
    administration: int | None

    @property
    def codes(self) -> tuple[str, ...]:
        """SCB's codes, one a row; "" where the row's name is not known."""
        return tuple(
            match.recipient.code if match is not None else recipient.code
            for recipient, match in zip(self.recipients, self.known, strict=True)
        )

    @property
    def total_weight(self) -> int:
        """The sum of the weights that are known."""
        return sum(weight for weight in self.weights if weight is not None)

    def sum(self, amounts: Sequence[int | None]) -> int:
        """Add up a column's amounts: recipients only, each once."""
        return sum(amounts[row] or 0 for row in self.counted)

    @property
    def is_weighed(self) -> bool:
        """Whether every recipient's weight is known, so that a factor tells the pool."""
        return all(self.weights[row] is not None for row in self.counted)

    def pool(self, trial: Trial) -> Interval | None:
        """Say what a column can have been shared out from, in kronor; None where it is unclear.

        Rows that were rounded together come to a house, and the pool to less than a unit more.
        """
        settled = trial.settled
        if settled is None or not trial.is_one_place or not self.is_weighed:
            return None
        found = kronor_for(settled, self.total_weight, trial.sheet.unit)
        if trial.fit is None or trial.fit.rule.name in ALONE:
            return found
        total = self.sum(trial.mended)
        return Interval(Fraction(total), Fraction(total + trial.sheet.unit), upper_closed=False)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every column, the base column first."""
        return (self.base, *(trial.sheet for trial in self.trials))

    @property
    def columns(self) -> tuple[tuple[Sheet, tuple[int | None, ...]], ...]:
        """Every column with its amounts in kronor, mended where there is one way to."""
        return (
            (self.base, self.weights),
            *((trial.sheet, trial.mended) for trial in self.trials),
        )

    def remarks(self, oddity: Oddity) -> Iterator[tuple[Sheet, int, Remark]]:
        """Every place where printed cells are odd in one way: the column, the row, the span."""
        for sheet in self.sheets:
            for row, reading in enumerate(sheet.readings):
                for remark in reading.remarks:
                    if remark.oddity is oddity:
                        yield sheet, row, remark

    def trial(self, sheet: Sheet) -> Trial | None:
        """The trial of a column, or None for the base column."""
        return next((trial for trial in self.trials if trial.sheet is sheet), None)

    def mending(self, sheet: Sheet, row: int) -> Mending | None:
        """What a cell may have been meant to show, or None where the rows do not tell."""
        trial = self.trial(sheet)
        return (self.base_mendings if trial is None else trial.mendings).get(row)


def open_case(recipients: Sequence[Recipient], columns: Sequence[Column], brief: Brief) -> Case:
    """Read a table, and hold every column against the base column."""
    shown = notation([cell for column in columns for cell in column.cells])
    sheets = {column.name: _read(column, shown, brief) for column in columns}
    base = sheets.pop(brief.base)
    others = tuple(sheets.values())
    known = match_rows(recipients, brief.known)
    matches = match_rows(recipients, brief.eligible) if brief.eligible else known
    roles = read_roles(recipients, matches, base, others)
    printed = tuple(
        amount if role is Role.RECIPIENT and amount is not None and amount >= 0 else None
        for role, amount in zip(roles, base.amounts, strict=True)
    )
    counted = tuple(row for row, role in enumerate(roles) if role is Role.RECIPIENT)
    case = Case(
        brief=brief,
        recipients=tuple(recipients),
        matches=matches,
        known=known,
        roles=roles,
        counted=counted,
        base=base,
        base_event=None,
        base_mendings={},
        weights=printed,
        trials=_try_all(others, printed, base, counted, brief),
        key=_try_key(known, base, counted, brief),
        deductions=(),
        administration=None,
    )
    return _deduct(_mend_base(case))


def _read(column: Column, shown: Notation, brief: Brief) -> Sheet:
    sheet = read_sheet(column, shown)
    slip = column_slip(sheet.amounts, brief.envelopes.get(column.name), column.unit)
    return sheet if slip == 1 else rescaled(sheet, slip)


def _try_all(
    sheets: Sequence[Sheet],
    weights: tuple[int | None, ...],
    base: Sheet,
    counted: Sequence[int],
    brief: Brief,
) -> tuple[Trial, ...]:
    is_whole = all(weights[row] is not None for row in counted)
    return tuple(
        try_column(
            sheet,
            Setting(
                weights=weights,
                is_whole=is_whole,
                base_unit=base.unit,
                rule=brief.rule,
                envelope=brief.envelopes.get(sheet.column.name),
            ),
        )
        for sheet in sheets
    )


def _try_key(
    known: Sequence[Match | None], base: Sheet, counted: Sequence[int], brief: Brief
) -> Trial | None:
    """Hold the base column against the key: half in equal shares, half by inhabitants.

    Returns:
        None where somebody's inhabitants are not known, or the key does not give the amounts: at
        most one row in eight may depart from it.
    """
    found = [match.recipient.code for row in counted if (match := known[row]) is not None]
    inhabitants = [brief.inhabitants[code] for code in found if code in brief.inhabitants]
    if len(counted) < FEWEST or len(inhabitants) < len(counted):
        return None
    shares = key_weights(inhabitants)
    weights: list[int | None] = [None] * len(known)
    for row, share in zip(counted, shares, strict=True):
        weights[row] = share
    trial = try_column(base, Setting(weights=tuple(weights), rule=RULES[0].name))
    return trial if trial.standing in SOUND and 8 * trial.suspects <= len(counted) else None


def _mend_base(case: Case) -> Case:
    """Put base amounts right that are wrong, and hold the columns against them anew."""
    event = _base_event(case.trials, case.weights)
    weights = case.weights if event is None else event.amounts
    mendings = {} if event is not None else _base_mendings(case)
    if event is None and not mendings:
        return case
    weights = tuple(
        mendings[row].suggestion if row in mendings else weight
        for row, weight in enumerate(weights)
    )
    sheets = tuple(trial.sheet for trial in case.trials)
    return case._replace(
        base_event=event,
        base_mendings=mendings,
        weights=weights,
        trials=_try_all(sheets, weights, case.base, case.counted, case.brief),
    )


def _base_event(trials: Sequence[Trial], weights: tuple[int | None, ...]) -> Event | None:
    """Blame the base column for rows that are exchanged in every other column."""
    events = {trial.event for trial in trials if trial.event is not None}
    swaps = {event.rows for event in events if event.happening is Happening.SWAPPED_ROWS}
    if len(trials) < 2 or len(swaps) != 1 or any(trial.event is None for trial in trials):
        return None
    rows = next(iter(swaps))
    before = list(weights)
    for one, other in zip(rows[::2], rows[1::2], strict=True):
        before[one], before[other] = weights[other], weights[one]
    slips = (Slip.SWAPPED,) * len(rows)
    return Event(Happening.SWAPPED_ROWS, rows, slips, tuple(before))


def _base_mendings(case: Case) -> dict[int, Mending]:
    """Find base amounts that are wrong or unread, and what they may have been."""
    sound = [trial for trial in case.trials if trial.standing in SOUND and trial.fit is not None]
    guilty = [
        row
        for row in case.counted
        if sound and all(row in trial.accused for trial in sound)
        if len(sound) > 1 or not _candidates(sound[0], row)
    ]
    mendings = {}
    for row in case.counted:
        if case.weights[row] is not None and row not in guilty:
            continue
        witnesses = [
            (trial.fit, amount // trial.sheet.unit)
            for trial in sound
            if (amount := trial.amounts[row]) is not None
            and amount % trial.sheet.unit == 0
            and trial.fit is not None
        ]
        allowed = allowed_base(case.base.unit, witnesses)
        mending = mend(case.base, row, _by_key(allowed, case.key, row, case.base.unit))
        is_off_key = case.key is not None and row in case.key.accused
        if not case.weights[row] or mending.candidates or (is_off_key and mending.allowed):
            mendings[row] = mending
    return mendings


def _candidates(trial: Trial, row: int) -> bool:
    """Whether a row's own amount is one slip away from a right one."""
    mending = trial.mendings.get(row)
    return mending is not None and bool(mending.candidates)


def _by_key(allowed: range, key: Trial | None, row: int, unit: int) -> range:
    """Keep the base amounts that the key gives, too, where it gives the other rows' and any."""
    mending = None if key is None else key.mendings.get(row)
    if mending is None or not mending.allowed:
        return allowed
    first = max(allowed.start, mending.allowed.start)
    stop = min(allowed.stop, mending.allowed.stop)
    return range(first, stop, unit) if first < stop else allowed


def _deduct(case: Case) -> Case:
    """Take the pools from the envelopes, where both are known."""
    deductions = tuple(
        deduction(trial.sheet.column.name, envelope, pool)
        for trial in case.trials
        if (pool := case.pool(trial)) is not None
        and (envelope := case.brief.envelopes.get(trial.sheet.column.name))
    )
    return case._replace(
        deductions=deductions,
        administration=common_amount(deductions) if len(deductions) > 1 else None,
    )
