"""The case: a printed table, what is known besides, and what its rows say of each other.

Everything that checks look at is worked out here once. A check only puts it into words.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from allokera.audit.case.keys import HeldKey
from allokera.audit.report.report import Assumption, Finding
from allokera.audit.rounding.allowed import amounts_for
from allokera.audit.rounding.interval import Interval
from allokera.audit.rounding.pool import pool_by_base
from allokera.audit.rounding.rules import ALONE
from allokera.audit.shares.administration import Deduction
from allokera.audit.shares.event import Event
from allokera.audit.shares.exempt import exempt_rows
from allokera.audit.shares.explaining import Setting
from allokera.audit.shares.mending import Mending
from allokera.audit.shares.odds import Odds
from allokera.audit.shares.sheet import Sheet
from allokera.audit.shares.trial import Trial, make_entries, try_column
from allokera.audit.survey.found import Survey
from allokera.audit.survey.roles import Role
from allokera.diagnosis.diagnosis import Diagnosis
from allokera.diagnosis.network import Network
from allokera.kronor.amount import Amount
from allokera.kronor.extras import Oddity, OddSpan
from allokera.model import Aside, Basis, Column, Key, Population, Recipient, Source
from allokera.names import Match
from allokera.relations.sheet.view import Cell
from allokera.terms.keys import Columns, inhabitants_of

_NO_FIGURES: Columns = {}


class Brief(NamedTuple):
    """What an auditor is told besides the table.

    Attributes:
        base: the name of the column whose amounts are the weights; None where nobody says, and what
            the table says of itself decides.
        is_base_exact: whether the weights are counts, and not rounded amounts.
        envelopes: kronor announced for a column, by its name.
        eligible: those who may be in the table; empty where no list is known. Codes may be "".
        known: those whom a row may name where no list says who may be in the table.
        key: that the grant states; None looks for one that the amounts follow.
        figures: that the key names, and SCB's inhabitants.
        rule: the name of the rounding rule, where it is known; None tries all.
        decimal: the mark that starts a decimal part, where a person says so.
        asides: columns of numbers that are not audited, and why.
        other_tables: tables of the same file that are not audited, by number and name.
        relations: relations between columns that a person states, as typed.
        ignored: the numbers of relations that a person sets aside.
        beside: other columns of numbers, one of which may be the base.
        given: what was decided in reading the table.
        sources: where the table and the rest came from.
    """

    base: str | None
    envelopes: Mapping[str, int]
    is_base_exact: bool = False
    eligible: tuple[Recipient, ...] = ()
    known: tuple[Recipient, ...] = ()
    key: Key | None = None
    figures: Columns = _NO_FIGURES
    rule: str | None = None
    decimal: str | None = None
    asides: tuple[Aside, ...] = ()
    other_tables: tuple[tuple[int, str], ...] = ()
    relations: tuple[str, ...] = ()
    ignored: frozenset[int] = frozenset()
    beside: tuple[Column, ...] = ()
    given: tuple[Assumption, ...] = ()
    sources: tuple[Source, ...] = ()

    def with_population(self, population: Population) -> "Brief":
        """Add whom rows may name, and their inhabitants."""
        return self._replace(
            known=population.municipalities + population.counties,
            figures={**inhabitants_of(population), **self.figures},
            sources=(*self.sources, population.source),
        )


class Case(NamedTuple):
    """All that the checks look at.

    Attributes:
        recipients: the rows' recipients, as printed.
        matches: whom of the list each row means, and how its name matches; None for nobody.
        known: whom every row means among those whose codes are known.
        roles: what every row is.
        counted: the rows of recipients; the others have no weight.
        base: the base column; None where no columns are in proportion.
        others: the columns of amounts that are held against no base.
        survey: what the sheet says of itself.
        network: its numbers, and the laws that bind them.
        diagnoses: what explains the laws that fail.
        diagnosed: the same, by every cell that such a law speaks of.
        base_event: what happened to the base column as a whole, or None.
        base_mendings: what wrong or unreadable base amounts may have been, by row. A base amount is
            wrong where its row is wrong in every other column as it stands, and another base
            amount, one slip away, makes it right in all of them.
        weights: one a row: the base amounts, mended where there is one way to; None where there is
            no one number.
        trials: one for every other column, left to right, by these weights.
        keys: the key that is stated, with the base column held against it; or those that columns
            are found to follow.
        deductions: what the envelopes hold besides the pools, for the columns where that is known.
        administration: kronor: the simplest deduction that fits at least two columns; None where
            none does.
        odds: how many to one it is that accused rows are wrong, by the column's name, and the row.
        total_weight: the sum of the weights that are known.
    """

    brief: Brief
    recipients: tuple[Recipient, ...]
    matches: tuple[Match | None, ...]
    known: tuple[Match | None, ...]
    roles: tuple[Role, ...]
    counted: tuple[int, ...]
    base: Sheet | None
    others: tuple[Sheet, ...]
    survey: Survey
    network: Network
    diagnoses: tuple[Diagnosis, ...]
    diagnosed: Mapping[Cell, Diagnosis]
    base_event: Event | None
    base_mendings: Mapping[int, Mending]
    weights: tuple[int | None, ...]
    trials: tuple[Trial, ...]
    keys: tuple[HeldKey, ...]
    deductions: tuple[Deduction, ...]
    administration: int | None
    odds: Mapping[str, Mapping[int, Odds]] = {}
    total_weight: int = 0

    @property
    def key(self) -> Trial | None:
        """The base column held against a key that gives its amounts; None where none does."""
        return next(
            (
                each.trial
                for each in self.keys
                if each.is_followed and self.base and each.trial.sheet.column == self.base.column
            ),
            None,
        )

    @property
    def follows_stated_key(self) -> bool:
        """Whether a key that is more than an inference gives the base amounts."""
        return any(each.is_followed and each.basis is not Basis.INFERRED for each in self.keys)

    @property
    def codes(self) -> tuple[str, ...]:
        """SCB's codes, one a row; "" where the row's name is not known."""
        return tuple(
            match.recipient.code if match is not None else recipient.code
            for recipient, match in zip(self.recipients, self.known, strict=True)
        )

    def sum(self, amounts: Sequence[int | None]) -> int:
        """Add up a column's amounts, in its ones: recipients only, each once."""
        return sum(amounts[row] or 0 for row in self.counted)

    def cell_of(self, finding: Finding) -> Cell | None:
        """Say where in the sheet the cell of a finding is; None where it is about none."""
        if finding.cell is not None or finding.place is None:
            return finding.cell
        return self.cell(finding.place.row, finding.column)

    def cell(self, row: int, column: str | None) -> Cell | None:
        """Say where in the sheet a recipient's cell is; None where it is not told."""
        place = self.survey.printed.columns.get(column or "")
        return None if place is None else (self.survey.printed.rows[row], place)

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
        if settled.slack:
            return self.pool_by_base(trial)
        if trial.fit is None or trial.fit.rule.name in ALONE:
            pool = amounts_for(settled, self.total_weight, trial.sheet.unit)
        else:
            total = self.sum(trial.mended)
            end = Fraction(total + trial.sheet.unit)
            pool = Interval(Fraction(total), end, upper_closed=False)
        return trial.sheet.kronor_between(pool)

    def pool_by_base(self, trial: Trial) -> Interval | None:
        """Say the same when the base amounts' own rounding is counted in; None where rows differ.

        Where some row is left unexplained, the others do not tell what it was due.
        """
        settled = trial.settled
        if settled is None or not trial.is_one_place or settled.suspects or not self.is_weighed:
            return None
        entries = make_entries(trial.mended, self.weights, trial.sheet.unit)
        if len(entries) < len(self.counted):
            return None
        pool = pool_by_base(settled, entries, trial.sheet.unit, self.base_unit)
        return None if pool is None else trial.sheet.kronor_between(pool)

    def amount(self, cell: Cell, number: int) -> Amount:
        """Say how many kronor a number is that a cell holds, or should, in the sheet's scale."""
        name = self.survey.column_at.get(cell[1])
        exact = self.survey.exact(number, cell[1]) * self.worth(name)
        return exact.numerator if exact.denominator == 1 else exact

    def worth(self, column: str | None) -> Fraction | int:
        """Say how many kronor a printed one is.

        In columns that are held against no base a one is a one: their money is not looked at.
        """
        held = [sheet for sheet in self.sheets if sheet not in self.others]
        return next((sheet.worth for sheet in held if sheet.column.name == column), 1)

    def exempt(self, sheet: Sheet) -> frozenset[int]:
        """List the rows that another rule explains in a column; none where the base is told."""
        if self.base is None or self.brief.base is not None:
            return frozenset()
        law = self.survey.law_of(self.base.column.name, sheet.column.name)
        rows = frozenset() if law is None else exempt_rows(law)
        known = self.survey.recipient_at
        return frozenset(known[row] for row in rows if row in known)

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        """Every column, the base column first."""
        return tuple(sheet for sheet, _ in self.columns)

    @property
    def columns(self) -> tuple[tuple[Sheet, tuple[int | None, ...]], ...]:
        """Every column with its amounts in its ones, mended where there is one way to."""
        return (
            *(() if self.base is None else ((self.base, self.weights),)),
            *((trial.sheet, trial.mended) for trial in self.trials),
            *((sheet, sheet.amounts) for sheet in self.others),
        )

    @property
    def base_unit(self) -> int:
        """What the weights are rounded to; 0 where they are exact, or there are none."""
        return 0 if self.base is None or self.brief.is_base_exact else self.base.unit

    def remarks(self, oddity: Oddity) -> Iterator[tuple[Sheet, int, OddSpan]]:
        """Every place where printed cells are odd in one way: the column, the row, the span."""
        for sheet in self.sheets:
            for row, reading in enumerate(sheet.readings):
                for remark in reading.remarks:
                    if remark.oddity is oddity:
                        yield sheet, row, remark

    def trial(self, sheet: Sheet) -> Trial | None:
        """The trial of a column, or None for the base column, and one that is held against none."""
        return next((trial for trial in self.trials if trial.sheet is sheet), None)

    def mending(self, sheet: Sheet, row: int) -> Mending | None:
        """What a cell may have been meant to show, or None where the rows do not tell."""
        trial = self.trial(sheet)
        if trial is None:
            return self.base_mendings.get(row) if sheet is self.base else None
        return trial.mendings.get(row)


def try_all(case: Case, sheets: Sequence[Sheet], weights: tuple[int | None, ...]) -> Case:
    """Hold columns against weights; rows that another rule explains are left out, a column each."""
    is_whole = all(weights[row] is not None for row in case.counted)
    trials = []
    for sheet in sheets:
        exempt = case.exempt(sheet)
        trials.append(
            try_column(
                sheet,
                Setting(
                    weights=tuple(
                        None if row in exempt else weight for row, weight in enumerate(weights)
                    ),
                    is_whole=is_whole and not exempt,
                    base_unit=case.base_unit,
                    rule=case.brief.rule,
                    envelope=sheet.in_ones(case.brief.envelopes.get(sheet.column.name)),
                ),
            )
        )
    total = sum(weight for weight in weights if weight is not None)
    return case._replace(weights=weights, total_weight=total, trials=tuple(trials))
