"""One thing that happened to a column as a whole, and made several of its rows wrong at once.

A block in another unit, two rows exchanged, a block moved by a row: each is one slip, and likelier
than as many wrong cells as it touches. An event is proposed here with the column as it must
have been before; whether it is believed, the rows decide (`trial`).
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import islice
from typing import NamedTuple

from allokera.audit.rounding.allowed import allowed_units
from allokera.audit.rounding.fit import Fit
from allokera.kronor.keying import Slip

_FEWEST = 3
"""Rows that must be wrong where they stand for a block to have moved; two may be exchanged."""

Amounts = tuple[int | None, ...]
"""Kronor, one a row; None where there is no one number."""


class Happening(StrEnum):
    """What can happen to a column; the names are those of the audit's findings."""

    UNIT_SLIP = "unit-slip"
    SWAPPED_ROWS = "swapped-rows"
    SHIFTED_BLOCK = "shifted-block"


class Event(NamedTuple):
    """One event.

    Attributes:
        rows: those whose cells it changed, ascending; in pairs for swapped rows.
        slips: what happened to each of these cells.
        amounts: the column as it must have been before.
    """

    happening: Happening
    rows: tuple[int, ...]
    slips: tuple[Slip, ...]
    amounts: Amounts


def swapped_rows(amounts: Amounts, units: Sequence[range | None], unit: int) -> Event | None:
    """Propose that the amounts of two rows were exchanged; several pairs where no row is in two.

    Args:
        units: for every accused row, what the others allow it; None for the other rows.
    """
    accused = {row: allowed for row, allowed in enumerate(units) if allowed}
    printed: dict[int, list[int]] = {}
    for row in accused:
        if (amount := amounts[row]) is not None and amount % unit == 0:
            printed.setdefault(amount // unit, []).append(row)
    partners: dict[int, int | None] = {}
    for one, allowed in accused.items():
        found: set[int] = set()
        for there in printed if len(allowed) > len(printed) else allowed:
            if there in allowed and len(found) < 2:
                found.update(
                    islice(
                        (
                            other
                            for other in printed.get(there, ())
                            if amounts[one] != amounts[other]
                            and _allows(accused[other], amounts[one], unit)
                        ),
                        2,
                    )
                )
        partners[one] = found.pop() if len(found) == 1 else None
    sure = [
        (one, other)
        for one, other in partners.items()
        if other is not None and one < other and partners.get(other) == one
    ]
    if not sure:
        return None
    before = list(amounts)
    for one, other in sure:
        before[one], before[other] = amounts[other], amounts[one]
    swapped = tuple(row for pair in sure for row in pair)
    return Event(Happening.SWAPPED_ROWS, swapped, (Slip.SWAPPED,) * len(swapped), tuple(before))


def shifted_block(
    amounts: Amounts, weights: Sequence[int | None], unit: int, found: Fit, accused: Sequence[int]
) -> Iterator[Event]:
    """Propose that neighbouring rows have each other's amounts: all moved up, or down, by one.

    Args:
        found: the factor of the rows that are right, wherever they stand.
        accused: rows that are wrong where they stand.
    """
    if len(accused) < _FEWEST:
        return
    allowed = [allowed_units(found, weight) if weight else None for weight in weights]
    wrong = set(accused)
    for step in (1, -1):
        # the amount of row + step belongs to row
        belongs = [
            0 <= row + step < len(amounts)
            and allowed[row] is not None
            and _allows(allowed[row], amounts[row + step], unit)
            for row in range(len(amounts))
        ]
        blocks = []
        for start, stop in _runs(belongs):
            block = range(start, stop)
            touched = {*block, *(row + step for row in block)}
            if len(touched & wrong) >= _FEWEST:
                blocks.append(block)
        if blocks:
            yield _moved_back(amounts, allowed, unit, blocks, step)


def _moved_back(
    amounts: Amounts,
    allowed: Sequence[range | None],
    unit: int,
    blocks: Sequence[range],
    step: int,
) -> Event:
    """Put the amounts of blocks back where they belong; the one left over closes the ring."""
    before = list(amounts)
    for block in blocks:
        for row in block:
            before[row] = amounts[row + step]
        end, start = (block[-1], block[0]) if step == 1 else (block[0], block[-1])
        vacated = end + step
        if not _allows(allowed[vacated], amounts[vacated], unit):
            closes = _allows(allowed[vacated], amounts[start], unit)
            before[vacated] = amounts[start] if closes else None
    rows = tuple(row for row in range(len(amounts)) if before[row] != amounts[row])
    return Event(Happening.SHIFTED_BLOCK, rows, (Slip.SHIFTED,) * len(rows), tuple(before))


def _runs(flags: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """List where flags are set, run by run: the first, and the one behind the last."""
    start = None
    for place, flag in enumerate((*flags, False)):
        if flag and start is None:
            start = place
        if not flag and start is not None:
            yield start, place
            start = None


def _allows(allowed: range | None, amount: int | None, unit: int) -> bool:
    return (
        allowed is not None
        and amount is not None
        and amount % unit == 0
        and amount // unit in allowed
    )
