"""Writing a file: all of it, or nothing."""

import errno
import os
from pathlib import Path
from tempfile import NamedTemporaryFile

from allokera.errors import RequestError
from allokera.usecases.messages import UsecasesMessages


def write_file(path: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that it is never half written.

    Raises:
        RequestError: it cannot be written.
    """
    if not path.parent.is_dir():
        raise RequestError(UsecasesMessages.no_directory, directory=path.parent).at(str(path))
    try:
        if path.exists() and not path.is_file():
            path.write_bytes(content)
            return
        target = path.resolve()
        if target.exists() and not os.access(target, os.W_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        with NamedTemporaryFile(dir=target.parent, prefix=".allokera-", delete=False) as file:
            partial = Path(file.name)
            try:
                file.write(content)
                file.flush()
                partial.chmod(target.stat().st_mode if target.exists() else 0o666 & ~_umask())
                partial.replace(target)
            except OSError:
                partial.unlink()
                raise
    except OSError as error:
        failure = RequestError(UsecasesMessages.not_written, reason=reason(error))
        raise failure.at(str(path)) from error


def reason(error: OSError) -> str:
    """Say in the system's own words why a file cannot be used."""
    return (error.strerror or str(error)).lower()


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current
