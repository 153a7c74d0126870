"""The geometry of factors and fixed amounts, held against points that are tried out."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations, product
from random import Random

import pytest

from allokera.relations.families.fitted import SHIFT, Box, Point
from allokera.relations.search.polygon import (
    _cut,
    _cut_by_all,
    _fewest_out,
    common_factor,
    common_lines,
    deepest,
    factors,
    slopes,
)

ONE = 1 << SHIFT


def box(weight: int, amount: int, *, loose: int = 0) -> Box:
    """What is printed as these stands for half a unit more or less, all doubled."""
    return 2 * weight - loose, 2 * weight + loose, 2 * amount - 1, 2 * amount + 1


def allows(each: Box, fixed: Fraction, factor: Fraction) -> bool:
    """Whether a line a + f w meets a box; the factor is not below nothing."""
    least, most, below, above = each
    return fixed + factor * most >= below and fixed + factor * least <= above


@pytest.mark.parametrize("loose", [0, 1, 10])
@pytest.mark.parametrize("amount", [-700, 0, 700])
def test_a_factor_is_bounded_by_what_a_box_allows(amount: int, loose: int) -> None:
    one = box(100, amount, loose=loose)
    ((least, most),) = factors([one])
    corners = [Fraction(a, w) for w, a in product(one[:2], one[2:])]
    assert least == min(corners) * ONE // 1
    assert most == max(corners) * ONE // 1


def test_slopes_are_taken_between_each_line_and_one_half_the_table_further_up() -> None:
    weights = [10, 20, 30, 40, 50, 60]
    boxes = [box(weight, 3 * weight + 7, loose=1) for weight in weights]
    found = slopes(boxes[::-1])
    assert len(found) == 3
    for least, most in found:
        # over thirty: of amounts a unit off either way, weights half a unit
        assert (least, most) == (178 * ONE // 62, 182 * ONE // 58)


@pytest.mark.parametrize(
    ("rise", "least", "most"), [(-90, (-182, 58), (-178, 62)), (0, (-2, 58), (2, 58))]
)
def test_a_slope_may_fall(rise: int, least: tuple[int, int], most: tuple[int, int]) -> None:
    (found,) = slopes([box(10, 100, loose=1), box(40, 100 + rise, loose=1)])
    assert found == (least[0] * ONE // least[1], most[0] * ONE // most[1])


def test_lines_whose_weights_may_be_the_same_bound_no_slope() -> None:
    """Doubled, weights of 10 and 11 with a unit of one meet in between."""
    for far, count in ((10, 0), (11, 0), (12, 1)):
        assert len(slopes([box(10, 5, loose=1), box(far, 9, loose=1)])) == count


def test_of_lines_with_one_weight_both_bound_the_polygon() -> None:
    """Each weight stands twice, with amounts of which the one ends where the other begins."""
    boxes = []
    for weight in range(100, 700, 50):
        middle = 2 * (3 * weight + 70)
        boxes += [
            (2 * weight, 2 * weight, middle - low, middle + high) for low, high in ((9, 1), (1, 9))
        ]
    corners = common_lines(boxes)
    assert corners is not None
    assert all(allows(each, *corner) for each in boxes for corner in corners)
    assert min(a for a, _ in corners) <= 140 <= max(a for a, _ in corners)


def test_where_most_meet_all_such_places_are_told() -> None:
    assert deepest([(0, 4), (3, 9), (20, 24), (24, 30), (50, 60)]) == [(2, (3, 4)), (2, (24, 24))]
    assert deepest([]) == []


@pytest.mark.parametrize("amounts", [(33, 67, 100), (-33, -67, -100), (0, 0, 0)])
@pytest.mark.parametrize("loose", [0, 1])
def test_the_common_factor_is_the_meeting_of_all(amounts: Sequence[int], loose: int) -> None:
    boxes = [
        box(weight, amount, loose=loose)
        for weight, amount in zip((100, 200, 300), amounts, strict=True)
    ]
    found = common_factor(boxes)
    assert found is not None
    (_, low), (_, high) = found
    each = [[Fraction(a, w) for w, a in product(one[:2], one[2:])] for one in boxes]
    assert (low, high) == (max(map(min, each)), min(map(max, each)))
    assert {fixed for fixed, _ in found} == {0}


@pytest.mark.parametrize(
    ("amounts", "is_found"),
    [
        ((300, 600, 900, 10), True),
        ((300, 600, 20, 10), False),
        ((300, 600, 50, 50), False),
        ((300, 600, 900, 50, 60), True),
    ],
    ids=["three of four", "two of four", "two places", "three of five"],
)
def test_more_than_half_must_share_a_factor_in_one_place(
    amounts: Sequence[int], is_found: bool
) -> None:
    boxes = [box(100 * (at + 1), amount) for at, amount in enumerate(amounts)]
    assert (common_factor(boxes) is not None) is is_found


SQUARE: list[Point] = [(Fraction(a), Fraction(f)) for a, f in ((0, 0), (4, 0), (4, 4), (0, 4))]


@pytest.mark.parametrize(
    ("weight", "amount", "side", "expected"),
    [
        (1, 4, 1, {(4, 0), (4, 4), (0, 4)}),
        (1, 4, -1, {(0, 0), (4, 0), (0, 4)}),
        (1, 6, 1, {(4, 2), (4, 4), (2, 4)}),
        (1, 6, -1, {(0, 0), (4, 0), (4, 2), (2, 4), (0, 4)}),
        (1, 8, 1, {(4, 4)}),
        (1, 9, 1, set()),
        (1, 0, -1, {(0, 0)}),
        (0, 3, 1, {(3, 0), (4, 0), (4, 4), (3, 4)}),
    ],
)
def test_a_polygon_is_cut_along_a_line(
    weight: int, amount: int, side: int, expected: set[tuple[int, int]]
) -> None:
    assert {(int(a), int(f)) for a, f in _cut(SQUARE, weight, amount, side)} == expected


def drawn(seed: str, rows: int, wrong: int = 0) -> tuple[list[Box], Fraction, Fraction]:
    random = Random(seed)
    fixed, factor = Fraction(random.randrange(-500, 5000)), Fraction(random.randrange(1, 900), 997)
    weights = [random.randrange(1000, 9000) for _ in range(rows)]
    boxes = [box(weight, round(fixed + factor * weight)) for weight in weights]
    for at in range(wrong):
        boxes[at] = box(weights[at], round(fixed + factor * weights[at]) + 31 * (at + 1))
    return boxes, 2 * fixed, factor


@pytest.mark.parametrize("wrong", [0, 1, 3])
@pytest.mark.parametrize("seed", "abcdef")
def test_the_polygon_holds_the_line_that_was_drawn_and_no_line_that_a_row_forbids(
    seed: str, wrong: int
) -> None:
    boxes, fixed, factor = drawn(seed, 12, wrong)
    corners = common_lines(boxes)
    assert corners is not None
    right = boxes[wrong:]
    for a, f in corners:
        assert all(allows(each, a, f) for each in right)
        assert not any(allows(each, a, f) for each in boxes[:wrong])
    assert min(corners)[0] <= fixed <= max(corners)[0]
    assert min(f for _, f in corners) <= factor <= max(f for _, f in corners)
    # every corner is one: beyond it, away from the middle, some row forbids the line
    middle = (
        sum((a for a, _ in corners), Fraction(0)) / len(corners),
        sum((f for _, f in corners), Fraction(0)) / len(corners),
    )
    beyond = [(a + (a - middle[0]) / 50, f + (f - middle[1]) / 50) for a, f in corners]
    assert not any(all(allows(each, *point) for each in right) for point in beyond)


@pytest.mark.parametrize(
    ("wrong", "is_found"), [((0, 4), True), ((0, 4, 1), True), ((0, 4, 1, 5), False)]
)
def test_more_than_half_of_the_lines_must_share_a_polygon(
    wrong: Sequence[int], is_found: bool
) -> None:
    """The wrong ones bound slopes with each other, and spoil as few pairs as they can."""
    boxes, _, _ = drawn("half", 8)
    boxes.sort()
    for at in wrong:
        boxes[at] = box(boxes[at][0] // 2, 70_000 + 9_000 * at * at)
    assert (common_lines(boxes) is not None) is is_found


@pytest.mark.parametrize("off", [2, -2, 3, 40])
@pytest.mark.parametrize("seed", range(8))
def test_of_sixty_lines_the_one_that_is_off_is_left_out(seed: int, off: int) -> None:
    """By two units, it cuts the polygon to nothing together with lines that are right."""
    random = Random(seed)
    fixed, factor = random.randrange(1000, 900_000), Fraction(random.randrange(1, 10**6), 10**4)
    weights = [random.randrange(500, 100_000) for _ in range(60)]
    amounts = [round(fixed + factor * weight) for weight in weights]
    amounts[7] += off
    boxes = [box(weight, amount) for weight, amount in zip(weights, amounts, strict=True)]
    corners = common_lines(boxes)
    assert corners is not None
    for a, f in corners:
        assert [at for at, each in enumerate(boxes) if not allows(each, a, f)] == [7]


@pytest.mark.parametrize("wrong", [1, 2])
@pytest.mark.parametrize("seed", range(12))
def test_no_fewer_lines_can_be_left_out(seed: int, wrong: int) -> None:
    """All sets of so many lines are tried."""
    random = Random(seed)
    weights = [random.randrange(100, 900) for _ in range(9)]
    amounts = [round(50 + Fraction(37, 11) * weight) for weight in weights]
    for at in range(wrong):
        amounts[at] += random.choice((-2, -1, 1, 2, 9))
    boxes = [box(weight, amount) for weight, amount in zip(weights, amounts, strict=True)]
    frame = [(Fraction(a), Fraction(f)) for a, f in ((0, 0), (900, 0), (900, 9), (0, 9))]

    def is_left(off: Sequence[int]) -> bool:
        others = [(at, each) for at, each in enumerate(boxes) if at not in off]
        return _cut_by_all(frame, others)[1] is None

    polygon, off = _fewest_out(frame, boxes)
    sizes = (size for size in range(9) if any(map(is_left, combinations(range(9), size))))
    assert len(off) == next(sizes)
    assert is_left(sorted(off))
    for at, each in enumerate(boxes):
        assert at in off or all(allows(each, *corner) for corner in polygon)


def test_nothing_is_left_where_many_lines_spoil_it() -> None:
    boxes = [box(100 * at, 300 * at + 5000 * (at % 2)) for at in range(1, 41)]
    frame = [(Fraction(a), Fraction(f)) for a, f in ((0, 0), (900, 0), (900, 9), (0, 9))]
    assert _fewest_out(frame, boxes) == ([], frozenset())


def test_amounts_that_fall_have_no_factor() -> None:
    assert (
        common_lines([box(weight, 9000 - 2 * weight) for weight in range(100, 1300, 100)]) is None
    )
    assert common_lines([]) is None
