"""Largest remainder and the divisor methods: over one pass of multiplying and dividing."""

import random
from collections.abc import Iterator, Mapping
from functools import partial

from allokera import apportion
from benchmarks.contest import MANY, Problem, Result, grant_weights, hard_problems, hold
from benchmarks.timing import ratios

HOUSES = (2_175, 2_175_000_000)
"""The grant's pool of 2020, in millions and in kronor."""

DIVISORS = ("webster", "jefferson", "adams", "hill", "dean")
METHODS = ("largest-remainder", *DIVISORS)
ROUNDS = 101
LONGEST = 20
"""Seconds that one answer may take."""


def _weights(count: int) -> tuple[int, ...]:
    grant = grant_weights()
    source = random.Random(2018 + count)
    if count == len(grant):
        return grant
    return tuple(source.randrange(1_000, 1_000_000) for _ in range(count))


def problems(method: str) -> list[Problem]:
    """Make the problems that are timed: the grant's own weights, and random ones.

    By a divisor method the small house has too few units for more than the grant's weights.
    """
    made = []
    for count in (32, 290, 10_000, MANY):
        for house in HOUSES:
            if method in DIVISORS and count > 290 and house < count:
                continue
            made.append(Problem(f"{count:,} weights, house {house:,}", _weights(count), house))
    return made


def contest(method: str, rounds: int) -> Mapping[str, Result]:
    """Hold the contest in one method."""
    return hold(method, problems(method), rounds, LONGEST)


def table(method: str, results: Mapping[str, Result]) -> Iterator[str]:
    """Show a contest: a row a contestant, and where they are wrong or too slow."""
    timed = problems(method)
    count = len(timed) + len(hard_problems(method))
    columns: dict[int, list[int]] = {}
    for problem in timed:
        columns.setdefault(len(problem.weights), []).append(problem.house)
    yield f"| {method} | {' | '.join(f'{size:,}'.replace(',', ' ') for size in columns)} | wrong |"
    yield f"|---|{'---:|' * (len(columns) + 1)}"
    for name, result in results.items():
        cells = [
            " / ".join(_ratio(result.ratios.get((size, house))) for house in houses)
            for size, houses in columns.items()
        ]
        wrong = f"{len(result.wrong)} of {count}" if result.wrong else "never"
        yield f"| {name} | {' | '.join(cells)} | {wrong} |"
    yield ""
    for name, result in results.items():
        if result.wrong:
            yield f"- {name} is wrong, or gives no answer, at: {'; '.join(result.wrong)}."
        if result.slow:
            limit = f"takes more than {LONGEST} seconds"
            yield f"- {name} {limit} at: {'; '.join(result.slow)}."


def summary(pages: Mapping[str, Mapping[str, Result]]) -> Iterator[str]:
    """Show allokera's row of every contest, with the fastest of its peers in each cell."""
    sizes = (32, 290, 10_000, MANY)
    heads = " | ".join(f"{size:,}".replace(",", " ") for size in sizes)
    yield f"| weights | {heads} | wrong | peers wrong |"
    yield f"|---|{'---:|' * (len(sizes) + 2)}"
    for method, results in pages.items():
        own = results["allokera"]
        peers = [r for name, r in results.items() if name != "allokera" and "biprop" not in name]
        cells = []
        for size in sizes:
            parts = []
            for house in HOUSES:
                if (size, house) not in own.ratios:
                    continue
                others = [
                    each.ratios[size, house] for each in peers if (size, house) in each.ratios
                ]
                parts.append(f"{own.ratios[size, house]:.1f} ({_ratio(min(others, default=None))})")
            cells.append(" / ".join(parts))
        wrong = f"{len(own.wrong)}" if own.wrong else "never"
        theirs = sorted(len(each.wrong) for name, each in results.items() if name != "allokera")
        count = len(problems(method)) + len(hard_problems(method))
        span = f"{theirs[0]}\u2013{theirs[-1]} of {count}"
        yield f"| {method} | {' | '.join(cells)} | {wrong} | {span} |"
    yield ""
    yield from _growth(pages)


def _growth(pages: Mapping[str, Mapping[str, Result]]) -> Iterator[str]:
    """Say what a large house costs over a small one, at the grant's own weights."""
    weights = list(grant_weights())
    found = []
    for method in pages:
        tasks = {str(house): partial(apportion, weights, house, method) for house in HOUSES}
        found.append(f"{method} {ratios(tasks, str(HOUSES[0]), ROUNDS)[str(HOUSES[1])]:.1f}")
    yield f"The same 32 weights take, at 2 175 000 000 units over 2 175: {', '.join(found)}."


def _ratio(ratio: float | None) -> str:
    return "\u2013" if ratio is None else f"{ratio:.1f}"
