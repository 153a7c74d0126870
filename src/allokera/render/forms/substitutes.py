"""Letters for those that a screen lacks: `a` for `å`, `-` for a dash, `?` where nothing is like."""

import codecs
import unicodedata

_LIKE = {
    "\u2013": "-",
    "\u2014": "-",
    "\u2212": "-",
    "\u00b7": "-",
    "\u2022": "*",
    "\u2026": "...",
    "\u00d7": "x",
    "\u221a": "sqrt ",
    "\u2018": "'",
    "\u2019": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u00e6": "ae",
    "\u00c6": "Ae",
    "\u00f8": "o",
    "\u00d8": "O",
    "\u00df": "ss",
}

HANDLER = "allokera.substitute"
"""The name by which codecs know `spell` as a way to treat what they cannot encode."""


def spell(text: str, encoding: str) -> str:
    """Write a text with the letters that an encoding has."""
    if text.isascii():
        return text
    return text.encode(encoding, HANDLER).decode(encoding)


def _substitute(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    missing = error.object[error.start : error.end]
    return "".join(_instead(letter, error.encoding) for letter in missing), error.end


def _instead(letter: str, encoding: str) -> str:
    like = _LIKE.get(letter) or unicodedata.normalize("NFKD", letter)
    return like.encode(encoding, "ignore").decode(encoding) or "?"


codecs.register_error(HANDLER, _substitute)
