"""What is said of apportionments, in English."""

from collections.abc import Sequence

from allokera.apportionment.messages import ApportionmentMessages


class Apportionment(ApportionmentMessages):
    """Why an apportionment is not defined."""

    def not_integers(self) -> str:
        return "weights and house must be integers"

    def negative_house(self, house: int) -> str:
        return f"the house is {house}: it must be zero or more"

    def negative_weight(self, row: int, weight: int) -> str:
        return f"weight {row} is {weight}: weights must be zero or more"

    def no_weight(self) -> str:
        return "the weights sum to zero: there is nothing to share in proportion to"

    def limits_not_one_a_weight(self) -> str:
        return "there must be one limit a weight, or none at all"

    def limit_no_integer(self, row: int) -> str:
        return f"weight {row}: limits must be integers, zero or more"

    def least_above_most(self, row: int, least: int, over: int) -> str:
        return f"weight {row}: its least, {least}, is {over} above its most"

    def house_below_least(self, house: int, least: int) -> str:
        return (
            f"the house of {house} is {least - house} too small: the least of all rows together is "
            f"{least}"
        )

    def house_above_most(self, house: int, most: int) -> str:
        return (
            f"the house of {house} is {house - most} too large: the most of all rows together is "
            f"{most}"
        )

    def house_below_firsts(self, house: int, needed: int, count: int) -> str:
        return (
            f"the house of {house} is {needed - house} too small: this method gives each of the "
            f"{count} positive weights a unit"
        )

    def units_too_different(self) -> str:
        return (
            "years with such different units cannot be rounded together: give one unit for all of "
            "them"
        )

    def no_method_but_near(self, name: str, near: Sequence[str]) -> str:
        return f"no method is called {name!r}; did you mean {' or '.join(near)}?"

    def no_method(self, name: str, choices: Sequence[str]) -> str:
        return f"no method is called {name!r}; there are: {', '.join(choices)}"
