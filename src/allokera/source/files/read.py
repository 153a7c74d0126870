"""Reading a file whole."""

from pathlib import Path

from allokera.errors import SourceError
from allokera.source.messages import SourceMessages


def read_bytes(path: Path) -> bytes:
    """Read a file whole.

    Raises:
        SourceError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(SourceMessages.no_such_file).at(str(path)) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SourceError(SourceMessages.file_unreadable, reason=reason).at(str(path)) from error
