"""Which weights may stand beside so many units: an answer comes, also where there are none."""

import pytest

from allokera.audit.rounding.allowed import ENDLESS, allowed_weights, allows
from allokera.audit.rounding.fit import Entry, fit
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
