"""Lines are broken where no unprinted error explains them: one alike for all, or in proportion."""

from dataclasses import replace
from random import Random

import pytest

from allokera.relations.bits import BIT, LAW
from allokera.relations.evidence.claim import weigh
from allokera.relations.evidence.pattern import Measure
from allokera.relations.families.means import Mean
from allokera.relations.families.sums import Sum
from allokera.relations.laws.about import is_about
from allokera.relations.laws.law import judge
from allokera.relations.laws.rivals import Witnesses, against_rivals, beyond_doubt, doubt
from relations.grids import large, view_of

Line = list[int | None]
LINE = (0, 9)


def told(*witnesses: int, price: int = 0, named: int = 0, tells: int = 0) -> Witnesses:
    """Lines of some sizes that agree within two, and what must be paid for them."""
    lines = [(2, Measure(0, 2, 2, each, told=tells)) for each in witnesses]
    return Witnesses(lines, price, named, True)


def is_broken(off: int, size: int, *witnesses: int, price: int = 3 * BIT) -> bool:
    """Whether a line is, beside others of some sizes that agree within two."""
    ways = [told(*witnesses, price=price - LAW)]
    found = beyond_doubt({LINE: (2, Measure(off, 2, 2, size))}, ways)
    assert found <= {LINE}
    return bool(found)


def test_an_error_beyond_the_window_would_show_in_the_lines_that_agree() -> None:
    """What is 16 beyond a window of two is three bits in a line, and four bits in two of them."""
    assert is_broken(18, 100, 100)
    assert not is_broken(17, 100, 100)
    assert is_broken(10, 100, 100, 100, price=4 * BIT)
    assert not is_broken(9, 100, 100, 100, price=4 * BIT)
    assert not is_broken(1_000, 100)


def test_an_error_in_proportion_shows_less_in_lines_that_are_smaller() -> None:
    assert is_broken(34, 100, 50)
    assert not is_broken(33, 100, 50)
    # in larger ones an error that is alike for all shows less
    assert is_broken(18, 100, 200)
    assert not is_broken(17, 100, 200)


def test_the_better_rival_says_how_much_in_doubt_a_line_is() -> None:
    """Of 16 beyond the window a line tells three bits; in proportion one half as large two."""
    held = (2, Measure(18, 2, 2, 100))
    assert doubt(held, [told(100)]) == 3 * BIT
    assert doubt(held, [told(50)]) == 2 * BIT
    assert doubt(held, [told(200)]) == 3 * BIT
    assert doubt(held, [told(100, 50, price=BIT)]) == 4 * BIT
    # the way that tells most counts, and none tells less than nothing, or more than makes sure
    assert doubt(held, [told(50), told(100, 100)]) == 6 * BIT
    assert doubt(held, [told(price=BIT)]) == 0
    assert doubt((2, Measure(2 + 2**30, 2, 2, 100)), [told(100)]) == LAW


def test_what_speaks_against_a_rival_is_all_that_agrees_what_is_exact_and_slips_besides() -> None:
    near, exact, mistyped = ((44, Measure(off, 4, 44, 1_000, told=9 * BIT)) for off in (30, 3, 840))
    ways = against_rivals([near, exact], [mistyped], 5 * BIT, 2 * BIT, 7 * BIT, is_smooth=False)
    assert ways == [
        Witnesses([near, exact], 2 * BIT, 7 * BIT, False),
        # which of two is exact is a bit, and that it is asked another
        Witnesses([(4, exact[1])], 4 * BIT, 7 * BIT, True),
        Witnesses([near, exact, mistyped], 7 * BIT, 7 * BIT, False),
    ]
    plain = against_rivals([near, exact], [], 0, 2 * BIT, 7 * BIT, is_smooth=True)
    assert [(way.lines, way.is_smooth) for way in plain] == [
        ([near, exact], True),
        ([(4, exact[1])], True),
    ]


@pytest.mark.parametrize(
    ("tells", "expected"),
    [
        (27, 3),  # with the error there are 24 bits left: a law, and what names it
        (26, 2),
        (25, 1),
        (24, 0),
    ],
)
def test_what_named_a_claim_is_paid_for_by_what_lines_would_tell_with_the_error(
    tells: int, expected: int
) -> None:
    held = (2, Measure(18, 2, 2, 100))
    found = doubt(held, [told(100, named=4 * BIT, tells=tells * BIT)])
    assert found == expected * BIT
    # no more is paid than it took to name it
    alone = told(100, 100, named=4 * BIT)
    assert doubt(held, [alone]) == 2 * BIT


@pytest.mark.parametrize(("error", "is_broken"), [(107, False), (108, True)])
def test_lines_that_are_right_to_the_last_place_refute_more(error: int, is_broken: bool) -> None:
    """Three means are too few to say that all ought to be, and each is so by an accident.

    Six times a mean is off by 12 * error, doubled; 66 of it may be rounding, and 6 is the last
    place: log2((12 * error - 66) / 6) bits each, of 20, two for the line off, one for the choice.
    """
    random = Random("tight")
    parts = [[large(random) for _ in range(6)] for _ in range(3)]
    rows: list[Line] = [[*(10 * part for part in row), (20 * sum(row) + 6) // 12] for row in parts]
    rows.append([60, 120, 180, 240, 300, 360, 210 + error])
    view = replace(view_of(rows, one=10), units=[[10] * 6 + [1] for _ in rows])
    (law,) = judge([weigh(view, Mean(6, tuple(range(6))), 0)], is_about)
    assert not law.is_exact
    assert (law.broken, law.doubtful)[not is_broken] == {3}


def test_lines_a_step_off_count_among_those_that_are_off() -> None:
    """Of sums of fifty that are exact, one in four may be a unit off, and no more."""
    for slight, is_law in ((33, True), (34, False)):
        random, rows = Random("slight"), list[Line]()
        for at in range(100 + slight):
            parts = [large(random) for _ in range(50)]
            rows.append([*parts, sum(parts) + (at < slight)])
        laws = judge([weigh(view_of(rows), Sum(50, tuple(range(50))), 0)], is_about)
        assert [(law.is_exact, len(law.slight), len(law.good)) for law in laws] == (
            [(True, slight, 100)] if is_law else []
        )
