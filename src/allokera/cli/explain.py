"""`allokera explain`: one recipient's arithmetic."""

from typing import Annotated

from typer import Argument

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
from allokera.errors import RequestError


def explain(
    recipient: Annotated[
        str, Argument(metavar="KOMMUN", help="A recipient, by name or code.", show_default=False)
    ],
    year: YearOption = None,
    total: TotalOption = None,
    unit: UnitOption = None,
    gross: GrossOption = False,
    administration: AdministrationOption = None,
    method: MethodOption = "largest-remainder",
    grant: GrantOption = None,
    format: FormatOption = None,
    json: JsonOption = False,
    output: OutputOption = None,
) -> None:
    """Show why one recipient gets its amount: share, quota, remainder, and the queue.

    Examples:

    allokera explain Malmö --year 2020

    allokera explain 1488 --year 2019 --json
    """
    from allokera.explanation import explain as explain_row
    from allokera.names import find
    from allokera.render.explanation import ExplanationView
    from allokera.source.grant import load_grant

    form = choose_format(format, json, output)
    loaded = load_grant(grant)
    request = Request(
        year=year, total=total, unit=unit, gross=gross, administration=administration, method=method
    )
    allocations = request.plan(loaded).allocations
    if len(allocations) > 1:
        raise RequestError("explain takes one year at a time")
    found = find(recipient, loaded.recipients)
    deliver(ExplanationView(explain_row(allocations[0], found)), form, output)
