"""How Swedish writes numbers and lists.

Groups of three and units stand behind a no-break space, decimals behind a comma, and less than
nothing behind a minus sign (U+2212), as Svenska skrivregler and Myndigheternas skrivregler have it.
"""

import re
from collections.abc import Sequence
from fractions import Fraction

from allokera.kronor import wording
from allokera.kronor.amount import Amount
from allokera.kronor.currency import Currency
from allokera.model import Basis

NBSP, MINUS = "\u00a0", "\u2212"
_MARKS = str.maketrans({" ": NBSP, "-": MINUS, ".": ","})


def grouped(number: Amount) -> str:
    """Write a number in groups of three: `2 175 000 000`."""
    return wording.grouped(number).translate(_MARKS)


def signed(number: Amount) -> str:
    """Write a difference with its sign: `+1 000 000`."""
    return wording.signed(number).translate(_MARKS)


def decimal(number: Fraction, places: int) -> str:
    """Write an exact number with so many decimals: `29,4769`."""
    return wording.decimal(number, places).translate(_MARKS)


def spelled(number: Fraction) -> str:
    """Write an exact number with all of its decimals, or as `p/q`."""
    return wording.spelled(number).translate(_MARKS)


def percent(share: Fraction, places: int = 4) -> str:
    """Write a share as a percentage: `5,3556 %`."""
    return wording.percent(share, places).translate(_MARKS)


def signed_percent(part: Fraction, places: int) -> str:
    """Write a change as a percentage, with its sign: `+1,49 %`."""
    return wording.signed_percent(part, places).translate(_MARKS)


def ratio(number: Fraction | int) -> str:
    """Write an exact number as `p/q`, in lowest terms."""
    return wording.ratio(number).translate(_MARKS)


def amount(number: Amount, currency: Currency | None) -> str:
    """Write an amount, with what it is in where that is money: `164 000 000 kr`."""
    return f"{grouped(number)}{NBSP}{currency.word}" if currency else grouped(number)


def signed_amount(number: Amount, currency: Currency | None) -> str:
    """Write a difference with its sign, and what it is in where that is money."""
    return f"{signed(number)}{NBSP}{currency.word}" if currency else signed(number)


def counted(count: int, one: str, several: str) -> str:
    """Write how many there are: `1 rad`, `2 rader`."""
    return f"{grouped(count)} {one if count == 1 else several}"


def listed(words: Sequence[str], joiner: str = "och") -> str:
    """Write words as a list in a sentence: `a, b och c`; of very many, the first."""
    return wording.listed(words, joiner, "{} andra")


def quoted(text: str) -> str:
    """Put a text between quotation marks, what would steer a terminal spelled out."""
    return f"”{''.join(map(_spelled_out, text))}”"


def _spelled_out(letter: str) -> str:
    is_shown = letter.isprintable() or letter in _SPACES
    return letter if is_shown else repr(letter)[1:-1]


_SPACES = "\u00a0\u2007\u2009\u202f"


def day(date: str) -> str:
    """Write a date as in a sentence: `den 31 december 2017`; what is no date stays as it is."""
    match = re.fullmatch("([0-9]{4})-(0[1-9]|1[0-2])-([0-9]{2})", date)
    if match is None:
        return date
    year, month, number = map(int, match.groups())
    return f"den {number}{NBSP}{_MONTHS[month - 1]} {year}"


_MONTHS = (
    *("januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti"),
    *("september", "oktober", "november", "december"),
)


def how_known(basis: Basis, *, plural: bool = False) -> str:
    """Say how a figure is known, as a sentence goes on: it is ..."""
    return _KNOWN_OF_SEVERAL[basis] if plural else _KNOWN[basis]


_KNOWN = {
    Basis.STATED: "angiven i källan",
    Basis.DERIVED: "uträknad",
    Basis.INFERRED: "en slutsats",
    Basis.GIVEN: "vald",
}
_KNOWN_OF_SEVERAL = {
    Basis.STATED: "angivna i källan",
    Basis.DERIVED: "uträknade",
    Basis.INFERRED: "en slutsats",
    Basis.GIVEN: "valda",
}
