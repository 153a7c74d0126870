"""The smallest explanations of tiny tables, by trying all sets of wrong cells and exceptions.

It reckons with the printed numbers alone: a sum may be off by what rounding its parts and itself to
whole numbers explains. A wrong cell may hold any number that is not below nothing.
"""

from collections.abc import Iterator
from itertools import chain, combinations
from typing import NamedTuple

from diagnosis.tiny import Numbers

Cell = tuple[int, int]

HIGHEST = 400
"""No cell of a tiny table is larger, mended."""


class Line(NamedTuple):
    """A printed sum: its parts, itself, and how far they may be apart, doubled."""

    parts: tuple[Cell, ...]
    total: Cell
    window: int

    @property
    def cells(self) -> set[Cell]:
        return {*self.parts, self.total}


Cause = Cell | frozenset[int]
"""A wrong cell, or the lines that one exception excuses."""

Explanation = frozenset[Cause]


def lines_of(numbers: Numbers) -> list[Line]:
    height, width = len(numbers), len(numbers[0])
    across = [([(row, at) for at in range(width - 1)], (row, width - 1)) for row in range(height)]
    down = [([(at, col) for at in range(height - 1)], (height - 1, col)) for col in range(width)]
    return [
        Line(tuple(parts), total, 1 + sum(bool(numbers[row][col]) for row, col in parts))
        for parts, total in [*across, *down]
    ]


class Brute:
    """All that may explain a table."""

    def __init__(self, numbers: Numbers) -> None:
        self.numbers, self.lines = numbers, lines_of(numbers)
        self.failing = [
            place for place, line in enumerate(self.lines) if abs(2 * self._off(line)) > line.window
        ]

    def _off(self, line: Line) -> int:
        row, column = line.total
        return sum(self.numbers[row][col] for row, col in line.parts) - self.numbers[row][column]

    def components(self) -> list[list[int]]:
        """Group the failing lines that share cells, directly or through others."""
        groups: list[set[int]] = []
        for place in self.failing:
            near = [
                group
                for group in groups
                if any(self.lines[other].cells & self.lines[place].cells for other in group)
            ]
            groups = [group for group in groups if group not in near]
            groups.append({place}.union(*near))
        return [sorted(group) for group in groups]

    def smallest(self, component: list[int], most: int) -> set[Explanation]:
        """List the smallest sets that explain the failing lines of a component."""
        causes: list[Cause] = [*self._cells(component), *self._exceptions(component)]
        for size in range(1, most + 1):
            found = {
                frozenset(chosen)
                for chosen in combinations(causes, size)
                if self._explains(chosen, component)
            }
            if found:
                return found
        return set()

    def _cells(self, component: list[int]) -> Iterator[Cell]:
        yield from sorted(set(chain.from_iterable(self.lines[at].cells for at in component)))

    def _exceptions(self, component: list[int]) -> Iterator[frozenset[int]]:
        yield from (frozenset({place}) for place in component)
        for one, other in combinations(component, 2):
            first, second = self.lines[one], self.lines[other]
            apart = 2 * abs(self._off(first) - self._off(second))
            # one amount more in the total that both give: as whole numbers
            if first.total == second.total and self._meet(first, second) and apart >= 0:
                yield frozenset({one, other})

    def _meet(self, one: Line, other: Line) -> bool:
        row, column = one.total
        total = self.numbers[row][column]
        return any(
            all(2 * abs(self._off(line) + total - number) <= line.window for line in (one, other))
            for number in range(-HIGHEST, HIGHEST)
        )

    def _explains(self, chosen: tuple[Cause, ...], component: list[int]) -> bool:
        cells = [each for each in chosen if isinstance(each, tuple)]
        excused = {place for each in chosen if isinstance(each, frozenset) for place in each}
        touched = excused | {at for at in component if self.lines[at].cells & {*cells}}
        if not touched >= {*component}:
            return False
        bound = [
            line
            for place, line in enumerate(self.lines)
            if place not in excused and line.cells & {*cells}
        ]
        return self._can_hold(bound, cells, {})

    def _can_hold(self, bound: list[Line], cells: list[Cell], known: dict[Cell, int]) -> bool:
        """Whether some numbers in these cells let all lines hold: the last one is reckoned."""
        if not cells:
            return all(2 * abs(self._with(line, known)) <= line.window for line in bound)
        cell, rest = cells[0], cells[1:]
        if rest:
            return any(
                self._can_hold(bound, rest, {**known, cell: number}) for number in range(HIGHEST)
            )
        low, high = 0, HIGHEST
        for line in bound:
            off = self._with(line, {**known, cell: 0})
            if cell == line.total:
                low, high = (
                    max(low, -((line.window - 2 * off) // 2)),
                    min(high, (line.window + 2 * off) // 2),
                )
            elif cell in line.parts:
                low, high = (
                    max(low, -((line.window + 2 * off) // 2)),
                    min(high, (line.window - 2 * off) // 2),
                )
            elif 2 * abs(off) > line.window:
                return False
        return low <= high

    def _with(self, line: Line, known: dict[Cell, int]) -> int:
        def number(cell: Cell) -> int:
            return known.get(cell, self.numbers[cell[0]][cell[1]])

        return sum(map(number, line.parts)) - number(line.total)
