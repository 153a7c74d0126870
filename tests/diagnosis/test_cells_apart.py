"""Wrong cells that share no check are weighed apart: in as many steps as there are numbers."""

from fractions import Fraction
from itertools import product

from allokera.diagnosis.likelihood import Likelihood
from allokera.diagnosis.network import Network
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import law_told
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import read_sheet

ROWS = [[4_120, 910], [2_233, 7_841], [3_377, 5_062], [1_498, 6_605], [5_310, 2_204]]


def network(*more: int) -> Network:
    """Two parts and their sum in each row, some sums too large."""
    texts = [
        [f"Ort {row}", str(one), str(two), str(one + two + (more[row] if row < len(more) else 0))]
        for row, (one, two) in enumerate(ROWS)
    ]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    return Network(sheet, [law_told(weigh(sheet.views()[0], Sum(3, (1, 2)), 0))])


def test_what_rows_come_to_apart_is_the_product_of_each() -> None:
    both = network(3_000, 50_000)
    likelihood = Likelihood(both, both.failing, ())
    pairs = [[(row, 1), (row, 3)] for row in (0, 1)]
    one, other = (likelihood._weigh(cells, (), {}, ()) for cells in pairs)
    total, options = likelihood._weigh(pairs[0] + pairs[1], (), {}, ())
    assert 0 < one[0] and 0 < other[0]
    assert abs(total / (one[0] * other[0]) - 1) < Fraction(1, 1_000)
    for (own, told), beside in ((one, other[0]), (other, one[0])):
        for cell, parts in told.items():
            assert options[cell].keys() == parts.keys()
            for value, part in parts.items():
                assert abs(options[cell][value] / (part * beside) - 1) < Fraction(1, 1_000)
        assert own > 0


def test_cells_are_grouped_by_the_checks_that_they_share() -> None:
    rows = network()
    likelihood = Likelihood(rows, rows.failing, ())
    cells = [(row, column) for column, row in product((1, 3), (0, 2, 4))]
    groups = likelihood._apart(cells, ())
    assert sorted(map(sorted, groups)) == [[(row, 1), (row, 3)] for row in (0, 2, 4)]
    # with nothing between them each is by itself
    checks = {check for cell in cells for check in rows.of(cell)}
    assert sorted(map(len, likelihood._apart(cells, checks))) == [1] * 6
