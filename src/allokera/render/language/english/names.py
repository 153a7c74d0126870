"""What is said of names, in English."""

from collections.abc import Sequence

from allokera.kronor.wording import listed
from allokera.model import Recipient
from allokera.names import NamesMessages


class Names(NamesMessages):
    """Why nobody is meant by a text."""

    def could_be_several(self, text: str, several: Sequence[Recipient]) -> str:
        return f"{text!r} could be {_either(several)}: say which"

    def nobody_but_near(self, text: str, near: Sequence[Recipient]) -> str:
        return f"no recipient is called {text!r}: did you mean {_either(near)}?"

    def nobody(self, text: str, count: int) -> str:
        return f"no recipient is called {text!r}; there are {count}"

    def could_be_columns(self, text: str, names: Sequence[str]) -> str:
        return f"{text!r} could be {_quoted(names)}: say which"

    def no_such_column(self, text: str, names: Sequence[str]) -> str:
        return f"no column is called {text!r}: there is {_quoted(names)}"


def _quoted(names: Sequence[str]) -> str:
    return listed([repr(name) for name in names], "or")


def _either(recipients: Sequence[Recipient]) -> str:
    named = [f"{each.name} ({each.code})" if each.code else each.name for each in recipients]
    return listed(named, "or")
