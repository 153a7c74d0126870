"""Words for money: currencies, and words that say how many of them a one stands for.

A publisher prints `53 mnkr`, `53 miljoner kronor`, `$53 million` or `53 mio. EUR`. No currency is
ever changed into another: a word says what a printed one is worth in the currency of the table.
"""

import re

SPACES = " \u00a0\u2007\u2009\u202f"
"""The spaces that group digits: ordinary, no-break, figure, thin and narrow no-break."""

SIGNS = "$\u00a3\u20ac\u00a5"
"""The signs of currencies."""

_KRONOR = "kr kronor sek"
_OTHERS = (
    "krona krone kroner nok dkk isk eur euro euros usd dollar dollars gbp pound pounds chf pln aud "
    "cad nzd jpy"
)
_SCALES = {
    1_000: "tusen tusental tusentals tusind tusinde thousand thousands tausend",
    1_000_000: (
        "mn mio mill milj miljon miljoner miljontal miljontals million millions millioner millionen"
    ),
    1_000_000_000: (
        "md mdr mrd mia bn miljard miljarder milliard milliarder milliarden billion billions"
    ),
}
_COMPOUNDS = {
    1_000: "tkr kkr tsek ksek tnok tdkk teur keur",
    1_000_000: "mkr mnkr msek mnsek mnok mdkk meur musd",
    1_000_000_000: "mdkr mdsek",
}

_WORTH = {
    word: worth
    for table in (_SCALES, _COMPOUNDS)
    for worth, words in table.items()
    for word in words.split()
}
_WORDS = re.compile(r"[^\W\d_]+")


def _any_of(*words: str) -> str:
    each = sorted(" ".join(words).split(), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, each))})"


CURRENCY = rf"(?:{_any_of(_KRONOR, _OTHERS)}|(?:us|au|ca|nz)?[{SIGNS}])"
"""A currency: `kronor`, `NOK`, `US$`; a pattern, letters alike."""

_COMPOUND = _any_of(*_COMPOUNDS.values())
_SCALE = _any_of(*_SCALES.values())

BEFORE = rf"(?:[A-Z]{{0,3}}[{SIGNS}]|{_any_of(_KRONOR, _OTHERS)}(?=[{SPACES}0-9]))"
"""What stands before a number and says its currency: `$`, `US$`, `SEK`; a pattern."""

SCALED = rf"(?:{_COMPOUND}|{_SCALE}\.?(?:[{SPACES}]?(?:of[{SPACES}])?{CURRENCY})?)"
"""What says that a one stands for thousands or more: `mnkr`, `mio. EUR`, `thousands of dollars`."""

PHRASE = rf"(?:{SCALED}|{CURRENCY})"
"""What stands behind a number and says what a one is worth; a pattern, letters alike."""

_OF_KRONOR = _any_of(
    *(
        each
        for words in _COMPOUNDS.values()
        for each in words.split()
        if each.endswith(("kr", "sek"))
    )
)
KRONOR_PHRASE = (
    rf"(?:{_OF_KRONOR}|{_SCALE}\.?(?:[{SPACES}]?{_any_of(_KRONOR)})?|{_any_of(_KRONOR)})"
)
"""The same of kronor alone: what a person may type."""


def worth(phrase: str) -> int:
    """Say how many of its currency a phrase stands for: 1 000 000 for `mnkr` and `mio. EUR`.

    Args:
        phrase: what `PHRASE` matches.
    """
    words = _WORDS.findall(phrase.casefold())
    return next((_WORTH[word] for word in words if word in _WORTH), 1)
