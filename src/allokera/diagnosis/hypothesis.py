"""Hypotheses: sets of mistakes and exceptions that touch every check of a component that fails.

They are listed by size: the smallest that explain all, and those larger by one that hold none of
these. Within a budget the list is whole; past it the component is left open.

Source: minimal hitting sets, as in Reiter, A theory of diagnosis from first principles (1987).
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, TypeVar

from allokera.diagnosis.check import Check
from allokera.diagnosis.mistakes.events import Event
from allokera.diagnosis.network import Network
from allokera.diagnosis.solving import solve
from allokera.relations.sheet.view import Cell

MOST = 6
"""Mistakes and exceptions of one component, at most."""

_SETS = 6_000
"""Sets that are looked at of one size, at most."""

Explained = TypeVar("Explained")


class Element(NamedTuple):
    """A mistake, or an exception.

    Attributes:
        hits: the failing checks that it may explain, by their places in the component.
        cell: that is wrong by itself; None of all else.
        event: what made several cells wrong at once. Where there is neither, it is an exception: a
            target that holds something more than what it is reckoned from, or a row that is
            special in all its relations.
    """

    hits: frozenset[int]
    cell: Cell | None = None
    event: Event | None = None

    @property
    def cells(self) -> frozenset[Cell]:
        """The cells that it makes wrong."""
        if self.event is not None:
            return self.event.cells
        return frozenset() if self.cell is None else frozenset({self.cell})

    @property
    def is_exception(self) -> bool:
        """Whether no cell is wrong by it."""
        return self.cell is None and self.event is None


Hypothesis = frozenset[Element]


def elements_of(
    network: Network, failing: Sequence[Check], excused: Collection[Check]
) -> list[Element]:
    """List what may explain the failing checks of a component: mistakes, then exceptions."""
    by_cell: dict[Cell, set[int]] = {}
    by_target: dict[Cell, set[int]] = {}
    by_row: dict[int, set[int]] = {}
    for place, check in enumerate(failing):
        for cell in check.places:
            by_cell.setdefault(cell, set()).add(place)
        by_target.setdefault(check.target, set()).add(place)
        if check.is_in_one_row:
            by_row.setdefault(check.target[0], set()).add(place)
    alone = [frozenset({place}) for place in range(len(failing))]
    joint = [frozenset(hits) for hits in by_target.values() if _is_one_amount(failing, hits)]
    rows = [frozenset(hits) for hits in by_row.values()]
    return [
        *_unpinned(network, failing, by_cell, excused),
        *(Element(hits) for hits in dict.fromkeys((*alone, *joint, *rows))),
    ]


def _is_one_amount(failing: Sequence[Check], hits: Collection[int]) -> bool:
    """Whether one amount more in a target would explain all checks that give it."""
    given = [failing[place].allowed(failing[place].target) for place in hits]
    bounds = [each for each in given if each is not None]
    return len(bounds) == len(given) and max(low for low, _ in bounds) <= min(
        high for _, high in bounds
    )


def _unpinned(
    network: Network,
    failing: Sequence[Check],
    by_cell: Mapping[Cell, set[int]],
    excused: Collection[Check],
) -> Iterator[Element]:
    """Leave out cells that checks which hold pin to what is printed, whatever else is wrong."""
    suspects = Counter(check for cell in by_cell for check in network.of(cell))
    for cell, hits in by_cell.items():
        shared = {check for check in network.of(cell) if suspects[check] > 1}
        solved = solve(network, [cell], {*failing, *excused, *shared})
        printed = network.printed(cell)
        if solved is not None and solved[cell] != range(printed, printed + 1):
            yield Element(frozenset(hits), cell)


def smallest(
    network: Network,
    failing: Sequence[Check],
    elements: Sequence[Element],
    explain: Callable[[Hypothesis], Explained | None],
) -> tuple[list[Explained], bool]:
    """Find the smallest hypotheses that explain all, those larger by one, and rivals of events.

    Args:
        explain: says what a hypothesis comes to; None where no numbers fit.

    Returns:
        The explanations, none where there are too many; and whether they are all.
    """
    found: dict[Hypothesis, Explained] = {}
    least = MOST
    for size in range(1, MOST + 1):
        if size > least + 1:
            break
        search = _Search(network, failing, elements, size, {*found})
        for chosen in search.sets(frozenset()):
            if any(smaller < chosen for smaller in found):
                continue
            explained = explain(chosen)
            if explained is not None:
                found[chosen] = explained
        if search.left < 0:
            return (list(found.values()) if least < size else []), False
        least = min(least, size) if found else least
    for rival in [rival for chosen in found for rival in _rivals(chosen, elements)]:
        explained = None if any(smaller <= rival for smaller in found) else explain(rival)
        if explained is not None:
            found[rival] = explained
    return list(found.values()), True


def _rivals(chosen: Hypothesis, elements: Sequence[Element]) -> Iterator[Hypothesis]:
    """List what else may have been where an event stands for many mistakes: sets that are larger.

    All that it explains may be exceptions, or another event explains some of that.
    """
    events = [element for element in elements if element.event is not None]
    for event in chosen & {*events}:
        rest = chosen - {event}
        left = event.hits.difference(*(each.hits for each in rest))
        for other in (frozenset[Element](), *(frozenset({each}) for each in events)):
            touched = left.difference(*(each.hits for each in other))
            if touched < left or not other:
                yield rest | other | {Element(frozenset({place})) for place in touched}


class _Search:
    """Lists the sets of one size that touch every failing check, each once.

    What is chosen may be at odds with what it touches: then one more of that is wrong. The smallest
    choice comes first.
    """

    def __init__(
        self,
        network: Network,
        failing: Sequence[Check],
        elements: Sequence[Element],
        size: int,
        known: set[Hypothesis],
    ) -> None:
        self.network, self.failing, self.elements = network, failing, elements
        self.size, self.left, self._seen = size, _SETS, known
        self._touching = [
            [element for element in elements if place in element.hits]
            for place in range(len(failing))
        ]

    def sets(self, chosen: Hypothesis) -> Iterator[Hypothesis]:
        """List those that hold some elements, and no smaller explanation."""
        self.left -= 1
        if chosen in self._seen or self.left < 0:
            return
        self._seen.add(chosen)
        touched = frozenset[int]().union(*(each.hits for each in chosen))
        untouched = [place for place in range(len(self.failing)) if place not in touched]
        if len(chosen) == self.size:
            if not untouched:
                yield chosen
            return
        if not self._can_touch(untouched, self.size - len(chosen)):
            return
        for element in self._next(chosen, untouched):
            if element not in chosen:
                yield from self.sets(chosen | {element})

    def _can_touch(self, untouched: Sequence[int], count: int) -> bool:
        """Whether so many elements may touch these checks: those that share none take one each."""
        used = set[Element]()
        for place in sorted(untouched, key=lambda place: len(self._touching[place])):
            if used.isdisjoint(self._touching[place]):
                used.update(self._touching[place])
                count -= 1
        return count >= 0

    def _next(self, chosen: Hypothesis, untouched: Sequence[int]) -> Sequence[Element]:
        """List the elements one of which must be added: the fewest that can be told."""
        choices: list[Sequence[Element]] = [self._touching[place] for place in untouched]
        excused = {
            self.failing[place] for each in chosen if each.is_exception for place in each.hits
        }
        cells = {each.cell for each in chosen if each.cell is not None}
        at_odds = (self._at_odds(cell, cells - {cell}, excused) for cell in cells)
        choices += [each for each in at_odds if each is not None]
        # where nothing is left to explain, any: two wrong cells of one check may be at odds
        return min(choices, key=len, default=self.elements)

    def _at_odds(
        self, cell: Cell, others: Collection[Cell], excused: Collection[Check]
    ) -> Sequence[Element] | None:
        """List what else may be wrong, where no number satisfies all checks of a chosen cell."""
        alone = {
            check
            for check in self.network.of(cell)
            if check not in excused and not any(other in check.places for other in others)
        }
        off = {check for check in self.network.of(cell) if check not in alone}
        if solve(self.network, [cell], off) is not None:
            return None
        return [
            element
            for element in self.elements
            if any(element.cells & check.places.keys() for check in alone)
            or (element.is_exception and any(self.failing[at] in alone for at in element.hits))
        ]
