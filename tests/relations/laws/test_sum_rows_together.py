"""Which sums are sum rows: laws, what is one law together, and what stands as these do."""

from collections.abc import Collection
from dataclasses import replace

from allokera.relations.bits import BIT, LAW
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.families.sums import Sum
from allokera.relations.laws.sum_rows import _presumed, sum_rows
from relations.grids import view_of

Line = list[int | None]

ALL = frozenset(range(4))
VIEW = view_of([[1] * 30] * 4)


def standing(
    target: int,
    *,
    score: int = 10 * BIT,
    lines: Collection[int] = ALL,
    is_near: bool = True,
    is_above: bool = False,
) -> Claim:
    """A sum of two beside it, said to hold in some lines and to be worth so much."""
    parts = (target + 1, target + 2) if is_above else (target - 2, target - 1)
    claim = weigh(VIEW, Sum(target, parts), 0)
    return replace(
        claim, held=dict.fromkeys(lines, BIT), score=score, is_near=is_near, off=frozenset()
    )


THREE = [standing(2), standing(5), standing(8)]


def targets(*claims: Claim) -> list[int]:
    return [claim.target for claim in sum_rows(claims)]


def test_three_that_are_one_law_are_sum_rows_and_two_are_none() -> None:
    assert targets(*THREE) == [2, 5, 8]
    assert targets(*THREE[:2]) == []
    assert targets(standing(2, score=LAW)) == [2]
    assert targets(standing(2, score=LAW - 1)) == []


def test_what_stands_as_they_do_is_a_sum_row_where_it_holds_in_some_of_their_lines() -> None:
    """It is near, worth something, on the same side of its parts, and in no other line."""
    for other, is_one in (
        (standing(20, lines={0, 2}, score=1), True),
        (standing(20, lines={0, 2}, score=0), False),
        (standing(20, lines={0, 2}, is_near=False), False),
        (standing(20, lines={0, 2}, is_above=True), False),
        (standing(20, lines={0, 4}), False),
    ):
        assert targets(*THREE, other) == [2, 5, 8, *[20] * is_one]
    above = [standing(target, is_above=True) for target in (0, 3, 6)]
    assert targets(*above, standing(20, lines={1}, is_above=True)) == [0, 3, 6, 20]
    assert targets(*above, standing(20, lines={1})) == [0, 3, 6]


def presumed(row: Line, *totals: int, others: Collection[Sum] = ()) -> list[Sum]:
    """What is presumed of a row, where some sums of two before them have theirs."""
    view = view_of([row])
    blocks = [weigh(view, Sum(target, (target - 2, target - 1)), 0) for target in totals]
    more = [weigh(view, pattern, 0) for pattern in others]
    found = [claim.pattern for claim in _presumed(blocks, [*blocks, *more])]
    return [pattern for pattern in found if isinstance(pattern, Sum)]


RIGHT: Line = [1, 1, 2] * 6
WRONG: Line = [*RIGHT[:8], 9, *RIGHT[9:]]
THIRD = Sum(8, (6, 7))


def test_a_block_between_two_others_that_does_not_add_up_is_presumed_to() -> None:
    assert presumed(WRONG, 2, 5, 11, 14, 17) == [THIRD]
    assert presumed(WRONG, 5, 11, 14) == [THIRD]
    # two that have their sums are too few
    assert presumed(WRONG, 5, 11) == []
    # what adds up was found, or is not meant
    assert presumed(RIGHT, 2, 5, 11, 14, 17) == []
    # nobody knows where the one ends and the other begins
    assert presumed([*WRONG[:11], 9, *WRONG[12:]], 2, 5, 14, 17) == [Sum(11, (6, 7, 8, 9, 10))]


def test_a_row_that_others_give_is_no_part_of_a_block_that_is_presumed() -> None:
    assert presumed(WRONG, 2, 5, 11, 14, 17, others=[Sum(7, (6,))]) == []
    # what is a total of two sum rows is left out of the block, what is of one is none of these
    total: Line = [*WRONG[:9], 5, *WRONG[9:]]
    for parts, expected in (((2, 5), [THIRD]), ((2, 4), [])):
        found = presumed(total, 2, 5, 12, 15, 18, others=[Sum(9, parts)])
        assert found == expected
