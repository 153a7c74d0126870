"""What makes several cells wrong at once: one slip of a hand, likelier than as many by themselves.

Two cells of a column stand exchanged; a block of rows has moved by one; a block is in thousands,
or in ones, where the rest is not. An event is proposed where it mends the cells one by one; whether
it explains what fails, and how likely it is beside all else, is weighed with the other hypotheses.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import groupby, pairwise, product
from operator import itemgetter
from typing import NamedTuple, TypeVar

from allokera.diagnosis.check import NONE, Changes, Check
from allokera.diagnosis.mistakes.exchanges import exchanged, holds
from allokera.diagnosis.mistakes.rows import in_another_unit
from allokera.diagnosis.network import Network
from allokera.diagnosis.solving import count, solve
from allokera.kronor.keying import Slip
from allokera.kronor.rounding import ceiling, floor
from allokera.relations.sheet.view import Cell

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
        lost: those of which it says no number: what stood there was written over, or has lost its
            last places.
        stray: a cell with a number of which it does not say where that comes from.
        open: how likely that is the next row's, which is special in its relations.
        silent: those of which no check fails, for what is withheld beside them may be the rest.
    """

    slip: Slip
    meant: tuple[tuple[Cell, Meant], ...]
    lost: tuple[Cell, ...] = ()
    stray: Cell | None = None
    open: Fraction = Fraction(0)
    silent: frozenset[Cell] = frozenset()

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

Known = TypeVar("Known")


def find_events(network: Network, failing: Sequence[Check]) -> list[Event]:
    """Find what may have happened to cells of checks that fail."""
    across, down = (
        [check for check in failing if check.law.claim.view.is_across is each]
        for each in (True, False)
    )
    found = [
        *(_swap(network, *pair) for pair in exchanged(network, across, down)),
        *_shifted(network, across),
        *_in_another_unit(network, across, is_across=True),
        *_in_another_unit(network, down, is_across=False),
        *(_of_row(*each) for each in in_another_unit(network, across, POWERS)),
    ]
    return list(dict.fromkeys(found))


def _swap(network: Network, one: Cell, other: Cell) -> Event:
    here, there = network.printed(one), network.printed(other)
    silent = frozenset(
        cell for cell in (one, other) if not any(check.fails for check in network.of(cell))
    )
    return Event(Slip.SWAPPED, ((one, Meant(there)), (other, Meant(here))), silent=silent)


def _of_row(slip: Slip, numbers: Changes) -> Event:
    return Event(slip, tuple((cell, Meant(number)) for cell, number in numbers.items()))


def _cells(checks: Sequence[Check]) -> list[Cell]:
    return sorted({cell for check in checks for cell in check.places})


def _by_column(checks: Sequence[Check]) -> Iterator[list[Cell]]:
    """List the cells of some checks a column at a time, from the top, and from the bottom.

    A running total is mended from its first row on, or from its last.
    """
    for _, column in groupby(sorted(_cells(checks), key=itemgetter(1)), key=itemgetter(1)):
        cells = list(column)
        yield cells
        yield cells[::-1]


def _shifted(network: Network, across: Sequence[Check]) -> Iterator[Event]:
    """List the blocks of neighbouring rows that hold, each with the number of the row beside it."""
    for step, ordered in product((1, -1), _by_column(across)):
        meant: dict[Cell, Meant] = {}
        fixed: dict[Cell, int] = {}
        for cell in ordered:
            beside, checks = _number(network, cell[0] + step, cell[1]), _in_row(network, cell)
            if beside is not None and holds(checks, {**fixed, cell: beside}):
                fixed[cell] = beside
                if beside != network.printed(cell):
                    meant[cell] = Meant(beside)
                continue
            # what a running total was, where that is lost
            others = [check for check in network.of(cell) if check not in checks]
            solved = solve(network, [cell], others, fixed)
            if solved is not None and count(solved[cell]) == 1:
                fixed[cell] = solved[cell].start
        for block in _blocks(network, meant, is_down=True, step=step):
            yield from _moved(network, block, step)


def _moved(network: Network, block: Block, step: int) -> Iterator[Event]:
    """Say what stood at the two ends of a block that moved.

    The row beside its one end has a number of the block, and its own stands at the other end, or is
    lost. There a number may stand twice now, or the block may go on in rows that tell nothing.
    """
    (row, column), (last, _) = [block[0][0], block[-1][0]][::step]
    while _may_move(network, last + step, column, step):
        last += step
    beside, before = (last + step, column), (row - step, column)
    printed, checks = network.printed((row, column)), _in_row(network, before)
    off = (Fraction(len(each.law.broken), len(each.law.lines)) for each in checks if each.fails)
    if _number(network, *before) == printed:
        end = Event(Slip.SHIFTED, block)
    else:
        end = Event(Slip.SHIFTED, block, stray=(row, column), open=max(off, default=Fraction(0)))
    checks = _in_row(network, beside)
    if not any(check.fails for check in checks):
        # the last number may be lost, and the one beside it be like it by chance
        *others, near = block[::step]
        events = [end, end._replace(meant=tuple(sorted(others)), lost=(near[0],))]
    else:
        events = [end._replace(lost=(beside,)), end]
        if holds(checks, {beside: printed}):
            events.append(Event(Slip.SHIFTED, (*block, (beside, Meant(printed)))))
    yield from (each for each in events if len(each.cells) >= _FEWEST)


def _may_move(network: Network, row: int, column: int, step: int) -> bool:
    """Whether a row holds, and would with the number of the row beside it: in floors, or caps."""
    beside, checks = _number(network, row + step, column), _in_row(network, (row, column))
    return (
        beside is not None
        and not any(check.fails for check in checks)
        and holds(checks, {(row, column): beside})
    )


def _in_another_unit(
    network: Network, failing: Sequence[Check], *, is_across: bool
) -> Iterator[Event]:
    """List the blocks of a column that rows mend, or of a row that columns mend, by a unit."""
    orders = [*_by_column(failing)] if is_across else [_cells(failing)]
    for power, slip in POWERS.items():
        for ordered in orders:
            meant: dict[Cell, Meant | None] = {}
            for cell in ordered:
                others = [
                    check
                    for check in network.of(cell)
                    if check.law.claim.view.is_across is not is_across
                    or (is_across and check.line != cell[0])
                ]
                fixed = {each: told.number for each, told in meant.items() if told is not None}
                numbers = _in_unit(network, cell, power, others, fixed if is_across else NONE)
                if numbers:
                    meant[cell] = _likeliest(network, cell, numbers)
            for block in _blocks(network, meant, is_down=is_across):
                if len(block) >= _FEWEST:
                    told = tuple((cell, each) for cell, each in block if each is not None)
                    yield Event(slip, told, tuple(cell for cell, each in block if each is None))


def _in_unit(
    network: Network, cell: Cell, power: Fraction, excused: Sequence[Check], fixed: Changes
) -> range:
    """List what a cell may have been meant to hold, if it is in another unit.

    What is printed in thousands has lost what was less, and the checks tell it more or less.
    """
    printed = network.printed(cell)
    solved = solve(network, [cell], excused, fixed) if printed else None
    if solved is None:
        return range(0)
    allowed = solved[cell]
    steps = network.place(cell) * power, Fraction(network.column(cell[1]).place)
    half = _HALF * max(steps)
    first = max(allowed.start, ceiling(printed * power - half))
    first += -(first - allowed.start) % allowed.step
    last = min(allowed.stop - 1, floor(printed * power + half))
    return range(first, last + 1, allowed.step)


def _likeliest(network: Network, cell: Cell, numbers: range) -> Meant | None:
    """Choose a number by how exact sums are elsewhere; None where none is likelier than others."""
    if count(numbers) > _NUMBERS:
        return None
    odds = {number: network.likelihood_of_exactness(cell, number) for number in numbers}
    likeliest = max(odds, key=odds.__getitem__)
    share = Fraction(odds[likeliest], sum(odds.values()))
    return Meant(likeliest, share) if share > _HALF else None


def _blocks(
    network: Network, meant: Mapping[Cell, Known], *, is_down: bool, step: int = 0
) -> Iterator[tuple[tuple[Cell, Known], ...]]:
    """Group cells into blocks that stand beside each other, down columns or along rows.

    Between them there may be what the event leaves as it is: what holds no number, or a nought; in
    a block that moved, numbers like the one beside them, and such as nothing tells apart.
    """

    def is_left(line: int, place: int) -> bool:
        cell = (place, line) if is_down else (line, place)
        number = _number(network, *cell)
        beside = _number(network, place + step, line) if step else 0
        if number in {None, beside}:
            return True
        return step != 0 and (not _in_row(network, cell) or _may_move(network, place, line, step))

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
            yield tuple((cell, meant[cell]) for cell in cells)


def _in_row(network: Network, cell: Cell) -> list[Check]:
    """List the checks of a cell that speak of its row, and perhaps of the one above or below."""
    return [
        check
        for check in network.of(cell)
        if check.law.claim.view.is_across and check.line == cell[0]
    ]


def _number(network: Network, row: int, column: int) -> int | None:
    return network.sheet.values[row][column] if 0 <= row < network.rows else None
