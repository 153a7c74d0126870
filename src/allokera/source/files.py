"""Reading a file whole."""

from pathlib import Path

from allokera.errors import SourceError


def read_bytes(path: Path) -> bytes:
    """Read a file whole.

    Raises:
        SourceError: it cannot be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise SourceError(str(path), "there is no such file") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise SourceError(str(path), f"the file cannot be read: {reason}") from error
