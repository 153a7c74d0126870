"""What makes several cells wrong at once: one slip of a hand, likelier than as many by themselves.

Two cells of a column stand exchanged; a block of rows has moved by one; a block is in thousands,
or in ones, where the rest is not. An event is proposed where it mends the cells one by one; whether
it explains what fails, and how likely it is beside all else, is weighed with the other hypotheses.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, pairwise
from typing import NamedTuple

from allokera.diagnosis.check import Changes, Check
from allokera.diagnosis.network import Network
from allokera.diagnosis.solving import count, solve
from allokera.kronor.keying import Slip
from allokera.kronor.rounding import ceiling, floor
from allokera.relations.sheet.view import Cell

_MOST = 40
"""Failing checks among which exchanged cells are looked for, at most."""

_FEWEST = 2
"""Cells of a block: one by itself is a wrong cell."""

_NUMBERS = 99
"""Numbers that a cell in another unit may have been meant to hold, at most."""

_HALF = Fraction(1, 2)

POWERS = {
    Fraction(10**3): Slip.THOUSANDTH,
    Fraction(10**6): Slip.MILLIONTH,
    Fraction(1, 10**3): Slip.THOUSANDFOLD,
    Fraction(1, 10**6): Slip.MILLIONFOLD,
}
"""What a printed number is multiplied by to be in the unit of the rest, and what had happened."""


class Meant(NamedTuple):
    """A number that was meant to stand in a cell, if the event happened.

    Attributes:
        share: how likely it is just this number.
    """

    number: int
    share: Fraction = Fraction(1)


class Event(NamedTuple):
    """One slip, and the cells that it changed.

    Attributes:
        slip: what happened to each of them.
        meant: cells with the number that was meant to stand there.
        lost: those of which it says no number: what stood there was written over.
        stray: a cell with a number of which it does not say where that comes from.
    """

    slip: Slip
    meant: tuple[tuple[Cell, Meant], ...]
    lost: tuple[Cell, ...] = ()
    stray: Cell | None = None

    @property
    def cells(self) -> frozenset[Cell]:
        """All cells that it changed."""
        return frozenset({*self.changes, *self.lost})

    @property
    def changes(self) -> Changes:
        """What puts it right."""
        return {cell: meant.number for cell, meant in self.meant}


Block = tuple[tuple[Cell, Meant], ...]
"""Cells beside each other."""


def find_events(network: Network, failing: Sequence[Check]) -> list[Event]:
    """Find what may have happened to cells of checks that fail."""
    across, down = (
        [check for check in failing if check.law.claim.view.is_across is each]
        for each in (True, False)
    )
    found = [
        *_exchanged(network, across),
        *_shifted(network, across),
        *_in_another_unit(network, across, is_across=True),
        *_in_another_unit(network, down, is_across=False),
    ]
    return list(dict.fromkeys(found))


def _cells(checks: Sequence[Check]) -> list[Cell]:
    return sorted({cell for check in checks for cell in check.places})


def _exchanged(network: Network, across: Sequence[Check]) -> Iterator[Event]:
    """List the pairs of cells that, exchanged, mend all around one of them.

    Around the other something else may be wrong as well.
    """
    cells = _cells(across) if len(across) <= _MOST else []
    for one, other in combinations(cells, 2):
        here, there = network.printed(one), network.printed(other)
        if one[1] == other[1] and here != there:
            changes = {one: there, other: here}
            if any(_holds(network.of(cell), changes) for cell in changes):
                yield Event(Slip.SWAPPED, ((one, Meant(there)), (other, Meant(here))))


def _shifted(network: Network, across: Sequence[Check]) -> Iterator[Event]:
    """List the blocks of neighbouring rows that hold, each with the number of the row beside it."""
    for step in (1, -1):
        meant = {}
        for row, column in _cells(across):
            beside = _number(network, row + step, column)
            checks = [each for each in network.of((row, column)) if each.is_in_one_row]
            if beside is not None and _holds(checks, {(row, column): beside}):
                meant[row, column] = Meant(beside)
        for block in _blocks(network, meant, is_down=True, step=step):
            yield _moved(network, block, step)


def _moved(network: Network, block: Block, step: int) -> Event:
    """Say what stood at the two ends of a block that moved.

    The row beside its one end has a number of the block, and its own is lost, or stands at the
    other end. There a number may stand twice now.
    """
    ends = [block[0][0], block[-1][0]][::step]
    (row, column), (last, _) = ends
    beside = last + step, column
    is_wrong = any(check.is_in_one_row and check.fails for check in network.of(beside))
    printed = network.printed((row, column))
    checks = [check for check in network.of(beside) if check.is_in_one_row]
    if is_wrong and _holds(checks, {beside: printed}):
        return Event(Slip.SHIFTED, (*block, (beside, Meant(printed))))
    is_twice = _number(network, row - step, column) == printed
    return Event(
        Slip.SHIFTED,
        block,
        lost=(beside,) if is_wrong else (),
        stray=None if is_twice else (row, column),
    )


def _in_another_unit(
    network: Network, failing: Sequence[Check], *, is_across: bool
) -> Iterator[Event]:
    """List the blocks of a column that rows mend, or of a row that columns mend, by a unit."""
    for power, slip in POWERS.items():
        meant = {}
        for cell in _cells(failing):
            others = [
                check
                for check in network.of(cell)
                if check.law.claim.view.is_across is not is_across
            ]
            number = _in_unit(network, cell, power, others)
            if number is not None:
                meant[cell] = number
        for block in _blocks(network, meant, is_down=is_across):
            yield Event(slip, block)


def _in_unit(
    network: Network, cell: Cell, power: Fraction, excused: Sequence[Check]
) -> Meant | None:
    """Say what a cell was meant to hold, if it is in another unit; None unless one is likeliest.

    What is printed in thousands has lost what was less; the checks tell it, by how exact sums are.
    """
    printed = network.printed(cell)
    solved = solve(network, [cell], excused) if printed else None
    if solved is None:
        return None
    allowed = solved[cell]
    half = _HALF * max(network.place(cell) * power, network.column(cell[1]).unit)
    first = max(allowed.start, ceiling(printed * power - half))
    first += -(first - allowed.start) % allowed.step
    last = min(allowed.stop - 1, floor(printed * power + half))
    numbers = range(first, last + 1, allowed.step)
    if not 0 < count(numbers) <= _NUMBERS:
        return None
    odds = {number: network.likelihood_of_exactness(cell, number) for number in numbers}
    likeliest = max(odds, key=odds.__getitem__)
    share = Fraction(odds[likeliest], sum(odds.values()))
    return Meant(likeliest, share) if share > _HALF else None


def _blocks(
    network: Network, meant: Mapping[Cell, Meant], *, is_down: bool, step: int = 0
) -> Iterator[Block]:
    """Group cells into blocks that stand beside each other, down columns or along rows.

    Between them there may be what the event leaves as it is: what holds no number, or a nought; in
    a block that moved, numbers like the one beside them.
    """

    def is_left(line: int, place: int) -> bool:
        cell = (place, line) if is_down else (line, place)
        number = _number(network, *cell)
        beside = _number(network, place + step, line) if step else 0
        return number is None or number == beside

    lines: dict[int, list[int]] = {}
    for row, column in sorted(meant):
        line, place = (column, row) if is_down else (row, column)
        lines.setdefault(line, []).append(place)
    for line, places in lines.items():
        blocks = [places[:1]]
        for before, place in pairwise(places):
            if all(is_left(line, at) for at in range(before + 1, place)):
                blocks[-1].append(place)
            else:
                blocks.append([place])
        for block in blocks:
            cells = [(at, line) if is_down else (line, at) for at in block]
            if len(cells) >= _FEWEST:
                yield tuple((cell, meant[cell]) for cell in cells)


def _number(network: Network, row: int, column: int) -> int | None:
    return network.sheet.values[row][column] if 0 <= row < network.rows else None


def _holds(checks: Sequence[Check], changes: Changes) -> bool:
    """Whether all hold with some numbers changed, and one of them is about these."""
    return bool(checks) and all(check.holds(changes) for check in checks)
