"""What follows from what: against elimination with fractions."""

from fractions import Fraction
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.families.sums import Sum
from allokera.relations.rivals.algebra import Basis, equal_positions
from allokera.relations.rivals.selection import independent
from relations.elimination import Vector, rank
from relations.grids import sheet_of

WIDTH = 7
VIEW, _ = sheet_of([[str(place + 11) for place in range(WIDTH)]]).views()


class Equation(NamedTuple):
    """A sum: its target, what is added, and what is taken away."""

    target: int
    plus: frozenset[int]
    minus: frozenset[int]

    def claim(self) -> Claim:
        return weigh(VIEW, Sum(self.target, tuple(sorted(self.plus | self.minus)), self.minus), 0)

    def vector(self) -> Vector:
        signs = {self.target: -1} | dict.fromkeys(self.plus, 1) | dict.fromkeys(self.minus, -1)
        return [Fraction(signs.get(place, 0)) for place in range(WIDTH)]


@st.composite
def equations(draw: st.DrawFn) -> Equation:
    order = draw(st.permutations(range(WIDTH)))
    count = draw(st.integers(2, 4))
    signs = draw(st.lists(st.booleans(), min_size=count, max_size=count))
    parts = list(zip(order[1:], signs, strict=False))
    minus = frozenset(part for part, is_minus in parts if is_minus)
    return Equation(order[0], frozenset(part for part, _ in parts) - minus, minus)


def equality(one: int, other: int) -> Vector:
    return [Fraction((place == one) - (place == other)) for place in range(WIDTH)]


def says_something_new(known: list[Vector], equation: Equation) -> bool:
    """Whether it raises the rank, and does not just say that one of its positions is nothing."""
    whole = [*known, equation.vector()]
    if rank(whole) == rank(known):
        return False
    units = [
        [Fraction(at == place) for at in range(WIDTH)]
        for place in (equation.target, *equation.plus, *equation.minus)
    ]
    return not any(rank([*whole, unit]) == rank([*known, unit]) == rank(whole) for unit in units)


PAIRS = st.lists(st.integers(0, WIDTH - 2), unique=True, max_size=2).map(
    lambda firsts: [(first, first + 1) for first in firsts]
)
"""Positions that are equal to their neighbours."""


@given(PAIRS, st.lists(equations(), max_size=8))
def test_a_sum_says_something_new_just_where_it_raises_the_rank(
    equal: list[tuple[int, int]], some: list[Equation]
) -> None:
    basis, known = Basis(equal), [equality(*pair) for pair in equal]
    for equation in some:
        claim, is_new = equation.claim(), says_something_new(known, equation)
        assert basis.adds(claim) is is_new
        assert basis.learn(claim) is is_new
        assert not basis.adds(claim)
        known += [equation.vector()] if is_new else []


@given(st.lists(equations(), max_size=4), st.lists(equations(), max_size=6))
def test_what_is_kept_as_independent_has_full_rank_beside_what_is_known(
    known: list[Equation], more: list[Equation]
) -> None:
    vectors: list[Vector] = []
    for each in known:
        vectors += [each.vector()] if says_something_new(vectors, each) else []
    kept = independent(VIEW, [each.claim() for each in known], [each.claim() for each in more])
    ranked = sorted(more, key=lambda each: -each.claim().fit)
    count = 0
    for each in ranked:
        if says_something_new(vectors, each):
            vectors.append(each.vector())
            count += 1
    assert len(kept) == count


def test_that_a_position_is_nothing_is_no_sum_of_its_own() -> None:
    """Beside a = b + c the sum a = b + c + d says nothing but that d is less than rounding."""
    basis = Basis([])
    plain = Equation(0, frozenset({1, 2}), frozenset())
    assert basis.learn(plain.claim())
    assert not basis.adds(Equation(0, frozenset({1, 2, 3}), frozenset()).claim())
    assert not basis.adds(Equation(2, frozenset({0, 3}), frozenset({1})).claim())
    assert basis.adds(Equation(0, frozenset({3, 4}), frozenset()).claim())


def test_columns_with_the_same_numbers_are_equal_where_more_than_two_are_not_nothing() -> None:
    grid = [["5", "5", "7", "7", "0"], ["6", "6", "8", "8", "0"], ["9", "9", "", "", "0"]]
    across, _ = sheet_of(grid).views()
    assert equal_positions(across, across.used) == [(0, 1)]
    assert equal_positions(across, (1, 2, 3, 4)) == []
