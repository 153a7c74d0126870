"""Which pairs of positions factors are looked for in, and what a few lines allow of each."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from allokera.relations.evidence.claim import weigh
from allokera.relations.families.fitted import Fitted
from allokera.relations.search.fitted import (
    _bounded,
    _bounds,
    _drafts,
    _follows,
    _pairs,
    is_share,
)
from relations.grids import view_of

Line = list[int | None]


def test_of_few_positions_every_two_are_a_weight_and_an_amount() -> None:
    assert {*_pairs([3, 5, 8])} == {(3, 5), (3, 8), (5, 3), (5, 8), (8, 3), (8, 5)}
    assert len([*_pairs(range(60))]) == 60 * 59


def test_of_many_those_near_each_other_are_and_those_with_one_of_the_first_three() -> None:
    places = range(100, 161)
    found = {*_pairs(places)}
    for weight in places:
        at = weight - 100
        near = range(max(0, at - 12), at + 12) if at >= 3 else range(61)
        assert {amount for one, amount in found if one == weight} == {
            100 + other for other in near if other < 61 and other != at
        }


def test_a_total_follows_what_a_part_of_it_does() -> None:
    group = {1, 2}
    assert _follows(group, {2, 5}, {1})
    assert not _follows(group, {5, 6}, {1})
    assert not _follows(group, {2, 5}, {7})
    assert not _follows(group, {2, 5}, set())


def test_a_number_that_stands_more_than_once_may_be_a_bound() -> None:
    once = view_of([[at, 100 + 7 * at] for at in range(1, 13)])
    (plain,) = _bounds(once, 1)
    assert plain.level is None
    twice = view_of([[at, 500 if at in {4, 9} else 100 + 7 * at] for at in range(1, 13)])
    plain, bound = _bounds(twice, 1)
    assert (plain.level, bound.level) == (None, 500)
    # of the ten other lines nine at most
    others = [line for line in range(12) if line not in {3, 8}]
    assert bound.lines == others[:9]
    few = view_of([[at, 500 if at in {1, 2} else 100 + 7 * at] for at in range(1, 6)])
    assert _bounds(few, 1)[1].lines == [2, 3, 4]
    many = view_of([[at, 500 if at < 3 else 100 + 7 * at] for at in range(1, 43)])
    assert _bounds(many, 1)[1].lines == [*range(2, 42)][::4][:9]


PLAIN = Fitted(1, (0,))
THRICE: list[Line] = [[at, 3 * at] for at in (1_013, 2_029, 3_041, 4_057, 5_077, 6_089)]


def drafts(
    rows: Sequence[Line], usable: Sequence[int] | None = None, given: set[int] | None = None
) -> list[tuple[bool, int | None]]:
    view = view_of(rows)
    found = _drafts(
        view,
        PLAIN,
        _bounds(view, 1),
        range(len(rows)) if usable is None else usable,
        given or set(),
    )
    return [(draft.pattern.has_fixed, draft.level) for draft in found]


def test_what_more_than_half_of_four_lines_at_least_allow_is_a_draft() -> None:
    """A factor, and with it a fixed amount."""
    assert drafts(THRICE) == [(False, None), (True, None)]
    assert drafts(THRICE[:4]) == [(False, None), (True, None)]
    assert drafts(THRICE[:3]) == []
    assert drafts(THRICE, [0, 1, 2]) == []
    wrong: list[Line] = [[1_001, 7], [9_001, 70_000], [8_002, 1]]
    assert (False, None) in drafts([*THRICE[:4], *wrong])
    assert (False, None) not in drafts([*THRICE[:3], *wrong])


def test_what_others_give_or_are_given_by_has_no_fixed_amount() -> None:
    assert drafts(THRICE, given={0}) == [(False, None)]
    assert drafts(THRICE, given={1}) == [(False, None)]
    assert drafts(THRICE, given={2}) == [(False, None), (True, None)]


def test_beside_a_bound_the_others_are_looked_at() -> None:
    rows: list[Line] = [*THRICE, [100, 1_500], [200, 1_500]]
    assert (False, 1_500) in drafts(rows)
    blank: list[Line] = [*THRICE[:3], [4_057, None], [5_077, None], [100, 1_500], [200, 1_500]]
    assert (False, 1_500) not in drafts(blank)


@pytest.mark.parametrize(
    ("weights", "level", "kind"),
    [
        ((100, 200, 300), 1_500, "floor"),
        ((700, 800, 900), 1_500, "cap"),
        # by the middle one of those that are at it
        ((100, 800, 900), 1_500, "cap"),
        ((100, 200, 900), 1_500, "floor"),
        ((499, 499, 499), 1_500, "floor"),
        ((500, 500, 500), 1_500, "cap"),
    ],
)
def test_a_level_is_the_least_where_lines_at_it_would_be_lower(
    weights: Sequence[int], level: int, kind: str
) -> None:
    factor = replace_corners(Fraction(3))
    rows = [*THRICE, *(list[int | None]([weight, level]) for weight in weights)]
    found = _bounded(view_of(rows), factor, range(len(rows)), level)
    bounds = {"floor": found.floor, "cap": found.cap}
    assert bounds == {"floor": None, "cap": None, kind: 2 * level}


def replace_corners(factor: Fraction) -> Fitted:
    corner = (Fraction(0), factor)
    return Fitted(1, (0,), corners=(corner, corner))


@pytest.mark.parametrize(
    ("low", "high", "one", "expected"),
    [
        # of weights that come to 1 000 all are shares, per cent, or per mille
        (Fraction(1, 1_000), Fraction(1, 1_000), 1, True),
        (Fraction(1, 1_001), Fraction(1, 999), 1, True),
        (Fraction(1, 10), Fraction(1, 10), 1, True),
        (Fraction(1), Fraction(1), 1, True),
        (Fraction(1, 999), Fraction(1, 998), 1, False),
        (Fraction(1, 5), Fraction(1, 2), 1, False),
        (Fraction(1, 10), Fraction(1, 10), 100, True),
        (Fraction(10), Fraction(10), 100, True),
        (Fraction(1, 1_000), Fraction(1, 1_000), 100, False),
    ],
)
def test_a_factor_makes_shares_where_it_is_one_a_hundred_or_a_thousand_of_all(
    low: Fraction, high: Fraction, one: int, expected: bool
) -> None:
    view = view_of([[300, 5], [700, 7], [None, 9]], one=one)
    plain = Fitted(1, (0,), corners=((Fraction(0), low), (Fraction(0), high)))
    assert is_share(weigh(view, plain, 0)) is expected
    fixed = Fitted(1, (0,), corners=plain.corners, has_fixed=True)
    assert is_share(weigh(view, fixed, 0)) is False
    assert is_share(weigh(view, Fitted(1, (0,), corners=plain.corners[:1]), 0)) is False
