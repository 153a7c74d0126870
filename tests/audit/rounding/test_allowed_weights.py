"""Which weights may stand beside so many units: an answer comes, also where there are none."""

import pytest

from allokera.audit.rounding.allowed import ENDLESS, allowed_units, allowed_weights, allows
from allokera.audit.rounding.fit import Entry, fit, only
from allokera.audit.rounding.rules import RULES, Rule

WEIGHTS = (700, 900, 1100)
CEILING = next(rule for rule in RULES if rule.name == "ceiling")


def test_rounded_up_nothing_stands_beside_no_weight() -> None:
    """All others are a unit: what one is due lies above nothing, however small its weight."""
    found = fit(CEILING, [Entry(row, 10 * (row + 1), 1) for row in range(8)])
    assert found is not None
    assert allowed_weights(found, 0) == range(0)
    some = allowed_weights(found, 1)
    assert some.start == 1
    assert some.stop == ENDLESS


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@pytest.mark.parametrize("units", [1, 3, 50])
def test_the_ends_are_allowed_and_what_is_beside_them_is_not(rule: Rule, units: int) -> None:
    """All fit three per cent exactly, by whatever rule."""
    found = fit(rule, [Entry(row, weight, 3 * weight // 100) for row, weight in enumerate(WEIGHTS)])
    assert found is not None
    some = allowed_weights(found, units)
    assert all(allows(found, weight, units) for weight in (some.start, some.stop - 1))
    beside = [weight for weight in (some.start - 1, some.stop) if 0 < weight < ENDLESS]
    assert not any(allows(found, weight, units) for weight in beside)


@pytest.mark.parametrize(
    ("name", "weight", "expected"),
    [
        ("floor", 10, range(3, 4)),
        ("floor", 20, range(6, 8)),
        ("ceiling", 20, range(5, 7)),
        ("half-up", 30, range(8, 11)),
        ("half-down", 30, range(8, 11)),
        ("nearest", 30, range(7, 12)),
    ],
)
def test_an_end_that_a_factor_lacks_is_not_reached(name: str, weight: int, expected: range) -> None:
    """Ten come to three units: thirty to 7,5 at least, and to 10,5 at most, ends as they belong."""
    found = only(next(rule for rule in RULES if rule.name == name), 10, 3)
    assert found is not None
    assert allowed_units(found, weight) == expected
