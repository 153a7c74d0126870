"""Keys of equal shares and one column, found where a table states them, and not elsewhere."""

from fractions import Fraction
from random import Random

import pytest

from allokera import Basis, Column, Recipient
from allokera.audit.case.case import Brief
from allokera.audit.case.keys import HeldKey
from allokera.audit.case.opening import open_case
from allokera.audit.survey.found import sheet_of, survey_sheet
from allokera.kronor.rounding import half_up

ROWS = 24


def keys_of(columns: dict[str, list[int]]) -> tuple[HeldKey, ...]:
    height = len(next(iter(columns.values())))
    who = tuple(Recipient(code="", name=f"Skola {chr(65 + row)}") for row in range(height))
    table = [
        Column(name=name, heading=name, cells=tuple(map(str, cells)))
        for name, cells in columns.items()
    ]
    survey = survey_sheet(sheet_of(who, table), who)
    return open_case(who, table, Brief(base=None, envelopes={}), survey).keys


def sizes(seed: int) -> list[int]:
    random = Random(seed)
    return [random.randint(90, 2_900) for _ in range(ROWS)]


def by_key(figures: list[int], equal: Fraction, pool: int, unit: int) -> list[int]:
    total = sum(figures)
    return [
        half_up((equal * Fraction(1, ROWS) + (1 - equal) * Fraction(each, total)) * pool / unit)
        * unit
        for each in figures
    ]


@pytest.mark.parametrize("equal", [Fraction(1, 2), Fraction(2, 5), Fraction(3, 4), Fraction(1, 10)])
@pytest.mark.parametrize("seed", range(3))
def test_a_key_of_a_column_is_found(equal: Fraction, seed: int) -> None:
    figures = sizes(seed)
    (held,) = keys_of({"Elever": figures, "Bidrag": by_key(figures, equal, 80_000_000, 1_000)})
    assert [part.share for part in held.parts] == [equal, 1 - equal]
    assert [[each.column for each in part.by] for part in held.parts] == [[], ["Elever"]]
    assert (held.basis, held.is_followed) == (Basis.INFERRED, True)
    assert held.trial.sheet.column.name == "Bidrag"
    # of a key that nobody states no unusual rounding is believed
    assert [*held.trial.fits] == ["half-up"]


@pytest.mark.parametrize("seed", range(12))
def test_a_fixed_amount_and_a_factor_that_are_no_simple_parts_are_no_key(seed: int) -> None:
    figures, random = sizes(seed), Random(seed)
    fixed, factor = random.randint(100_001, 999_999), random.randint(1_001, 9_999)
    assert keys_of({"Elever": figures, "Bidrag": [fixed + factor * each for each in figures]}) == ()


@pytest.mark.parametrize("seed", range(4))
def test_what_is_in_proportion_or_in_none_is_no_key(seed: int) -> None:
    figures, others = sizes(seed), sizes(seed + 100)
    assert keys_of({"Elever": figures, "Bidrag": [4_021 * each for each in figures]}) == ()
    assert keys_of({"Elever": figures, "Bidrag": [4_021 * each for each in others]}) == ()
    less = [9_000_000 - 1_000 * each for each in figures]
    assert keys_of({"Elever": figures, "Bidrag": less}) == ()
