"""Running the program: which command, and what every outcome is as an exit status.

0 done and clean; 1 an audit found an error; 2 the input or the request cannot be used; 3 a bug.
"""

import re
import sys
import traceback
from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path
from typing import Annotated, Any

import typer
from typer.main import get_command

from allokera.cli.command import Command
from allokera.cli.output import patience
from allokera.cli.speaking import LANGUAGE_METAVAR, OPTION, apart, language, locale_language
from allokera.errors import AllokeraError, RequestError
from allokera.render.language import Language, word_error
from allokera.render.messages import RenderMessages
from allokera.render.words.help import HelpWords
from allokera.version import __version__

COMMANDS = ("compute", "verify", "explain", "compare", "new", "budgets", "methods", "schema")
"""Every command, in the order that `--help` shows them: a module and a function of that name."""

UNUSABLE, BUG, INTERRUPTED = 2, 3, 130

HELP = ["-h", "--help"]

_DASHES = "-\u2010\u2011\u2012\u2013\u2014\u2212"
_OTHER_DASH = re.compile(rf"(?!-)[{re.escape(_DASHES)}]+[a-z]")
"""What begins as an option, but for its hyphens: a text editor made dashes of them."""

_YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:[-,][0-9,-]+)?")

_OF_FILES = ("file", "answers")
"""Arguments that are files: a year there was meant otherwise."""


def run(arguments: Sequence[str]) -> int:
    """Run the program.

    Args:
        arguments: what was typed behind `allokera`; nothing is a call for help.

    Returns:
        The exit status. Whatever was wrong has been said on stderr.
    """
    try:
        lang, others = apart(arguments)
        say = language(lang)
    except RequestError as error:
        return _refuse(word_error(error, locale_language()))
    arguments = _asked_for_help(others) or ["--help"]
    if lang is not None:
        arguments.insert(1, f"{OPTION}={lang}")
    if {*HELP, "--version"} & {*arguments} and isinstance(sys.stdout, TextIOWrapper):
        from allokera.render.forms.substitutes import HANDLER

        sys.stdout.reconfigure(errors=HANDLER)
    try:
        return _answer(arguments, say)
    except AllokeraError as error:
        return _refuse(*(word_error(each, say) for each in (error, *error.others)))
    except typer.TyperException as error:
        from allokera.cli.refusing import word_refusal

        return _refuse(word_refusal(error, say.help))
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except Exception:
        with suppress(OSError):
            traceback.print_exc()
            print(f"allokera: {say.help.bug}", file=sys.stderr)
        return BUG


def _asked_for_help(arguments: list[str]) -> list[str]:
    """Read `help compute` as `compute --help`."""
    command, *rest = arguments or [""]
    return [*rest[:1], "--help"] if command == "help" else arguments


def _answer(arguments: Sequence[str], say: Language) -> int:
    """Run the command that is asked for, and return its status."""
    program = get_command(_application(arguments))
    if {*HELP} & {*arguments}:
        _set_help(program, say)
    try:
        _check_typed(program, arguments)
        with patience(say):
            return _called(program, arguments) or 0
    except typer.TyperException:
        _set_help(program, say)  # what is refused is called by the words of the language
        raise


def _set_help(program: Any, say: Language) -> None:
    from allokera.cli.helping import set_help, speak_typer

    set_help(program, say)
    speak_typer(say.help)


def _application(arguments: Sequence[str]) -> typer.Typer:
    """Build the program with the command that is asked for, or with all where none is.

    Loading every command would take longer than most commands run.
    """
    wanted = [name for name in COMMANDS if name == arguments[0]]
    application = typer.Typer(
        add_completion=not wanted,
        pretty_exceptions_enable=False,
        rich_markup_mode="rich",
    )
    application.callback()(_allokera)
    for name in wanted or COMMANDS:
        application.command(name, cls=Command)(getattr(import_module(f"allokera.cli.{name}"), name))
    return application


def _called(command: Any, arguments: Sequence[str]) -> int | None:
    """Call a command by its name, or the program itself: for help, or with what is none."""
    name, *rest = arguments
    asked = command.commands.get(name)
    if asked is None:
        status = command(arguments, prog_name="allokera", standalone_mode=False)
    else:
        status = asked(rest, prog_name=f"allokera {name}", standalone_mode=False)
    return status if isinstance(status, int) else None


def _check_typed(command: Any, arguments: Sequence[str]) -> None:
    """Refuse what would be lost, or was meant otherwise, and say what was meant.

    Raises:
        RequestError: there is no such command. An option that has one value is given twice: the
            last would count. A dash is no hyphen, an amount lacks its quotation marks, or a year
            its option.
    """
    asked = command.commands.get(arguments[0])
    if asked is None:
        _check_command(arguments[0])
        return
    _check_hyphens(asked, arguments)
    parser = asked.make_parser(asked.context_class(asked, resilient_parsing=True))
    values, rest, order = parser.parse_args(list(arguments[1:]))
    _check_files(asked, values)
    if rest:
        place = len(arguments) - 1 - [*reversed(arguments)].index(rest[0])
        if _YEAR.fullmatch(rest[0]) and any("--year" in each.opts for each in asked.params):
            raise RequestError(RenderMessages.year_without_option, text=rest[0])
        if place > 2 and arguments[place - 2].startswith("--"):
            option, value = arguments[place - 2], " ".join((arguments[place - 1], rest[0]))
            raise RequestError(RenderMessages.value_without_quotes, option=option, value=value)
    for option, given in Counter(order).items():
        has_one_value = option.param_type_name == "option" and not option.multiple
        if given > 1 and has_one_value and not option.is_flag:
            raise RequestError(RenderMessages.given_often, option=option.opts[0], count=given)


def _check_command(name: str) -> None:
    if not name.startswith("-"):
        from difflib import get_close_matches

        near = tuple(get_close_matches(name, COMMANDS))
        raise RequestError(HelpWords.no_such_command, name=name, near=near)


def _check_hyphens(asked: Any, arguments: Sequence[str]) -> None:
    options = {option for each in asked.params for option in each.opts}
    for text in arguments[1:]:
        meant = f"--{text.lstrip(_DASHES)}"
        if _OTHER_DASH.match(text):
            raise RequestError(RenderMessages.other_dash, text=text, meant=meant)
        if meant.partition("=")[0] in options and meant[1:] == text:
            raise RequestError(RenderMessages.one_hyphen, text=text, meant=meant)


def _check_files(asked: Any, values: Mapping[str, Any]) -> None:
    for each in asked.params:
        files = values.get(each.name) or () if each.name in _OF_FILES else ()
        for text in (files,) if isinstance(files, str) else files:
            if _YEAR.fullmatch(text) and not Path(text).exists():
                raise RequestError(RenderMessages.year_for_file, text=text, command=asked.name)


def _show_version(asked: bool) -> None:
    if asked:
        print(f"allokera {__version__}")
        raise typer.Exit


def _allokera(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True)
    ] = False,
    lang: Annotated[str | None, typer.Option(OPTION, metavar=LANGUAGE_METAVAR)] = None,
) -> None:
    pass


def _refuse(*messages: str) -> int:
    """Say on stderr why nothing was done: a line for each thing that is wrong."""
    for message in messages:
        line = " ".join(message.split())
        shown = "".join(each if each.isprintable() else repr(each)[1:-1] for each in line)
        with suppress(OSError):
            print(f"allokera: {shown}", file=sys.stderr, flush=True)
    return UNUSABLE
