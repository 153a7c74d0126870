"""One allocation: a row a recipient, and what the rows add up to."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from allokera.allocation import Allocation, Row, Side
from allokera.kronor.rounding import half_up
from allokera.kronor.wording import decimal, grouped, listed, percent, ratio, signed
from allokera.measures import Sides, weigh
from allokera.model import Recipient
from allokera.problem import Problem
from allokera.publication import Departure
from allokera.render.columns import (
    Column,
    Extra,
    Shown,
    county_fields,
    measured_columns,
    measured_fields,
    notes_on_measures,
    recipients_table,
    two_decimals,
)
from allokera.render.document import (
    administration_fields,
    head,
    recipient_fields,
    shares_fields,
    source_fields,
)
from allokera.render.formats import Json, Plain, Records, records
from allokera.render.page import Block, Grid, Notes, Page, Span, Title, Tone, line
from allokera.shares import Reading


class AllocationView(NamedTuple):
    """An allocation, and which of its rows are shown, in which order, with what beside them."""

    allocation: Allocation
    shown: Shown

    @property
    def rows(self) -> list[Row]:
        """The rows shown."""
        return [self.allocation.rows[place] for place in self.shown.places]

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/allocation/1`."""
        return head("allocation", 1) | allocation_fields(self.allocation, self.shown)

    def records(self) -> Records:
        """List the rows shown."""
        rows, shown = self.allocation.rows, self.shown
        return records(
            [
                _row_fields(rows[place], self.allocation)
                | measured_fields(shown, place, two_decimals)
                for place in shown.places
            ]
        )

    def page(self) -> Page:
        """Show the rows, and how their sum becomes the envelope."""
        allocation, problem = self.allocation, self.allocation.problem
        return (
            Title(headline(problem)),
            _grid(self),
            *gains_note([allocation]),
            *(_departures(allocation, self.rows) if Extra.PUBLISHED in _extras(self) else ()),
            *_key_note(allocation),
            *_bounds(allocation, self.rows),
            *ties(allocation),
            *shares_note(problem),
            *administration_note(problem),
            *notes_on_measures(self.shown),
        )


def allocation_fields(allocation: Allocation, shown: Shown) -> dict[str, Json]:
    """Say everything of an allocation, with the rows that are shown."""
    problem = allocation.problem
    return {
        "year": problem.year,
        "status": problem.status,
        "envelope": problem.envelope,
        "administration": administration_fields(problem.administration),
        "pool": problem.pool,
        "unit": problem.unit,
        "method": problem.method.name,
        "shares": shares_fields(problem.shares),
        "allocated": allocation.allocated,
        "unused": allocation.unused,
        "unallocated": allocation.unallocated,
        "rows": [
            _row_fields(allocation.rows[place], allocation) | measured_fields(shown, place)
            for place in shown.places
        ],
        "leavers": [
            recipient_fields(row.recipient) | {"before": row.amount} for row in allocation.leavers
        ],
        **county_fields(shown),
        "ties": [
            {
                "contenders": [recipient_fields(problem.recipients[row]) for row in tie.contenders],
                "places": tie.places,
            }
            for tie in allocation.ties
        ],
        "sources": source_fields(problem.sources + shown.sources(problem.sources)),
    }


def headline(problem: Problem) -> str:
    """Say in a line what was shared out, and how."""
    kr = currency(problem)
    what = str(problem.year or f"{grouped(problem.envelope)}{kr}")
    reading = problem.shares.reading
    parts = [
        what,
        problem.status,
        _READINGS.get(reading, ""),
        problem.method.name,
        f"unit {grouped(problem.unit)}{kr}" if kr or problem.unit > 1 else "",
    ]
    return " \u00b7 ".join(part for part in parts if part)


def currency(problem: Problem) -> str:
    """Say what amounts are in: kronor, but where units of one are shared out by other weights."""
    is_counted = problem.year is None and problem.unit == 1
    return "" if is_counted and problem.shares.reading is Reading.GIVEN else " kr"


_READINGS = {
    Reading.SCALE: "by scale",
    Reading.KEY: "by key",
    Reading.GIVEN: "own weights",
}


def shares_note(problem: Problem) -> Iterator[Block]:
    """Say how the shares came about, where they are not the grant's own."""
    shares = problem.shares
    if shares.reading is not Reading.PUBLISHED:
        yield line(f"Shares are {shares.basis}: {shares.reason}.")


def administration_note(problem: Problem) -> Iterator[Block]:
    """Say how the administration is known."""
    administration = problem.administration
    if administration.amount:
        yield line(f"Administration is {administration.basis}: {administration.reason}.")


def _row_fields(row: Row, allocation: Allocation) -> dict[str, Plain]:
    fields: dict[str, Plain] = recipient_fields(row.recipient) | {
        "weight": row.weight,
        "share": ratio(row.share),
        "quota": ratio(row.quota),
        "amount": row.amount,
        "published": row.published,
        "difference": row.difference,
        "printed": row.printed,
        "departure": row.departure,
    }
    if allocation.problem.bounds:
        fields |= {"minimum": row.minimum, "maximum": row.maximum, "held": row.held}
    if allocation.problem.applied:
        fields |= {"applied": row.applied, "unused": row.unused}
    if allocation.plain:
        fields |= {"before": row.before, "change": row.amount - (row.before or 0)}
    return fields


def _grid(view: AllocationView) -> Grid:
    allocation, problem = view.allocation, view.allocation.problem
    rows = allocation.rows
    columns = list(_columns(view))
    lead = [column for column in columns if column.heading == _SHARE]

    def sum_of(places: Sequence[int]) -> list[str]:
        return [column.total(places) for column in columns]

    def sums() -> Iterator[tuple[str, list[str]]]:
        everybody = range(len(rows))
        if len(view.shown.places) < len(rows):
            yield f"Shown, {len(view.shown.places)} of {len(rows)}", sum_of(view.shown.places)
        yield f"All {len(rows)} rows", sum_of(everybody)
        blank = [""] * len(lead)
        for name, amount in (
            ("Not applied for", allocation.unused),
            ("Unallocated", allocation.unallocated),
            ("Administration", problem.administration.amount),
        ):
            if amount:
                yield name, [*blank, grouped(amount)]
        whole = "Envelope" if problem.year is not None else "Total"
        yield whole, [*blank, grouped(problem.envelope)]

    return recipients_table(
        problem.recipients,
        columns,
        view.shown,
        list(sums()),
        after=[
            (row.recipient, [*([""] * len(lead)), "leaves", signed(-row.amount)])
            for row in allocation.leavers
            if Extra.CHANGE in _extras(view)
        ],
        tone=lambda place: Tone.CHANGED if _stands_out(rows[place], view) else Tone.PLAIN,
    )


_SHARE = "Share"


def _extras(view: AllocationView) -> Sequence[Extra]:
    """Say what stands beside the amounts: what is asked for, or else what is usual."""
    if view.shown.extras:
        return view.shown.extras
    problem = view.allocation.problem
    is_other = problem.shares.reading is not Reading.PUBLISHED or problem.bounds or problem.applied
    if view.allocation.plain is not None and is_other:
        return (Extra.CHANGE,)
    return (Extra.SHARE, Extra.PUBLISHED)


def _stands_out(row: Row, view: AllocationView) -> bool:
    if Extra.PUBLISHED in _extras(view):
        return row.departure is not None
    return row.held is not None or row.unused > 0


def _columns(view: AllocationView) -> Iterator[Column]:
    allocation, extras = view.allocation, _extras(view)
    rows = allocation.rows
    if Extra.SHARE in extras:
        yield Column(
            heading=_SHARE,
            cell=lambda place: percent(rows[place].share),
            total=lambda places: percent(sum((rows[place].share for place in places), Fraction(0))),
        )
    yield Column(
        heading="Amount, kr" if currency(allocation.problem) else "Amount",
        cell=lambda place: grouped(rows[place].amount),
        total=lambda places: grouped(sum(rows[place].amount for place in places)),
    )
    if Extra.PUBLISHED in extras and allocation.problem.publication:
        yield Column("Published", lambda place: rows[place].printed or "", lambda _: "")
        if any(row.departure for row in view.rows):
            yield Column("Difference", lambda place: _difference(rows[place]), lambda _: "")
    measured = measured_columns(view.shown)
    yield from (measured[extra] for extra in extras if extra in measured)
    if any(row.held for row in view.rows):
        yield Column("Held", lambda place: _HELD.get(rows[place].held, ""), lambda _: "")
    if allocation.unused:
        yield Column(
            "Not\napplied for",
            lambda place: grouped(rows[place].unused) if rows[place].unused else "",
            lambda places: grouped(sum(rows[place].unused for place in places)),
        )


_HELD = {Side.MINIMUM: "at least", Side.MAXIMUM: "at most", None: ""}


def _difference(row: Row) -> str:
    if row.departure is Departure.MISPRINT:
        return "misprint"
    return signed(row.difference) if row.difference else ""


def gains_note(allocations: Sequence[Allocation]) -> Iterator[Block]:
    """Say who gains and who pays, against the same money shared out plainly."""
    sides = weigh(allocations)
    if sides is None:
        return
    against = "Against the grant's own shares by largest remainder"
    if not (sides.gainers or sides.payers):
        yield line(f"{against}, nothing changes.")
        return
    yield line(f"{against}: {sides_text(sides)}.")


def sides_text(sides: Sides) -> str:
    """Say who gains and who pays, and how much together."""
    unchanged = f"{sides.unchanged or 'nobody'} {'is' if sides.unchanged < 2 else 'are'} unchanged"
    return f"{_side(sides.gainers, 'gain')}; {_side(sides.payers, 'pay')}; {unchanged}"


def _side(changes: Mapping[Recipient, int], verb: str) -> str:
    """Name those who gain or pay, where they are few, and how much that is together."""
    total = grouped(abs(sum(changes.values())))
    if not changes:
        return f"nobody {verb}s"
    if len(changes) > _FEW:
        return f"{len(changes)} {verb} {total} kr"
    plural = verb if len(changes) > 1 else f"{verb}s"
    return f"{listed([each.name for each in changes])} {plural} {total} kr"


_FEW = 3


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
    if alone and allocation.plain is None:
        yield Notes(tuple(alone), Tone.CHANGED)


def _key_note(allocation: Allocation) -> Iterator[Block]:
    """Say how many of the published amounts the key gives."""
    by_nearest = allocation.published_by_nearest()
    if by_nearest is not None:
        equal, printed = by_nearest
        yield line(
            f"Rounded to the nearest by one divisor (--method webster), the key gives {equal} of "
            f"the {printed} published amounts: the publisher rounded every row on its own."
        )


_FOR_ALL = {
    Departure.OTHER_UNIT: "the published are the same shares, rounded to another unit",
    Departure.OTHER_POOL: "the published come from another pool",
    Departure.OTHER_SHARES: "the published come from the grant's own shares",
    Departure.OTHER_BOUNDS: "the published know no bounds and no applications",
    Departure.OTHER_METHOD: "the published are rounded otherwise",
    Departure.OTHER_YEARS: "the published are rounded year by year",
}


def _reason(row: Row, lost: int) -> str:
    if row.departure is Departure.MISPRINT:
        return f"printed {row.printed!r}; the shares give {grouped(row.amount)}"
    due, verb = decimal(row.due, 3), "lose" if lost >= 0 else "exceed by"
    if row.departure is Departure.INDEPENDENT_ROUNDING:
        alone = f"{due} alone rounds to {half_up(row.due)}"
        return f"{alone}; all rows so rounded {verb} {grouped(abs(lost))} kr"
    return f"{row.printed} is published; {due} units are due"


def _bounds(allocation: Allocation, rows: Sequence[Row]) -> Iterator[Block]:
    """Say whom a bound holds, and what was not applied for."""
    kr = currency(allocation.problem)
    for side, said in _SIDES.items():
        held = [row for row in rows if row.held is side]
        for bound in sorted({_bound(row) for row in held}):
            names = [row.recipient.name for row in held if _bound(row) == bound]
            yield line(
                Span(f"Held at {said} {grouped(bound)}{kr}", Tone.CHANGED), f": {listed(names)}."
            )
    if allocation.unused:
        names = [row.recipient.name for row in allocation.rows if row.unused]
        yield line(
            f"{listed(names)} applied for less: {grouped(allocation.unused)} kr are left unused, "
            "since no rule of the grant shares them out again; --redistribute would."
        )


_SIDES = {Side.MINIMUM: "the least of", Side.MAXIMUM: "the most of"}


def _bound(row: Row) -> int:
    return (row.minimum if row.held is Side.MINIMUM else row.maximum) or 0


def ties(allocation: Allocation) -> Iterator[Block]:
    """Say which recipients had equal claims, and how table order decided."""
    for tie in allocation.ties:
        names = [allocation.rows[row].recipient.name for row in tie.contenders]
        yield line(
            Span("Tie", Tone.CHANGED),
            f": {listed(names)} have exactly equal claims to {tie.places} of the units; "
            f"table order gave them to {listed(names[: tie.places])}.",
        )
