"""What became of findings: those that somebody has accepted, and those of a table before."""

from collections.abc import Iterator, Sequence

from allokera.audit.report.accepted import Accepted
from allokera.audit.report.report import Report
from allokera.audit.report.republication import Noted
from allokera.render.page import Block, Notes, Title, line


def accepted_blocks(report: Report) -> Iterator[Block]:
    """Say which findings are accepted, by whom and why, and which of those are found no more."""
    found = dict.fromkeys(each.accepted for each in report.findings if each.accepted)
    if not (found or report.accepted_gone):
        return
    yield Title("Accepted")
    yield Notes(
        tuple((_place(each), f"{each.reason} ({each.who})") for each in found)
        + tuple((_place(each), "is found no more: strike it") for each in report.accepted_gone)
    )


def republished_blocks(report: Report) -> Iterator[Block]:
    """Say what became of the findings of the table as it was published before."""
    told = report.republished
    if told is None:
        return
    yield Title(f"Against {told.file}")
    groups: list[tuple[str, Sequence[Noted]]] = [
        ("mended", told.mended),
        ("stands", told.standing),
        ("came", told.came),
    ]
    notes = [(what, _noted(each)) for what, group in groups for each in group]
    notes += [
        ("changed", f"{each.recipient}, {each.column}: {each.before!r} became {each.after!r}")
        for each in told.changed
    ]
    if notes:
        yield Notes(tuple(notes))
    else:
        yield line("Nothing was found in either, and no cell differs.")


def _noted(noted: Noted) -> str:
    place = ", ".join(each for each in (noted.recipient, noted.column) if each)
    return f"{noted.severity}[{noted.code}]{f': {place}' if place else ''}"


def _place(entry: Accepted) -> str:
    return ", ".join(each for each in (entry.code, entry.recipient, entry.column) if each)
