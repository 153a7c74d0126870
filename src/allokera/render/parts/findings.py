"""Findings: the printed cell, the proof and the remedy; of many alike, the first whole."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from allokera.audit.report.evidence import CellReport, Evidence, Quantity
from allokera.audit.report.report import Finding, Report, Severity
from allokera.errors import Text
from allokera.kronor.keying import KEYSTROKES
from allokera.render.language import Language, word
from allokera.render.page import Block, Excerpt, Notes, Span, Tone, line

_TONES = {Severity.ERROR: Tone.ERROR, Severity.WARNING: Tone.WARNING, Severity.NOTE: Tone.NOTE}
_MANY = 3
"""Findings of one kind in one column that are shown whole; of more, the first is."""

_MOST_NUMBERS = 6
"""Numbers that give another one and are shown whole; of more, the first few are."""


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
    yield from ((say.report.proof, proof) for proof in _proofs(say, finding))
    fitting = sum(each.slip in KEYSTROKES for each in finding.candidates)
    if finding.tried is not None and fitting:
        column = next(each for each in report.columns if each.name == finding.column)
        yield say.report.tried, say.report.keystrokes(finding.tried, column.unit, fitting)
    yield say.report.help, word(finding.remedy, say)


def _proofs(say: Language, finding: Finding) -> Iterator[str]:
    """Put what a finding shows: pools that do not meet; what relations give, and clear."""
    pools = [each for each in finding.evidence if each.quantity is Quantity.POOL]
    if pools:
        yield _contradiction(say, *pools)
    numbers = [each for each in finding.evidence if each.quantity is Quantity.NUMBER]
    against = [_gives(say, each) for each in numbers if not each.holds]
    clear = [_stands(say, each, finding) for each in numbers if each.holds]
    yield from (*against[:_MANY], *clear[:_MANY])


def _contradiction(say: Language, one: Evidence, other: Evidence) -> str:
    """Put a contradiction: what each of two rows needs."""
    is_below = one.interval.upper <= other.interval.lower
    below, above = (one, other) if is_below else (other, one)
    low, high = say.report.apart(below.interval, above.interval)
    needs = ((one, low), (other, high)) if is_below else ((one, high), (other, low))
    return say.report.as_printed([_needs(say, each.cells[0], pool) for each, pool in needs])


def _needs(say: Language, cell: CellReport, pool: str) -> str:
    assert cell.recipient is not None, "a row that is held against a base is somebody's"
    return say.report.needs(cell.recipient.name, cell.read or 0, pool)


def _gives(say: Language, evidence: Evidence) -> str:
    """Put what other numbers give for one."""
    first, *others = evidence.cells
    count = len(others) + evidence.more
    shown = others if count <= _MOST_NUMBERS else others[:_MANY]
    numbers = [
        say.report.mended_to(each.read, each.printed)
        if each.is_mended and each.read is not None
        else each.printed
        for each in shown
    ]
    least, most = (
        None if end is None else say.decimal(end / evidence.worth, evidence.places)
        for end in (evidence.lower, evidence.upper)
    )
    relation = evidence.relation or 0
    more = count - len(shown)
    return say.report.gives(relation, numbers, more, (least, most), first.printed)


def _stands(say: Language, evidence: Evidence, finding: Finding) -> str:
    """Put which relation a number stands by: in which column, or in whose row."""
    first, *_ = evidence.cells
    is_beside = first.recipient == finding.recipient or first.recipient is None
    where = first.column if is_beside else first.recipient and first.recipient.name
    return say.report.stands_by(evidence.relation or 0, first.printed, where or "")


def subject_text(say: Language, subject: Text) -> str:
    """Name what a remark or an assumption is about: by a word of ours, or by a message."""
    return say.report.subject(subject) if isinstance(subject, str) else word(subject, say)
