"""Amounts as a published table prints them, read together with what is odd about them.

A printed cell cannot be asked what it means, so nothing is refused and nothing is guessed: a cell
has one value, or none and the readings it could have. The grammar: a sign, digits alone or a first
group of one to three digits and then groups of exactly three, a decimal part, a word such as `kr`,
a footnote mark. Every oddity is kept with its span in the printed text.
"""

import re
from collections.abc import Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from allokera.kronor.amount import MOST_DIGITS
from allokera.kronor.money_words import BEFORE, PHRASE, SIGNS, SPACES, worth

LOOK_ALIKES = str.maketrans("OolI|SB", "0011158")
"""Characters that are printed, typed or scanned where a digit was meant."""

NOTHING = frozenset(
    {"", "-", "\u2013", "\u2014", "\u2212", ".", "..", "...", "\u2026", ":", "n/a", "n.a."}
)
"""What tables print where there is no amount."""

LONGEST = 200
"""Characters that a cell with an amount can have; what is longer is prose."""


RAISED_MARK = r"\*{1,9}|[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]{1,3}|[\u2020\u2021\u00a7]"
"""A footnote mark that cannot be part of a number, wherever it stands."""

LEVEL_MARK = r"[0-9a-z]\)|\([0-9a-z]\)|\[[0-9a-z]\]"
"""A footnote mark that must stand apart from a number."""


class Oddity(StrEnum):
    """What can be odd about a printed cell; the names are those of the audit's findings."""

    MALFORMED_GROUPING = "malformed-grouping"
    AMBIGUOUS_NUMBER = "ambiguous-number"
    UNREADABLE_CELL = "unreadable-cell"
    LOOK_ALIKE_DIGIT = "look-alike-digit"
    FOOTNOTE_MARK = "footnote-mark"
    NEGATIVE_SIGN = "negative-sign"


class OddSpan(NamedTuple):
    """One oddity and where it stands: `text[start:end]` of the printed cell."""

    oddity: Oddity
    start: int
    end: int

    @property
    def span(self) -> tuple[int, int]:
        """Where it begins and ends, in characters."""
        return self.start, self.end


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

    def kronor(self, scale: int = 1) -> int | None:
        """The value in whole kronor, or None where there is none or it is not whole.

        Args:
            scale: what a one is worth in kronor, where the cell itself does not say.
        """
        if self.value is None:
            return None
        exact = self.value * (self.worth or scale)
        return exact.numerator if exact.denominator == 1 else None

    def has(self, oddity: Oddity) -> bool:
        """Whether the cell has this oddity."""
        return any(remark.oddity is oddity for remark in self.remarks)


class Notation(NamedTuple):
    """What a table's own cells say about `.` and `,`: which groups digits, which starts a part.

    Attributes:
        assumed: a mark that is taken to group although every cell could be two numbers alike.
        is_given: whether a person said so, and no cell is asked.
    """

    grouping: frozenset[str] = frozenset()
    decimal: frozenset[str] = frozenset()
    assumed: str = ""
    is_given: bool = False


UNDECIDED = Notation()
"""No evidence: a lone `1.350` stays ambiguous."""

# Nearly every cell is a usual one. The patterns for the others are compiled when one turns up: `re`
# keeps what it has compiled, and compiling these takes longer than reading a table.
_USUAL = re.compile("[0-9]{1,3}(?: [0-9]{3}){1,32}|[0-9]{1,100}")
_PER_CENT = rf"[(\[][-+\u2212]?[0-9][0-9.,]*[{SPACES}]?%[)\]]"
_FOOTNOTE = rf"(?:[{SPACES}]*(?:{RAISED_MARK}|{_PER_CENT})|[{SPACES}]+(?:{LEVEL_MARK}))+$"
_FLAG = rf"(?<=[0-9])[{SPACES}]?[bcdefnprsuz]{{1,2}}$"
_WORD = rf"(?i)[{SPACES}]*(?P<word>{PHRASE}|:-|,-)\.?$"
_CURRENCY = rf"(?i){BEFORE}[{SPACES}]*"
_SIGNED = (
    rf"\((?P<inside>.+)\)|[-\u2212\u2013][{SPACES}]*(?P<after>.+)|(?P<before>.+?)[{SPACES}]*[-\u2212\u2013]"
    r"|\+(?P<plus>.+)"
)
_DIGITS = "0123456789"
_CURRENCY_STARTS = frozenset("acdegijknpsu" + SIGNS)
"""What the name or the sign of a currency begins with, folded."""

_TOKENS = "[0-9]+|[^0-9]+"
_MARK = rf"[{SPACES}]+|[.,'\u2019]"
_GROUPED = r"[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})+(?:[.,][0-9]+)?"
_PART = rf"[0-9]+(?:[{SPACES}'\u2019.,][0-9]{{3}})*([.,])(?:[0-9]{{1,2}}|[0-9]{{4,}})"


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
    body = _without_extras(text, start, end)
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


def notation(texts: Sequence[str]) -> Notation:
    """Gather cells' own evidence about `.` and `,`: `1.350.000` groups, `53,5` starts a part.

    A mark with evidence for both is left undecided. Where one mark starts a part, and nothing is
    known of the other, the other groups; and the other way round.
    """
    marked = [_core(text) for text in texts if "." in text or "," in text]
    grouping = {match[1] for text in marked if (match := re.fullmatch(_GROUPED, text))}
    decimal = {match[1] for text in marked if (match := re.fullmatch(_PART, text))}
    told = grouping | decimal
    others = {mark: other for mark, other in (".,", ",.") if other not in told}
    return Notation(
        grouping=frozenset(
            (grouping - decimal) | {others[mark] for mark in decimal - grouping if mark in others}
        ),
        decimal=frozenset(
            (decimal - grouping) | {others[mark] for mark in grouping - decimal if mark in others}
        ),
    )


def notation_of(columns: Sequence[Sequence[str]], decimal: str | None = None) -> Notation:
    """Settle what `.` and `,` mean in a table.

    Where a mark has no evidence in any cell, and in its columns every cell could be two numbers
    alike, either reading gives the same proportions: it is taken to group, and said to be assumed.

    Args:
        columns: the printed cells of each column of numbers.
        decimal: the mark that starts a decimal part, where a person says so.
    """
    if decimal is not None:
        other = "." if decimal == "," else ","
        return Notation(frozenset({other}), frozenset({decimal}), is_given=True)
    told = notation([cell for cells in columns for cell in cells])
    for mark in ",.":
        if mark not in told.grouping | told.decimal and _is_alike(columns, mark):
            return told._replace(grouping=told.grouping | {mark}, assumed=mark)
    return told


def _is_alike(columns: Sequence[Sequence[str]], mark: str) -> bool:
    """Whether most marked cells could be two numbers by this mark, and no large number lacks it."""
    marked = [
        [_core(cell) for cell in cells if cell.strip() not in NOTHING]
        for cells in columns
        if any(mark in cell for cell in cells)
    ]
    two = re.compile(rf"[1-9][0-9]{{0,2}}{re.escape(mark)}[0-9]{{3}}")
    small = re.compile("[0-9]{1,3}")
    cells = [cell for column in marked for cell in column]
    alike = [cell for cell in cells if two.fullmatch(cell)]
    others = [cell for cell in cells if not two.fullmatch(cell) and not small.fullmatch(cell)]
    return len(alike) > 1 and len(others) * 5 <= len(alike)


def _core(text: str) -> str:
    """The digits and marks of a cell, without what stands around them."""
    stripped = text.strip()
    if stripped[:1] in _DIGITS and stripped[-1:] in _DIGITS:
        return stripped
    body = _without_extras(stripped, 0, len(stripped)) if len(stripped) <= LONGEST else None
    return stripped if body is None else stripped[body.start : body.end]


def is_usual(text: str) -> bool:
    """Whether a cell is digits alone, or in groups of three with ordinary spaces."""
    return _USUAL.fullmatch(text) is not None


def separators(reading: Reading) -> tuple[tuple[int, str], ...]:
    """Find what separates the groups of digits in a cell: positions and marks, left to right."""
    digits, marks = "", []
    for token in re.finditer(_TOKENS, reading.text):
        if token[0].isdecimal():
            digits += token[0]
        elif digits and token.end() < len(reading.text) and re.fullmatch(_MARK, token[0]):
            marks.append((token.start(), token[0]))
    has_part = reading.value is not None and digits and abs(reading.value) != int(digits)
    return tuple(marks[:-1] if has_part else marks)


class _Body(NamedTuple):
    """Where the digits of a cell stand, once what surrounds them is taken off."""

    start: int
    end: int
    worth: int | None
    is_negative: bool
    remarks: tuple[OddSpan, ...]


def _without_extras(text: str, start: int, end: int) -> _Body:
    """Take off a footnote mark, then a word such as `kr`, then a sign."""
    remarks: list[OddSpan] = []
    said, is_negative = None, False
    if text[start] in _DIGITS and text[end - 1] in _DIGITS:
        return _Body(start, end, None, is_negative, ())
    if mark := re.search(_FOOTNOTE, text[start:end]):
        remarks.append(OddSpan(Oddity.FOOTNOTE_MARK, start + mark.start(), end))
        end = start + mark.start()
    if word := re.search(_WORD, text[start:end]):
        said = worth(word["word"])
        end = start + word.start()
    elif flag := re.search(_FLAG, text[start:end]):
        remarks.append(OddSpan(Oddity.FOOTNOTE_MARK, start + flag.start(), end))
        end = start + flag.start()
    start += _currency(text[start:end])
    if (signed := re.fullmatch(_SIGNED, text[start:end])) and signed.lastgroup:
        is_negative = signed.lastgroup != "plus"
        inside = signed.span(signed.lastgroup)
        start, end = start + inside[0], start + inside[1]
        start += _currency(text[start:end])
    if is_negative:
        remarks.append(OddSpan(Oddity.NEGATIVE_SIGN, start, end))
    return _Body(start, end, said, is_negative, tuple(remarks))


def _currency(text: str) -> int:
    """Count the characters of the currency that a text begins with."""
    if text[:1] in _DIGITS or text[:1].casefold() not in _CURRENCY_STARTS:
        return 0
    match = re.match(_CURRENCY, text)
    return match.end() if match else 0


def without_currency(text: str) -> str:
    """Take the currency off the beginning of a text."""
    return text[_currency(text) :]


def _without_look_alikes(body: str, at: int) -> tuple[str, list[OddSpan]]:
    """Put digits for the letters that stand for them, where any digit stands beside them."""
    plain = body.translate(LOOK_ALIKES)
    if plain == body or not any(character in _DIGITS for character in body):
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
        and body[0] in _DIGITS
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
