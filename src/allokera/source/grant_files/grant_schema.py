"""The form of a grant's two files: which keys there are, and what each holds.

Every value is text in the file. Amounts, units and years are read here by allokera's own grammar,
and every key that is not listed is refused.
"""

import re
from collections.abc import Callable
from difflib import get_close_matches
from fractions import Fraction
from typing import TYPE_CHECKING, Annotated, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)

from allokera.errors import AllokeraError, Message, SourceError, message
from allokera.kronor.amount import parse_amount, parse_unit
from allokera.model import Basis, Status
from allokera.source.grant_files.numbers import parse_figure, parse_share
from allokera.source.grant_files.strict_yaml import TreePath, YamlFile
from allokera.source.messages import SourceMessages
from allokera.terms.years import parse_years

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


_Value = TypeVar("_Value")


class BadValueError(ValueError):
    """What a validator finds, carried through pydantic as a message."""

    def __init__(self, problem: Message) -> None:
        super().__init__()
        self.message = problem


def _text(read: Callable[[str], _Value]) -> BeforeValidator:
    """Read a text by a grammar, and report its complaint as the form's."""

    def validate(value: object) -> _Value:
        if not isinstance(value, str):
            raise BadValueError(message(SourceMessages.text_expected))
        try:
            return read(value)
        except AllokeraError as error:
            raise BadValueError(error.message) from error

    return BeforeValidator(validate)


def _one_of(kind: type[Basis] | type[Status]) -> Callable[[str], Basis | Status]:
    def read(value: str) -> Basis | Status:
        if value not in set(kind):
            problem = message(SourceMessages.no_kind, text=value, choices=tuple(kind))
            raise BadValueError(problem)
        return kind(value)

    return read


def _read_percent(value: str) -> Fraction:
    """Read a part of a whole, `90 %`: above nothing, and all at most."""
    match = re.fullmatch(r"([0-9]{1,3}) ?%", value)
    if match is None or not 0 < int(match[1]) <= 100:
        raise BadValueError(message(SourceMessages.no_part, text=value))
    return Fraction(int(match[1]), 100)


_YES, _NO = frozenset({"yes", "true", "ja"}), frozenset({"no", "false", "nej"})


def _switch(value: object) -> str:
    """Read yes or no: what is switched off is as if it were not there."""
    if not isinstance(value, str):
        raise BadValueError(message(SourceMessages.list_for_yes_or_no))
    text = value.casefold()
    if text not in _YES | _NO:
        raise BadValueError(message(SourceMessages.neither_yes_nor_no, text=text))
    return "yes" if text in _YES else ""


def _listed(value: object) -> object:
    """Take one column for a list of one, and a name alone for the column of that name."""
    every = value if isinstance(value, list) else [value]
    return [{"column": each} if isinstance(each, str) else each for each in every]


Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Kronor = Annotated[int, _text(parse_amount)]
Unit = Annotated[int, _text(parse_unit)]
Percent = Annotated[Fraction, _text(_read_percent)]
Share = Annotated[Fraction, _text(parse_share)]
Figure = Annotated[Fraction, _text(parse_figure)]
Switch = Annotated[str, BeforeValidator(_switch)]
Years = Annotated[tuple[int, ...], _text(parse_years)]


class Schema(BaseModel):
    """A mapping with just these keys."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)


class SourceSchema(Schema):
    """A published page."""

    id: Words
    title: Words
    publisher: Words
    file: Words
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class ColumnSchema(Schema):
    """A printed column."""

    name: Words
    heading: Words
    years: Years
    unit: Unit
    status: Annotated[Status, _text(_one_of(Status))]
    quotation: str = ""


class RowSchema(Schema):
    """A printed row: one text a column, exactly as printed."""

    code: Words
    name: Words
    printed: list[str]


class TableSchema(Schema):
    """The printed table."""

    source: Words
    weights: Words
    columns: list[ColumnSchema]
    rows: list[RowSchema]


class EligibleSchema(Schema):
    """The list of those who may apply."""

    source: Words
    quotation: str = ""
    names: list[Words]


class FundingSchema(Schema):
    """How much of the cost the grant pays."""

    most: Percent
    basis: Annotated[Basis, _text(_one_of(Basis))]
    reason: Words


class IndicatorSchema(Schema):
    """A column of figures that counts in a part of a key."""

    column: Words
    file: str = ""
    factor: Figure = Fraction(1)
    floor: Figure | None = None
    cap: Figure | None = None


class KeyPartSchema(Schema):
    """A part of a key: shared out equally, or by figures that are added up."""

    share: Share
    equally: Switch = ""
    by: Annotated[list[IndicatorSchema], BeforeValidator(_listed)] = []


class KeySchema(Schema):
    """How shares are made."""

    basis: Annotated[Basis, _text(_one_of(Basis))]
    reason: Words
    source: str = ""
    file: str = ""
    parts: Annotated[list[KeyPartSchema], Field(min_length=1)]


class GrantSchema(Schema):
    """The first file: the grant and its printed table."""

    title: Words
    statute: Words
    sources: list[SourceSchema]
    table: TableSchema
    eligible: EligibleSchema | None = None
    funding: FundingSchema | None = None
    key: KeySchema | None = None


class AdministrationSchema(Schema):
    """What is not shared out."""

    amount: Kronor
    basis: Annotated[Basis, _text(_one_of(Basis))]
    reason: Words


class BudgetSchema(Schema):
    """One year's money, or that of several years alike."""

    years: Years
    envelope: Kronor
    basis: Annotated[Basis, _text(_one_of(Basis))]
    source: Words
    quotation: str = ""
    administration: AdministrationSchema
    unit: Unit
    status: Annotated[Status, _text(_one_of(Status))]
    agency: Words


class BudgetsSchema(Schema):
    """The second file: the money, year by year."""

    sources: list[SourceSchema]
    budgets: Annotated[list[BudgetSchema], Field(min_length=1)]


_Filled = TypeVar("_Filled", bound=Schema)


def fill(form: type[_Filled], document: YamlFile) -> _Filled:
    """Read a document as a form.

    Raises:
        SourceError: it does not fit; the message points at the first part that does not.
    """
    try:
        return form.model_validate(document.tree)
    except ValidationError as error:
        first, *others = error.errors(include_url=False)
        place: TreePath = first["loc"]
        problem = _problem(first, tuple(form.model_fields) if len(place) == 1 else ())
        if others:
            problem = message(SourceMessages.and_others, problem=problem, count=len(others))
        raise SourceError.saying(problem).at(document.where(place)) from None


def _problem(error: "ErrorDetails", known: tuple[str, ...]) -> Message:
    """Say what is wrong with one part of a file.

    Args:
        known: the keys that may stand there, where that helps.
    """
    place, kind = error["loc"], error["type"]
    key = next((part for part in reversed(place) if isinstance(part, str)), "")
    if kind == "missing":
        return message(SourceMessages.key_missing, key=str(place[-1]))
    if kind == "extra_forbidden":
        unknown = str(place[-1])
        if not known:
            return message(SourceMessages.key_unknown, key=unknown)
        if near := get_close_matches(unknown, known, n=1):
            return message(SourceMessages.key_unknown_but_near, key=unknown, near=near[0])
        return message(SourceMessages.key_unknown_among, key=unknown, choices=known)
    if kind == "value_error" and isinstance(bad := error["ctx"]["error"], BadValueError):
        return message(SourceMessages.bad_value, key=key, reason=bad.message)
    return message(SourceMessages.unfit, key=key, kind=kind, reason=error["msg"])
