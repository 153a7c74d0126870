"""Sum rows together: which block's sum is presumed."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from allokera.relations.laws.sum_rows import sum_rows
from allokera.relations.search.sums import find_sums
from allokera.relations.sheet.view import View
from relations.grids import large, view_of

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
