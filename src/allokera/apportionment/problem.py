"""What an apportionment needs: weights that are some, and a house."""

from collections.abc import Sequence

from allokera.errors import ProblemError


def check_problem(weights: Sequence[int], house: int) -> None:
    """Check weights and a house.

    Raises:
        ProblemError: they are no integers, one is negative, or all weights are zero.
    """
    total = sum(weights)
    if type(total) is not int or type(house) is not int:
        raise ProblemError("weights and house must be integers")
    if total <= 0 or house < 0 or min(weights) < 0:
        raise ProblemError(_what_is_wrong(weights, house))


def _what_is_wrong(weights: Sequence[int], house: int) -> str:
    if house < 0:
        return f"the house is {house}: it must be zero or more"
    if min(weights, default=0) < 0:
        row = next(row for row, weight in enumerate(weights) if weight < 0)
        return f"weight {row + 1} is {weights[row]}: weights must be zero or more"
    return "the weights sum to zero: there is nothing to share in proportion to"
