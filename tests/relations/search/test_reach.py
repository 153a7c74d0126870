"""How far each search looks: what stands just near enough is found, one position further not."""

import pytest

from allokera.relations.families.sums import Sum
from allokera.relations.search.constants import find_constants
from allokera.relations.search.fitted import find_fitted
from allokera.relations.search.means import find_means
from allokera.relations.search.pairs import find_balances, find_running, pairs
from allokera.relations.search.ratios import find_ratios
from allokera.relations.search.runs import runs
from allokera.relations.search.subsets import subsets
from allokera.relations.search.sums import find_sums
from relations.grids import said, view_of
from relations.search.strangers import Change, Line, adding, names, number, strangers


@pytest.mark.parametrize(
    ("width", "parts", "target", "is_found"),
    [
        (36, (0, 34), 35, True),
        (37, (0, 11), 5, True),
        (37, (0, 12), 5, False),
        (37, (12, 14), 0, True),
        (37, (13, 15), 0, False),
        (37, (0, 2), 23, True),
        (37, (0, 2), 24, False),
    ],
)
def test_sums_of_two_reach_twelve_places_where_there_are_more_than_36(
    width: int, parts: tuple[int, int], target: int, is_found: bool
) -> None:
    view = strangers(width, adding(target, parts))
    wanted = f"{target} = {parts[0]} + {parts[1]}"
    assert (wanted in names(pairs(view, view.used))) is is_found


def test_a_sum_of_two_costs_more_to_name_the_further_its_parts_stand() -> None:
    prices = []
    for parts in ((1, 2), (2, 3), (3, 4), (6, 7)):
        view = strangers(8, adding(0, parts))
        claims = {said(claim): claim for claim in pairs(view, view.used)}
        claim = claims[f"0 = {parts[0]} + {parts[1]}"]
        assert claim.is_near is (parts == (1, 2))
        prices.append(claim.price)
    assert prices == sorted(set(prices))


@pytest.mark.parametrize("lag", [1, -1])
@pytest.mark.parametrize(
    ("lines", "width", "is_found"), [(4, 3, False), (5, 3, True), (8, 16, True), (8, 17, False)]
)
def test_running_totals_need_five_lines_and_at_most_16_positions(
    lines: int, width: int, is_found: bool, lag: int
) -> None:
    before: list[int] = []

    def change(line: Line) -> None:
        before.append((before[-1] if before else 0) + number(line, 0))
        line[1] = before[-1]

    view = strangers(width, change, lines=lines)
    if lag < 0:
        view = view_of([*view.values][::-1])
    found = names(find_running(view))
    assert found == ({f"1 = 0 + {'<' if lag > 0 else '>'}1"} if is_found else set())


@pytest.mark.parametrize(("width", "is_found"), [(4, True), (16, True), (17, False)])
def test_balances_are_looked_for_among_four_to_sixteen(width: int, is_found: bool) -> None:
    def change(line: Line) -> None:
        line[2] = number(line, 2) // 10
        line[width - 1] = number(line, 0) + number(line, 1) - number(line, 2)

    view = strangers(width, change)
    expected = {f"{width - 1} = 0 + 1 - 2"} if is_found else set()
    assert names(find_balances(view, [])) == expected


@pytest.mark.parametrize(
    ("width", "apart", "is_found"),
    [(40, 24, True), (40, 25, False), (41, 12, True), (41, 13, False)],
)
def test_quotients_reach_24_places_and_half_as_far_where_there_are_more_than_40(
    width: int, apart: int, is_found: bool
) -> None:
    def change(line: Line) -> None:
        line[apart] = number(line, apart) % 997 + 100
        line[0] = number(line, 0) % 8999 + 1000
        line[apart - 1] = number(line, apart) * number(line, 0)

    view = strangers(width, change)
    wanted = {f"0 = {apart - 1} / {apart}", f"{apart - 1} = 0 * {apart}"}
    assert bool(wanted & names(find_ratios(view))) is is_found


@pytest.mark.parametrize(("width", "is_found"), [(120, True), (121, False)])
def test_quotients_are_looked_for_among_120_positions_at_most(width: int, is_found: bool) -> None:
    def change(line: Line) -> None:
        line[1] = number(line, 1) % 997 + 100
        line[0] = number(line, 0) % 8999 + 1000
        line[2] = number(line, 1) * number(line, 0)

    view = strangers(width, change, lines=4)
    assert bool(find_ratios(view)) is is_found


def mean_of(target: int, first: int, stop: int) -> Change:
    def change(line: Line) -> None:
        total = sum(number(line, place) for place in range(first, stop))
        line[first] = number(line, first) - total % (stop - first)
        line[target] = total // (stop - first)

    return change


@pytest.mark.parametrize(("gap", "is_found"), [(0, True), (4, True), (5, False)])
@pytest.mark.parametrize("is_before", [True, False])
def test_four_positions_may_stand_between_a_mean_and_its_parts(
    gap: int, is_found: bool, is_before: bool
) -> None:
    first, target = (0, 4 + gap) if is_before else (6, 5 - gap)
    view = strangers(12, mean_of(target, first, first + 4))
    wanted = f"{target} = mean {', '.join(map(str, range(first, first + 4)))}"
    assert (wanted in names(find_means(view))) is is_found


@pytest.mark.parametrize(("parts", "is_found"), [(1, False), (2, True)])
@pytest.mark.parametrize("is_before", [True, False])
def test_a_mean_is_of_two_at_least(parts: int, is_found: bool, is_before: bool) -> None:
    first, target = (4 - parts, 4) if is_before else (5, 4)
    view = strangers(9, mean_of(target, first, first + parts))
    wanted = f"{target} = mean {', '.join(map(str, range(first, first + parts)))}"
    assert (wanted in names(find_means(view))) is is_found


@pytest.mark.parametrize(
    ("width", "target", "name", "is_found"),
    [
        (60, 20, "", True),
        (61, 20, "", False),
        (61, 20, "mean", True),
        (61, 2, "", True),
        (61, 3, "", False),
        (61, 58, "", True),
        (61, 57, "", False),
    ],
)
def test_of_more_than_sixty_only_what_is_named_a_mean_or_near_an_end_is_tried_as_one(
    width: int, target: int, name: str, is_found: bool
) -> None:
    first = target + 1 if target < width // 2 else target - 4
    view = strangers(width, mean_of(target, first, first + 4))
    view = view_of(view.values, names=[name if at == target else "" for at in range(width)])
    wanted = f"{target} = mean {', '.join(map(str, range(first, first + 4)))}"
    assert (wanted in names(find_means(view))) is is_found


@pytest.mark.parametrize(
    ("target", "parts", "is_found"),
    [
        (14, (0, 5, 13), True),
        (15, (0, 5, 14), False),
        (0, (1, 8, 14), True),
        (0, (1, 8, 15), False),
        (8, (1, 9, 15), True),
        (8, (0, 9, 15), False),
        (8, (1, 9, 16), False),
    ],
)
def test_sums_of_any_reach_fourteen_places_to_one_side_or_seven_to_both(
    target: int, parts: tuple[int, ...], is_found: bool
) -> None:
    view = strangers(18, adding(target, parts))
    wanted = f"{target} = {' + '.join(map(str, parts))}"
    assert (wanted in names(subsets(view, view.used))) is is_found


@pytest.mark.parametrize(("lines", "is_found"), [(2, False), (3, True)])
def test_sums_of_any_must_add_up_in_three_lines(lines: int, is_found: bool) -> None:
    view = strangers(6, adding(5, (0, 2, 4)), lines=lines)
    assert ("5 = 0 + 2 + 4" in names(subsets(view, view.used))) is is_found


@pytest.mark.parametrize(
    ("width", "first", "stop", "target", "is_found"),
    [
        (120, 20, 30, 60, True),
        (121, 20, 30, 60, False),
        (121, 20, 30, 30, True),
        (121, 20, 30, 31, True),
        (121, 20, 30, 32, False),
        (121, 20, 30, 19, True),
        (121, 20, 30, 18, True),
        (121, 20, 30, 17, False),
        (121, 0, 30, 60, True),
        (121, 90, 121, 60, True),
    ],
)
def test_in_a_long_order_a_run_begins_or_ends_beside_its_total_or_at_an_end(
    width: int, first: int, stop: int, target: int, is_found: bool
) -> None:
    view = strangers(width, adding(target, range(first, stop)), lines=4)
    wanted = Sum(target, tuple(range(first, stop)))
    found = {claim.pattern for claim in runs(view, view.used, 0)}
    assert (wanted in found) is is_found


def test_a_run_costs_more_to_name_the_further_it_stands_and_less_where_the_order_ends() -> None:
    prices = {}
    for first, stop, target in ((2, 6, 6), (2, 6, 7), (2, 6, 8), (0, 6, 6), (7, 10, 6)):
        view = strangers(10, adding(target, range(first, stop)))
        wanted = Sum(target, tuple(range(first, stop)))
        (claim,) = (each for each in runs(view, view.used, 0) if each.pattern == wanted)
        assert claim.is_near is (target in {stop, first - 1})
        prices[first, stop, target] = claim.price
    assert prices[2, 6, 6] < prices[2, 6, 7] < prices[2, 6, 8]
    assert prices[0, 6, 6] == prices[7, 10, 6] < prices[2, 6, 6]


@pytest.mark.parametrize(("extra", "is_near"), [(0, True), (3 * 256, True), (3 * 256 + 1, False)])
def test_what_it_took_to_name_the_order_is_in_the_price_of_its_runs(
    extra: int, is_near: bool
) -> None:
    view = strangers(6, adding(5, range(2, 5)))
    (plain,) = runs(view, view.used, 0)
    (claim,) = runs(view, view.used, extra)
    assert claim.price == plain.price + extra
    assert claim.is_near is is_near


@pytest.mark.parametrize(("extra", "parts"), [(0, (0, 1, 2)), (1, (0, 2))])
def test_a_column_of_noughts_is_a_part_of_a_run_of_all_and_of_no_other(
    extra: int, parts: tuple[int, ...]
) -> None:
    def change(line: Line) -> None:
        line[1] = 0
        line[3] = number(line, 0) + number(line, 2)

    view = strangers(4, change)
    assert Sum(3, parts) in {claim.pattern for claim in runs(view, view.used, extra)}


@pytest.mark.parametrize(("least", "is_found"), [(2, False), (3, True)])
def test_a_sum_needs_three_positions(least: int, is_found: bool) -> None:
    view = strangers(least, adding(least - 1, range(least - 1)))
    assert bool(find_sums(view)) is is_found


@pytest.mark.parametrize(
    ("width", "apart", "is_found"), [(60, 20, True), (61, 11, True), (61, 13, False)]
)
def test_factors_reach_twelve_places_where_there_are_more_than_sixty(
    width: int, apart: int, is_found: bool
) -> None:
    def change(line: Line) -> None:
        line[20 + apart] = number(line, 20) * 317 // 1009

    view = strangers(width, change)
    found = names(find_fitted(view, ()))
    wanted = {f"{20 + apart} = proportional 20", f"20 = proportional {20 + apart}"}
    assert bool(wanted & found) is is_found


@pytest.mark.parametrize(("others", "is_found"), [(5, True), (6, False)])
def test_a_constant_stands_in_three_lines_of_four(others: int, is_found: bool) -> None:
    count = [0]

    def change(line: Line) -> None:
        line[0] = 48_000 if count[0] >= others else number(line, 0)
        count[0] += 1

    view = strangers(2, change, lines=20)
    assert [claim.target for claim in find_constants(view, ())] == [0] * is_found
    assert find_constants(view, {0}) == []
