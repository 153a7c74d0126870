"""Which quotients are weighed: how many lines must show them, and within which rounding."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from allokera.relations.bits import LIKELY
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.ratios import PRODUCT, Ratio
from allokera.relations.search.ratios import (
    _oriented,
    _patterns,
    as_product,
    find_ratios,
)
from relations.grids import large, view_of
from relations.search.strangers import Line

PER_HEAD = Ratio(2, (0, 1))


def amounts(lines: int) -> list[Line]:
    """Amounts, heads, and amounts a head."""
    random = Random("amounts")
    rows: list[Line] = []
    for _ in range(lines):
        heads, each = large(random), large(random)
        rows.append([heads * each, heads, each])
    return rows


def are_found(rows: Sequence[Line]) -> bool:
    return any({claim.target, *claim.parts} == {0, 1, 2} for claim in find_ratios(view_of(rows)))


def test_a_quotient_shows_in_three_lines_or_in_half_of_fewer_than_six() -> None:
    for lines, shown, is_found in (
        (9, 3, True),
        (9, 2, False),
        (7, 3, True),
        (7, 2, False),
        (6, 3, True),
        (6, 2, False),
        (4, 2, True),
        (4, 1, False),
        (3, 1, True),
        (2, 1, True),
    ):
        rows = amounts(lines)
        rows[shown:] = [[None, *line[1:]] for line in rows[shown:]]
        assert are_found(rows) is is_found


def test_a_quotient_is_off_in_half_as_many_lines_as_it_holds_in_at_most() -> None:
    for lines, off, is_found in ((6, 2, True), (7, 3, False), (9, 3, True), (9, 4, False)):
        rows = amounts(lines)
        rows[lines - off :] = [[*line[:2], 7 + at] for at, line in enumerate(rows[lines - off :])]
        assert are_found(rows) is is_found


def test_quotients_reach_24_of_forty_positions_twelve_of_more_and_none_of_more_than_120() -> None:
    """In three lines that hold nothing else; a fourth says that all positions are used."""
    for width, apart, is_found in (
        (40, 24, True),
        (40, 25, False),
        (41, 12, True),
        (41, 13, False),
        (120, 12, True),
        (121, 12, False),
    ):
        rows: list[Line] = [[1] * width]
        for amount, heads, each in amounts(3):
            row: Line = [None] * width
            row[0], row[apart - 1], row[apart] = each, amount, heads
            rows.append(row)
        claims = find_ratios(view_of(rows))
        places = {claim.places | {claim.target} for claim in claims}
        assert places == ({frozenset({0, apart - 1, apart})} if is_found else set())


def found(line: Line, units: Sequence[int], pattern: Ratio, reach: int = 9) -> bool:
    view = replace(view_of([line]), units=[units])
    return pattern in _patterns(view, 0, range(len(line)), reach)


def test_a_quotient_is_found_within_the_rounding_of_all_three() -> None:
    """Seven hundred by a hundred is seven: a unit of seven is a hundred of the first number.

    Half of each: what is off by two more is not weighed.
    """
    for units, reach in (
        ((1, 1, 1), (100 + 7 + 1) // 2),
        ((20, 1, 1), (100 + 7 + 20) // 2),
        ((1, 10, 1), (100 + 70 + 1) // 2),
        ((1, 1, 3), (300 + 7 + 1) // 2),
        ((60, 10, 3), (300 + 70 + 60) // 2),
    ):
        for off, is_found in ((reach, True), (-reach, True), (reach + 3, False)):
            assert found([700 + off, 100, 7], units, PER_HEAD) is is_found
        assert not found([700 - reach - 3, 100, 7], units, PER_HEAD)


def test_a_numerator_is_found_by_its_own_rounding_among_finer_numbers() -> None:
    """A hundred and eighty off, in hundreds, by hundreds more."""
    line: Line = [880, 100, 7, 699, 720, 5_000]
    units = (300, 1, 1, 1, 1, 1)
    assert found(line, units, PER_HEAD)
    assert found(line, units, Ratio(2, (3, 1)))
    assert not found(line, (1, 1, 1, 1, 1, 1), PER_HEAD)


def test_numbers_stand_within_reach_of_a_target_that_is_no_first() -> None:
    line: Line = [700, 100, None, None, None, 7]
    for reach, is_found in ((5, True), (4, False)):
        assert found(line, [1] * 6, Ratio(5, (0, 1)), reach) is is_found


def test_a_number_of_the_other_sign_is_no_numerator() -> None:
    assert found([-700, 100, -7], (1, 1, 1), PER_HEAD)
    assert not found([700, 100, -7], (1, 1, 1), PER_HEAD)
    assert not found([-700, 100, 7], (1, 1, 1), PER_HEAD)
    assert not found([-700, -100, -7], (1, 1, 1), PER_HEAD)


def test_three_weak_quotients_of_one_shape_are_found_and_one_is_not() -> None:
    """Of nine positions, in two lines: each alone is worth less than six bits."""
    whole: Line = [631, 19, 33, 1_055, 23, 46, 1_613, 31, 52]
    rows: list[Line] = [whole, [925, 29, 32, 1_121, 13, 86, 1_443, 17, 85]]
    stranger: list[Line] = [[*line[:6], 7_777, 311, 2] for line in rows]
    together = find_ratios(view_of(rows))
    assert {claim.target for claim in together} == {2, 5, 8}
    assert all(0 < claim.score < LIKELY for claim in together)
    assert find_ratios(view_of(stranger)) == []


def test_a_target_is_finer_than_both_its_parts() -> None:
    """Of whole amounts and heads in hundredths an amount a head in hundredths is not finer."""
    held = dict.fromkeys(range(8), 1)
    for heads, target in ((1_100, 2), (1_101, 0)):
        view = view_of([[70_000 + 100 * at, heads, 1_301 + at] for at in range(8)], one=100)
        pool = [
            replace(weigh(view, pattern, 0), held=held, tight=0, off=frozenset())
            for pattern in (PER_HEAD, Ratio(0, (2, 1), PRODUCT))
        ]
        assert [claim.target for claim in _oriented(pool)] == [target]


def test_a_product_is_exact_in_nine_lines_of_ten_of_twenty() -> None:
    for rough, kind in ((2, "product"), (3, "division")):
        rows = amounts(20)
        rows[:rough] = [[(line[0] or 0) + 5, *line[1:]] for line in rows[:rough]]
        assert as_product(weigh(view_of(rows), PER_HEAD, 0)).pattern.operator == kind


def test_where_heads_are_nought_a_product_may_be_off_in_one_line_more() -> None:
    """What is by nought is no quotient, and says nothing; as a product it should be nothing."""
    for off, kind in ((1, "product"), (2, "division")):
        rows = amounts(20)
        rows += [[9_000 + at, 0, 0] for at in range(off)]
        claim = weigh(view_of(rows), PER_HEAD, 0)
        assert claim.off == frozenset()
        assert as_product(claim).pattern.operator == kind
