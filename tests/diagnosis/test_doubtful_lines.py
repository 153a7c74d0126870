"""What is off by no more than all lines may be speaks for what mends it, and accuses nobody."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from allokera.diagnosis.diagnose import diagnose
from allokera.diagnosis.hypothesis import Element, Hypothesis
from allokera.diagnosis.likelihood import Likelihood
from allokera.diagnosis.network import Network
from allokera.relations.bits import BIT, LAW, odds
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.ratios import DIVISION, Ratio
from allokera.relations.families.sums import Sum
from allokera.relations.laws.discovery import discover
from allokera.relations.laws.law import law_told
from allokera.relations.laws.rivals import Witnesses
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import read_sheet
from allokera.relations.sheet.view import Cell

PARTS = [(4_120, 9_180), (2_233, 7_841), (3_377, 5_062), (1_498, 6_605)]
PART, OTHER, TOTAL, SHARE = ((0, column) for column in range(1, 5))


def printed(first: int) -> Sequence[Sequence[str]]:
    """Two parts, their sum, and what part of it the first is; in the first row it is another."""
    rows = [
        [f"Ort {row}", str(one), str(two), str(one + two), f"{100 * one / (one + two):.1f}"]
        for row, (one, two) in enumerate(PARTS)
    ]
    rows[0][1] = str(first)
    return [[cell.replace(".", ",") for cell in row] for row in rows]


def network(first: int, told: int) -> Network:
    """The sum fails in the first row; that the quotient is off there may be by what all are."""
    texts = printed(first)
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    across = sheet.views()[0]
    total = law_told(weigh(across, Sum(3, (1, 2)), 0))
    share = law_told(weigh(across, Ratio(4, (1, 3), DIVISION, 100), 0))
    assert share.broken == {0}
    # what lines tell that there are none of is what they cost less than nothing
    ways = [Witnesses([], -told, 0, True)]
    doubtful = replace(share, broken=frozenset(), doubtful=frozenset({0}), against=ways)
    return Network(sheet, [total, doubtful])


def wrong(cell: Cell) -> Hypothesis:
    return frozenset({Element(frozenset(), cell)})


def likelihood(told: int, chosen: Hypothesis) -> Fraction:
    rows = network(4_720, told)
    found = Likelihood(rows, rows.failing).explain(chosen)
    assert found is not None
    return found.likelihood


def test_a_doubtful_line_fails_nowhere_and_is_known_beside_what_does() -> None:
    rows = network(4_720, 5 * BIT)
    assert [check.target for check in rows.failing] == [TOTAL]
    assert [check.target for check in rows.of(PART)] == [TOTAL]
    (doubtful,) = rows.doubtful({PART})
    assert (doubtful.target, doubtful.fails, doubtful.holds()) == (SHARE, False, False)
    assert doubtful.holds({PART: 41_200})
    assert rows.doubtful({OTHER}) == []
    assert rows.doubtful({(1, 1)}) == []


@pytest.mark.parametrize("told", [0, 3 * BIT, 9 * BIT])
def test_what_leaves_it_off_is_as_rare_as_that_all_are_off_by_so_much(told: int) -> None:
    """With the part, one digit replaced, the share is right; with the other part it stays wrong."""
    part, other = wrong(PART), wrong(OTHER)
    assert likelihood(told, part) == likelihood(0, part)
    leaves = likelihood(told, other) * odds(told)
    assert abs(leaves / likelihood(0, other) - 1) < Fraction(1, 10**9)


def test_an_exception_leaves_it_off() -> None:
    exception = frozenset({Element(frozenset({0}))})
    plain, told = (likelihood(bits, exception) for bits in (0, 7 * BIT))
    assert abs(told * odds(7 * BIT) / plain - 1) < Fraction(1, 10**9)


def test_that_all_lines_of_a_law_are_off_explains_each_of_them_at_once() -> None:
    """Two sums fail, each beside a quotient that may be off by what all are."""
    texts = [[*row] for row in printed(4_720)]
    texts[1][1] = "2833"
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    across = sheet.views()[0]
    total = law_told(weigh(across, Sum(3, (1, 2)), 0))
    share = law_told(weigh(across, Ratio(4, (1, 3), DIVISION, 100), 0))
    assert total.broken == share.broken == {0, 1}
    found = []
    for told in (0, 6 * BIT):
        ways = [Witnesses([], -told, 0, True)]
        doubtful = replace(share, broken=frozenset(), doubtful=frozenset({0, 1}), against=ways)
        rows = Network(sheet, [total, doubtful])
        exceptions = frozenset(Element(frozenset({place})) for place in (0, 1))
        explained = Likelihood(rows, rows.failing).explain(exceptions)
        assert explained is not None
        found.append(explained.likelihood)
    assert abs(found[1] * odds(6 * BIT) / found[0] - 1) < Fraction(1, 10**9)


@pytest.mark.parametrize("part", [4_120, 4_220])
def test_a_line_in_doubt_tells_which_number_of_a_sum_is_wrong(part: int) -> None:
    """Six rows are too few to say of a share that it is wrong, and tell what is likelier."""
    rows = [(4_120, 9_180), (2_233, 7_841), (3_377, 5_062), (1_498, 6_605), (5_310, 2_204)]
    rows += [(1_877, 3_902)]
    texts = [
        [
            *(f"Ort {row}", str(part if not row else one), str(two), str(one + two)),
            f"{100 * one / (one + two):.1f}".replace(".", ","),
        ]
        for row, (one, two) in enumerate(rows)
    ]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    laws = discover(*sheet.views()).laws
    share = next(law for law in laws if law.claim.target == 4)
    assert share.doubtful == (set() if part == 4_120 else {0})
    if part != 4_120:
        assert 5 * BIT < share.doubt(0) < LAW
        total = next(law for law in laws if law.claim.target == 3)
        assert total.broken == {0}
        (found,) = diagnose(Network(sheet, laws))
        assert found.share([PART]) > 50 * found.share([OTHER])


def test_what_may_be_off_by_something_else_that_is_wrong_says_nothing() -> None:
    """A number of the line in doubt is in another sum that fails, explained by itself."""
    texts = [[*row, row[2]] for row in printed(4_720)]
    texts[0][5] = "9"
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    across = sheet.views()[0]
    plain = network(4_720, 7 * BIT)
    beside = law_told(weigh(across, Sum(5, (4,)), 0))
    found = []
    for more in ([], [replace(beside, broken=frozenset({0}), good=frozenset())]):
        rows = Network(sheet, [*plain.laws, *more])
        (total,) = (each for each in rows.failing if each.target == TOTAL)
        explained = Likelihood(rows, [total]).explain(frozenset({Element(frozenset({0}))}))
        assert explained is not None
        found.append(explained.likelihood)
    assert abs(found[0] * odds(7 * BIT) / found[1] - 1) < Fraction(1, 10**9)
