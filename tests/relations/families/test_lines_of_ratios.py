"""How far a line is off a quotient, a change or a product, how far it may be, and what it tells.

All numbers are rounded to twos; what is measured is doubled, and the divisor multiplied out.
"""

from collections.abc import Sequence
from typing import NamedTuple

from allokera.relations.evidence.pattern import EVERYTHING
from allokera.relations.families.ratios import CHANGE, DIVISION, PRODUCT, Ratio
from relations.measures import Line, measured, tells


class Held(NamedTuple):
    """A line held against a quotient: all of it, but that logarithms are said as quotients."""

    kind: str
    line: Line
    off: int
    tight: int
    wide: int
    size: int
    given: float = 1
    told: float = 1
    is_rough: bool = False


HELD: Sequence[Held] = [
    # by its own unit 2 * 500; by those of the others 2, and seven times 2
    Held(DIVISION, (3_500, 500, 7), 0, 1_000, 1_016, 7_000, 16 / 2, 3_502 / 2),
    Held(DIVISION, (3_000, 500, 7), 1_000, 1_000, 1_016, 7_000, 16 / 2, 4_500 / 1_000),
    Held(DIVISION, (4_008, 500, 7), 1_016, 1_000, 1_016, 7_000, 8, 4_516 / 2_032, True),
    Held(DIVISION, (2_992, 500, 7), 1_016, 1_000, 1_016, 7_000, 8, 4_516 / 2_032, True),
    Held(DIVISION, (4_009, 500, 7), 1_018, 1_000, 1_016, 7_000),
    Held(DIVISION, (-3_500, 500, -7), 0, 1_000, 1_016, 7_000, 16 / 2, 3_502 / 2),
    # what is one, or nothing, or the same as what it is of, tells nothing
    Held(DIVISION, (500, 500, 1), 0, 1_000, 1_004, 1_000, 4 / 2),
    Held(DIVISION, (500, -500, -1), 0, 1_000, 1_004, 1_000, 4 / 2),
    Held(DIVISION, (0, 500, 0), 0, 1_000, 1_002, 0),
    Held(DIVISION, (7, 1, 7), 0, 2, 18, 14, 16 / 2),
    # seven times as much more: by the unit of what it is more than eight times 2
    Held(CHANGE, (500, 4_000, 7), 0, 1_000, 1_018, 7_000, 16 / 2, 4_500 / 1_000),
    Held(CHANGE, (500, 4_509, 7), 1_018, 1_000, 1_018, 7_000, 8, 4_518 / 2_036, True),
    Held(CHANGE, (500, 4_510, 7), 1_020, 1_000, 1_018, 7_000),
    # by the units of the factors 7 * 2 and 500 * 2
    Held(PRODUCT, (7, 500, 3_500), 0, 2, 1_016, 7_000, 7_002 / 2, 3_502 / 2),
    Held(PRODUCT, (7, 500, 3_501), 2, 2, 1_016, 7_002, 7_004 / 2, 3_503 / 2),
    Held(PRODUCT, (7, 500, 4_008), 1_016, 2, 1_016, 8_016, 8_018 / 2, 5_024 / 2_032, True),
    Held(PRODUCT, (7, 500, 4_009), 1_018, 2, 1_016, 8_018),
    Held(PRODUCT, (-7, 500, -3_500), 0, 2, 1_016, 7_000, 7_002 / 2, 3_502 / 2),
]


def test_a_line_is_held_against_a_quotient() -> None:
    for each in HELD:
        found = measured(Ratio(2, (0, 1), each.kind), each.line, unit=2)
        assert (found.off, found.tight, found.wide, found.size) == each[2:6], each
        assert tells(found.given, each.given), each
        assert tells(found.told, each.told), each
        assert found.sure == found.told
        assert found.is_rough is each.is_rough
        assert found.key == (each.line[2] if each.told > 1 else None)
        assert not found.is_alone and not found.is_silent


def test_what_is_by_nought_is_off_or_says_nothing_where_nothing_is_printed() -> None:
    for kind, line in ((DIVISION, (5, 0, 7)), (CHANGE, (0, 5, 7))):
        found = measured(Ratio(2, (0, 1), kind), line)
        assert (found.holds, found.is_silent) == (False, False)
        nothing = measured(Ratio(2, (0, 1), kind), (*line[:2], 0))
        assert (nothing.holds, nothing.is_silent) == (False, True)


def test_what_is_by_something_that_may_be_nought_has_a_bound_on_one_side() -> None:
    """Ten to twenty, by one at most: ten at least, on the side that is printed."""
    for over, divisor, printed, expected in (
        ((10, 20), (-1, 1), 5, (10, EVERYTHING)),
        ((10, 20), (-1, 1), 0, (10, EVERYTHING)),
        ((10, 20), (-1, 1), -1, (-EVERYTHING, -10)),
        ((-20, -10), (-2, 1), 5, (5, EVERYTHING)),
        ((1, 1), (0, 1), 5, (1, EVERYTHING)),
        ((-5, 5), (0, 1), 5, (0, EVERYTHING)),
        ((10, 20), (0, 0), 5, (0, EVERYTHING)),
    ):
        assert Ratio._beyond(over, divisor, 1, printed) == expected
    assert Ratio._beyond((10, 20), (-1, 3), 100, 5) == (333, EVERYTHING)
