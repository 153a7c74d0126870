"""What every answer can be shown as: a document, records and a page."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import chain
from typing import NamedTuple, Protocol, TypeAlias

from allokera.render.language import Language
from allokera.render.page import Page

Json: TypeAlias = "None | bool | int | str | Fraction | Sequence[Json] | Mapping[str, Json]"
"""What a document is made of: no floats; exact ratios are strings `p/q`.

A `Fraction` is an amount of a document whose unit is no whole number, and is written as a string
with its decimals, as all amounts of that document are.
"""

Plain: TypeAlias = None | bool | int | str | Fraction
"""What a cell of a record can hold."""

Record: TypeAlias = Mapping[str, Plain]
"""One line of a table for machines, with its column names."""


class Records(NamedTuple):
    """A table for machines: the column names, also where there is no line, and the lines, once."""

    fields: Sequence[str]
    lines: Iterable[Record]


def records(lines: Iterable[Record]) -> Records:
    """Take the column names from the first of at least one line."""
    others = iter(lines)
    first = next(others)
    return Records(list(first), chain([first], others))


class View(Protocol):
    """An answer, ready to be shown. Each subject has one, and each form writes any of them."""

    def document(self) -> dict[str, Json]:
        """Make what JSON says: everything."""

    def records(self) -> Records:
        """Make what CSV says: the rows, as plain numbers."""

    def page(self, say: Language) -> Page:
        """Make what a person sees, in a language."""
