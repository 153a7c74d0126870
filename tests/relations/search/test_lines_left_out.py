"""Which lines a polygon leaves out: as few as may be, and of such sets the farthest off."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations
from random import Random

import pytest

from allokera.relations.families.fitted import SHIFT, Box, Point
from allokera.relations.search import polygon
from allokera.relations.search.polygon import (
    _LEFT_OUT,
    _beside,
    _besides,
    _cut,
    _cut_by_all,
    _fewest_out,
    common_factor,
    common_lines,
    factors,
    slopes,
)

ONE = 1 << SHIFT
FRAME = [(Fraction(a), Fraction(f)) for a, f in ((-900, 0), (9_000, 0), (9_000, 9), (-900, 9))]


def box(weight: int, amount: int) -> Box:
    return 2 * weight, 2 * weight, 2 * amount - 1, 2 * amount + 1


def drawn(seed: int, rows: int) -> list[Box]:
    """Lines of 50 + 37 / 11 w, weights in no order."""
    weights = Random(seed).sample(range(100, 900), rows)
    return [box(weight, round(50 + Fraction(37, 11) * weight)) for weight in weights]


def moved(each: Box, by: int) -> Box:
    return each[0], each[1], each[2] + 2 * by, each[3] + 2 * by


@pytest.mark.parametrize("wrong", [0, 1, 4, 5, 6, 12])
def test_so_many_lines_may_be_left_out_and_no_more(wrong: int) -> None:
    """Each is off by much of its own, and the others are right."""
    boxes = drawn(1, 40)
    for at in range(wrong):
        boxes[at] = moved(boxes[at], 40 + 17 * at)
    corners, off = _fewest_out(FRAME, boxes)
    assert _LEFT_OUT == 5
    assert off == (frozenset(range(wrong)) if wrong <= 5 else frozenset())
    assert bool(corners) is (wrong <= 5)


@pytest.mark.parametrize("rows", [4, 5])
def test_of_sets_as_small_the_one_is_left_out_that_is_farthest_off(rows: int) -> None:
    """All sets are tried. A right line is a little beside what a wrong one bends."""
    unlike = 0
    for seed in range(60):
        boxes = drawn(seed, rows)
        boxes[0] = moved(boxes[0], Random(seed).choice((-9, -3, -2, 2, 3, 9)))
        far = farthest(boxes)
        unlike += len({*far.values()}) > 1
        _, off = _fewest_out(FRAME, boxes)
        assert far[off] == max(far.values())
    assert unlike > 5


def farthest(boxes: Sequence[Box]) -> dict[frozenset[int], Fraction]:
    """Say of the smallest sets that can be left out how far their lines are from what is left."""
    found = {}
    for size in range(len(boxes)):
        for out in combinations(range(len(boxes)), size):
            others = [(at, each) for at, each in enumerate(boxes) if at not in out]
            corners, last = _cut_by_all(FRAME, others)
            if last is None:
                off = (_beside(boxes[at], corners) for at in out)
                found[frozenset(out)] = sum(off, Fraction(0))
        if found:
            break
    return found


def test_no_line_falls() -> None:
    """Amounts that are all alike may rise a little, and no less than nothing."""
    corners = common_lines([box(weight, 700) for weight in range(100, 900, 60)])
    assert corners is not None
    assert min(factor for _, factor in corners) == 0
    assert max(factor for _, factor in corners) > 0


@pytest.mark.parametrize(
    ("points", "far"),
    [
        ([(0, 1)], 29),
        ([(0, 1), (10, 1)], 19),
        ([(10, 1), (0, 1)], 19),
        ([(30, 1)], -1),
        ([(31, 1)], 0),
        ([(40, 1)], 9),
        ([(0, 3)], 5),
        ([(29, 1), (30, 1), (50, 1)], -1),
    ],
)
def test_how_far_a_line_is_from_the_nearest_point(
    points: Sequence[tuple[int, int]], far: int
) -> None:
    """A weight from 18 to 20, and an amount of 49."""
    each: Box = (18, 20, 49, 49)
    corners: list[Point] = [(Fraction(a), Fraction(f)) for a, f in points]
    assert _beside(each, corners) == far


@pytest.mark.parametrize(
    "point",
    [
        (Fraction(7, 3), Fraction(5, 6)),
        (Fraction(-9, 4), Fraction(0)),
        (Fraction(0), Fraction(1, 11)),
    ],
)
def test_many_lines_are_as_far_from_a_point_as_each_is(point: Point) -> None:
    """In one unit, which the denominators make."""
    boxes = [*enumerate(drawn(5, 12)), (40, (18, 20, 49, 51))]
    one = point[0].denominator * point[1].denominator
    assert _besides(boxes, point) == {at: one * _beside(each, [point]) for at, each in boxes}
    assert _besides([], point) == {}


def test_no_corner_is_told_twice() -> None:
    """A line through two corners cuts nothing off, or all but these."""
    square = [(Fraction(a), Fraction(f)) for a, f in ((0, 0), (4, 0), (4, 4), (0, 4))]
    for side, count in ((1, 3), (-1, 3)):
        assert len(_cut(square, 1, 4, side)) == count
    assert len(_cut(square, 0, 4, 1)) == 2
    assert len(_cut(square, 0, 4, -1)) == 4


@pytest.mark.parametrize(("low", "high"), [(-3, -1), (-1, 1), (0, 0), (1, 3), (-2, 0), (0, 2)])
def test_bounds_beside_nothing_take_the_end_that_is_farther(low: int, high: int) -> None:
    """Below nothing a factor is the lower the lower the weight, above it the higher."""
    ((least, most),) = factors([(7, 9, low, high)])
    assert least == min(Fraction(low, weight) for weight in (7, 9)) * ONE // 1
    assert most == max(Fraction(high, weight) for weight in (7, 9)) * ONE // 1
    # the slope from one whose amount is nothing
    ((least, most),) = slopes([(0, 1, 0, 0), (8, 9, low, high)])
    assert least == min(Fraction(low, weight) for weight in (7, 9)) * ONE // 1
    assert most == max(Fraction(high, weight) for weight in (7, 9)) * ONE // 1
    corners = common_factor([(7, 9, low, high), (70, 90, 10 * low, 10 * high)])
    assert corners is not None
    assert [factor for _, factor in corners] == [
        min(Fraction(low, weight) for weight in (7, 9)),
        max(Fraction(high, weight) for weight in (7, 9)),
    ]


def test_weights_of_one_apart_bound_a_slope() -> None:
    assert len(slopes([(0, 1, 0, 0), (2, 9, 5, 5)])) == 1
    assert slopes([(0, 1, 0, 0), (1, 9, 5, 5)]) == []


@pytest.mark.parametrize(("out", "is_found"), [(0, True), (5, True), (6, False), (7, False)])
def test_most_lines_must_be_left(out: int, is_found: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those that do not share the height, and those left out besides, are fewer than half."""
    boxes = drawn(3, 12)
    seen = list[Sequence[Box]]()

    def cut(start: list[Point], kept: Sequence[Box]) -> tuple[list[Point], frozenset[int]]:
        seen.append(kept)
        return start, frozenset(range(out))

    monkeypatch.setattr(polygon, "_fewest_out", cut)
    assert (common_lines(boxes) is not None) is is_found
    assert seen == [boxes]


@pytest.mark.parametrize("by", [-1_000_000, -60, 60, 1_000_000])
def test_lines_that_do_not_share_the_height_are_left_out_before(
    by: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    boxes = drawn(4, 15)
    boxes[3], boxes[8] = moved(boxes[3], by), moved(boxes[8], 2 * by)
    seen = list[tuple[list[Point], Sequence[Box]]]()

    def cut(start: list[Point], kept: Sequence[Box]) -> tuple[list[Point], frozenset[int]]:
        seen.append((start, kept))
        return _fewest_out(start, kept)

    monkeypatch.setattr(polygon, "_fewest_out", cut)
    corners = common_lines(boxes)
    assert corners is not None
    ((frame, kept),) = seen
    assert kept == [each for at, each in enumerate(boxes) if at not in {3, 8}]
    # nothing that a line allows lies outside
    (bottom, low), _, (top, high), _ = frame
    for a, f in corners:
        assert bottom < a < top
        assert low <= f <= high


@pytest.mark.parametrize("seed", range(30))
def test_what_bounds_all_others_is_as_good_as_all(seed: int) -> None:
    """Cut by each line after the other, with many of one weight, some looser than others."""
    random = Random(seed)
    boxes: list[Box] = []
    for _ in range(12):
        least = 2 * random.randrange(100, 500, 80)
        low, high = (random.randrange(1, 60) for _ in range(2))
        middle = 100 + 3 * least
        boxes.append((least, least + 2 * random.randrange(3), middle - low, middle + high))
    each = FRAME
    for least, most, below, above in boxes:
        each = _cut(_cut(each, most, below, 1), least, above, -1)
    corners, last = _cut_by_all(FRAME, [*enumerate(boxes)])
    assert last is None
    assert {*corners} == {*each}
