"""Sharing out what a request asks for: files are read, names are found, each year is solved."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import BinaryIO, NamedTuple

from allokera.errors import RequestError
from allokera.model import Grant, Population
from allokera.sharing import grant as sharing
from allokera.sharing.interpretation import check_request, interpret
from allokera.sharing.plan import Plan
from allokera.sharing.scenario import Scenario
from allokera.source.choices import Choices
from allokera.terms.bounds import OwnWeights
from allokera.terms.keys import Columns
from allokera.terms.request import (
    OF_WEIGHTS,
    OptionValue,
    Request,
    SourcedText,
    is_day,
    request_of,
)
from allokera.usecases.messages import UsecasesMessages
from allokera.usecases.read_choices import read_choices
from allokera.usecases.read_grant import read_grant


class Solved(NamedTuple):
    """A request, and the plan that answers it."""

    grant: Grant
    request: Request
    plan: Plan

    def population(self) -> Population:
        """Load the inhabitants that the request counts."""
        return _population(self.request.inhabitants)


def share_out(
    grant: Grant | Path | str | None = None,
    scenario: Scenario | Path | str | None = None,
    **options: OptionValue,
) -> Plan:
    """Share out what is asked for: one allocation a year, or one of an amount.

    >>> from allokera import share_out
    >>> share_out(year=2020, min={"Perstorp": "40 mnkr"}).totals[15]
    40000000

    Args:
        grant: one, or the directory of one; None takes the bundled grant.
        scenario: values, or the file of a scenario.
        options: those of `allokera compute`, by name; they go over the scenario's. An amount is a
            number of kronor or a text, what may be given several times a list, or a mapping by
            name.

    Raises:
        AllokeraError: the request cannot be used, or the files cannot be read.
    """
    grant = _read_grant(grant)
    if isinstance(scenario, Scenario):
        if options:
            raise RequestError(UsecasesMessages.options_beside_values)
        return sharing.share_out(grant, scenario)
    request = request_of(options, str)
    if scenario is not None:
        request = request.over(_load_scenario(Path(scenario)))
    return solve([request], grant)[0].plan


def read_request(typed: Request, scenario: Path | None) -> Request:
    """Put what was typed over the scenario of a file, where there is one.

    Raises:
        SourceError: the scenario cannot be read.
    """
    return typed if scenario is None else typed.over(_load_scenario(scenario))


def solve(
    requests: Sequence[Request], grant: Grant | Path | None = None, stdin: BinaryIO | None = None
) -> list[Solved]:
    """Share out what several requests ask for; what they all read is read once.

    Args:
        grant: one, or the directory of one; None takes the bundled grant.
        stdin: what weights are read from that are called `-`.

    Raises:
        AllokeraError: a request cannot be used, or the files cannot be read.
    """
    for request in requests:
        check_request(request)
    loaded = _read_grant(grant)
    population = cache(_population)

    @cache
    def weights(
        file: str, inhabitants: SourcedText | None, *chosen: SourcedText | None
    ) -> OwnWeights:
        from allokera.source.weights import load_own_weights

        return load_own_weights(file, stdin, population(inhabitants), _choices(chosen))

    @cache
    def columns(inhabitants: SourcedText | None, *chosen: SourcedText | None) -> Columns:
        from allokera.source.figures import load_column, load_figures

        if loaded.key is None:
            return {}
        if inhabitants and all(each.file for part in loaded.key.parts for each in part.by):
            raise RequestError(UsecasesMessages.key_of_no_inhabitants).at(inhabitants.where)
        if inhabitants is None:
            return load_figures(loaded)
        if is_day(inhabitants.text):
            return load_figures(loaded, population(inhabitants))
        everybody, choices = population(None), _choices(chosen)
        own = load_column(inhabitants.text, loaded.recipients, everybody, choices, stdin)
        return load_figures(loaded, own)

    def solved(request: Request) -> Solved:
        people, chosen = request.inhabitants, [getattr(request, name) for name in OF_WEIGHTS]
        day = people if people and is_day(people.text) else None
        scenario = interpret(
            request,
            loaded,
            population(day) if request.is_about_inhabitants else None,
            weights(request.weights.text, people, *chosen) if request.weights else None,
            columns(people, *chosen) if request.key else None,
        )
        return Solved(loaded, request, sharing.share_out(loaded, scenario))

    return [solved(request) for request in requests]


def _choices(chosen: Sequence[SourcedText | None]) -> Choices:
    return read_choices(dict(zip(OF_WEIGHTS, chosen, strict=True)))


def check_inhabitants(requests: Sequence[Request], *, are_shown: bool = False) -> None:
    """Check that inhabitants of some day are asked for where any count.

    Args:
        are_shown: whether an answer is shown for each inhabitant.

    Raises:
        RequestError: they do for nobody.
    """
    dates = [request.inhabitants for request in requests if request.inhabitants]
    if dates and not (are_shown or any(request.counts_inhabitants for request in requests)):
        raise RequestError(UsecasesMessages.inhabitants_unused).at(dates[0].where)


def _read_grant(grant: Grant | Path | str | None) -> Grant:
    if isinstance(grant, Grant):
        return grant
    return read_grant(grant)


def _load_scenario(path: Path) -> Request:
    from allokera.source.grant_files.scenario import load_scenario

    return load_scenario(path)


def _population(day: SourcedText | None) -> Population:
    from allokera.source.population import load_population

    if day and not is_day(day.text):
        raise RequestError(UsecasesMessages.inhabitants_by_key).at(day.where)
    return load_population() if day is None else day.read(load_population)
