"""A line held against a sum, whole: how far it is off, how far it may be, and what it tells.

All numbers are rounded to twos; what is measured is doubled.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from allokera.relations.families.sums import Sum
from relations.grids import view_of
from relations.measures import Line, measured, tells


class Held(NamedTuple):
    """A line held against a sum: all of it, but that logarithms are said as quotients."""

    line: Line
    off: int
    wide: int
    given: float = 1
    told: float = 1
    sure: float = 1
    is_alone: bool = False


TWO, LESS, THREE = Sum(2, (0, 1)), Sum(2, (0, 1), frozenset({1})), Sum(3, (0, 1, 2), frozenset({1}))

HELD: Sequence[tuple[Sum, Held]] = [
    # what the smaller part comes to tells, in steps of two
    (TWO, Held((6, 1_000, 1_006), 0, 6, 2_014 / 2, 14 / 2, 14 / 2)),
    (TWO, Held((-6, 1_000, 994), 0, 6, 1_990 / 2, 14 / 2, 14 / 2)),
    # by as much as it is off less
    (TWO, Held((6, 1_000, 1_008), 4, 6, 2_018 / 2, 14 / 6, 14 / 2)),
    (TWO, Held((6, 1_000, 1_003), 6, 6, 2_008 / 2, 14 / 8, 14 / 2)),
    (TWO, Held((6, 1_000, 1_010), 8, 6)),
    # hundreds tell no more than as many ones
    (TWO, Held((600, 700, 1_300), 0, 6, 2_602 / 2, 1_300 / 100, 1_300 / 100)),
    # no step is longer than what is left
    (TWO, Held((1, 1_000, 1_001), 0, 6, 2_004 / 2, 3, 3)),
    # one part alone, whatever it is, says that the other is nothing
    (TWO, Held((0, 1_000, 1_000), 0, 4, 2_002 / 2, is_alone=True)),
    (TWO, Held((None, 1_000, 1_001), 2, 4, 2_004 / 2, is_alone=True)),
    (TWO, Held((0, 1, 1), 0, 4, 4 / 2, is_alone=True)),
    (TWO, Held((-1, 0, -1), 0, 4, 4 / 2, is_alone=True)),
    (TWO, Held((0, 0, 0), 0, 2)),
    (TWO, Held((1, 0, 0), 2, 4)),
    # a difference
    (LESS, Held((1_000, 994, 6), 0, 6, 14 / 2, 1_990 / 2, 1_990 / 2)),
    # what is left tells nothing where it is nothing, one of the parts, or less than rounding
    (LESS, Held((1_000, 1_000, 0), 0, 6)),
    (LESS, Held((1_000, 996, 2), 4, 6, 6 / 2)),
    (LESS, Held((1_000, 998, 3), 2, 6, 8 / 2, 1_998 / 4, 1_998 / 2)),
    (LESS, Held((1_000, 998, 2), 0, 6, 6 / 2, 1_998 / 2, 1_998 / 2)),
    (THREE, Held((700, 500, 500, 700), 0, 8, 1_402 / 2)),
]


def test_a_line_is_held_against_a_sum() -> None:
    for pattern, each in HELD:
        found = measured(pattern, each.line, unit=2)
        whole = each.line[-1] or 0
        assert (found.off, found.tight, found.wide) == (each.off, 2, each.wide), each
        assert found.size == 2 * abs(whole)
        assert tells(found.given, each.given), each
        assert tells(found.told, each.told), each
        assert tells(found.sure, each.sure), each
        assert found.is_alone is each.is_alone
        assert found.is_rough is (0 < each.off <= each.wide)
        assert (found.key is None, found.cells is None) == (each.sure == 1, each.sure == 1)


def test_a_line_knows_its_cells_with_blanks_as_noughts() -> None:
    found = measured(THREE, (700, None, 40, 740), unit=2)
    assert found.cells == (740, ((700, 2), (0, 2), (40, 2)))
    assert found.key == (740, 40, 700)


def test_a_line_is_open_where_one_of_its_parts_is_withheld() -> None:
    view = view_of([[None, 7, 9]])
    for marks, is_open in (((True, False, False), True), ((False, False, True), False)):
        linear = TWO.linear(replace(view, withheld=[marks]), 0)
        assert linear is not None
        assert linear.is_open is is_open
