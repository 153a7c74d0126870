"""One line held against a pattern, with nothing read from texts."""

from collections.abc import Sequence
from dataclasses import replace
from math import log2

from allokera.relations.bits import BIT
from allokera.relations.evidence.pattern import Measure, Pattern
from relations.grids import view_of

Line = Sequence[int | None]


def measured(
    pattern: Pattern, line: Line, *, unit: int = 1, one: int = 1, withheld: int | None = None
) -> Measure:
    view = view_of([line], unit=unit, one=one)
    view = replace(view, withheld=[[at == withheld for at in range(len(line))]])
    found = pattern.measure(view, 0)
    assert found is not None
    return found


def tells(bits: int, quotient: float) -> bool:
    """Whether bits are the logarithm of a quotient, rounded down a little."""
    return -0.001 <= log2(quotient) - bits / BIT < 0.02
