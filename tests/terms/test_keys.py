"""Keys: whole weights of parts, against shares that are written from the definition."""

from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allokera import Basis, Indicator, Key, KeyPart, Recipient, Source, by_key
from allokera.errors import RequestError
from allokera.terms.keys import Columns, Figures, count_parts

SOURCE = Source(file="f.csv", sha256="0")
WHO = tuple(Recipient(code=code, name=name) for code, name in (("1", "A"), ("", "B"), ("3", "C")))
IDS = ("1", "B", "3")


def columns(**figures: tuple[Any, ...]) -> Columns:
    return {
        ("f.csv", name): Figures(name, dict(zip(IDS, values, strict=False)), SOURCE)
        for name, values in figures.items()
    }


def by(column: str, **more: Any) -> Indicator:
    return Indicator(column, "f.csv", place="k.yaml:7", **more)


def key(*parts: KeyPart) -> Key:
    return Key(parts=parts, basis=Basis.STATED, reason="decided")


def shares(made: Key, figures: Columns) -> list[Fraction]:
    weights = by_key(WHO, made, figures).weights
    return [Fraction(weight, sum(weights)) for weight in weights]


def test_three_indicators_and_equal_parts() -> None:
    made = key(
        KeyPart(Fraction(1, 10)),
        KeyPart(Fraction(4, 10), (by("pupils"),)),
        KeyPart(Fraction(3, 10), (by("new"),)),
        KeyPart(Fraction(2, 10), (by("poor"),)),
    )
    found = shares(made, columns(pupils=(1, 1, 2), new=(0, 0, 5), poor=(Fraction(1, 2), 1, 0)))
    assert found == [
        Fraction(1, 30) + Fraction(1, 10) + 0 + Fraction(1, 15),
        Fraction(1, 30) + Fraction(1, 10) + 0 + Fraction(2, 15),
        Fraction(1, 30) + Fraction(2, 10) + Fraction(3, 10) + 0,
    ]


def test_a_floor_and_a_cap_hold_of_a_figure_and_a_factor_of_what_counts() -> None:
    bounded = by("pupils", floor=Fraction(3), cap=Fraction(8), factor=Fraction(3, 2))
    (part,) = count_parts(
        key(KeyPart(Fraction(1), (bounded, by("new")))),
        WHO,
        columns(pupils=(0, 5, 100), new=(1, 0, 0)),
    )
    assert part.figures == (Fraction(11, 2), Fraction(15, 2), 12)


def test_a_factor_alone_changes_no_share() -> None:
    figures = columns(pupils=(3, 5, 7))
    plain, times = (
        shares(key(KeyPart(Fraction(1), (by("pupils", factor=Fraction(factor)),))), figures)
        for factor in (1, 40)
    )
    assert plain == times == [Fraction(each, 15) for each in (3, 5, 7)]


def test_who_has_no_figure_is_named() -> None:
    made = key(KeyPart(Fraction(1), (by("pupils"),)))
    with pytest.raises(RequestError) as refused:
        by_key(WHO, made, columns(pupils=(3, 5)))
    assert str(refused.value) == ("k.yaml:7: key without figure: names=('C',), column='pupils'")


def test_nothing_can_be_shared_by_zeros() -> None:
    with pytest.raises(RequestError, match=r"k\.yaml:7: key of zeros"):
        by_key(WHO, key(KeyPart(Fraction(1), (by("pupils"),))), columns(pupils=(0, 0, 0)))


def test_shares_say_their_key() -> None:
    made = by_key(WHO, key(KeyPart(Fraction(1), (by("pupils"),))), columns(pupils=(2, 4, 6)))
    assert made.weights == (1, 2, 3)
    assert (made.basis, made.sources) == (Basis.STATED, (SOURCE,))
    assert [part.total for part in made.parts] == [12]


NUMBERS = st.fractions(0, 10**6, max_denominator=100)
BOUNDS = st.none() | NUMBERS


@st.composite
def keys(draw: st.DrawFn) -> tuple[list[int], list[list[tuple[Any, ...]]]]:
    """Shares as whole numbers; a part, its indicators: figures, factor, floor, cap."""
    count = draw(st.integers(1, 4))
    sizes = draw(st.lists(st.integers(1, 9), min_size=count, max_size=count))
    figures = st.lists(NUMBERS, min_size=len(WHO), max_size=len(WHO))
    factors = st.fractions(Fraction(1, 9), 9, max_denominator=9)
    indicator = st.tuples(figures, factors, BOUNDS, BOUNDS)
    return sizes, [draw(st.lists(indicator, max_size=3)) for _ in sizes]


@given(keys())
def test_weights_are_in_proportion_to_what_the_definition_gives(
    drawn: tuple[list[int], list[list[tuple[Any, ...]]]],
) -> None:
    """An oracle: p f / (sum of f), with f the sum of factor times figure, kept within bounds."""
    sizes, parts = drawn
    expected = [Fraction(0)] * len(WHO)
    made, figures = [], {}
    for at, (size, indicators) in enumerate(zip(sizes, parts, strict=True)):
        counts = [Fraction(0)] * len(WHO)
        named = []
        for number, (values, factor, floor, cap) in enumerate(indicators):
            name = f"{at}-{number}"
            figures[name] = tuple(values)
            named.append(by(name, factor=factor, floor=floor, cap=cap))
            for who, value in enumerate(values):
                least = floor if floor is not None and value < floor else value
                counts[who] += factor * (cap if cap is not None and least > cap else least)
        if not indicators:
            counts = [Fraction(1)] * len(WHO)
        made.append(KeyPart(Fraction(size, sum(sizes)), tuple(named)))
        if not sum(counts):
            with pytest.raises(RequestError, match="key of zeros"):
                count_parts(key(made[-1]), WHO, columns(**figures))
            return
        for who, count in enumerate(counts):
            expected[who] += Fraction(size, sum(sizes)) * count / sum(counts)
    assert sum(expected) == 1
    assert shares(key(*made), columns(**figures)) == expected
