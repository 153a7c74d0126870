"""Where the pools lie that the rows of a column need: those that agree, and those apart."""

from collections.abc import Iterator, Sequence

from allokera.audit.report.column import ColumnReport
from allokera.render.language import Language
from allokera.render.page import Block, Range, Ranges

_MOST_ROWS = 120
"""Rows that are drawn, at most."""


def pool_drawings(say: Language, columns: Sequence[ColumnReport]) -> Iterator[Block]:
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
