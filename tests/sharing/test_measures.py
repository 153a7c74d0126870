"""What amounts come to, beside what would plainly be given."""

from dataclasses import replace

from allokera import (
    Grant,
    Recipient,
    Scenario,
    allocate,
    by_key,
    compute_years,
    load_figures,
    own_shares,
    scaled,
    share_out,
)
from allokera.apportionment import METHODS
from allokera.sharing.allocation import Side
from allokera.sharing.measures import Measured, measure, together, weigh
from allokera.sharing.plan import Plan
from allokera.terms.bounds import Bounds
from allokera.terms.shares import Shares
from problems import problem_of


def every(plan: Plan) -> list[Measured]:
    """What each recipient gets, and after them what leavers got."""
    measured = measure(plan.allocations, None, None)
    return [measured(place) for place in range(len(plan.recipients) + len(plan.leavers))]


def test_by_the_own_shares_nothing_changes_in_any_year(grant: Grant) -> None:
    plan = compute_years(grant, [2019, 2020])
    measured = every(plan)
    assert [each.amount for each in measured] == list(plan.totals)
    assert all(each.before == each.amount and each.change == 0 for each in measured)
    assert together(measured).before == sum(plan.totals)
    assert weigh(plan.allocations) is None


def test_by_other_shares_each_year_adds_to_what_was_before(grant: Grant) -> None:
    assert grant.key is not None
    shares = by_key(grant.recipients[1:], grant.key, load_figures(grant))
    plan = share_out(grant, Scenario(years=(2019, 2020), shares=shares))
    plainly = dict(zip(grant.recipients, compute_years(grant, [2019, 2020]).totals, strict=True))
    measured = every(plan)
    assert [each.before for each in measured] == [
        *list(plainly.values())[1:],
        plainly[grant.recipients[0]],
    ]
    assert measured[-1].amount == 0
    assert sum(each.change or 0 for each in measured) == 0


def test_whoever_joins_had_nothing_before(grant: Grant) -> None:
    newcomer = Recipient(code="1231", name="Burlöv")
    shares = scaled(own_shares(grant), [], [(newcomer, 7_100_000)])
    measured = every(share_out(grant, Scenario(years=(2020,), shares=shares)))
    assert (measured[-1].before, measured[-1].change) == (0, measured[-1].amount)


def test_of_weights_of_ones_own_nothing_was_before(grant: Grant) -> None:
    shares = Shares(recipients=grant.recipients[:3], weights=(5, 3, 2))
    plan = share_out(grant, Scenario(years=(2019, 2020), shares=shares))
    measured = every(plan)
    assert {each.before for each in measured} == {None}
    assert {each.change for each in measured} == {None}
    assert together(measured).before is None


def test_the_bound_of_a_row_is_the_one_that_holds_it() -> None:
    bounds = Bounds(minimums=(0, 3, 2), maximums=(0, None, 9))
    problem = replace(problem_of(METHODS[0], [5, 1, 4], 10), bounds=bounds)
    rows = allocate(problem).rows
    assert [row.held for row in rows] == [Side.MAXIMUM, Side.MINIMUM, None]
    assert [row.bound for row in rows] == [0, 3, 0]
