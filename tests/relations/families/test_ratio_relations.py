"""Quotients, changes and products: which is found, and what a row that is off is called."""

from fractions import Fraction
from random import Random

import pytest

from allokera.relations.evidence.pattern import Measure
from allokera.relations.families.ratios import CHANGE, DIVISION, PRODUCT, Ratio, grain
from relations.grids import (
    Row,
    Standing,
    large,
    laws_in,
    made,
    sheet_of,
    standing,
    to_places,
    with_cell,
)

ROWS = 12
Cells = list[int | str]


def per_head(random: Random) -> Cells:
    amount, heads = large(random) * 100 + random.randrange(100), large(random)
    return [amount, heads, to_places(Fraction(amount, heads), 2)]


def per_head_first(random: Random) -> Cells:
    return per_head(random)[::-1]


def per_cent(random: Random) -> Cells:
    whole = large(random)
    part = random.randrange(1000, whole)
    return [part, whole, to_places(Fraction(100 * part, whole), 1)]


def per_head_of_rounded(random: Random) -> Cells:
    amount, heads = 30 * large(random), large(random)
    shown = to_places(Fraction(amount, heads), 2)
    return [to_places(Fraction(amount, 10), 0), to_places(Fraction(heads, 10), 0), shown]


def per_mille(random: Random) -> Cells:
    whole = 10 * large(random)
    part = random.randrange(100, whole // 20)
    return [part, whole, to_places(Fraction(1000 * part, whole), 2)]


def risen(random: Random) -> tuple[int, int]:
    before, after = sorted((large(random), large(random)))
    return before, after


def change(random: Random) -> Cells:
    before, after = risen(random)
    return [before, after, to_places(Fraction(after - before, before), 4)]


def change_in_per_cent(random: Random) -> Cells:
    before, after = risen(random)
    return [before, after, to_places(Fraction(100 * (after - before), before), 2)]


def fall_in_per_cent(random: Random) -> Cells:
    after, before = risen(random)
    return [before, after, f"-{to_places(Fraction(100 * (before - after), before), 2)}"]


def product(random: Random) -> Cells:
    count, price = (random.randrange(100, 1000) for _ in range(2))
    return [count, price, count * price]


def product_of_a_price(random: Random) -> Cells:
    count, price = random.randrange(100, 1000), large(random)
    shown = (to_places(Fraction(each, 100), 2) for each in (price, count * price))
    return [count, *shown]


def product_by_per_cent(random: Random) -> Cells:
    whole, rate = large(random), random.randrange(100, 1000)
    return [whole, to_places(Fraction(rate, 10), 1), to_places(Fraction(whole * rate, 1000), 0)]


FOUND: dict[Row, tuple[str, str]] = {
    per_head: ("2 = 0 / 1", DIVISION),
    per_head_first: ("0 = 2 / 1", DIVISION),
    per_cent: ("2 = 0 / 1 * 100", DIVISION),
    per_head_of_rounded: ("2 = 0 / 1", DIVISION),
    per_mille: ("2 = 0 / 1 * 1000", DIVISION),
    change: ("2 = (1 - 0) / 0", CHANGE),
    change_in_per_cent: ("2 = (1 - 0) / 0 * 100", CHANGE),
    fall_in_per_cent: ("2 = (1 - 0) / 0 * 100", CHANGE),
    product: ("2 = 0 * 1", PRODUCT),
    product_of_a_price: ("2 = 0 * 1", PRODUCT),
    product_by_per_cent: ("2 = 1 * 0 * 100", PRODUCT),
}


@pytest.mark.parametrize("seed", ["a", "b", "c"])
@pytest.mark.parametrize("row", FOUND, ids=lambda row: row.__name__)
def test_a_quotient_is_found_alone_and_every_row_agrees(row: Row, seed: str) -> None:
    laws = laws_in(made(seed, ROWS, row))
    name, operator = FOUND[row]
    assert list(laws) == [name]
    assert laws[name].claim.pattern.operator == operator
    assert standing(laws[name]) == Standing(ROWS)


@pytest.mark.parametrize("row", [per_head, per_cent, change_in_per_cent])
def test_one_quotient_of_twelve_that_is_wrong_is_broken(row: Row) -> None:
    grid = with_cell(made("wrong", ROWS, row), 4, 2, lambda cell: f"9{cell}")
    laws = laws_in(grid)
    assert list(laws) == [FOUND[row][0]]
    assert standing(laws[FOUND[row][0]]) == Standing(ROWS - 1, broken=(4,))


def test_a_heading_keeps_a_quotient_from_being_read_as_a_product() -> None:
    def row(random: Random) -> Cells:
        count, price = random.randrange(100, 1000), random.randrange(100, 1000)
        return [count * price, count, price]

    grid = made("read", ROWS, row)
    assert list(laws_in(grid)) == ["0 = 1 * 2"]
    assert list(laws_in(grid, ["cost", "heads", "cost per head"])) == ["2 = 0 / 1"]


def test_a_table_of_shares_of_the_same_whole_is_found_at_every_target() -> None:
    def row(random: Random) -> Cells:
        whole = 10 * large(random)
        parts = [random.randrange(1000, 100_000) for _ in range(3)]
        return [whole, *parts, *(to_places(Fraction(100 * each, whole), 1) for each in parts)]

    laws = laws_in(made("shares", ROWS, row))
    assert sorted(laws) == ["4 = 1 / 0 * 100", "5 = 2 / 0 * 100", "6 = 3 / 0 * 100"]


@pytest.mark.parametrize(
    ("kind", "factor", "expected"),
    [
        (DIVISION, 1, Fraction(3, 2)),
        (DIVISION, 100, Fraction(150)),
        (CHANGE, 1, Fraction(-1, 3)),
        (CHANGE, 100, Fraction(-100, 3)),
        (PRODUCT, 1, Fraction(60_000)),
        (PRODUCT, 100, Fraction(600)),
    ],
)
def test_a_quotient_expects_what_arithmetic_gives(
    kind: str, factor: int, expected: Fraction
) -> None:
    across, _ = sheet_of([["300", "200", "1,25"]]).views()
    assert Ratio(2, (0, 1), kind, factor).expected(across, 0) == expected * across.one


@pytest.mark.parametrize("kind", [DIVISION, CHANGE])
def test_a_quotient_by_nothing_expects_nothing_and_is_off_unless_it_is_nought(kind: str) -> None:
    across, _ = sheet_of([["0", "0", "0"], ["0", "0", "7"]]).views()
    pattern = Ratio(2, (0, 1), kind)
    for line, is_silent in enumerate((True, False)):
        measured = pattern.measure(across, line)
        assert measured is not None
        assert measured == Measure(1, 0, 0, 0, is_silent=is_silent)
        assert not measured.holds
        assert pattern.expected(across, line) is None


@pytest.mark.parametrize(
    ("value", "one", "expected"),
    [(0, 100, 100), (7, 100, 1), (70, 100, 10), (700, 100, 100), (7000, 100, 100), (1234, 1, 1)],
)
def test_the_grain_of_a_number_is_its_last_power_of_ten_up_to_one(
    value: int, one: int, expected: int
) -> None:
    assert grain(value, one) == expected
