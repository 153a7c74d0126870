"""Of sums that compete, those that a person would say: none twice, none turned around."""

from collections.abc import Sequence
from fractions import Fraction
from random import Random

import pytest

from relations.elimination import Vector, rank
from relations.grids import Row, Standing, large, laws_in, made, standing

ROWS = 12
Numbers = list[int]


def divided(random: Random, whole: int, count: int) -> Numbers:
    """Divide a number at random."""
    cuts = sorted(random.sample(range(1, whole), count - 1))
    return [high - low for low, high in zip([0, *cuts], [*cuts, whole], strict=True)]


def two_ways(random: Random) -> Numbers:
    whole = 10 * large(random)
    return [*divided(random, whole, 2), whole, *divided(random, whole, 3)]


def two_ways_of_two(random: Random) -> Numbers:
    whole = 10 * large(random)
    return [whole, *divided(random, whole, 2), *divided(random, whole, 2)]


def own_parts_again(random: Random) -> Numbers:
    """The last is as much as the first three, of which one is the sum of the others."""
    one, two = large(random), large(random)
    return [one, two, one + two, 2 * (one + two)]


def total_twice(random: Random) -> Numbers:
    one, two = large(random), large(random)
    return [one, two, one + two, one + two]


def turned_around(random: Random) -> Numbers:
    one, two = large(random), large(random)
    return [one, one + two, two]


def subtotal_and_rest(random: Random) -> Numbers:
    a, b, c = (large(random) for _ in range(3))
    return [a, b, a + b, c, a + b + c]


def two_sides_of_an_account(random: Random) -> Numbers:
    whole = 10 * large(random)
    left, right = divided(random, whole, 3), divided(random, whole, 3)
    return [*left, whole, *right, whole]


CHOSEN: dict[Row, list[str]] = {
    two_ways: ["2 = 0 + 1", "2 = 3 + 4 + 5"],
    two_ways_of_two: ["0 = 1 + 2", "0 = 3 + 4"],
    own_parts_again: ["2 = 0 + 1"],
    total_twice: ["2 = 0 + 1"],
    turned_around: ["1 = 0 + 2"],
    subtotal_and_rest: ["2 = 0 + 1", "4 = 2 + 3"],
    two_sides_of_an_account: ["3 = 0 + 1 + 2", "7 = 4 + 5 + 6"],
}


@pytest.mark.parametrize("seed", ["a", "b", "c", "d"])
@pytest.mark.parametrize("row", CHOSEN, ids=lambda row: row.__name__)
def test_of_rivals_those_stand_that_say_most_in_the_simplest_way(row: Row, seed: str) -> None:
    laws = laws_in(made(seed, ROWS, row))
    sums = {name: law for name, law in laws.items() if law.claim.pattern.family == "sum"}
    assert sorted(sums) == CHOSEN[row]
    assert all(standing(law) == Standing(ROWS) for law in sums.values())


def test_a_total_that_is_wrong_in_a_row_keeps_its_parts() -> None:
    grid = made("wrong", ROWS, two_ways)
    grid[3][2] = str(int(grid[3][2]) + 5_000)
    laws = laws_in(grid)
    assert sorted(laws) == CHOSEN[two_ways]
    assert {law.broken for law in laws.values()} == {frozenset({3})}


Plan = tuple[object, ...]
"""A total by what it adds up: totals again, or a number of its own (an empty plan)."""

Equation = dict[int, int]
"""Coefficients by column: of a target that is reckoned, minus one."""


def planned(random: Random, depth: int) -> Plan:
    if not depth or random.random() < 0.3:
        return ()
    return tuple(planned(random, depth - 1) for _ in range(random.randrange(2, 5)))


def equations_of(plan: Plan, first: int, says: list[Equation]) -> int:
    """Number the columns, a total behind its parts; note what each total adds up.

    Returns:
        The column of the last, which is that of the plan itself.
    """
    parts = []
    for part in plan:
        assert isinstance(part, tuple)
        parts.append(equations_of(part, first, says))
        first = parts[-1] + 1
    if parts:
        says.append({first: -1} | dict.fromkeys(parts, 1))
    return first


def numbers_of(plan: Plan, random: Random) -> Numbers:
    """Fill a plan: the last number is that of the plan itself."""
    if not plan:
        return [large(random)]
    whole, found = 0, Numbers()
    for part in plan:
        assert isinstance(part, tuple)
        found += numbers_of(part, random)
        whole += found[-1]
    return [*found, whole]


def vectors(equations: Sequence[Equation], width: int) -> list[Vector]:
    return [[Fraction(each.get(place, 0)) for place in range(width)] for each in equations]


@pytest.mark.parametrize("seed", range(10))
@pytest.mark.parametrize("is_turned", [False, True], ids=["totals behind", "totals before"])
def test_of_totals_of_totals_each_is_told_once_and_all_that_was_made_follows(
    is_turned: bool, seed: int
) -> None:
    random, wanted = Random(f"plan {seed}"), list[Equation]()
    plan: Plan = tuple(planned(random, 2) for _ in range(random.randrange(2, 5)))
    last = equations_of(plan, 0, wanted)
    if is_turned:
        wanted = [{last - place: sign for place, sign in each.items()} for each in wanted]
    step = -1 if is_turned else 1
    laws = laws_in(made(f"{seed}", ROWS, lambda random: numbers_of(plan, random)[::step])).values()
    found = [{law.claim.target: -1} | dict.fromkeys(law.claim.parts, 1) for law in laws]
    assert {law.claim.pattern.operator for law in laws} == {"sum"}
    assert sorted(min(each, key=each.__getitem__) for each in found) == sorted(
        min(each, key=each.__getitem__) for each in wanted
    )
    both = [vectors(found, last + 1), vectors(wanted, last + 1)]
    assert rank(both[0]) == rank(both[0] + both[1]) == len(wanted)
