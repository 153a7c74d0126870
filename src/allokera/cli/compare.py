"""`allokera compare`: answers side by side."""

import sys
from collections.abc import Container, Iterator, Sequence
from enum import StrEnum
from itertools import chain, count
from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from allokera.cli.option_groups import with_option_groups
from allokera.cli.output import OutputOptions
from allokera.cli.scenario_options import ScenarioOptions
from allokera.errors import RequestError
from allokera.render.messages import RenderMessages
from allokera.sharing.comparison import (
    PUBLISHED,
    Answer,
    Comparison,
    answer_of,
    published_answer,
    put_side_by_side,
)
from allokera.terms.request import Request, SourcedText
from allokera.usecases.share_out import Solved, check_inhabitants, solve


class ComparisonOrder(StrEnum):
    """How rows may be sorted."""

    AMOUNT = "amount"
    CHANGE = "change"
    NAME = "name"
    CODE = "code"
    TABLE = "table"


EXAMPLES = (
    "allokera compare --year 2020 --method webster --method hill",
    "allokera compare --year 2019 --year 2020",
    "allokera compare published floor.yaml",
    "allokera compare today.yaml floor.yaml ceiling.yaml --year 2021 --output changes.csv",
)
"""Commands that help shows."""


@with_option_groups
def compare(
    scenario: ScenarioOptions,
    answers: Annotated[
        list[str] | None, Argument(metavar="[FILE|published]...", show_default=False)
    ] = None,
    year: Annotated[list[str] | None, Option("--year", metavar="YEARS")] = None,
    method: Annotated[list[str] | None, Option("--method", metavar="NAME")] = None,
    sort: Annotated[ComparisonOrder, Option("--sort")] = ComparisonOrder.AMOUNT,
    *,
    output: OutputOptions,
) -> None:
    """Compare answers: what changes for each recipient, in kronor and per cent."""
    from allokera.render.views.comparison import ComparisonView

    deliver = output.delivery()
    named = _requests(scenario, answers or [], year or [], method or [])
    requests = {name: request for name, request in named.items() if request is not None}
    check_inhabitants(list(requests.values()))
    solved = dict(
        zip(requests, solve(list(requests.values()), scenario.grant, sys.stdin.buffer), strict=True)
    )
    comparison = put_side_by_side([_answer(name, solved) for name in named])
    deliver(ComparisonView(comparison, _order(comparison, sort)))


def _requests(
    scenario: ScenarioOptions, texts: Sequence[str], years: Sequence[str], methods: Sequence[str]
) -> dict[str, Request | None]:
    """Name every answer that is compared, with its request; None for what was published."""
    named: dict[str, Request | None] = {}
    for name, request in _bases(scenario, texts, years):
        if request is None:
            if name in named:
                raise RequestError(RenderMessages.published_twice)
            named[name] = None
            continue
        for method in methods or [""]:
            full = " by ".join(part for part in (name, method) if part) or "computed"
            how = SourcedText(method, "--method") if method else request.method
            named[_unlike(full, named.keys() | _COLUMNS)] = request._replace(method=how)
    return named


def _bases(
    scenario: ScenarioOptions, texts: Sequence[str], years: Sequence[str]
) -> Iterator[tuple[str, Request | None]]:
    """Name the scenarios, and what was published; where no scenario is named, options are one."""
    if scenario.scenario is not None and any(text != PUBLISHED for text in texts):
        raise RequestError(RenderMessages.scenario_beside_files)
    for text in texts:
        if text == PUBLISHED:
            yield PUBLISHED, None
        else:
            yield from _by_year(scenario._replace(scenario=Path(text)), years)
    if all(text == PUBLISHED for text in texts):
        yield from _by_year(scenario, years)


def _by_year(scenario: ScenarioOptions, years: Sequence[str]) -> Iterator[tuple[str, Request]]:
    """Take a scenario for each of some years, and name it by the year where there are several."""
    stem = scenario.scenario.stem if scenario.scenario else ""
    each_year: Sequence[str | None] = years or [None]
    for year in each_year:
        told = year if year and len(years) > 1 else ""
        yield f"{stem} {told}".strip(), scenario._replace(year=year).request()


def _unlike(name: str, taken: Container[str]) -> str:
    """Number a name, where it is taken."""
    numbered = (f"{name} ({number})" for number in count(2))
    return next(each for each in chain([name], numbered) if each not in taken)


_COLUMNS = frozenset({"code", "name", PUBLISHED})
"""What other columns of a table are called."""


def _answer(name: str, solved: dict[str, Solved]) -> Answer:
    """Make an answer; what was published is taken for the years of the first that is computed."""
    if name in solved:
        return answer_of(name, solved[name].plan, solved[name].request.title)
    first = next(iter(solved.values()))
    return published_answer(first.grant, first.plan.years)


def _order(comparison: Comparison, order: ComparisonOrder) -> list[int]:
    """Sort places in the list of recipients."""
    from allokera.names import alphabetical

    recipients = comparison.recipients
    first, last = (comparison.changes(comparison.answers[place]) for place in (0, -1))
    keys = {
        ComparisonOrder.AMOUNT: lambda place: -(first[place].after or 0),
        ComparisonOrder.CHANGE: lambda place: -(last[place].kronor or 0),
        ComparisonOrder.NAME: lambda place: alphabetical(recipients[place].name),
        ComparisonOrder.CODE: lambda place: recipients[place].code,
        ComparisonOrder.TABLE: lambda place: place,
    }
    return sorted(range(len(recipients)), key=keys[order])
