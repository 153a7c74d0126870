"""A request: what somebody wrote, on the command line or in a file, each text with its place."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from allokera.errors import AllokeraError, RequestError
from allokera.terms.messages import TermsMessages

_Value = TypeVar("_Value")

STDIN, POPULATION = "-", "population"
"""What stands for standard input, and for SCB's inhabitants, where a file is asked for."""


_DAY = re.compile(r"[0-9][0-9\s\-\u2013]*")


def is_day(text: str) -> bool:
    """Whether inhabitants are asked for of a day, and not those of a file."""
    return _DAY.fullmatch(text.strip()) is not None


class SourcedText(NamedTuple):
    """A text, and where it stands: `--min`, or `floor.yaml:7: min`."""

    text: str
    where: str

    def read(self, read: Callable[[str], _Value]) -> _Value:
        """Read the text, and put its place before any complaint."""
        try:
            return read(self.text)
        except AllokeraError as error:
            raise error.at(self.where) from None

    def entry(self) -> "tuple[SourcedText | None, SourcedText]":
        """Take an entry apart: whose it is, where it is somebody's, `NAME=AMOUNT`, and the rest."""
        name, mark, rest = self.text.rpartition("=")
        return self._replace(text=name) if mark else None, self._replace(text=rest)


class Request(NamedTuple):
    """What is to be shared out, among whom, and how, as it was written.

    The names are those of the options of `compute`, and of the keys of a scenario file. What is
    switched on has any text. An entry that is for one recipient is `NAME=AMOUNT`.

    Attributes:
        below: a request whose entries by name hold for whom nothing is said here.
    """

    year: SourcedText | None = None
    total: SourcedText | None = None
    envelope: SourcedText | None = None
    unit: SourcedText | None = None
    gross: SourcedText | None = None
    administration: SourcedText | None = None
    method: SourcedText | None = None
    weights: SourcedText | None = None
    column: SourcedText | None = None
    names: SourcedText | None = None
    decimal: SourcedText | None = None
    table: SourcedText | None = None
    sheet: SourcedText | None = None
    visible: SourcedText | None = None
    without: tuple[SourcedText, ...] = ()
    add: tuple[SourcedText, ...] = ()
    key: SourcedText | None = None
    inhabitants: SourcedText | None = None
    min: tuple[SourcedText, ...] = ()
    max: tuple[SourcedText, ...] = ()
    applied: tuple[SourcedText, ...] = ()
    threshold: tuple[SourcedText, ...] = ()
    redistribute: SourcedText | None = None
    lot: tuple[SourcedText, ...] = ()
    currency: SourcedText | None = None
    carry: SourcedText | None = None
    title: str = ""
    below: "Request | None" = None

    def over(self, other: "Request") -> "Request":
        """Put this over another request: what is said here stands, the rest is the other's.

        A total here replaces the other's years and envelope, and they its total; so it is with the
        ways to say what is not shared out, and with weights and key. What is said by name stays in
        its request, one below the other: here it may be said anew of somebody, or more be said.
        """
        taken = {name: value for name, value in self._asdict().items() if value}
        for name, replaced in _REPLACED.items():
            if name in taken:
                other = Request(**{**other._asdict(), **dict.fromkeys(replaced)})
        by_name = {name: getattr(self, name) for name in ENTRIES}
        return Request(**{**other._asdict(), **taken, **by_name, "below": other})

    @property
    def is_about_inhabitants(self) -> bool:
        """Whether SCB's inhabitants are needed: for the key, or to know who may be added."""
        return bool(self.key or any(layer.add for layer in self.layers))

    @property
    def counts_inhabitants(self) -> bool:
        """Whether somebody's weight is made of inhabitants, so that their day matters."""
        return bool(self.key or (self.weights and self.weights.text == POPULATION))

    def is_outdone(self, name: str, by: str) -> bool:
        """Whether something was said below alone, and what it is about was said anew here."""
        below = self.below
        return below is not None and (
            getattr(self, name) == getattr(below, name) and getattr(self, by) != getattr(below, by)
        )

    @property
    def layers(self) -> tuple["Request", ...]:
        """This request and those below, this one first."""
        return (self, *self.below.layers) if self.below else (self,)


OF_WEIGHTS = ("column", "names", "decimal", "table", "sheet", "visible")
"""What says how a file of weights is read."""

SWITCHES = ("gross", "key", "redistribute", "carry", "visible")
"""What is said by yes or no."""

ENTRIES = ("without", "add", "min", "max", "applied", "threshold", "lot")
"""What may be said several times, of one recipient each, or of all."""

OptionValue = str | int | Sequence[str | int] | Mapping[str, str | int]
"""What an option may be given as from Python: a text, a number, yes, a list, or values by name."""


def request_of(options: Mapping[str, OptionValue | None], place: Callable[[str], str]) -> Request:
    """Make a request of options by name; what is None, False or nothing is not asked for.

    Args:
        place: says where an option stands, for messages.

    Raises:
        RequestError: no option has such a name.
    """
    texts: dict[str, Any] = {}
    for name, value in options.items():
        if name not in OPTIONS:
            raise RequestError(TermsMessages.no_option, name=name, choices=OPTIONS)
        entries = tuple(SourcedText(text, place(name)) for text in _texts(value))
        if entries:
            texts[name] = entries if name in ENTRIES else entries[0]
    return Request(**texts)


def _texts(value: OptionValue | None) -> Sequence[str]:
    if value is None or value is False:
        return ()
    if isinstance(value, Mapping):
        return [str(text) if name == ALL else f"{name}={text}" for name, text in value.items()]
    if isinstance(value, str) or not isinstance(value, Sequence):
        return ["yes" if value is True else str(value)]
    return [str(each) for each in value]


ALL = "all"
"""The name under which a mapping says what is for all."""

OPTIONS = tuple(name for name in Request._fields if name not in {"title", "below"})
"""What can be asked, by name."""

_REPLACED = {
    "total": ("year", "envelope", "carry"),
    "year": ("total",),
    "envelope": ("total",),
    "gross": ("administration",),
    "administration": ("gross",),
    "weights": ("key", "inhabitants", *OF_WEIGHTS),
    "key": ("weights", *OF_WEIGHTS),
}
