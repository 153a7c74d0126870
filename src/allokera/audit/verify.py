"""An audit from end to end: a table and a brief in, a report out."""

from collections.abc import Iterator, Mapping, Sequence

from allokera.audit.case import Brief, Case
from allokera.audit.checks import CHECKS
from allokera.audit.instructions import envelope_of
from allokera.audit.interval import point
from allokera.audit.messages import AuditMessages
from allokera.audit.opening import open_case
from allokera.audit.outcome import Unchecked
from allokera.audit.power import pinned
from allokera.audit.report import (
    Assumption,
    ColumnReport,
    Finding,
    Remark,
    Report,
    RuleVerdict,
    Severity,
    State,
    Verdict,
)
from allokera.audit.roles import Role
from allokera.audit.trial import SOUND, Standing, Trial, make_entries
from allokera.errors import message
from allokera.model import Basis, Column, Grant, Population, Recipient


def verify(grant: Grant, population: Population | None = None) -> Report:
    """Audit a grant's published table.

    Args:
        population: inhabitants, by which the key behind the base amounts is looked for; None looks
            for none.

    >>> from allokera import load_grant, verify
    >>> [finding.suggestion for finding in verify(load_grant()).findings[:2]]
    [164000000, 106000000]
    """
    announced = {
        column.name: {each.envelope for each in grant.budgets if each.year in column.years}
        for column in grant.columns
    }
    envelopes = {name: min(found) for name, found in announced.items() if len(found) == 1}
    brief = Brief(
        base=grant.base,
        envelopes=envelopes,
        eligible=tuple(Recipient(code="", name=name) for name in grant.eligible),
        sources=grant.files + grant.sources,
        given=tuple(_stated(grant.base, envelopes)),
    )
    if population is not None:
        brief = brief.with_population(population)
    return verify_table(grant.recipients, grant.columns, brief)


def _stated(base: str, envelopes: Mapping[str, int]) -> Iterator[Assumption]:
    """Say what the grant's own files say."""
    yield Assumption(message(AuditMessages.base_column), base, Basis.STATED)
    for name, envelope in envelopes.items():
        yield envelope_of(name, envelope, Basis.STATED)


def verify_table(
    recipients: Sequence[Recipient], columns: Sequence[Column], brief: Brief
) -> Report:
    """Audit a table.

    Args:
        recipients: one a row, as printed.
        columns: with a cell for every row.
        brief: what is known besides the table.
    """
    case = open_case(recipients, columns, brief)
    findings: list[Finding] = []
    passed: list[Remark] = []
    not_applicable: list[Remark] = []
    not_checked = [
        Remark("column", message(AuditMessages.aside, column=each.column, reason=each.reason))
        for each in brief.asides
    ]
    not_checked += [
        Remark("table", message(AuditMessages.other_table, number=number, name=name))
        for number, name in brief.other_tables
    ]
    not_checked += [
        Remark("row", message(AuditMessages.part_of_another, name=case.recipients[row].name))
        for row, role in enumerate(case.roles)
        if role is Role.PART
    ]
    for check in CHECKS:
        outcomes = list(check.make(case))
        for outcome in outcomes:
            if isinstance(outcome, Finding):
                findings.append(outcome)
            elif isinstance(outcome, Unchecked):
                not_checked.append(Remark(check.code, outcome.reason))
            else:
                not_applicable.append(Remark(check.code, outcome.reason))
        if not outcomes:
            passed.append(Remark(check.code, message(AuditMessages.looked_for, code=check.code)))
    order = list(Severity)
    findings.sort(key=lambda finding: order.index(finding.severity))
    return Report(
        verdict=_verdict(case, findings),
        findings=tuple(findings),
        columns=(_base_column(case), *(_column(case, trial) for trial in case.trials)),
        passed=tuple(passed),
        not_applicable=tuple(not_applicable),
        not_checked=tuple(not_checked),
        assumptions=tuple(_assumptions(case)),
        sources=brief.sources,
    )


def _verdict(case: Case, findings: Sequence[Finding]) -> Verdict:
    standings = {trial.standing for trial in case.trials}
    weighty = [finding for finding in findings if finding.severity is not Severity.NOTE]
    if Standing.OPEN in standings and not any(finding.recipient for finding in weighty):
        return Verdict.OPEN
    if weighty:
        return Verdict.FINDINGS
    if not standings & SOUND:
        return Verdict.NOT_CHECKED
    return Verdict.PARTLY if any(each.is_by_word for each in case.brief.asides) else Verdict.CLEAN


def _base_column(case: Case) -> ColumnReport:
    """Report the column that the others are computed from: nothing explains it but its sum."""
    sheet = case.base
    envelope, total = case.brief.envelopes.get(sheet.column.name), case.total_weight
    return ColumnReport(
        name=sheet.column.name,
        state=State.NOT_APPLICABLE,
        unit=sheet.unit,
        worth=sheet.worth,
        unit_basis=sheet.unit_basis,
        rules=(),
        rule=None,
        pool=None,
        pool_by_base=None,
        binding=(),
        rows=sum(case.weights[row] is not None for row in case.counted),
        agreeing=sum(
            case.weights[row] is not None and row not in case.base_mendings for row in case.counted
        ),
        consistent=not case.base_mendings and case.base_event is None,
        certain=tuple(case.recipients[row] for row in sorted(case.base_mendings)),
        possible=(),
        pinned=0,
        sum=sheet.sum_of(case.counted) if sheet.has_numbers else None,
        mended_sum=total if sheet.has_numbers else None,
        envelope=envelope,
        administration=None if envelope is None else point(envelope - total),
    )


def _column(case: Case, trial: Trial) -> ColumnReport:
    sheet, settled = trial.sheet, trial.settled
    entries = make_entries(trial.mended, case.weights, sheet.unit)
    outside = set() if settled is None else {*settled.certain, *settled.possible}
    inside = tuple(entry for entry in entries if entry.row not in outside)
    is_open = trial.standing not in SOUND
    is_sound = settled is not None and not is_open
    envelope = case.brief.envelopes.get(sheet.column.name)
    pool, by_base = case.pool(trial), case.pool_by_base(trial)

    def named(rows: Sequence[int]) -> tuple[Recipient, ...]:
        return tuple(case.recipients[row] for row in rows)

    return ColumnReport(
        name=sheet.column.name,
        state=State.NOT_CHECKED if trial.standing is Standing.UNCHECKED else State.CHECKED,
        unit=sheet.unit,
        worth=sheet.worth,
        unit_basis=sheet.unit_basis,
        rules=tuple(
            RuleVerdict(name, fit is not None and fit.suspects == 0)
            for name, fit in trial.fits.items()
        ),
        rule=None if trial.fit is None else trial.fit.rule.name,
        pool=pool,
        pool_by_base=by_base,
        binding=() if settled is None or not is_sound else named(settled.lowest + settled.highest),
        rows=len({*(entry.row for entry in trial.entries), *trial.accused}),
        agreeing=_agreeing(trial),
        consistent=trial.standing is Standing.CONSISTENT
        and trial.event is None
        and not trial.mendings,
        certain=named(trial.accused),
        possible=() if is_open else named(trial.doubtful),
        pinned=len(pinned(settled, inside)) if settled is not None and is_sound else 0,
        sum=sheet.sum_of(case.counted) if sheet.has_numbers else None,
        mended_sum=case.sum(trial.mended) if sheet.has_numbers else None,
        envelope=envelope,
        administration=None if pool is None or envelope is None else pool.taken_from(envelope),
    )


def _agreeing(trial: Trial) -> int:
    """Count the rows that can be right together."""
    if trial.fit is None or trial.standing not in SOUND:
        return 0 if trial.fit is None else trial.fit.depth
    doubted = {*trial.accused, *trial.doubtful}
    return sum(entry.row not in doubted for entry in trial.entries)


def _assumptions(case: Case) -> Iterator[Assumption]:
    yield from case.brief.given
    for trial in case.trials:
        sheet = trial.sheet
        yield Assumption(
            message(AuditMessages.unit_of, column=sheet.column.name),
            message(AuditMessages.kronor, amount=sheet.unit),
            sheet.unit_basis,
        )
    rounding = message(AuditMessages.rounding)
    if case.brief.rule is None:
        yield Assumption(rounding, message(AuditMessages.every_rule_tried), Basis.INFERRED)
    else:
        yield Assumption(rounding, case.brief.rule, Basis.GIVEN)
    if case.brief.eligible:
        count = len(case.brief.eligible)
        listed = message(AuditMessages.list_of_names, count=count)
        yield Assumption(message(AuditMessages.recipients), listed, Basis.STATED)
