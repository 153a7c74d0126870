"""Years rounded together: every sum, every year's own bounds, and nobody drifts by a unit."""

from fractions import Fraction
from math import ceil, floor

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from allokera.apportionment.carrying import carry
from allokera.errors import ProblemError
from conftest import examples


@st.composite
def years(draw: st.DrawFn) -> list[list[Fraction]]:
    """Quotas of some years by the same weights, or by weights that change from year to year."""
    weights = draw(st.lists(st.integers(0, 12), min_size=1, max_size=8).filter(any))
    fixed = draw(st.booleans())
    found = []
    for _ in range(draw(st.integers(1, 9))):
        if not fixed:
            weights = [draw(st.integers(0, 12)) for _ in weights]
            weights[0] += not any(weights)
        house = draw(st.integers(0, 3 * len(weights)))
        found.append([Fraction(weight * house, sum(weights)) for weight in weights])
    return found


@pytest.mark.slow
@settings(max_examples=600)
@given(quotas=years())
def test_nobody_drifts_and_every_year_is_its_quota_rounded(quotas: list[list[Fraction]]) -> None:
    answers = carry(quotas, [1] * len(quotas))
    for row in range(len(quotas[0])):
        total, due = 0, Fraction(0)
        for answer, year in zip(answers, quotas, strict=True):
            assert floor(year[row]) <= answer.units[row] <= ceil(year[row])
            total, due = total + answer.units[row], due + year[row]
            assert abs(total - due) < 1
    for answer, year in zip(answers, quotas, strict=True):
        assert sum(answer.units) == sum(year)


@given(quotas=years())
def test_a_single_year_is_shared_by_largest_remainder(quotas: list[list[Fraction]]) -> None:
    year = quotas[0]
    (answer,) = carry([year], [1])
    parts = [quota - floor(quota) for quota in year]
    up = [units > quota for units, quota in zip(answer.units, year, strict=True)]
    won = [part for part, is_up in zip(parts, up, strict=True) if is_up]
    lost = [part for part, is_up in zip(parts, up, strict=True) if not is_up]
    if won and lost:
        assert min(won) >= max(lost)
    assert bool(answer.ties) == bool(won and lost and min(won) == max(lost))
    for tie in answer.ties:
        assert [up[row] for row in tie.contenders] == [
            place < tie.places for place in range(len(tie.contenders))
        ]


@given(quotas=years(), more=years(), worth=st.integers(100, 1000))
def test_a_larger_unit_later_keeps_the_drift_below_it(
    quotas: list[list[Fraction]], more: list[list[Fraction]], worth: int
) -> None:
    """Years in thousands, then years in millions."""
    rows = min(len(quotas[0]), len(more[0]))
    small = [[Fraction(1, rows)] * rows for _ in quotas]
    large = [[Fraction(7, rows)] * rows for _ in more]
    worths = [1] * len(small) + [worth] * len(large)
    answers = carry([*small, *large], worths)
    for row in range(rows):
        drift = Fraction(0)
        for answer, year, unit in zip(answers, [*small, *large], worths, strict=True):
            drift += (answer.units[row] - year[row]) * unit
            assert abs(drift) < unit


def test_a_smaller_unit_later_is_refused() -> None:
    """What a year in millions rounds away, a year in thousands cannot make good in its quota."""
    thirds = [Fraction(100, 3)] * 3
    with pytest.raises(ProblemError, match="units too different"):
        carry([thirds, thirds], [1_000_000, 1_000])


def test_whose_unit_is_due_soonest_is_served_first() -> None:
    """The last two must have a unit each by the second year, and the first two may share one."""
    half, none = Fraction(1, 2), Fraction(0)
    answers = carry([[half] * 4, [none, none, half, half]], [1, 1])
    assert [sum(answer.units) for answer in answers] == [2, 1]
    totals = [sum(units) for units in zip(*(answer.units for answer in answers), strict=True)]
    assert totals[2:] == [1, 1]
    assert sum(totals[:2]) == 1


@examples(300)
@given(quotas=years())
def test_contenders_could_change_places(quotas: list[list[Fraction]]) -> None:
    """A tie is one: the year with a winner's unit given to a loser keeps every bound so far."""
    answers = carry(quotas, [1] * len(quotas))
    for last, answer in enumerate(answers):
        for tie in answer.ties:
            winners, losers = tie.contenders[: tie.places], tie.contenders[tie.places :]
            assert winners
            assert losers
            for row, step in ((winners[-1], -1), (losers[0], 1)):
                year = answer.units[row] + step
                assert floor(quotas[last][row]) <= year <= ceil(quotas[last][row])
                total = sum(each.units[row] for each in answers[: last + 1]) + step
                due = sum((each[row] for each in quotas[: last + 1]), Fraction(0))
                assert abs(total - due) < 1


def test_a_year_without_remainders_has_no_tie() -> None:
    thirds, whole = [Fraction(1, 3)] * 3, [Fraction(2)] * 3
    first, *others = carry([thirds, whole, whole], [1, 1, 1])
    assert first.ties[0].contenders == (0, 1, 2)
    assert not any(each.ties for each in others)
