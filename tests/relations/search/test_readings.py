"""Of quotients that can be read several ways one is kept; of a target several, where they agree."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from allokera.relations.bits import BIT, LAW, LIKELY, naming
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.families.ratios import CHANGE, DIVISION, PRODUCT, Ratio
from allokera.relations.search.ratios import (
    _one_a_target,
    _oriented,
    _repeating,
    _together,
    as_product,
    find_ratios,
)
from allokera.relations.sheet.view import View
from relations.grids import large, laws_in, said, standing, to_places, view_of

Line = list[int | None]
LINES = 10


def view_with(*extra: int, rows: int = LINES, names: Sequence[str] = ()) -> View:
    """An amount, heads, the amount per head in hundredths, and again with so many units more."""
    random, lines = Random("readings"), list[Line]()
    for _ in range(rows):
        amount, heads = 10 * large(random), 10 * large(random)
        each = (2 * amount * 100 + heads) // (2 * heads)
        lines.append([amount, heads, each, *(each + more for more in extra)])
    return view_of(lines, one=100, names=names)


PER_HEAD, HEADS, AMOUNT = Ratio(2, (0, 1)), Ratio(1, (0, 2)), Ratio(0, (2, 1), PRODUCT)


def claims(view: View, *patterns: Ratio, **changes: object) -> list[Claim]:
    made = [weigh(view, pattern, 0) for pattern in patterns]
    return [replace(each, **changes) for each in made]  # type: ignore[arg-type]


def kept(*pool: Claim) -> list[str]:
    return [said(claim) for claim in _oriented(pool)]


def test_the_reading_is_kept_that_is_right_to_the_last_place() -> None:
    view = view_with()
    assert kept(*claims(view, HEADS, PER_HEAD)) == ["2 = 0 / 1"]
    assert kept(*claims(view, PER_HEAD, HEADS)) == ["2 = 0 / 1"]


@pytest.mark.parametrize(("tight", "expected"), [(9, "1 = 0 / 2"), (8, "2 = 0 / 1")])
def test_a_reading_is_right_to_the_last_place_in_nine_lines_of_ten(
    tight: int, expected: str
) -> None:
    view = view_with()
    heads, per_head = claims(view, HEADS, PER_HEAD)
    heads, per_head = replace(heads, tight=tight), replace(per_head, tight=5)
    held = dict.fromkeys(range(LINES), 1)
    assert kept(replace(heads, held=held), replace(per_head, held=held)) == [expected]


@pytest.mark.parametrize(("off", "expected"), [(2, "2 = 0 / 1"), (3, "1 = 0 / 2")])
def test_a_reading_that_many_lines_break_is_not_kept(off: int, expected: str) -> None:
    """Four times those that are off are no more than those that agree."""
    view = view_with()
    heads, per_head = claims(view, HEADS, PER_HEAD, off=frozenset())
    per_head = replace(per_head, off=frozenset(range(off)))
    assert kept(heads, per_head) == [expected]


def test_of_twenty_lines_five_may_be_off_a_reading_and_six_not() -> None:
    heads, per_head = claims(view_with(rows=20), HEADS, PER_HEAD, off=frozenset())
    for off, expected in ((5, "2 = 0 / 1"), (6, "1 = 0 / 2")):
        assert kept(heads, replace(per_head, off=frozenset(range(off)))) == [expected]


def test_two_different_numbers_vary_and_one_does_not() -> None:
    """Beside heads that are all the same; where neither varies the first position is the target."""
    held = dict.fromkeys(range(LINES), 1)
    for different, target in ((1, 1), (2, 2)):
        view = view_of([[700, 1_100, 1_301 + at % different] for at in range(LINES)], one=1)
        pool = claims(view, HEADS, PER_HEAD, held=held, tight=0, off=frozenset())
        assert [claim.target for claim in _oriented(pool)] == [target]


def test_the_target_is_what_varies_and_then_what_its_heading_says() -> None:
    held = dict.fromkeys(range(LINES), 1)
    for names, expected in ((("", "", ""), 2), (("", "share", ""), 1), (("", "", "rate"), 2)):
        pool = claims(view_with(names=names), HEADS, PER_HEAD, held=held, tight=0, off=frozenset())
        assert [claim.target for claim in _oriented(pool)] == [expected]
    # all heads the same: then it is they that were put in
    flat = view_of([[each[0], 700, each[2]] for each in view_with().values], one=100)
    pool = claims(flat, HEADS, PER_HEAD, held=held, tight=10, off=frozenset())
    assert [claim.target for claim in _oriented(pool)] == [2]


def test_of_readings_that_are_alike_in_all_the_first_position_is_the_target() -> None:
    held = dict.fromkeys(range(LINES), 1)
    view = view_of([[7 * at, 11 * at, 13 * at] for at in range(1, LINES + 1)])
    pool = claims(view, HEADS, PER_HEAD, held=held, tight=0, off=frozenset())
    assert [claim.target for claim in _oriented(pool)] == [1]


@pytest.mark.parametrize(("fine", "target"), [(5, 1), (6, 2)])
def test_the_target_has_more_decimals_in_more_than_half_of_the_lines(
    fine: int, target: int
) -> None:
    """Hundredths in so many lines; elsewhere all three are whole."""
    view = view_of([[700, 1_100, 1_301 if at < fine else 1_300] for at in range(LINES)], one=100)
    held = dict.fromkeys(range(LINES), 1)
    flat = [[*line[:1], 1_100 + 100 * at, line[2]] for at, line in enumerate(view.values)]
    flat[0][2], flat[9][2] = 1_302, 1_400
    pool = claims(view_of(flat, one=100), HEADS, PER_HEAD, held=held, tight=0, off=frozenset())
    assert [claim.target for claim in _oriented(pool)] == [target]


@pytest.mark.parametrize(
    ("more", "expected"), [(0, [PER_HEAD]), (1, [PER_HEAD]), (-1, [Ratio(2, (3, 4))])]
)
def test_a_target_has_the_reading_that_gives_most(more: int, expected: list[Ratio]) -> None:
    view = view_of([[*line, 5, 7] for line in view_with().values], one=100)
    first, second = claims(view, PER_HEAD, Ratio(2, (3, 4)), score=LAW - 1)
    second = replace(second, fit=first.fit - more, score=first.score - (more == 0))
    assert [claim.pattern for claim in _one_a_target([second, first])] == expected


@pytest.mark.parametrize(
    ("pattern", "score", "is_kept"),
    [
        (Ratio(2, (3, 4)), LAW, True),
        (Ratio(2, (3, 4)), LAW - 1, False),
        (Ratio(2, (3, 1)), LAW, False),
        (Ratio(2, (3, 4), CHANGE), LAW, False),
    ],
    ids=["a law of others", "no law", "a part in common", "of another kind"],
)
def test_a_target_has_a_second_reading_of_the_same_kind_that_shares_nothing(
    pattern: Ratio, score: int, is_kept: bool
) -> None:
    view = view_of([[*line, 5, 7] for line in view_with().values], one=100)
    first, second = claims(view, PER_HEAD, pattern, score=score)
    found = _one_a_target([replace(first, fit=second.fit + 1), second])
    assert [claim.pattern for claim in found] == [PER_HEAD, pattern][: 1 + is_kept]


def shapes(count: int, score: int) -> list[Claim]:
    """Quotients of one shape at several targets, and one of another."""
    view = view_of([[3] * 12] * 4)
    made = [weigh(view, Ratio(3 * at + 2, (3 * at, 3 * at + 1)), 0) for at in range(count)]
    other = weigh(view, Ratio(0, (11, 10)), 0)
    return [
        replace(each, score=score - BIT, price=BIT, off=frozenset(), held={0: 1, 1: 1})
        for each in (*made, other)
    ]


@pytest.mark.parametrize("count", [3, 4])
def test_three_quotients_of_one_shape_are_one_claim_with_the_bits_of_all(count: int) -> None:
    """It takes a bit to name one of two shapes, and what names their targets among twelve."""
    least = next(score for score in range(0, 20 * BIT, 4) if _together(shapes(count, score), 12))
    ways = {3: 7.781, 4: 8.951}[count]
    assert 0 <= count * least - LAW - BIT - ways * BIT < 8 + 4 * count
    pool = shapes(count, least)
    assert _together(pool, 12) == {id(claim) for claim in pool[:count]}


def test_which_lines_are_off_is_paid_once_and_not_by_each_quotient_of_a_shape() -> None:
    """Of three lines each has one off: a bit and a half that three of them get back."""

    def least(off: frozenset[int]) -> int:
        return next(
            score
            for score in range(0, 20 * BIT, 4)
            if _together([replace(each, off=off) for each in shapes(3, score)], 12)
        )

    assert least(frozenset()) - least(frozenset({7})) == naming(3) // 4 * 4


REPEATED = [
    (Ratio(7, (6, 5), DIVISION, 100), True),  # the same three further on
    (Ratio(6, (4, 0), DIVISION, 100), False),  # another numerator of the same whole, not as far
    (Ratio(6, (5, 0), DIVISION, 100), True),  # one as far
    (Ratio(6, (1, 3), DIVISION, 100), False),
    (Ratio(7, (1, 5), DIVISION, 100), True),  # the same numerator, by another that is as far
    (Ratio(7, (6, 5), DIVISION, 1), False),  # no per cent
    (Ratio(7, (6, 5), CHANGE, 100), False),
]


@pytest.mark.parametrize(("pattern", "is_repeated"), REPEATED)
def test_a_quotient_that_repeats_a_law_is_named_by_where_it_stands(
    pattern: Ratio, is_repeated: bool
) -> None:
    view, where = view_of([[3] * 12] * 4), 3 * BIT
    law, other = (
        replace(weigh(view, each, 0), price=9 * BIT, score=score, fit=score)
        for each, score in ((Ratio(2, (1, 0), DIVISION, 100), LAW), (pattern, 14 * BIT))
    )
    first, found = _repeating([law, other], where)
    assert (first.price, first.score) == (law.price, law.score)
    # one of the three shapes that a law has, at one of eight positions
    less = (6 * BIT - naming(3)) * is_repeated
    assert (found.price, found.score, found.fit) == (9 * BIT - less, *[14 * BIT + less] * 2)
    # beside what is no law by itself it is not
    weak = replace(law, score=LAW - 1)
    assert [each.score for each in _repeating([weak, other], where)] == [LAW - 1, 14 * BIT]
    cheap = replace(other, price=2 * BIT)
    assert _repeating([law, cheap], where)[1].price == 2 * BIT


def test_what_repeats_a_law_is_one_in_five_rows_with_one_off() -> None:
    """Shares of a total: by itself the last would be worth 14 bits, of the 20 that it takes."""
    rows = [
        (11_312, 4_550, 7_659, 9_197),
        (9_627, 1_822, 16_462, 15_399),
        (10_150, 2_247, 369, 13_074),
        (10_001, 6_275, 920, 109),
        (8_260, 4_255, 3_681, 17_239),
    ]
    grid = []
    for row in rows:
        shares = (to_places(Fraction(100 * each, sum(row)), 1) for each in row)
        grid.append([*map(str, row), str(sum(row)), *shares])
    grid[1][3] = "95399"
    found = laws_in(grid)
    assert standing(found["8 = 3 / 4 * 100"]).broken == (1,)


def test_two_quotients_of_one_shape_do_not_bear_each_other_out() -> None:
    assert _together(shapes(2, 50 * BIT), 12) == set()


def test_quotients_of_another_factor_or_kind_are_of_another_shape() -> None:
    *pool, _ = shapes(3, 20 * BIT)
    assert _together(pool, 12)
    for pattern in (Ratio(8, (6, 7), DIVISION, 100), Ratio(8, (6, 7), CHANGE), Ratio(8, (7, 6))):
        assert _together([*pool[:2], replace(pool[2], pattern=pattern)], 12) == set()


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("", DIVISION, "0 = 2 * 1"),
        ("price", DIVISION, "0 = 2 * 1"),
        ("kr per head", DIVISION, "2 = 0 / 1"),
        ("", CHANGE, "2 = (1 - 0) / 0"),
    ],
)
def test_a_quotient_is_read_as_a_product_where_that_is_exact_and_no_heading_says_otherwise(
    name: str, kind: str, expected: str
) -> None:
    random = Random("product")
    rows: list[Line] = []
    for _ in range(LINES):
        heads, each = random.randrange(11, 97), large(random)
        rows.append([heads * each, heads, each])
    view = view_of(rows, names=["", "", name])
    assert said(as_product(weigh(view, Ratio(2, (0, 1), kind), 0))) == expected


@pytest.mark.parametrize(("rough", "is_product"), [(0, True), (1, True), (2, False)])
def test_a_product_is_exact_in_nine_lines_of_ten(rough: int, is_product: bool) -> None:
    random = Random("product")
    rows: list[Line] = []
    for at in range(LINES):
        heads, each = random.randrange(11, 97), large(random)
        rows.append([heads * each + 5 * (at < rough), heads, each])
    claim = weigh(view_of(rows), PER_HEAD, 0)
    assert len(claim.held) == LINES
    assert (as_product(claim).pattern == AMOUNT) is is_product


@pytest.mark.parametrize("factor", [100, 1000])
def test_per_mille_costs_four_bits_more_to_name(factor: int) -> None:
    random = Random("mille")
    rows: list[Line] = []
    for _ in range(LINES):
        whole, share = 7_000_000 + 10 * large(random), large(random)
        part = share * whole // (100 * factor)
        rows.append([part * 100, whole * 100, (200 * part * factor + whole) // (2 * whole)])
    view = view_of(rows, one=100)
    (claim,) = (
        each for each in find_ratios(view) if each.pattern == Ratio(2, (0, 1), DIVISION, factor)
    )
    # one of three targets, three bits, and one and a half for a part two places away
    plain = naming(3) + 3 * BIT + 3 * BIT // 2
    assert claim.price == plain + 4 * BIT * (factor == 1000)
    assert claim.score >= LIKELY


def test_by_one_nothing_is_divided() -> None:
    rows: list[Line] = [[large(Random(str(at))), 1, 0] for at in range(LINES)]
    for row in rows:
        row[2] = row[0]
    assert find_ratios(view_of(rows)) == []
