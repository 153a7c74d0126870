"""Refusing what was typed: why Typer cannot read it, in the language that is spoken."""

import re
from collections.abc import Callable
from typing import Any

from allokera.render.words.help import HelpWords


def word_refusal(error: Any, words: HelpWords) -> str:
    """Say why Typer refuses what was typed: in its own words where there are no others."""
    wording = _WORDED.get(type(error).__name__)
    worded = wording and wording(error, words)
    return worded or str(error.format_message()).replace("Value error, ", "")


def _no_such_option(error: Any, words: HelpWords) -> str:
    return words.no_such_option(error.option_name, sorted(error.possibilities or ()))


def _missing_argument(error: Any, words: HelpWords) -> str:
    return words.missing_argument(error.param.metavar)


def _bad_option(error: Any, words: HelpWords) -> str:
    """Say that a value is missing, or that there is one."""
    is_taken = "does not take" not in error.message
    return (words.missing_value if is_taken else words.value_not_taken)(error.option_name)


def _bad_value(error: Any, words: HelpWords) -> str | None:
    """Say what a value may be, where it is one of some, or an integer."""
    if error.__cause__ is None:
        return None
    detail, option = error.__cause__.errors()[0], error.param.opts[0]
    if detail["type"] == "int_parsing":
        return words.no_integer(option, detail["input"])
    choices = error.param.type_descriptor.choices
    return words.no_such_choice(option, detail["input"], [*map(str, choices)]) if choices else None


def _too_many(error: Any, words: HelpWords) -> str | None:
    """Say what was too much; of the general error there are others, which stay as they are."""
    found = re.fullmatch(r".*\bextra argument.*? \((.*)\)", error.message, re.DOTALL)
    return words.too_many_arguments(found[1]) if found else None


_WORDED: dict[str, Callable[[Any, HelpWords], str | None]] = {
    "NoSuchOption": _no_such_option,
    "MissingParameter": _missing_argument,
    "BadOptionUsage": _bad_option,
    "BadParameter": _bad_value,
    "UsageError": _too_many,
}
"""What is said of Typer's errors, by the names of their types: those are not for others."""
