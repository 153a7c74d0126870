"""Handing an answer over: in which format, and to where."""

import errno
import os
import sys
from enum import StrEnum
from io import StringIO
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import TYPE_CHECKING, TextIO

from allokera.errors import RequestError

if TYPE_CHECKING:
    from allokera.render.view import View


class Format(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


_SUFFIXES = {
    ".txt": Format.TABLE,
    ".json": Format.JSON,
    ".csv": Format.CSV,
    ".md": Format.MARKDOWN,
    ".markdown": Format.MARKDOWN,
}


def choose_format(asked: Format | None, json: bool, output: Path | None) -> Format:
    """Settle on a format: the one asked for, else the one that the output file's name says.

    Raises:
        RequestError: two formats are asked for, or the file's name says none.
    """
    if json and asked not in {None, Format.JSON}:
        raise RequestError(f"--json and --format {asked} cannot both be had")
    if json or asked is not None:
        return asked or Format.JSON
    if output is None:
        return Format.TABLE
    if output.suffix.lower() not in _SUFFIXES:
        raise RequestError(f"{output}: the name does not say which format: add --format")
    return _SUFFIXES[output.suffix.lower()]


def deliver(view: "View", form: Format, output: Path | None) -> None:
    """Write an answer to stdout or to a file: all of it, or nothing.

    Raises:
        RequestError: the file cannot be written.
    """
    text = _text(view, form, sys.stdout if output is None else StringIO())
    write(text, output, encoding=sys.stdout.encoding if form is Format.TABLE else "utf-8")


def write(text: str, output: Path | None, encoding: str = "utf-8") -> None:
    """Write a text to stdout, in an encoding, or to a file, in UTF-8: all of it, or nothing.

    Raises:
        RequestError: the file cannot be written.
    """
    if output is not None:
        write_file(output, text.encode())
        return
    _write_out(text.encode(encoding))


def _text(view: "View", form: Format, screen: TextIO) -> str:
    if form is Format.JSON:
        from allokera.render.formats import to_json

        return to_json(view.document())
    if form is Format.CSV:
        from allokera.render.formats import to_csv

        return to_csv(view.records())
    if form is Format.MARKDOWN:
        from allokera.render.forms.markdown import markdown

        return markdown(view.page())
    from allokera.render.forms.terminal import terminal

    return terminal(view.page(), screen)


def _write_out(content: bytes) -> None:
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read this has seen enough. Python would complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise RequestError(f"stdout cannot be written: {_reason(error)}") from error


def write_file(output: Path, content: bytes) -> None:
    """Write a file beside its place and move it there, so that it is never half written."""
    if not output.parent.is_dir():
        raise RequestError(f"{output}: there is no directory {output.parent}")
    try:
        if output.exists() and not output.is_file():
            output.write_bytes(content)
            return
        target = output.resolve()
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
        raise RequestError(f"{output}: the file cannot be written: {_reason(error)}") from error


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
