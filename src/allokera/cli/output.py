"""Handing an answer over: in which form, and to where."""

import os
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from typer import Option

from allokera.cli.patience import answer_follows
from allokera.errors import RequestError
from allokera.render.forms import FORMS, JSON, choose_form
from allokera.render.messages import RenderMessages
from allokera.usecases.write_file import reason, write_file

if TYPE_CHECKING:
    from allokera.render.view import View

_OUTPUT = "Output"
_NAMES = [form.name for form in FORMS]
_SUFFIXES = [form.suffixes[0] for form in FORMS]


class OutputOptions(NamedTuple):
    """How and where an answer is written, as typed."""

    json: Annotated[bool, Option("--json", help="Write JSON: short for --format json.")] = False
    format: Annotated[
        str | None,
        Option(
            "--format",
            metavar="|".join(_NAMES),
            help="How to write the answer.",
            show_default=_NAMES[0],
            rich_help_panel=_OUTPUT,
        ),
    ] = None
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
        form = JSON if self.json else choose_form(self.format, self.output)

        def deliver(view: "View") -> None:
            screen = sys.stdout if self.output is None else StringIO()
            write(form.write(view, screen), self.output)

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
