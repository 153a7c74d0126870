"""A right number is the likelier the more common its length is, and the fewer digits it has."""

from fractions import Fraction

import pytest

from allokera.diagnosis.mistakes.sizes import Sizes
from allokera.diagnosis.network import Network
from diagnosis.tiny import network_of, summed

ROWS = [[310, 220], [833, 834], [515, 190], [622, 714], [128, 931]]


def sizes(*changes: tuple[int, int, int]) -> Sizes:
    """Rows and their sums, some of them changed, and no sums of columns."""
    rows = summed(ROWS)
    for row, column, number in changes:
        rows[row][column - 1] = number
    whole = network_of(rows)
    network = Network(whole.sheet, whole.laws[:1])
    return Sizes(network, network.of((1, 1)))


@pytest.mark.parametrize(("meant", "digits"), [(835, 835), (830, 83), (800, 8)])
def test_of_numbers_of_one_length_the_one_with_more_digits_is_the_rarer(
    meant: int, digits: int
) -> None:
    """Of 834, which is printed: noughts at the end are no digits."""
    assert sizes().odds((1, 2), meant) == Fraction(834, digits)


def test_a_number_that_others_give_may_have_any_length() -> None:
    assert sizes().odds((1, 3), 16_670) == 1


def test_a_length_that_no_other_number_has_is_rare() -> None:
    """Beside it stand four of three digits and their sum, which has four: of five, 9 to 1."""
    longer = sizes().odds((1, 2), 8_340_000)
    assert longer == Fraction(1, 2 * 5 + 7) / Fraction(2 * 4 + 1, 2 * 5 + 4)
    assert sizes((1, 2, 8_340_000)).odds((1, 2), 834) == 9


def test_beside_a_number_that_is_as_rare_no_length_is() -> None:
    """A row with one large number is large: another that is large is no rarer."""
    beside = sizes((1, 2, 83_400_000))
    assert beside.odds((1, 1), 83_300_000) == 1
    # the one that is large is alone in that
    assert beside.odds((1, 2), 834) == 9
