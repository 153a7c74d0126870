"""Which language is spoken: what --lang says, else ALLOKERA_LANG, else the locale, else English."""

import os
import re
import sys
from collections.abc import Sequence

from allokera.errors import RequestError
from allokera.render.language import ENGLISH, LANGUAGES, Language, speak
from allokera.render.messages import RenderMessages
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
    return locale_language()


def locale_language() -> Language:
    """Take the locale's language, or English."""
    locale = next(filter(None, map(os.environ.get, _LOCALE)), "") or _of_windows()
    code = re.split("[_.@]", locale)[0]
    return speak(code) if code in LANGUAGES else ENGLISH


def _of_windows() -> str:
    """Say which language Windows shows itself in, where that is one of ours."""
    if sys.platform != "win32":
        return ""
    import ctypes

    primary = ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF
    return _OF_WINDOWS.get(primary, "")


_OF_WINDOWS = {0x09: "en", 0x1D: "sv"}
"""Primary language identifiers. Source: Microsoft, [MS-LCID]."""


def apart(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """Take the language out of arguments, wherever it stands: help and errors need it first.

    Raises:
        RequestError: it is given twice.
    """
    rest, found, texts = list[str](), list[str](), iter(arguments)
    for text in texts:
        option, is_joined, value = text.partition("=")
        if text == _END:
            rest += [text, *texts]
        elif option == OPTION and (is_joined or (value := next(texts, ""))):
            found.append(value)
        else:
            rest.append(text)
    if len(found) > 1:
        raise RequestError(RenderMessages.given_often, option=OPTION, count=len(found))
    return next(iter(found), None), rest


_END = "--"
"""What stands behind it is no option."""
