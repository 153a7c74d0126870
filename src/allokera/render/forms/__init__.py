"""The forms in which an answer is written: one file each, and a row in one table.

Options, help, errors and documentation are made of the table. A form loads what it needs when it is
used: whoever asks for JSON does not wait for what draws tables.
"""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, TextIO

from allokera.errors import RequestError
from allokera.render.language import ENGLISH, Language
from allokera.render.messages import RenderMessages
from allokera.render.view import View


class Screen(NamedTuple):
    """What an answer is meant for.

    Attributes:
        text: where it will be shown; nothing is written to it.
        is_colored: whether it is in colour; None where that is as the screen has it.
        say: the language of what is for people.
    """

    text: TextIO
    is_colored: bool | None = None
    say: Language = ENGLISH


class Form(NamedTuple):
    """One way to write an answer.

    Attributes:
        name: as it is called on the command line.
        suffixes: of files that are written so, the usual one first.
        make: makes the bytes, given the answer and the screen that they are meant for.
        extra: the optional dependencies that it needs, by the name they are installed under.
        is_binary: whether what it writes is no text, and belongs in a file.
    """

    name: str
    suffixes: tuple[str, ...]
    make: Callable[[View, Screen], bytes]
    extra: str = ""
    is_binary: bool = False

    def write(self, view: View, screen: Screen) -> bytes:
        """Make the bytes of an answer for a screen.

        Raises:
            RequestError: a library is missing, or this form cannot hold the answer.
        """
        try:
            return self.make(view, screen)
        except ModuleNotFoundError as error:
            if not self.extra or (error.name or "").startswith("allokera"):
                raise
            raise RequestError(
                RenderMessages.form_needs_extra,
                name=self.name,
                library=error.name,
                extra=self.extra,
            ) from error


def _table(view: View, screen: Screen) -> bytes:
    from allokera.render.forms.terminal import terminal

    text = terminal(view.page(screen.say), screen.text, screen.say, is_colored=screen.is_colored)
    return text.encode(screen.text.encoding or "utf-8")


def _json(view: View, _: Screen) -> bytes:
    from allokera.render.forms.json import to_json

    return to_json(view.document()).encode()


def _csv(view: View, _: Screen) -> bytes:
    from allokera.render.forms.csv import to_csv

    return to_csv(view.records()).encode()


def _csv_excel(view: View, _: Screen) -> bytes:
    from allokera.render.forms.csv import to_csv_excel

    return to_csv_excel(view.records()).encode()


def _markdown(view: View, screen: Screen) -> bytes:
    from allokera.render.forms.markdown import markdown

    return markdown(view.page(screen.say)).encode()


def _html(view: View, screen: Screen) -> bytes:
    from allokera.render.forms.html import html

    return html(view.page(screen.say), view.document(), screen.say).encode()


def _xlsx(view: View, screen: Screen) -> bytes:
    from allokera.render.forms.xlsx import xlsx

    return xlsx(view, screen.say)


TABLE = Form("table", (".txt",), _table)
JSON = Form("json", (".json",), _json)

FORMS = (
    TABLE,
    JSON,
    Form("csv", (".csv",), _csv),
    Form("csv-excel", (".csv",), _csv_excel),
    Form("markdown", (".md", ".markdown"), _markdown),
    Form("xlsx", (".xlsx",), _xlsx, extra="tables", is_binary=True),
    Form("html", (".html", ".htm"), _html, extra="report"),
)
"""Every form, in the order that help shows them."""


def choose_form(name: str | None, output: Path | None) -> Form:
    """Settle on a form: the one that is named, else the one that the output file's name says.

    Raises:
        RequestError: no form has that name, or the file's name says none, or another.
    """
    suffix = "" if output is None else output.suffix.lower()
    by_suffix = {suffix: form for form in reversed(FORMS) for suffix in form.suffixes}
    if name is not None:
        named = {form.name: form for form in FORMS}
        if name.casefold() not in named:
            failure = RequestError(RenderMessages.no_such_form, name=name, choices=tuple(named))
            raise failure.at("--format")
        form = named[name.casefold()]
        if suffix in by_suffix and suffix not in form.suffixes:
            other = by_suffix[suffix].name
            raise RequestError(
                RenderMessages.other_form_by_suffix, suffix=suffix, name=other, asked=form.name
            ).at(str(output))
        if form.is_binary and output is None:
            raise RequestError(RenderMessages.form_needs_file, suffix=form.suffixes[0])
        return form
    if output is None:
        return TABLE
    if suffix not in by_suffix:
        suffixes = tuple(dict.fromkeys(form.suffixes[0] for form in FORMS))
        raise RequestError(RenderMessages.form_not_told, suffixes=suffixes).at(str(output))
    return by_suffix[suffix]
