"""Packages from PyPI that share units out, each called as its documentation says."""

from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from importlib.metadata import version
from io import StringIO
from typing import Any

Share = Callable[[Sequence[int], int], Sequence[int]]
"""Weights and a house to units."""

Peer = Callable[[str], Share | None]
"""Makes what shares out by a method; None where the package does not offer it."""


def largest_remainder_package(method: str) -> Share | None:
    from largest_remainder import LargestRemainder

    if method != "largest-remainder":
        return None
    return lambda weights, house: LargestRemainder.round(list(weights), house)


def voting(method: str) -> Share | None:
    from voting import apportionment

    names = {"largest-remainder": "hamilton", "hill": "huntington_hill"}
    function = getattr(apportionment, names.get(method, method), None)
    if function is None:
        return None
    return lambda weights, house: function(list(weights), house)


def apportionment(method: str) -> Share | None:
    from apportionment.methods import compute

    names = {"largest-remainder": "hamilton"}

    def share(weights: Sequence[int], house: int) -> Sequence[int]:
        units: Sequence[int] = compute(
            names.get(method, method), weights, house, parties=["-"] * len(weights)
        )
        return units

    return share


def votelib(method: str) -> Share | None:
    from votelib.evaluate.proportional import HighestAverages, LargestRemainder

    divisors = {"webster": "sainte_lague", "jefferson": "d_hondt", "hill": "huntington_hill"}
    if method == "largest-remainder":
        evaluator = LargestRemainder("hare")
    elif method in divisors:
        evaluator = HighestAverages(divisors[method])
    else:
        return None

    def share(weights: Sequence[int], house: int) -> Sequence[int]:
        votes = dict(enumerate(weights))
        if method == "hill":  # its divisor is zero at first: the first seats are to be given before
            units = evaluator.evaluate(votes, house, prev_gains=dict.fromkeys(votes, 1))
            return [units.get(row, 0) + 1 for row in votes]
        units = evaluator.evaluate(votes, house)
        return [units.get(row, 0) for row in votes]

    return share


def poli_sci_kit(method: str) -> Share | None:
    from poli_sci_kit.appointment.methods import highest_averages, largest_remainder

    styles = {"webster": "Webster", "jefferson": "Jefferson", "hill": "Huntington-Hill"}
    if method == "largest-remainder":
        return lambda weights, house: largest_remainder(shares=list(weights), total_alloc=house)
    if method not in styles:
        return None

    def share(weights: Sequence[int], house: int) -> Sequence[int]:
        with redirect_stdout(StringIO()):  # it prints advice
            units: Sequence[int] = highest_averages(
                averaging_style=styles[method], shares=list(weights), total_alloc=house
            )
        return units

    return share


def iteround(method: str) -> Share | None:
    from iteround import saferound

    if method != "largest-remainder":
        return None

    def share(weights: Sequence[int], house: int) -> Sequence[int]:
        total = sum(weights)
        quotas = [weight * house / total for weight in weights]
        return [int(units) for units in saferound(quotas, places=0)]

    return share


def apportionpy(method: str) -> Share | None:
    from apportionpy.apportionment import Apportion

    names = {
        "largest-remainder": "hamilton",
        "webster": "webster",
        "jefferson": "jefferson",
        "adams": "adam",
        "hill": "huntington hill",
    }
    if method not in names:
        return None

    def share(weights: Sequence[int], house: int) -> Sequence[int]:
        return list(Apportion(house, list(weights), names[method]).fair_shares)

    return share


def biprop(method: str) -> Share | None:
    """It takes any rounding of an array; those of the textbooks are given here, in floats."""
    import numpy as np
    from biprop import Election

    def between(mean: Callable[[Any], Any]) -> Callable[[Any], Any]:
        return lambda x: np.where(x >= mean(np.floor(x)), np.floor(x) + 1, np.floor(x))

    roundings = {
        "webster": np.round,
        "jefferson": np.floor,
        "adams": np.ceil,
        "hill": between(lambda k: np.sqrt(k * (k + 1))),
        "dean": between(lambda k: 2 * k * (k + 1) / (2 * k + 1)),
    }
    if method not in roundings:
        return None

    def share(weights: Sequence[int], house: int) -> Sequence[int]:
        election = Election(np.array(weights, dtype=float).reshape(-1, 1))
        units: Sequence[int] = election.upper_apportionment(
            house, rounding_method=roundings[method]
        )
        return units

    return share


PEERS: dict[str, Peer] = {
    "largest-remainder": largest_remainder_package,
    "voting": voting,
    "apportionment": apportionment,
    "votelib": votelib,
    "poli-sci-kit": poli_sci_kit,
    "iteround": iteround,
    "apportionpy": apportionpy,
    "biprop": biprop,
}


def installed(method: str) -> dict[str, Share]:
    """Load the peers that offer a method, with their versions in their names."""
    offers = {name: peer(method) for name, peer in PEERS.items()}
    return {f"{name} {version(name)}": share for name, share in offers.items() if share}
