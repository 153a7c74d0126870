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
from typing import TYPE_CHECKING, Annotated, NamedTuple, TypeAlias

from typer import Option

from allokera.cli import completing
from allokera.cli.speaking import LANGUAGE_METAVAR, OPTION, language
from allokera.errors import RequestError
from allokera.render.forms import FORMS, JSON, Screen, choose_form
from allokera.render.language import Language
from allokera.render.messages import RenderMessages

if TYPE_CHECKING:
    import threading

    from allokera.render.view import View

_OUTPUT = "output"

LangOption: TypeAlias = Annotated[
    str | None,
    Option(
        OPTION,
        metavar=LANGUAGE_METAVAR,
        rich_help_panel=_OUTPUT,
        autocompletion=completing.languages,
    ),
]


class Color(StrEnum):
    """Where text is in colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class OutputOptions(NamedTuple):
    """How and where an answer is written, as typed."""

    json: Annotated[bool, Option("--json")] = False
    format: Annotated[
        str | None,
        Option(
            "--format",
            metavar="FORMAT",
            show_default=FORMS[0].name,
            rich_help_panel=_OUTPUT,
            autocompletion=completing.formats,
        ),
    ] = None
    color: Annotated[Color, Option("--color", rich_help_panel=_OUTPUT)] = Color.AUTO
    lang: LangOption = None
    output: Annotated[Path | None, Option("--output", "-o", metavar="FILE", readable=False)] = None

    def delivery(self) -> "Callable[[View], None]":
        """Make the function that hands over an answer.

        Raises:
            RequestError: two formats are asked for, there is none of the name, the file's name
                says none, or there is no such language.
        """
        if self.json and self.format is not None and self.format != JSON.name:
            raise RequestError(RenderMessages.json_and_other_form, name=self.format)
        form = choose_form(JSON.name if self.json else self.format, self.output)
        say = language(self.lang)

        def deliver(view: "View") -> None:
            text = sys.stdout if self.output is None else StringIO()
            is_colored = None if self.color is Color.AUTO else self.color is Color.ALWAYS
            write(form.write(view, Screen(text, is_colored, say)), self.output)

        return deliver


def write(content: bytes, output: Path | None) -> None:
    """Write to stdout, or to a file: all of it, or nothing.

    Raises:
        RequestError: it cannot be written.
    """
    answer_follows()
    if output is not None:
        from allokera.usecases.write_file import write_file

        write_file(output, content)
        return
    try:
        sys.stdout.buffer.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read this has seen enough. Python would complain when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as error:
        from allokera.usecases.write_file import reason

        raise RequestError(RenderMessages.stdout_closed, reason=reason(error)) from error


SECONDS = 1.0

_CLEAR = "\r\x1b[K"


class _Waiting:
    """What is shown while somebody waits."""

    def __init__(self) -> None:
        self._timer: threading.Timer | None = None
        self._is_shown = False

    def start(self, text: str) -> None:
        """Begin to count the seconds."""
        import threading

        self._timer = threading.Timer(SECONDS, self._show, [text])
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

    def _show(self, text: str) -> None:
        self._is_shown = True
        sys.stderr.write(f"allokera: {text}")
        sys.stderr.flush()


_waiting = _Waiting()


def answer_follows() -> None:
    """Take the word away: the answer is about to be written."""
    _waiting.stop()


@contextmanager
def patience(say: Language) -> Iterator[None]:
    """Say on a terminal that work goes on, if it does; elsewhere no words are loaded."""
    if not sys.stderr.isatty():
        yield
        return
    _waiting.start(say.help.at_work)
    try:
        yield
    finally:
        _waiting.stop()
