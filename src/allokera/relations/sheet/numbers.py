"""Printed cells as digits and decimals: what is measured is what is printed, to its last place."""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

from allokera.kronor.notation import Notation, notation_of
from allokera.kronor.printed import read

SPACES = " \u00a0\u2009\u202f\u2007\t\n"

NOTHING = frozenset({"", "-", "--", "\u2013", "\u2014", "\u2212", "."})
"""Texts that stand for nothing. Two points, or three, say that a number is not known."""

LONGEST = 60
"""Letters of the longest cell that may be a number."""

_PLAIN = re.compile(r"-?[0-9]{1,30}", re.ASCII)
_DECIMAL = re.compile(r"(-?[0-9]{1,30})([.,])([0-9]{1,30})", re.ASCII)
_TAIL = re.compile(rf"[{SPACES}]*(?:%|Points?|[A-Za-z])$")

_NUMBERLIKE = re.compile(r"(?!(?:19|20)[0-9]{2}$)[^A-Za-z]{0,9}[0-9][^A-Za-z]{0,40}")
"""What may be a number, and is no year."""


class Printed(NamedTuple):
    """A number as it is printed.

    Attributes:
        digits: all of them, as one whole number.
        places: how many of them are decimals.
    """

    digits: int
    places: int


@lru_cache(1 << 16)
def read_number(text: str, notation: Notation) -> Printed | None:
    """Read a printed number, or say that a cell holds none.

    A sign of per cent, a unit or a letter behind the number is no part of it.
    """
    if _PLAIN.fullmatch(text):
        return Printed(int(text), 0)
    match = _DECIMAL.fullmatch(text)
    if match and match[2] in notation.decimal:
        digits = int(match[1] + match[3])
        return Printed(digits, len(match[3]))
    stripped = text.strip(SPACES)
    if stripped in NOTHING or len(stripped) > LONGEST or not any(map(str.isdigit, stripped)):
        return None
    is_negative = stripped.startswith("(") and stripped.endswith(")")
    body = stripped[1:-1] if is_negative else stripped
    body = _TAIL.sub("", body.strip(SPACES)).strip(SPACES)
    if body[:1] in {".", ","} and body[1:].isdigit():
        body = f"0{body}"
    reading = read(body, notation)
    if reading.value is None:
        return None
    value = reading.value
    value = -value if is_negative and value > 0 else value
    places = _places(body, abs(Fraction(value)))
    return Printed(int(value * 10**places), places)


def _places(body: str, value: Fraction) -> int:
    """Count the decimals that a number is printed with, noughts included."""
    digits = int("".join(letter for letter in body if letter in "0123456789") or "0")
    if not digits:
        _, mark, part = body.rpartition("," if "," in body else ".")
        return len(part) if mark else 0
    shown = (places for places in range(len(body)) if value * 10**places == digits)
    # a footnote's digits stand behind it
    least = (places for places in range(LONGEST) if (value * 10**places).denominator == 1)
    return next(chain(shown, least))


def notation_of_sheet(grid: Sequence[Sequence[str]], decimal: str | None = None) -> Notation:
    """Settle what `.` and `,` mean in a sheet, of whose cells many are words or years.

    Args:
        decimal: the mark that starts a decimal part, where a person says so.
    """
    width = max(map(len, grid), default=0)
    columns = [
        [
            cell
            for row in grid
            if column < len(row) and _NUMBERLIKE.fullmatch(cell := row[column].strip(SPACES))
        ]
        for column in range(width)
    ]
    return notation_of(columns, decimal)
