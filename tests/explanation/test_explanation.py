"""Explanations: each figure is found again another way, and each change is made."""

import json
import re
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allokera import Allocation, Grant, Scenario, allocate, compute, share_out
from allokera.apportionment import METHODS, Method
from allokera.apportionment.margin import find_margin
from allokera.errors import RequestError
from allokera.explanation import (
    ByDivisor,
    ByRemainder,
    Explanation,
    explain,
    follow,
)
from allokera.model import Recipient
from allokera.sharing.problem import Problem
from conftest import Program, Shown
from oracles import signpost
from problems import problems

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
    due = Fraction(weight ** (2 if name == "hill" else 1)) / per
    units = 0
    while weight and due >= signpost(name, units):
        units += 1
    most = bounds.maximums[row] if bounds else None
    units = max(units, int(bounds.minimums[row]) if bounds else 0)
    return units if most is None else min(units, int(most))


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


def test_a_tie_is_told_with_the_only_divisor(allokera: Program, shown: Shown) -> None:
    asked = ["explain", "B", "--weights", "-", "--total", "3", "--unit", "1", "--method"]
    table = b"name;weight\nA;1\nB;1\n"
    ways = [[*asked, method] for method in ("hill", "webster", "hamilton")]
    shown("explain-ties", *ways, stdin=table)
    for way in ways:
        document = json.loads(allokera(*way, "--json", stdin=table).out)
        margin = document["margin"]
        assert margin["least"] == margin["most"]
        (tie,) = document["ties"]
        assert [each["name"] for each in tie["contenders"]] == ["A", "B"]


def test_claims_are_written_so_that_they_differ(allokera: Program) -> None:
    """With two decimals, all of these claims would be 0.12, and their order chance."""
    asked = ["explain", "B", "--weights", "-", "--total", "500", "--unit", "1"]
    page = allokera(*asked, "--method", "webster", stdin=b"name;weight\nA;31\nB;20\nC;11\n").out
    claims = re.findall(r"^ *[0-9]+  [ABC] +[0-9]+ +([0-9.]+)  ", page, re.MULTILINE)
    assert len(claims) == 5
    assert claims == sorted(set(claims), reverse=True)


def test_a_stranger_is_not_explained(grant: Grant) -> None:
    stranger = Recipient(code="1231", name="Burlöv")
    with pytest.raises(RequestError, match="none of recipients: name='Burlöv'"):
        explain(compute(grant, year=2020), stranger)
    with pytest.raises(RequestError, match="none of recipients: name='Burlöv'"):
        follow(share_out(grant, Scenario(years=(2019, 2020))), stranger)


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


def test_a_root_of_a_ratio_is_in_brackets(shown: Shown) -> None:
    table = b"name;weight\nA;10\nB;10\nC;10\nD;7\n"
    asked = ["explain", "B", "--weights", "-", "--total", "10", "--unit", "1", "--method", "hill"]
    shown("explain-root", asked, stdin=table)


def test_titles_say_whose_shares(shown: Shown) -> None:
    shown("explain-key", ["explain", "Malmö", "--year", "2020", "--key"])


def test_a_quota_at_a_bound_is_called_the_bound(shown: Shown) -> None:
    asked = ["explain", "Perstorp", "--year", "2020", "--method", "jefferson"]
    shown("explain-quota", [*asked, "--min", "36mnkr"], [*asked, "--min", "Malmö=130mnkr"])


def test_a_bug_is_no_answer(grant: Grant, monkeypatch: pytest.MonkeyPatch) -> None:
    """What a wrong `zip` raises is no problem without an answer: it is not swallowed."""
    allocation = compute(grant, year=2020)

    def broken(*_: object, **__: object) -> None:
        list(zip((1,), (1, 2), strict=True))

    monkeypatch.setattr("allokera.sharing.problem.apportion", broken)
    with pytest.raises(ValueError, match="longer"):
        explain(allocation, allocation.rows[0].recipient)
