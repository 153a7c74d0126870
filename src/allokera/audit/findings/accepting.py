"""Holding findings against those that somebody has accepted."""

from collections.abc import Sequence
from dataclasses import replace

from allokera.audit.report.accepted import Accepted
from allokera.audit.report.report import Finding, Report


def accept(report: Report, entries: Sequence[Accepted]) -> Report:
    """Mark the findings that are accepted, and keep the entries that fit none any more."""
    used: set[Accepted] = set()
    findings = []
    for finding in report.findings:
        entry = next((each for each in entries if _fits(each, finding)), None)
        if entry is not None:
            used.add(entry)
        findings.append(replace(finding, accepted=entry))
    gone = tuple(each for each in entries if each not in used)
    return replace(report, findings=tuple(findings), accepted_gone=gone)


def _fits(entry: Accepted, finding: Finding) -> bool:
    whose = {*finding.recipient} - {""} if finding.recipient else {""}
    return (
        entry.code == finding.code
        and entry.recipient in whose
        and entry.column == (finding.column or "")
    )
