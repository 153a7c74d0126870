"""What refutes that every line has the error of one: bits by which others would have been off."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from math import log2
from random import Random

import pytest

from allokera.relations.bits import BIT, CERTAIN
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import (
    Group,
    Law,
    _apart,
    _exactness,
    judge,
    law_told,
)
from allokera.relations.laws.rivals import _missed, _refuted
from relations.grids import Standing, standing, view_of
from relations.measures import tells

KEYS = [(0, line) for line in range(5)]


@pytest.mark.parametrize(
    ("window", "error", "is_smooth", "quotient"),
    [
        # an error within the window tells nothing where nothing is known of how lines are off
        (10, 0, True, 1),
        (10, 10, True, 1),
        (10, 15, True, 1.5),
        (10, 40, True, 4),
        # else lines are spread evenly: of 40 an error of 10 takes a quarter, of 20 a half
        (10, 0, False, 1),
        (10, 10, False, 4 / 3),
        (10, 19, False, 40 / 21),
        (10, 20, False, 2),
        (10, 25, False, 2.5),
        (10, 400, False, 40),
        (1, 1, False, 4 / 3),
    ],
)
def test_a_line_that_carried_an_error_would_have_been_off_by_so_many_bits(
    window: int, error: int, is_smooth: bool, quotient: float
) -> None:
    assert tells(_missed(window, error, is_smooth), quotient)


@pytest.mark.parametrize("window", [0, -3])
@pytest.mark.parametrize("is_smooth", [True, False])
def test_where_a_line_may_not_be_off_at_all_any_error_is_refuted(
    window: int, is_smooth: bool
) -> None:
    assert _missed(window, 0, is_smooth) == 0
    assert _missed(window, 1, is_smooth) == CERTAIN


@pytest.mark.parametrize("least", range(8))
def test_what_refutes_an_error_refutes_all_larger_ones(least: int) -> None:
    errors = dict(zip(KEYS, map(Fraction, (3, 1, 5, 3, 7)), strict=True))
    asked: list[Fraction] = []

    def is_refuted(error: Fraction) -> bool:
        asked.append(error)
        return error >= least

    assert _refuted(errors, is_refuted) == {key for key, error in errors.items() if error >= least}
    assert len(asked) <= 3  # of four different errors


def test_where_there_is_no_error_none_is_refuted() -> None:
    assert _refuted({}, lambda _: True) == set()


def exactness(lines: Sequence[Sequence[int]], telling: Sequence[int]) -> int:
    claim = weigh(view_of(lines), Sum(3, (0, 1, 2)), 0)
    measures = {}
    for line in telling:
        measured = claim.pattern.measure(claim.view, line)
        assert measured is not None
        measures[0, line] = measured
    return _exactness([claim], measures, [*measures])


def test_that_lines_are_right_to_the_last_place_is_an_accident_of_two_in_three_each() -> None:
    right = [[1_009 + 17 * at, 311 + at, 47 + 5 * at, 1_367 + 23 * at] for at in range(6)]
    rough = [list(line) for line in right]
    rough[4][3] += 1
    for count in range(7):
        bits = exactness(right, range(count)) / BIT
        assert 0 <= count * log2(1.5) - bits < 0.02 * count + 0.001
    # of six one is a unit off: five accidents, less what names the sixth
    bits = exactness(rough, range(6)) / BIT
    assert abs(5 * log2(1.5) - log2(6) - bits) < 0.12


def test_exactness_is_nothing_where_most_lines_are_a_unit_off() -> None:
    """What names them would take more than all others tell."""
    lines = [[1_009 + 17 * at, 311 + at, 47 + 5 * at, 1_368 + 23 * at] for at in range(30)]
    for at in (3, 7):
        lines[at][3] -= 1
    (law,) = judge([weigh(view_of(lines), Sum(3, (0, 1, 2)), 0)], lambda *_: True)
    assert (law.is_exact, law.group.exactness) == (False, 0)


def test_three_hundred_lines_tell_how_exact_a_law_is() -> None:
    """More would only raise what they tell."""
    exactness = {}
    for count in (299, 300, 301, 340):
        lines = [[1_009 + 17 * at, 311 + at, 47 + 5 * at, 1_367 + 23 * at] for at in range(count)]
        claim = weigh(view_of(lines), Sum(3, (0, 1, 2)), 0)
        (law,) = judge([claim], lambda *_: True)
        exactness[count] = law.group.exactness
    assert exactness[299] < exactness[300] == exactness[301] == exactness[340]


@pytest.mark.parametrize(("off", "is_broken"), [(6, False), (10, False), (13, True)])
def test_only_what_a_line_is_off_beyond_its_window_is_its_error(off: int, is_broken: bool) -> None:
    """Eight parts and their sum may come to four and a half units; what is more, all may have.

    Of forty lines each would have been off by half a bit, where that is one and a half times it.
    """
    random = Random("window")
    lines = []
    for _ in range(40):
        parts = [2 * random.randrange(10_000, 90_000) + 1 for _ in range(8)]
        lines.append([*parts, sum(parts)])
    for line in lines[::2]:
        line[8] += 3  # so that sums were not reckoned from printed numbers
    lines[1][8] += off
    (law,) = judge([weigh(view_of(lines), Sum(8, tuple(range(8))), 0)], lambda *_: True)
    assert not law.is_exact
    assert (1 in law.broken, 1 in law.doubtful) == (is_broken, not is_broken)


def told() -> Law:
    lines = [[1_009 + 17 * at, 311 + at, 47 + 5 * at, 1_367 + 23 * at] for at in range(6)]
    lines[5][3] += 900
    return law_told(weigh(view_of(lines), Sum(3, (0, 1, 2)), 0))


def test_what_a_person_says_is_broken_by_every_line_that_is_off() -> None:
    law = told()
    assert (law.good, law.broken) == (frozenset(range(5)), frozenset({5}))
    assert (law.slight, law.doubtful, law.is_exact) == (frozenset(), frozenset(), False)
    assert (law.is_told, law.is_stated, law.is_share) == (True, True, False)
    assert law.lines == frozenset(range(6))
    assert (law.group.places, law.group.doubtful, law.group.exactness) == (6, 0, 0)


def test_lines_that_hold_quotients_are_a_law_of_their_own_that_is_not_exact() -> None:
    law = replace(
        told(),
        is_exact=True,
        slight=frozenset({4}),
        doubtful=frozenset({3}),
        good=frozenset({0, 1, 2}),
        group=Group(6, doubtful=1, exactness=77),
    )
    exact, loose = _apart(law, frozenset({1, 3, 5, 9}))
    assert standing(exact) == Standing(2, slight=(4,))
    assert exact.good == {0, 2}
    assert standing(loose) == Standing(1, broken=(5,), doubtful=(3,))
    assert loose.good == {1}
    assert (exact.is_exact, loose.is_exact) == (True, False)
    assert exact.group is law.group
    assert (loose.group.places, loose.group.doubtful, loose.group.exactness) == (6, 1, 0)
    assert _apart(law, frozenset({9})) == [law]


def test_a_line_is_judged_where_it_agrees_or_ought_to_and_tells_something() -> None:
    lines = [[1_009 + 17 * at, 311 + at, 47 + 5 * at, 1_367 + 23 * at] for at in range(40)]
    for at in (3, 7):
        lines[at][3] += 5_000
    claim = weigh(view_of(lines), Sum(3, (0, 1, 2)), 0)
    (law,) = judge([claim], lambda _, line: line != 7)
    assert law.broken == {3}
    assert law.lines == {*range(40)} - {7}
    assert (law.group.places, law.group.doubtful) == (39, 0)
    (all_of_them,) = judge([claim], lambda *_: True)
    assert all_of_them.broken == {3, 7}
    assert judge([claim], lambda *_: True, is_share=True)[0].is_share
    assert not all_of_them.is_share and not all_of_them.is_stated
