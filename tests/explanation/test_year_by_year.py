"""One recipient over several years: the drift, the year it is due by, and what turns a year."""

import json
from dataclasses import replace

import pytest

from allokera import Bound, Grant, Scenario, share_out
from allokera.explanation import What, follow
from allokera.kronor.amount import Amount
from conftest import Program, Shown


@pytest.mark.slow
def test_a_course_is_the_years_in_order(grant: Grant) -> None:
    asked = Scenario(years=tuple(range(2018, 2028)), carry=True)
    plan = share_out(grant, asked)
    course = follow(plan, grant.recipients[13])
    assert [stage.year for stage in course.steps] == list(range(2018, 2028))
    assert course.steps[-1].running_total == plan.totals[13]
    for stage, drift in zip(course.steps, plan.drifts(13), strict=True):
        assert stage.drift == drift.kronor
        assert abs(stage.drift) < stage.unit
        if stage.covered is not None and stage.year is not None and stage.drift > 0:
            assert stage.covered > stage.year
    for bend in course.counterfactuals:
        assert bend.amounts
        assert (bend.what is What.WEIGHT) == (bend.pool == 0)


def test_a_change_of_a_carried_plan_is_made(grant: Grant) -> None:
    """The weight that is said to turn a year does, by the whole way from the grant on."""
    plan = share_out(grant, Scenario(years=(2019, 2020, 2021), carry=True))
    place = 17
    course = follow(plan, plan.recipients[place])
    shares = plan.allocations[0].problem.shares
    for bend in course.counterfactuals:
        if bend.what is not What.WEIGHT:
            continue
        weights = list(shares.weights)
        weights[place] += bend.change
        heavier = replace(shares, weights=tuple(weights))
        again = share_out(grant, Scenario(years=(2019, 2020, 2021), carry=True, shares=heavier))
        assert bend.amounts == tuple(
            (after.problem.year, after.rows[place].amount)
            for before, after in zip(plan.allocations, again.allocations, strict=True)
            if before.rows[place].amount != after.rows[place].amount
        )


@pytest.mark.slow
@pytest.mark.parametrize("carry", [True, False])
def test_a_course_pays_no_more_than_was_applied_for(grant: Grant, carry: bool) -> None:
    perstorp = next(each for each in grant.recipients if each.name == "Perstorp")
    applied = (Bound(recipient=perstorp, amount=3_000_000),)
    plan = share_out(grant, Scenario(years=(2018, 2019, 2020), applied=applied, carry=carry))
    course = follow(plan, perstorp)
    assert [stage.amount for stage in course.steps] == [3_000_000] * 3
    running: Amount = 0
    for stage in course.steps:
        running += stage.amount + stage.unused
        assert stage.running_total == running


def test_a_year_that_is_exact_is_due_by_itself(grant: Grant) -> None:
    """In 2018 the amounts are the weights: nobody is ahead, and nobody behind."""
    course = follow(share_out(grant, Scenario(years=(2018, 2019))), grant.recipients[0])
    assert course.steps[0].drift == 0
    assert course.steps[0].covered == 2018


def test_a_course_says_which_bound_holds_when(allokera: Program, shown: Shown) -> None:
    asked = ["explain", "Göteborg", "--year", "2018-2020", "--max", "Göteborg=110mnkr"]
    shown("explain-years-bound", asked)
    years = json.loads(allokera(*asked, "--json").out)["years"]
    assert [year["held"] for year in years] == [None, None, "maximum"]


def test_a_course_says_its_ties_and_what_was_not_applied_for(shown: Shown) -> None:
    """A ties with C in 2018; of B, who does not, nothing is said of it."""
    table = b"name;weight\nA;60\nB;30\nC;10\n"
    a, b = (["explain", name, "--weights", "-", "--year", "2018-2020"] for name in "AB")
    shown("explain-years-tie", a, b, [*a, "--applied", "A=5mnkr"], stdin=table)
