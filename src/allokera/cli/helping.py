"""What help says: the words of a language, put to the options and commands that they belong to."""

import re
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import Any

from allokera.render.forms import FORMS
from allokera.render.language import Language
from allokera.render.words.help import HelpWords


def set_help(program: Any, say: Language) -> None:
    """Give a program and its commands the words of a language; let `-h` help, too."""
    program.help, program.epilog = say.help.program, say.help.try_this
    program.subcommand_metavar = say.help.any_command
    _set_words(program, "", say)
    for name, command in program.commands.items():
        examples = import_module(f"allokera.cli.{name}").EXAMPLES
        heading = say.help.example if len(examples) == 1 else say.help.examples
        text = getattr(say.help, f"command_{name}")
        command.help = "\n\n".join((text, heading, *examples))
        _set_words(command, name, say)


def _set_words(command: Any, name: str, say: Language) -> None:
    command.context_settings["help_option_names"] = ["-h", "--help"]
    command.options_metavar = say.help.any_options
    context = command.context_class(command, **command.context_settings)

    def format_usage(context: Any, formatter: Any) -> None:
        pieces = " ".join(command.collect_usage_pieces(context))
        formatter.write_usage(context.command_path, pieces, prefix=say.help.usage)

    command.format_usage = format_usage
    for option in (*command.params, command.get_help_option(context)):
        _set_option(option, name, say)


def _set_option(option: Any, command: str, say: Language) -> None:
    """Word an option, or an argument: by the command's own words for it where there are such."""
    own = f"{command}_{option.name}"
    key = own if hasattr(say.help, own) else option.name
    option.help = _filled(getattr(say.help, key), say)
    option.show_default = getattr(say.help, f"{key}_default", option.show_default)
    if option.rich_help_panel:
        option.rich_help_panel = getattr(say.help, f"panel_{option.rich_help_panel}")
    is_flag = getattr(option, "is_flag", False)
    option.metavar = "" if is_flag else _value(key, option.metavar, say.help)


def _value(key: str, metavar: str | None, words: HelpWords) -> str | None:
    """Word what stands for a value: `[KOMMUN=]AMOUNT`."""
    if metavar is None:
        return getattr(words, f"{key}_value", None)

    def word(found: re.Match[str]) -> str:
        return str(getattr(words, f"value_{found[0].lower()}"))

    return re.sub("[A-Z]{2,}", word, metavar)


def _filled(text: str, say: Language) -> str:
    """Fill in the names that a text lists: `{formats}`."""
    for name, listed in _LISTS.items():
        if (place := f"{{{name}}}") in text:
            text = text.replace(place, listed(say))
    return text


def _suffixes() -> Sequence[str]:
    return list(dict.fromkeys(form.suffixes[0] for form in FORMS))


def _readers(say: Language) -> str:
    from allokera.source.formats import READERS

    def word(name: str) -> str:
        return str(getattr(say.help, f"format_{name.replace(' ', '_')}", name))

    return ", ".join(word(each.name) for each in READERS)


def _schemas(say: Language) -> str:
    from allokera.render.forms.schema import SCHEMAS

    return say.either(SCHEMAS)


_LISTS: dict[str, Callable[[Language], str]] = {
    "formats": lambda say: say.either([form.name for form in FORMS]),
    "suffixes": lambda say: say.either(_suffixes()),
    "readers": _readers,
    "schemas": _schemas,
}


def speak_typer(words: HelpWords) -> None:
    """Have Typer say what it says around options in a language."""
    from typer import rich_utils

    rich_utils.ARGUMENTS_PANEL_TITLE = words.arguments_title
    rich_utils.OPTIONS_PANEL_TITLE = words.options_title
    rich_utils.COMMANDS_PANEL_TITLE = words.commands_title
    rich_utils.DEFAULT_STRING = words.default
    rich_utils.REQUIRED_LONG_STRING = words.required
    rich_utils.OptionHighlighter.highlights[-1] = f"(?P<usage>{words.usage})"
