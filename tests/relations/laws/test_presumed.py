"""Sum rows together: which columns they ought to add up, and which block's sum is presumed."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.families.sums import Sum
from allokera.relations.laws.sum_rows import ought_down, sum_rows
from allokera.relations.search.sums import find_sums
from allokera.relations.sheet.view import View
from relations.grids import large, laws_in, standing, view_of

Line = list[int | None]


def piled(blocks: int, wrong: Sequence[int] = (), *, grand: bool = False) -> View:
    """Blocks of rows and their sums one above another, seen down; some sums are wrong."""
    random, line, whole = Random("piled"), Line(), 0
    for at in range(blocks):
        parts = [large(random) for _ in range(4)]
        total = sum(parts) + 7_000 * (at in wrong)
        line += [*parts, total]
        whole += total
    return replace(view_of([[*line, whole] if grand else line]), is_across=False)


def sums_of(view: View) -> dict[int, tuple[int, ...]]:
    return {claim.target: claim.parts for claim in sum_rows(find_sums(view))}


def block(at: int) -> tuple[int, tuple[int, ...]]:
    return 5 * at + 4, tuple(range(5 * at, 5 * at + 4))


@pytest.mark.parametrize(
    ("blocks", "wrong", "presumed"),
    [(5, (2,), (2,)), (5, (0,), (0,)), (5, (4,), ()), (4, (1,), (1,)), (3, (1,), ())],
)
def test_a_block_between_three_that_have_their_sums_has_its_own_presumed(
    blocks: int, wrong: Sequence[int], presumed: Sequence[int]
) -> None:
    found = sums_of(piled(blocks, wrong))
    right = [at for at in range(blocks) if at not in wrong]
    expected = dict(block(at) for at in sorted([*right, *presumed]))
    assert found == (expected if blocks - len(wrong) > 2 else {})


def test_so_it_is_where_sums_stand_above_their_blocks() -> None:
    view = piled(5, (2,))
    turned = replace(view, values=[line[::-1] for line in view.values])
    expected = {24 - target: parts for target, parts in map(block, range(5))}
    found = sums_of(turned)
    assert {at: tuple(sorted(24 - part for part in parts)) for at, parts in found.items()} == (
        expected
    )


@pytest.mark.parametrize("name", ["Summa", "Kommun"])
def test_the_last_block_has_its_sum_presumed_where_a_total_of_all_stands_below(name: str) -> None:
    view = piled(5, (4,), grand=True)
    found = sums_of(replace(view, names=[*[""] * 25, name]))
    assert found.get(24) == ((20, 21, 22, 23) if name == "Summa" else None)


def test_where_two_blocks_side_by_side_do_not_add_up_nothing_is_presumed() -> None:
    """Nobody knows where one ends: nine rows before the last are no block of theirs alone."""
    found = sums_of(piled(6, (2, 3)))
    assert {4, 9, 24, 29} <= set(found)
    assert found.get(19) in {None, tuple(range(10, 19))}
    assert 14 not in found


def claims_of(view: View, *patterns: Sum) -> list[Claim]:
    return [weigh(view, pattern, 0) for pattern in patterns]


TWO = (Sum(3, (0, 1, 2)), Sum(7, (4, 5, 6)))


def lines_of(*totals: tuple[int, int]) -> View:
    """Columns of two blocks of three rows, 60 000 each, and what stands in the sum rows."""
    parts = [10_003, 20_001, 29_996]
    return view_of([[*parts, one, *parts, other] for one, other in totals])


RIGHT = (60_000, 60_000)


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
        (21_300, 3, False, False),
        (21_300, 3, True, False),
        (-90_000, 3, False, True),
        # one digit replaced, or lost
        (20_000, 3, False, True),
        (6_000, 3, True, True),
    ],
)
def test_a_column_that_one_sum_row_misses_ought_to_add_up_where_the_others_do(
    total: int, others: int, is_stated: bool, expected: bool
) -> None:
    """It holds more than any two parts, were one of them left out: 10 003 and 20 001; or a slip."""
    view = lines_of((total, 0), *[RIGHT] * others)
    (claim,) = claims_of(view, TWO[0])
    ought = ought_down([claim], (), is_stated=is_stated)
    assert ought(claim, 0) is expected
    assert ought_down([claim], {0}, is_stated=is_stated)(claim, 0) is False


@pytest.mark.parametrize(("count", "expected"), [(9, True), (10, False), (11, True)])
def test_the_mean_of_ten_is_no_slip_of_their_sum(count: int, expected: bool) -> None:
    parts = [10_003] * (count - 1) + [9_970]
    total = sum(parts)
    view = view_of([[*parts, total // 10], *[[*parts, total]] * 3])
    (claim,) = claims_of(view, Sum(count, tuple(range(count))))
    assert ought_down([claim], ())(claim, 0) is expected


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
    view = lines_of((5, 0), (60_000, 0), (60_000, 0), (7, 0))
    (claim,) = claims_of(view, TWO[0])
    assert sorted(claim.off) == [0, 3]
    assert ought_down([claim], (), [frozenset(added)])(claim, 0) is expected
    assert not ought_down([claim], {0}, [frozenset(added)])(claim, 0)


def test_a_column_that_two_other_sum_rows_add_up_ought_to_be_added_up() -> None:
    parts = [10_003, 20_001, 29_996]
    right, wrong = [*parts, 60_000], [*parts, 5]
    patterns = [Sum(4 * at + 3, (4 * at, 4 * at + 1, 4 * at + 2)) for at in range(6)]

    def ought(*blocks: list[int]) -> bool:
        view = view_of([[number for block in blocks for number in block]])
        claims = claims_of(view, *patterns[: len(blocks)])
        return ought_down(claims, ())(claims[0], 0)

    assert ought(wrong, right, right)
    assert not ought(wrong, right)
    # and where half do that are a law by themselves: twice 16 bits, and not once
    assert ought(wrong, right, right, [*parts, 7])
    assert ought(wrong, right, right, wrong, wrong)
    assert not ought(wrong, right, [*parts, 7])
    assert not ought(wrong, right, right, wrong, wrong, wrong)


@pytest.mark.parametrize(("part", "expected"), [(1_259, False), (1_260, True)])
def test_what_is_a_law_of_one_column_is_told_in_bits(part: int, expected: bool) -> None:
    """Two sums of log2(2 * part + 1) bits each, less log2(6), which two of four they are."""
    right, wrong = [part, 60_001, part + 60_001], [part, 60_001, 5]
    view = view_of([[*wrong, *right, part, 70_001, part + 70_001, *wrong, *wrong]])
    patterns = [Sum(3 * at + 2, (3 * at, 3 * at + 1)) for at in range(5)]
    claims = claims_of(view, *patterns)
    assert ought_down(claims, ())(claims[0], 0) is expected


def test_where_a_part_is_not_printed_a_column_need_not_add_up() -> None:
    view = view_of([[10_003, None, 29_996, 90_000], *[[10_003, 20_001, 29_996, 60_000]] * 3])
    (claim,) = claims_of(view, Sum(3, (0, 1, 2)))
    assert ought_down([claim], ())(claim, 0) is False


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
