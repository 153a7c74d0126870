"""The form of a grant's two files: which keys there are, and what each holds.

Every value is text in the file. Amounts, units and years are read here by allokera's own grammar,
and every key that is not listed is refused.
"""

import re
from collections.abc import Callable
from difflib import get_close_matches
from fractions import Fraction
from typing import Annotated, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
)

from allokera.errors import AllokeraError
from allokera.kronor.amount import parse_amount, parse_unit
from allokera.kronor.wording import listed
from allokera.model import Basis, Status
from allokera.source.grant_files.strict_yaml import TreePath, YamlFile
from allokera.terms.years import parse_years

_Value = TypeVar("_Value")


def _text(read: Callable[[str], _Value]) -> BeforeValidator:
    """Read a text by a grammar, and report its complaint as the form's."""

    def validate(value: object) -> _Value:
        if not isinstance(value, str):
            raise ValueError("text is expected here")
        try:
            return read(value)
        except AllokeraError as error:
            raise ValueError(str(error)) from error

    return BeforeValidator(validate)


def _one_of(kind: type[Basis] | type[Status]) -> Callable[[str], Basis | Status]:
    def read(value: str) -> Basis | Status:
        if value not in set(kind):
            raise ValueError(f"{value!r} is none of {listed(list(kind), 'or')}")
        return kind(value)

    return read


def _read_percent(value: str) -> Fraction:
    """Read a part of a whole, `90 %`: above nothing, and all at most."""
    found = re.fullmatch(r"([0-9]{1,3}) ?%", value)
    if found is None or not 0 < int(found[1]) <= 100:
        raise ValueError(f"{value!r} is no part: write it as 90 %")
    return Fraction(int(found[1]), 100)


Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Kronor = Annotated[int, _text(parse_amount)]
Unit = Annotated[int, _text(parse_unit)]
Percent = Annotated[Fraction, _text(_read_percent)]
Years = Annotated[tuple[int, ...], _text(parse_years)]


class Schema(BaseModel):
    """A mapping with just these keys."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)


class SourceSchema(Schema):
    """A published page."""

    id: Text
    title: Text
    publisher: Text
    file: Text
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]


class ColumnSchema(Schema):
    """A printed column."""

    name: Text
    heading: Text
    years: Years
    unit: Unit
    status: Annotated[Status, _text(_one_of(Status))]
    quotation: str = ""


class RowSchema(Schema):
    """A printed row: one text a column, exactly as printed."""

    code: Text
    name: Text
    printed: list[str]


class TableSchema(Schema):
    """The printed table."""

    source: Text
    weights: Text
    columns: list[ColumnSchema]
    rows: list[RowSchema]


class EligibleSchema(Schema):
    """The list of those who may apply."""

    source: Text
    quotation: str = ""
    names: list[Text]


class FundingSchema(Schema):
    """How much of the cost the grant pays."""

    most: Percent
    basis: Annotated[Basis, _text(_one_of(Basis))]
    reason: Text


class GrantSchema(Schema):
    """The first file: the grant and its printed table."""

    title: Text
    statute: Text
    sources: list[SourceSchema]
    table: TableSchema
    eligible: EligibleSchema | None = None
    funding: FundingSchema | None = None


class AdministrationSchema(Schema):
    """What is not shared out."""

    amount: Kronor
    basis: Annotated[Basis, _text(_one_of(Basis))]
    reason: Text


class BudgetSchema(Schema):
    """One year's money, or that of several years alike."""

    years: Years
    envelope: Kronor
    basis: Annotated[Basis, _text(_one_of(Basis))]
    source: Text
    quotation: str = ""
    administration: AdministrationSchema
    unit: Unit
    status: Annotated[Status, _text(_one_of(Status))]
    agency: Text


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
        more = f" (and {len(others)} more)" if others else ""
        place: TreePath = first["loc"]
        known = tuple(form.model_fields) if len(place) == 1 else ()
        complaint = _complaint(first["type"], place, first["msg"], known)
        raise document.error(place, complaint + more) from None


def _complaint(kind: str, place: TreePath, message: str, known: tuple[str, ...]) -> str:
    key = next((part for part in reversed(place) if isinstance(part, str)), "the file")
    if kind == "missing":
        return f"the key {place[-1]!r} is missing here"
    if kind == "extra_forbidden":
        near = get_close_matches(str(place[-1]), known, n=1)
        hint = f": did you mean {near[0]}?" if near else f"; known are {listed(known)}"
        return f"the key {place[-1]!r} is not known here{hint if known else ''}"
    if kind == "value_error":
        return f"{key}: {message.removeprefix('Value error, ')}"
    expected = {
        "string_type": "text is expected here",
        "list_type": "a list is expected here",
        "model_type": "a mapping of keys is expected here",
        "string_too_short": "a text is missing here",
        "too_short": "at least one is expected here",
        "string_pattern_mismatch": "this is no SHA-256 in hexadecimal",
    }
    return f"{key}: {expected.get(kind, message)}"
