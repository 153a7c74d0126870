"""Right answers by exhaustion: every way to share out a few units, and the best of them."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Any

Units = tuple[int, ...]


def every_way(rows: int, house: int) -> Iterator[Units]:
    """All vectors of `rows` whole numbers, zero or more, that sum to `house`."""
    if rows == 1:
        yield (house,)
        return
    for first in range(house + 1):
        for rest in every_way(rows - 1, house - first):
            yield (first, *rest)


def best(rows: int, house: int, cost: Callable[[Units], Any]) -> Units:
    """The vector of least cost; of several, the one that favours earlier rows."""
    least = min(cost(units) for units in every_way(rows, house))
    return max(units for units in every_way(rows, house) if cost(units) == least)


def quotas(weights: Sequence[int], house: int) -> list[Fraction]:
    return [Fraction(weight * house, sum(weights)) for weight in weights]


def by_least_squares(weights: Sequence[int], house: int) -> Units:
    """Largest remainder minimises the sum of (units - quota)^2 (Pólya 1918)."""
    due = quotas(weights, house)

    def cost(units: Units) -> Fraction:
        return sum(((u - q) ** 2 for u, q in zip(units, due, strict=True)), Fraction(0))

    return best(len(weights), house, cost)


def signpost(method: str, k: int) -> Fraction:
    """Where a divisor method rounds up between k and k + 1, from the books; Hill's squared."""
    if method == "hill":
        return Fraction(k * (k + 1))
    if method == "dean":
        return Fraction(2 * k * (k + 1), 2 * k + 1)
    if method.startswith("sainte-lague-") and k == 0:
        return Fraction(method.removeprefix("sainte-lague-")) / 2
    at = {"webster": Fraction(1, 2), "jefferson": Fraction(1), "adams": Fraction(0)}
    return k + at.get(method, Fraction(1, 2))
