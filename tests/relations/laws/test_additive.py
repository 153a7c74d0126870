"""Which columns a sum row ought to add up, that it misses: amounts, and no means or quotients."""

from random import Random

import pytest

from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.families.sums import Sum
from allokera.relations.laws.additive import Additive
from allokera.relations.sheet.view import View
from relations.grids import large, laws_in, standing, view_of

PARTS = [10_003, 20_001, 34_777]
RIGHT, WRONG = [*PARTS, 64_781], [*PARTS, 5]


def claims_of(view: View, *patterns: Sum) -> list[Claim]:
    return [weigh(view, pattern, 0) for pattern in patterns]


def ought(*blocks: list[int]) -> bool:
    """Whether a column whose first block does not add up ought to, by the others in it."""
    view = view_of([[number for block in blocks for number in block]])
    width = len(blocks[0])
    starts = range(0, width * len(blocks), width)
    patterns = (Sum(at + width - 1, tuple(range(at, at + width - 1))) for at in starts)
    claims = claims_of(view, *patterns)
    return Additive(claims=claims).rule()(claims[0], 0)


@pytest.mark.parametrize(
    ("total", "others", "is_stated", "expected"),
    [
        (90_000, 3, False, True),
        (90_000, 2, False, True),
        (90_000, 1, False, True),
        (90_000, 0, False, False),
        (90_000, 0, True, True),
        (50_000, 3, False, True),
        (30_005, 3, False, True),
        (30_004, 3, False, False),
        (21_310, 3, False, False),
        (21_310, 3, True, False),
        (-90_000, 3, False, True),
    ],
)
def test_a_column_that_one_sum_row_misses_ought_to_add_up_where_the_other_columns_do(
    total: int, others: int, is_stated: bool, expected: bool
) -> None:
    """It holds more than any two parts, were one of them left out: 10 003 and 20 001."""
    view = view_of([[*PARTS, total], *[RIGHT] * others])
    (claim,) = claims_of(view, Sum(3, (0, 1, 2)))
    assert Additive(claims=[claim]).rule(is_stated=is_stated)(claim, 0) is expected
    assert Additive(claims=[claim], quotients={0}).rule(is_stated=is_stated)(claim, 0) is False


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ({0, 1, 2}, True),  # both others add up
        ({0, 1, 3}, False),  # one does not
        ({1, 2}, False),  # it is none of them
    ],
)
def test_a_column_that_is_added_to_others_ought_to_add_up_where_all_of_them_do(
    added: set[int], expected: bool
) -> None:
    view = view_of([WRONG, RIGHT, RIGHT, [*PARTS, 7]])
    (claim,) = claims_of(view, Sum(3, (0, 1, 2)))
    assert sorted(claim.off) == [0, 3]
    assert Additive(claims=[claim], added=[frozenset(added)]).rule()(claim, 0) is expected
    assert not Additive(claims=[claim], quotients={0}, added=[frozenset(added)]).rule()(claim, 0)


def test_a_column_ought_to_add_up_where_most_other_sum_rows_add_it_up() -> None:
    small = [1, 2, 3, 6]
    assert ought([*small[:3], 1_000], small, small)
    assert not ought([*small[:3], 1_000], small)
    assert not ought([*small[:3], 1_000], small, small, [*small[:3], 90])


def test_what_other_sum_rows_tell_outweighs_as_many_mistakes() -> None:
    """Each tells 16 bits; each that is wrong takes eight, and which of all they are."""
    assert ought(WRONG, RIGHT)
    assert not ought(WRONG, RIGHT, [*PARTS, 7])
    assert ought(WRONG, RIGHT, RIGHT, [*PARTS, 7])
    assert ought(WRONG, RIGHT, RIGHT, WRONG, WRONG)
    assert not ought(WRONG, RIGHT, RIGHT, WRONG, WRONG, WRONG)


@pytest.mark.parametrize(("part", "expected"), [(255, False), (257, True)])
def test_so_many_bits_are_eight_and_the_choice(part: int, expected: bool) -> None:
    """Another sum of log2(2 * part + 1) bits, less one: it is one of two."""
    assert ought([part, 60_001, 5], [part, 60_001, part + 60_001]) is expected


@pytest.mark.parametrize(("more", "expected"), [(890, False), (900, True), (-900, True)])
def test_two_sum_rows_that_one_number_would_mend_hold_one_mistake(
    more: int, expected: bool
) -> None:
    """A part of the total of all is off from its own parts: by log2(2 * more / 7) bits."""
    parts = [203, 401, 599, 1_203 + more]
    view = view_of([[*parts, 7_411, 8_614]])
    sums = Sum(3, (0, 1, 2)), Sum(5, (3, 4))
    claims = claims_of(view, *sums)
    rule = Additive(claims=claims).rule()
    assert [rule(claim, 0) for claim in claims] == [expected] * 2
    # by another number they are two
    other = view_of([[*parts, 7_411 + more // 2, 8_614]])
    claims = claims_of(other, *sums)
    assert not Additive(claims=claims).rule()(claims[0], 0)


@pytest.mark.parametrize(("first", "second", "expected"), [(1, 1, True), (1, -1, False)])
def test_a_part_of_two_sum_rows_is_too_large_for_both(
    first: int, second: int, expected: bool
) -> None:
    """One is 900 more than its parts, and one as much less: no number of theirs mends both."""
    numbers = [203, 7_411, 599, 203 + 7_411 + 900 * first, 7_411 + 599 + 900 * second]
    claims = claims_of(view_of([numbers]), Sum(3, (0, 1)), Sum(4, (1, 2)))
    rule = Additive(claims=claims).rule()
    assert [rule(claim, 0) for claim in claims] == [expected] * 2


def test_two_sum_rows_that_share_no_number_hold_two() -> None:
    parts = [203, 401, 599, 1_203 + 7_777]
    assert not ought(parts, parts)


@pytest.mark.parametrize(
    ("total", "expected"),
    [
        (7_298, False),
        (7_143, True),  # a digit lost: of five one, and of four numbers one
        (21_439, False),  # a digit replaced is one of 45
        (16_063, True),  # a sign changed
        (-71_439, True),
    ],
)
def test_that_one_slip_mends_it_outweighs_a_mistake_if_it_tells_enough(
    total: int, expected: bool
) -> None:
    assert ought([12_345, 27_688, 31_406, total]) is expected


@pytest.mark.parametrize(("count", "expected"), [(9, True), (10, False), (11, True)])
def test_the_mean_of_ten_is_no_slip_of_their_sum(count: int, expected: bool) -> None:
    parts = [10_003] * (count - 1) + [9_970]
    assert ought([*parts, sum(parts) // 10]) is expected


def test_of_what_is_off_all_over_nothing_is_asked() -> None:
    assert not ought(*[WRONG] * 8)


def test_where_a_part_is_not_printed_a_column_need_not_add_up() -> None:
    view = view_of([[10_003, None, 34_777, 90_000], *[RIGHT] * 3])
    (claim,) = claims_of(view, Sum(3, (0, 1, 2)))
    assert Additive(claims=[claim]).rule()(claim, 0) is False


@pytest.mark.parametrize("is_added", [True, False])
def test_sums_across_tell_which_columns_add_up(is_added: bool) -> None:
    """Applications, granted and refused, of nine; in one a part and the total stand exchanged."""
    random = Random("applications")
    parts = [[random.randrange(10, 90) for _ in range(9)] for _ in range(2)]
    rows = [[a + b for a, b in zip(*parts, strict=True)], *parts]
    rows += [[large(random) for _ in range(9)] for _ in range(3)]
    for row in rows:
        row.append(sum(row) if is_added else large(random))
    rows[0][9] = rows[1][9] + rows[2][9]
    rows[0][4], rows[1][4] = rows[1][4], rows[0][4]
    found = laws_in([[str(cell) for cell in row] for row in rows])
    assert ("9 = 0 + 1 + 2 + 3 + 4 + 5 + 6 + 7 + 8" in found) is is_added
    assert standing(found["down 0 = 1 + 2"]).broken == ((4,) if is_added else ())


@pytest.mark.parametrize("column", [0, 2])
def test_quotients_need_not_add_up_where_sums_do(column: int) -> None:
    """Two amounts, and one per the other: the row below adds up what can be added up."""
    random = Random("per head")
    rows = [[0, large(random), 10 + random.randrange(90)] for _ in range(8)]
    for row in rows:
        row[0] = row[1] * row[2]
    last = [sum(row[at] for row in rows) for at in range(3)]
    last[1] = last[0] // last[2] if column else last[1]
    grid = [[str(cell) for cell in row] for row in (*rows, last)]
    downs = {name: law for name, law in laws_in(grid).items() if name.startswith("down")}
    assert all(not standing(law).broken for law in downs.values())
