"""Largest remainder: against one pass of multiplying and dividing, and against the peers."""

import json
import random
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import NamedTuple

from allokera import apportion, load_grant
from allokera.grant import read_weights
from benchmarks.peers import Share
from benchmarks.timing import ratios, time_limit

VECTORS = Path(__file__).parents[1] / "tests" / "vectors"
HOUSES = (2_175, 2_175_000_000)
"""The grant's pool of 2020, in millions and in kronor."""

MANY = 1_000_000
PATIENCE = 5
"""Rounds at so many weights: some peers take many seconds."""

LONGEST = 30
"""Seconds that one answer may take."""


class Problem(NamedTuple):
    """Weights and a house, and what they stand for."""

    name: str
    weights: tuple[int, ...]
    house: int


class Result(NamedTuple):
    """One contestant's times over one pass, by number of weights and house.

    Attributes:
        ratios: none where it did not finish.
        wrong: the problems that it answered wrongly, or gave up.
        slow: the problems that it did not finish in time.
    """

    ratios: dict[tuple[int, int], float]
    wrong: list[str]
    slow: list[str]


def timed_problems() -> list[Problem]:
    """Make the problems that are timed: the grant's own weights, and random ones."""
    grant = read_weights(load_grant())
    source = random.Random(2018)
    problems = []
    for count in (32, 290, 10_000, MANY):
        weights = (
            grant
            if count == len(grant)
            else tuple(source.randrange(1_000, 1_000_000) for _ in range(count))
        )
        problems += [
            Problem(f"{count:,} weights, house {house:,}", weights, house) for house in HOUSES
        ]
    return problems


def hard_problems() -> list[Problem]:
    """Make the problems that are only checked: near ties, and amounts beyond 2^53."""
    cases = json.loads((VECTORS / "hard_cases.json").read_text(encoding="utf-8"))
    known = [
        Problem(f"{case['weights']}, house {case['house']}", tuple(case["weights"]), case["house"])
        for case in cases
        if case["method"] == "largest-remainder"
    ]
    grant = read_weights(load_grant())
    return [
        *known,
        Problem("the grant, house 10^15", grant, 10**15),
        Problem("the grant, house 10^18 + 7", grant, 10**18 + 7),
        Problem("three equal weights, house 10^17 + 1", (1, 1, 1), 10**17 + 1),
        Problem("weights of 10^30, house 10^6", tuple(10**30 + row for row in range(9)), 10**6),
    ]


def is_right(problem: Problem, units: Sequence[int]) -> bool:
    """Whether an answer is by largest remainder, however ties were broken.

    It is one just when no row is more than a whole unit further from its quota than another
    (Pukelsheim 2017, section 5.6), and the sum is the house.
    """
    total = sum(problem.weights)
    short = [
        weight * problem.house - count * total
        for weight, count in zip(problem.weights, units, strict=True)
    ]
    return sum(units) == problem.house and max(short) - min(short) <= total


def measure(peers: dict[str, Share], rounds: int) -> dict[str, Result]:
    """Time allokera and its peers on the same problems, and check every answer."""
    contestants: dict[str, Share] = {"allokera": lambda w, h: apportion(w, h).units, **peers}
    results = {name: Result({}, [], []) for name in contestants}
    for problem in [*timed_problems(), *hard_problems()]:
        for name, share in contestants.items():
            try:
                if not _is_answered(share, problem):
                    results[name].wrong.append(problem.name)
            except TimeoutError:
                results[name].slow.append(problem.name)
    for problem in timed_problems():
        weights, house, total = list(problem.weights), problem.house, sum(problem.weights)
        tasks = {
            name: partial(share, weights, house)
            for name, share in contestants.items()
            if problem.name not in results[name].slow
        }
        tasks["one pass"] = lambda: [weight * house // total for weight in weights]  # noqa: B023
        many = len(weights) == MANY
        for name, ratio in ratios(tasks, "one pass", PATIENCE if many else rounds).items():
            if name in results:
                results[name].ratios[len(weights), house] = ratio
    return results


def _is_answered(share: Share, problem: Problem) -> bool:
    """Whether an answer comes, and is right.

    Raises:
        TimeoutError: it does not come in time.
    """
    try:
        with time_limit(LONGEST):
            return is_right(problem, share(list(problem.weights), problem.house))
    except (ArithmeticError, AssertionError, LookupError, TypeError, ValueError):
        return False
