"""What stands around the digits of a printed cell: a footnote mark, words for money, a sign."""

import re
from enum import StrEnum
from typing import NamedTuple

from allokera.kronor.money_words import BEFORE, PHRASE, SIGNS, SPACES, worth

DIGITS = "0123456789"

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


# The patterns are compiled when a cell turns up that needs them: `re` keeps what it has compiled.
_PER_CENT = rf"[(\[][-+\u2212]?[0-9][0-9.,]*[{SPACES}]?%[)\]]"
_FOOTNOTE = rf"(?:[{SPACES}]*(?:{RAISED_MARK}|{_PER_CENT})|[{SPACES}]+(?:{LEVEL_MARK}))+$"
_FLAG = rf"(?<=[0-9])[{SPACES}]?[bcdefnprsuz]{{1,2}}$"
_WORD = rf"(?i)[{SPACES}]*(?P<word>{PHRASE}|:-|,-)\.?$"
_CURRENCY = rf"(?i){BEFORE}[{SPACES}]*"
_SIGNED = (
    rf"\((?P<inside>.+)\)|[-\u2212\u2013][{SPACES}]*(?P<after>.+)|(?P<before>.+?)[{SPACES}]*[-\u2212\u2013]"
    r"|\+(?P<plus>.+)"
)
_CURRENCY_STARTS = frozenset("acdegijknpsu" + SIGNS)
"""What the name or the sign of a currency begins with, folded."""


class Body(NamedTuple):
    """Where the digits of a cell stand, once what surrounds them is taken off."""

    start: int
    end: int
    worth: int | None
    is_negative: bool
    remarks: tuple[OddSpan, ...]


def without_extras(text: str, start: int, end: int) -> Body:
    """Take off a footnote mark, then a word such as `kr`, then a sign."""
    remarks: list[OddSpan] = []
    said, is_negative = None, False
    if text[start] in DIGITS and text[end - 1] in DIGITS:
        return Body(start, end, None, is_negative, ())
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
    return Body(start, end, said, is_negative, tuple(remarks))


def _currency(text: str) -> int:
    """Count the characters of the currency that a text begins with."""
    if text[:1] in DIGITS or text[:1].casefold() not in _CURRENCY_STARTS:
        return 0
    match = re.match(_CURRENCY, text)
    return match.end() if match else 0


def without_currency(text: str) -> str:
    """Take the currency off the beginning of a text."""
    return text[_currency(text) :]


def core(text: str) -> str:
    """The digits and marks of a cell, without what stands around them."""
    stripped = text.strip()
    if stripped[:1] in DIGITS and stripped[-1:] in DIGITS:
        return stripped
    body = without_extras(stripped, 0, len(stripped)) if len(stripped) <= LONGEST else None
    return stripped if body is None else stripped[body.start : body.end]
