"""Amounts as a published table prints them, read together with what is odd about them.

A printed cell cannot be asked what it means, so nothing is refused and nothing is guessed: a cell
has one value, or none and the readings it could have. The grammar: a sign, digits alone or a first
group of one to three digits and then groups of exactly three, a decimal part, a word such as `kr`,
a footnote mark. Every oddity is kept with its span in the printed text.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from allokera.kronor.amount import MOST_DIGITS, Amount
from allokera.kronor.extras import DIGITS, LONGEST, NOTHING, Oddity, OddSpan, without_extras
from allokera.kronor.money_words import SPACES
from allokera.kronor.notation import UNDECIDED, Notation, notation

LOOK_ALIKES = str.maketrans("OolI|SB", "0011158")
"""Characters that are printed, typed or scanned where a digit was meant."""


class Reading(NamedTuple):
    """What one printed cell says.

    Attributes:
        text: the cell exactly as printed.
        value: the number it says, or None where it says nothing or no one number.
        worth: what the cell itself says a one is worth in kronor (`53 mnkr`), or None.
        alternatives: the numbers it could say, where it says no one number.
        remarks: what is odd about it, from left to right.
    """

    text: str
    value: int | Fraction | None
    worth: int | None = None
    alternatives: tuple[int | Fraction, ...] = ()
    remarks: tuple[OddSpan, ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Whether the cell is empty or says that there is no amount."""
        return self.value is None and not self.alternatives and not self.remarks

    def kronor(self, scale: int = 1) -> Amount | None:
        """The value in kronor, or None where there is none.

        Args:
            scale: what a one is worth in kronor, where the cell itself does not say.
        """
        if self.value is None:
            return None
        exact = self.value * (self.worth or scale)
        return exact.numerator if exact.denominator == 1 else exact

    def whole(self, scale: int = 1) -> int | None:
        """The value in kronor where it is whole, else None."""
        kronor = self.kronor(scale)
        return kronor if isinstance(kronor, int) else None

    def has(self, oddity: Oddity) -> bool:
        """Whether the cell has this oddity."""
        return any(remark.oddity is oddity for remark in self.remarks)


# Nearly every cell is a usual one. The patterns for the others are compiled when one turns up: `re`
# keeps what it has compiled, and compiling these takes longer than reading a table.
_USUAL = re.compile("[0-9]{1,3}(?: [0-9]{3}){1,32}|[0-9]{1,100}")
_TOKENS = "[0-9]+|[^0-9]+"
_MARK = rf"[{SPACES}]+|[.,'\u2019]"


def read(text: str, notation: Notation = UNDECIDED) -> Reading:
    """Read one printed cell.

    Args:
        text: the cell as printed, with every space and mark.
        notation: what the table's other cells say about `.` and `,`.
    """
    if _USUAL.fullmatch(text):
        return Reading(text=text, value=int(text.replace(" ", "")))
    stripped = text.strip()
    if stripped in NOTHING:
        return Reading(text=text, value=None)
    start = text.index(stripped)
    end = start + len(stripped)
    if end - start > LONGEST:
        prose = OddSpan(Oddity.UNREADABLE_CELL, start, end)
        return Reading(text=text, value=None, remarks=(prose,))
    body = without_extras(text, start, end)
    digits, look_alikes = _without_look_alikes(text[body.start : body.end], body.start)
    value, alternatives, remark = _number(digits, body.start, notation)
    remarks = [*body.remarks, *look_alikes, *([remark] if remark else [])]
    return Reading(
        text=text,
        value=-value if body.is_negative and value is not None else value,
        worth=body.worth,
        alternatives=tuple(-each if body.is_negative else each for each in alternatives),
        remarks=tuple(sorted(remarks, key=lambda each: each.start)),
    )


def read_cells(texts: Sequence[str], table: Notation = UNDECIDED) -> tuple[Reading, ...]:
    """Read a column's printed cells in the notation that they show, or else the table's others.

    Args:
        table: what all cells of the table say about `.` and `,`.
    """
    column = UNDECIDED if table.is_given else notation(texts)
    told = column.grouping | column.decimal
    settled = Notation(
        column.grouping | (table.grouping - told), column.decimal | (table.decimal - told)
    )
    return tuple(read(text, settled) for text in texts)


def is_plain(text: str) -> bool:
    """Whether a cell is digits alone: most numbers, told at once."""
    return text.isdecimal() and text.isascii() and len(text) <= MOST_DIGITS


def is_usual(text: str) -> bool:
    """Whether a cell is digits alone, or in groups of three with ordinary spaces."""
    return _USUAL.fullmatch(text) is not None


def separators(reading: Reading) -> tuple[tuple[int, str], ...]:
    """Find what separates the groups of digits in a cell: positions and marks, left to right."""
    marks, part = _marks(reading)
    return tuple(marks[:-1] if part else marks)


def decimals(reading: Reading) -> tuple[str, int] | None:
    """Say which mark starts a cell's decimals, and how many there are; None where it has none."""
    marks, part = _marks(reading)
    return (marks[-1][1], part) if part else None


def _marks(reading: Reading) -> tuple[list[tuple[int, str]], int]:
    """Find what separates digits, from left to right, and how many digits are decimals."""
    digits, last, marks = "", 0, []
    for token in re.finditer(_TOKENS, reading.text):
        if token[0].isdecimal():
            digits, last = digits + token[0], len(token[0])
        elif digits and token.end() < len(reading.text) and re.fullmatch(_MARK, token[0]):
            marks.append((token.start(), token[0]))
    has_part = reading.value is not None and digits and abs(reading.value) != int(digits)
    return marks, last if has_part and marks else 0


def _without_look_alikes(body: str, at: int) -> tuple[str, list[OddSpan]]:
    """Put digits for the letters that stand for them, where any digit stands beside them."""
    plain = body.translate(LOOK_ALIKES)
    if plain == body or not any(character in DIGITS for character in body):
        return body, []
    return plain, [
        OddSpan(Oddity.LOOK_ALIKE_DIGIT, at + place, at + place + 1)
        for place, (was, now) in enumerate(zip(body, plain, strict=True))
        if was != now
    ]


_Number = tuple[int | Fraction | None, tuple[int | Fraction, ...], OddSpan | None]


def _number(body: str, at: int, notation: Notation) -> _Number:
    """Read unsigned digits and marks that start at `at` in the printed cell."""

    def odd(oddity: Oddity, start: int, end: int) -> OddSpan:
        return OddSpan(oddity=oddity, start=at + start, end=at + end)

    tokens = list(re.finditer(_TOKENS, body))
    digits, separators = tokens[::2], tokens[1::2]
    readable = (
        len(tokens) % 2 == 1
        and body[0] in DIGITS
        and all(re.fullmatch(_MARK, separator[0]) for separator in separators)
        and sum(len(group[0]) for group in digits) <= MOST_DIGITS
    )
    if not readable:
        return None, (), odd(Oddity.UNREADABLE_CELL, 0, len(body))

    groups = [group[0] for group in digits]
    kinds = ["space" if mark[0][0] in SPACES else mark[0] for mark in separators]
    last_is_part = _starts_a_part(groups, kinds, notation)
    if last_is_part is None:
        readings = (int("".join(groups)), _with_part(groups[:-1], groups[-1]))
        return None, readings, odd(Oddity.AMBIGUOUS_NUMBER, 0, len(body))
    whole = groups[:-1] if last_is_part else groups
    wrong = [
        group
        for index, group in enumerate(digits[: len(whole)])
        if len(whole) > 1 and not (1 <= len(group[0]) <= 3 if index == 0 else len(group[0]) == 3)
    ]
    if wrong:
        span = odd(Oddity.MALFORMED_GROUPING, wrong[0].start(), wrong[-1].end())
        return None, (int("".join(groups)),), span
    return _with_part(whole, groups[-1] if last_is_part else ""), (), None


def _starts_a_part(groups: list[str], kinds: list[str], notation: Notation) -> bool | None:
    """Say whether the last mark starts a decimal part; None where it could also group."""
    if not kinds or kinds[-1] not in {".", ","}:
        return False
    mark = kinds[-1]
    if mark in kinds[:-1] or mark in notation.grouping:
        return False
    if mark in notation.decimal:
        return True
    if len(kinds) > 1:
        # after spaces, three more digits may be a group with another mark
        return None if "space" in kinds and len(groups[-1]) == 3 else True
    could_group = len(groups[1]) == 3 and len(groups[0]) <= 3 and groups[0] != "0"
    return None if could_group else True


def _with_part(whole: list[str], part: str) -> int | Fraction:
    number = Fraction(int("".join(whole) + part), 10 ** len(part))
    return number.numerator if number.denominator == 1 else number
