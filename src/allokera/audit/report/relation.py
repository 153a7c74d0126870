"""What an audit says of one relation: what is reckoned from what, where it holds and where not."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from allokera.audit.rounding.interval import Interval
from allokera.diagnosis.solving import Freedom
from allokera.errors import Message


class Standing(StrEnum):
    """How sure a relation is.

    Attributes:
        TOLD: a person says so.
        STATED: a heading says so.
        LAW: one in a million by accident.
        LIKELY: it looks so; nothing is held against it.
    """

    TOLD = "told"
    STATED = "stated"
    LAW = "law"
    LIKELY = "likely"


class Side(NamedTuple):
    """A column, or a row, that a relation speaks of.

    Attributes:
        place: in the grid, from 0.
        name: its heading, or what the row is called.
        sign: -1 where it is taken away.
        lag: how many rows above the number stands; 0 in the same row.
    """

    place: int
    name: str
    sign: int
    lag: int


class Parameters(NamedTuple):
    """What was fitted, in printed numbers.

    Attributes:
        factor: of the weights.
        fixed: what is added; None where nothing is.
        floor: the least that a target is; None where there is none.
        cap: the most that it is; None where there is none.
    """

    factor: Interval
    fixed: Interval | None
    floor: Fraction | None
    cap: Fraction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationReport:
    """A relation that the table states.

    Attributes:
        number: in the report, from 1.
        family: what kind: sum, mean, division, change, product, proportional, affine, bounded.
        is_across: whether it holds along rows, between columns; else down columns, between rows.
        target: what is reckoned.
        parts: what it is reckoned from.
        factor: by which it is multiplied: 100 where it is in per cent.
        is_exact: whether printed numbers were reckoned with; else unrounded ones.
        agreeing: the lines that agree: rows of the grid, or columns, from 0.
        broken: lines that disagree beyond doubt.
        nearly: lines that disagree by no more than something unprinted may explain.
        silent: lines where something is withheld.
        parameters: what was fitted; None where nothing was.
        holds: how far it holds, in words.
    """

    number: int
    family: str
    standing: Standing
    is_across: bool
    target: Side
    parts: tuple[Side, ...]
    factor: int
    is_exact: bool
    agreeing: tuple[int, ...]
    broken: tuple[int, ...]
    nearly: tuple[int, ...]
    silent: tuple[int, ...]
    parameters: Parameters | None
    holds: Message


class Coverage(NamedTuple):
    """How a column of numbers was checked.

    Attributes:
        column: its name.
        cells: numbers that it holds.
        covered: those of them that a law speaks of.
        relations: the laws, by number.
        freedoms: of its cells, how many numbers could stand in each and nothing would fail.
        is_base: whether others are computed from it.
        is_needless: whether it needs no check: codes, years, running numbers.
    """

    column: str
    cells: int
    covered: int
    relations: tuple[int, ...]
    freedoms: tuple[Freedom, ...]
    is_base: bool
    is_needless: bool

    @property
    def pinned(self) -> int:
        """How many cells, of those looked at, can hold no other number."""
        return sum(each.values == 1 for each in self.freedoms)

    @property
    def bounded(self) -> int:
        """How many can hold some others, and not any."""
        return sum(each.values not in {1, None} for each in self.freedoms)

    @property
    def is_checked(self) -> bool:
        """Whether it was held against something, or need not be."""
        return bool(self.relations) or self.is_base or self.is_needless
