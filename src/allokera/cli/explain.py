"""`allokera explain`: one recipient's arithmetic."""

from typing import Annotated

from typer import Argument

from allokera.cli.asking import Asked, answer, asking
from allokera.cli.options import FormatOption, JsonOption, OutputOption
from allokera.cli.output import choose_format, deliver
from allokera.errors import RequestError


@asking
def explain(
    asked: Asked,
    recipient: Annotated[
        str, Argument(metavar="KOMMUN", help="A recipient, by name or code.", show_default=False)
    ],
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

    form = choose_format(format, json, output)
    plan = answer(asked, asked.request()).plan
    if len(plan.allocations) > 1:
        raise RequestError("explain takes one year at a time")
    found = find(recipient, plan.recipients)
    deliver(ExplanationView(explain_row(plan.allocations[0], found)), form, output)
