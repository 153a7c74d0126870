"""Bytes as text, and back again as they were."""

import codecs
from typing import NamedTuple

from allokera.errors import SourceError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8", "UTF-8 with a byte order mark"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "UTF-16, little-endian"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "UTF-16, big-endian"),
)
_GUESSES = (("utf-8", "UTF-8"), ("cp1252", "Windows-1252"), ("latin-1", "Latin-1"))


class Encoded(NamedTuple):
    """A text file.

    Attributes:
        codec: what Python calls its encoding.
        mark: the byte order mark that it begins with, or nothing.
        label: what people call the encoding.
    """

    file: str
    text: str
    codec: str
    mark: bytes
    label: str

    def encode(self, text: str) -> bytes:
        """Make bytes of a text as the file's own were made."""
        return self.mark + text.encode(self.codec)


def decode(file: str, content: bytes) -> Encoded:
    """Read bytes as text: by the byte order mark, as UTF-8, or as an older Western encoding.

    Raises:
        SourceError: the bytes are not in the encoding that their mark names, or hold NULs.
    """
    for mark, codec, label in _MARKS:
        if content.startswith(mark):
            try:
                text = content[len(mark) :].decode(codec)
            except UnicodeDecodeError as error:
                raise SourceError(file, f"this is not the {label} that it begins as") from error
            return _without_nul(Encoded(file, text, codec, mark, label))
    for codec, label in _GUESSES:
        try:
            return _without_nul(Encoded(file, content.decode(codec), codec, b"", label))
        except UnicodeDecodeError:
            continue
    raise AssertionError("every byte is a letter of Latin-1")


def _without_nul(encoded: Encoded) -> Encoded:
    at = encoded.text.find("\0")
    if at >= 0:
        line = encoded.text.count("\n", 0, at) + 1
        raise SourceError(
            f"{encoded.file}:{line}",
            "a NUL character stands here, so this is no text: save UTF-16 with a byte order mark",
        )
    return encoded
