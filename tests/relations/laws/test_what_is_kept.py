"""What headings state goes before what is found; what looks so is told once."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from allokera.relations.bits import BIT, LIKELY
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.families.sums import Sum
from allokera.relations.laws.discovery import SAMPLE, _found, _is_kept, _only_likely, _stated_first
from allokera.relations.laws.law import Law, law_told
from allokera.relations.sheet.view import View
from relations.grids import said, view_of

LINES = range(8)
VIEW = view_of([[100 + 10 * place + line for place in range(9)] for line in LINES])
DOWN = replace(VIEW, is_across=False)


def claim(
    target: int,
    *parts: int,
    held: Iterable[int] = LINES,
    off: Iterable[int] = (),
    view: View = VIEW,
    score: int = LIKELY,
) -> Claim:
    plain = weigh(view, Sum(target, parts), 0)
    return replace(plain, held=dict.fromkeys(held, BIT), off=frozenset(off), score=score)


@pytest.mark.parametrize(
    ("held", "off", "is_said"),
    [(range(4), range(4, 8), True), (range(3), range(3, 7), False), (range(8), (), True)],
)
def test_what_a_heading_states_is_a_law_where_half_of_the_lines_bear_it_out(
    held: Iterable[int], off: Iterable[int], is_said: bool
) -> None:
    stated, other = claim(3, 1, 2, held=held, off=off), claim(6, 4, 5)
    assert _stated_first([stated], [other]) == ([stated] * is_said, [other])


def test_what_is_found_as_well_is_taken_as_it_was_found() -> None:
    found, other = claim(3, 1, 2), claim(3, 1, 4)
    turned, unlike = claim(1, 2, 3), claim(3, 1, 2, 5)
    stated = claim(3, 1, 2, held=(), off=LINES)
    assert _stated_first([stated], [other, found]) == ([found], [other])
    assert _stated_first([stated], [other, turned, unlike]) == ([], [other, turned, unlike])
    # the parts are the same in whatever order
    assert _stated_first([claim(3, 2, 1)], [found]) == ([found], [])
    assert _stated_first([], [found]) == ([], [found])


def likely(claims: Iterable[Claim], *laws: Law) -> list[str]:
    return [said(each) for each in _only_likely(claims, laws)]


def test_what_looks_like_a_relation_is_told_once_and_not_of_what_a_law_gives() -> None:
    one, two = claim(3, 1, 2), claim(6, 4, 5)
    assert likely([one, two]) == ["3 = 1 + 2", "6 = 4 + 5"]
    assert likely([one, claim(1, 2, 3), two]) == ["3 = 1 + 2", "6 = 4 + 5"]
    assert likely([claim(3, 1, 2, score=LIKELY - 1)]) == []
    assert likely([replace(claim(3, 1, 2, score=LIKELY - 1), bonus=1)]) == ["3 = 1 + 2"]
    assert likely([replace(one, least=LIKELY + 1)]) == []
    # a law of the same target, or of the same positions turned around
    assert likely([one, two], law_told(claim(3, 7, 8))) == ["6 = 4 + 5"]
    assert likely([one, two], law_told(claim(1, 2, 3))) == ["6 = 4 + 5"]
    # down a sheet they are others
    down = claim(3, 1, 2, view=DOWN)
    assert likely([one, down]) == ["3 = 1 + 2", "down 3 = 1 + 2"]
    assert likely([down], law_told(one)) == ["down 3 = 1 + 2"]


def test_down_a_sheet_what_gives_a_sum_row_is_left_to_the_sum_rows() -> None:
    for view, target, expected in ((VIEW, 3, True), (DOWN, 3, False), (DOWN, 4, True)):
        assert _is_kept(claim(target, 1, 2, view=view), {3, 5}) is expected


@pytest.mark.parametrize(
    ("lines", "looked_at"), [(2 * SAMPLE, 2 * SAMPLE), (2 * SAMPLE + 1, 201), (900, 300)]
)
def test_in_a_long_sheet_some_lines_are_looked_at_and_all_are_held(
    lines: int, looked_at: int
) -> None:
    assert SAMPLE == 300
    view = view_of([[at + 1, 2 * at + 5, 3 * at + 6] for at in range(lines)])
    seen: list[int] = []

    def find(some: View) -> list[Claim]:
        seen.append(len(some.values))
        return [weigh(some, Sum(2, (0, 1)), 77)]

    (found,) = _found(view, find)
    assert seen == [looked_at]
    assert (len(found.held), found.price) == (lines, 77)
