"""Tables of recipients: a row each, the columns that are asked for, and what they add up to."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from allokera.model import Recipient
from allokera.render.language import Language
from allokera.render.page import Heading, Span, TableBlock, Tone, cells
from allokera.render.selection import Selection


class TableColumn(NamedTuple):
    """A column of numbers.

    Attributes:
        cell: what stands in a row, by its place.
        total: what stands in a sum of places.
        gone: what stands in the row of one who leaves.
    """

    heading: str
    cell: Callable[[int], str | Span]
    total: Callable[[Sequence[int]], str]
    gone: Callable[[int], str] = lambda _: ""


def recipients_table(
    say: Language,
    recipients: Sequence[Recipient],
    columns: Sequence[TableColumn],
    selection: Selection,
    sums: Sequence[tuple[str, Sequence[str]]],
    *,
    tone: Callable[[int], Tone] = lambda _: Tone.PLAIN,
) -> TableBlock:
    """Make a table with a row a recipient, a subtotal a county, and sums below.

    Args:
        sums: names, and the cells that follow; cells to their right are blank.
    """
    has_codes = any(recipient.code for recipient in recipients)

    def line_of(code: str, name: str, texts: Sequence[str | Span], how: Tone) -> tuple[Span, ...]:
        blank = [""] * (len(columns) - len(texts))
        return cells(*([code] if has_codes else []), name, *texts, *blank, tone=how)

    def row(who: Recipient, texts: Sequence[str | Span], how: Tone) -> tuple[Span, ...]:
        return line_of(who.code, who.name, texts, how)

    def rows() -> Iterator[tuple[Span, ...]]:
        for county, places in selection.groups():
            for place in places:
                if place in selection.leavers:
                    yield row(
                        selection.leavers[place], [c.gone(place) for c in columns], Tone.MUTED
                    )
                else:
                    texts = [column.cell(place) for column in columns]
                    yield row(recipients[place], texts, tone(place))
            if county is not None:
                totals = [column.total(places) for column in columns]
                shown = say.amounts.shown_of_county(county.name)
                yield line_of("", county.name if selection.is_all else shown, totals, Tone.STRONG)

    return TableBlock(
        headings=(
            *([Heading(say.amounts.code)] if has_codes else []),
            Heading(say.amounts.recipient),
            *(Heading(column.heading, right=True) for column in columns),
        ),
        rows=tuple(rows()),
        sums=tuple(line_of("", name, texts, Tone.STRONG) for name, texts in sums),
        keys=1 + has_codes,
    )


def row_sums(
    say: Language, selection: Selection, columns: Sequence[TableColumn], count: int
) -> Iterator[tuple[str, list[str]]]:
    """Add up the rows that are shown, where some are not, and all of them."""
    if len(selection.places) < count:
        some = [column.total(selection.places) for column in columns]
        yield say.amounts.shown(len(selection.places), count), some
    everybody = [*range(count), *selection.leavers]
    yield say.amounts.all_rows(count), [column.total(everybody) for column in columns]
