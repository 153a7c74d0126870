"""What amounts are in: a currency, by its ISO 4217 code, the word after a number, and its decimals.

Everything is called kronor in the code, where the home case is in kronor. No currency is ever
changed into another.
"""

import re
from typing import NamedTuple

from allokera.errors import AmountError
from allokera.kronor.messages import KronorMessages


class Currency(NamedTuple):
    """A currency.

    Attributes:
        code: three letters, as in ISO 4217.
        word: what stands after an amount.
        parts: how many decimals its smallest coin or entry has.
    """

    code: str
    word: str
    parts: int = 2


KRONA = Currency("SEK", "kr")

_WORDS = {"SEK": "kr", "NOK": "kr", "DKK": "kr", "ISK": "kr", "EUR": "euro"}
_WITHOUT_PARTS = (
    "BIF",
    "CLP",
    "DJF",
    "GNF",
    "ISK",
    "JPY",
    "KMF",
    "KRW",
    "PYG",
    "RWF",
    "UGX",
    "UYI",
    "VND",
    "VUV",
    "XAF",
    "XOF",
    "XPF",
)
_OF_THOUSANDTHS = ("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND")
_PARTS = dict.fromkeys(_WITHOUT_PARTS, 0) | dict.fromkeys(_OF_THOUSANDTHS, 3)
"""Codes whose parts are not hundredths. Source: ISO 4217, list one."""
_CODE = re.compile("[A-Z]{3}")


def currency_of(code: str) -> Currency:
    """Know a currency by its code; one whose word is not known is called by its code.

    Raises:
        AmountError: the text is no code.
    """
    upper = code.strip().upper()
    if not _CODE.fullmatch(upper):
        raise AmountError(KronorMessages.no_currency, text=code)
    return Currency(upper, _WORDS.get(upper, upper), _PARTS.get(upper, 2))
