"""What is said of names, in Swedish."""

from collections.abc import Sequence

from allokera.model import Recipient
from allokera.names import NamesMessages
from allokera.render.language.swedish.numbers import counted, listed, quoted


class Names(NamesMessages):
    """Why nobody is meant by a text."""

    def could_be_several(self, text: str, several: Sequence[Recipient]) -> str:
        return f"{quoted(text)} kan vara {_either(several)}: ange vilken mottagare du menar"

    def nobody_but_near(self, text: str, near: Sequence[Recipient]) -> str:
        return f"ingen mottagare heter {quoted(text)}: menar du {_either(near)}?"

    def nobody(self, text: str, count: int) -> str:
        there = counted(count, "mottagare", "mottagare")
        return f"ingen mottagare heter {quoted(text)}; det finns {there}"

    def could_be_columns(self, text: str, names: Sequence[str]) -> str:
        either = listed([*map(quoted, names)], "eller")
        return f"{quoted(text)} kan vara {either}: ange vilken kolumn du menar"

    def no_such_column(self, text: str, names: Sequence[str]) -> str:
        return f"ingen kolumn heter {quoted(text)}: det finns {listed([*map(quoted, names)])}"


def _either(recipients: Sequence[Recipient]) -> str:
    named = [f"{each.name} ({each.code})" if each.code else each.name for each in recipients]
    return listed(named, "eller")
