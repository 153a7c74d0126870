"""What weighed explanations come to: who is called wrong, how surely, and what it should be."""

from fractions import Fraction

import pytest

from allokera.diagnosis.diagnosis import Diagnosis
from allokera.diagnosis.likelihood import Explanation
from allokera.diagnosis.rates import LIKELY, SURE
from allokera.kronor.keying import Slip
from allokera.relations.sheet.view import Cell

ONE, TWO, FAR = (3, 1), (3, 2), (8, 1)
LITTLE = Fraction(1, 10**9)
Options = dict[Cell, dict[int, Fraction]]


def explanation(options: Options, *, exchanged: tuple[Cell, ...] = ()) -> Explanation:
    events = dict.fromkeys(exchanged, Slip.SWAPPED)
    return Explanation(Fraction(1), len(options), options, (), events)


def diagnosis(
    *pairs: tuple[Fraction, Options],
    cautious: tuple[tuple[Fraction, Options], ...] | None = None,
    is_whole: bool = True,
) -> Diagnosis:
    """A diagnosis by two sets of rates: the same by both, if nothing else is said."""
    usual, other = (
        tuple((share, explanation(options)) for share, options in each)
        for each in (pairs, pairs if cautious is None else cautious)
    )
    return Diagnosis((), usual, other, is_whole)


def just(odds: int) -> Fraction:
    return Fraction(odds, odds + 1)


def wrong(cell: Cell, value: int = 7) -> Options:
    return {cell: {value: Fraction(1)}}


@pytest.mark.parametrize(("less", "expected"), [(Fraction(0), True), (LITTLE, False)])
def test_a_thousand_to_one_is_sure_and_ten_to_one_likely(less: Fraction, expected: bool) -> None:
    share = just(SURE) - less
    assert diagnosis((share, wrong(ONE)), (1 - share, {})).is_sure([ONE]) is expected
    share = just(LIKELY) - less
    assert diagnosis((share, wrong(ONE)), (1 - share, {})).is_likely([ONE]) is expected


def test_it_is_sure_only_by_both_rates_and_where_all_explanations_are_known() -> None:
    sure, unsure = just(SURE), just(SURE) - LITTLE
    for usual, cautious in ((sure, unsure), (unsure, sure)):
        by_one = diagnosis((usual, wrong(ONE)), cautious=((cautious, wrong(ONE)),))
        assert not by_one.is_sure([ONE])
    assert diagnosis((sure, wrong(ONE))).is_sure([ONE])
    assert not diagnosis((sure, wrong(ONE)), is_whole=False).is_sure([ONE])


def test_explanations_with_any_of_some_cells_count_together_and_each_once() -> None:
    half = Fraction(1, 2)
    both = diagnosis((half, wrong(ONE)), (half, wrong(ONE) | wrong(TWO)))
    assert both.share([ONE, TWO]) == 1
    assert both.share([TWO]) == half
    assert both.share([FAR]) == 0
    assert both.is_sure([ONE, TWO]) and both.is_sure([ONE])
    assert not both.is_sure([TWO])


def test_a_value_is_sure_where_all_explanations_that_weigh_give_it() -> None:
    split: Options = {ONE: {7: Fraction(1, 2), 8: Fraction(1, 2)}}
    assert diagnosis((Fraction(1), wrong(ONE))).is_sure([ONE], 7)
    assert not diagnosis((Fraction(1), wrong(ONE))).is_sure([ONE], 8)
    assert not diagnosis((Fraction(1), split)).is_sure([ONE], 7)
    assert diagnosis((Fraction(1), split)).is_sure([ONE])
    # one of two cells holds what belongs into the other
    two: Options = {ONE: {7: Fraction(1)}, TWO: {8: Fraction(1)}}
    assert diagnosis((Fraction(1), two)).is_sure([ONE, TWO], 8)


@pytest.mark.parametrize(("less", "expected"), [(Fraction(0), True), (LITTLE, False)])
def test_whether_it_is_this_cell_is_asked_among_those_that_may_be_wrong(
    less: Fraction, expected: bool
) -> None:
    """That a row is an exception, at one to one, does not count."""
    share = (just(20) - less) / 2
    found = diagnosis(
        (share, wrong(ONE)), (Fraction(1, 2) - share, wrong(FAR)), (Fraction(1, 2), {})
    )
    assert found.is_it(ONE, 20) is expected
    assert not found.is_it(FAR, 20)


def test_where_nobody_may_be_wrong_it_is_nobody() -> None:
    assert not diagnosis((Fraction(1), {})).is_it(ONE, 1)
    assert not diagnosis().is_it(ONE, 1)
    assert not diagnosis().is_likely([ONE])


def test_suspects_come_by_how_likely_they_are_and_then_by_place() -> None:
    found = diagnosis(
        (Fraction(1, 4), wrong(FAR)), (Fraction(1, 4), wrong(ONE)), (Fraction(1, 2), wrong(TWO))
    )
    assert found.suspects == [TWO, ONE, FAR]
    found = diagnosis(
        (Fraction(2, 5), wrong(TWO)), (Fraction(3, 10), wrong(FAR)), (Fraction(3, 10), wrong(FAR))
    )
    assert found.suspects == [FAR, TWO]


@pytest.mark.parametrize(("less", "value"), [(Fraction(0), 7), (LITTLE, None)])
def test_a_value_is_told_that_is_likely_where_the_cell_is_wrong(
    less: Fraction, value: int | None
) -> None:
    """How likely the cell is wrong at all does not count."""
    part = just(LIKELY) - less
    options: Options = {ONE: {7: part, 8: 1 - part}}
    assert diagnosis((Fraction(1, 5), options), (Fraction(4, 5), {})).value(ONE) == value


def test_a_value_is_added_up_over_explanations() -> None:
    found = diagnosis(
        (Fraction(1, 2), wrong(ONE, 7)),
        (Fraction(9, 20), wrong(ONE, 7) | wrong(TWO, 9)),
        (Fraction(1, 20), wrong(ONE, 8)),
    )
    assert found.value(ONE) == 7
    assert found.value(TWO) == 9
    assert found.value(FAR) is None


def test_a_cell_is_exchanged_where_the_likeliest_explanation_says_so() -> None:
    pair = explanation({ONE: {7: Fraction(1)}, FAR: {8: Fraction(1)}}, exchanged=(ONE, FAR))
    other = explanation({TWO: {9: Fraction(1)}})
    for share, expected in ((Fraction(2, 3), Slip.SWAPPED), (Fraction(1, 3), None)):
        found = Diagnosis((), ((share, pair), (1 - share, other)), (), is_whole=True)
        assert (found.event(ONE), found.event(FAR)) == (expected, expected)
        assert found.event(TWO) is None
    assert Diagnosis((), (), (), is_whole=True).event(ONE) is None
