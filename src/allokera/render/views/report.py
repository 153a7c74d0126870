"""An audit's report: findings with the printed cell, the proof and the remedy."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from allokera.audit.report.column import ColumnReport, State
from allokera.audit.report.report import Finding, Report, Severity, Verdict, Witness
from allokera.kronor.keying import KEYSTROKES
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

_VERDICT_TONES = {
    Verdict.CLEAN: Tone.GOOD,
    Verdict.PARTLY: Tone.GOOD,
    Verdict.FINDINGS: Tone.ERROR,
    Verdict.OPEN: Tone.WARNING,
    Verdict.NOT_CHECKED: Tone.WARNING,
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
        report = self.report
        opening = Opening(say.report.audit_of(report.sources[0].file), _summary(say, report))
        statement = statement_blocks(say, report) if self.is_to_sign else ()
        return (opening, _what(say, report, self.command), *_blocks(say, report), *statement)


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
            (say.report.file(), file.file),
            ("SHA-256", file.sha256),
            (say.report.table(), say.report.table_in_file(report.table)),
            *([(say.report.command(), command)] if command else ()),
            (say.report.version(), f"allokera {__version__}"),
        ),
        Tone.MUTED,
    )


def _blocks(say: Language, report: Report) -> Iterator[Block]:
    yield from relation_blocks(say, report)
    for _, group in groupby(report.findings, key=_kind):
        yield from _findings(say, list(group), report)
    yield from accepted_blocks(say, report)
    yield from republished_blocks(say, report)
    yield from coverage_blocks(say, report)
    if report.columns:
        yield from _columns(say, report)
    yield from _grounds(say, report)
    yield _summary(say, report)


def _findings(say: Language, findings: Sequence[Finding], report: Report) -> Iterator[Block]:
    """Show findings of one kind; of many, the first whole and the others in short."""
    shown = findings if len(findings) <= _MANY else findings[:1]
    for finding in shown:
        yield from _finding(say, finding, report)
    if len(shown) < len(findings):
        yield line(say.report.more_of_the_kind(len(findings) - 1))
        in_short = tuple(_in_short(say, finding) for finding in findings[1:])
        yield Notes(in_short, _TONES[shown[0].severity])


def _grounds(say: Language, report: Report) -> Iterator[Block]:
    """Say what was taken for granted, and which checks were made, and which were not."""
    yield Title(say.report.taken_for_granted())
    yield Notes(
        tuple(
            (word(each.subject, say), f"{word(each.value, say)} ({say.report.basis(each.basis)})")
            for each in report.assumptions
        )
    )
    if report.not_checked:
        yield Title(say.report.not_checked())
        yield Notes(tuple((each.check, word(each.text, say)) for each in report.not_checked))
    for name, remarks in (
        (say.report.passed(), report.passed),
        (say.report.not_applicable(), report.not_applicable),
    ):
        if remarks:
            yield line(Span(f"{name}: ", Tone.STRONG), ", ".join(each.check for each in remarks))


def _columns(say: Language, report: Report) -> Iterator[Block]:
    """Say what the shares of each column come to."""
    yield Title(say.report.shares())
    yield TableBlock(
        headings=(
            Heading(say.report.column_heading()),
            Heading(say.report.rows_that_agree()),
            Heading(say.report.pinned(), right=True),
            Heading(say.report.rounding()),
            Heading(say.report.pool()),
        ),
        rows=tuple(_column_row(say, column) for column in report.columns),
    )
    yield Notes(tuple((each.name, _in_words(say, each)) for each in report.columns), Tone.STRONG)
    yield from pool_drawings(say, report.columns)


def _kind(finding: Finding) -> tuple[str, str, str | None]:
    """Say what findings have in common that are shown together where there are many."""
    return finding.severity, finding.code, finding.column


def _in_short(say: Language, finding: Finding) -> tuple[str, str]:
    """Put a finding in a line: who it is about, what is printed, and what is suggested."""
    who = "" if finding.recipient is None else finding.recipient.name
    if finding.place is None:
        return who, word(finding.message, say)
    remedy = "" if finding.suggestion is None else f": {word(finding.remedy, say)}"
    return who, f"{say.report.quoted(finding.place.printed)}{remedy}"


def _finding(say: Language, finding: Finding, report: Report) -> Iterator[Block]:
    tone, is_accepted = _TONES[finding.severity], finding.accepted is not None
    kind = say.report.finding(finding.severity, finding.code, is_accepted=is_accepted)
    yield line(Span(kind, tone), f": {word(finding.message, say)}")
    if finding.place is not None:
        who = "" if finding.recipient is None else f"{finding.recipient.name}, "
        place = finding.place
        there = f"{finding.where}: " if finding.where else ""
        where = f"{there}{who}{say.report.column(place.column)}"
        yield Excerpt(where, place.printed, place.start, place.end, tone)
    yield Notes(tuple(_details(say, finding, report)), Tone.MUTED, mark="     = ")


def _details(say: Language, finding: Finding, report: Report) -> Iterator[tuple[str, str]]:
    if finding.place is None and finding.where:
        yield say.report.where(), finding.where
    if finding.proof:
        yield say.report.proof(), _proof(say, *finding.proof)
    fitting = sum(each.slip in KEYSTROKES for each in finding.candidates)
    if finding.tried is not None and fitting:
        column = next(each for each in report.columns if each.name == finding.column)
        yield say.report.tried(), say.report.keystrokes(finding.tried, column.unit, fitting)
    yield say.report.help(), word(finding.remedy, say)


def _proof(say: Language, one: Witness, other: Witness) -> str:
    """Put a contradiction: what each of two rows needs."""
    is_below = one.pool.upper <= other.pool.lower
    below, above = (one.pool, other.pool) if is_below else (other.pool, one.pool)
    low, high = say.report.apart(below, above)
    needs = ((one, low), (other, high)) if is_below else ((one, high), (other, low))
    return say.report.as_printed(
        [say.report.needs(each.recipient.name, each.amount, pool) for each, pool in needs]
    )


def _column_row(say: Language, column: ColumnReport) -> tuple[Span, ...]:
    is_checked = column.state is not State.NOT_CHECKED
    return cells(
        column.name,
        say.report.agreeing(column.agreeing, column.rows)
        if is_checked
        else say.report.column_not_checked(),
        str(column.pinned) if column.rules else "-",
        column.rule or ("-" if column.rules else say.report.the_weights()),
        "-" if column.pool is None else say.report.between(column.pool),
    )


def _in_words(say: Language, column: ColumnReport) -> str:
    if column.sum is None:
        return say.report.no_amount_read()
    mended = None if column.mended_sum == column.sum else column.mended_sum
    text = say.report.sums_to(column.sum, mended)
    if column.envelope is not None:
        text += f"; {say.report.envelope_is(column.envelope)}"
    if column.administration is not None:
        text += f", {say.report.not_shared_out(column.administration)}"
    if column.binding:
        names = [*dict.fromkeys(each.name for each in column.binding)]
        text += f". {say.report.pool_held_by(names)}"
    return f"{text}."


def _summary(say: Language, report: Report) -> Line:
    counts = Counter(finding.severity for finding in report.findings)
    accepted = sum(finding.accepted is not None for finding in report.findings)
    told = say.report.counts([(each, counts[each]) for each in Severity if counts[each]], accepted)
    verdict = Span(say.report.verdict(report.verdict), _VERDICT_TONES[report.verdict])
    return line(verdict, f" ({told})")
