"""What a relation allows in one cell: just the numbers with which it holds."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from random import Random

import pytest

from allokera.diagnosis.check import Check, make_check
from allokera.relations.evidence.claim import weigh
from allokera.relations.evidence.pattern import EVERYTHING, Pattern
from allokera.relations.families.constants import Constant
from allokera.relations.families.fitted import Fitted
from allokera.relations.families.means import Mean
from allokera.relations.families.ratios import CHANGE, DIVISION, PRODUCT, Ratio
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import law_told
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import read_sheet

FACTOR = Fraction(213, 100)


def row_of(pattern: Pattern, random: Random) -> list[int | Fraction]:
    """Draw numbers that a relation between three columns holds for, the target first."""
    one, two = random.randint(20, 900), random.randint(20, 900)
    told: dict[str, Callable[[], int | Fraction]] = {
        "sum": lambda: one - two if pattern.taken_away else one + two,
        "mean": lambda: Fraction(one + two, 2),
        DIVISION: lambda: Fraction(one, two),
        CHANGE: lambda: Fraction(100 * (two - one), one),
        PRODUCT: lambda: one * two,
        "constant": lambda: 17,
        "proportional": lambda: Fraction(FACTOR * one),
    }
    return [told[pattern.operator](), one, two]


def printed(numbers: Sequence[int | Fraction], places: int) -> list[str]:
    first, *others = numbers
    scaled = int(2 * abs(Fraction(first)) * 10**places + 1) // 2
    head, tail = divmod(scaled, 10**places)
    sign = "-" if first < 0 and scaled else ""
    return [sign + (f"{head},{tail:0{places}}" if places else str(head)), *map(str, others)]


PATTERNS: list[tuple[Pattern, int]] = [
    (Sum(1, (2, 3)), 0),
    (Sum(1, (2, 3), frozenset({3})), 0),
    (Mean(1, (2, 3)), 1),
    (Ratio(1, (2, 3), DIVISION), 3),
    (Ratio(1, (2, 3), CHANGE, 100), 1),
    (Ratio(1, (2, 3), PRODUCT), 0),
    (Constant(1, (), 17), 0),
    (Fitted(1, (2,), ((Fraction(0), FACTOR),)), 0),
]


def checks_of(pattern: Pattern, places: int) -> list[Check]:
    random = Random(f"{pattern}")
    texts = [["Ort", *printed(row_of(pattern, random), places)] for _ in range(8)]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    law = law_told(weigh(sheet.views()[0], pattern, 0))
    return [check for line in range(8) if (check := make_check(law, line)) is not None]


def holds_with(check: Check, place: int, number: int) -> bool:
    """Measure the line again, with another number in one place: the family's own word for it."""
    view = check.law.claim.view
    values = [list(line) for line in view.values]
    values[check.line][place] = number
    changed = type(view)(
        values, view.units, view.withheld, view.names, view.labels, view.is_across, view.one
    )
    measured = check.law.claim.pattern.measure(changed, check.line)
    return measured is not None and measured.holds


@pytest.mark.parametrize(("pattern", "places"), PATTERNS[:-2] + PATTERNS[-1:])
def test_just_inside_the_bounds_a_relation_holds_and_just_outside_not(
    pattern: Pattern, places: int
) -> None:
    checks = checks_of(pattern, places)
    assert checks
    for check in checks:
        for cell, place in check.places.items():
            found = check.allowed(cell)
            assert found is not None
            low, high = found
            assert low <= check.law.claim.view.values[check.line][place] <= high  # type: ignore[operator]
            unit = check.law.claim.view.units[check.line][place]
            slack = max(unit, (high - low) // 50)  # quotients are bound to first order
            middle = (low + high) // 2
            assert holds_with(check, place, middle)
            assert not holds_with(check, place, high + slack + 1)
            assert not holds_with(check, place, low - slack - 1) or low - slack - 1 <= 0


def test_a_constant_has_no_other_cell_and_is_no_check() -> None:
    """It holds no cell to another: a number that differs may be right."""
    assert checks_of(*PATTERNS[-2]) == []


def test_a_divisor_that_may_be_nought_bounds_on_one_side() -> None:
    """0,4 people stand for 0 to 0,9: what they share may be anything above."""
    texts = [["Ort", f"{100 * place},0", "40", "0,4"] for place in range(1, 6)]
    sheet = read_sheet(texts, notation_of_sheet(texts), without=(0,))
    view = sheet.views()[0]
    units = [[10 if place == 3 else unit for place, unit in enumerate(row)] for row in view.units]
    loose = type(view)(
        view.values, units, view.withheld, view.names, view.labels, view.is_across, view.one
    )
    law = law_told(weigh(loose, Ratio(1, (2, 3)), 0))
    check = Check(law, 0, None)
    found = check.allowed((0, 1))
    assert found is not None
    assert 0 < found[0] < found[1] == EVERYTHING
