"""Several years side by side: recipients by years, with the sums of both."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from allokera.allocation import Allocation, Row
from allokera.kronor.wording import grouped
from allokera.plan import Plan
from allokera.render.allocation import allocation_fields, ties
from allokera.render.document import head, recipient_fields
from allokera.render.formats import Json, Records, records
from allokera.render.page import Block, Grid, Heading, Page, Title, Tone, cells, line
from allokera.years import spell_years


class PlanView(NamedTuple):
    """A plan, and which of its recipients are shown, in which order.

    Attributes:
        shown: places in the table, from 0.
    """

    plan: Plan
    shown: Sequence[int]

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/plan/1`."""
        return head("plan", 1) | {
            "years": [
                allocation_fields(allocation, self._rows(allocation))
                for allocation in self.plan.allocations
            ],
            "rows": [
                {
                    **recipient_fields(self.plan.recipients[place]),
                    "amounts": {
                        str(allocation.problem.year): allocation.rows[place].amount
                        for allocation in self.plan.allocations
                    },
                    "total": self.plan.totals[place],
                }
                for place in self.shown
            ],
        }

    def records(self) -> Records:
        """List the recipients shown, with a column a year."""
        return records(
            [
                recipient_fields(self.plan.recipients[place])
                | {
                    str(allocation.problem.year): allocation.rows[place].amount
                    for allocation in self.plan.allocations
                }
                | {"total": self.plan.totals[place]}
                for place in self.shown
            ]
        )

    def page(self) -> Page:
        """Show the years, those with the same amounts in one column."""
        return tuple(_blocks(self))

    def _rows(self, allocation: Allocation) -> list[Row]:
        return [allocation.rows[place] for place in self.shown]


def _blocks(view: PlanView) -> Iterator[Block]:
    plan = view.plan
    years = [allocation.problem.year or 0 for allocation in plan.allocations]
    method = plan.allocations[0].problem.method.name
    yield Title(f"{spell_years(years)} \u00b7 {method} \u00b7 kr")
    spans = [list(span) for _, span in groupby(plan.allocations, key=_alike)]
    yield Grid(
        headings=(
            Heading("Code"),
            Heading("Recipient"),
            *(Heading(_span_heading(span), right=True) for span in spans),
            Heading("All years", right=True),
        ),
        rows=tuple(
            cells(
                plan.recipients[place].code,
                plan.recipients[place].name,
                *(grouped(span[0].rows[place].amount) for span in spans),
                grouped(plan.totals[place]),
            )
            for place in view.shown
        ),
        sums=tuple(
            cells(
                "",
                name,
                *(grouped(amounts[years.index(span[0].problem.year or 0)]) for span in spans),
                grouped(sum(amounts)),
                tone=Tone.STRONG,
            )
            for name, amounts in _sums(view)
        ),
    )
    for span in spans:
        yield from ties(span[0])
    yield from _administration(spans)


def _sums(view: PlanView) -> Iterator[tuple[str, list[int]]]:
    """Name the sums below the rows: one amount a year."""
    plan = view.plan.allocations
    if len(view.shown) < len(view.plan.recipients):
        shown = [sum(each.rows[place].amount for place in view.shown) for each in plan]
        yield f"Shown, {len(view.shown)} of {len(view.plan.recipients)}", shown
    yield f"All {len(view.plan.recipients)} rows", [each.allocated for each in plan]
    if any(each.unallocated for each in plan):
        yield "Unallocated", [each.unallocated for each in plan]
    yield "Administration", [each.problem.administration.amount for each in plan]
    yield "Envelope", [each.problem.envelope for each in plan]


def _alike(allocation: Allocation) -> tuple[object, ...]:
    """Make a key that is equal for years with the same money and the same amounts."""
    problem = allocation.problem
    return (
        problem.envelope,
        problem.administration,
        problem.unit,
        [row.amount for row in allocation.rows],
    )


def _span_heading(span: Sequence[Allocation]) -> str:
    years = _span_years(span)
    return years if len(span) == 1 else f"each of\n{years}"


def _span_years(span: Sequence[Allocation]) -> str:
    return spell_years([allocation.problem.year or 0 for allocation in span])


def _administration(spans: Sequence[Sequence[Allocation]]) -> Iterator[Block]:
    for span in spans:
        administration = span[0].problem.administration
        if administration.amount:
            yield line(
                f"{_span_years(span)}: administration is {administration.basis}: "
                f"{administration.reason}."
            )
