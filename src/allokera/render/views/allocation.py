"""One allocation: a row a recipient, and what the rows add up to."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain
from operator import or_
from typing import NamedTuple

from allokera.kronor.wording import in_decimals, places_within, ratio
from allokera.model import Recipient
from allokera.render.documents.fields import (
    administration_fields,
    head,
    recipient_fields,
    source_fields,
    title_fields,
)
from allokera.render.documents.shares import (
    fragile_fields,
    shares_fields,
    terms_fields,
    terms_of_rows,
    ties_fields,
)
from allokera.render.language import Language
from allokera.render.page import Bar, Block, Chart, Further, Page, TableBlock, Tone
from allokera.render.parts.headline import headed, headline, opening
from allokera.render.parts.measures import (
    county_fields,
    leaver_records,
    measured_columns,
    measured_fields,
    notes_on_measures,
    two_decimals,
)
from allokera.render.parts.notes import (
    administration_note,
    bounds_note,
    departures_note,
    fragile_note,
    gains_note,
    key_note,
    shares_note,
    ties_note,
)
from allokera.render.parts.recipients_table import TableColumn, recipients_table, row_sums
from allokera.render.selection import Extra, Selection
from allokera.render.view import Json, Plain, Record, Records, records
from allokera.render.views.allocation_sheet import sheet_of
from allokera.render.workbook import Sheet
from allokera.sharing.allocation import Allocation, Row
from allokera.sharing.fragility import find_fragile
from allokera.sharing.publication import Departure
from allokera.terms.shares import ShareOrigin


class AllocationView(NamedTuple):
    """An allocation, and which of its rows are shown, in which order, with what beside them."""

    allocation: Allocation
    selection: Selection
    example: Recipient | None = None

    @property
    def rows(self) -> list[Row]:
        """The rows shown."""
        return [self.allocation.rows[place] for place in self.selection.places]

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/allocation/1`."""
        fields = allocation_fields(self.allocation, self.selection)
        return head("allocation", 1) | title_fields(self.selection.title) | fields

    def records(self) -> Records:
        """List the rows shown."""
        rows, selection, problem = self.allocation.rows, self.selection, self.allocation.problem
        exact = in_decimals(places_within(sum(problem.weights)))
        present: Iterable[Record] = (
            _row_fields(rows[place], self.allocation, exact) for place in selection.places
        )
        if problem.lot or problem.shares.thresholds:
            terms = terms_of_rows(problem)
            asked = (terms(rows[place].recipient) for place in selection.places)
            present = map(or_, present, asked)
        if selection.extras or selection.counties:
            beside = (measured_fields(selection, place, two_decimals) for place in selection.places)
            present = map(or_, present, beside)
        return records(chain(present, leaver_records(selection, "amount")))

    def sheets(self, say: Language) -> Sequence[Sheet]:
        """Make a sheet of the steps, as formulas."""
        return [sheet_of(say, self.allocation, self.rows)]

    def page(self, say: Language) -> Page:
        """Show the rows, and how their sum becomes the envelope."""
        allocation, problem = self.allocation, self.allocation.problem
        return (
            *opening(self.selection.title, headline(say, problem)),
            _grid(say, self),
            *_chart(say, self),
            *gains_note(say, [allocation]),
            *self._departures(say),
            *key_note(say, allocation),
            *bounds_note(say, allocation),
            *ties_note(say, allocation),
            *fragile_note(say, allocation, self.rows),
            *shares_note(say, problem),
            *administration_note(say, problem),
            *notes_on_measures(say, self.selection),
            *self._example(say),
        )

    def _departures(self, say: Language) -> Iterator[Block]:
        if Extra.PUBLISHED in _extras(self):
            yield from departures_note(say, self.allocation, self.rows)

    def _example(self, say: Language) -> Iterator[Block]:
        """Show one recipient's steps: where it is asked for, or else in documents."""
        if self.example is not None:
            yield from _steps(say, self.allocation, self.example)
        elif len(self.rows) > 1:
            yield Further(lambda: _steps(say, self.allocation, None))


def _steps(say: Language, allocation: Allocation, recipient: Recipient | None) -> Iterator[Block]:
    # most answers explain nobody, and do not wait for what does
    from allokera.render.views.explanation import example_blocks  # noqa: PLC0415 - see above

    return example_blocks(say, allocation, recipient)


def allocation_fields(allocation: Allocation, selection: Selection) -> dict[str, Json]:
    """Say everything of an allocation, with the rows that are shown."""
    problem, terms = allocation.problem, terms_of_rows(allocation.problem)
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
            _row_fields(row, allocation) | terms(row.recipient) | measured_fields(selection, place)
            for place in selection.places
            for row in [allocation.rows[place]]
        ],
        "leavers": [
            recipient_fields(row.recipient) | {"before": row.amount} for row in allocation.leavers
        ],
        **county_fields(selection),
        **terms_fields(problem),
        "ties": ties_fields(allocation),
        "fragile": fragile_fields(find_fragile(allocation)),
        "sources": source_fields(problem.sources + selection.sources(problem.sources)),
    }


def _row_fields(
    row: Row, allocation: Allocation, exact: Callable[[Fraction], str] = ratio
) -> dict[str, Plain]:
    fields: dict[str, Plain] = {
        **recipient_fields(row.recipient),
        "weight": row.weight,
        "share": exact(row.share),
        "quota": exact(row.quota),
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
        fields |= {"before": row.before, "change": row.change}
    return fields


_MOST_BARS = 120
"""Rows that are drawn, at most."""


def _chart(say: Language, view: AllocationView) -> Iterator[Block]:
    """Draw the amounts shown, and where the published ones are."""
    rows, title = view.rows, headed(say.amounts.amounts, view.allocation.problem.currency)
    if not 1 < len(rows) <= _MOST_BARS:
        return
    if any(row.published is not None for row in rows):
        title = f"{title}; {say.amounts.mark_is_published}"
    yield Chart(
        title,
        tuple(
            Bar(row.recipient.name, row.amount, say.grouped(row.amount), row.published)
            for row in rows
        ),
    )


def _grid(say: Language, view: AllocationView) -> TableBlock:
    allocation, problem = view.allocation, view.allocation.problem
    rows = allocation.rows
    columns = list(_columns(say, view))
    blank = [""] * (Extra.SHARE in _extras(view))  # the share stands before the amount

    def sums() -> Iterator[tuple[str, list[str]]]:
        yield from row_sums(say, view.selection, columns, len(rows))
        for name, amount in (
            (say.amounts.unused, allocation.unused),
            (say.amounts.unallocated, allocation.unallocated),
            (say.amounts.administration, problem.administration.amount),
        ):
            if amount:
                yield name, [*blank, say.grouped(amount)]
        whole = say.amounts.total if problem.year is None else say.amounts.envelope
        yield whole, [*blank, say.grouped(problem.envelope)]

    return recipients_table(
        say,
        problem.recipients,
        columns,
        view.selection,
        list(sums()),
        tone=lambda place: Tone.CHANGED if _stands_out(rows[place], view) else Tone.PLAIN,
    )


def _extras(view: AllocationView) -> Sequence[Extra]:
    """Say what stands beside the amounts: what is asked for, or else what is usual."""
    if view.selection.extras:
        return view.selection.extras
    problem = view.allocation.problem
    is_other = (
        problem.shares.reading is not ShareOrigin.PUBLISHED or problem.bounds or problem.applied
    )
    if view.allocation.plain is not None and is_other:
        return (Extra.CHANGE,)
    return (Extra.SHARE, Extra.PUBLISHED)


def _stands_out(row: Row, view: AllocationView) -> bool:
    if Extra.PUBLISHED in _extras(view):
        return row.departure is not None
    return row.held is not None or row.unused > 0


def _columns(say: Language, view: AllocationView) -> Iterator[TableColumn]:
    allocation, extras = view.allocation, _extras(view)
    currency = allocation.problem.currency
    rows = allocation.rows

    def present(places: Sequence[int]) -> list[Row]:
        return [rows[place] for place in view.selection.present(places)]

    if Extra.SHARE in extras:
        yield TableColumn(
            heading=say.amounts.share,
            cell=lambda place: say.percent(rows[place].share),
            total=lambda places: say.percent(
                sum((row.share for row in present(places)), Fraction(0))
            ),
        )
    yield TableColumn(
        heading=headed(say.amounts.amount, currency),
        cell=lambda place: say.grouped(rows[place].amount),
        total=lambda places: say.grouped(sum(row.amount for row in present(places))),
        gone=lambda _: say.amounts.leaves,
    )
    if Extra.PUBLISHED in extras and allocation.problem.publication:
        yield TableColumn(
            say.amounts.published, lambda place: rows[place].printed or "", lambda _: ""
        )
        if any(row.departure for row in view.rows):
            yield TableColumn(
                say.amounts.difference, lambda place: _difference(say, rows[place]), lambda _: ""
            )
    measured = measured_columns(say, view.selection, currency)
    yield from (measured[extra] for extra in extras if extra in measured)
    if any(row.held for row in view.rows):
        yield TableColumn(
            say.amounts.held, lambda place: say.amounts.side(rows[place].held), lambda _: ""
        )
    if allocation.unused:
        yield TableColumn(
            say.amounts.not_applied_for,
            lambda place: say.grouped(rows[place].unused) if rows[place].unused else "",
            lambda places: say.grouped(sum(row.unused for row in present(places))),
        )


def _difference(say: Language, row: Row) -> str:
    if row.departure is Departure.MISPRINT:
        return say.amounts.misprint
    return say.signed(row.difference) if row.difference else ""
