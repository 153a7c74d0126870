"""Which failing checks are explained together: those that share cells, or an exchange mends."""

from allokera.diagnosis.check import Check
from allokera.diagnosis.grouping import _linked, components, grouped
from allokera.diagnosis.network import Network
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import law_told
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import read_sheet
from allokera.relations.sheet.view import Cell
from diagnosis.tiny import Numbers, network_of, summed, swap

BODY: Numbers = [[310, 1_220, 57], [833, 744, 211], [515, 1_906, 98], [77, 441, 35]]


def changed(*changes: tuple[int, int, int]) -> Network:
    numbers = [list(row) for row in summed(BODY)]
    for row, column, more in changes:
        numbers[row][column - 1] += more
    return network_of(numbers)


def targets(groups: list[list[Check]]) -> list[list[Cell]]:
    return sorted(sorted(check.target for check in group) for group in groups)


def test_checks_that_share_cells_are_one_component_and_through_a_third() -> None:
    """A row and a column share the cell that is wrong; two rows share nothing but a column."""
    network = changed((1, 2, 90), (3, 1, 40))
    down, across = (
        [check for check in network.failing if check.is_in_one_row is each]
        for each in (False, True)
    )
    assert targets(components(across)) == [[(1, 4)], [(3, 4)]]
    assert targets(components(down)) == [[(4, 1)], [(4, 2)]]
    assert targets(components([*across, *down])) == [[(1, 4), (3, 4), (4, 1), (4, 2)]]
    assert targets(components([*across, down[1]])) == [[(1, 4), (3, 4), (4, 2)]]
    assert components([]) == []


def test_an_exchange_joins_the_components_that_it_touches_and_no_others() -> None:
    network = changed((0, 1, 40), (1, 1, 90), (2, 1, 70), (3, 1, 500))
    rows = [check for check in network.failing if check.is_in_one_row]
    first, second, third, fourth = sorted(rows, key=lambda check: check.target)
    groups = [[first, second], [third], [fourth]]
    assert targets(_linked(groups, [])) == targets(groups)
    # a cell of the second row, in a group with the first, and one of the fourth
    joined = _linked(groups, [swap(network, (1, 1), (3, 1))])
    assert targets(joined) == [[(0, 4), (1, 4), (3, 4)], [(2, 4)]]
    assert targets(_linked(joined, [swap(network, (2, 2), (3, 2))])) == [
        [(0, 4), (1, 4), (2, 4), (3, 4)]
    ]
    assert targets(_linked([[third]], [swap(network, (0, 1), (1, 1))])) == [[(2, 4)]]


def test_what_one_cell_alone_explains_is_taken_from_its_component() -> None:
    """Each of two has a row and a column of its own; what is left shares their sums' row."""
    network = changed((0, 1, 40), (2, 3, 70))
    assert targets(grouped(network, network.failing, [])) == [
        [(0, 4), (4, 1)],
        [(2, 4), (4, 3)],
    ]
    # where two are wrong in one row neither explains it alone
    joint = changed((0, 1, 40), (0, 3, 70))
    assert targets(grouped(joint, joint.failing, [])) == [[(0, 4), (4, 1), (4, 3)]]
    # what may stand exchanged is explained with what it is exchanged with
    pair = swap(network, (0, 1), (1, 1))
    assert targets(grouped(network, network.failing, [pair])) == [
        [(0, 4), (4, 1)],
        [(2, 4), (4, 3)],
    ]
    # where an event may explain one of its checks with others, they are not taken apart
    other = swap(network, (0, 2), (2, 2))
    assert targets(grouped(network, network.failing, [other])) == [
        [(0, 4), (2, 4), (4, 1), (4, 3)],
    ]


def test_what_another_cell_would_explain_with_more_is_not_taken_from_its_component() -> None:
    """Two sums hold A and B, and a third B and D: with B and D wrong, A alone mends the two."""
    rows = [[310, 1_220, 57, 18], [833, 744, 211, 96], [515, 1_906, 98, 41]]
    texts = []
    for row, (a, b, c, d) in enumerate(rows):
        wrong = 500 * (row == 1)
        texts.append(
            [f"Ort {row}", *map(str, (a, b + wrong, a + b, c, a + b + c, d + wrong // 2, b + d))]
        )
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    across = sheet.views()[0]
    patterns = Sum(3, (1, 2)), Sum(5, (1, 2, 4)), Sum(7, (2, 6))
    network = Network(sheet, [law_told(weigh(across, each, 0)) for each in patterns])
    assert targets(grouped(network, network.failing, [])) == [[(1, 3), (1, 5), (1, 7)]]
