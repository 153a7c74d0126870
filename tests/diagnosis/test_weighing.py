"""What explanations weigh by the rates of mistakes and of exceptions, and by what else fails."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from allokera.diagnosis.check import Check
from allokera.diagnosis.likelihood import Explanation
from allokera.diagnosis.rates import (
    _BEYOND,
    FITTED,
    MISTAKE,
    NAMED,
    PRINTED,
    STATED,
    exception,
)
from allokera.diagnosis.weighing import Component, Shares, weigh
from allokera.relations.families.fitted import Fitted
from allokera.relations.laws.law import Group, Law
from diagnosis.tiny import network_of, summed

ROWS, CELLS = 40, 120
ACROSS, DOWN = 0, 1


def law(place: int = ACROSS) -> Law:
    """The law of sums along rows, or down columns, as if nobody had told it."""
    found = network_of(summed([[11, 22], [33, 44], [5, 6]])).laws[place]
    return replace(found, is_told=False, is_stated=False, group=Group(ROWS))


def fitted() -> Law:
    plain = law()
    pattern = Fitted(1, (2,), ((Fraction(0), Fraction(2)),))
    return replace(plain, claim=replace(plain.claim, pattern=pattern))


def check(of: Law, line: int = 0) -> Check:
    return Check(of, line, None)


def mistake_or_exception(failing: Check, chance: Fraction = Fraction(1)) -> Component:
    """A mistake, or an exception that is less likely to come to what is printed."""
    wrong = Explanation(Fraction(1), 1, {(failing.line, 1): {7: Fraction(1)}}, (), {})
    special = Explanation(chance, 0, {}, ((failing,),), {})
    return Component([failing], [wrong, special], True)


def odds_for_exception(shares: Shares) -> Fraction:
    (mistake, _), (excused, _) = shares
    return Fraction(excused, mistake)


def is_near(one: Fraction, other: Fraction) -> bool:
    return abs(one - other) * 10**12 < other


KINDS: dict[str, tuple[Callable[[], Law], Fraction]] = {
    "printed": (law, PRINTED),
    "fitted": (fitted, FITTED),
    "a share": (lambda: replace(fitted(), is_share=True), PRINTED),
    "a heading": (lambda: replace(law(), is_stated=True), STATED),
    "a row's name": (lambda: replace(law(DOWN), is_stated=True), NAMED),
    "a person": (lambda: replace(law(DOWN), is_stated=True, is_told=True), STATED),
}


@pytest.mark.parametrize("is_cautious", [False, True])
@pytest.mark.parametrize("kind", KINDS)
def test_a_law_has_exceptions_as_often_as_its_kind(kind: str, is_cautious: bool) -> None:
    make, rate = KINDS[kind]
    (shares,) = weigh([mistake_or_exception(check(make()))], 100, is_cautious=is_cautious)
    expected = exception(ROWS, [], 0, rate, is_cautious=is_cautious)
    assert is_near(odds_for_exception(shares), expected / MISTAKE)
    assert is_near(sum((share for share, _ in shares), Fraction(0)), Fraction(1))


def test_by_cautious_rates_mistakes_are_the_rarer_the_more_numbers_there_are() -> None:
    found = [mistake_or_exception(check(law()))]
    odds = [
        odds_for_exception(weigh(found, cells, is_cautious=True)[0])
        for cells in (100, 200, 100_000)
    ]
    assert is_near(odds[1], 2 * odds[0])
    assert is_near(odds[2], 1_000 * odds[0])


def test_what_is_left_open_counts_as_an_exception_of_its_law() -> None:
    shared = law()
    left_open = Component([check(shared, 1), check(shared, 2)], (), False)
    found = [mistake_or_exception(check(shared)), left_open]
    shares, nothing = weigh(found, CELLS, is_cautious=False)
    assert nothing == ()
    expected = exception(ROWS, [], 2, PRINTED, is_cautious=False)
    assert is_near(odds_for_exception(shares), expected / MISTAKE)
    doubtful = replace(shared, group=Group(ROWS, doubtful=2))
    (alone,) = weigh([mistake_or_exception(check(doubtful))], CELLS, is_cautious=False)
    assert is_near(odds_for_exception(alone), expected / MISTAKE)


def test_an_exception_without_doubt_counts_like_one_that_is_left_open() -> None:
    shared = law()
    failing = check(shared, 1)
    only = Explanation(Fraction(1), 0, {}, ((failing,),), {})
    found = [mistake_or_exception(check(shared)), Component([failing], [only], True)]
    shares, sure = weigh(found, CELLS, is_cautious=False)
    assert [share for share, _ in sure] == [1]
    expected = exception(ROWS, [], 1, PRINTED, is_cautious=False)
    assert is_near(odds_for_exception(shares), expected / MISTAKE)


def test_rows_of_one_law_are_weighed_by_each_other_and_of_two_laws_not() -> None:
    """One likely exception draws the other after it, as far as it is likely."""
    one, other = law(), law()
    few, many = Fraction(1), Fraction(10**7)
    alone = odds_for_exception(
        weigh([mistake_or_exception(check(one), few)], CELLS, is_cautious=False)[0]
    )
    for second, is_drawn in ((check(one, 1), True), (check(other, 1), False)):
        found = [mistake_or_exception(check(one), few), mistake_or_exception(second, many)]
        odds = odds_for_exception(weigh(found, CELLS, is_cautious=False)[0])
        assert (odds > 5 * alone) is is_drawn
        assert (odds == alone) is not is_drawn


def test_an_exception_of_several_checks_is_as_likely_as_the_least_likely_of_them() -> None:
    plain, told = check(law()), check(replace(law(), is_told=True))
    wrong = Explanation(Fraction(1), 2, {}, (), {})
    both = Explanation(Fraction(1), 0, {}, ((plain, told),), {})
    apart = Explanation(Fraction(1), 0, {}, ((plain,), (told,)), {})
    found = Component([plain, told], [wrong, both, apart], True)
    (shares,) = weigh([found], CELLS, is_cautious=False)
    (mistakes, _), (as_one, _), (as_two, _) = shares
    rates = [exception(ROWS, [], 0, each, is_cautious=False) for each in (PRINTED, STATED)]
    assert is_near(as_one / mistakes, min(rates) / MISTAKE**2)
    assert is_near(as_two / mistakes, rates[0] * rates[1] / MISTAKE**2)


@pytest.mark.parametrize("is_cautious", [False, True])
@pytest.mark.parametrize("many", [1, 140])
def test_other_failures_that_are_no_exceptions_beyond_doubt_do_not_count(
    many: int, is_cautious: bool
) -> None:
    """One event explains them, which is likelier by thousands of binary digits."""

    def odds(others: Sequence[Fraction], known: int) -> Fraction:
        return exception(300, others, known, PRINTED, is_cautious=is_cautious)

    likely = [Fraction(2)] * 3
    for none in (Fraction(0), Fraction(1, _BEYOND**70), Fraction(1, _BEYOND)):
        assert odds([none] * many, 0) == odds([], 0)
        assert odds([*likely, *[none] * many], 5) == odds(likely, 5)
    for sure in (Fraction(_BEYOND**70), Fraction(_BEYOND)):
        assert odds([sure] * many, 0) == odds([], many)
        assert odds([*likely, *[sure] * many], 5) == odds(likely, many + 5)
    # a little nearer they may be either
    nearer = Fraction(_BEYOND - 1)
    assert odds([nearer], 0) == odds([], 1)
