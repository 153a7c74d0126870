"""What several commands are asked: the money, among whom, within which bounds, by which method."""

import inspect
import sys
from collections.abc import Callable, Sequence
from functools import cache, wraps
from pathlib import Path
from typing import Annotated, Any, NamedTuple, get_type_hints

from typer import Option

from allokera.cli.options import GrantOption
from allokera.errors import RequestError
from allokera.model import Grant, Population
from allokera.sharing.grant import share_out
from allokera.sharing.interpretation import check_request, interpret
from allokera.sharing.plan import Plan
from allokera.terms.bounds import OwnWeights
from allokera.terms.request import Request, SourcedText

_WHO, _BOUNDS = "Among whom", "Bounds"


class ScenarioOptions(NamedTuple):
    """The options that say what is to be shared out, as typed."""

    year: Annotated[
        str | None, Option("--year", metavar="YEARS", help="2020, 2018-2027, 2019,2021 or all.")
    ] = None
    total: Annotated[
        str | None,
        Option("--total", metavar="AMOUNT", help="Share out this instead: 1000000007, '2,2 mdkr'."),
    ] = None
    envelope: Annotated[
        str | None,
        Option(
            "--envelope",
            metavar="AMOUNT",
            help="What the year has to share out and to administer.",
            show_default="what was announced",
        ),
    ] = None
    unit: Annotated[
        str | None,
        Option(
            "--unit",
            metavar="AMOUNT",
            help="Kronor in one indivisible unit: 1, tkr, mnkr.",
            show_default="as published; 1 for a total",
        ),
    ] = None
    gross: Annotated[
        bool, Option("--gross", help="Share out the whole envelope: no administration.")
    ] = False
    administration: Annotated[
        str | None,
        Option(
            "--administration",
            metavar="AMOUNT",
            help="Kronor that are not shared out.",
            show_default="the year's own",
        ),
    ] = None
    method: Annotated[
        str | None,
        Option(
            "--method",
            metavar="NAME",
            help="How to round; `allokera methods` lists them.",
            show_default="largest-remainder",
        ),
    ] = None
    carry: Annotated[
        bool, Option("--carry", help="Round the years together: nobody drifts by a unit.")
    ] = False
    scenario: Annotated[
        Path | None,
        Option(
            "--scenario",
            metavar="FILE",
            help="Take all this from a YAML file; what is typed counts more.",
        ),
    ] = None
    weights: Annotated[
        str | None,
        Option(
            "--weights",
            metavar="FILE",
            help="Weights of your own: a table, - for stdin, or population.",
            rich_help_panel=_WHO,
        ),
    ] = None
    without: Annotated[
        list[str] | None,
        Option("--without", metavar="KOMMUN", help="Leave this one out.", rich_help_panel=_WHO),
    ] = None
    add: Annotated[
        list[str] | None,
        Option(
            "--add",
            metavar="KOMMUN[=AMOUNT]",
            help="Add this one, with its amount in the base column; by --key without.",
            rich_help_panel=_WHO,
        ),
    ] = None
    key: Annotated[
        bool,
        Option(
            "--key",
            help="Make all shares anew: half equal, half by inhabitants.",
            rich_help_panel=_WHO,
        ),
    ] = False
    inhabitants: Annotated[
        str | None,
        Option(
            "--inhabitants",
            metavar="DATE",
            help="Which inhabitants count.",
            show_default="2017-12-31",
            rich_help_panel=_WHO,
        ),
    ] = None
    min: Annotated[
        list[str] | None,
        Option(
            "--min",
            metavar="[KOMMUN=]AMOUNT",
            help="What everybody, or this one, gets at least.",
            rich_help_panel=_BOUNDS,
        ),
    ] = None
    max: Annotated[
        list[str] | None,
        Option(
            "--max",
            metavar="[KOMMUN=]AMOUNT",
            help="What everybody, or this one, gets at most.",
            rich_help_panel=_BOUNDS,
        ),
    ] = None
    applied: Annotated[
        list[str] | None,
        Option(
            "--applied",
            metavar="[KOMMUN=]AMOUNT",
            help="What this one, or everybody, applied for: nobody is paid more.",
            rich_help_panel=_BOUNDS,
        ),
    ] = None
    redistribute: Annotated[
        bool,
        Option(
            "--redistribute",
            help="Share out among the others what was not applied for.",
            rich_help_panel=_BOUNDS,
        ),
    ] = False
    grant: GrantOption = None

    def request(self) -> Request:
        """Put what was typed over the scenario, where there is one.

        Raises:
            SourceError: the scenario cannot be read.
        """
        said: dict[str, Any] = {}
        for name, value in self._asdict().items():
            if name in Request._fields and (value or value == ""):
                said[name] = _said(f"--{name}", value)
        typed = Request(**said)
        if self.scenario is None:
            return typed
        from allokera.source.grant_files.scenario import load_scenario

        return typed.over(load_scenario(self.scenario))


class Solved(NamedTuple):
    """What was asked, and the plan that answers it."""

    grant: Grant
    request: Request
    plan: Plan

    def population(self) -> Population:
        """Load the inhabitants that count."""
        return _population(self.request.inhabitants)


def check_inhabitants(requests: Sequence[Request], *, is_shown: bool = False) -> None:
    """Check that inhabitants of some day are asked for where any count.

    Args:
        is_shown: whether an answer is shown for each inhabitant.

    Raises:
        RequestError: they do for nobody.
    """
    said = [request.inhabitants for request in requests if request.inhabitants]
    if said and not (is_shown or any(request.counts_inhabitants for request in requests)):
        raise RequestError(
            f"{said[0].where}: inhabitants count by --key, as --weights population and --with "
            "per-capita, and not here"
        )


def solve(asked: ScenarioOptions, request: Request) -> Solved:
    """Share out what is asked for.

    Raises:
        AllokeraError: the request cannot be used, or the files cannot be read.
    """
    return solve_each(asked, [request])[0]


def solve_each(asked: ScenarioOptions, requests: Sequence[Request]) -> list[Solved]:
    """Share out what is asked for by several requests; what they all read is read once.

    Raises:
        AllokeraError: a request cannot be used, or the files cannot be read.
    """
    from allokera.source.grant_files.grant import load_grant

    for request in requests:
        check_request(request)
    grant = load_grant(asked.grant)
    population = cache(_population)

    @cache
    def own(file: str, inhabitants: SourcedText | None) -> OwnWeights:
        from allokera.source.weights import load_own_weights

        return load_own_weights(file, sys.stdin.buffer, population(inhabitants))

    def solved(request: Request) -> Solved:
        date = request.inhabitants
        scenario = interpret(
            request,
            grant,
            population(date) if request.is_about_inhabitants else None,
            own(request.weights.text, date) if request.weights else None,
        )
        return Solved(grant, request, share_out(grant, scenario))

    return [solved(request) for request in requests]


def with_scenario_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command every option of `ScenarioOptions`, handed over in its argument `asked`.

    An option that the command has itself is its own.
    """
    own = dict(inspect.signature(command, eval_str=True).parameters)
    del own["asked"]
    annotations = get_type_hints(ScenarioOptions, include_extras=True)
    fields = [name for name in ScenarioOptions._fields if name not in own]
    options = [
        inspect.Parameter(
            name,
            inspect.Parameter.KEYWORD_ONLY,
            default=ScenarioOptions._field_defaults[name],
            annotation=annotations[name],
        )
        for name in fields
    ]
    others = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in own.values()]

    @wraps(command)
    def run(**arguments: Any) -> Any:
        asked = ScenarioOptions(**{name: arguments.pop(name) for name in fields})
        return command(asked=asked, **arguments)

    run.__signature__ = inspect.Signature([*options, *others])  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in (*options, *others)}
    return run


def _said(option: str, value: object) -> SourcedText | tuple[SourcedText, ...]:
    if isinstance(value, list):
        return tuple(SourcedText(text, option) for text in value)
    return SourcedText(value if isinstance(value, str) else "yes", option)


def _population(date: SourcedText | None) -> Population:
    from allokera.source.population import load_population

    return load_population() if date is None else date.read(load_population)
