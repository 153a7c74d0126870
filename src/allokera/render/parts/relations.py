"""What a table says of itself, and which of its cells that covers."""

from collections.abc import Iterator

from allokera.audit.report.relation import Coverage, Standing
from allokera.audit.report.report import Report
from allokera.render.language import Language, word
from allokera.render.page import Block, Heading, Notes, TableBlock, Title, cells, line

_MOST_RELATIONS = 20


def relation_blocks(say: Language, report: Report) -> Iterator[Block]:
    """Say what the table states of itself; of very many relations, the first."""
    told = [each for each in report.relations if each.standing is not Standing.LIKELY]
    if not told:
        return
    yield Title(say.report.relations)
    shown = told if len(told) <= _MOST_RELATIONS + 1 else told[:_MOST_RELATIONS]
    yield Notes(tuple((str(each.number), word(each.holds, say)) for each in shown))
    if len(shown) < len(told):
        yield line(say.report.more_relations(len(told) - len(shown)))


def coverage_blocks(say: Language, report: Report) -> Iterator[Block]:
    """Say of every column of numbers what speaks of its cells."""
    if report.coverage:
        yield Title(say.report.coverage)
        yield TableBlock(
            headings=(
                Heading(say.report.column_heading),
                Heading(say.report.cells_covered, right=True),
                Heading(say.report.pinned, right=True),
                Heading(say.report.covered_by),
            ),
            rows=tuple(
                cells(
                    each.column,
                    say.report.cells_of(each.covered, each.cells),
                    _pinned(say, each),
                    _covered_by(say, each),
                )
                for each in report.coverage
            ),
        )


def _pinned(say: Language, coverage: Coverage) -> str:
    """Say how many cells can hold no other number, of those that were looked at."""
    if not coverage.freedoms:
        return ""
    return say.report.cells_of(coverage.pinned, len(coverage.freedoms))


def _covered_by(say: Language, coverage: Coverage) -> str:
    if coverage.relations:
        return say.report.by_relations(coverage.relations)
    if coverage.is_base:
        return say.report.by_other_columns
    return say.report.names_need_none if coverage.is_needless else say.report.by_nothing
