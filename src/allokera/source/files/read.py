"""Reading a file whole."""

from pathlib import Path

from allokera.errors import SourceError
from allokera.source.messages import SourceMessages

MOST_BYTES = 16 * 1024 * 1024
"""Bytes that are read at all: a table of every municipality takes some kilobytes. A letter
takes up to four bytes once it is read."""

MANY_BYTES = 2 * MOST_BYTES
"""Bytes of a file of weights, which is read once: a million rows and more."""


def read_bytes(path: Path, most: int | None = None) -> bytes:
    """Read a file whole, or as much of it as shows that it is too large.

    Args:
        most: bytes; None for what any table may have.

    Raises:
        SourceError: it is too large, or cannot be read.
    """
    try:
        with path.open("rb") as stream:
            content = stream.read((most or MOST_BYTES) + 1)
    except FileNotFoundError as error:
        raise SourceError(SourceMessages.no_such_file).at(str(path)) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SourceError(SourceMessages.file_unreadable, reason=reason).at(str(path)) from error
    check_bytes(str(path), content, most)
    return content


def check_bytes(file: str, content: bytes, most: int | None = None) -> None:
    """Refuse more bytes than any publisher's table takes.

    Raises:
        SourceError: there are more.
    """
    most = most or MOST_BYTES
    if len(content) > most:
        mebibytes = most // 1024 // 1024
        raise SourceError(SourceMessages.file_too_large, mebibytes=mebibytes).at(file)
