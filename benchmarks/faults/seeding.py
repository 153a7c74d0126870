"""Faults put into correct tables, by a seed: one slip of a finger each, or of a whole block."""

import re
from collections.abc import Callable, Sequence
from random import Random
from typing import NamedTuple

from benchmarks.silence.drawing import Table

_GROUPED = re.compile(r"-?\d{1,3}(?P<group>[ ,\u00a0])\d{3}(?:(?P=group)\d{3})*(?:[.,]\d+)?")
_NUMBER = re.compile(rf"{_GROUPED.pattern}|-?\d+(?:[.,]\d+)?")


class Fault(NamedTuple):
    """A cell that was changed.

    Attributes:
        row: in the table, the heading included.
        column: in the table, the names included.
        right: what stood there.
        kind: what was done.
        is_slight: whether it is one unit of the last place: within rounding nothing can see it.
    """

    row: int
    column: int
    right: str
    kind: str
    is_slight: bool = False


def digits_of(text: str) -> str:
    """Take the digits of a printed number."""
    return "".join(filter(str.isdecimal, text))


def is_number(text: str) -> bool:
    """Whether a cell holds a number, and not nothing."""
    return _NUMBER.fullmatch(text) is not None and digits_of(text).strip("0") != ""


def _rewritten(text: str, digits: str) -> str:
    """Print other digits as a number is printed: its sign, its decimals, its groups."""
    match = _GROUPED.fullmatch(text)
    group = match["group"] if match else ""
    _, mark, part = text.replace(group, "").rpartition("," if group != "," else ".")
    if not mark and not group:
        _, mark, part = text.rpartition(".")
    places = len(part) if mark else 0
    digits = (digits.lstrip("0") or "0").zfill(places + 1)
    whole, decimals = (digits[:-places], digits[-places:]) if places else (digits, "")
    # a column that groups its digits groups those of a number that has become longer
    group = group or (" " if len(digits_of(text)) < 4 else "")
    sign = "-" if text.startswith("-") else ""
    return sign + f"{int(whole):,}".replace(",", group) + (mark + decimals if places else "")


def _replaced(random: Random, digits: str) -> str:
    place = random.randrange(len(digits))
    others = [digit for digit in "0123456789" if digit != digits[place]]
    return digits[:place] + random.choice(others) + digits[place + 1 :]


def _lost(random: Random, digits: str) -> str:
    place = random.randrange(len(digits))
    return digits[:place] + digits[place + 1 :]


def _added(random: Random, digits: str) -> str:
    place = random.randint(0, len(digits))
    return digits[:place] + random.choice("0123456789") + digits[place:]


def _exchanged(random: Random, digits: str) -> str:
    place = random.randrange(max(1, len(digits) - 1))
    return digits[:place] + digits[place : place + 2][::-1] + digits[place + 2 :]


def _thousandfold(random: Random, digits: str) -> str:
    if digits.endswith("000") and random.random() < 0.5:
        return digits[:-3]
    return digits + "000"


KINDS: dict[str, Callable[[Random, str], str]] = {
    "digit replaced": _replaced,
    "digit lost": _lost,
    "digit added": _added,
    "digits exchanged": _exchanged,
    "a thousandfold": _thousandfold,
}

ROWS_EXCHANGED = "rows exchanged"


def seed_fault(table: Table, random: Random) -> tuple[Table, tuple[Fault, ...]] | None:
    """Change one number of a table, or exchange two of a column.

    Returns:
        The table and what was changed in it; None where it holds no number that can be.
    """
    cells = [
        (row, column)
        for row, texts in enumerate(table)
        for column, text in enumerate(texts)
        if row and column and is_number(text)
    ]
    if not cells:
        return None
    row, column = random.choice(cells)
    kind = random.choice([*KINDS, ROWS_EXCHANGED])
    changed = [list(texts) for texts in table]
    right = table[row][column]
    if kind == ROWS_EXCHANGED:
        others = [
            other
            for other, there in cells
            if there == column and other != row and table[other][column] != right
        ]
        if not others:
            return None
        other = random.choice(others)
        changed[row][column], changed[other][column] = table[other][column], right
        faults = (Fault(row, column, right, kind), Fault(other, column, table[other][column], kind))
        return changed, faults
    digits = digits_of(right)
    keyed = KINDS[kind](random, digits)
    if not keyed or keyed.lstrip("0") == digits.lstrip("0"):
        return None
    changed[row][column] = _rewritten(right, keyed)
    zeros = len(digits) - len(digits.rstrip("0"))
    is_slight = abs(int(keyed) - int(digits)) <= 10**zeros
    return changed, (Fault(row, column, right, kind, is_slight),)


def _moved_down(texts: Sequence[str], first: int, last: int) -> list[str]:
    return [texts[row - 1] for row in range(first, last + 1)]


def _moved_up(texts: Sequence[str], first: int, last: int) -> list[str]:
    return [texts[row + 1] for row in range(first, last + 1)]


def _in_thousands(texts: Sequence[str], first: int, last: int) -> list[str]:
    """Round to thousands, half up."""
    numbers = [int(digits_of(text)) for text in texts[first : last + 1]]
    rounded = [str((number + 500) // 1000) for number in numbers]
    return [
        _rewritten(text, number)
        for text, number in zip(texts[first : last + 1], rounded, strict=True)
    ]


def _with_noughts(texts: Sequence[str], first: int, last: int) -> list[str]:
    return [_rewritten(text, digits_of(text) + "000") for text in texts[first : last + 1]]


BLOCKS: dict[str, Callable[[Sequence[str], int, int], list[str]]] = {
    "block moved down": _moved_down,
    "block moved up": _moved_up,
    "block in thousands": _in_thousands,
    "block a thousandfold": _with_noughts,
}

_LONGEST = 6

_ROWS = 3
"""Rows of a table for each of a block: what most rows follow is right."""


def seed_block(table: Table, random: Random) -> tuple[Table, tuple[Fault, ...]] | None:
    """Move a block of a column by a row, or put it into another unit: three rows to six.

    Returns:
        The table and what was changed in it; None where the rows drawn do not all hold numbers.
    """
    column = random.randrange(1, len(table[0]))
    texts = [row[column] for row in table]
    length = random.randint(3, _LONGEST)
    if len(table) < _ROWS * length:
        return None
    first = random.randrange(2, len(table) - length)
    last = first + length - 1
    if not all(is_number(texts[row]) for row in range(first - 1, last + 2)):
        return None
    kind = random.choice([*BLOCKS])
    block = BLOCKS[kind](texts, first, last)
    changed = [list(row) for row in table]
    faults = []
    for row, text in zip(range(first, last + 1), block, strict=True):
        if text != texts[row]:
            changed[row][column] = text
            faults.append(Fault(row, column, texts[row], kind))
    return (changed, tuple(faults)) if faults else None
