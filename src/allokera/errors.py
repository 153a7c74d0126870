"""What is said to people, as a code with typed facts; and the exceptions that carry it.

No sentence is made here or in any room that raises these: a room lists its messages, each with its
facts, in a Protocol of its own (`messages.py`), and a language words them (`render.language`). The
type checker holds every message that is made against its facts, and every language against the
messages.

Every exception here is something that a user can put right: the command line words it in one line
and exits with status 2. Anything else that is raised is a bug, and is shown as one.
"""

from collections.abc import Callable, Sequence
from typing import Any, Concatenate, NamedTuple, ParamSpec, Self

_Facts = ParamSpec("_Facts")

Form = Callable[Concatenate[Any, _Facts], str]
"""A message of a room's Protocol: its name is the code, its arguments are the facts."""


class Message(NamedTuple):
    """Something to be said.

    Attributes:
        room: whose message it is: `kronor`, `source`.
        code: which of that room's messages.
        facts: values by name.
    """

    room: str
    code: str
    facts: tuple[tuple[str, object], ...]

    def __repr__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts)
        said = self.code.replace("_", " ")
        return f"{said}: {facts}" if facts else said

    def __str__(self) -> str:
        return repr(self)


Text = str | Message
"""A text of a file, as it stands there, or a message."""


def message(form: Form[_Facts], *args: _Facts.args, **facts: _Facts.kwargs) -> Message:
    """Make a message of its form and its facts, which are given by name."""
    assert not args, "facts are given by name"
    *_, room = form.__module__.removesuffix(".messages").split(".")
    return Message(room, form.__name__, tuple(facts.items()))


class AllokeraError(Exception):
    """There is no answer, and the reader can do something about it.

    Attributes:
        message: what was found, and what was expected.
        places: where, the outermost first: a file with a line, an option.
        others: what else is wrong there, each said in a line of its own.
    """

    others: "tuple[AllokeraError, ...]" = ()

    def __init__(self, form: Form[_Facts], *args: _Facts.args, **facts: _Facts.kwargs) -> None:
        super().__init__()
        self.places: tuple[str, ...] = ()
        self.message = message(form, *args, **facts)

    @classmethod
    def saying(cls, said: Message) -> Self:
        """Make an error of a message that is there already."""
        error = cls.__new__(cls)
        error.message, error.places = said, ()
        return error

    @classmethod
    def together(cls, errors: Sequence[Self]) -> Self:
        """Make one error of at least one."""
        first, *others = errors
        first.others = tuple(others)
        return first

    def at(self, place: str) -> Self:
        """Say where it is, before what is said already; nowhere where that is not known."""
        self.places = (place, *self.places) if place else self.places
        return self

    def __str__(self) -> str:
        said = ": ".join((*self.places, str(self.message)))
        return "\n".join((said, *map(str, self.others)))


class AmountError(AllokeraError, ValueError):
    """A text is no amount of whole kronor, or could be two."""


class ProblemError(AllokeraError, ValueError):
    """An apportionment is not defined: negative weights, no weight at all, a negative house."""


class RequestError(AllokeraError):
    """A request does not fit the grant: an unknown year, an unknown recipient, a unit of zero."""


class SourceError(AllokeraError):
    """A file cannot be used; the first place is its name, with the line where one is known."""
