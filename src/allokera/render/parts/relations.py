"""What a table says of itself, and which of its cells that covers."""

from collections.abc import Iterator

from allokera.audit.report.relation import Coverage, Standing
from allokera.audit.report.report import Report
from allokera.kronor.wording import grouped, listed
from allokera.render.language import word
from allokera.render.page import Block, Heading, Notes, TableBlock, Title, cells, line

_MOST_RELATIONS = 20


def relation_blocks(report: Report) -> Iterator[Block]:
    """Say what the table states of itself; of very many relations, the first."""
    told = [each for each in report.relations if each.standing is not Standing.LIKELY]
    if not told:
        return
    yield Title("What the table says of itself")
    shown = told if len(told) <= _MOST_RELATIONS + 1 else told[:_MOST_RELATIONS]
    yield Notes(tuple((str(each.number), word(each.holds)) for each in shown))
    if len(shown) < len(told):
        yield line(f"and {grouped(len(told) - len(shown))} more; --json has all of them")


def coverage_blocks(report: Report) -> Iterator[Block]:
    """Say of every column of numbers what speaks of its cells."""
    if report.coverage:
        yield Title("Coverage")
        yield TableBlock(
            headings=(
                Heading("Column"),
                Heading("Cells covered", right=True),
                Heading("Pinned", right=True),
                Heading("By"),
            ),
            rows=tuple(
                cells(
                    each.column,
                    f"{grouped(each.covered)} of {grouped(each.cells)}",
                    _pinned(each),
                    _covered_by(each),
                )
                for each in report.coverage
            ),
        )


def _pinned(coverage: Coverage) -> str:
    """Say how many cells can hold no other number, of those that were looked at."""
    if not coverage.freedoms:
        return ""
    return f"{grouped(coverage.pinned)} of {grouped(len(coverage.freedoms))}"


def _covered_by(coverage: Coverage) -> str:
    if coverage.relations:
        numbers = listed([*map(str, coverage.relations)])
        return f"relation{'' if len(coverage.relations) == 1 else 's'} {numbers}"
    if coverage.is_base:
        return "the columns held against it"
    return "needs none: its numbers are names" if coverage.is_needless else "nothing"
