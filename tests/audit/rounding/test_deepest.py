"""Where most spans meet, and who does not: counted by hand."""

from collections.abc import Sequence

import pytest

from allokera.audit.rounding.sweep import Deepest, deepest
from allokera.relations.peaks import Span

APART: Sequence[Span] = [(0, 4)] * 3 + [(10, 14)] * 2 + [(20, 24)]
"""Three meet, then two, then one is alone."""


@pytest.mark.parametrize(
    ("within", "expected"),
    [
        (0, Deepest(3, ((0, 4),), (3, 4, 5), (), 2)),
        (1, Deepest(3, ((0, 4), (10, 14)), (5,), (0, 1, 2, 3, 4), 1)),
        (2, Deepest(3, ((0, 4), (10, 14), (20, 24)), (), (0, 1, 2, 3, 4, 5), 0)),
        (3, Deepest(3, ((0, 4), (10, 14), (20, 24)), (), (0, 1, 2, 3, 4, 5), 0)),
    ],
)
def test_places_count_where_so_many_fewer_meet_and_the_next_best_is_the_rival(
    within: int, expected: Deepest
) -> None:
    assert deepest(APART, within) == expected


def test_the_deepest_place_alone_counts_where_nothing_else_is_said() -> None:
    assert deepest(APART) == deepest(APART, 0)


def test_where_all_meet_there_is_no_rival() -> None:
    assert deepest([(0, 4), (2, 6), (3, 3)]) == Deepest(3, ((3, 3),), (), (), 0)
    assert deepest([(0, 4)]) == Deepest(1, ((0, 4),), (), (), 0)


def test_who_covers_all_of_several_deepest_places_is_in_no_doubt() -> None:
    two = [(0, 4), (0, 4), (10, 14), (10, 14), (2, 12)]
    assert deepest(two) == Deepest(3, ((2, 4), (10, 12)), (), (0, 1, 2, 3), 0)
