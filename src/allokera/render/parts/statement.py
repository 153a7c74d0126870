"""A statement of an audit for somebody to sign: what was done, what is wrong, what nobody knows."""

from collections.abc import Iterator, Sequence

from allokera.audit.report.relation import Coverage
from allokera.audit.report.report import Finding, Report, Severity
from allokera.render.language import Language
from allokera.render.page import Block, Notes, Title, line
from allokera.version import __version__

_MOST_NAMED = 12
"""Findings that are named one by one."""

_RULE = "_" * 30


def statement_blocks(say: Language, report: Report) -> Iterator[Block]:
    """State an audit, with lines for place, date and name."""
    to_fill_in = (say.report.place_and_date, say.report.name, say.report.signature)
    yield Title(say.report.statement)
    yield line(" ".join(_sentences(say, report)))
    yield Notes(tuple((what, _RULE) for what in to_fill_in))


def _sentences(say: Language, report: Report) -> Iterator[str]:
    file, *others = report.sources
    told = [each for each in report.coverage if not each.is_needless]
    yield say.report.audited(report.table, file, __version__, [each.file for each in others])
    yield _covered(say, report, told)
    if wrong := [each for each in report.findings if each.severity is Severity.ERROR]:
        yield say.report.wrong(len(wrong), _named(say, wrong))
    else:
        yield say.report.none_is_wrong
    if warned := [each for each in report.findings if each.severity is Severity.WARNING]:
        yield say.report.warned_of(len(warned), _named(say, warned))
    if aside := [each.column for each in told if not each.covered]:
        yield say.report.not_held(aside)
    yield say.report.what_an_audit_tells


def _covered(say: Language, report: Report, told: Sequence[Coverage]) -> str:
    """Say how many of the table's numbers were held to relations, and how many are no numbers."""
    read, covered = sum(each.cells for each in told), sum(each.covered for each in told)
    unread = len({each.place[:2] for each in report.findings if _is_unread(each) and each.place})
    return say.report.held_to_relations(read + unread, covered, unread)


def _is_unread(finding: Finding) -> bool:
    """Whether a finding is of a cell that has digits, and says no one number."""
    place = finding.place
    return finding.read is None and place is not None and any(map(str.isdigit, place.printed))


def _named(say: Language, findings: Sequence[Finding]) -> list[str]:
    return [_one(say, each) for each in findings[:_MOST_NAMED]]


def _one(say: Language, finding: Finding) -> str:
    """Name a finding's place, what is printed there, and what it should be."""
    where = [finding.recipient.name if finding.recipient else "", finding.column or ""]
    place = ", ".join(each for each in where if each) or finding.code
    printed = f", {say.report.finding_printed(finding.place.printed)}" if finding.place else ""
    if finding.suggestion is None:
        return f"{place}{printed} ({finding.code})"
    sure = say.report.finding_suggested(finding.suggestion, is_proven=finding.is_proven)
    return f"{place}{printed}, {sure}"
