"""A contest: the same problems for allokera and its peers, each answer checked, each timed."""

import json
import resource
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import partial
from pathlib import Path
from typing import NamedTuple

from allokera import load_grant, own_shares
from allokera.apportionment import Method, apportion, find_method
from benchmarks.peers import Share, installed
from benchmarks.timing import ratios, time_limit

VECTORS = Path(__file__).parents[1] / "tests" / "vectors"
PATIENCE = 5
"""Rounds at a million weights: some peers take many seconds."""

MANY = 1_000_000

MOST_MEMORY = 12 * 1024**3
"""Bytes that an answer may take: some peers make an array as long as the house."""


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


def grant_weights() -> tuple[int, ...]:
    """The 32 weights of the bundled grant."""
    return own_shares(load_grant()).weights


def hard_problems(method: str) -> list[Problem]:
    """Make the problems that are only checked: near ties, and amounts beyond 2^53."""
    cases = json.loads((VECTORS / "hard_cases.json").read_text(encoding="utf-8"))
    known = [
        Problem(f"{case['weights']}, house {case['house']}", tuple(case["weights"]), case["house"])
        for case in cases
        if case["method"] == method
    ]
    grant = grant_weights()
    return [
        *known,
        Problem("the grant, house 10^15", grant, 10**15),
        Problem("the grant, house 10^18 + 7", grant, 10**18 + 7),
        Problem("three equal weights, house 10^17 + 1", (1, 1, 1), 10**17 + 1),
        Problem("weights of 10^30, house 10^6", tuple(10**30 + row for row in range(9)), 10**6),
    ]


def is_right(method: Method, problem: Problem, units: Sequence[int]) -> bool:
    """Whether an answer is by a method, however ties were broken.

    By largest remainder, just when no row is more than a whole unit further from its quota than
    another (Pukelsheim 2017, section 5.6); by a divisor method, just when no claim to one more is
    greater than a claim by which a unit is held. And the sum is the house.
    """
    counts = [int(count) for count in units]
    if sum(counts) != problem.house or len(counts) != len(problem.weights):
        return False
    rows = list(zip(problem.weights, counts, strict=True))
    if method.signposts is None:
        total = sum(problem.weights)
        short = [weight * problem.house - count * total for weight, count in rows]
        return max(short) - min(short) <= total
    signposts, first = method.signposts, method.signposts.first
    if any(count < first for weight, count in rows if weight):
        return False
    wanted = max(Fraction(*signposts.claim(weight, count)) for weight, count in rows if weight)
    held = (Fraction(*signposts.claim(w, count - 1)) for w, count in rows if count > first)
    return all(claim >= wanted for claim in held)


def hold(name: str, timed: Sequence[Problem], rounds: int, longest: int) -> Mapping[str, Result]:
    """Hold a contest in one method.

    Args:
        timed: in order of size: who does not finish a house is spared larger ones.
        longest: seconds that one answer may take.
    """
    method = find_method(name)
    contestants: dict[str, Share] = {
        "allokera": lambda weights, house: apportion(weights, house, method).units,
        **installed(name),
    }
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, resource.RLIM_INFINITY))
    results = {each: Result({}, [], []) for each in contestants}
    finished: dict[str, list[Problem]] = {each: [] for each in contestants}
    for each, share in contestants.items():
        patience: int | None = None
        for problem in [*timed, *hard_problems(name)]:
            if patience is not None and problem.house >= patience:
                results[each].slow.append(problem.name)
                continue
            try:
                units = _answer(share, problem, longest)
            except TimeoutError:
                results[each].slow.append(problem.name)
                patience = problem.house
                continue
            if units is not None:
                finished[each].append(problem)
            if units is None or not is_right(method, problem, units):
                results[each].wrong.append(problem.name)
    for problem in timed:
        weights, house, total = list(problem.weights), problem.house, sum(problem.weights)
        tasks: dict[str, Callable[[], Sequence[int]]] = {
            each: partial(share, weights, house)
            for each, share in contestants.items()
            if problem in finished[each]
        }
        tasks["one pass"] = lambda: [weight * house // total for weight in weights]  # noqa: B023
        for each, ratio in ratios(
            tasks, "one pass", PATIENCE if len(weights) == MANY else rounds
        ).items():
            if each in results:
                results[each].ratios[len(weights), house] = ratio
    return results


def _answer(share: Share, problem: Problem, longest: int) -> Sequence[int] | None:
    """Ask for an answer; None where the contestant gives up, in whatever way.

    Raises:
        TimeoutError: it does not come in time.
    """
    try:
        with time_limit(longest):
            return share(list(problem.weights), problem.house)
    except TimeoutError:
        raise
    except Exception:
        return None
