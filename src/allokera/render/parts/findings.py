"""Findings: the printed cell, the proof and the remedy; of many alike, the first whole."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from allokera.audit.report.report import Finding, Report, Severity, Witness
from allokera.errors import Text
from allokera.kronor.keying import KEYSTROKES
from allokera.render.language import Language, word
from allokera.render.page import Block, Excerpt, Notes, Span, Tone, line

_TONES = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING, Severity.NOTE: Tone.NOTE}
_MANY = 3
"""Findings of one kind in one column that are shown whole; of more, the first is."""


def finding_blocks(say: Language, findings: Sequence[Finding], report: Report) -> Iterator[Block]:
    """Show findings, those of one kind and column together."""
    for _, group in groupby(findings, key=_kind):
        yield from _alike(say, list(group), report)


def _alike(say: Language, findings: Sequence[Finding], report: Report) -> Iterator[Block]:
    """Show findings of one kind; of many, the first whole and the others in short."""
    shown = findings if len(findings) <= _MANY else findings[:1]
    for finding in shown:
        yield from _finding(say, finding, report)
    if len(shown) < len(findings):
        yield line(say.report.more_of_the_kind(len(findings) - 1))
        in_short = tuple(_in_short(say, finding) for finding in findings[1:])
        yield Notes(in_short, _TONES[shown[0].severity])


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
        there = f"{say.files.place(finding.where)}: " if finding.where else ""
        where = f"{there}{who}{say.report.column(place.column)}"
        yield Excerpt(where, place.printed, place.start, place.end, tone)
    yield Notes(tuple(_details(say, finding, report)), Tone.MUTED, mark="     = ")


def _details(say: Language, finding: Finding, report: Report) -> Iterator[tuple[str, str]]:
    if finding.place is None and finding.where:
        yield say.report.where, say.files.place(finding.where)
    if finding.proof:
        yield say.report.proof, _proof(say, *finding.proof)
    fitting = sum(each.slip in KEYSTROKES for each in finding.candidates)
    if finding.tried is not None and fitting:
        column = next(each for each in report.columns if each.name == finding.column)
        yield say.report.tried, say.report.keystrokes(finding.tried, column.unit, fitting)
    yield say.report.help, word(finding.remedy, say)


def _proof(say: Language, one: Witness, other: Witness) -> str:
    """Put a contradiction: what each of two rows needs."""
    is_below = one.pool.upper <= other.pool.lower
    below, above = (one.pool, other.pool) if is_below else (other.pool, one.pool)
    low, high = say.report.apart(below, above)
    needs = ((one, low), (other, high)) if is_below else ((one, high), (other, low))
    return say.report.as_printed(
        [say.report.needs(each.recipient.name, each.amount, pool) for each, pool in needs]
    )


def subject_text(say: Language, subject: Text) -> str:
    """Name what a remark or an assumption is about: by a word of ours, or by a message."""
    return say.report.subject(subject) if isinstance(subject, str) else word(subject, say)
