"""How far a line is off a mean, a constant or a factor, how far it may be, and what it tells."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from allokera.relations.bits import BIT
from allokera.relations.evidence.pattern import Pattern
from allokera.relations.families.constants import Constant
from allokera.relations.families.fitted import SHIFT, Fitted
from allokera.relations.families.means import Mean
from allokera.relations.families.ratios import CHANGE, PRODUCT, Ratio
from allokera.relations.families.sums import Sum
from relations.grids import view_of
from relations.measures import Line, measured, tells


@pytest.mark.parametrize(
    ("pattern", "name"),
    [
        (Sum(0, (1, 2)), "sum"),
        (Mean(0, (1, 2)), "mean"),
        (Ratio(0, (1, 2)), "division"),
        (Ratio(0, (1, 2), CHANGE), "change"),
        (Ratio(0, (1, 2), PRODUCT), "product"),
        (Constant(0, ()), "constant"),
        (Fitted(0, (1,)), "proportional"),
        (Fitted(0, (1,), has_fixed=True), "affine"),
        (Fitted(0, (1,), has_fixed=True, floor=0), "bounded"),
        (Fitted(0, (1,), cap=0), "bounded"),
    ],
)
def test_what_is_done_with_parts_has_the_name_that_documents_carry(
    pattern: Pattern, name: str
) -> None:
    assert pattern.operator == name


FAMILIES: Sequence[tuple[Pattern, str, int, bool, bool]] = [
    (Sum(0, (1, 2)), "sum", 1, True, True),
    (Mean(0, (1, 2)), "mean", 1, True, True),
    (Ratio(0, (1, 2)), "ratio", 2, False, False),
    (Constant(0, ()), "constant", 1, False, True),
    (Fitted(0, (1,)), "proportional", 1, False, False),
]


def test_a_family_has_a_name_and_ways_of_its_own() -> None:
    for pattern, family, penalty, is_stepped, is_linear in FAMILIES:
        assert (pattern.family, pattern.penalty) == (family, penalty * BIT)
        assert (pattern.is_stepped, pattern.is_linear) == (is_stepped, is_linear)


BOXES: Sequence[tuple[Line, tuple[int, ...]]] = [
    ((7, 5), (13, 15, 9, 11)),
    ((0, 0), (-1, 1, -1, 1)),
    ((None, None), (-1, 1, -1, 1)),
    ((-7, -5), (-15, -13, -11, -9)),
]


def test_a_line_of_a_factor_stands_for_half_a_unit_of_each_number() -> None:
    """All doubled; exact weights are themselves, and rounded down amounts a unit more."""
    for line, box in BOXES:
        pattern = Fitted(1, (0,))
        view = view_of([line])
        assert pattern.box(view, 0) == box
        weight = (box[0] + box[1]) // 2
        assert replace(pattern, is_loose=False).box(view, 0) == (weight, weight, *box[2:])
        assert replace(pattern, shift=1).box(view, 0) == (*box[:2], box[2] + 1, box[3] + 1)


RISING: Sequence[tuple[tuple[tuple[int, str], ...], Line, float]] = [
    # all of the amount rises with the weight, doubled
    (((0, "1/3"),), (3_000, 1_000), 2_000),
    # a fixed amount tells nothing; of two factors the lesser does
    (((20_000, "1/3"),), (3_000, 11_000), 2_000),
    (((20_000, "1/3"), (19_000, "1/2")), (3_000, 11_000), 2_000),
    (((-1_000, "1/3"),), (3_000, 500), 1_000),
]


def test_a_factor_tells_what_rises_with_the_weight() -> None:
    for corners, line, told in RISING:
        points = tuple((Fraction(fixed), Fraction(factor)) for fixed, factor in corners)
        found = measured(Fitted(1, (0,), points, has_fixed=True, is_loose=False), line)
        assert found.off == 0
        assert tells(found.told, told)
        assert (found.given, found.sure, found.key) == (found.told, found.told, line)


ROUNDED_MEANS: Sequence[tuple[Line, int, bool]] = [
    ((10, 20, 33, 20), 6, True),
    ((10, 20, 34, 20), 8, False),
    ((10, 20, 27, 20), 6, True),
]


def test_a_mean_is_off_by_all_its_roundings_at_most_and_then_tells_as_well() -> None:
    """Three times its own half unit, and half a unit of each of three parts: six, all doubled."""
    for line, off, holds in ROUNDED_MEANS:
        found = measured(Mean(3, (0, 1, 2)), line)
        assert (found.off, found.tight, found.wide, found.holds) == (off, 3, 6, holds)
        assert (found.told > 0, found.given > 0, found.key is not None) == (holds, holds, holds)
        assert found.size == 2 * 20 * 3


EXPECTED_MEANS: Sequence[tuple[Line, bool, Fraction | int | None]] = [
    ((10, 20, 33, 7), False, 21),
    ((10, None, 33, 7), False, Fraction(43, 2)),
    ((10, None, 33, 7), True, Fraction(43, 3)),
    ((None, None, None, 7), False, None),
    ((None, None, None, 7), True, None),
    ((0, 0, 0, 7), False, 0),
]


def test_a_mean_expects_what_its_parts_come_to() -> None:
    for line, of_all, expected in EXPECTED_MEANS:
        assert Mean(3, (0, 1, 2), of_all).expected(view_of([line]), 0) == expected


def test_a_mean_knows_its_cells_with_their_units_and_blanks_as_noughts() -> None:
    found = measured(Mean(3, (0, 1, 2)), (40, None, 20, 30), unit=10)
    assert found.cells == (30, ((40, 10), (0, 10), (20, 10)))
    assert found.key == (30, 40, 20)
    # of parts that are all alike a mean is no news
    assert measured(Mean(3, (0, 1, 2)), (40, 40, 40, 40)).told == 0
    assert measured(Mean(3, (0, 1, 2)), (40, None, None, 40)).told == 0


NO_MEANS: Sequence[Line] = [(None, None, None, 5), (5, 6, 7, None), (None,) * 4]


def test_a_line_without_a_mean_or_without_parts_says_nothing_of_it() -> None:
    for line in NO_MEANS:
        assert Mean(3, (0, 1, 2)).measure(view_of([line]), 0) is None


EXPECTED_SUMS: Sequence[tuple[Line, tuple[int, ...], int | None]] = [
    ((10, 20, 33, 7), (), 63),
    ((10, 20, 33, 7), (1,), 23),
    ((None, 20, None, 7), (1,), -20),
    ((None, None, None, 7), (), None),
    ((0, 0, 0, 7), (), 0),
]


def test_a_sum_expects_what_its_parts_come_to() -> None:
    for line, minus, expected in EXPECTED_SUMS:
        assert Sum(3, (0, 1, 2), frozenset(minus)).expected(view_of([line]), 0) == expected


@pytest.mark.parametrize("unit", [1, 10])
def test_a_constant_is_the_number_whatever_stands_there(unit: int) -> None:
    pattern = Constant(1, (), 170)
    view = view_of([[5, 150], [5, None]], unit=unit)
    found = pattern.linear(view, 0)
    assert found is not None
    assert (found.weights, found.constant, found.is_open) == ({1: -1}, 170, False)
    assert (found.tight, found.wide) == (unit, unit)
    assert pattern.expected(view, 0) == 170
    assert pattern.linear(view, 1) is None
    assert pattern.expected(view, 1) is None
    assert pattern.measure(view, 1) is None
    line = pattern.measure(view, 0)
    assert line is not None
    assert (line.off, line.tight, line.wide, line.size) == (40, unit, unit, 300)
    assert tells(line.told, 340 / unit)
    assert (line.given, line.sure, line.key) == (line.told, line.told, 0)
    # a nought again tells a bit
    nought = Constant(1, (), 0).measure(view, 0)
    assert nought is not None
    assert nought.told == BIT


@pytest.mark.parametrize(
    ("pattern", "free"),
    [
        (Sum(0, (1, 2)), 0),
        (Constant(0, ()), 1),
        (Fitted(0, (1,)), 1),
        (Fitted(0, (1,), has_fixed=True), 2),
        (Fitted(0, (1,), floor=0), 2),
        (Fitted(0, (1,), has_fixed=True, cap=0, floor=0), 3),
    ],
)
def test_parameters_that_nothing_prints_are_counted(pattern: Pattern, free: int) -> None:
    assert pattern.free == free
    assert pattern.one_in == (3 if pattern.operator == "proportional" else 4)


MEAN = Mean(4, (0, 1, 2, 3))


@pytest.mark.parametrize(
    ("pattern", "line", "off", "tight", "wide"),
    [
        (MEAN, (10, 20, 30, 41, 25), 2, 4, 8),
        (MEAN, (10, 20, 30, 44, 25), 8, 4, 8),
        (MEAN, (10, 20, 30, 45, 25), 10, 4, 8),
        (MEAN, (10, 20, None, 31, 20), 2, 3, 6),
        (Mean(4, (0, 1, 2, 3), of_all=True), (10, 20, None, 31, 15), 2, 4, 7),
        (Mean(4, (0, 1, 2, 3), of_all=True), (10, 20, None, 31, 20), 38, 4, 7),
    ],
)
def test_a_mean_may_be_off_by_its_own_rounding_times_its_parts_and_by_theirs(
    pattern: Mean, line: Line, off: int, tight: int, wide: int
) -> None:
    found = measured(pattern, line)
    assert (found.off, found.tight, found.wide, found.holds) == (off, tight, wide, off <= wide)


def test_where_binary_fractions_are_printed_a_mean_may_be_off_by_their_dust() -> None:
    found = measured(MEAN, (10, 20, 30, 44, 25), one=10**9)
    assert (found.off, found.tight, found.wide) == (8, 12, 16)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ((1000, 3000, 5000, 7004, 4001), 6004 / 3),
        ((1000, 3000, 5000, 7000, 4000), 6),
        ((50, 50, 50, 50, 50), None),
        ((50, None, None, None, 50), None),
    ],
)
def test_a_mean_tells_how_far_its_parts_are_apart(line: Line, told: float | None) -> None:
    found = measured(MEAN, line)
    assert found.holds
    assert tells(found.told, told) if told else found.told == 0


@pytest.mark.parametrize(("line", "given"), [((-3, 1, 1, 1, 0), 0), ((50, 50, 50, 50, 50), 101)])
def test_a_mean_of_nothing_gives_nothing(line: Line, given: int) -> None:
    found = measured(MEAN, line)
    assert tells(found.given, given) if given else found.given == 0


@pytest.mark.parametrize(("withheld", "is_silent"), [(2, True), (4, False), (None, False)])
def test_a_mean_that_lacks_what_is_withheld_is_silent(
    withheld: int | None, is_silent: bool
) -> None:
    found = measured(MEAN, (10, 20, None, 30, 90), withheld=withheld)
    assert (found.holds, found.is_silent) == (False, is_silent)


@pytest.mark.parametrize(("value", "told"), [(2500, 5000), (0, 2), (1, 2), (-2500, 5000)])
def test_a_constant_tells_its_size_and_nought_a_bit(value: int, told: float) -> None:
    found = measured(Constant(0, (), value), (value,))
    assert (found.off, found.tight, found.wide) == (0, 1, 1)
    assert tells(found.told, told)
    assert measured(Constant(0, (), value), (value + 1,)).off == 2
    assert not measured(Constant(0, (), value), (value + 1,)).holds


THIRD = Fitted(1, (0,), corners=((Fraction(0), Fraction(1, 3)), (Fraction(0), Fraction(1, 3))))


@pytest.mark.parametrize(
    ("pattern", "line", "holds"),
    [
        (replace(THIRD, is_loose=False), (3000, 1000), True),
        (replace(THIRD, is_loose=False), (3001, 1000), True),
        (replace(THIRD, is_loose=False), (3002, 1000), False),
        (replace(THIRD, is_loose=False), (2998, 1000), False),
        (THIRD, (3002, 1000), True),
        (THIRD, (3003, 1000), False),
        (replace(THIRD, shift=1, is_loose=False), (3002, 1000), True),
        (replace(THIRD, shift=1, is_loose=False), (3004, 1000), False),
        (replace(THIRD, shift=1, is_loose=False), (2999, 1000), False),
        (replace(THIRD, shift=-1, is_loose=False), (2999, 1000), True),
        (replace(THIRD, shift=-1, is_loose=False), (3001, 1000), False),
        (replace(THIRD, floor=2400), (3000, 1200), True),
        (replace(THIRD, floor=2400), (3000, 1201), False),
        (replace(THIRD, cap=1600), (3000, 800), True),
        (replace(THIRD, cap=1600), (3000, 1000), False),
    ],
)
def test_a_factor_with_its_way_of_rounding_and_its_bounds(
    pattern: Fitted, line: Line, holds: bool
) -> None:
    found = measured(pattern, line)
    assert found.holds is holds
    is_bound = 2 * (line[1] or 0) in {pattern.floor, pattern.cap}
    assert (found.told == 0) is is_bound


@pytest.mark.parametrize("line", [(None, 5), (5, None), (0, 5), (-3, 5)])
def test_a_factor_says_nothing_of_what_has_no_weight(line: Line) -> None:
    assert THIRD.measure(view_of([line]), 0) is None


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (THIRD, Fraction(1000)),
        (replace(THIRD, shift=1), Fraction(2001, 2) - Fraction(1, 2) - Fraction(1, 4)),
        (replace(THIRD, floor=2400), Fraction(1200)),
        (replace(THIRD, cap=1600), Fraction(800)),
    ],
)
def test_a_factor_expects_the_middle_of_what_it_allows(pattern: Fitted, expected: Fraction) -> None:
    found = pattern.expected(view_of([(3000, 0)]), 0)
    assert found is not None
    assert abs(found - expected) < Fraction(1, 1 << (SHIFT - 12))
