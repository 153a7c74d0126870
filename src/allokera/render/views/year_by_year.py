"""One recipient's course over some years."""

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import NamedTuple

from allokera.explanation import HOUSES_TRIED, Bend, YearByYear, YearStep
from allokera.kronor.rounding import half_away
from allokera.kronor.wording import grouped, listed, ratio, signed
from allokera.render.documents.fields import head, recipient_fields, source_fields
from allokera.render.documents.shares import shares_fields
from allokera.render.page import Block, Heading, Page, TableBlock, Title, cells, line
from allokera.render.parts.counterfactuals import tried_line, weight_change
from allokera.render.parts.headline import named_headline, years_headline
from allokera.render.parts.notes import by_years, ties_note
from allokera.render.parts.recipients_table import HELD
from allokera.render.view import Json, Plain, Records, records
from allokera.terms.years import spell_years


class YearByYearView(NamedTuple):
    """A course."""

    course: YearByYear

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/course/1`."""
        problem = self.course.plan.allocations[0].problem
        return head("course", 1) | {
            "recipient": recipient_fields(self.course.recipient),
            "method": problem.method.name,
            "shares": shares_fields(problem.shares),
            "carried": self.course.plan.is_carried,
            "years": [_stage_fields(stage) for stage in self.course.stages],
            "turns": [
                {
                    "weight": bend.change,
                    "pool": bend.pool,
                    "amounts": {str(year): amount for year, amount in bend.amounts},
                }
                for bend in self.course.bends
            ],
            "sources": source_fields(problem.sources),
        }

    def records(self) -> Records:
        """List the years."""
        return records([_stage_fields(stage) for stage in self.course.stages])

    def page(self) -> Page:
        """Show the years, and how far the running total is from the quotas."""
        return tuple(_blocks(self.course))


def _stage_fields(stage: YearStep) -> dict[str, Plain]:
    return {
        "year": stage.year,
        "unit": stage.unit,
        "quota": ratio(stage.quota),
        "amount": stage.amount,
        "unused": stage.unused,
        "held": stage.held,
        "running_quota": ratio(stage.running_quota),
        "running_total": stage.running_total,
        "drift": ratio(stage.drift),
        "covered": stage.covered,
    }


def _blocks(course: YearByYear) -> Iterator[Block]:
    yield Title(named_headline(course.recipient, years_headline(course.plan)))
    yield TableBlock(
        headings=(Heading("Year"), *(Heading(text, right=True) for text, _ in _columns(course))),
        rows=tuple(
            cells(str(stage.year), *(text(stage) for _, text in _columns(course)))
            for stage in course.stages
        ),
        keys=1,
    )
    yield line(
        "The drift is what the running total is more than the running quota; by the year due, the "
        "quota has come to the total."
    )
    if any(stage.unused for stage in course.stages):
        yield line("What was not applied for counts as given in the running total.")
    yield line(_rule(course))
    place = course.plan.recipients.index(course.recipient)
    yield from by_years(course.plan, lambda each: ties_note(each, place))
    for (side, bound), alike in groupby(course.stages, key=lambda stage: (stage.held, stage.bound)):
        if side is not None:
            years = spell_years([stage.year or 0 for stage in alike])
            yield line(f"{years}: a bound holds, {HELD[side]} {grouped(bound)} kr.")
    if course.bends:
        yield line("What would have changed the amounts, each alone, found by sharing out again:")
        yield TableBlock(
            headings=(Heading("Change"), Heading("Amounts then")),
            rows=tuple(cells(_change(bend, course), _amounts(bend)) for bend in course.bends),
        )
        if sum(bend.pool != 0 for bend in course.bends) < 2:
            yield tried_line(HOUSES_TRIED)


def _columns(course: YearByYear) -> Iterator[tuple[str, Callable[[YearStep], str]]]:
    """Say what stands beside a year, with its heading."""
    yield "Quota,\nkr", lambda stage: grouped(half_away(stage.quota * stage.unit))
    yield "Amount,\nkr", lambda stage: grouped(stage.amount)
    if any(stage.unused for stage in course.stages):
        yield "Not applied\nfor, kr", lambda stage: grouped(stage.unused)
    yield "Running\nquota, kr", lambda stage: grouped(half_away(stage.running_quota))
    yield "Running\ntotal, kr", lambda stage: grouped(stage.running_total)
    yield "Drift,\nkr", lambda stage: signed(half_away(stage.drift))
    if any(stage.held for stage in course.stages):
        yield "Held", lambda stage: HELD[stage.held]
    yield "Due\nby", lambda stage: str(stage.covered or "later")


def _change(bend: Bend, course: YearByYear) -> str:
    last = course.plan.allocations[-1].problem
    if bend.change:
        return weight_change(bend.change, course.weight, last)
    return f"pool of {last.year} {signed(bend.pool)} kr"


def _amounts(bend: Bend) -> str:
    return listed([f"{grouped(amount)} in {year}" for year, amount in bend.amounts])


def _rule(course: YearByYear) -> str:
    if course.plan.is_carried:
        return (
            "The years are rounded together: what a year gives, applied for or not, is its quota "
            "rounded down or up, and the running total is within a unit of the running quota. The "
            "units that are left in a year go to whoever must have one soonest."
        )
    return (
        "Each year is rounded on its own: give one year to see its arithmetic, or --carry to round "
        "them together."
    )
