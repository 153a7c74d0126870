"""What an apportionment method answers."""

from collections.abc import Sequence
from typing import NamedTuple


class Tie(NamedTuple):
    """Rows with exactly equal claims to fewer units than they are.

    No method decides between them. Table order does, or the order that was drawn, and says so.

    Attributes:
        contenders: the rows with the claim, by their place in the list of weights, in the order
            that decided: ascending, where none was drawn.
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

    def put_back(self, order: Sequence[int]) -> "Apportionment":
        """Give every row the place that it had before the rows were put in an order.

        Args:
            order: the place that each row here had, all of them.
        """
        units = dict(zip(order, self.units, strict=True))
        return Apportionment(
            units=tuple(units[place] for place in range(len(order))),
            ties=tuple(
                tie._replace(contenders=tuple(order[row] for row in tie.contenders))
                for tie in self.ties
            ),
            raised=tuple(sorted(order[row] for row in self.raised)),
            capped=tuple(sorted(order[row] for row in self.capped)),
        )
