"""What may not be less than nothing: lines where it would be are no lines that break a sum."""

from collections.abc import Sequence
from random import Random

import pytest

from allokera.relations.laws.law import Law
from relations.grids import Grid, laws_in


def left_over(rows: int, over: Sequence[int], *, nothing: Sequence[int] = ()) -> Grid:
    """A frame, what was spent, and what is left: nothing where more was spent, or just as much."""
    random, grid = Random(11), []
    for row in range(rows):
        frame = random.randrange(40_000, 90_000)
        spent = frame + 7_001 + row if row in over else random.randrange(10_000, 39_000)
        spent = frame if row in nothing else spent
        grid.append([str(frame), str(spent), str(max(0, frame - spent))])
    return grid


def law_of(grid: Grid) -> Law:
    (law,) = [each for each in laws_in(grid).values() if each.claim.pattern.family == "sum"]
    return law


@pytest.mark.parametrize("over", [(3,), (3, 8), (0, 1, 2, 3)])
def test_where_less_than_nothing_would_be_left_a_line_is_none_of_the_law(
    over: Sequence[int],
) -> None:
    law = law_of(left_over(16, over))
    assert law.broken == frozenset()
    assert law.lines == frozenset(range(16)) - {*over}


@pytest.mark.parametrize(("over", "nothing", "broken"), [((3, 8), (5,), ()), ((3,), (5,), (3,))])
def test_where_just_nothing_is_left_as_often_a_line_breaks_it(
    over: Sequence[int], nothing: Sequence[int], broken: Sequence[int]
) -> None:
    assert law_of(left_over(16, over, nothing=nothing)).broken == {*broken}


def test_a_column_that_falls_below_nothing_elsewhere_has_no_floor() -> None:
    grid = left_over(16, (3,))
    frame, spent, _ = grid[6]
    grid[6] = [spent, frame, str(int(spent) - int(frame))]
    assert law_of(grid).broken == {3}


def test_nothing_where_more_would_be_left_is_wrong() -> None:
    grid = left_over(16, ())
    grid[4][2] = "0"
    assert law_of(grid).broken == {4}
