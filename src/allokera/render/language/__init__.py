"""Words: every language implements the messages that the rooms list, and no other room has any.

A language is a package with a file a room. The type checker says which of its messages are missing.
"""

from typing import Protocol

from allokera.errors import AllokeraError, Text
from allokera.kronor.messages import KronorMessages
from allokera.render.language.english import English
from allokera.render.messages import RenderMessages
from allokera.usecases.messages import UsecasesMessages


class Language(Protocol):
    """The messages of every room."""

    @property
    def kronor(self) -> KronorMessages:
        """Of amounts."""

    @property
    def render(self) -> RenderMessages:
        """Of options and forms."""

    @property
    def usecases(self) -> UsecasesMessages:
        """Of files that are written, and options."""


ENGLISH: Language = English()


def word(text: Text, language: Language = ENGLISH) -> str:
    """Put a message into words; a text is what it is."""
    if isinstance(text, str):
        return text
    said = getattr(getattr(language, text.room), text.code)(**dict(text.facts))
    return str(said)


def word_error(error: AllokeraError, language: Language = ENGLISH) -> str:
    """Put an error into one line: where, what was found, what was expected, what to do."""
    return ": ".join((*error.places, word(error.message, language)))
