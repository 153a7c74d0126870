"""Lines are broken where no unprinted error explains them: one alike for all, or in proportion."""

from random import Random

from allokera.relations.bits import BIT
from allokera.relations.evidence.claim import weigh
from allokera.relations.evidence.pattern import Measure
from allokera.relations.families.sums import Sum
from allokera.relations.laws.discovery import is_about
from allokera.relations.laws.law import _broken, judge
from relations.grids import large, view_of

Line = list[int | None]
LINE = (0, 9)


def is_broken(off: int, size: int, *witnesses: int, price: int = 3 * BIT) -> bool:
    """Whether a line is, beside others of some sizes that agree within two."""
    found = _broken(
        {LINE},
        {LINE: Measure(off, 2, 2, size)},
        {LINE: 2},
        [(2, Measure(0, 2, 2, each)) for each in witnesses],
        price,
        True,
    )
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
