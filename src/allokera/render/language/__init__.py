"""The sentences behind messages: a language has one for every message that the rooms list.

A language is a package with a file a room. The type checker says which of its messages are missing.
What belongs to pages alone is said by the views, straight to the language that they are given.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from allokera.errors import AllokeraError, Message, Text
from allokera.render.language.english import English
from allokera.render.words.figures import Figures

if TYPE_CHECKING:  # a message is worded without the lists of all others
    from allokera.apportionment.messages import ApportionmentMessages
    from allokera.audit.messages import AuditMessages
    from allokera.kronor.messages import KronorMessages
    from allokera.names import NamesMessages
    from allokera.render.messages import RenderMessages
    from allokera.render.words.amounts import AmountsWords
    from allokera.render.words.files import FilesWords
    from allokera.render.words.help import HelpWords
    from allokera.render.words.lists import ListsWords
    from allokera.render.words.report import ReportWords
    from allokera.render.words.steps import StepsWords
    from allokera.sharing.messages import SharingMessages
    from allokera.source.messages import SourceMessages
    from allokera.terms.messages import TermsMessages
    from allokera.usecases.messages import UsecasesMessages


class Language(Figures, Protocol):
    """The messages of every room, the words of every page, and how numbers are written."""

    code: str
    """What it is called: `en`, as in BCP 47."""

    @property
    def kronor(self) -> "KronorMessages":
        """Of amounts."""

    @property
    def render(self) -> "RenderMessages":
        """Of options and forms."""

    @property
    def usecases(self) -> "UsecasesMessages":
        """Of files that are written, and options."""

    @property
    def apportionment(self) -> "ApportionmentMessages":
        """Of apportionments."""

    @property
    def names(self) -> "NamesMessages":
        """Of names."""

    @property
    def sharing(self) -> "SharingMessages":
        """Of scenarios, problems and plans."""

    @property
    def terms(self) -> "TermsMessages":
        """Of shares, bounds and years."""

    @property
    def source(self) -> "SourceMessages":
        """Of files."""

    @property
    def audit(self) -> "AuditMessages":
        """Of an audited table."""

    @property
    def amounts(self) -> "AmountsWords":
        """Of pages of amounts."""

    @property
    def steps(self) -> "StepsWords":
        """Of pages that explain."""

    @property
    def report(self) -> "ReportWords":
        """Of pages of an audit."""

    @property
    def lists(self) -> "ListsWords":
        """Of pages of years, methods and checks."""

    @property
    def files(self) -> "FilesWords":
        """Of workbooks and documents."""

    @property
    def help(self) -> "HelpWords":
        """Of commands and options."""


ENGLISH: Language = English()


def _swedish() -> Language:
    from allokera.render.language.swedish import Swedish

    return Swedish()


_SPOKEN: dict[str, Callable[[], Language]] = {"sv": _swedish, "en": lambda: ENGLISH}
LANGUAGES = tuple(_SPOKEN)
"""What there is, by its code in BCP 47."""


def speak(code: str) -> Language:
    """Take a language by its code, one of `LANGUAGES`."""
    return _SPOKEN[code]()


def word(text: Text, language: Language = ENGLISH) -> str:
    """Put a message into words; a text is what it is."""
    if isinstance(text, str):
        return text
    facts = {name: _worded(fact, language) for name, fact in text.facts}
    return str(getattr(getattr(language, text.room), text.code)(**facts))


def _worded(fact: object, language: Language) -> object:
    """Word the messages among facts, in lists, too."""
    if isinstance(fact, Message):
        return word(fact, language)
    if type(fact) is tuple:
        return tuple(_worded(each, language) for each in fact)
    return fact


def word_error(error: AllokeraError, language: Language = ENGLISH) -> str:
    """Put an error into one line: where, what was found, what was expected, what to do.

    What it quotes of a file is shortened: a cell may have a million letters.
    """
    said = _quoting_less(error.message)
    places = (language.files.place(str(_shortened(each))) for each in error.places)
    return ": ".join((*places, word(said, language)))


_BEGINNING, _END = 40, 20
"""Characters that are shown of a longer text in a list, and thrice as many of one that is alone:
paths, and what libraries complain of, are shorter."""


def _quoting_less(said: Message) -> Message:
    return said._replace(facts=tuple((name, _shortened(value)) for name, value in said.facts))


def _shortened(fact: object, times: int = 3) -> object:
    if isinstance(fact, Message):
        return _quoting_less(fact)
    if type(fact) is tuple:
        return tuple(_shortened(each, times=1) for each in fact)
    if isinstance(fact, str) and len(fact) > times * (_BEGINNING + _END):
        return f"{fact[: times * _BEGINNING]} ... {fact[-times * _END :]}"
    return fact
