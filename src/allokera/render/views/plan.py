"""Several years side by side: recipients by years, with the sums of both."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from allokera.kronor.amount import Amount, nearest, size
from allokera.kronor.wording import ratio
from allokera.render.documents.fields import head, recipient_fields, title_fields
from allokera.render.documents.shares import terms_of_rows
from allokera.render.language import Language
from allokera.render.page import Block, Page, TableBlock, line
from allokera.render.parts.headline import opening, years_headline
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
    by_years,
    fragile_note,
    gains_note,
    shares_note,
    ties_note,
)
from allokera.render.parts.recipients_table import TableColumn, recipients_table, row_sums
from allokera.render.selection import Extra, Selection
from allokera.render.view import Json, Plain, Records, records
from allokera.render.views.allocation import allocation_fields
from allokera.sharing.allocation import Allocation
from allokera.sharing.plan import Drift, Plan


class PlanView(NamedTuple):
    """A plan, and which of its recipients are shown, in which order, with what beside them."""

    plan: Plan
    selection: Selection

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/plan/1`."""
        plan, totals = self.plan, self.plan.totals
        bare = Selection(places=self.selection.places, population=self.selection.population)
        # what years rounded together turn on is not looked for
        alone: dict[str, Json] = {"fragile": []} if plan.is_carried else {}
        return (
            head("plan", 1)
            | title_fields(self.selection.title)
            | {
                "years": [allocation_fields(each, bare) | alone for each in plan.allocations],
                "rows": [
                    {
                        **recipient_fields(plan.recipients[place]),
                        "amounts": {
                            str(each.problem.year): each.rows[place].amount
                            for each in plan.allocations
                        },
                        "total": totals[place],
                        **self._unused(place),
                        **measured_fields(self.selection, place),
                    }
                    for place in self.selection.places
                ],
                **county_fields(self.selection),
                "carried": plan.is_carried,
                "drift": _drift_fields(plan.largest_drift),
            }
        )

    def records(self) -> Records:
        """List the recipients shown, with a column a year."""
        plan, totals = self.plan, self.plan.totals
        terms = terms_of_rows(plan.allocations[0].problem)
        return records(
            [
                recipient_fields(plan.recipients[place])
                | {str(each.problem.year): each.rows[place].amount for each in plan.allocations}
                | {"total": totals[place]}
                | terms(plan.recipients[place])
                | self._unused(place)
                | measured_fields(self.selection, place, two_decimals)
                for place in self.selection.places
            ]
            + list(
                leaver_records(self.selection, "total")
                if Extra.CHANGE in self.selection.extras
                else ()
            )
        )

    def _unused(self, place: int) -> dict[str, Plain]:
        """Say what was not applied for, where that is so of anybody."""
        if not any(each.unused for each in self.plan.allocations):
            return {}
        return {"unused": sum(each.rows[place].unused for each in self.plan.allocations)}

    def page(self, say: Language) -> Page:
        """Show the years, those with the same amounts in one column."""
        return tuple(_blocks(say, self))


def _drift_fields(drift: Drift) -> dict[str, Json]:
    return {
        **recipient_fields(drift.recipient),
        "year": drift.year,
        "kronor": ratio(drift.kronor),
        "unit": drift.unit,
        "units": ratio(drift.units),
    }


def _blocks(say: Language, view: PlanView) -> Iterator[Block]:
    plan = view.plan
    problem = plan.allocations[0].problem
    kr = f" {problem.currency.word}" if problem.currency else ""
    yield from opening(view.selection.title, f"{years_headline(say, plan)} \u00b7{kr}")
    yield _grid(say, view)
    yield from gains_note(say, plan.allocations)
    yield line(_drift(say, plan))
    yield from by_years(say, plan, bounds_note)
    yield from by_years(say, plan, ties_note)
    if not plan.is_carried:
        yield from by_years(say, plan, fragile_note)
    yield from shares_note(say, problem)
    yield from by_years(say, plan, lambda say, each: administration_note(say, each.problem))
    yield from notes_on_measures(say, view.selection)


def _grid(say: Language, view: PlanView) -> TableBlock:
    plan, selection, totals = view.plan, view.selection, view.plan.totals
    spans = _spans(plan)
    extras = measured_columns(say, selection, plan.allocations[0].problem.currency)
    years = [each.problem.year for each in plan.allocations]
    columns = [
        *(_column(say, span, selection) for span in spans),
        TableColumn(
            say.amounts.all_years,
            lambda place: say.grouped(totals[place]),
            lambda places: say.grouped(sum(totals[place] for place in selection.present(places))),
            gone=lambda _: say.amounts.leaves,
        ),
        *(extras[extra] for extra in selection.extras if extra in extras),
    ]

    def by_span(amounts: Sequence[Amount]) -> list[str]:
        each = [amounts[years.index(span[0].problem.year)] for span in spans]
        return [*map(say.grouped, each), say.grouped(sum(amounts))]

    return recipients_table(
        say,
        plan.recipients,
        columns,
        selection,
        [
            *row_sums(say, selection, columns, len(plan.recipients)),
            *((name, by_span(amounts)) for name, amounts in _sums(say, plan)),
        ],
    )


def _spans(plan: Plan) -> list[list[Allocation]]:
    """Put years together that have the same money and the same amounts."""
    return [list(span) for _, span in groupby(plan.allocations, key=_alike)]


def _column(say: Language, span: Sequence[Allocation], selection: Selection) -> TableColumn:
    rows = span[0].rows
    years = say.years([each.problem.year or 0 for each in span])
    return TableColumn(
        heading=years if len(span) == 1 else say.amounts.each_of(years),
        cell=lambda place: say.grouped(rows[place].amount),
        total=lambda places: say.grouped(
            sum(rows[place].amount for place in selection.present(places))
        ),
    )


def _sums(say: Language, plan: Plan) -> Iterator[tuple[str, list[Amount]]]:
    """Name what stands below the rows: one amount a year."""
    each, words = plan.allocations, say.amounts
    for name, amounts, always in (
        (words.unused, [one.unused for one in each], False),
        (words.unallocated, [one.unallocated for one in each], False),
        (words.administration, [one.problem.administration.amount for one in each], True),
        (words.envelope, [one.problem.envelope for one in each], True),
    ):
        if always or any(amounts):
            yield name, amounts


def _alike(allocation: Allocation) -> tuple[object, ...]:
    """Make a key that is equal for years with the same money and the same amounts."""
    problem = allocation.problem
    return (
        problem.envelope,
        problem.administration,
        problem.unit,
        [row.amount for row in allocation.rows],
    )


def _drift(say: Language, plan: Plan) -> str:
    """Say how far running totals are from their quotas at most."""
    drift, currency = plan.largest_drift, plan.allocations[0].problem.currency
    where = say.amounts.drift(
        drift.recipient.name,
        say.money(size(nearest(drift.kronor, drift.unit)), currency),
        drift.year,
        drift.units,
        say.money(drift.unit, currency),
    )
    if plan.is_carried:
        unused = any(allocation.unused for allocation in plan.allocations)
        return say.amounts.rounded_together(where, unused=unused)
    return say.amounts.rounded_year_by_year(where)
