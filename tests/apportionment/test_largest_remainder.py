import csv
import json
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allokera.apportionment import Apportionment, Tie, apportion
from allokera.apportionment.selection import SORTED_OUTRIGHT, kth_largest
from allokera.errors import ProblemError
from conftest import ROOT
from oracles import by_least_squares, quotas

VECTORS = ROOT / "tests" / "vectors"

# Small weights make ties, zeros and equal weights common; huge ones show that all is exact.
SMALL = st.lists(st.integers(0, 12), min_size=1, max_size=6).filter(any)
ANY = st.lists(st.integers(0, 10**30) | st.integers(0, 9), min_size=1, max_size=40).filter(any)
HOUSES = st.integers(0, 60) | st.integers(0, 10**30)


def fractions_of(weights: Sequence[int], house: int) -> list[Fraction]:
    return [quota - quota.__floor__() for quota in quotas(weights, house)]


@given(SMALL, st.integers(0, 9))
def test_is_the_nearest_way_to_share(weights: list[int], house: int) -> None:
    """No other vector is nearer to the quotas (Balinski & Young 1982); ties go to table order."""
    assert apportion(weights, house).units == by_least_squares(weights, house)


@given(ANY, HOUSES)
def test_the_sum_is_the_house_and_every_row_within_its_quota(
    weights: list[int], house: int
) -> None:
    answer = apportion(weights, house)
    assert sum(answer.units) == house
    for units, quota in zip(answer.units, quotas(weights, house), strict=True):
        assert quota.__floor__() <= units <= quota.__ceil__()


@given(ANY, HOUSES)
def test_one_split_separates_those_who_round_up(weights: list[int], house: int) -> None:
    """Every remainder that won is at least as large as every one that lost, equal only in a tie."""
    answer = apportion(weights, house)
    remainders = fractions_of(weights, house)
    won = [
        units > quota
        for units, quota in zip(answer.units, quotas(weights, house), strict=True)
        if quota.denominator > 1
    ]
    parts = [remainder for remainder in remainders if remainder]
    winners = [part for part, up in zip(parts, won, strict=True) if up]
    losers = [part for part, up in zip(parts, won, strict=True) if not up]
    if winners and losers:
        assert min(winners) >= max(losers)
        assert (min(winners) == max(losers)) == bool(answer.ties)


@given(SMALL, st.integers(0, 40))
def test_ties_are_just_the_equal_claims(weights: list[int], house: int) -> None:
    answer = apportion(weights, house)
    remainders = fractions_of(weights, house)
    for tie in answer.ties:
        assert len({remainders[row] for row in tie.contenders}) == 1
        assert 0 < tie.places < len(tie.contenders)
        claim = remainders[tie.contenders[0]]
        assert tie.contenders == tuple(
            row for row, remainder in enumerate(remainders) if remainder == claim
        )
        up = [
            quota.__floor__() + 1 == units
            for quota, units in zip(quotas(weights, house), answer.units, strict=True)
        ]
        assert [up[row] for row in tie.contenders] == [
            place < tie.places for place in range(len(tie.contenders))
        ]


@given(st.data(), ANY, HOUSES)
def test_order_does_not_matter_but_for_ties(data: Any, weights: list[int], house: int) -> None:
    order = data.draw(st.permutations(range(len(weights))))
    there = apportion(weights, house)
    back = apportion([weights[row] for row in order], house)
    tied = {row for tie in there.ties for row in tie.contenders}
    for place, row in enumerate(order):
        if row not in tied:
            assert back.units[place] == there.units[row]


@given(ANY, HOUSES, st.integers(1, 10**9))
def test_only_proportions_matter(weights: list[int], house: int, factor: int) -> None:
    assert apportion([weight * factor for weight in weights], house) == apportion(weights, house)


@given(ANY, HOUSES)
def test_nobody_with_less_weight_gets_more(weights: list[int], house: int) -> None:
    units = apportion(weights, house).units
    ranked = sorted(zip(weights, units, strict=True))
    for (light, few), (heavy, many) in pairwise(ranked):
        assert few <= many or light == heavy


@pytest.mark.slow
def test_many_rows_are_shared_as_few_are() -> None:
    """The selection takes over from sorting beyond some hundred rows, in any order of the rows."""
    weights = [(row * 7919) % 10007 + 1 for row in range(3 * SORTED_OUTRIGHT)]
    for house in (1, 999, 123_456_789):
        units = apportion(weights, house).units
        parts = fractions_of(weights, house)
        floors = [quota.__floor__() for quota in quotas(weights, house)]
        ranked = sorted(range(len(weights)), key=lambda row: -parts[row])
        winners = set(ranked[: house - sum(floors)])
        assert sum(units) == house
        assert [unit - low for unit, low in zip(units, floors, strict=True)] == [
            int(row in winners) for row in range(len(weights))
        ]


@given(st.lists(st.integers(0, 50), min_size=1, max_size=4 * SORTED_OUTRIGHT), st.data())
def test_selects_as_sorting_does(values: list[int], data: Any) -> None:
    k = data.draw(st.integers(1, len(values)))
    assert kth_largest(values, k) == sorted(values, reverse=True)[k - 1]


@pytest.mark.parametrize("case", range(100))
def test_selects_in_awkward_orders(case: int) -> None:
    size = 2_000 + case
    values = [(place * (case + 1)) % 97 + (place if case % 3 else -place) for place in range(size)]
    for k in (1, 2, size // 3, size // 2, size - 1, size):
        assert kth_largest(values, k) == sorted(values, reverse=True)[k - 1]


def read_csv(name: str) -> list[dict[str, str]]:
    with (VECTORS / name).open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_shares_out_the_us_house_of_1790() -> None:
    rows = read_csv("us_house_1790.csv")
    weights = [int(row["apportionment_population"]) for row in rows]
    assert list(apportion(weights, 120).units) == [
        int(row["seats_vetoed_bill_hamilton_120"]) for row in rows
    ]


def us_house_of_1880(house: int) -> dict[str, int]:
    """Share out the House, with the seat that the Constitution gives every state at least.

    Nevada alone is due less than half a seat. Congress took its seat from the last state to round
    up, and left the quotas as they were; a limit of allokera's would set Nevada aside first.
    """
    rows = read_csv("us_house_1880_alabama_paradox.csv")
    weights = [int(row["apportionment_population"]) for row in rows]
    seats = list(apportion(weights, house).units)
    due = quotas(weights, house)
    nevada = next(place for place, row in enumerate(rows) if row["state"] == "Nevada")
    last = min(
        (place for place in range(len(rows)) if seats[place] > due[place]),
        key=lambda place: due[place] - due[place].__floor__(),
    )
    assert [place for place, count in enumerate(seats) if count == 0] == [nevada]
    seats[nevada] += 1
    seats[last] -= 1
    return {row["state"]: count for row, count in zip(rows, seats, strict=True)}


@pytest.mark.parametrize("house", [299, 300, 325])
def test_shares_out_the_us_house_of_1880(house: int) -> None:
    rows = read_csv("us_house_1880_alabama_paradox.csv")
    assert us_house_of_1880(house) == {
        row["state"]: int(row[f"hamilton_{house}_computed"]) for row in rows
    }


def test_alabama_loses_a_seat_when_the_house_grows() -> None:
    assert [us_house_of_1880(house)["Alabama"] for house in (299, 300)] == [8, 7]


@pytest.mark.parametrize(
    "case",
    [
        case
        for case in json.loads((VECTORS / "hard_cases.json").read_text(encoding="utf-8"))
        if case["method"] == "largest-remainder"
    ],
    ids=lambda case: f"{case['weights']}-{case['house']}",
)
def test_gets_the_hard_cases_right(case: dict[str, Any]) -> None:
    assert list(apportion(case["weights"], case["house"]).units) == case["units"]


def test_reports_a_tie() -> None:
    assert apportion([1, 1, 1], 2) == Apportionment((1, 1, 0), (Tie((0, 1, 2), 2),))
    assert apportion([1, 1, 1], 3).ties == ()
    assert apportion([0, 5, 0], 2).units == (0, 2, 0)


@pytest.mark.parametrize(
    ("weights", "house", "message"),
    [
        ([1, -1, 3], 2, "negative weight: row=2, weight=-1"),
        ([0, 0], 2, "no weight"),
        ([], 2, "no weight"),
        ([1, 2], -1, "negative house"),
        ([1.5, 2], 1, "not integers"),
        ([1, 2], 1.0, "not integers"),
        ([Fraction(1, 2), 2], 1, "not integers"),
    ],
)
def test_refuses_what_is_no_problem(weights: Any, house: Any, message: str) -> None:
    with pytest.raises(ProblemError, match=message):
        apportion(weights, house)


@pytest.mark.parametrize(
    "name", ["largest-remainder", "Hamilton", "HARE-NIEMEYER", "hare niemeyer"]
)
def test_goes_by_many_names(name: str) -> None:
    assert apportion([5, 3, 2], 4, name) == apportion([5, 3, 2], 4)


def test_knows_no_other_name() -> None:
    with pytest.raises(ProblemError, match="no method"):
        apportion([1], 1, "dice")
