"""`allokera explain`: one recipient's arithmetic."""

import re
import sys
from typing import TYPE_CHECKING, Annotated

from typer import Argument

from allokera.cli import completing
from allokera.cli.option_groups import with_option_groups
from allokera.cli.output import OutputOptions
from allokera.cli.scenario_options import ScenarioOptions
from allokera.errors import RequestError
from allokera.model import Recipient
from allokera.render.messages import RenderMessages
from allokera.sharing.plan import Plan
from allokera.terms.request import Request, SourcedText
from allokera.usecases.share_out import check_inhabitants, solve

if TYPE_CHECKING:
    from allokera.render.view import View


_YEAR = re.compile("(?:19|20)[0-9]{2}")


EXAMPLES = (
    "allokera explain Malmö",
    "allokera explain Malmö --year 2020",
    "allokera explain 1488 --year 2019 --method webster",
    "allokera explain Perstorp --year 2018-2027 --carry",
    "allokera explain Perstorp --scenario floor.yaml --json",
)
"""Commands that help shows."""


@with_option_groups
def explain(
    scenario: ScenarioOptions,
    recipient: Annotated[
        str, Argument(metavar="KOMMUN", show_default=False, autocompletion=completing.recipients)
    ],
    output: OutputOptions,
) -> None:
    """Show why one recipient gets its amount, and what would have changed it."""
    from allokera.names import find

    deliver = output.delivery()
    request = scenario.request()
    if request == Request():
        if _YEAR.fullmatch(recipient):
            raise RequestError(RenderMessages.year_without_option, text=recipient)
        request = request._replace(year=SourcedText("all", "--year"))
    check_inhabitants([request])
    plan = solve([request], scenario.grant, sys.stdin.buffer)[0].plan
    deliver(_view(plan, find(recipient, (*plan.recipients, *plan.leavers))))


def _view(plan: Plan, recipient: Recipient) -> "View":
    """Explain one year, or follow several."""
    if len(plan.allocations) > 1:
        from allokera.explanation import follow
        from allokera.render.views.year_by_year import YearByYearView

        return YearByYearView(follow(plan, recipient))
    from allokera.explanation import explain as explain_row
    from allokera.render.views.explanation import ExplanationView

    return ExplanationView(explain_row(plan.allocations[0], recipient))
