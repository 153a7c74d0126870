"""Sharing out the grant: the published amounts, put right."""

import csv
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allokera import Basis, Grant, compute, compute_years, load_grant
from allokera.apportionment.methods import LARGEST_REMAINDER
from allokera.errors import ProblemError, RequestError
from allokera.sharing.allocation import allocate
from allokera.sharing.publication import Departure
from conftest import ROOT
from problems import problem_of

GRANT = load_grant()


def published(column: str) -> dict[str, str]:
    path = ROOT / "tests" / "data" / "transcription.csv"
    with path.open(encoding="utf-8") as file:
        return {row["kommun"]: row[column] for row in csv.DictReader(file)}


@pytest.mark.parametrize("year", [2018, *range(2020, 2028)])
def test_the_published_amounts_come_out_exactly(grant: Grant, year: int) -> None:
    allocation = compute(grant, year=year)
    printed = published("2018" if year == 2018 else "2020-2027")
    assert {row.recipient.name: row.amount for row in allocation.rows} == {
        name: int(amount) for name, amount in printed.items()
    }
    assert not any(row.departure for row in allocation.rows)
    assert allocation.unallocated == 0


@pytest.mark.parametrize(
    ("year", "rows", "administration", "envelope", "basis"),
    [
        (2018, 410_396_000, 14_604_000, 425_000_000, Basis.DERIVED),
        (2019, 1_325_000_000, 25_000_000, 1_350_000_000, Basis.INFERRED),
        (2020, 2_175_000_000, 25_000_000, 2_200_000_000, Basis.INFERRED),
    ],
)
def test_the_rows_and_the_administration_make_the_envelope(
    grant: Grant, year: int, rows: int, administration: int, envelope: int, basis: Basis
) -> None:
    allocation = compute(grant, year=year)
    problem = allocation.problem
    assert allocation.allocated == rows
    assert (problem.administration.amount, problem.administration.basis) == (administration, basis)
    assert rows + administration == problem.envelope == envelope


def test_2019_is_the_published_table_with_both_typos_mended_and_the_lost_million(
    grant: Grant,
) -> None:
    mended = {"164 000 00": "164000000", "106 000 00": "106000000"}
    expected = {name: int(mended.get(cell, cell)) for name, cell in published("2019").items()}
    expected["Trollhättan"] += 1_000_000
    allocation = compute(grant, year=2019)
    assert {row.recipient.name: row.amount for row in allocation.rows} == expected
    assert {row.recipient.name: row.departure for row in allocation.rows if row.departure} == {
        "Stockholm": Departure.MISPRINT,
        "Göteborg": Departure.MISPRINT,
        "Trollhättan": Departure.INDEPENDENT_ROUNDING,
    }
    by_name = {row.recipient.name: row for row in allocation.rows}
    assert by_name["Stockholm"].published is None
    assert by_name["Stockholm"].printed == "164 000 00"
    assert by_name["Trollhättan"].difference == 1_000_000


@pytest.mark.parametrize("unit", [1, 7, 1_000, 1_000_000])
def test_the_sum_is_the_pool_in_every_unit(grant: Grant, unit: int) -> None:
    allocation = compute(grant, year=2020, unit=unit)
    assert allocation.allocated + allocation.unallocated == 2_175_000_000
    assert allocation.unallocated == 2_175_000_000 % unit
    for row in allocation.rows:
        assert row.amount == row.units * unit
        assert abs(row.units - row.quota) < 1


def test_why_an_amount_is_not_the_published_one(grant: Grant) -> None:
    def departures(**request: Any) -> set[Departure | None]:
        return {row.departure for row in compute(grant, **request).rows}

    assert departures(year=2020, unit=1) == {Departure.OTHER_UNIT}
    assert departures(year=2020, administration=0) == {Departure.OTHER_POOL, None}
    assert departures(total=10**9) == {None}


def test_the_whole_envelope_can_be_shared_out(grant: Grant) -> None:
    gross = compute(grant, year=2020, administration=0)
    assert gross.allocated == 2_200_000_000
    assert gross.problem.administration.basis is Basis.GIVEN


def test_any_total_can_be_shared_out(grant: Grant) -> None:
    assert compute(grant, total=1_000_000_007).allocated == 1_000_000_007
    in_thousands = compute(grant, total=1_000_000_007, unit=1_000)
    assert (in_thousands.allocated, in_thousands.unallocated) == (1_000_000_000, 7)
    assert compute(grant, total=0).allocated == 0
    small = compute(grant, total=999, unit=1_000)
    assert (small.allocated, small.unallocated) == (0, 999)


@given(st.integers(0, 10**30), st.integers(1, 10**9))
def test_no_krona_is_lost_or_made(total: int, unit: int) -> None:
    allocation = compute(GRANT, total=total, unit=unit)
    assert allocation.allocated + allocation.unallocated == total
    assert 0 <= allocation.unallocated < unit
    assert sum(row.share for row in allocation.rows) == 1


def test_several_years_add_up_both_ways(grant: Grant) -> None:
    plan = compute_years(grant, range(2018, 2028))
    assert sum(plan.totals) == sum(each.allocated for each in plan.allocations) == 19_135_396_000
    stockholm = next(i for i, each in enumerate(plan.recipients) if each.name == "Stockholm")
    assert plan.totals[stockholm] == 50_725_000 + 164_000_000 + 8 * 269_000_000


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        ({}, "year or total"),
        ({"year": 2020, "total": 5}, "year or total"),
        ({"year": 2017}, "no budget: year=2017"),
        ({"total": -1, "administration": 1}, "repayment administered: envelope=-1"),
        (
            {"total": Fraction(1, 2), "unit": 1},
            r"parts of no unit: amount=Fraction\(1, 2\), unit=1",
        ),
        ({"year": 2020, "unit": 0}, "no unit"),
        ({"year": 2020, "unit": -5}, "no unit"),
        ({"year": 2020, "administration": -1}, "negative administration"),
        ({"year": 2020, "administration": 2_200_000_001}, "administration above envelope"),
    ],
)
def test_refuses_what_does_not_fit(grant: Grant, request_: dict[str, Any], message: str) -> None:
    with pytest.raises(RequestError, match=message):
        compute(grant, **request_)


def test_a_recipient_with_nothing_stays_in_the_answer() -> None:
    allocation = allocate(problem_of(LARGEST_REMAINDER, [0, 1], 5))
    assert [row.units for row in allocation.rows] == [0, 5]
    with pytest.raises(ProblemError, match="no weight"):
        allocate(problem_of(LARGEST_REMAINDER, [0, 0], 5))


def test_other_units_and_pools_are_told_apart(grant: Grant) -> None:
    """A coarser unit is another unit; a pool that the amounts cannot come from is no reason."""
    coarse = compute(grant, year=2020, unit=10_000_000)
    assert {row.departure for row in coarse.rows} <= {None, Departure.OTHER_UNIT}
    gross = compute(grant, year=2020, administration=0)
    assert {row.departure for row in gross.rows} <= {None, Departure.OTHER_POOL}


def test_what_is_due_is_of_the_pool_and_the_quota_of_the_house(grant: Grant) -> None:
    row = compute(grant, year=2019, administration=26_100_000).rows[18]
    assert row.due - row.quota == row.share * Fraction(900_000, 1_000_000)
