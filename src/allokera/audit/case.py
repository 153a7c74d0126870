"""The case: a printed table, what is known besides, and what its rows say of each other.

Everything that checks look at is worked out here once. A check only puts it into words.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from allokera.audit.administration import Deduction, common_amount, deduction
from allokera.audit.fit import kronor_for
from allokera.audit.mending import Mending, mend_base
from allokera.audit.names import match_rows
from allokera.audit.rules import Rule
from allokera.audit.sheet import Sheet, read_sheet
from allokera.audit.trial import SOUND, Trial, try_column
from allokera.kronor.printed import Oddity, Remark
from allokera.model import Column, Recipient, Source
from allokera.names import Match


class Brief(NamedTuple):
    """What an auditor is told besides the table.

    Attributes:
        base: the name of the column whose amounts are the weights.
        envelopes: kronor announced for a column, by its name.
        eligible: those who may be in the table; empty where no list is known. Codes may be "".
        rule: the rounding rule, where it is known; None tries all.
        sources: where the table and the rest came from.
    """

    base: str
    envelopes: Mapping[str, int]
    eligible: tuple[Recipient, ...] = ()
    rule: Rule | None = None
    sources: tuple[Source, ...] = ()


class Case(NamedTuple):
    """All that the checks look at.

    Attributes:
        recipients: the rows' recipients, as printed.
        matches: whom of the list each row means, and how its name matches; None for nobody.
        base: the base column.
        base_mendings: what wrong or unreadable base amounts may have been, by row. A base amount is
            wrong where its row is wrong in every other column as it stands, and another base
            amount, one slip away, makes it right in all of them.
        weights: one a row: the base amounts, mended where there is one way to; None where there is
            no one number.
        trials: one for every other column, left to right, by these weights.
        deductions: what the envelopes hold besides the pools, for the columns where that is known.
        administration: kronor: the simplest deduction that fits at least two columns; None where
            none does.
    """

    brief: Brief
    recipients: tuple[Recipient, ...]
    matches: tuple[Match | None, ...]
    base: Sheet
    base_mendings: Mapping[int, Mending]
    weights: tuple[int | None, ...]
    trials: tuple[Trial, ...]
    deductions: tuple[Deduction, ...]
    administration: int | None

    @property
    def total_weight(self) -> int:
        """The sum of the weights that are known."""
        return sum(weight for weight in self.weights if weight is not None)

    @property
    def is_weighed(self) -> bool:
        """Whether every row's weight is known, so that a factor tells the pool."""
        return None not in self.weights

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
    sheets = {column.name: read_sheet(column) for column in columns}
    base = sheets.pop(brief.base)
    printed = [None if amount is None or amount < 0 else amount for amount in base.amounts]
    trials = [try_column(sheet, printed, brief.rule) for sheet in sheets.values()]
    mendings = _base_mendings(base, printed, trials)
    weights = tuple(
        mendings[row].suggestion if row in mendings else weight
        for row, weight in enumerate(printed)
    )
    if mendings:
        trials = [try_column(sheet, weights, brief.rule) for sheet in sheets.values()]
    total = sum(weight for weight in weights if weight is not None)
    deductions = tuple(
        deduction(
            trial.sheet.column.name, envelope, kronor_for(trial.settled, total, trial.sheet.unit)
        )
        for trial in trials
        if trial.settled is not None and trial.standing in SOUND and None not in weights
        if (envelope := brief.envelopes.get(trial.sheet.column.name))
    )
    return Case(
        brief=brief,
        recipients=tuple(recipients),
        matches=match_rows(recipients, brief.eligible),
        base=base,
        base_mendings=mendings,
        weights=weights,
        trials=tuple(trials),
        deductions=deductions,
        administration=common_amount(deductions) if len(deductions) > 1 else None,
    )


def _base_mendings(
    base: Sheet, weights: Sequence[int | None], trials: Sequence[Trial]
) -> dict[int, Mending]:
    """Find base amounts that are wrong or unread, and what they may have been."""
    sound = [trial for trial in trials if trial.standing in SOUND and trial.fit is not None]
    unread = [row for row, weight in enumerate(weights) if weight is None]
    guilty = [
        row
        for row in range(len(weights))
        if len(sound) > 1 and all(row in trial.accused for trial in sound)
    ]
    mendings = {}
    for row in (*unread, *guilty):
        witnesses = [
            (trial.fit, amount // trial.sheet.unit)
            for trial in sound
            if (amount := trial.sheet.amounts[row]) is not None
            and amount % trial.sheet.unit == 0
            and trial.fit is not None
        ]
        mending = mend_base(base.readings[row], base.unit, witnesses)
        if not weights[row] or mending.candidates:
            mendings[row] = mending
    return mendings
