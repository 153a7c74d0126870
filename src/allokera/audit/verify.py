"""An audit from end to end: a table and a brief in, a report out."""

from collections.abc import Iterator, Mapping, Sequence

from allokera.audit.case.case import Brief, Case
from allokera.audit.case.opening import open_case
from allokera.audit.checks import CHECKS
from allokera.audit.findings.columns import column_reports
from allokera.audit.findings.disagreement import gathered
from allokera.audit.findings.echoes import without_echoes
from allokera.audit.findings.mended import take_back
from allokera.audit.findings.reporting import coverage_of, relation_reports, relation_words
from allokera.audit.findings.severity import weighed
from allokera.audit.instructions import envelope_of
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Check, Unchecked
from allokera.audit.report.printed_table import PrintedTable
from allokera.audit.report.relation import Coverage
from allokera.audit.report.report import Assumption, Finding, Remark, Report, Severity, Verdict
from allokera.audit.shares.trial import SOUND, Standing
from allokera.audit.survey.found import sheet_of, survey_sheet
from allokera.audit.survey.roles import Role
from allokera.audit.survey.stated import stated_relation
from allokera.diagnosis.rates import SURE
from allokera.errors import message
from allokera.model import Basis, Column, Grant, Population, PrintedSheet, Recipient
from allokera.relations.bits import BIT, LAW
from allokera.terms.keys import Columns


def verify(
    grant: Grant, population: Population | None = None, figures: Columns | None = None
) -> Report:
    """Audit a grant's published table.

    Args:
        population: inhabitants, by which the base amounts are held to the grant's key, if it
            counts them.
        figures: other columns that the key names, as `load_figures` has them; where the key names
            what is not given, nothing is held to it.

    >>> from allokera import load_grant, verify
    >>> [finding.suggestion for finding in verify(load_grant()).findings[:2]]
    [164000000, 106000000]
    """
    announced = {
        column.name: {each.envelope for each in grant.budgets if each.year in column.years}
        for column in grant.columns
    }
    envelopes = {
        name: envelope
        for name, found in announced.items()
        for envelope in found
        if len(found) == 1 and isinstance(envelope, int)
    }
    more = [each.source for (file, _), each in (figures or {}).items() if file]
    brief = Brief(
        base=grant.base,
        envelopes=envelopes,
        eligible=tuple(Recipient(code="", name=name) for name in grant.eligible),
        key=grant.key,
        figures=figures or {},
        sources=tuple(dict.fromkeys((*grant.files, *grant.sources, *more))),
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
    recipients: Sequence[Recipient],
    columns: Sequence[Column],
    brief: Brief,
    printed: PrintedSheet | None = None,
) -> Report:
    """Audit a table.

    Args:
        recipients: one a row, as printed.
        columns: of amounts, with a cell for every row.
        brief: what is known besides the table.
        printed: the whole sheet that it stands in; None where there is no more than the columns.
    """
    sheet = sheet_of(recipients, columns) if printed is None else printed
    stated = [stated_relation(text, sheet.columns) for text in brief.relations]
    survey = survey_sheet(sheet, recipients, brief.decimal, stated, brief.ignored)
    case = open_case(recipients, columns, brief, survey)
    relations = relation_reports(case.survey)
    coverage = coverage_of(case, relations)
    made: list[tuple[Check, Finding]] = []
    passed: list[Remark] = []
    not_applicable: list[Remark] = []
    not_checked = [
        Remark("column", message(AuditMessages.aside, column=each.column, reason=each.reason))
        for each in brief.asides
        if each.column not in {told.column for told in coverage if told.is_checked}
    ]
    not_checked += _uncovered(case, coverage)
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
                made.append((check, weighed(case, check, outcome)))
            elif isinstance(outcome, Unchecked):
                not_checked.append(Remark(check.code, outcome.reason))
            else:
                not_applicable.append(Remark(check.code, outcome.reason))
        if not outcomes:
            passed.append(Remark(check.code, message(AuditMessages.looked_for, code=check.code)))
    findings = [*gathered(case, without_echoes(case, take_back(case, made)))]
    weights, codes = list(Severity), [check.code for check in CHECKS]
    findings.sort(key=lambda each: (weights.index(each.severity), codes.index(each.code)))
    return Report(
        verdict=_verdict(case, findings, coverage),
        findings=tuple(findings),
        relations=relations,
        coverage=coverage,
        columns=column_reports(case),
        passed=tuple(passed),
        not_applicable=tuple(not_applicable),
        not_checked=tuple(not_checked),
        assumptions=tuple(_assumptions(case)),
        sources=brief.sources,
        printed=_printed(case),
    )


def _printed(case: Case) -> PrintedTable:
    """Take the table as it was looked at."""
    survey = case.survey
    return PrintedTable(
        cells=survey.sheet.texts,
        rows={recipient: row for row, recipient in survey.recipient_at.items()},
        columns={name: column for column, name in survey.column_at.items()},
    )


def _uncovered(case: Case, coverage: Sequence[Coverage]) -> Iterator[Remark]:
    """List the columns that nothing was found of; of what only looks like a relation, say so."""
    if not case.survey.laws:
        yield Remark("relations", message(AuditMessages.no_relation))
    asides = {each.column for each in case.brief.asides}
    for told in coverage:
        if not told.is_checked and told.column not in asides:
            yield Remark("column", message(AuditMessages.no_law_covers, column=told.column))
    for claim in case.survey.likely:
        words = relation_words(case.survey, claim)
        yield Remark("relation", message(AuditMessages.looks_like, relation=words))


def _verdict(case: Case, findings: Sequence[Finding], coverage: Sequence[Coverage]) -> Verdict:
    standings = {trial.standing for trial in case.trials}
    weighty = [finding for finding in findings if finding.severity is not Severity.NOTE]
    is_open = Standing.OPEN in standings and case.brief.base is not None
    if is_open and not any(finding.recipient for finding in weighty):
        return Verdict.OPEN
    if weighty:
        return Verdict.FINDINGS
    if not (standings & SOUND or case.survey.laws or case.follows_stated_key):
        return Verdict.NOT_CHECKED
    tried = {trial.sheet.column.name for trial in case.trials if trial.standing in SOUND}
    is_whole = all(told.is_checked or told.column in tried for told in coverage)
    return Verdict.CLEAN if is_whole else Verdict.PARTLY


def _assumptions(case: Case) -> Iterator[Assumption]:
    yield from case.brief.given
    if case.base is not None and case.brief.base is None:
        base = message(AuditMessages.base_column)
        yield Assumption(base, case.base.column.name, Basis.INFERRED)
    for trial in case.trials:
        sheet = trial.sheet
        yield Assumption(
            message(AuditMessages.unit_of, column=sheet.column.name),
            message(AuditMessages.kronor, amount=sheet.step),
            sheet.unit_basis,
        )
    if any(not law.is_told for law in case.survey.laws):
        believed = message(AuditMessages.believed_from, bits=LAW // BIT)
        yield Assumption(message(AuditMessages.relations_found), believed, Basis.INFERRED)
    if case.brief.base is None and any(trial.accused for trial in case.trials):
        odds = message(AuditMessages.wrong_from, odds=SURE)
        yield Assumption(message(AuditMessages.rows_that_contradict), odds, Basis.INFERRED)
    for text in case.brief.relations:
        yield Assumption(message(AuditMessages.relation_between_columns), text, Basis.GIVEN)
    if case.brief.ignored:
        numbers = tuple(str(number) for number in sorted(case.brief.ignored))
        aside = message(AuditMessages.relations_set_aside)
        yield Assumption(aside, message(AuditMessages.names, names=numbers), Basis.GIVEN)
    rounding = message(AuditMessages.rounding)
    if case.brief.rule is None:
        yield Assumption(rounding, message(AuditMessages.every_rule_tried), Basis.INFERRED)
    else:
        yield Assumption(rounding, case.brief.rule, Basis.GIVEN)
    if case.brief.eligible:
        count = len(case.brief.eligible)
        listed = message(AuditMessages.list_of_names, count=count)
        yield Assumption(message(AuditMessages.recipients), listed, Basis.STATED)
