"""Explanations: each figure is found again another way, and each change is made."""

import json
import re
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allokera import Allocation, Bound, Grant, Scenario, allocate, compute, share_out
from allokera.apportionment import METHODS, Method
from allokera.apportionment.margin import Margin, find_margin
from allokera.errors import ProblemError, RequestError
from allokera.explanation import (
    ByDivisor,
    ByRemainder,
    Counterfactual,
    Explanation,
    What,
    explain,
    follow,
)
from allokera.model import Recipient
from allokera.sharing.allocation import Side
from allokera.sharing.problem import Problem
from allokera.terms.bounds import Bounds
from conftest import Program
from oracles import signpost
from problems import kronor_problems, problems

every_method = pytest.mark.parametrize("method", METHODS, ids=lambda method: method.name)
every_divisor = pytest.mark.parametrize(
    "method", [each for each in METHODS if each.signposts], ids=lambda method: method.name
)


def units_of(allocation: Allocation) -> list[int]:
    return [row.units for row in allocation.rows]


@pytest.mark.slow
@given(data=st.data())
def test_remainders_add_up_to_the_amount(data: Any) -> None:
    allocation = allocate(data.draw(problems(METHODS[0])))
    row = data.draw(st.sampled_from(allocation.rows))
    explanation = explain(allocation, row.recipient)
    how = explanation.how
    assert isinstance(how, ByRemainder)
    assert row.units == how.lower_quota + how.claim.won
    sizes = [claim.size for claim in explanation.queue]
    assert sizes == sorted(sizes, reverse=True)
    assert [claim.rank for claim in explanation.queue] == list(range(1, len(sizes) + 1))
    assert how.left_over == sum(claim.won for claim in explanation.queue)


def rounded_by(per: Fraction, problem: Problem, row: int) -> int:
    """What a divisor gives a row: the quotient, rounded up from a signpost on, within bounds.

    Args:
        per: the divisor, squared where the signposts are.
    """
    name, weight, bounds = problem.method.name, problem.weights[row], problem.bounds
    due, units = Fraction(weight ** (2 if name == "hill" else 1)) / per, 0
    while weight and due >= signpost(name, units):
        units += 1
    most = bounds.maximums[row] if bounds else None
    units = max(units, bounds.minimums[row] if bounds else 0)
    return units if most is None else min(units, most)


@pytest.mark.slow
@every_divisor
@settings(max_examples=150)
@given(data=st.data())
def test_a_divisor_gives_all_amounts_and_none_outside_the_margin_does(
    method: Method, data: Any
) -> None:
    """The proof of an answer: one division, one rounding, the limits."""
    allocation = allocate(data.draw(problems(method)))
    problem, power = allocation.problem, 2 if method.name == "hill" else 1
    margin = find_margin(
        method, problem.weights, problem.house, units_of(allocation), problem.limits()
    )
    explanation = explain(allocation, allocation.rows[0].recipient)
    assert isinstance(explanation.how, ByDivisor)
    divisor = explanation.how.divisor

    def fits(per: Fraction) -> bool:
        """Whether a divisor, to the power of the signposts, gives the units; at a post, either."""
        for place, row in enumerate(allocation.rows):
            bounds, weight = problem.bounds, problem.weights[place]
            least = bounds.minimums[place] if bounds else 0
            most = bounds.maximums[place] if bounds else None
            gentle = weight and not signpost(method.name, 0) and most != 0
            due = Fraction(weight**power) / per
            if row.units > max(least, int(bool(gentle))) and (
                due < signpost(method.name, row.units - 1)
            ):
                return False
            is_open = weight and (most is None or row.units < most)
            if is_open and due > signpost(method.name, row.units):
                return False
        return True

    if divisor is not None and not margin.is_one_number:
        per = divisor if explanation.how.is_root else divisor**power
        rows = range(len(problem.weights))
        assert [rounded_by(per, problem, row) for row in rows] == units_of(allocation)
    if explanation.how.is_root:
        assert divisor is not None
        assert fits(divisor)
        assert explanation.how.quotient == Fraction(allocation.rows[0].weight ** 2, divisor)
    elif divisor is not None:
        assert fits(divisor**power)
        assert divisor == margin.simplest
    for end, beyond in ((margin.least, Fraction(999, 1000)), (margin.most, Fraction(1001, 1000))):
        if end is not None:
            assert fits(end)
            assert not fits(end * beyond)


def solved(problem: Problem, place: int) -> int | None:
    try:
        return allocate(problem).rows[place].amount
    except (ProblemError, RequestError):
        return None


def made(turn: Counterfactual, problem: Problem, place: int, change: int) -> Problem:
    """The problem with a change of the kind of a turn."""
    if turn.what is What.WEIGHT:
        weights = list(problem.weights)
        weights[place] += change
        return replace(problem, shares=replace(problem.shares, weights=tuple(weights)))
    return replace(problem, envelope=problem.envelope + change)


def without(turn: Counterfactual, problem: Problem, place: int, held: Side | None) -> Problem:
    """The problem with the bound, or the application, of a turn taken away."""
    free: tuple[None] = (None,)
    if turn.what is What.APPLICATION:
        applied = problem.applied[:place] + free + problem.applied[place + 1 :]
        return replace(problem, applied=applied)
    assert problem.bounds is not None
    least, most, _ = problem.bounds
    if held is Side.MINIMUM:
        least = (*least[:place], 0, *least[place + 1 :])
    else:
        most = most[:place] + free + most[place + 1 :]
    return replace(problem, bounds=Bounds(minimums=least, maximums=most))


@pytest.mark.slow
@every_method
@settings(max_examples=60)
@given(data=st.data())
def test_what_would_have_changed_it_does_and_nothing_smaller(method: Method, data: Any) -> None:
    allocation = allocate(data.draw(kronor_problems(method)))
    problem = allocation.problem
    place = data.draw(st.integers(0, len(allocation.rows) - 1))
    row = allocation.rows[place]
    explanation = explain(allocation, row.recipient)
    found = {(turn.what, turn.change > 0): turn for turn in explanation.counterfactuals}
    for turn in explanation.counterfactuals:
        if turn.what in {What.BOUND, What.APPLICATION}:
            assert row.unused if turn.what is What.APPLICATION else row.held
            again = allocate(without(turn, problem, place, row.held))
            assert again.rows[place].amount == turn.amount != row.amount
            continue
        change = turn.change if turn.what is What.WEIGHT else turn.pool
        again = allocate(made(turn, problem, place, change))
        assert again.rows[place].amount == turn.amount != row.amount
        assert dict(turn.others) == {
            after.recipient: after.amount
            for before, after in zip(allocation.rows, again.rows, strict=True)
            if before.amount != after.amount and before.recipient != row.recipient
        }
        for smaller in range(1, min(abs(change), 200)):
            sign = 1 if change > 0 else -1
            assert solved(made(turn, problem, place, sign * smaller), place) == row.amount
    for sign in (1, -1):
        if (What.WEIGHT, sign > 0) not in found:
            turn = Counterfactual(what=What.WEIGHT, change=0, pool=0, amounts=(), others=())
            reachable = range(1, 60 if sign > 0 else row.weight + 1)
            for change in reachable:
                changed = made(turn, problem, place, sign * change)
                assert solved(changed, place) in {row.amount, None}


def explained(grant: Grant, name: str, **asked: Any) -> Explanation:
    allocation = compute(grant, **asked)
    recipient = next(row.recipient for row in allocation.rows if row.recipient.name == name)
    return explain(allocation, recipient)


def test_trollhattan_in_2019(grant: Grant) -> None:
    explanation = explained(grant, "Trollhättan", year=2019)
    assert explanation.row.quota == Fraction(9_130_000 * 1_325, 410_396_000)
    assert isinstance(explanation.how, ByRemainder)
    assert (explanation.how.lower_quota, explanation.how.claim.won) == (29, True)
    assert explanation.last_in is not None
    assert explanation.last_in.recipient.name == "Trollhättan"
    assert explanation.first_out is not None
    assert explanation.first_out.recipient.name == "Eskilstuna"


def test_a_tie_is_told_with_the_only_divisor(allokera: Program) -> None:
    asked = ["explain", "B", "--weights", "-", "--total", "3", "--unit", "1", "--method"]
    table = b"name;weight\nA;1\nB;1\n"
    page = allokera(*asked, "hill", stdin=table).out
    assert "only the divisor \u221a0.5 gives the same" in page
    assert re.search("Quotient +\u221a2 ", page)
    assert "Tie: A and B have exactly equal claims to 1 unit; table" in page
    page = allokera(*asked, "webster", stdin=table).out
    assert "only the divisor 2/3 gives the same" in page
    document = json.loads(allokera(*asked, "hamilton", "--json", stdin=table).out)
    assert [each["name"] for each in document["ties"][0]["contenders"]] == ["A", "B"]
    assert "1 unit was left over" in allokera(*asked, "hamilton", stdin=table).out


def test_claims_are_written_so_that_they_differ(allokera: Program) -> None:
    """With two decimals, all of these claims would be 0.12, and their order chance."""
    asked = ["explain", "B", "--weights", "-", "--total", "500", "--unit", "1"]
    page = allokera(*asked, "--method", "webster", stdin=b"name;weight\nA;31\nB;20\nC;11\n").out
    claims = re.findall(r"([0-9.]+) +(?:yes|no)\n", page)
    assert claims == sorted(set(claims), reverse=True)


def test_a_bound_is_named_and_taken_away(grant: Grant) -> None:
    perstorp = next(each for each in grant.recipients if each.name == "Perstorp")
    asked = Scenario(years=(2020,), maximums=(Bound(recipient=perstorp, amount=3_000_000),))
    explanation = explain(share_out(grant, asked).allocations[0], perstorp)
    (bound,) = (turn for turn in explanation.counterfactuals if turn.what is What.BOUND)
    assert bound.amount == 36_000_000
    assert explanation.row.held == "maximum"


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


def test_a_stranger_is_not_explained(grant: Grant) -> None:
    stranger = Recipient(code="1231", name="Burlöv")
    with pytest.raises(RequestError, match="none of recipients: name='Burlöv'"):
        explain(compute(grant, year=2020), stranger)
    with pytest.raises(RequestError, match="none of recipients: name='Burlöv'"):
        follow(share_out(grant, Scenario(years=(2019, 2020))), stranger)


def test_without_its_bound_an_application_still_counts(grant: Grant) -> None:
    malmo = next(each for each in grant.recipients if each.name == "Malmö")
    for redistribute in (False, True):
        asked = Scenario(
            years=(2020,),
            maximums=(Bound(malmo, 50_000_000),),
            applied=(Bound(malmo, 90_000_000),),
            redistribute=redistribute,
        )
        free = share_out(grant, replace(asked, maximums=()))
        (turn,) = (
            turn
            for turn in explain(share_out(grant, asked).allocations[0], malmo).counterfactuals
            if turn.what is What.BOUND
        )
        assert turn.amount == 90_000_000
        for recipient, amount in turn.others:
            rows = free.allocations[0].rows
            assert amount == next(row.amount for row in rows if row.recipient == recipient)


def test_an_application_is_what_would_have_changed_it(grant: Grant) -> None:
    perstorp = next(each for each in grant.recipients if each.name == "Perstorp")
    applied = (Bound(recipient=perstorp, amount=3_000_000),)
    for redistribute, what in ((False, What.APPLICATION), (True, What.BOUND)):
        asked = Scenario(years=(2020,), applied=applied, redistribute=redistribute)
        explanation = explain(share_out(grant, asked).allocations[0], perstorp)
        assert (explanation.counterfactuals[0].what, explanation.counterfactuals[0].amount) == (
            what,
            36_000_000,
        )
        assert (explanation.counterfactuals[0].change, explanation.counterfactuals[0].pool) == (
            0,
            0,
        )
        assert all(turn.amount != 3_000_000 for turn in explanation.counterfactuals)


@pytest.mark.parametrize("carry", [True, False])
def test_a_course_pays_no_more_than_was_applied_for(grant: Grant, carry: bool) -> None:
    perstorp = next(each for each in grant.recipients if each.name == "Perstorp")
    applied = (Bound(recipient=perstorp, amount=3_000_000),)
    plan = share_out(grant, Scenario(years=(2018, 2019, 2020), applied=applied, carry=carry))
    course = follow(plan, perstorp)
    assert [stage.amount for stage in course.steps] == [3_000_000] * 3
    running = 0
    for stage in course.steps:
        running += stage.amount + stage.unused
        assert stage.running_total == running


def test_a_year_that_is_exact_is_due_by_itself(grant: Grant) -> None:
    """In 2018 the amounts are the weights: nobody is ahead, and nobody behind."""
    course = follow(share_out(grant, Scenario(years=(2018, 2019))), grant.recipients[0])
    assert course.steps[0].drift == 0
    assert course.steps[0].covered == 2018


@given(
    ends=st.tuples(
        st.fractions(0, 50, max_denominator=60), st.fractions(0, 50, max_denominator=60)
    ).map(sorted),
    squared=st.booleans(),
    places=st.integers(0, 3),
)
def test_a_margin_is_written_by_numbers_within_it(
    ends: list[Fraction], squared: bool, places: int
) -> None:
    least, most = ends
    margin = Margin(least, most, squared)
    power = 2 if squared else 1
    shown = margin.inward(places)
    assert shown.least is not None
    assert shown.most is not None
    if shown != margin:
        assert ends[0] < shown.least**power < shown.most**power <= ends[1]
        assert not shown.squared
    else:
        assert ends[0] == ends[1] or not squared
    simplest = margin.simplest
    if simplest is not None:
        assert ends[0] < simplest**power <= ends[1] or margin.is_one_number
        assert ends[0] <= simplest**power


def test_the_simplest_number_has_the_fewest_digits() -> None:
    assert Margin(Fraction(2), None).simplest == 3
    assert Margin(Fraction(20), None).simplest == 30
    assert Margin(Fraction(5), Fraction(6)).simplest == 6
    assert Margin(None, Fraction(1_234)).simplest == 1_000
    assert Margin(Fraction(95), Fraction(10_000)).simplest == 100
    assert Margin(Fraction(1, 3), Fraction(1, 2)).simplest == Fraction(2, 5)
    assert Margin(Fraction(1, 2), Fraction(1, 2), True).simplest is None
    assert Margin(Fraction(9, 4), Fraction(9, 4), True).simplest == Fraction(3, 2)
    assert Margin(Fraction(1, 3), Fraction(1, 3)).simplest == Fraction(1, 3)


def test_a_whole_quota_is_below_every_split() -> None:
    lr = METHODS[0]
    assert find_margin(lr, [2, 1, 1], 4, [2, 1, 1], None) == Margin(Fraction(0), None)
    assert find_margin(lr, [2, 1, 1], 2, [1, 1, 0], None) == Margin(Fraction(1, 2), Fraction(1, 2))
    assert find_margin(lr, [3, 2], 4, [2, 2], None) == Margin(Fraction(2, 5), Fraction(3, 5))


def test_ends_are_written_with_thirty_decimals_at_most() -> None:
    at_thirty = Margin(Fraction(0), Fraction(25, 10**31))
    assert at_thirty.inward(2) == Margin(Fraction(1, 10**30), Fraction(2, 10**30))
    beyond = Margin(Fraction(0), Fraction(25, 10**32))
    assert beyond.inward(2) == beyond


@pytest.mark.parametrize("method", ["webster", "hill"])
def test_the_quotient_lies_between_its_signposts(grant: Grant, method: str) -> None:
    how = explained(grant, "Malmö", year=2020, method=method).how
    assert isinstance(how, ByDivisor)
    assert how.divisor is not None
    assert how.quotient is not None
    assert how.passed is not None
    assert how.quotient * how.divisor == 21_979_000 ** (2 if how.is_root else 1)
    power = 2 if how.squared and not how.is_root else 1
    assert how.passed < how.quotient**power < how.ahead


def test_whoever_gets_a_unit_more_takes_it_from_somebody_named(grant: Grant) -> None:
    explanation = explained(grant, "Trollhättan", year=2019)
    before = {row.recipient: row.amount for row in explanation.allocation.rows}
    turns = [turn for turn in explanation.counterfactuals if turn.what is What.WEIGHT]
    assert [turn.change > 0 for turn in turns] == [True, False]
    for turn in turns:
        moved = sum(amount - before[recipient] for recipient, amount in turn.others)
        assert moved == explanation.row.amount - turn.amount != 0


def test_a_root_of_a_ratio_is_in_brackets(allokera: Program) -> None:
    table = b"name;weight\nA;10\nB;10\nC;10\nD;7\n"
    asked = ["explain", "B", "--weights", "-", "--total", "10", "--unit", "1", "--method", "hill"]
    assert "only the divisor \u221a(50/3) gives the same" in allokera(*asked, stdin=table).out


def test_a_course_says_which_bound_holds_when(allokera: Program) -> None:
    asked = ["explain", "Göteborg", "--year", "2018-2020", "--max", "Göteborg=110mnkr"]
    page = allokera(*asked).out
    assert "2020: a bound holds, at most 110 000 000 kr." in page
    years = json.loads(allokera(*asked, "--json").out)["years"]
    assert [year["held"] for year in years] == [None, None, "maximum"]


def test_titles_say_whose_shares(allokera: Program) -> None:
    asked = ["explain", "Malmö", "--year", "2020", "--key"]
    assert allokera(*asked).out.startswith("Malmö (1280) \u00b7 2020 \u00b7 by key \u00b7 largest")


def test_a_course_says_its_ties_and_what_was_not_applied_for(allokera: Program) -> None:
    table = b"name;weight\nA;60\nB;30\nC;10\n"
    asked = ["explain", "A", "--weights", "-", "--year", "2018-2020"]
    page = allokera(*asked, stdin=table).out
    assert "2018: Tie: A and C have exactly equal claims to 1 unit" in page
    assert "2018: Tie" not in allokera("explain", "B", *asked[2:], stdin=table).out
    assert "counts as given" not in page
    page = allokera(*asked, "--applied", "A=5mnkr", stdin=table).out
    assert "What was not applied for counts as given in the running total." in page


def test_a_quota_at_a_bound_is_called_the_bound(allokera: Program) -> None:
    asked = ["explain", "Perstorp", "--year", "2020", "--method", "jefferson"]
    assert re.search("Quota +36.0000 units  the bound\n", allokera(*asked, "--min", "36mnkr").out)
    page = allokera(*asked, "--min", "Malmö=130mnkr").out
    assert "in proportion, among those that no bound" in page


def test_a_bug_is_no_answer(grant: Grant, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a wrong `zip` raises is no problem without an answer: it is not swallowed."""
    allocation = compute(grant, year=2020)

    def broken(*_: object, **__: object) -> None:
        list(zip((1,), (1, 2), strict=True))

    monkeypatch.setattr("allokera.sharing.problem.apportion", broken)
    with pytest.raises(ValueError, match="longer"):
        explain(allocation, allocation.rows[0].recipient)
