"""The form of a grant's two files: which keys there are, and what each holds.

Every value is text in the file. What says where a figure comes from may be left out: nobody has
to invent a source. Every key that is not listed is refused.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
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

from allokera.errors import Message, message
from allokera.kronor.currency import Currency, currency_of
from allokera.model import Basis, Status
from allokera.source.grant_files.scalars import (
    BadValueError,
    Figure,
    Kronor,
    Reason,
    Share,
    Switch,
    Unit,
    Words,
    Years,
    listed,
    one_of,
    read_parts,
    text,
)
from allokera.source.grant_files.strict_yaml import Mistake, TreePath, YamlFile
from allokera.source.messages import SourceMessages

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


class Schema(BaseModel):
    """A mapping with just these keys."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, defer_build=True)


class SourceSchema(Schema):
    """A published page."""

    id: Words
    title: Words
    publisher: Words | None = None
    file: Words
    sha256: Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")] | None = None


class ColumnSchema(Schema):
    """A printed column; `worth` is what a printed one stands for, in kronor."""

    name: Words
    heading: Words | None = None
    years: Years = ()
    unit: Unit | None = None
    worth: Unit = 1
    status: Annotated[Status, text(one_of(Status))] | None = None
    quotation: str = ""


class RowSchema(Schema):
    """A printed row: one text a column, exactly as printed."""

    code: Annotated[str, StringConstraints(strip_whitespace=True)] = ""
    name: Words
    printed: list[str]


class TableSchema(Schema):
    """The printed table."""

    source: Words | None = None
    weights: Words
    columns: list[ColumnSchema]
    rows: list[RowSchema]


class EligibleSchema(Schema):
    """The list of those who may apply."""

    source: Words | None = None
    quotation: str = ""
    names: list[Words]


class FundingSchema(Schema):
    """How much of the cost the grant pays."""

    most: Share
    basis: Annotated[Basis, text(one_of(Basis))]
    reason: Reason


class CurrencySchema(Schema):
    """What amounts are in."""

    code: Annotated[Currency, text(currency_of)]
    word: Words | None = None
    parts: Annotated[int, text(read_parts)] | None = None

    def currency(self) -> Currency:
        """Put what the file says over what is known of the code."""
        parts = self.code.parts if self.parts is None else self.parts
        return Currency(self.code.code, self.word or self.code.word, parts)


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
    by: Annotated[list[IndicatorSchema], BeforeValidator(listed)] = []


class KeySchema(Schema):
    """How shares are made."""

    basis: Annotated[Basis, text(one_of(Basis))]
    reason: Reason
    source: str = ""
    file: str = ""
    parts: Annotated[list[KeyPartSchema], Field(min_length=1)]


class GrantSchema(Schema):
    """The first file: the grant and its printed table."""

    title: Words
    statute: Words | None = None
    sources: list[SourceSchema] = []
    table: TableSchema
    eligible: EligibleSchema | None = None
    funding: FundingSchema | None = None
    currency: CurrencySchema | None = None
    key: KeySchema | None = None


class AdministrationSchema(Schema):
    """What is not shared out."""

    amount: Kronor
    basis: Annotated[Basis, text(one_of(Basis))]
    reason: Reason


class BudgetSchema(Schema):
    """One year's money, or that of several years alike."""

    years: Years
    envelope: Kronor
    basis: Annotated[Basis, text(one_of(Basis))] = Basis.GIVEN
    source: Words | None = None
    quotation: str = ""
    administration: AdministrationSchema | None = None
    unit: Unit = 1
    status: Annotated[Status, text(one_of(Status))] | None = None
    agency: Words | None = None


class BudgetsSchema(Schema):
    """The second file: the money, year by year."""

    sources: list[SourceSchema] = []
    budgets: list[BudgetSchema]


_Filled = TypeVar("_Filled", bound=Schema)


def fill(form: type[_Filled], document: YamlFile, mistakes: Iterable[Mistake] = ()) -> _Filled:
    """Read a document as a form.

    Args:
        mistakes: what is wrong in it besides.

    Raises:
        SourceError: it does not fit, or has mistakes; each is said where it stands.
    """
    found = [*document.mistakes, *mistakes]
    try:
        filled = form.model_validate(document.tree)
    except ValidationError as failure:
        found += _mistakes(failure.errors(include_url=False), form, document)
        document.refuse(found)
        raise
    document.refuse(found)
    return filled


def _mistakes(
    errors: Sequence["ErrorDetails"], form: type[Schema], document: YamlFile
) -> Iterator[Mistake]:
    """Say where a document does not fit; of a key that is misspelt, not that it is missing, too."""
    missing: dict[TreePath, list[str]] = defaultdict(list)
    for error in errors:
        if error["type"] == "missing":
            missing[error["loc"][:-1]].append(str(error["loc"][-1]))
    meant = {
        error["loc"]: near
        for error in errors
        if error["type"] == "extra_forbidden"
        for near in get_close_matches(str(error["loc"][-1]), missing[error["loc"][:-1]], n=1)
    }
    misspelt = {(*place[:-1], near) for place, near in meant.items()}
    for error in errors:
        place = error["loc"]
        if place not in misspelt:
            known = tuple(form.model_fields) if len(place) == 1 else ()
            problem = _problem(error, (meant[place],) if place in meant else known)
            yield Mistake(document.line(place), problem)


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
