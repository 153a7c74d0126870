"""One allocation: a row a recipient, and what the rows add up to."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from allokera.allocation import Allocation, Row
from allokera.kronor.rounding import half_up
from allokera.kronor.wording import decimal, grouped, listed, percent, ratio, signed
from allokera.problem import Problem
from allokera.publication import Departure
from allokera.render.document import administration_fields, head, recipient_fields, source_fields
from allokera.render.formats import Json, Plain, Records, records
from allokera.render.page import (
    Block,
    Grid,
    Heading,
    Notes,
    Page,
    Span,
    Title,
    Tone,
    cells,
    line,
)


class AllocationView(NamedTuple):
    """An allocation, and which of its rows are shown, in which order.

    Attributes:
        shown: places in the table, from 0.
    """

    allocation: Allocation
    shown: Sequence[int]

    @property
    def rows(self) -> list[Row]:
        """The rows shown."""
        return [self.allocation.rows[place] for place in self.shown]

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/allocation/1`."""
        return head("allocation", 1) | allocation_fields(self.allocation, self.rows)

    def records(self) -> Records:
        """List the rows shown."""
        return records([_row_fields(row) for row in self.rows])

    def page(self) -> Page:
        """Show the rows, and how their sum becomes the envelope."""
        problem = self.allocation.problem
        return (
            Title(headline(problem)),
            _grid(self),
            *_departures(self.allocation, self.rows),
            *ties(self.allocation),
            *_administration(problem),
        )


def allocation_fields(allocation: Allocation, rows: Sequence[Row]) -> dict[str, Json]:
    """Say everything of an allocation, with these of its rows."""
    problem = allocation.problem
    return {
        "year": problem.year,
        "status": problem.status,
        "envelope": problem.envelope,
        "administration": administration_fields(problem.administration),
        "pool": problem.pool,
        "unit": problem.unit,
        "method": problem.method.name,
        "allocated": allocation.allocated,
        "unallocated": allocation.unallocated,
        "rows": [_row_fields(row) for row in rows],
        "ties": [
            {
                "contenders": [recipient_fields(problem.recipients[row]) for row in tie.contenders],
                "places": tie.places,
            }
            for tie in allocation.ties
        ],
        "sources": source_fields(problem.sources),
    }


def headline(problem: Problem) -> str:
    """Say in a line what was shared out, and how."""
    what = str(problem.year or f"{grouped(problem.envelope)} kr")
    parts = [what, problem.status, problem.method.name, f"unit {grouped(problem.unit)} kr"]
    return " \u00b7 ".join(part for part in parts if part)


def _row_fields(row: Row) -> dict[str, Plain]:
    return recipient_fields(row.recipient) | {
        "weight": row.weight,
        "share": ratio(row.share),
        "quota": ratio(row.quota),
        "amount": row.amount,
        "published": row.published,
        "difference": row.difference,
        "printed": row.printed,
        "departure": row.departure,
    }


def _grid(view: AllocationView) -> Grid:
    allocation, problem = view.allocation, view.allocation.problem
    headings = [
        Heading("Code"),
        Heading("Recipient"),
        Heading("Share", right=True),
        Heading("Amount, kr", right=True),
    ]
    published = problem.publication is not None
    departs = any(row.departure for row in view.rows)
    if published:
        headings.append(Heading("Published", right=True))
    if departs:
        headings.append(Heading("Difference", right=True))

    def sums() -> Iterator[tuple[str, str, int]]:
        if len(view.rows) < len(allocation.rows):
            share = sum((row.share for row in view.rows), Fraction(0))
            amount = sum(row.amount for row in view.rows)
            yield f"Shown, {len(view.rows)} of {len(allocation.rows)}", percent(share), amount
        yield f"All {len(allocation.rows)} rows", percent(Fraction(1)), allocation.allocated
        if allocation.unallocated:
            yield "Unallocated", "", allocation.unallocated
        if problem.administration.amount:
            yield "Administration", "", problem.administration.amount
        yield ("Envelope" if problem.year is not None else "Total"), "", problem.envelope

    blank = [""] * (len(headings) - 4)
    return Grid(
        headings=tuple(headings),
        rows=tuple(_row(row, published, departs) for row in view.rows),
        sums=tuple(
            cells("", name, share, grouped(amount), *blank, tone=Tone.STRONG)
            for name, share, amount in sums()
        ),
    )


def _row(row: Row, published: bool, departs: bool) -> tuple[Span, ...]:
    tone = Tone.CHANGED if row.departure else Tone.PLAIN
    shown = [row.recipient.code, row.recipient.name, percent(row.share), grouped(row.amount)]
    if published:
        shown.append(row.printed or "")
    if departs:
        difference = signed(row.difference) if row.difference else ""
        shown.append("misprint" if row.departure is Departure.MISPRINT else difference)
    return cells(*shown, tone=tone)


def _administration(problem: Problem) -> Iterator[Block]:
    administration = problem.administration
    if administration.amount:
        yield line(f"Administration is {administration.basis}: {administration.reason}.")


def _departures(allocation: Allocation, rows: Sequence[Row]) -> Iterator[Block]:
    """Say why amounts are not the published ones: row by row, or once where one reason fits all."""
    departed = [row for row in rows if row.departure]
    for departure, reason in _FOR_ALL.items():
        if count := sum(row.departure is departure for row in departed):
            yield line(f"{count} of {len(rows)} amounts differ from the published: {reason}.")
    lost = allocation.lost_to_rounding
    alone = [
        (row.recipient.name, _reason(row, lost))
        for row in departed
        if row.departure not in _FOR_ALL
    ]
    if alone:
        yield Notes(tuple(alone), Tone.CHANGED)


_FOR_ALL = {
    Departure.OTHER_UNIT: "the published are the same shares, rounded to another unit",
    Departure.OTHER_POOL: "the published come from another pool",
}


def _reason(row: Row, lost: int) -> str:
    if row.departure is Departure.MISPRINT:
        return f"printed {row.printed!r}; the shares give {grouped(row.amount)}"
    due, verb = decimal(row.due, 3), "lose" if lost >= 0 else "exceed by"
    if row.departure is Departure.INDEPENDENT_ROUNDING:
        alone = f"{due} alone rounds to {half_up(row.due)}"
        return f"{alone}; all rows so rounded {verb} {grouped(abs(lost))} kr"
    return f"{row.printed} is published; {due} units are due"


def ties(allocation: Allocation) -> Iterator[Block]:
    """Say which recipients had equal claims, and how table order decided."""
    for tie in allocation.ties:
        names = [allocation.rows[row].recipient.name for row in tie.contenders]
        yield line(
            Span("Tie", Tone.CHANGED),
            f": {listed(names)} have exactly equal claims to {tie.places} of the units; "
            f"table order gave them to {listed(names[: tie.places])}.",
        )
