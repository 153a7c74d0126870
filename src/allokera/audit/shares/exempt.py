"""Rows that a factor does not hold for, and that are no misprints: a threshold, a coarser unit."""

from collections.abc import Iterator
from fractions import Fraction

from allokera.relations.bits import LIKELY, bits, choosing
from allokera.relations.laws.law import Law


def exempt_rows(law: Law) -> frozenset[int]:
    """List the rows of the grid that another rule explains.

    Rows that get nothing are below a threshold, where all others have larger weights. Rows printed
    to a coarser unit are so beyond coincidence: their noughts are worth more than naming them.
    """
    return frozenset((*_below_threshold(law), *_coarser(law)))


def _below_threshold(law: Law) -> list[int]:
    claim = law.claim
    values, (weight,) = claim.view.values, claim.parts
    nothing = [line for line in claim.off if values[line][claim.target] == 0]
    least = min((values[line][weight] or 0 for line in claim.held), default=0)
    return nothing if all((values[line][weight] or 0) < least for line in nothing) else []


def _coarser(law: Law) -> list[int]:
    off = law.claim.off
    told = {line: noughts for line in off if (noughts := _noughts(law, line))}
    price = choosing(len(law.claim.held) + len(off), len(told))
    if sum(told.values()) < price + LIKELY:
        return []
    # others may be among the rows that tell the factor: of the same noughts, one step is no slip
    return [line for line in off if 0 < _noughts(law, line, halves=2) <= max(told.values())]


def _noughts(law: Law, line: int, *, halves: int = 1) -> int:
    """Say by how many bits a row is coarser than others, if so much of its own step explains it."""
    claim = law.claim
    view, (weight,) = claim.view, claim.parts
    expected = claim.pattern.expected(view, line)
    amount, size = view.values[line][claim.target], view.values[line][weight]
    if expected is None or not amount or not size:
        return 0
    off = abs(amount - expected)
    found = 0
    for place, reach in ((claim.target, Fraction(1)), (weight, Fraction(expected, size))):
        unit, value = view.units[line][place], view.values[line][place] or 0
        for step in _steps(unit, value):
            if 2 * off <= halves * abs(reach) * step + view.units[line][claim.target]:
                found = max(found, bits(step, unit))
                break
    return found


def _steps(unit: int, value: int) -> Iterator[int]:
    """List the powers of ten, above a unit, that a number is a multiple of, the least first."""
    step = unit * 10
    while value % step == 0 and step <= abs(value):
        yield step
        step *= 10
