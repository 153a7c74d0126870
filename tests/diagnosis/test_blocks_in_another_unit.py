"""A block in thousands, in millions or in ones: which cells are told, to the last place or not."""

from collections.abc import Callable
from fractions import Fraction
from random import Random

import pytest

from allokera.diagnosis.diagnose import diagnose
from allokera.diagnosis.mistakes.events import Event, Meant, _likeliest, find_events
from allokera.diagnosis.network import Network
from allokera.kronor.keying import Slip
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.ratios import Ratio
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import law_told
from allokera.relations.sheet.view import Cell
from diagnosis.tiny import Numbers, along_rows, network_of, summed

BLOCK = (4, 5, 6)


def drawn(least: int, most: int, step: int = 1, rows: int = 20) -> Numbers:
    random = Random(least)
    rows_ = [[random.randrange(least, most, step) for _ in range(2)] for _ in range(rows)]
    return [[*row, sum(row)] for row in rows_]


def with_block(rows: Numbers, to: Callable[[int], int], column: int = 0) -> Numbers:
    found = [list(row) for row in rows]
    for row in BLOCK:
        found[row][column] = to(rows[row][column])
    return found


def rounded(number: int, unit: int) -> int:
    return (2 * number + unit) // (2 * unit)


@pytest.mark.parametrize(
    ("slip", "to"),
    [
        (Slip.THOUSANDTH, lambda number: rounded(number, 10**3)),
        (Slip.MILLIONTH, lambda number: rounded(number, 10**6)),
        (Slip.THOUSANDFOLD, lambda number: number * 10**3),
        (Slip.MILLIONFOLD, lambda number: number * 10**6),
    ],
    ids=["thousands", "millions", "noughts", "more noughts"],
)
def test_a_block_is_brought_to_the_unit_of_the_rest(slip: Slip, to: Callable[[int], int]) -> None:
    right = drawn(200_000_000, 900_000_000)
    network = along_rows(with_block(right, to), Sum(3, (1, 2)))
    meant = tuple(((row, 1), Meant(right[row][0])) for row in BLOCK)
    assert find_events(network, network.failing) == [Event(slip, meant)]


@pytest.mark.parametrize("factor", [10, 100, 10_000, 100_000, 10**7])
def test_no_other_power_of_ten_is_a_unit(factor: int) -> None:
    right = drawn(200_000, 900_000)
    network = along_rows(with_block(right, lambda number: number * factor), Sum(3, (1, 2)))
    assert len(network.failing) == 3
    assert find_events(network, network.failing) == []


@pytest.mark.parametrize(
    ("number", "printed", "is_told"),
    [
        (444_500, 444, True),
        (444_500, 445, True),
        (444_499, 445, False),
        (444_501, 444, False),
        (444_501, 445, True),
    ],
)
def test_what_is_in_thousands_is_rounded_to_them(number: int, printed: int, is_told: bool) -> None:
    """Half a thousand either way, and no more."""
    right = drawn(200_000, 900_000)
    right[5] = [number, 300_000, number + 300_000]
    rows = with_block(right, lambda each: rounded(each, 1_000))
    rows[5][0] = printed
    network = along_rows(rows, Sum(3, (1, 2)))
    meant = tuple(((row, 1), Meant(right[row][0])) for row in BLOCK)
    assert find_events(network, network.failing) == ([Event(Slip.THOUSANDTH, meant)] * is_told)


def test_of_a_column_of_whole_thousands_such_numbers_are_meant() -> None:
    """Within rounding the sums leave a thousand more or less, and the block none of these."""
    right = drawn(200_000_000, 900_000_000, 1_000)
    rows = with_block(right, lambda number: number // 1_000)
    network = along_rows(rows, Sum(3, (1, 2)), is_exact=False)
    assert network.column(1).unit == 1_000
    meant = tuple(((row, 1), Meant(right[row][0])) for row in BLOCK)
    assert find_events(network, network.failing) == [Event(Slip.THOUSANDTH, meant)]


def test_two_cells_beside_each_other_are_a_block_and_one_is_none() -> None:
    right = drawn(200_000, 900_000)
    rows = with_block(right, lambda number: number * 1_000)
    rows[4][0] = right[4][0]
    network = along_rows(rows, Sum(3, (1, 2)))
    (found,) = find_events(network, network.failing)
    assert found.cells == {(5, 1), (6, 1)}
    rows[6][0] = right[6][0]
    network = along_rows(rows, Sum(3, (1, 2)))
    assert find_events(network, network.failing) == []


def likely(*numbers: int, odds: int) -> Callable[[Network, Cell, int], Fraction]:
    """Some numbers are so many times likelier than the others."""
    return lambda _, __, number: Fraction(odds if number in numbers else 1)


@pytest.mark.parametrize(
    ("numbers", "likelier", "expected"),
    [
        (range(700, 799), likely(750, odds=900), Meant(750, Fraction(900, 998))),
        (range(700, 799), likely(700, odds=900), Meant(700, Fraction(900, 998))),
        (range(700, 799), likely(798, odds=99), Meant(798, Fraction(99, 197))),
        (range(700, 799), likely(750, odds=98), None),
        (range(700, 799), likely(740, 750, odds=900), None),
        (range(700, 800), likely(750, odds=900), None),
        (range(0, 990, 10), likely(750, odds=900), Meant(750, Fraction(900, 998))),
        (range(700, 701), likely(odds=1), Meant(700)),
    ],
)
def test_a_number_is_told_that_is_likelier_than_all_others_together(
    numbers: range,
    likelier: Callable[[Network, Cell, int], Fraction],
    expected: Meant | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """By how exact sums are elsewhere; of a hundred numbers it is not asked."""
    monkeypatch.setattr(Network, "likelihood_of_exactness", likelier)
    network = along_rows(drawn(200_000, 900_000), Sum(3, (1, 2)))
    assert _likeliest(network, (0, 1), numbers) == expected


@pytest.mark.parametrize("lag", [1, -1])
def test_a_running_total_in_thousands_is_told_from_where_it_begins(lag: int) -> None:
    amounts = [row[0] for row in drawn(200_000, 900_000, rows=14)]
    right = [sum(amounts[: row + 1] if lag == 1 else amounts[row:]) for row in range(14)]
    rows = [
        [amount, rounded(total, 1_000) if row in BLOCK else total]
        for row, (amount, total) in enumerate(zip(amounts, right, strict=True))
    ]
    network = along_rows(rows, Sum(2, (1, 5)), lag=lag)
    meant = tuple(((row, 2), Meant(right[row])) for row in BLOCK)
    assert Event(Slip.THOUSANDTH, meant) in find_events(network, network.failing)
    (found,) = diagnose(network)
    assert all(found.is_sure([cell], each.number) for cell, each in meant)
    assert {*found.suspects[:3]} == {cell for cell, _ in meant}
    assert not found.is_likely(found.suspects[3:])


def test_of_two_rows_alike_either_may_be_in_ones() -> None:
    """One is a thousand times the other; their columns are off by what either has too much."""
    right = summed([[413, 211], [413_000, 211_000], [377, 815], [92, 614], [714, 303]])
    numbers = [list(row) for row in right]
    numbers[0] = list(numbers[1])
    network = network_of(numbers)
    found = find_events(network, network.failing)
    assert [each.slip for each in found] == [Slip.THOUSANDFOLD] * 2
    for event, row in zip(found, (0, 1), strict=True):
        changes = {(row, column): right[0][column - 1] for column in (1, 2, 3)}
        assert event.changes == changes
    assert not any(each.is_sure([cell]) for each in diagnose(network) for cell in each.suspects)


def heads(*, is_summed: bool) -> tuple[Network, Numbers]:
    """Kronor by inhabitants, of which a block is in thousands; perhaps with a sum of all."""
    random = Random("heads")
    rows = []
    for _ in range(20):
        people, each = random.randrange(20_000, 900_000), random.randrange(500, 5_000)
        rows.append([people * each + random.randrange(people), people])
    rows += [[sum(column) for column in zip(*rows, strict=True)]] if is_summed else []
    texts: list[list[object]] = [
        [total, rounded(people, 1_000) if row in BLOCK else people, rounded(total, people)]
        for row, (total, people) in enumerate(rows)
    ]
    network = along_rows(texts, Ratio(3, (1, 2)), is_exact=False)
    if not is_summed:
        return network, rows
    down = weigh(network.sheet.views()[1], Sum(20, tuple(range(20))), 0)
    return Network(network.sheet, [*network.laws, law_told(down)]), rows


def test_of_a_quotient_any_column_may_be_in_another_unit_and_none_is_sure() -> None:
    """Thousands of inhabitants, kronor with noughts too many, or kronor a head in thousands."""
    network, _ = heads(is_summed=False)
    found = [(each.slip, {column for _, column in each.cells}) for each in _of(network)]
    assert (Slip.THOUSANDTH, {2}) in found
    assert (Slip.THOUSANDFOLD, {1}) in found
    assert (Slip.THOUSANDTH, {3}) in found
    for each in diagnose(network):
        assert not any(each.is_sure([cell]) for cell in each.suspects)


def test_what_a_quotient_leaves_open_is_lost_and_a_sum_of_all_says_which_column_it_is() -> None:
    network, right = heads(is_summed=True)
    lost = tuple((row, 2) for row in BLOCK)
    assert Event(Slip.THOUSANDTH, (), lost) in _of(network)
    found = [each for each in diagnose(network) if each.usual]
    for cell in lost:
        (own,) = (each for each in found if cell in each.suspects)
        # the sum may be another one where numbers of it are lost, so that it is not quite sure
        assert own.is_likely([cell])
        assert own.event(cell) is Slip.THOUSANDTH
        assert own.value(cell) in {None, right[cell[0]][1]}
        assert not own.is_sure([cell], right[cell[0]][1])
    suspects = {cell for each in found for cell in each.suspects if each.is_likely([cell])}
    assert suspects == {*lost}


def _of(network: Network) -> list[Event]:
    return find_events(network, network.failing)
