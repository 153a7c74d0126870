"""Amounts as a person types them: `2200000000`, `"2 200 000 000"`, `2200mnkr`, `"2,2 mdkr"`.

The grammar is stricter than the one for printed tables (`printed`): whoever types an amount can be
asked again, so whatever could mean two things is refused.
"""

import re
from fractions import Fraction

from allokera.errors import AmountError
from allokera.kronor.messages import KronorMessages
from allokera.kronor.money_words import KRONOR_PHRASE, SPACES, worth

_USUAL_WORDS = ("kr", "tkr", "mnkr", "mdkr", "miljoner kronor", "miljarder kronor")
"""Some of the words that may follow a number, for whoever typed another."""

MOST_DIGITS = 100
"""More than any sum of money, and few enough that Python reads and writes them in no time."""

_AMOUNT = re.compile(
    rf"(?P<number>[0-9][0-9_.,{SPACES}]*?)[{SPACES}]*"
    rf"(?P<word>[^\W\d_]+\.?(?:[{SPACES}]+[^\W\d_]+\.?)?)?"
)
_MONEY = re.compile(KRONOR_PHRASE, re.IGNORECASE)
_NUMBER = re.compile(
    rf"(?P<whole>[0-9]+|[0-9]{{1,3}}(?:(?P<mark>[_{SPACES}])[0-9]{{3}}(?:(?P=mark)[0-9]{{3}})*))"
    r"(?:[.,](?P<part>[0-9]+))?"
)


def parse_amount(text: str) -> int:
    """Read an amount as a number of whole kronor.

    Args:
        text: digits alone or in groups of three (one kind of space, or `_`), with a decimal part
            only before a word such as `mnkr` or `mdkr`.

    Raises:
        AmountError: the text is empty, negative, no amount, not whole kronor, or could be two
            amounts.
    """
    stripped = text.strip(SPACES)
    if not stripped:
        raise AmountError(KronorMessages.empty_amount)
    if stripped[0] in "-\u2212\u2013":
        raise AmountError(KronorMessages.negative_amount, text=text)
    if len(stripped) > 2 * MOST_DIGITS:
        raise AmountError(KronorMessages.too_many_digits, most=MOST_DIGITS)
    amount = _AMOUNT.fullmatch(stripped)
    if amount is None:
        raise AmountError(KronorMessages.no_amount, text=text)
    word = amount["word"] or "kr"
    if not _MONEY.fullmatch(word):
        raise AmountError(KronorMessages.unknown_word, text=text, word=word, choices=_USUAL_WORDS)
    return _scaled(amount["number"], worth(word), text)


def parse_unit(text: str) -> int:
    """Read a rounding unit: an amount of at least one krona, or a word alone, such as `tkr`.

    Raises:
        AmountError: the text is neither, or the unit is zero.
    """
    word = text.strip(SPACES)
    unit = worth(word) if _MONEY.fullmatch(word) else parse_amount(text)
    if unit == 0:
        raise AmountError(KronorMessages.zero_unit, text=text)
    return unit


def names_kronor(text: str) -> bool:
    """Whether an amount is written with a word for money: `435 kr`, `tkr`, and not `435`."""
    amount = _AMOUNT.fullmatch(text.strip(SPACES))
    word = (amount["word"] or "") if amount else text.strip(SPACES)
    return _MONEY.fullmatch(word) is not None


def _scaled(written: str, worth: int, text: str) -> int:
    number = _NUMBER.fullmatch(written)
    if number is None:
        raise AmountError(KronorMessages.odd_groups, text=text)
    whole, part = re.sub(r"[^0-9]", "", number["whole"]), number["part"] or ""
    if len(whole) + len(part) > MOST_DIGITS:
        raise AmountError(KronorMessages.too_many_digits, most=MOST_DIGITS)
    if len(part) == 3 and whole != "0":
        raise AmountError(KronorMessages.two_amounts, text=text, whole=whole, part=part)
    exact = Fraction(int(whole + part) * worth, 10 ** len(part))
    if exact.denominator != 1:
        raise AmountError(KronorMessages.not_whole_kronor, text=text)
    return exact.numerator
