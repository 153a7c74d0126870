"""An audit's report: findings with the printed cell, the proof and the remedy."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from allokera.audit.report.column import ColumnReport, State
from allokera.audit.report.report import Finding, Report, Severity, Verdict, Witness
from allokera.kronor.keying import KEYSTROKES
from allokera.kronor.wording import grouped, listed
from allokera.render.documents.audit import (
    column_fields,
    finding_fields,
    remark_fields,
)
from allokera.render.documents.fields import head, source_fields
from allokera.render.documents.relations import coverage_fields, relation_fields
from allokera.render.documents.republished import republished_document
from allokera.render.language import Language, word
from allokera.render.language.english.intervals import apart, between
from allokera.render.page import (
    Block,
    Excerpt,
    Heading,
    Line,
    Notes,
    Opening,
    Page,
    Span,
    TableBlock,
    Title,
    Tone,
    cells,
    line,
)
from allokera.render.parts.pools import pool_drawings
from allokera.render.parts.relations import coverage_blocks, relation_blocks
from allokera.render.parts.republished import accepted_blocks, republished_blocks
from allokera.render.parts.statement import statement_blocks
from allokera.render.view import Json, Record, Records
from allokera.version import __version__

_TONES = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING, Severity.NOTE: Tone.NOTE}
_MANY = 3
"""Findings of one kind in one column that are shown whole; of more, the first is."""

_VERDICTS = {
    Verdict.CLEAN: ("clean: no error and no warning", Tone.GOOD),
    Verdict.PARTLY: ("clean as far as checked: no error and no warning", Tone.GOOD),
    Verdict.FINDINGS: ("findings", Tone.ERROR),
    Verdict.OPEN: ("open: the rows do not settle what is right", Tone.WARNING),
    Verdict.NOT_CHECKED: ("not checked: there is nothing to check the rows by", Tone.WARNING),
}

_FIELDS = (
    "severity",
    "code",
    "recipient_code",
    "recipient",
    "column",
    "where",
    "printed",
    "read",
    "suggestion",
    "message",
    "remedy",
)


class ReportView(NamedTuple):
    """A report.

    Attributes:
        command: what makes it again, in the folder of the file; "" where that is not known.
        is_to_sign: whether it ends with a statement to sign.
    """

    report: Report
    command: str = ""
    is_to_sign: bool = False

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
        return Records(_FIELDS, [_record(finding) for finding in self.report.findings])

    def page(self, say: Language) -> Page:
        """Show what was audited, the findings, what the columns say, what was taken for granted."""
        opening = Opening(f"Audit of {self.report.sources[0].file}", _summary(self.report))
        statement = statement_blocks(self.report) if self.is_to_sign else ()
        return (opening, _what(self.report, self.command), *_blocks(self.report), *statement)


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


def _what(report: Report, command: str) -> Notes:
    """Say what was audited, and by what, so that the report can be made again."""
    number, tables, sheet = report.table
    file, *_ = report.sources
    table = f"{number} of {tables}"
    return Notes(
        (
            ("file", file.file),
            ("SHA-256", file.sha256),
            ("table", f"{table}, sheet {sheet!r}" if sheet else table),
            *([("command", command)] if command else ()),
            ("version", f"allokera {__version__}"),
        ),
        Tone.MUTED,
    )


def _blocks(report: Report) -> Iterator[Block]:
    yield from relation_blocks(report)
    for _, group in groupby(report.findings, key=_kind):
        findings = list(group)
        shown = findings if len(findings) <= _MANY else findings[:1]
        for finding in shown:
            yield from _finding(finding, report)
        if len(shown) < len(findings):
            yield line(f"and {len(findings) - 1} more of the kind:")
            yield Notes(
                tuple(_in_short(finding) for finding in findings[1:]), _TONES[shown[0].severity]
            )
    yield from accepted_blocks(report)
    yield from republished_blocks(report)
    yield from coverage_blocks(report)
    if report.columns:
        yield from _columns(report)
    yield Title("Taken for granted")
    yield Notes(
        tuple(
            (word(each.subject), f"{word(each.value)} ({each.basis})")
            for each in report.assumptions
        )
    )
    if report.not_checked:
        yield Title("Not checked")
        yield Notes(tuple((each.check, word(each.text)) for each in report.not_checked))
    for said, remarks in (("Passed", report.passed), ("Not applicable", report.not_applicable)):
        if remarks:
            yield line(Span(f"{said}: ", Tone.STRONG), ", ".join(each.check for each in remarks))
    yield _summary(report)


def _columns(report: Report) -> Iterator[Block]:
    """Say what the shares of each column come to."""
    yield Title("Shares")
    yield TableBlock(
        headings=(
            Heading("Column"),
            Heading("Rows that agree"),
            Heading("Pinned", right=True),
            Heading("Rounding"),
            Heading("Pool"),
        ),
        rows=tuple(_column_row(column) for column in report.columns),
    )
    yield Notes(tuple((column.name, _in_words(column)) for column in report.columns), Tone.STRONG)
    yield from pool_drawings(report.columns)


def _kind(finding: Finding) -> tuple[str, str, str | None]:
    """Say what findings have in common that are shown together where there are many."""
    return finding.severity, finding.code, finding.column


def _in_short(finding: Finding) -> tuple[str, str]:
    """Put a finding in a line: who it is about, what is printed, and what is suggested."""
    who = "" if finding.recipient is None else finding.recipient.name
    if finding.place is None:
        return who, word(finding.message)
    remedy = "" if finding.suggestion is None else f": {word(finding.remedy)}"
    return who, f"{finding.place.printed!r}{remedy}"


def _finding(finding: Finding, report: Report) -> Iterator[Block]:
    tone = _TONES[finding.severity]
    accepted = ", accepted" if finding.accepted else ""
    kind = Span(f"{finding.severity}[{finding.code}]{accepted}", tone)
    yield line(kind, f": {word(finding.message)}")
    if finding.place is not None:
        who = "" if finding.recipient is None else f"{finding.recipient.name}, "
        place = finding.place
        there = f"{finding.where}: " if finding.where else ""
        where = f"{there}{who}column {place.column}"
        yield Excerpt(where, place.printed, place.start, place.end, tone)
    yield Notes(tuple(_details(finding, report)), Tone.MUTED, mark="     = ")


def _details(finding: Finding, report: Report) -> Iterator[tuple[str, str]]:
    if finding.place is None and finding.where:
        yield "where", finding.where
    if finding.proof:
        yield "proof", _proof(*finding.proof)
    keyed = sum(each.slip in KEYSTROKES for each in finding.candidates)
    if finding.tried is not None and keyed:
        column = next(each for each in report.columns if each.name == finding.column)
        yield (
            "tried",
            f"{finding.tried.near} numbers are one keystroke away, {finding.tried.whole} of them "
            f"multiples of {grouped(column.unit)}, {keyed} of those "
            f"{'fits' if keyed == 1 else 'fit'} the other {finding.tried.others} rows",
        )
    yield "help", word(finding.remedy)


def _proof(one: Witness, other: Witness) -> str:
    """Put a contradiction: what each of two rows needs."""
    is_below = one.pool.upper <= other.pool.lower
    bounds = apart(one.pool, other.pool) if is_below else apart(other.pool, one.pool)[::-1]
    needs = (
        f"{witness.recipient.name} ({grouped(witness.amount)}) needs a pool {bound}"
        for witness, bound in zip((one, other), bounds, strict=True)
    )
    return f"as printed, {'; '.join(needs)}"


def _column_row(column: ColumnReport) -> tuple[Span, ...]:
    return cells(
        column.name,
        "not checked"
        if column.state is State.NOT_CHECKED
        else f"{column.agreeing} of {column.rows}",
        str(column.pinned) if column.rules else "-",
        column.rule or ("-" if column.rules else "the weights"),
        "-" if column.pool is None else between(column.pool),
    )


def _in_words(column: ColumnReport) -> str:
    if column.sum is None:
        return "not checked: no amount can be read in it."
    text = f"sums to {grouped(column.sum)} as printed"
    if column.mended_sum is not None and column.mended_sum != column.sum:
        text += f", {grouped(column.mended_sum)} as mended"
    if column.envelope is not None:
        text += f"; the envelope is {grouped(column.envelope)}"
    if column.administration is not None:
        text += f", {between(column.administration)} of it not shared out"
    if column.binding:
        holding = listed([*dict.fromkeys(each.name for each in column.binding)])
        text += f". The pool is held between its ends by {holding}"
    return f"{text}."


def _summary(report: Report) -> Line:
    counts = [
        f"{count} {severity}{'' if count == 1 else 's'}"
        for severity in Severity
        if (count := sum(finding.severity is severity for finding in report.findings))
    ]
    accepted = sum(finding.accepted is not None for finding in report.findings)
    more = f", {accepted} of them accepted" if accepted else ""
    text, tone = _VERDICTS[report.verdict]
    return line(Span(f"Verdict: {text}", tone), f" ({listed(counts) or 'nothing found'}{more})")
