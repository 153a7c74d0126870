"""Handing an answer over: in which form, and to where; and a word while somebody waits for it.

The word stands on stderr, on a terminal, when work takes more than a second, and is gone before the
answer.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from typer import Option

from allokera.cli import completing
from allokera.errors import RequestError
from allokera.render.forms import FORMS, JSON, Screen, choose_form
from allokera.render.messages import RenderMessages
from allokera.usecases.write_file import reason, write_file

if TYPE_CHECKING:
    import threading

    from allokera.render.view import View

_OUTPUT = "Output"
_NAMES = [form.name for form in FORMS]
_SUFFIXES = list(dict.fromkeys(form.suffixes[0] for form in FORMS))


class Color(StrEnum):
    """Where text is in colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class OutputOptions(NamedTuple):
    """How and where an answer is written, as typed."""

    json: Annotated[bool, Option("--json", help="Write JSON: short for --format json.")] = False
    format: Annotated[
        str | None,
        Option(
            "--format",
            metavar="FORMAT",
            help=f"How to write the answer: {', '.join(_NAMES[:-1])} or {_NAMES[-1]}.",
            show_default=_NAMES[0],
            rich_help_panel=_OUTPUT,
            autocompletion=completing.formats,
        ),
    ] = None
    color: Annotated[
        Color,
        Option(
            "--color",
            help="Colour: where a screen has it, in files and pipes too, or nowhere.",
            rich_help_panel=_OUTPUT,
        ),
    ] = Color.AUTO
    output: Annotated[
        Path | None,
        Option(
            "--output",
            "-o",
            metavar="FILE",
            readable=False,
            help=f"Write to a file: plan.csv; {', '.join(_SUFFIXES[:-1])} or {_SUFFIXES[-1]} says "
            "the format.",
        ),
    ] = None

    def delivery(self) -> "Callable[[View], None]":
        """Make the function that hands over an answer.

        Raises:
            RequestError: two formats are asked for, there is none of the name, or the file's name
                says none.
        """
        if self.json and self.format is not None and self.format != JSON.name:
            raise RequestError(RenderMessages.json_and_other_form, name=self.format)
        form = choose_form(JSON.name if self.json else self.format, self.output)

        def deliver(view: "View") -> None:
            text = sys.stdout if self.output is None else StringIO()
            is_colored = None if self.color is Color.AUTO else self.color is Color.ALWAYS
            write(form.write(view, Screen(text, is_colored)), self.output)

        return deliver


def write(content: bytes, output: Path | None) -> None:
    """Write to stdout, or to a file: all of it, or nothing.

    Raises:
        RequestError: it cannot be written.
    """
    answer_follows()
    if output is not None:
        write_file(output, content)
        return
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read this has seen enough. Python would complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        raise RequestError(RenderMessages.stdout_closed, reason=reason(error)) from error


SECONDS = 1.0

_CLEAR = "\r\x1b[K"


class _Waiting:
    """What is shown while somebody waits."""

    def __init__(self) -> None:
        self._timer: threading.Timer | None = None
        self._is_shown = False

    def start(self) -> None:
        """Begin to count the seconds."""
        import threading

        self._timer = threading.Timer(SECONDS, self._show)
        self._timer.daemon = True
        self._timer.start()

    def stop(self) -> None:
        """Show nothing more, and take away what is shown."""
        if self._timer is None:
            return
        self._timer.cancel()
        self._timer.join()
        self._timer = None
        if self._is_shown:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
            self._is_shown = False

    def _show(self) -> None:
        self._is_shown = True
        sys.stderr.write("allokera: still at work ...")
        sys.stderr.flush()


_waiting = _Waiting()


def answer_follows() -> None:
    """Take the word away: the answer is about to be written."""
    _waiting.stop()


@contextmanager
def patience() -> Iterator[None]:
    """Say on a terminal that work goes on, if it does."""
    if not sys.stderr.isatty():
        yield
        return
    _waiting.start()
    try:
        yield
    finally:
        _waiting.stop()
