"""Linear algebra over sums: which of them follow from others. Arithmetic modulo a prime."""

from collections.abc import Iterable, Mapping

from allokera.relations.evidence.claim import Claim
from allokera.relations.sheet.view import View

_PRIME = 2**61 - 1

Combination = dict[int, int]
"""Coefficients by position, modulo the prime."""


class Basis:
    """What is known: sums, and positions that are equal. It starts with those that are equal."""

    def __init__(self, equal: Iterable[tuple[int, int]]) -> None:
        self._rows: dict[int, Combination] = {}
        for one, other in equal:
            self._add(self._reduced({one: 1, other: _PRIME - 1}))

    def adds(self, claim: Claim) -> bool:
        """Whether a sum says something that does not follow from what is known.

        That one of its positions is nothing, or less than rounding shows, is no sum of its own.
        """
        rest = self._rest(claim)
        return bool(rest) and not any(
            _are_parallel(rest, self._reduced({place: 1})) for place in _positions(claim)
        )

    def learn(self, claim: Claim) -> bool:
        """Add a sum to what is known.

        Returns:
            Whether it said something new.
        """
        if not self.adds(claim):
            return False
        self._add(self._rest(claim))
        return True

    def _add(self, rest: Combination) -> None:
        if rest:
            inverse = pow(rest[min(rest)], -1, _PRIME)
            self._rows[min(rest)] = _times(rest, inverse)

    def _rest(self, claim: Claim) -> Combination:
        rest = {claim.target: _PRIME - 1}
        for part in claim.parts:
            rest[part] = _PRIME - 1 if part in claim.pattern.taken_away else 1
        return self._reduced(rest)

    def _reduced(self, rest: Combination) -> Combination:
        while (pivot := min(rest.keys() & self._rows.keys(), default=None)) is not None:
            _subtract(rest, self._rows[pivot], rest[pivot])
        return rest


def _positions(claim: Claim) -> tuple[int, ...]:
    return claim.target, *claim.parts


def _times(some: Combination, factor: int) -> Combination:
    return {place: value * factor % _PRIME for place, value in some.items()}


def _are_parallel(one: Combination, other: Combination) -> bool:
    """Whether one combination is a multiple of another that is not nothing."""
    if one.keys() != other.keys():
        return False
    first = min(one)
    return _times(one, other[first]) == _times(other, one[first])


def _subtract(rest: Combination, row: Mapping[int, int], factor: int) -> None:
    for place, value in row.items():
        left = (rest.get(place, 0) - factor * value) % _PRIME
        if left:
            rest[place] = left
        else:
            rest.pop(place, None)


def equal_positions(view: View, positions: Iterable[int]) -> list[tuple[int, int]]:
    """Find positions with the same numbers in all lines: the two sides of a balance."""
    first: dict[tuple[int | None, ...], int] = {}
    pairs = []
    for place in positions:
        numbers = view.columns[place]
        if sum(map(bool, numbers)) > 2:
            if numbers in first:
                pairs.append((first[numbers], place))
            first.setdefault(numbers, place)
    return pairs
