"""Laws that lines break: one finding a law, with the lines. No cell is accused by that.

Where something was fitted to the lines, those that break it follow another rule.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from allokera.audit.case.case import Case
from allokera.audit.findings.at_cell import at_cell
from allokera.audit.findings.mended import Made
from allokera.audit.findings.proof.by_relations import broken_lines
from allokera.audit.findings.reporting import relation_words
from allokera.audit.findings.suspects import explained
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Check, Ground
from allokera.audit.report.report import Finding, Severity
from allokera.errors import message
from allokera.relations.laws.law import Law

_MOST_NAMED = 12
"""Lines that are named in one message."""


def disagreements(
    case: Case, code: str, family: str, *, is_across: bool | None = None
) -> Iterator[Finding]:
    """Find laws of a family, without fitted parameters, that do not add up.

    Beyond rounding it is a warning; by a step, where all others are exact, a note.

    Args:
        is_across: between columns, or between rows; None for both.
    """
    causes = explained(case)
    for law in case.survey.laws:
        claim = law.claim
        is_meant = claim.pattern.family == family and not claim.pattern.free
        if not is_meant or is_across not in {None, claim.view.is_across}:
            continue
        if broken := law.broken - causes.get(law, set()):
            severity = Severity.ERROR if law.is_told else Severity.WARNING
            yield _finding(case, law, sorted(broken), code, severity)
        if slight := law.slight - causes.get(law, set()):
            yield _finding(case, law, sorted(slight), code, Severity.NOTE)


def _finding(case: Case, law: Law, lines: list[int], code: str, severity: Severity) -> Finding:
    """Put what a law says of some lines into a finding: shown is the first of them."""
    survey, view = case.survey, law.claim.view
    names = [
        survey.name_of(line, is_column=not view.is_across) for line in lines[: 1 + _MOST_NAMED]
    ]
    row, column = cell = view.cell(lines[0], law.claim.target)
    is_far = severity is not Severity.NOTE
    finding = Finding(
        code=code,
        severity=severity,
        message=message(
            AuditMessages.relation_fails if is_far else AuditMessages.relation_nearly,
            relation=relation_words(survey, law.claim),
            name=names[0],
            printed=survey.sheet.texts[row][column].strip(),
            follows=survey.exact(law.claim.pattern.expected(view, lines[0]) or 0, column),
            places=survey.sheet.places[row][column],
            more=tuple(names[1:]),
        ),
        remedy=message(AuditMessages.something_unprinted if is_far else AuditMessages.round_alike),
        evidence=broken_lines(case, law, lines),
    )
    finding = at_cell(case, finding, cell)
    return finding if len(lines) == 1 or not view.is_across else replace(finding, recipient=None)


def other_rule(case: Case, law: Law, lines: Sequence[int]) -> Finding:
    """Make one finding of all rows that do not follow a relation in which something was fitted."""
    names = [case.survey.name_of(line, is_column=False) for line in lines]
    return Finding(
        code="other-rule",
        severity=Severity.NOTE,
        message=message(
            AuditMessages.other_rule,
            relation=relation_words(case.survey, law.claim),
            names=tuple(names[:_MOST_NAMED]),
            more=len(names[_MOST_NAMED:]),
        ),
        remedy=message(AuditMessages.ask_for_the_rule),
        column=case.survey.column_at.get(law.claim.target),
        evidence=broken_lines(case, law, lines),
    )


def gathered(case: Case, made: Sequence[Made]) -> Iterator[Finding]:
    """Gather what is only noted of single rows, by a base that nobody told, into one a column.

    What one slip explains stays by itself: that is worth looking at, if no more.
    """
    lines: dict[Law, set[int]] = defaultdict(set)
    for check, finding in made:
        is_noted = finding.severity is Severity.NOTE and not finding.candidates
        told = _lines(case, check, finding) if is_noted else {}
        for law, some in told.items():
            lines[law] |= some
        yield from () if told else (finding,)
    for law, all_lines in lines.items():
        yield other_rule(case, law, sorted(all_lines))


def _lines(case: Case, check: Check, finding: Finding) -> dict[Law, frozenset[int]]:
    """List the lines that a finding speaks of, by the laws that they break; none it lets stand."""
    if case.base is None or case.brief.base is not None:
        return {}
    base, tried = case.base.column.name, [trial.sheet.column.name for trial in case.trials]
    laws = [
        law
        for name in tried
        if finding.column in {base, name} and (law := case.survey.law_of(base, name)) is not None
    ]
    if check.rests_on not in {Ground.ROWS, Ground.BASE}:
        return {}
    if finding.place is None:  # it is about the column: whichever rows are off
        return {law: off for law in laws if (off := law.broken | law.doubtful)}
    row = case.survey.printed.rows[finding.place.row]
    return {} if any(row in law.good for law in laws) else {law: frozenset({row}) for law in laws}
