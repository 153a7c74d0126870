"""Which failing checks are explained together: those that share cells, or an exchange mends."""

from allokera.diagnosis.check import Check
from allokera.diagnosis.grouping import _linked, components, find_exchanges, grouped
from allokera.diagnosis.network import Network
from allokera.relations.sheet.view import Cell
from diagnosis.tiny import Numbers, network_of, summed

BODY: Numbers = [[310, 1_220, 57], [833, 744, 211], [515, 1_906, 98], [77, 441, 35]]


def changed(*changes: tuple[int, int, int]) -> Network:
    numbers = [list(row) for row in summed(BODY)]
    for row, column, more in changes:
        numbers[row][column - 1] += more
    return network_of(numbers)


def exchanged(one: Cell, other: Cell, *changes: tuple[int, int, int]) -> Network:
    """Two numbers of a column stand in each other's place, and others are changed."""
    more = BODY[other[0]][other[1] - 1] - BODY[one[0]][one[1] - 1]
    return changed((*one, more), (*other, -more), *changes)


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
    joined = _linked(groups, [((1, 1), (3, 1))])
    assert targets(joined) == [[(0, 4), (1, 4), (3, 4)], [(2, 4)]]
    assert targets(_linked(joined, [((2, 2), (3, 2))])) == [[(0, 4), (1, 4), (2, 4), (3, 4)]]
    assert targets(_linked([[third]], [((0, 1), (1, 1))])) == [[(2, 4)]]


def test_two_cells_of_a_column_are_exchanged_that_mend_all_around_one_of_them() -> None:
    network = exchanged((0, 2), (2, 2))
    assert find_exchanges(network, network.failing) == [((0, 2), (2, 2))]
    # around the other something else is wrong as well
    beside = exchanged((0, 2), (2, 2), (2, 1, 37))
    assert ((0, 2), (2, 2)) in find_exchanges(beside, beside.failing)
    # of both rows something else is wrong: neither is mended
    both = exchanged((0, 2), (2, 2), (2, 1, 37), (0, 1, 41))
    assert ((0, 2), (2, 2)) not in find_exchanges(both, both.failing)


def test_a_row_that_an_exchange_mends_is_no_proof_where_the_column_is_off() -> None:
    """Of two sums one is off by what both columns' numbers differ by, and so is the column."""
    network = exchanged((0, 2), (2, 2), (3, 2, 60))
    assert find_exchanges(network, network.failing) == []


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
    pair = ((0, 1), (1, 1))
    assert targets(grouped(network, network.failing, [pair])) == [
        [(0, 4), (4, 1)],
        [(2, 4), (4, 3)],
    ]
