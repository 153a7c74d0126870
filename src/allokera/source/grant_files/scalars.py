"""What the texts of a grant's files hold, each by allokera's own grammar."""

import re
from collections.abc import Callable
from fractions import Fraction
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, PlainValidator, StringConstraints

from allokera.errors import AllokeraError, AmountError, Message, Text, message
from allokera.kronor.amount import Amount, parse_amount, parse_unit
from allokera.kronor.figure import parse_figure, parse_share
from allokera.kronor.messages import KronorMessages
from allokera.model import Basis, Status
from allokera.source.messages import SourceMessages
from allokera.terms.years import parse_years

_Value = TypeVar("_Value")


class BadValueError(ValueError):
    """What a validator finds, carried through pydantic as a message."""

    def __init__(self, problem: Message) -> None:
        super().__init__()
        self.message = problem


def text(read: Callable[[str], _Value]) -> BeforeValidator:
    """Read a text by a grammar, and report its complaint as the form's."""

    def validate(value: object) -> _Value:
        if not isinstance(value, str):
            raise BadValueError(message(SourceMessages.text_expected))
        try:
            return read(value)
        except AllokeraError as error:
            raise BadValueError(error.message) from error

    return BeforeValidator(validate)


def one_of(kind: type[Basis] | type[Status]) -> Callable[[str], Basis | Status]:
    """Make what reads one of the words of a kind."""

    def read(value: str) -> Basis | Status:
        if value not in set(kind):
            problem = message(SourceMessages.no_kind, text=value, choices=tuple(kind))
            raise BadValueError(problem)
        return kind(value)

    return read


def _part(value: str) -> Fraction:
    """Read a part of a whole that is more than nothing."""
    share = parse_share(value)
    if not share:
        raise AmountError(KronorMessages.no_share, text=value)
    return share


def read_parts(value: str) -> int:
    """Read how many decimals a currency has: four at most."""
    if not re.fullmatch("[0-4]", value):
        raise BadValueError(message(SourceMessages.no_decimals, text=value))
    return int(value)


_YES, _NO = frozenset({"yes", "true", "ja"}), frozenset({"no", "false", "nej"})


def _switch(value: object) -> str:
    """Read yes or no: what is switched off is as if it were not there."""
    if not isinstance(value, str):
        raise BadValueError(message(SourceMessages.list_for_yes_or_no))
    folded = value.casefold()
    if folded not in _YES | _NO:
        raise BadValueError(message(SourceMessages.neither_yes_nor_no, text=folded))
    return "yes" if folded in _YES else ""


def listed(value: object) -> object:
    """Take one column for a list of one, and a name alone for the column of that name."""
    every = value if isinstance(value, list) else [value]
    return [{"column": each} if isinstance(each, str) else each for each in every]


def _reason(value: object) -> Text:
    """Read a text, or one for each of some languages: `en: the sum, sv: summan`."""
    texts = value.items() if isinstance(value, dict) else (("", value),)
    for lang in value if isinstance(value, dict) else ():
        if not re.fullmatch("[a-z]{2}", lang):
            raise BadValueError(message(SourceMessages.no_language, text=lang))
    told = tuple((lang, each.strip()) for lang, each in texts if isinstance(each, str))
    if len(told) < len(texts) or not all(each for _, each in told) or not told:
        raise BadValueError(message(SourceMessages.text_expected))
    if not isinstance(value, dict):
        return told[0][1]
    return message(SourceMessages.in_languages, texts=told)


Reason = Annotated[Any, PlainValidator(_reason)]
Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Kronor = Annotated[Amount, text(parse_amount)]
Unit = Annotated[Amount, text(parse_unit)]
Share = Annotated[Fraction, text(_part)]
Figure = Annotated[Fraction, text(parse_figure)]
Switch = Annotated[str, BeforeValidator(_switch)]
Years = Annotated[tuple[int, ...], text(parse_years)]
