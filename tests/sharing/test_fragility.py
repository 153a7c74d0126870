"""Amounts that turn on less than is known, against trying every smaller change."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from allokera import Grant, compute
from allokera.apportionment import METHODS, Method
from allokera.errors import ProblemError, RequestError
from allokera.model import Administration, Basis, Recipient
from allokera.sharing.allocation import Allocation, allocate
from allokera.sharing.fragility import Figure, Fragile, find_fragile
from allokera.sharing.problem import Problem
from allokera.terms.shares import Shares, above

pytestmark = pytest.mark.slow


def test_the_case_of_2019(grant: Grant) -> None:
    """130 kr of weight printed to 1 000, and 1 kr of an administration that is inferred."""
    found = [each[1:] for each in find_fragile(compute(grant, year=2019)) if each[0].code == "1488"]
    assert found == [
        (Figure.WEIGHT, -130, 29_000_000, 1_000),
        (Figure.ADMINISTRATION, 1, 29_000_000, 1_000_000),
    ]


def test_what_is_exact_is_not_fragile(grant: Grant) -> None:
    """The administration of 2018 is derived; in kronor a weight moves what it should move."""
    assert list(find_fragile(compute(grant, year=2018))) == []
    assert list(find_fragile(compute(grant, year=2019, unit=1))) == []
    given = compute(grant, year=2019, administration=25_000_000)
    assert {each.figure for each in find_fragile(given)} == {Figure.WEIGHT}


def problem_of(random: Random, method: Method) -> Problem:
    count = random.randint(2, 6)
    weights = tuple(random.randint(1, 90) * 100 for _ in range(count))
    names = tuple(Recipient(code="", name=f"R{row}") for row in range(count))
    administration = random.choice([0, 100, 2_000])
    shares = Shares(recipients=names, weights=weights, rounded_to=random.choice([0, 1, 10, 100]))
    if random.random() < 0.5:
        shares = above(shares, [Fraction(random.choice([0, 4, 8, 15, 17, 20]), 100)] * count)
    return Problem(
        year=None,
        status=None,
        envelope=random.randint(10, 60) * 1_000 + random.choice([0, 1, 300, 999]),
        administration=Administration(
            amount=administration, basis=Basis.INFERRED, reason="as seen"
        ),
        unit=1_000,
        method=method,
        shares=shares,
    )


def other(problem: Problem, figure: Figure, place: int, change: int) -> int | None:
    """The units of a row with another figure; None where there is no answer."""
    try:
        if figure is Figure.ADMINISTRATION:
            problem = replace(problem, envelope=problem.envelope - change)
        else:
            weights = list(problem.shares.listed or problem.weights)
            weights[place] += change
            total = sum(weights)
            for row, least in enumerate(problem.shares.thresholds):
                weights[row] *= weights[row] >= least * total
            problem = replace(problem, shares=replace(problem.shares, weights=tuple(weights)))
        return problem.solve().units[place]
    except (ProblemError, RequestError):
        return None


def tried(allocation: Allocation) -> set[tuple[str, Figure, int]]:
    """Every row with every change that is less than known, and worth less than a unit."""
    problem = allocation.problem
    most = {Figure.WEIGHT: max(problem.shares.rounded_to - 1, 0) // 2, Figure.ADMINISTRATION: 0}
    if amount := int(problem.administration.amount):
        step = next(10**n for n in range(9, -1, -1) if amount % 10**n == 0)
        most[Figure.ADMINISTRATION] = min((step - 1) // 2, 999)
    if most[Figure.WEIGHT] * Fraction(problem.pool) >= sum(problem.weights) * problem.unit:
        most[Figure.WEIGHT] = 0
    found = set()
    for place, row in enumerate(allocation.rows):
        for figure, reach in most.items():
            for sign in (1, -1):
                changes = (sign * size for size in range(1, reach + 1))
                units = ((each, other(problem, figure, place, each)) for each in changes)
                first = next((each for each, unit in units if unit not in {row.units, None}), None)
                if first is not None:
                    found.add((row.recipient.name, figure, first))
    return found


@pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
def test_every_smaller_change_was_tried(method: Method) -> None:
    random, seen = Random(f"fragile {method.name}"), 0
    for _ in range(40):
        try:
            problem = problem_of(random, method)
            allocation = allocate(problem)
        except (ProblemError, RequestError):
            continue
        found: list[Fragile] = list(find_fragile(allocation))
        assert {(each[0].name, each.figure, each.change) for each in found} == tried(allocation)
        for each in found:
            place = problem.recipients.index(each.recipient)
            assert isinstance(each.change, int)
            units = other(problem, each.figure, place, each.change)
            assert units is not None and each.amount == 1_000 * units
        seen += len(found)
    assert seen > 3
