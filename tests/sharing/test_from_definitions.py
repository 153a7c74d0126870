"""Parts, signs, thresholds, lots and bounds together, against the methods' definitions."""

from collections.abc import Callable, Sequence
from fractions import Fraction
from random import Random
from typing import NamedTuple

import pytest

from allokera import Grant, Scenario, share_out
from allokera.apportionment import find_method
from allokera.errors import ProblemError, RequestError
from allokera.kronor.amount import Amount
from allokera.model import Recipient
from allokera.terms.bounds import Bound
from allokera.terms.shares import Shares, above

SIGNPOSTS: dict[str, Callable[[int], Fraction]] = {
    "webster": lambda k: Fraction(2 * k + 1, 2) ** 2,
    "jefferson": lambda k: Fraction(k + 1) ** 2,
    "adams": lambda k: Fraction(k) ** 2,
    "hill": lambda k: Fraction(k * (k + 1)),
    "dean": lambda k: Fraction(2 * k * (k + 1), 2 * k + 1) ** 2,
}
"""Where a weight over the divisor is rounded up to k + 1: the squares of Balinski and Young's."""


UNITS: Sequence[Amount] = (1, 1_000, Fraction(1, 100), Fraction(1, 20), Fraction(5, 2))


class Case(NamedTuple):
    """A problem, by rows."""

    weights: list[int]
    thresholds: list[Fraction]
    total: Amount
    unit: Amount
    method: str
    lot: list[int]
    least: list[Amount]
    most: list[Amount | None]


def drawn(random: Random) -> Case:
    """Few rows, small weights: ties are usual, and bounds hold."""
    count = random.randint(1, 7)
    unit = random.choice(UNITS)

    def some(low: int, high: int) -> Amount:
        """So many units, or half a unit more."""
        amount = Fraction(unit) * Fraction(2 * random.randint(low, high) + random.choice([0, 1]), 2)
        return int(amount) if isinstance(unit, int) else amount

    return Case(
        weights=[random.choice([0, 1, 1, 2, 2, 3, 5, 8, 13]) for _ in range(count)],
        thresholds=[
            random.choice([Fraction(0), Fraction(0), Fraction(1, 10)]) for _ in range(count)
        ],
        total=random.choice([1, -1]) * some(0, 40),
        unit=unit,
        method=random.choice(["largest-remainder", *SIGNPOSTS]),
        lot=random.sample(range(count), random.randint(0, count)),
        least=[some(0, 3) if random.random() < 0.2 else 0 for _ in range(count)],
        most=[some(2, 30) if random.random() < 0.2 else None for _ in range(count)],
    )


def by_definition(case: Case) -> list[Amount] | None:
    """Share out from the definitions; None where there is no answer."""
    total = sum(case.weights)
    if not total:
        return None
    weights = [
        0 if Fraction(weight, total) < least else weight
        for weight, least in zip(case.weights, case.thresholds, strict=True)
    ]
    house = int(abs(Fraction(case.total)) / Fraction(case.unit))
    lower = [-int(-Fraction(each) / Fraction(case.unit) // 1) for each in case.least]
    upper = [
        house + 1 if each is None else int(Fraction(each) / Fraction(case.unit) // 1)
        for each in case.most
    ]
    if any(low > high for low, high in zip(lower, upper, strict=True)):
        return None
    upper = [
        high if weight else low for weight, low, high in zip(weights, lower, upper, strict=True)
    ]
    if not any(weights) or not sum(lower) <= house <= sum(upper):
        return None
    order = [*case.lot, *(row for row in range(len(weights)) if row not in case.lot)]
    give = _by_remainders if case.method == "largest-remainder" else _by_claims(case.method)
    units = give(weights, house, lower, upper, order)
    sign = 1 if case.total >= 0 else -1
    return None if units is None else [sign * each * case.unit for each in units]


Rows = Sequence[int]


def _by_remainders(
    weights: Rows, house: int, lower: Rows, upper: Rows, order: Rows
) -> list[int] | None:
    """Quotas at one common rate, held within the bounds; then the largest remainders."""

    def quotas(rate: Fraction) -> list[Fraction]:
        return [
            min(max(weight * rate, Fraction(low)), Fraction(high))
            for weight, low, high in zip(weights, lower, upper, strict=True)
        ]

    ends = {Fraction(0), Fraction(10**6)}
    for weight, low, high in zip(weights, lower, upper, strict=True):
        ends |= {Fraction(end, weight) for end in (low, high) if weight}
    above_it = next(end for end in sorted(ends) if sum(quotas(end)) >= house)
    below_it = max((end for end in ends if end < above_it), default=above_it)
    less, more = sum(quotas(below_it)), sum(quotas(above_it))
    part = Fraction(house - less, more - less) if more > less else Fraction(0)
    due = quotas(below_it + (above_it - below_it) * part)
    units = [each.numerator // each.denominator for each in due]
    first = sorted(order, key=lambda row: units[row] - due[row])
    for row in first[: house - sum(units)]:
        units[row] += 1
    return units


def _by_claims(method: str) -> Callable[[Rows, int, Rows, Rows, Rows], list[int] | None]:
    """One unit after another to the largest weight over the signpost."""
    signpost = SIGNPOSTS[method]

    def give(weights: Rows, house: int, lower: Rows, upper: Rows, order: Rows) -> list[int] | None:
        units = list(lower)
        if not signpost(0):
            for row, weight in enumerate(weights):
                units[row] = max(units[row], min(1, upper[row])) if weight else units[row]
        if sum(units) > house:
            return None
        while sum(units) < house:
            claims = [
                (Fraction(weights[row] ** 2) / signpost(units[row]), -turn, row)
                for turn, row in enumerate(order)
                if units[row] < upper[row]
            ]
            units[max(claims)[2]] += 1
        return units

    return give


def by_allokera(case: Case, grant: Grant) -> list[Amount] | None:
    names = [Recipient(code="", name=f"R{row}") for row in range(len(case.weights))]
    shares = Shares(recipients=tuple(names), weights=tuple(case.weights))
    try:
        scenario = Scenario(
            envelope=case.total,
            unit=case.unit,
            method=find_method(case.method),
            shares=above(shares, case.thresholds),
            lot=tuple(names[row] for row in case.lot),
            minimums=tuple(Bound(names[row], each) for row, each in enumerate(case.least) if each),
            maximums=tuple(
                Bound(names[row], each) for row, each in enumerate(case.most) if each is not None
            ),
        )
        rows = share_out(grant, scenario).allocations[0].rows
    except (ProblemError, RequestError):
        return None
    return [row.amount for row in rows]


def check(seeds: range, grant: Grant) -> None:
    answered = 0
    for seed in seeds:
        case = drawn(Random(f"definitions {seed}"))
        expected = by_definition(case)
        assert by_allokera(case, grant) == expected, f"seed {seed}: {case}"
        answered += expected is not None
    assert 4 * answered > len(seeds)


def test_problems_with_all_terms_at_once_are_shared_out_by_definition(grant: Grant) -> None:
    check(range(600), grant)


@pytest.mark.slow
def test_ten_thousand_problems_are_shared_out_by_definition(grant: Grant) -> None:
    check(range(600, 10_600), grant)
