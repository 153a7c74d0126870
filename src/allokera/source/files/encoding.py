"""Bytes as text, and back again as they were."""

import codecs
from typing import NamedTuple

from allokera.errors import Message, SourceError, message
from allokera.source.messages import SourceMessages

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_GUESSES = ("utf-8", "cp1252", "latin-1")


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


def decode(file: str, content: bytes) -> Encoded:
    """Read bytes as text: by the byte order mark, as UTF-8, or as an older Western encoding.

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
    for codec in _GUESSES:
        try:
            return _without_nul(Encoded(file, content.decode(codec), codec, b""))
        except UnicodeDecodeError:
            continue
    raise AssertionError("every byte is a letter of Latin-1")


def _without_nul(encoded: Encoded) -> Encoded:
    at = encoded.text.find("\0")
    if at >= 0:
        line = encoded.text.count("\n", 0, at) + 1
        raise SourceError(SourceMessages.nul_character).at(f"{encoded.file}:{line}")
    return encoded
