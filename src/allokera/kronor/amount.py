"""Amounts as a person types them: `2200000000`, `"2 200 000 000"`, `2200mnkr`, `"2,2 mdkr"`.

An amount is a whole number of kronor, or, where a document's unit is no whole number, a `Fraction`,
even of a whole one: so all amounts of it are written alike, `358.00` beside `7.30`.

The grammar is stricter than the one for printed tables (`printed`): whoever types an amount can be
asked again, so whatever could mean two things is refused.
"""

import re
from fractions import Fraction
from typing import TypeAlias

from allokera.errors import AmountError
from allokera.kronor.messages import KronorMessages
from allokera.kronor.money_words import KRONOR_PHRASE, SPACES, worth
from allokera.kronor.rounding import half_away

Amount: TypeAlias = int | Fraction
"""Kronor, exactly."""

_USUAL_WORDS = ("kr", "tkr", "mnkr", "mdkr", "miljoner kronor", "miljarder kronor")
"""Some of the words that may follow a number, for whoever typed another."""

MOST_DIGITS = 100
"""More than any sum of money, and few enough that Python reads and writes them in no time."""

# Compiled when an amount is typed: `re` keeps what it has compiled.
_AMOUNT = (
    rf"(?P<number>[0-9][0-9_.,{SPACES}]*?)[{SPACES}]*"
    rf"(?P<word>[^\W\d_]+\.?(?:[{SPACES}]+[^\W\d_]+\.?)?)?"
)
_MONEY = f"(?i:{KRONOR_PHRASE})"
_ORE = "(?i:\u00f6re|\u00f8re|ore)"
_PARTS = f"{_ORE}|(?i:cents?|penni)"
"""Words for the hundredth part."""

_MINUS = "-\u2212\u2013"
_NUMBER = (
    rf"(?P<whole>[0-9]+|[0-9]{{1,3}}(?:(?P<mark>[_{SPACES}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*))"
    r"(?:[.,](?P<part>[0-9]+))?"
)


def parse_amount(text: str) -> Amount:
    """Read an amount.

    Args:
        text: digits alone or in groups of three (one kind of space, or `_`), with a decimal part or
            not, and a word such as `mnkr`, `mdkr` or `\u00f6re` or not.

    Raises:
        AmountError: the text is empty, negative, no amount, or could be two amounts.
    """
    stripped = text.strip(SPACES)
    if not stripped:
        raise AmountError(KronorMessages.empty_amount)
    if stripped[0] in _MINUS:
        raise AmountError(KronorMessages.negative_amount, text=text)
    if len(stripped) > 2 * MOST_DIGITS:
        raise AmountError(KronorMessages.too_many_digits, most=MOST_DIGITS)
    amount = re.fullmatch(_AMOUNT, stripped)
    if amount is None:
        raise AmountError(KronorMessages.no_amount, text=text)
    word = amount["word"] or "kr"
    if not (re.fullmatch(_MONEY, word) or re.fullmatch(_PARTS, word)):
        raise AmountError(KronorMessages.unknown_word, text=text, word=word, choices=_USUAL_WORDS)
    return _scaled(amount["number"], _worth(word), text)


def parse_signed(text: str) -> Amount:
    """Read an amount that may be negative: money that goes back.

    Raises:
        AmountError: the text without its sign is no amount.
    """
    stripped = text.strip(SPACES)
    if stripped[:1] in set(_MINUS):
        if not stripped[1:].strip(SPACES)[:1].isdecimal():
            raise AmountError(KronorMessages.no_amount, text=text)
        return -parse_amount(stripped[1:])
    return parse_amount(text)


def parse_whole(text: str) -> int:
    """Read an amount of whole kronor.

    Raises:
        AmountError: the text is no amount, or has parts of a krona.
    """
    amount = parse_amount(text)
    if isinstance(amount, Fraction):
        raise AmountError(KronorMessages.not_whole_kronor, text=text)
    return amount


def parse_unit(text: str) -> Amount:
    """Read a rounding unit: an amount, or a word alone, such as `tkr` or `\u00f6re`.

    Raises:
        AmountError: the text is neither, or the unit is zero.
    """
    word = text.strip(SPACES)
    is_word = re.fullmatch(_MONEY, word) or re.fullmatch(_PARTS, word)
    unit = _worth(word) if is_word else parse_amount(text)
    if unit == 0:
        raise AmountError(KronorMessages.zero_unit, text=text)
    return unit


def parse_whole_unit(text: str) -> int:
    """Read a rounding unit of whole kronor.

    Raises:
        AmountError: the text is no unit, or has parts of a krona.
    """
    unit = parse_unit(text)
    if isinstance(unit, Fraction):
        raise AmountError(KronorMessages.not_whole_kronor, text=text)
    return unit


def in_units_of(unit: Amount, amount: Amount) -> Amount:
    """Make an amount of the kind that a unit's amounts are."""
    return Fraction(amount) if isinstance(unit, Fraction) else amount


def smallest_part(unit: Amount) -> Amount:
    """Say what the last decimal of a unit's amounts is worth: 1, or 0.01 where the unit is 0.05."""
    places = 0
    while 10**places % unit.denominator:
        places += 1
    return 1 if isinstance(unit, int) else Fraction(1, 10**places)


def nearest(number: Fraction, unit: Amount) -> Amount:
    """Round an exact number to whole kronor, where a unit's amounts are whole."""
    return number if isinstance(unit, Fraction) else half_away(number)


def size(amount: Amount) -> Amount:
    """Take away an amount's sign."""
    return amount if amount >= 0 else -amount


def _worth(word: str) -> Amount:
    return Fraction(1, 100) if re.fullmatch(_PARTS, word) else worth(word)


def names_kronor(text: str) -> bool:
    """Whether an amount is written with a word for kronor: `435 kr`, `tkr`, and not `435`."""
    amount = re.fullmatch(_AMOUNT, text.strip(SPACES))
    word = (amount["word"] or "") if amount else text.strip(SPACES)
    return bool(re.fullmatch(_MONEY, word) or re.fullmatch(_ORE, word))


def _scaled(written: str, worth: Amount, text: str) -> Amount:
    number = re.fullmatch(_NUMBER, written)
    if number is None:
        raise AmountError(KronorMessages.odd_groups, text=text)
    whole, part = re.sub(r"[^0-9]", "", number["whole"]), number["part"] or ""
    if len(whole) + len(part) > MOST_DIGITS:
        raise AmountError(KronorMessages.too_many_digits, most=MOST_DIGITS)
    if len(part) == 3 and whole != "0":
        raise AmountError(KronorMessages.two_amounts, text=text, whole=whole, part=part)
    exact = Fraction(int(whole + part) * worth, 10 ** len(part))
    return exact.numerator if exact.denominator == 1 else exact
