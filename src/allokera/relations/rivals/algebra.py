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
        """Whether a sum says something that does not follow from what is known."""
        return bool(self._rest(claim))

    def learn(self, claim: Claim) -> bool:
        """Add a sum to what is known.

        Returns:
            Whether it said something new.
        """
        return self._add(self._rest(claim))

    def _add(self, rest: Combination) -> bool:
        if not rest:
            return False
        inverse = pow(rest[min(rest)], -1, _PRIME)
        self._rows[min(rest)] = {place: value * inverse % _PRIME for place, value in rest.items()}
        return True

    def _rest(self, claim: Claim) -> Combination:
        rest = {claim.target: _PRIME - 1}
        for part in claim.parts:
            rest[part] = _PRIME - 1 if part in claim.pattern.taken_away else 1
        return self._reduced(rest)

    def _reduced(self, rest: Combination) -> Combination:
        while (pivot := min(rest.keys() & self._rows.keys(), default=None)) is not None:
            _subtract(rest, self._rows[pivot], rest[pivot])
        return rest


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
