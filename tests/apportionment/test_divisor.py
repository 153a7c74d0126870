"""The divisor methods: against brute force, against history, and by a divisor that exists."""

import csv
import json
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allokera.apportionment import METHODS, Method, apportion
from allokera.errors import ProblemError
from conftest import ROOT, examples
from oracles import signpost

VECTORS = ROOT / "tests" / "vectors"
DIVISORS = [method for method in METHODS if method.signposts]

SMALL = st.lists(st.integers(0, 12), min_size=1, max_size=6).filter(any)
ANY = st.lists(st.integers(0, 10**30) | st.integers(0, 9), min_size=1, max_size=30).filter(any)

every_method = pytest.mark.parametrize("method", DIVISORS, ids=lambda method: method.name)


def claim(method: Method, weight: int, units: int) -> tuple[int, Fraction]:
    """A claim to one unit more than so many, from the books; a sure one before all others."""
    post = signpost(method.name, units)
    own = weight**2 if method.name == "hill" else weight
    return (0, own / post) if post else (1, Fraction(0))


def one_by_one(method: Method, weights: Sequence[int], house: int) -> tuple[int, ...]:
    """Units handed out one at a time to the greatest claim, of equal ones to the first row."""
    units = [0] * len(weights)
    for _ in range(house):
        rows = [row for row, weight in enumerate(weights) if weight]
        best = max(rows, key=lambda row: (claim(method, weights[row], units[row]), -row))
        units[best] += 1
    return tuple(units)


def too_small(method: Method, weights: Sequence[int], house: int) -> bool:
    return not signpost(method.name, 0) and house < sum(weight > 0 for weight in weights)


@every_method
@examples(400)
@given(weights=SMALL, house=st.integers(0, 40))
def test_is_what_handing_out_one_by_one_gives(
    method: Method, weights: list[int], house: int
) -> None:
    if too_small(method, weights, house):
        with pytest.raises(ProblemError, match="house below firsts"):
            apportion(weights, house, method)
        return
    assert apportion(weights, house, method).units == one_by_one(method, weights, house)


@every_method
@given(weights=ANY, house=st.integers(0, 60) | st.integers(0, 10**30))
def test_a_divisor_exists_that_gives_the_answer(
    method: Method, weights: list[int], house: int
) -> None:
    """No claim to one more is greater than a claim by which a unit is held; equal only in a tie."""
    if too_small(method, weights, house):
        return
    answer = apportion(weights, house, method)
    assert sum(answer.units) == house
    rows = [row for row, weight in enumerate(weights) if weight]
    assert all(answer.units[row] == 0 for row in set(range(len(weights))) - set(rows))
    wanted = {row: claim(method, weights[row], answer.units[row]) for row in rows}
    held = {
        row: claim(method, weights[row], answer.units[row] - 1) for row in rows if answer.units[row]
    }
    if not held:
        return
    assert max(wanted.values()) <= min(held.values())
    if max(wanted.values()) == min(held.values()):
        (tie,) = answer.ties
        edge = min(held.values())
        winners = [row for row in rows if held.get(row) == edge]
        losers = [row for row in rows if wanted[row] == edge]
        assert tie.contenders == tuple(sorted([*winners, *losers]))
        assert winners == list(tie.contenders[: tie.places])
    else:
        assert answer.ties == ()


def states(name: str) -> list[dict[str, str]]:
    with (VECTORS / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(line for line in file if not line.startswith("#")))


@pytest.mark.parametrize(
    ("file", "column", "method"),
    [
        ("us_house_1790.csv", "seats_act_1792_jefferson_105", "jefferson"),
        ("us_house_1930.csv", "seats", "hill"),
        ("us_house_2000.csv", "seats", "hill"),
    ],
)
def test_the_house_of_representatives(file: str, column: str, method: str) -> None:
    rows = [row for row in states(file) if row["apportionment_population"].isdecimal()]
    weights = [int(row["apportionment_population"]) for row in rows]
    seats = [int(row[column]) for row in rows]
    assert list(apportion(weights, sum(seats), method).units) == seats
    if method == "hill":  # the constitution's one seat at least is no more than the method gives
        assert list(apportion(weights, sum(seats), method, lower=[1] * len(rows)).units) == seats


def test_the_house_of_1880_with_a_seat_for_every_state() -> None:
    """By Webster's method Nevada would have none; the constitution's seat is a limit."""
    rows = states("us_house_1880_alabama_paradox.csv")
    weights = [int(row["apportionment_population"]) for row in rows]
    answer = apportion(weights, 325, "webster", lower=[1] * len(rows))
    assert list(answer.units) == [int(row["webster_325_computed"]) for row in rows]
    assert [rows[row]["state"] for row in answer.raised] == ["Nevada"]
    assert 0 in apportion(weights, 325, "webster").units


NAMES = {"dhondt": "jefferson", "sainte_lague": "webster", "lr:hare": "hamilton"}
ELECTIONS = json.loads((VECTORS / "elections.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", ELECTIONS, ids=lambda case: str(case["id"]))
def test_parliaments(case: dict[str, Any]) -> None:
    """The law's threshold is of the valid votes: lists below it have no weight."""
    least = Fraction(case["threshold"] or 0) * case["valid_votes"]
    above = [votes if votes >= least else 0 for votes in case["weights"]]
    answer = apportion(above, case["total"], NAMES[case["method"]])
    assert list(answer.units) == case["expected"]


def test_hard_cases() -> None:
    cases = json.loads((VECTORS / "hard_cases.json").read_text(encoding="utf-8"))
    for case in cases:
        answer = apportion(case["weights"], case["house"], case["method"])
        assert list(answer.units) == case["units"], case


def test_a_common_factor_changes_nothing() -> None:
    weights = [3, 7, 0, 11, 13]
    for method, one in ((method, method) for method in DIVISORS):
        many = [
            apportion([weight * factor for weight in weights], 50, one) for factor in (1, 10**20)
        ]
        assert all(a == b for a, b in pairwise(many)), method.name
