"""Bytes as text, and back again as they were."""

import codecs
import re
from collections.abc import Sequence
from typing import NamedTuple

from allokera.errors import Message, SourceError, message
from allokera.source.messages import SourceMessages

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OLDER = ("cp1252", "cp850", "cp437", "mac_roman", "latin-1")
"""Older Western encodings, the usual one first."""

_LOOKED_AT = 65_536
"""Characters of a text that are looked at to tell encodings apart."""

_USUAL_SIGNS = frozenset(
    "\u00a0\u00a3\u00a7\u00b0\u00b1\u00b2\u00b3\u00b7\u00b9\u00bc\u00bd\u00be\u00d7\u2009\u2013\u2014\u2018\u2019"
    "\u201c\u201d\u201e\u00ab\u00bb\u2020\u2021\u2022\u2026\u2030\u2212\u20ac"
)
"""Signs beyond ASCII that tables are printed with."""

_NORDIC = "\u00e5\u00e4\u00f6\u00c5\u00c4\u00d6\u00e9\u00fc\u00e6\u00f8\u00c6\u00d8"
_USUAL = re.compile(f"(?<=[A-Za-z])[{_NORDIC}]|[{_NORDIC}](?=[A-Za-z])")
"""Letters beyond ASCII that Nordic names are written with, beside another letter."""

_SIGN = re.compile(r"[^\w\x00-\x7f]")
_WITHIN_A_WORD = re.compile(r"(?<=[^\W\d_])[^\w\x00-\x7f\u2019\u2013](?=[^\W\d_])")


class Encoded(NamedTuple):
    """A text file.

    Attributes:
        codec: what Python calls its encoding.
        mark: the byte order mark that it begins with, or nothing.
    """

    file: str
    text: str
    codec: str
    mark: bytes

    @property
    def label(self) -> Message:
        """What people call the encoding."""
        return message(SourceMessages.encoding, codec=self.codec, has_mark=bool(self.mark))

    def encode(self, text: str) -> bytes:
        """Make bytes of a text as the file's own were made."""
        return self.mark + text.encode(self.codec)


def decode(file: str, content: bytes, names: Sequence[str] = ()) -> Encoded:
    """Read bytes as text: by the byte order mark, as UTF-8, or in the encoding that fits best.

    Where bytes are no UTF-8, the encoding is taken in which most known names stand in the text, and
    then the fewest characters that no table is printed with.

    Args:
        names: known names, with letters beyond ASCII.

    Raises:
        SourceError: the bytes are not in the encoding that their mark names, or hold NULs.
    """
    for mark, codec in _MARKS:
        if content.startswith(mark):
            try:
                text = content[len(mark) :].decode(codec)
            except UnicodeDecodeError as error:
                failure = SourceError(SourceMessages.not_as_marked, codec=codec)
                raise failure.at(file) from error
            return _without_nul(Encoded(file, text, codec, mark))
    if wide := _wide(content):
        return _without_nul(Encoded(file, content.decode(wide), wide, b""))
    try:
        return _without_nul(Encoded(file, content.decode("utf-8"), "utf-8", b""))
    except UnicodeDecodeError:
        candidates = [each for each in _OLDER if _decodes(content, each)]
        codec = max(candidates, key=lambda each: _likeness(content.decode(each), names))
        return _without_nul(Encoded(file, content.decode(codec), codec, b""))


def _wide(content: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zeros: most of every second byte, and few of the others."""
    start = content[:_LOOKED_AT]
    for codec, zeros, others in (
        ("utf-16-le", start[1::2], start[::2]),
        ("utf-16-be", start[::2], start[1::2]),
    ):
        is_wide = 2 * zeros.count(0) > len(zeros) > 1 and 4 * others.count(0) < zeros.count(0)
        if is_wide and _decodes(content, codec):
            return codec
    return None


def _decodes(content: bytes, codec: str) -> bool:
    try:
        content.decode(codec)
    except UnicodeDecodeError:
        return False
    return True


def _likeness(text: str, names: Sequence[str]) -> tuple[int, int, int]:
    """Rank a text: by known names, by signs out of place, by usual letters within words."""
    start = text[:_LOOKED_AT]
    odd = sum(sign[0] not in _USUAL_SIGNS for sign in _SIGN.finditer(start))
    odd += len(_WITHIN_A_WORD.findall(start))
    usual = len(_USUAL.findall(start))
    return sum(name in start for name in names), -odd, usual


def _without_nul(encoded: Encoded) -> Encoded:
    at = encoded.text.find("\0")
    if at >= 0:
        line = encoded.text.count("\n", 0, at) + 1
        raise SourceError(SourceMessages.nul_character).at(f"{encoded.file}:{line}")
    return encoded
