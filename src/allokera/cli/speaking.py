"""Which language is spoken: what --lang says, else ALLOKERA_LANG, else the locale, else English."""

import os
import re
from collections.abc import Sequence

from allokera.errors import RequestError
from allokera.render.language import ENGLISH, LANGUAGES, Language, speak
from allokera.render.words.help import HelpWords

OPTION, VARIABLE = "--lang", "ALLOKERA_LANG"
LANGUAGE_METAVAR = f"<{'|'.join(LANGUAGES)}>"

_LOCALE = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Variables of the locale: the first that says something counts."""


def language(typed: str | None) -> Language:
    """Settle on a language: the one that was typed, or that of the environment.

    Raises:
        RequestError: there is no such language.
    """
    for place, name in ((OPTION, typed), (VARIABLE, os.environ.get(VARIABLE) or None)):
        if name is not None:
            if name.casefold() not in LANGUAGES:
                failure = RequestError(HelpWords.no_such_language, name=name, choices=LANGUAGES)
                raise failure.at(place)
            return speak(name.casefold())
    locale = next(filter(None, map(os.environ.get, _LOCALE)), "")
    code = re.split("[_.@]", locale)[0]
    return speak(code) if code in LANGUAGES else ENGLISH


def language_of(arguments: Sequence[str]) -> Language:
    """Settle on a language before the arguments are parsed: help and errors need it.

    Raises:
        RequestError: there is no such language.
    """
    for place, text in enumerate(arguments):
        option, is_joined, value = text.partition("=")
        if option == OPTION:
            return language(value if is_joined else next(iter(arguments[place + 1 :]), None))
    return language(None)


def command_first(arguments: Sequence[str]) -> list[str]:
    """Read `--lang sv compute` as `compute --lang sv`."""
    option, is_joined, _ = "".join(arguments[:1]).partition("=")
    taken = (1 if is_joined else 2) if option == OPTION else 0
    return [*arguments[taken:], *arguments[:taken]]
