"""What became of findings: those that somebody has accepted, and those of a table before."""

from collections.abc import Iterator, Sequence

from allokera.audit.report.accepted import Accepted
from allokera.audit.report.report import Report, Severity
from allokera.audit.report.republication import Changed, Noted
from allokera.render.language import Language
from allokera.render.page import Block, Notes, Title, line


def accepted_blocks(say: Language, report: Report) -> Iterator[Block]:
    """Say which findings are accepted, by whom and why, and which of those are found no more."""
    found = dict.fromkeys(each.accepted for each in report.findings if each.accepted)
    if not (found or report.accepted_gone):
        return
    yield Title(say.report.accepted)
    yield Notes(
        tuple((_place(each), f"{each.reason} ({each.who})") for each in found)
        + tuple((_place(each), say.report.found_no_more) for each in report.accepted_gone)
    )


def republished_blocks(say: Language, report: Report) -> Iterator[Block]:
    """Say what became of the findings of the table as it was published before."""
    told = report.republished
    if told is None:
        return
    yield Title(say.report.against(told.file))
    groups: list[tuple[str, Sequence[Noted]]] = [
        (say.report.mended, told.mended),
        (say.report.stands, told.standing),
        (say.report.came, told.came),
    ]
    notes = [(what, _noted(say, each)) for what, group in groups for each in group]
    notes += [(say.report.changed, _changed(say, each)) for each in told.changed]
    if notes:
        yield Notes(tuple(notes))
    else:
        yield line(say.report.nothing_differs)


def _changed(say: Language, changed: Changed) -> str:
    became = say.report.became(changed.before, changed.after)
    return f"{changed.recipient}, {changed.column}: {became}"


def _noted(say: Language, noted: Noted) -> str:
    place = ", ".join(each for each in (noted.recipient, noted.column) if each)
    kind = say.report.finding(Severity(noted.severity), noted.code)
    return f"{kind}: {place}" if place else kind


def _place(entry: Accepted) -> str:
    return ", ".join(each for each in (entry.code, entry.recipient, entry.column) if each)
