"""Tables of recipients: a row each, the columns that are asked for, and what they add up to."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from allokera.kronor.wording import decimal, grouped, ratio, signed
from allokera.model import Funding, Population, Recipient, Source
from allokera.render.documents.fields import recipient_fields
from allokera.render.page import Block, Heading, Span, TableBlock, Tone, cells, line
from allokera.render.view import Json, Plain, Record
from allokera.sharing.allocation import Side
from allokera.sharing.measures import Measured, together

HELD = {Side.MINIMUM: "at least", Side.MAXIMUM: "at most", None: ""}
"""How the side of a bound that holds is called."""


class Extra(StrEnum):
    """What may stand beside an amount."""

    SHARE = "share"
    PUBLISHED = "published"
    CHANGE = "change"
    PER_CAPITA = "per-capita"
    OWN_FUNDING = "own-funding"


class Selection(NamedTuple):
    """Which rows are shown, in which order, and what beside the amounts.

    Attributes:
        places: in the table, from 0.
        extras: empty for what is usual.
        measured: what each amount comes to, by its place.
        counties: places by county, where rows are grouped so; else empty.
        title: what it is about, in words, or "".
        leavers: those who get something plainly, and nothing here; their places come after all.
        population: where inhabitants are asked for.
        funding: where own funding is asked for.
    """

    places: Sequence[int]
    extras: Sequence[Extra] = ()
    measured: Sequence[Measured] = ()
    counties: Mapping[Recipient, Sequence[int]] = {}
    population: Population | None = None
    funding: Funding | None = None
    leavers: Mapping[int, Recipient] = {}
    title: str = ""

    @property
    def is_all(self) -> bool:
        """Whether everybody is shown."""
        return len(self.places) + len(self.leavers) == len(self.measured)

    def groups(self) -> Iterator[tuple[Recipient | None, list[int]]]:
        """List the places county by county; all at once where they are not grouped."""
        everybody = [*self.places, *(self.leavers if self.is_all else ())]
        if not self.counties:
            yield None, everybody
            return
        for county, members in self.counties.items():
            here = set(members)
            if places := [place for place in everybody if place in here]:
                yield county, places

    def present(self, places: Sequence[int]) -> list[int]:
        """Keep the places of those who share."""
        return [place for place in places if place not in self.leavers]

    def sources(self, others: Sequence[Source]) -> tuple[Source, ...]:
        """The file behind what is shown, where it is not among others."""
        if self.population is None or self.population.source in others:
            return ()
        return (self.population.source,)

    def county_of(self, place: int) -> Recipient | None:
        """The county that a place is in, where rows are grouped so."""
        return next((county for county, places in self.counties.items() if place in places), None)


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
    recipients: Sequence[Recipient],
    columns: Sequence[TableColumn],
    shown: Selection,
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
        for county, places in shown.groups():
            for place in places:
                if place in shown.leavers:
                    yield row(shown.leavers[place], [c.gone(place) for c in columns], Tone.MUTED)
                else:
                    texts = [column.cell(place) for column in columns]
                    yield row(recipients[place], texts, tone(place))
            if county is not None:
                totals = [column.total(places) for column in columns]
                name = county.name if shown.is_all else f"{county.name}, shown"
                yield line_of("", name, totals, Tone.STRONG)

    return TableBlock(
        headings=(
            *([Heading("Code")] if has_codes else []),
            Heading("Recipient"),
            *(Heading(column.heading, right=True) for column in columns),
        ),
        rows=tuple(rows()),
        sums=tuple(line_of("", name, texts, Tone.STRONG) for name, texts in sums),
        keys=1 + has_codes,
    )


def row_sums(
    shown: Selection, columns: Sequence[TableColumn], count: int
) -> Iterator[tuple[str, list[str]]]:
    """Add up the rows that are shown, where some are not, and all of them."""
    if len(shown.places) < count:
        some = [column.total(shown.places) for column in columns]
        yield f"Shown, {len(shown.places)} of {count}", some
    everybody = [*range(count), *shown.leavers]
    yield f"All {count} rows", [column.total(everybody) for column in columns]


def measured_columns(shown: Selection) -> dict[Extra, TableColumn]:
    """Make the columns that measures fill."""

    def of(places: Iterable[int]) -> Measured:
        return together(shown.measured[place] for place in places)

    def column(heading: str, text: Callable[[Measured], str]) -> TableColumn:
        return TableColumn(
            heading=heading,
            cell=lambda place: text(shown.measured[place]),
            total=lambda places: text(of(shown.present(places))),
        )

    return {
        Extra.CHANGE: TableColumn(
            "Change, kr",
            cell=lambda place: _signed(shown.measured[place].change),
            total=lambda places: _sum(of(places).change),
            gone=lambda place: _signed(shown.measured[place].change),
        ),
        Extra.PER_CAPITA: column(
            "Kr each\ninhabitant",
            lambda each: "" if each.per_capita is None else decimal(each.per_capita, 2),
        ),
        Extra.OWN_FUNDING: column(
            "Own funding,\nat least",
            lambda each: "" if each.own_funding is None else grouped(each.own_funding),
        ),
    }


def measured_fields(
    shown: Selection, place: int, exact: Callable[[Fraction], str] = ratio
) -> dict[str, Plain]:
    """Say what an amount comes to, where that is asked for, and its county.

    Args:
        exact: how to write what is no whole number.
    """
    fields: dict[str, Plain] = {}
    each = shown.measured[place] if shown.measured else None
    if each is not None and Extra.CHANGE in shown.extras:
        fields |= {"before": each.before, "change": each.change}
    if each is not None and Extra.PER_CAPITA in shown.extras:
        per_capita = each.per_capita
        fields |= {
            "inhabitants": each.inhabitants,
            "per_capita": None if per_capita is None else exact(per_capita),
        }
    if each is not None and Extra.OWN_FUNDING in shown.extras:
        fields["own_funding"] = each.own_funding
    if (county := shown.county_of(place)) is not None:
        fields |= {"county_code": county.code, "county": county.name}
    return fields


def county_fields(shown: Selection) -> dict[str, Json]:
    """Say what the counties get together, where rows are grouped so."""
    if not shown.counties:
        return {}
    return {
        "counties": [
            {
                **recipient_fields(county),
                "amount": together(shown.measured[place] for place in places).amount,
                "recipients": len(places),
                **_county_change(together(shown.measured[place] for place in everybody)),
            }
            for county, everybody in shown.groups()
            if county is not None and (places := shown.present(everybody))
        ]
    }


def _county_change(county: Measured) -> dict[str, Plain]:
    return {} if county.change is None else {"change": county.change}


def leaver_records(shown: Selection, amount: str) -> Iterator[Record]:
    """List those who leave, where everybody is shown: nothing under the heading of the amount."""
    for place, leaver in shown.leavers.items() if shown.is_all else ():
        each = shown.measured[place]
        yield (
            recipient_fields(leaver)
            | {amount: each.amount, "before": each.before, "change": each.change}
            | measured_fields(shown, place)
        )


def notes_on_measures(shown: Selection) -> Iterator[Block]:
    """Say where the figures beside the amounts come from."""
    if Extra.PER_CAPITA in shown.extras and shown.population:
        yield line(f"Inhabitants are those on {shown.population.date}, by SCB.")
    if Extra.OWN_FUNDING in shown.extras and shown.funding:
        yield line(
            f"Own funding is {shown.funding.basis}: {shown.funding.reason}, so the rest of the "
            "cost is to be found elsewhere."
        )


def two_decimals(number: Fraction) -> str:
    """Write an exact number for a spreadsheet: `1234.57`."""
    return decimal(number, 2).replace(" ", "")


def _sum(change: int | None) -> str:
    return "" if change is None else signed(change)


def _signed(change: int | None) -> str:
    return signed(change) if change else ""
