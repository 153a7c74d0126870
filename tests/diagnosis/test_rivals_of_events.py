"""What else may have been where an event explains much: as many exceptions, or other events."""

from fractions import Fraction
from random import Random

import pytest

from allokera.diagnosis.diagnose import diagnose
from allokera.diagnosis.exceptions import _of_like, _of_one
from allokera.diagnosis.hypothesis import Element, Hypothesis, _rivals, smallest
from allokera.diagnosis.likelihood import Likelihood
from allokera.diagnosis.mistakes.events import Event, Meant
from allokera.diagnosis.rates import LIKE_OTHERS
from allokera.kronor.keying import Slip
from allokera.relations.families.sums import Sum
from diagnosis.tiny import along_rows


def event(row: int, *hits: int) -> Element:
    """An event of two cells, that changes the checks of some places."""
    cells = tuple(((row + more, 1), Meant(7)) for more in (0, 1))
    return Element(frozenset(hits), event=Event(Slip.SHIFTED, cells))


def alone(*places: int) -> frozenset[Element]:
    return frozenset(Element(frozenset({place})) for place in places)


ONE, OTHER, APART = event(3, 0, 1, 2), event(8, 1, 2, 5), event(20, 7, 8)
CELL = Element(frozenset({2}), (4, 2))


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (frozenset(), [alone(0, 1, 2), {OTHER, *alone(0)}]),
        # what the others of the set touch is left to them
        ({CELL}, [{CELL, *alone(0, 1)}, {CELL, OTHER, *alone(0)}]),
        (alone(0), [alone(0, 1, 2), {OTHER, *alone(0)}]),
        ({CELL, *alone(0)}, [{CELL, *alone(0, 1)}, {CELL, OTHER, *alone(0)}]),
    ],
)
def test_in_place_of_an_event_all_are_exceptions_or_another_explains_some(
    rest: Hypothesis, expected: list[Hypothesis]
) -> None:
    """One that touches nothing of it is no rival."""
    chosen = frozenset({ONE, *rest})
    elements = [CELL, *alone(0, 1, 2), ONE, APART, OTHER]
    found = [each for each in _rivals(chosen, elements) if each != chosen]
    assert found == expected


def test_of_two_events_each_has_rivals_and_where_there_is_none_there_are_none() -> None:
    elements = [*alone(0, 1, 2, 7, 8), ONE, APART]
    found = {*_rivals(frozenset({ONE, APART}), elements)}
    assert found == {
        frozenset({ONE, APART}),
        frozenset({APART, *alone(0, 1, 2)}),
        frozenset({ONE, *alone(7, 8)}),
    }
    assert list(_rivals(frozenset({CELL, *alone(0, 1)}), elements)) == []


BLOCK = (4, 5, 6)


def of_block(sums: int = 0, count: int = 20, seed: int = 1) -> list[list[object]]:
    """Rows of two parts and their sum; a block of parts in thousands, or of sums set by hand."""
    random = Random(seed)
    parts = [[random.randrange(200_000, 900_000) for _ in range(2)] for _ in range(count)]
    rows: list[list[object]] = [[*row, sum(row)] for row in parts]
    for row in BLOCK:
        if sums:
            rows[row][2] = sums
        else:
            rows[row][0] = (parts[row][0] + 500) // 1_000
    return rows


def test_beside_an_event_as_many_exceptions_are_weighed() -> None:
    """Sets of three are not looked at else, where one event explains all."""
    network = along_rows(of_block(), Sum(3, (1, 2)))
    (found,) = diagnose(network)
    assert found.is_whole
    sets = [(each.mistakes, len(each.exceptions), len(each.cells)) for _, each in found.usual]
    assert sets.count((1, 0, 3)) == 1
    assert sets.count((0, 3, 0)) == 1
    # of a set that holds another nothing is said
    assert not any(mistakes and exceptions for mistakes, exceptions, _ in sets)
    assert all(found.is_sure([(row, 1)]) for row in BLOCK)


def test_a_rival_is_asked_for_once_and_none_that_holds_an_explanation() -> None:
    network = along_rows(of_block(), Sum(3, (1, 2)))
    failing = network.failing
    whole, half, same = event(4, 0, 1, 2), event(9, 0, 1), event(12, 0, 1, 2)
    asked = list[Hypothesis]()

    def explain(chosen: Hypothesis) -> Hypothesis | None:
        asked.append(chosen)
        return chosen if chosen != {half, *alone(2)} else None

    found, is_whole = smallest(network, failing, [*alone(0, 1, 2), whole, half, same], explain)
    assert is_whole
    assert {*found} == {frozenset({whole}), frozenset({same}), alone(0, 1, 2)}
    assert asked.count(alone(0, 1, 2)) == 1


def test_a_rival_that_no_numbers_fit_is_none() -> None:
    network = along_rows(of_block(), Sum(3, (1, 2)))
    whole = event(4, 0, 1, 2)

    def explain(chosen: Hypothesis) -> Hypothesis | None:
        return chosen if whole in chosen else None

    found, _ = smallest(network, network.failing, [*alone(0, 1, 2), whole], explain)
    assert found == [frozenset({whole})]


def test_half_of_all_exceptions_are_given_what_others_are_given() -> None:
    """A most, or an amount set for all of a kind: of the others that fail two in three have it."""
    rows = of_block(sums=1_000_017)
    rows[9][2] = 777_777
    network = along_rows(rows, Sum(3, (1, 2)))
    weighed = Likelihood(network, network.failing)
    like = {check.line: _of_like(check, {}) for check in network.failing}
    assert like == {**dict.fromkeys(BLOCK, Fraction(2, 4)), 9: Fraction(0)}
    for check in network.failing:
        low, high = check.allowed(check.target) or (0, 0)
        assert (low, high) == (low, low)
        if check.line in BLOCK:
            assert _of_one(weighed.network, check, {}) == LIKE_OTHERS * like[check.line]
        else:
            assert 0 < _of_one(weighed.network, check, {}) < Fraction(1, 1_000)
    # one that was meant to hold the same is like them, and one that was not is not
    other = next(check for check in network.failing if check.line == 9)
    (alike, *_) = (check for check in network.failing if check.line in BLOCK)
    assert _of_like(other, {other.target: 1_000_017}) == Fraction(len(BLOCK), len(BLOCK) + 1)
    assert _of_like(alike, {alike.target: 777_777}) == Fraction(1, len(BLOCK) + 1)
    assert _of_like(alike, {other.target: 1_000_017}) == Fraction(len(BLOCK), len(BLOCK) + 1)


def test_an_exception_by_itself_is_like_no_other() -> None:
    rows = of_block()
    for row in BLOCK[1:]:
        rows[row] = [200_000, 300_000, 500_000]
    network = along_rows(rows, Sum(3, (1, 2)))
    (check,) = network.failing
    assert _of_like(check, {}) == 0


@pytest.mark.parametrize(("sums", "is_one"), [(1_000_017, False), (0, True)])
def test_three_rows_that_are_given_one_amount_are_no_mistakes(sums: int, is_one: bool) -> None:
    network = along_rows(of_block(sums), Sum(3, (1, 2)))
    wrong = {
        cell
        for each in diagnose(network)
        for cell in each.suspects
        if each.is_sure([cell]) or each.is_likely([cell])
    }
    assert bool(wrong) is is_one
