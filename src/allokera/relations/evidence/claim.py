"""A claim: a pattern that was held against all lines, and what that is worth."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from allokera.relations.bits import BIT, LAW, LIKELY, are_most, choosing, naming
from allokera.relations.evidence.pattern import Measure, Pattern
from allokera.relations.sheet.view import View

_MODELS = 3
"""Lines that others are compared with, to see whether they are the same made larger."""

_SAMPLE = 32
"""Lines that are looked at before all are."""

_AT_MOST = 12 * BIT
"""What one line counts in finding the block of lines where a pattern holds."""


@dataclass(frozen=True, eq=False)
class Claim:
    """A pattern held against all lines.

    Attributes:
        held: the lines that agree, with the bits that each is more than a coincidence.
        off: the lines that do not.
        silent: the lines where something is withheld.
        price: what it takes to name the pattern among all that was tried.
        score: the bits of all witnesses, less the price and that of the exceptions.
        fit: the bits of the targets that it gives, less the same. Rivals for a target that give the
            same numbers differ in simplicity alone.
        tight: lines that are right by the target's own rounding.
        is_near: whether the parts stand beside the target, with nothing between.
        is_partial: whether only some lines, a block of their own, were looked at.
        bonus: what the heading is worth: it makes a claim likely, and never a law.
        least: the score from which on it counts as found.
        slips: of the lines that do not agree, those that one slip of a finger mends, each with the
            bits that it takes to name the slip: nothing, where it was named for another line.
    """

    view: View
    pattern: Pattern
    held: dict[int, int]
    off: frozenset[int]
    silent: frozenset[int]
    price: int
    score: int
    fit: int
    tight: int
    is_near: bool = False
    is_partial: bool = False
    bonus: int = 0
    least: int = LIKELY
    slips: Mapping[int, int] = field(default_factory=dict)

    @property
    def target(self) -> int:
        """The position that is reckoned."""
        return self.pattern.target

    @property
    def parts(self) -> tuple[int, ...]:
        """The positions that it is reckoned from."""
        return self.pattern.parts

    @cached_property
    def places(self) -> frozenset[int]:
        """The parts, as a set."""
        return frozenset(self.pattern.parts)

    @cached_property
    def witnesses(self) -> frozenset[int]:
        """The lines that agree, and would hardly do so by accident."""
        return frozenset(line for line, told in self.held.items() if told)

    @cached_property
    def given(self) -> frozenset[int]:
        """The lines that agree, and whose target is not nothing."""
        target = self.target
        return frozenset(line for line in self.held if self.view.values[line][target])

    def lacking(self, line: int) -> int:
        """Count the parts that a line has no number for."""
        values = self.view.values[line]
        return sum(values[part] is None for part in self.parts)

    @cached_property
    def most_lacking(self) -> int:
        """How many that is, at most, in lines that agree."""
        return max(map(self.lacking, self.witnesses), default=0)

    @property
    def likely(self) -> int:
        """The score that counts for what is reported: the heading raises it."""
        return self.score + self.bonus

    @property
    def is_law(self) -> bool:
        """Whether it is beyond coincidence, whatever the heading says."""
        return self.score >= LAW

    @property
    def is_mostly_off(self) -> bool:
        """Whether more than one line in four disagrees."""
        return not are_most(len(self.witnesses), len(self.witnesses) + len(self.off))

    @property
    def is_above(self) -> bool:
        """Whether the target stands before its parts."""
        return bool(self.parts) and self.target < self.parts[0]


class _Tally:
    """Adds up what lines tell, each once."""

    def __init__(self) -> None:
        self.held: dict[int, int] = {}
        self.off: set[int] = set()
        self.silent: set[int] = set()
        self.given = self.alone = self.rough = self.tight = 0
        self.witnesses: dict[int, Measure] = {}
        self._seen: set[object] = set()
        self._models: list[tuple[int, tuple[tuple[int, int], ...]]] = []
        self._copies: list[int] = []

    def add(self, line: int, measured: Measure) -> None:
        """Enter one line."""
        if measured.is_silent or not measured.holds:
            (self.silent if measured.is_silent else self.off).add(line)
            return
        self.held[line] = 0
        self.given += measured.given
        self.rough += measured.is_rough
        self.tight += measured.off <= measured.tight
        if measured.key is None or measured.key in self._seen:
            self.alone += measured.is_alone
            return
        self._seen.add(measured.key)
        if measured.cells is not None:
            if any(_is_scaled(measured.cells, other) for other in self._models):
                self._copies.append(line)
            elif len(self._models) < _MODELS:
                self._models.append(measured.cells)
        if measured.told:
            self.held[line] = measured.told
            self.witnesses[line] = measured

    def drop_copies(self) -> bool:
        """Leave out lines that are others made larger, where most are: columns in proportion.

        Returns:
            Whether just half of the lines are such: then there is no law.
        """
        if 2 * len(self._copies) > len(self.witnesses):
            for line in self._copies:
                self.held[line] = 0
                self.witnesses.pop(line, None)
            return False
        return bool(self._copies) and 2 * len(self._copies) == len(self.witnesses)


def weigh(view: View, pattern: Pattern, price: int = 0) -> Claim:
    """Hold all lines against a pattern.

    Args:
        price: bits that it takes to name the pattern among those tried; of what is said, none.
    """
    tally = _Tally()
    for line in range(len(view.values)):
        measured = pattern.measure(view, line)
        if measured is not None:
            tally.add(line, measured)
    is_half_copied = tally.drop_copies()
    told = list(tally.witnesses.values())
    near, exact = sum(each.told for each in told), sum(each.sure for each in told)
    inexact = sum(each.sure > each.told for each in told)
    count, off = len(told), len(tally.off)
    # that the others are nothing just where the target is one part alone tells as well
    both = tally.alone + count
    apart = max(0, choosing(both, tally.alone) - naming(both) - 4)
    near, exact = near + apart, exact + apart
    whole = price + choosing(count + off, off)
    if free := pattern.free:
        # fitted parameters cost as many of the most telling lines
        whole += choosing(count, min(free, count)) + sum(sorted(tally.held.values())[-free:])
    exactly = exact - 3 * BIT * inexact if count > inexact else 0
    score = max(near - BIT, exactly) - whole
    return Claim(
        view=view,
        pattern=pattern,
        held=tally.held,
        off=frozenset(tally.off),
        silent=frozenset(tally.silent),
        price=price,
        score=min(score, LAW - 1) if is_half_copied else score,
        fit=tally.given - whole - pattern.penalty * tally.rough - naming(len(pattern.parts)) // 2,
        tight=tally.tight,
    )


def _is_scaled(
    cells: tuple[int, tuple[tuple[int, int], ...]], other: tuple[int, tuple[tuple[int, int], ...]]
) -> bool:
    """Whether a line is another one made larger or smaller, within rounding."""
    (whole, parts), (size, sides) = cells, other
    for (value, unit), (side, step) in zip(parts, sides, strict=False):
        if 2 * abs(value * size - side * whole) > 2 * unit * abs(size) + abs(whole) * step:
            return False
    return True


def is_hopeless(view: View, pattern: Pattern) -> bool:
    """Whether most of some lines are off, where no block of lines can hold by itself.

    With one line in four off, as many as that hardly ever are off among so few.
    """
    count = len(view.values)
    if count < 2 * _SAMPLE or view.has_gaps(pattern.target):
        return False
    measures = [pattern.measure(view, line) for line in range(0, count, count // _SAMPLE)]
    off = sum(each is not None and not each.holds for each in measures)
    return 2 * off > len(measures)


def weigh_anywhere(view: View, pattern: Pattern, price: int) -> Claim:
    """Hold all lines against a pattern, or those of one block, where it holds in that alone."""
    claim = weigh(view, pattern, price)
    if claim.is_mostly_off and len(claim.witnesses) > 2 and (lines := _block(view, claim)):
        partial = weigh(view.only(lines), pattern, price + 2 * naming(len(view.values)))
        if partial.score > claim.score:
            return replace(partial, is_partial=True)
    return claim


def _block(view: View, claim: Claim) -> range | None:
    """Find neighbouring lines among which a pattern holds, and none outside: tables in a pile.

    Lines without numbers must set them apart; a series that fits for a while is no block.
    """
    lines = sorted(claim.witnesses | claim.off)
    here = first = 0
    blocks = []
    for place, line in enumerate(lines):
        if here <= 0:
            here, first = 0, place
        here += min(claim.held[line], _AT_MOST) if line in claim.held else -_AT_MOST
        blocks.append((here, first, place))
    _, low, high = max(blocks, key=lambda each: each[0])
    is_set_apart = (not low or _is_gap(view, claim.target, lines[low - 1], lines[low])) and (
        high + 1 == len(lines) or _is_gap(view, claim.target, lines[high], lines[high + 1])
    )
    return range(lines[low], lines[high] + 1) if is_set_apart else None


def _is_gap(view: View, target: int, one: int, other: int) -> bool:
    return any(view.values[line][target] is None for line in range(one + 1, other))
