"""Packages from PyPI that share out by largest remainder, each called as its documentation says."""

from collections.abc import Callable, Sequence
from importlib.metadata import version

Share = Callable[[Sequence[int], int], Sequence[int]]


def largest_remainder_package() -> Share:
    from largest_remainder import LargestRemainder

    return lambda weights, house: LargestRemainder.round(list(weights), house)


def voting() -> Share:
    from voting.apportionment import hamilton

    return lambda weights, house: hamilton(list(weights), house)


def apportionment() -> Share:
    from apportionment.methods import largest_remainder

    def share(weights: Sequence[int], house: int) -> Sequence[int]:
        return largest_remainder(weights, house, parties=["-"] * len(weights))

    return share


def votelib() -> Share:
    from votelib.evaluate.proportional import LargestRemainder

    evaluator = LargestRemainder("hare")

    def share(weights: Sequence[int], house: int) -> Sequence[int]:
        units = evaluator.evaluate(dict(enumerate(weights)), house)
        return [units.get(row, 0) for row in range(len(weights))]

    return share


def poli_sci_kit() -> Share:
    from poli_sci_kit.appointment.methods import largest_remainder

    return lambda weights, house: largest_remainder(shares=list(weights), total_alloc=house)


def iteround() -> Share:
    from iteround import saferound

    def share(weights: Sequence[int], house: int) -> Sequence[int]:
        total = sum(weights)
        quotas = [weight * house / total for weight in weights]
        return [int(units) for units in saferound(quotas, places=0)]

    return share


PEERS = {
    "largest-remainder": largest_remainder_package,
    "voting": voting,
    "apportionment": apportionment,
    "votelib": votelib,
    "poli-sci-kit": poli_sci_kit,
    "iteround": iteround,
}


def installed() -> dict[str, Share]:
    """Load the peers, with their versions in their names."""
    return {f"{name} {version(name)}": load() for name, load in PEERS.items()}
