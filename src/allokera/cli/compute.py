"""`allokera compute`: share out a year's pool, or any amount."""

import sys
from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

from typer import Option

from allokera.cli import completing
from allokera.cli.option_groups import with_option_groups
from allokera.cli.output import OutputOptions
from allokera.cli.scenario_options import ScenarioOptions
from allokera.errors import RequestError
from allokera.model import Population, Recipient
from allokera.render.messages import RenderMessages
from allokera.render.selection import Extra, Selection
from allokera.sharing.plan import Plan
from allokera.terms.shares import ShareOrigin
from allokera.usecases.share_out import Solved, check_inhabitants, solve

if TYPE_CHECKING:
    from allokera.render.view import View

_SHOWN = "shown"


class Order(StrEnum):
    """How rows may be sorted."""

    AMOUNT = "amount"
    NAME = "name"
    CODE = "code"


class Grouping(StrEnum):
    """What rows may be grouped by."""

    COUNTY = "lan"


EXAMPLES = (
    "allokera compute --year 2020",
    "allokera compute --total '2,2 mdkr' --unit tkr --sort amount",
    "allokera compute --year 2018-2027 --carry --output plan.csv",
    "allokera compute --year 2020 --add Burlöv --key --min 10mnkr",
    "allokera compute --weights votes.csv --total 435 --unit 1 --method hill",
)
"""Commands that help shows."""


@with_option_groups
def compute(
    scenario: ScenarioOptions,
    only: Annotated[
        list[str] | None, Option("--only", metavar="KOMMUN", autocompletion=completing.recipients)
    ] = None,
    example: Annotated[
        str | None,
        Option(
            "--example",
            metavar="KOMMUN",
            rich_help_panel=_SHOWN,
            autocompletion=completing.recipients,
        ),
    ] = None,
    sort: Annotated[Order | None, Option("--sort", rich_help_panel=_SHOWN)] = None,
    beside: Annotated[list[Extra] | None, Option("--with", rich_help_panel=_SHOWN)] = None,
    by: Annotated[Grouping | None, Option("--by", rich_help_panel=_SHOWN)] = None,
    *,
    output: OutputOptions,
) -> None:
    """Share out a year's pool, or any amount, by the fixed shares, to the krona."""
    deliver = output.delivery()
    request = scenario.request()
    check_inhabitants([request], are_shown=Extra.PER_CAPITA in (beside or []))
    (solved,) = solve([request], scenario.grant, sys.stdin.buffer)
    extras = list(dict.fromkeys(beside or []))
    shown = _recipient(example, solved.plan) if example else None
    deliver(_view(solved.plan, _selection(solved, only, sort, extras, by), shown))


def _selection(
    solved: Solved,
    only: Sequence[str] | None,
    sort: Order | None,
    extras: Sequence[Extra],
    by: Grouping | None,
) -> Selection:
    """Choose rows and their order, and what stands beside the amounts.

    Raises:
        RequestError: what is asked for is not known of these recipients, or this grant.
    """
    from allokera.sharing.measures import counties_of, measure

    plan, funding = solved.plan, solved.grant.funding
    needs_people = by is not None or Extra.PER_CAPITA in extras
    population = solved.population() if needs_people else None
    for extra in extras:
        if problem := _why_not(extra, solved, population):
            raise problem.at(f"--with {extra}")
    places = _only(only, plan) if only else list(range(len(plan.recipients)))
    if sort is not None:
        places.sort(key=_sort_key(sort, plan))
    everybody = (*plan.recipients, *plan.leavers)
    return Selection(
        places=places,
        extras=extras,
        is_all=len(places) == len(plan.recipients),
        measured=measure(
            plan.allocations, population, funding if Extra.OWN_FUNDING in extras else None
        ),
        counties=counties_of(everybody, population) if by and population else {},
        population=population,
        funding=funding,
        title=solved.request.title,
        leavers=dict(enumerate(plan.leavers, start=len(plan.recipients))),
    )


def _why_not(extra: Extra, solved: Solved, population: Population | None) -> RequestError | None:
    """Say why something cannot stand beside the amounts, or None where it can."""
    plan, problem = solved.plan, solved.plan.allocations[0].problem
    if extra in {Extra.SHARE, Extra.PUBLISHED} and len(plan.allocations) > 1:
        return RequestError(RenderMessages.not_beside_years)
    if extra is Extra.PUBLISHED and problem.publication is None:
        return RequestError(RenderMessages.nothing_published)
    if extra is Extra.CHANGE and problem.shares.reading is ShareOrigin.GIVEN:
        return RequestError(RenderMessages.no_change_of_own_weights)
    if extra is Extra.OWN_FUNDING and not (solved.grant.funding and problem.currency is not None):
        return RequestError(RenderMessages.funding_unknown)
    if extra is Extra.PER_CAPITA and population is not None:
        unknown = [each.name for each in plan.recipients if each.code not in population.inhabitants]
        if unknown:
            return RequestError(RenderMessages.inhabitants_unknown, names=tuple(unknown[:3]))
    return None


def _only(texts: Sequence[str], plan: Plan) -> list[int]:
    from allokera.names import find

    wanted = {find(text, (*plan.recipients, *plan.leavers)) for text in texts}
    for each in plan.leavers:
        if each in wanted:
            raise RequestError(RenderMessages.left_out, name=each.name).at("--only")
    return [place for place, recipient in enumerate(plan.recipients) if recipient in wanted]


def _sort_key(order: Order, plan: Plan) -> Callable[[int], Any]:
    from allokera.names import alphabetical

    totals, recipients = plan.totals, plan.recipients
    keys: dict[Order, Callable[[int], Any]] = {
        Order.AMOUNT: lambda place: -totals[place],
        Order.NAME: lambda place: alphabetical(recipients[place].name),
        Order.CODE: lambda place: recipients[place].code,
    }
    return keys[order]


def _recipient(text: str, plan: Plan) -> Recipient:
    """Find whose steps are shown.

    Raises:
        RequestError: nobody is meant, or there are several years.
    """
    from allokera.names import find

    if len(plan.allocations) > 1:
        raise RequestError(RenderMessages.example_of_years).at("--example")
    return find(text, plan.recipients)


def _view(plan: Plan, selection: Selection, example: Recipient | None) -> "View":
    if len(plan.allocations) == 1:
        from allokera.render.views.allocation import AllocationView

        return AllocationView(plan.allocations[0], selection, example)
    from allokera.render.views.plan import PlanView

    return PlanView(plan, selection)
