"""`allokera compute`: share out a year's pool, or any amount."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

from typer import Option

from allokera.cli.asking import Asked, Solved, asking, solve
from allokera.cli.options import FormatOption, JsonOption, OutputOption
from allokera.cli.output import choose_format, deliver
from allokera.errors import RequestError
from allokera.render.columns import Extra, Shown
from allokera.sharing.plan import Plan

if TYPE_CHECKING:
    from allokera.render.view import View

_SHOWN = "What is shown"


class Order(StrEnum):
    """How rows may be sorted."""

    AMOUNT = "amount"
    NAME = "name"
    CODE = "code"


class Grouping(StrEnum):
    """What rows may be grouped by."""

    COUNTY = "lan"


@asking
def compute(
    asked: Asked,
    only: Annotated[
        list[str] | None,
        Option("--only", metavar="KOMMUN", help="This recipient only.", rich_help_panel=_SHOWN),
    ] = None,
    sort: Annotated[
        Order | None,
        Option(
            "--sort",
            help="Order of the rows.",
            show_default="as published",
            rich_help_panel=_SHOWN,
        ),
    ] = None,
    beside: Annotated[
        list[Extra] | None,
        Option(
            "--with",
            help="What stands beside the amounts, instead of the usual.",
            rich_help_panel=_SHOWN,
        ),
    ] = None,
    by: Annotated[
        Grouping | None,
        Option("--by", help="Subtotals: lan for counties.", rich_help_panel=_SHOWN),
    ] = None,
    format: FormatOption = None,
    json: JsonOption = False,
    output: OutputOption = None,
) -> None:
    """Share out a year's pool, or any amount, by the fixed shares, to the krona.

    Options with KOMMUN may be repeated.

    Examples:

    allokera compute --year 2020

    allokera compute --total '2,2 mdkr' --unit tkr --sort amount

    allokera compute --year 2018-2027 --carry --output plan.csv

    allokera compute --year 2020 --add Burlöv --key --min 10mnkr

    allokera compute --weights votes.csv --total 435 --unit 1 --method hill
    """
    form = choose_format(format, json, output)
    found = solve(asked, asked.request())
    deliver(_view(found.plan, _shown(found, only, sort, beside or [], by)), form, output)


def _shown(
    found: Solved,
    only: Sequence[str] | None,
    sort: Order | None,
    extras: Sequence[Extra],
    by: Grouping | None,
) -> Shown:
    """Choose rows and their order, and what stands beside the amounts.

    Raises:
        RequestError: what is asked for is not known of these recipients, or this grant.
    """
    from allokera.sharing.measures import counties_of, measure

    plan, funding = found.plan, found.grant.funding
    needs_people = by is not None or Extra.PER_CAPITA in extras
    population = found.population() if needs_people else None
    if Extra.OWN_FUNDING in extras and funding is None:
        raise RequestError("--with own-funding: the grant does not say how much of a cost it pays")
    places = _only(only, plan) if only else list(range(len(plan.recipients)))
    if sort is not None:
        places.sort(key=_sort_key(sort, plan))
    everybody = (*plan.recipients, *plan.leavers)
    return Shown(
        places=places,
        extras=extras,
        measured=measure(plan.allocations, population, funding),
        counties=counties_of(everybody, population) if by and population else {},
        population=population,
        funding=funding,
        leavers=dict(list(enumerate(everybody))[len(plan.recipients) :]),
    )


def _only(texts: Sequence[str], plan: Plan) -> list[int]:
    from allokera.names import find

    wanted = {find(text, plan.recipients) for text in texts}
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


def _view(plan: Plan, shown: Shown) -> "View":
    if len(plan.allocations) == 1:
        from allokera.render.allocation import AllocationView

        return AllocationView(plan.allocations[0], shown)
    from allokera.render.plan import PlanView

    return PlanView(plan, shown)
