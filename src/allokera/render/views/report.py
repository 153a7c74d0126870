"""An audit's report: findings with the printed cell, the proof and the remedy."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from allokera.audit.report.report import Finding, Report, Severity, Verdict
from allokera.render.documents.audit import (
    column_fields,
    finding_fields,
    remark_fields,
)
from allokera.render.documents.fields import head, source_fields
from allokera.render.documents.relations import coverage_fields, relation_fields
from allokera.render.documents.republished import republished_document
from allokera.render.language import Language, word
from allokera.render.page import (
    Block,
    Folded,
    Line,
    Notes,
    Opening,
    Page,
    Span,
    Title,
    Tone,
    line,
    sentence,
)
from allokera.render.parts.columns import column_blocks
from allokera.render.parts.findings import finding_blocks, subject_text
from allokera.render.parts.relations import coverage_blocks, relation_blocks
from allokera.render.parts.republished import accepted_blocks, republished_blocks
from allokera.render.parts.statement import statement_blocks
from allokera.render.view import Json, Record, Records
from allokera.render.views.report_sheets import FIELDS, report_sheets
from allokera.render.workbook import Sheet
from allokera.version import __version__

_VERDICT_TONES = {
    Verdict.CLEAN: Tone.GOOD,
    Verdict.PARTLY: Tone.GOOD,
    Verdict.FINDINGS: Tone.ERROR,
    Verdict.OPEN: Tone.WARNING,
    Verdict.NOT_CHECKED: Tone.WARNING,
}


class ReportView(NamedTuple):
    """A report.

    Attributes:
        command: what makes it again, in the folder of the file; "" where that is not known.
        is_to_sign: whether it ends with a statement to sign.
        least: the weight that makes the audit fail: a screen shows what weighs as much, and
            warnings.
    """

    report: Report
    command: str = ""
    is_to_sign: bool = False
    least: Severity = Severity.ERROR

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/audit/2`."""
        report = self.report
        return head("audit", 2) | {
            "verdict": report.verdict,
            "findings": [finding_fields(finding) for finding in report.findings],
            "relations": [relation_fields(each) for each in report.relations],
            "coverage": [coverage_fields(each) for each in report.coverage],
            "columns": [column_fields(column) for column in report.columns],
            "passed": remark_fields(report.passed),
            "not_applicable": remark_fields(report.not_applicable),
            "not_checked": remark_fields(report.not_checked),
            "assumptions": [
                {"subject": word(each.subject), "value": word(each.value), "basis": each.basis}
                for each in report.assumptions
            ],
            "sources": source_fields(report.sources),
            "table": {
                "number": report.table.number,
                "count": report.table.tables,
                "sheet": report.table.sheet or None,
            },
            "command": self.command or None,
            **republished_document(report),
        }

    def records(self) -> Records:
        """List the findings, a line each."""
        return Records(FIELDS, [_record(finding) for finding in self.report.findings])

    def sheets(self, say: Language) -> Sequence[Sheet]:
        """Make a sheet of the findings, and one of the table, linked to each other."""
        return [*report_sheets(say, self.report)]

    def page(self, say: Language) -> Page:
        """Show what was audited, the findings, what the columns say, what was taken for granted."""
        report = self.report
        opening = Opening(say.report.audit_of(report.sources[0].file), _summary(say, report))
        statement = statement_blocks(say, report) if self.is_to_sign else ()
        return (
            opening,
            Folded((_what(say, report, self.command),), (_which(say, report),)),
            *_blocks(say, report, self.least),
            *statement,
        )


def _record(finding: Finding) -> Record:
    recipient, place = finding.recipient, finding.place
    return {
        "severity": finding.severity,
        "code": finding.code,
        "recipient_code": None if recipient is None else recipient.code,
        "recipient": None if recipient is None else recipient.name,
        "column": finding.column,
        "where": finding.where or None,
        "printed": None if place is None else place.printed,
        "read": finding.read,
        "suggestion": finding.suggestion,
        "message": word(finding.message),
        "remedy": word(finding.remedy),
    }


def _what(say: Language, report: Report, command: str) -> Notes:
    """Say what was audited, and by what, so that the report can be made again."""
    file, *_ = report.sources
    return Notes(
        (
            (say.report.file, file.file),
            ("SHA-256", file.sha256),
            (say.report.table, say.report.table_in_file(report.table)),
            *([(say.report.command, command)] if command else ()),
            (say.report.version, f"allokera {__version__}"),
        ),
        Tone.MUTED,
    )


def _which(say: Language, report: Report) -> Line:
    """Say in a line which table of which file was audited."""
    table = f"{say.report.table} {say.report.table_in_file(report.table)}"
    return line(f"{report.sources[0].file}, {table}")


def _blocks(say: Language, report: Report, least: Severity) -> Iterator[Block]:
    yield from relation_blocks(say, report)
    shown = {Severity.ERROR, Severity.WARNING, least}
    weighing = [each for each in report.findings if each.severity in shown]
    notes = [each for each in report.findings if each.severity not in shown]
    yield from finding_blocks(say, weighing, report)
    yield Folded(tuple(finding_blocks(say, notes, report)))
    yield from accepted_blocks(say, report)
    yield from republished_blocks(say, report)
    yield Folded(
        (
            *coverage_blocks(say, report),
            *column_blocks(say, report.columns),
            *_assumptions(say, report),
        )
    )
    if report.not_checked:
        yield Title(say.report.not_checked)
        remarks = ((say.report.subject(each.check), each.text) for each in report.not_checked)
        yield Notes(tuple((subject, word(text, say)) for subject, text in remarks))
    codes = [*dict.fromkeys(each.code for each in notes)]
    yield Folded(
        tuple(_checks(say, report)), (line(sentence(say.report.folded(len(notes), codes))),)
    )
    yield _summary(say, report)


def _assumptions(say: Language, report: Report) -> Iterator[Block]:
    yield Title(say.report.taken_for_granted)
    yield Notes(
        tuple(
            (
                subject_text(say, each.subject),
                f"{word(each.value, say)} ({say.report.basis(each.basis)})",
            )
            for each in report.assumptions
        )
    )


def _checks(say: Language, report: Report) -> Iterator[Block]:
    """Name the checks that passed, and those that the table gives nothing for."""
    for name, remarks in (
        (say.report.passed, report.passed),
        (say.report.not_applicable, report.not_applicable),
    ):
        if remarks:
            yield line(Span(f"{name}: ", Tone.STRONG), ", ".join(each.check for each in remarks))


def _summary(say: Language, report: Report) -> Line:
    counts = Counter(finding.severity for finding in report.findings)
    accepted = sum(finding.accepted is not None for finding in report.findings)
    told = say.report.counts([(each, counts[each]) for each in Severity if counts[each]], accepted)
    verdict = Span(say.report.verdict(report.verdict), _VERDICT_TONES[report.verdict])
    return line(verdict, f" ({told})")
