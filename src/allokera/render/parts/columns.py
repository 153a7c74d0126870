"""What the shares of each audited column come to."""

from collections.abc import Iterator, Sequence

from allokera.audit.report.column import ColumnReport, State
from allokera.render.language import Language
from allokera.render.page import (
    Block,
    Heading,
    Notes,
    Range,
    Ranges,
    Span,
    TableBlock,
    Title,
    Tone,
    cells,
)


def column_blocks(say: Language, columns: Sequence[ColumnReport]) -> Iterator[Block]:
    """Say what the shares of each column come to."""
    if not columns:
        return
    yield Title(say.report.shares)
    yield TableBlock(
        headings=(
            Heading(say.report.column_heading),
            Heading(say.report.rows_that_agree),
            Heading(say.report.pinned, right=True),
            Heading(say.report.rounding),
            Heading(say.report.pool),
        ),
        rows=tuple(_column_row(say, column) for column in columns),
    )
    yield Notes(tuple((each.name, _in_words(say, each)) for each in columns), Tone.STRONG)
    yield from _drawings(say, columns)


def _column_row(say: Language, column: ColumnReport) -> tuple[Span, ...]:
    is_checked = column.state is not State.NOT_CHECKED
    return cells(
        column.name,
        say.report.agreeing(column.agreeing, column.rows)
        if is_checked
        else say.report.column_not_checked,
        str(column.pinned) if column.rules else "-",
        column.rule or ("-" if column.rules else say.report.the_weights),
        "-" if column.pool is None else say.report.between(column.pool),
    )


def _in_words(say: Language, column: ColumnReport) -> str:
    if column.sum is None:
        return say.report.no_amount_read
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


_MOST_ROWS = 120
"""Rows that are drawn, at most."""


def _drawings(say: Language, columns: Sequence[ColumnReport]) -> Iterator[Block]:
    """Draw for each column what pool its rows need, and the one that they agree on."""
    for column in columns:
        if column.pool is None or not 1 < len(column.needs) <= _MOST_ROWS:
            continue
        apart = {*column.certain, *column.possible}
        yield Ranges(
            say.report.pools_of_rows(column.name),
            tuple(
                Range(who.name, pool.lower, pool.upper, say.report.between(pool), who in apart)
                for who, pool in column.needs
            ),
            (column.pool.lower, column.pool.upper),
        )
