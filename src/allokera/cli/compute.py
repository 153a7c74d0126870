"""`allokera compute`: share out a year's pool, or any amount."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

from typer import Option

from allokera.allocation import Plan
from allokera.cli.options import (
    AdministrationOption,
    FormatOption,
    GrantOption,
    GrossOption,
    JsonOption,
    MethodOption,
    OutputOption,
    TotalOption,
    UnitOption,
    YearOption,
)
from allokera.cli.output import choose_format, deliver
from allokera.cli.request import Request

if TYPE_CHECKING:
    from allokera.render.view import View


class Order(StrEnum):
    """How rows may be sorted."""

    AMOUNT = "amount"
    NAME = "name"
    CODE = "code"


def compute(
    year: YearOption = None,
    total: TotalOption = None,
    unit: UnitOption = None,
    gross: GrossOption = False,
    administration: AdministrationOption = None,
    method: MethodOption = "largest-remainder",
    only: Annotated[
        list[str] | None,
        Option("--only", metavar="KOMMUN", help="Show this recipient only; may be repeated."),
    ] = None,
    sort: Annotated[
        Order | None, Option("--sort", help="Order of the rows.", show_default="as published")
    ] = None,
    grant: GrantOption = None,
    format: FormatOption = None,
    json: JsonOption = False,
    output: OutputOption = None,
) -> None:
    """Share out a year's pool, or any amount, by the fixed shares, to the krona.

    Examples:

    allokera compute --year 2020

    allokera compute --total '2,2 mdkr' --unit tkr --sort amount

    allokera compute --year 2018-2027 --format csv --output plan.csv
    """
    from allokera.source.grant import load_grant

    form = choose_format(format, json, output)
    loaded = load_grant(grant)
    request = Request(
        year=year, total=total, unit=unit, gross=gross, administration=administration, method=method
    )
    plan = request.plan(loaded)
    shown = _only(only, plan) if only else list(range(len(plan.recipients)))
    if sort is not None:
        shown.sort(key=_sort_key(sort, plan))
    deliver(_view(plan, shown), form, output)


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


def _view(plan: Plan, shown: Sequence[int]) -> "View":
    if len(plan.allocations) == 1:
        from allokera.render.allocation import AllocationView

        return AllocationView(plan.allocations[0], shown)
    from allokera.render.plan import PlanView

    return PlanView(plan, shown)
