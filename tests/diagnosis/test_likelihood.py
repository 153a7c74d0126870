"""How likely what is printed is, by which cells are taken for wrong and which rows for special."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from allokera.diagnosis.exceptions import _given, _of_one
from allokera.diagnosis.hypothesis import Element, Hypothesis
from allokera.diagnosis.likelihood import FEW, Explanation, Likelihood
from allokera.diagnosis.mistakes.slips import chance_of_any, keyed
from allokera.diagnosis.network import Network
from allokera.diagnosis.rates import ROUND_SHARE
from allokera.kronor.keying import Slip
from allokera.relations.bits import BIT
from allokera.relations.evidence.claim import weigh
from allokera.relations.evidence.pattern import Pattern
from allokera.relations.families.fitted import Fitted
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import Group, law_told
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import read_sheet
from allokera.relations.sheet.view import Cell
from diagnosis.tiny import Numbers, network_of, summed, swap

TINY: Numbers = summed([[310, 220], [833, 744], [515, 1_906]])


def along_rows(rows: Numbers, pattern: Pattern) -> Network:
    texts = [[f"Ort {row}", *map(str, each)] for row, each in enumerate(rows)]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    return Network(sheet, [law_told(weigh(sheet.views()[0], pattern, 0))])


def wrong(*cells: Cell) -> Hypothesis:
    return frozenset(Element(frozenset(), cell) for cell in cells)


def excused(*places: int) -> Hypothesis:
    return frozenset(Element(frozenset({place})) for place in places)


def explained(network: Network, chosen: Hypothesis) -> Explanation | None:
    return Likelihood(network, network.failing).explain(chosen)


def certainly(network: Network, chosen: Hypothesis) -> Explanation:
    found = explained(network, chosen)
    assert found is not None
    return found


def near(one: Fraction, other: Fraction) -> bool:
    return abs(one - other) * 10**12 < other


def changed(numbers: Numbers, *changes: tuple[int, int, int]) -> Network:
    numbers = [list(row) for row in numbers]
    for row, column, more in changes:
        numbers[row][column - 1] += more
    return network_of(numbers)


def test_a_wrong_cell_is_what_its_sums_leave_it() -> None:
    found = certainly(changed(TINY, (1, 2, 90)), wrong((1, 2)))
    assert (found.mistakes, found.exceptions, found.events) == (1, (), {})
    assert found.cells == {(1, 2)}
    options = found.options[1, 2]
    assert {*options} == {743, 744, 745}
    assert near(sum(options.values(), Fraction(0)), Fraction(1))
    # one digit replaced, or one of any numbers
    assert max(options, key=lambda value: options[value]) == 744


def test_where_no_number_mends_it_there_is_no_explanation() -> None:
    network = changed(TINY, (1, 2, 90))
    assert explained(network, wrong((1, 1))) is None
    assert explained(network, wrong((0, 2))) is None


def test_mistakes_that_share_no_check_are_as_likely_as_both() -> None:
    one, other = changed(TINY, (1, 2, 90)), changed(TINY, (0, 1, 400))
    both = changed(TINY, (1, 2, 90), (0, 1, 400))
    alone = [certainly(one, wrong((1, 2))), certainly(other, wrong((0, 1)))]
    together = certainly(both, wrong((0, 1), (1, 2)))
    assert near(together.likelihood, alone[0].likelihood * alone[1].likelihood)
    assert together.mistakes == 2
    for each in alone:
        for cell, options in each.options.items():
            assert together.options[cell].keys() == options.keys()


def test_mistakes_that_share_a_check_are_weighed_over_all_pairs_that_fit() -> None:
    """A part and its total, each held by its column: what one is, the other follows."""
    network = changed(TINY, (1, 2, 90), (1, 3, 17))
    found = certainly(network, wrong((1, 2), (1, 3)))
    for options in found.options.values():
        assert near(sum(options.values(), Fraction(0)), Fraction(1))
    assert {*found.options[1, 2]} <= {*range(744 - 3, 744 + 4)}
    assert {*found.options[1, 3]} <= {*range(1_577 - 3, 1_577 + 4)}


def test_a_slip_is_likelier_than_what_is_none() -> None:
    slipped, other = changed(TINY, (1, 2, 90)), changed(TINY, (1, 2, 91))
    one, two = (certainly(each, wrong((1, 2))).likelihood for each in (slipped, other))
    # both are a digit replaced for some number that will do
    assert two < 3 * one < 9 * two
    far = certainly(changed(TINY, (1, 2, 1_386)), wrong((1, 2))).likelihood
    assert 10 * far < one


def test_an_exchange_is_one_mistake_and_both_cells_are_known() -> None:
    numbers = [list(row) for row in TINY]
    numbers[0][2], numbers[2][2] = numbers[2][2], numbers[0][2]
    network = network_of(numbers)
    swapped = frozenset({Element(frozenset({0, 1}), event=swap(network, (0, 3), (2, 3)))})
    found = certainly(network, swapped)
    assert found.mistakes == 1
    assert found.events == dict.fromkeys([(0, 3), (2, 3)], Slip.SWAPPED)
    assert found.cells == {(0, 3), (2, 3)}
    assert found.options == {(0, 3): {530: Fraction(1)}, (2, 3): {2_421: Fraction(1)}}
    assert near(found.likelihood, Fraction(1, 14 * 2 * 4))
    # what stands exchanged is not wrong besides, and must mend its rows
    assert explained(network, swapped | wrong((0, 3))) is None
    other = changed(TINY, (1, 2, 90))
    swapped = frozenset({Element(frozenset({0, 1}), event=swap(other, (0, 3), (2, 3)))})
    assert explained(other, swapped) is None


def test_exceptions_are_told_with_their_checks() -> None:
    network = changed(TINY, (1, 2, 90))
    across, down = network.failing
    found = certainly(network, excused(0, 1))
    assert found.exceptions == ((across,), (down,))
    assert (found.mistakes, found.cells) == (0, frozenset())
    assert certainly(network, excused(0) | wrong((3, 2))).exceptions == ((across,),)


@pytest.mark.parametrize("is_excused", [False, True])
def test_two_linked_mistakes_are_as_likely_as_all_pairs_that_fit(
    is_excused: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By trying each pair with which all sums hold; where their row is an exception, by columns."""
    monkeypatch.setattr(Network, "likelihood_of_exactness", lambda *_: Fraction(1))
    network = changed(TINY, (1, 2, 90), (1, 3, 17))
    one, other = (1, 2), (1, 3)
    row = next(
        at for at, check in enumerate(network.failing) if {one, other} <= check.places.keys()
    )
    weighed = Likelihood(network, network.failing)
    around = {check for cell in (one, other) for check in network.of(cell)}
    around -= {network.failing[row]} if is_excused else set()
    pairs = {
        (first, second): weighed._chance(one, first) * weighed._chance(other, second)
        for first in range(730, 760)
        for second in range(1_560, 1_600)
        if all(check.holds({one: first, other: second}) for check in around)
    }
    total = sum(pairs.values(), Fraction(0))
    exception = _of_one(weighed.network, network.failing[row], {}) if is_excused else 1
    found = certainly(network, wrong(one, other) | (excused(row) if is_excused else frozenset()))
    assert near(total * exception, found.likelihood)
    for side, cell in enumerate((one, other)):
        assert {*found.options[cell]} == {pair[side] for pair in pairs}
        for value, part in found.options[cell].items():
            own = sum((each for pair, each in pairs.items() if pair[side] == value), Fraction(0))
            assert abs(part - own / total) < Fraction(1, 10**12)


def test_of_many_numbers_all_are_added_up_and_those_a_slip_away_told() -> None:
    network = changed(TINY, (1, 2, 90))
    weighed, cell = Likelihood(network, network.failing), (1, 2)
    values = range(700, 900)
    slips = {
        value: each * weighed._sizes.odds(cell, value)
        for value, each in keyed(network, cell).items()
        if value in values
    }
    assert 734 in slips and 744 not in slips
    others = (chance_of_any(network, cell, value) for value in values if value != 834)
    total, told = weighed._of_mistake(cell, values)
    assert told == slips
    assert near(sum(others, sum(slips.values(), Fraction(0))), total)


def test_exchanged_rows_are_as_rare_as_their_distance_says() -> None:
    """Of neighbours one exchange in four; of two others any is as likely."""
    for one, other, ways in ((1, 2, 4), (0, 2, 2 * 4)):
        numbers = [list(row) for row in TINY]
        numbers[one][2], numbers[other][2] = numbers[other][2], numbers[one][2]
        network = network_of(numbers)
        event = swap(network, (one, 3), (other, 3))
        swapped = frozenset({Element(frozenset({0, 1}), event=event)})
        assert near(certainly(network, swapped).likelihood, Fraction(1, 14 * ways))


def of_sums(total_off: int) -> Network:
    """Twelve rows of two parts and a sum, one sum off."""
    random = Random("sums")
    parts = [[random.randrange(100_000, 900_000) for _ in range(2)] for _ in range(12)]
    rows = [[*each, sum(each)] for each in parts]
    rows[4][2] += total_off
    return along_rows(rows, Sum(3, (1, 2)))


def test_an_exception_that_is_given_a_round_amount_is_likelier() -> None:
    likelihoods = [
        certainly(of_sums(more), excused(0)).likelihood for more in (500_000, 512_000, 512_347)
    ]
    assert likelihoods[0] > 5 * likelihoods[1] > 25 * likelihoods[2]


def test_an_exception_is_the_likelier_the_less_it_is_given() -> None:
    """A sum of two parts is off by one for their rounding; then by one more, two, or many."""
    steps = (2, 3, 7, 1_317, 131_317)
    likelihoods = [certainly(of_sums(more), excused(0)).likelihood for more in steps]
    assert likelihoods == sorted(set(likelihoods), reverse=True)
    assert likelihoods == [certainly(of_sums(-more), excused(0)).likelihood for more in steps]


def test_an_exception_that_is_given_half_of_it_is_as_likely_as_any_whole_per_cent() -> None:
    sums = of_sums(317)
    total = sums.printed((4, 3)) - 317
    half, other = (
        certainly(of_sums(cut - total), excused(0)).likelihood
        for cut in (total // 2, total // 2 + 3_000)
    )
    assert half > 10 * other
    assert half >= ROUND_SHARE


@pytest.mark.parametrize(
    ("exactness", "given"), [(3 * BIT - 1, (4_998, 5_002)), (3 * BIT, (5_000, 5_000))]
)
def test_a_sum_is_held_to_its_last_place_where_others_are_exact_beyond_three_bits(
    exactness: int, given: tuple[int, int]
) -> None:
    """Four parts, and a sum 700 off: within their rounding, or to the last place."""
    rows = [[1_234, 1_766, 815, 1_185, 5_000], [310, 220, 833, 744, 2_107]]
    rows[0][4] += 700
    network = along_rows(rows, Sum(5, (1, 2, 3, 4)))
    (failing,) = network.failing
    law = replace(failing.law, group=Group(2, exactness=exactness))
    near, far = _given(replace(failing, law=law), {})
    assert (near, far) == (given, (4_998, 5_002))


def of_tens(ones: int, printed: int) -> Network:
    """Eight parts in tens, some in ones, and their sum in tens; one part in ones is off."""
    random = Random("tens")
    rows = [
        [
            *(10 * random.randrange(10_001, 90_000) for _ in range(8)),
            *(random.randrange(10_001, 90_000) for _ in range(ones)),
        ]
        for _ in range(12)
    ]
    rows[4][8] = 45_123
    sums = [[*row, (sum(row) + 5) // 10 * 10] for row in rows]
    sums[4][8] = printed
    width = len(sums[0])
    return along_rows(sums, Sum(width, tuple(range(1, width))))


PART = (4, 9)


@pytest.mark.parametrize(("ones", "count"), [(9, FEW), (10, FEW + 2)])
def test_so_many_numbers_that_fit_are_looked_at_one_by_one(ones: int, count: int) -> None:
    """Of more, those are told apart from which one slip leads to what is printed."""
    network = of_tens(ones, 451_230)
    (failing,) = network.failing
    low, high = failing.allowed(PART) or (0, 0)
    assert high - low + 1 == count
    options = certainly(network, wrong(PART)).options[PART]
    slips = {value for value in keyed(network, PART) if low <= value <= high}
    assert 45_123 in slips and len(slips) < 20
    assert {*options} == ({*range(low, high + 1)} if count == FEW else slips)


@pytest.mark.parametrize("printed", [451_230, 77_777_777, 3])
def test_what_is_added_up_at_once_comes_to_nearly_what_one_by_one_does(printed: int) -> None:
    """Whether sums are exact elsewhere is asked of each number, where they are looked at."""
    few, many = (certainly(of_tens(ones, printed), wrong(PART)).likelihood for ones in (9, 10))
    assert few < many < 2 * few


def test_a_part_that_is_ten_times_as_large_is_ten_times_as_rare_and_a_total_is_not() -> None:
    """By what a part was before, nothing else is known of it; a total is given by its parts."""
    random = Random("size")
    rows = [[random.randrange(11, 99), random.randrange(11, 99)] for _ in range(12)]
    rows[4] = [1_234, 45]
    sums = [[*row, sum(row)] for row in rows]
    lost = [list(row) for row in sums]
    lost[4][0] = 134
    network = along_rows(lost, Sum(3, (1, 2)))
    part = certainly(network, wrong((4, 1)))
    of_parts = [list(row) for row in lost]
    of_parts[4] = [1_134, 100, 234]
    total = certainly(along_rows(of_parts, Sum(3, (1, 2))), wrong((4, 3)))
    assert max(part.options[4, 1], key=lambda value: part.options[4, 1][value]) == 1_234
    assert 3 * part.likelihood < total.likelihood


def test_a_number_that_is_finer_than_its_column_is_likelier_wrong() -> None:
    """In whole thousands one cell shows ones: it is wrong, or as odd as it looks."""
    random = Random("odd")
    bases = [random.randrange(1_000_000, 9_000_000) for _ in range(30)]
    factor = Fraction(2)
    rows = [[base, 1_000 * round(base * factor / 1_000)] for base in bases]
    likelihoods = []
    for amount in (2_000_000, 2_000_317):
        rows[4][1] = amount
        network = along_rows(rows, Fitted(2, (1,), ((Fraction(0), factor),)))
        likelihoods.append(certainly(network, wrong((4, 1))).likelihood)
    assert likelihoods[1] < likelihoods[0] / 100
