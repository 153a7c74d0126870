"""A statement of an audit for somebody to sign: what was done, what is wrong, what nobody knows."""

from collections.abc import Iterator, Sequence

from allokera.audit.report.report import Finding, Report, Severity
from allokera.kronor.wording import grouped, listed
from allokera.render.page import Block, Notes, Title, line
from allokera.version import __version__

_MOST_NAMED = 12
"""Findings that are named one by one."""

_RULE = "_" * 30


def statement_blocks(report: Report) -> Iterator[Block]:
    """State an audit, with lines for place, date and name."""
    yield Title("Statement")
    yield line(" ".join(_sentences(report)))
    yield Notes(tuple((what, _RULE) for what in ("Place and date", "Name", "Signature")))


def _sentences(report: Report) -> Iterator[str]:
    file, *others = report.sources
    number, tables, sheet = report.table
    which = f"Sheet {sheet!r}" if sheet else "The table" if tables == 1 else f"Table {number}"
    yield (
        f"{which} of {file.file} (SHA-256 {file.sha256}) was audited with allokera {__version__}"
        + (f", held against {listed([each.file for each in others])}." if others else ".")
    )
    told = [each for each in report.coverage if not each.is_needless]
    cells, covered = (sum(getattr(each, what) for each in told) for what in ("cells", "covered"))
    unread = len({each.place[:2] for each in report.findings if _is_unread(each) and each.place})
    yield (
        f"Of its {cells + unread} numbers {covered} were held to relations that the table states"
        + (f"; {unread} say no one number as they are printed." if unread else ".")
    )
    for severity, none, what in (
        (Severity.ERROR, "None is called wrong.", "wrong"),
        (Severity.WARNING, "", "warned of"),
    ):
        findings = [each for each in report.findings if each.severity is severity]
        if findings:
            yield f"{_counted(findings)} {what}: {_named(findings)}."
        elif none:
            yield none
    if aside := [each.column for each in told if not each.covered]:
        yield f"Not held to anything: {listed(aside)}."
    yield (
        "An audit tells whether numbers contradict each other, not whether those that agree are "
        "what was decided."
    )


def _is_unread(finding: Finding) -> bool:
    """Whether a finding is of a cell that has digits, and says no one number."""
    place = finding.place
    return finding.read is None and place is not None and any(map(str.isdigit, place.printed))


def _counted(findings: Sequence[Finding]) -> str:
    return "1 is" if len(findings) == 1 else f"{len(findings)} are"


def _named(findings: Sequence[Finding]) -> str:
    names = [_one(each) for each in findings[:_MOST_NAMED]]
    more = len(findings) - len(names)
    return "; ".join([*names, *([f"and {more} more"] if more else [])])


def _one(finding: Finding) -> str:
    """Name a finding's place, what is printed there, and what it should be."""
    where = [finding.recipient.name if finding.recipient else "", finding.column or ""]
    place = ", ".join(each for each in where if each) or finding.code
    printed = f", printed {finding.place.printed!r}" if finding.place else ""
    if finding.suggestion is None:
        return f"{place}{printed} ({finding.code})"
    sure = "must be" if finding.is_proven else "is likely"
    return f"{place}{printed}, {sure} {grouped(finding.suggestion)}"
