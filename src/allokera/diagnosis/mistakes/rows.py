"""Numbers of a row that may be in another unit than the rest of a sum in it."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from allokera.diagnosis.check import Changes, Check
from allokera.diagnosis.mistakes.exchanges import holds
from allokera.diagnosis.network import Network, count_digits
from allokera.kronor.keying import Slip
from allokera.relations.sheet.view import Cell

_FEWEST = 2
"""Numbers of a block: one by itself is a wrong cell."""

_LONGEST = 12
"""Numbers of a sum of which blocks are looked for, at most."""


def in_another_unit(
    network: Network, across: Sequence[Check], powers: Mapping[Fraction, Slip]
) -> Iterator[tuple[Slip, Changes]]:
    """List the blocks of numbers beside each other, and what puts each right.

    As well the rest of the sum may be in another unit, but for how long numbers are: those of the
    block are longer than all others of their columns, or shorter.

    Args:
        powers: what a number is multiplied by to be in the unit of the rest, and what had happened.
    """
    for check in across:
        cells = sorted(cell for cell in check.places if network.printed(cell))
        if check.linear is None or not check.is_in_one_row or len(cells) > _LONGEST:
            continue
        for power, slip in powers.items():
            odd = [_stands_out(network, cell, is_longer=power < 1) for cell in cells]
            for first, last in combinations(range(len(cells) + 1), 2):
                if not all(odd[first:last]) or not _FEWEST <= last - first < len(cells):
                    continue
                block = {cell: network.printed(cell) * power for cell in cells[first:last]}
                numbers = {cell: int(number) for cell, number in block.items()}
                checks = [each for cell in block for each in network.of(cell)]
                if numbers == block and holds(checks, numbers):
                    yield slip, numbers


def _stands_out(network: Network, cell: Cell, *, is_longer: bool) -> bool:
    """Whether a number has more digits than all others of its column, or fewer."""
    facts = network.column(cell[1])
    own = count_digits(network.printed(cell), facts.place)
    others = facts.lengths - Counter([own])
    return all(own > each if is_longer else own < each for each in others)
