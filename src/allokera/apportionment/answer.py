"""What an apportionment method answers."""

from typing import NamedTuple


class Tie(NamedTuple):
    """Rows with exactly equal claims to fewer units than they are.

    No method decides between them. Table order does, and says so here.

    Attributes:
        contenders: the rows with the claim, by their place in the list of weights, ascending.
        places: how many of them got a unit: the first so many.
    """

    contenders: tuple[int, ...]
    places: int


class Apportionment(NamedTuple):
    """Whole units, one number a weight, with the ties that table order decided.

    Attributes:
        units: non-negative, in the order of the weights; their sum is the house.
        ties: empty where the method alone decided.
        raised: the rows that have their least, and would have less by the common divisor or quota.
        capped: the rows that have their most, and would have more.
    """

    units: tuple[int, ...]
    ties: tuple[Tie, ...]
    raised: tuple[int, ...] = ()
    capped: tuple[int, ...] = ()
