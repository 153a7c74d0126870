"""The key behind amounts: one that a grant states, or one that the amounts themselves follow."""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from allokera.audit.rounding.rules import RULES
from allokera.audit.shares.explaining import Setting
from allokera.audit.shares.sheet import Sheet
from allokera.audit.shares.trial import FEWEST, SOUND, Trial, try_column
from allokera.audit.survey.found import Survey, sheet_of, survey_sheet
from allokera.errors import RequestError
from allokera.kronor.rounding import ceiling
from allokera.model import Basis, Column, Indicator, Key, KeyPart, Recipient
from allokera.relations.families.fitted import Fitted
from allokera.terms.keys import Columns, CountedPart, count_parts, key_weights, named_columns

_SIMPLE = (2, 3, 4, 5, 6, 8, 10, 20, 100)
"""The denominators of shares that people decide on, the simplest first."""

_RARE = 100
"""Odds against a share as simple as that, where any could be."""

_ONE_IN = 8
"""A key is no key of amounts that more than one row in so many departs from: what is told of it is
told of all."""


class HeldKey(NamedTuple):
    """A key, and a column held against it.

    Attributes:
        basis: how the key is known: inferred where the amounts alone say so.
        rows: how many recipients there are.
    """

    parts: tuple[KeyPart, ...]
    basis: Basis
    rows: int
    trial: Trial

    @property
    def is_followed(self) -> bool:
        """Whether the key gives the amounts: at most one row in eight may depart from it."""
        return self.trial.standing in SOUND and _ONE_IN * self.trial.suspects <= self.rows


class Rows(NamedTuple):
    """The rows of recipients, and whom each means."""

    places: tuple[int, ...]
    recipients: tuple[Recipient, ...]
    height: int


def hold_key(key: Key, rows: Rows, sheet: Sheet, columns: Columns) -> HeldKey | None:
    """Hold a column against a key.

    Returns:
        None where the rows are few, or somebody has no figure.
    """
    if len(rows.places) < FEWEST or not columns.keys() >= {*named_columns(key)}:
        return None
    try:
        parts = count_parts(key, rows.recipients, columns)
    except RequestError:
        return None
    return _held(parts, key.basis, rows, sheet)


def key_of_inhabitants(
    rows: Rows, sheet: Sheet, columns: Columns, decimal: str | None = None
) -> HeldKey | None:
    """Find the key of equal shares and SCB's inhabitants that a column follows.

    Args:
        decimal: the mark that starts a decimal part, where a person says so.
    """
    name, people = next((each for each in columns.items() if not each[0][0]), (("", ""), None))
    if people is None or any(each.code not in people.values for each in rows.recipients):
        return None
    figures = tuple(str(people.values[each.code]) for each in rows.recipients)
    amounts = tuple(sheet.column.cells[row] for row in rows.places)
    pair = {"weights": figures, "amounts": amounts}
    printed = sheet_of(
        rows.recipients,
        [Column(name=name, heading="", cells=cells) for name, cells in pair.items()],
    )
    survey = survey_sheet(printed, rows.recipients, decimal)
    for _, _, share in affine_shares(survey, range(len(rows.places))):
        parts = KeyPart(share), KeyPart(1 - share, (Indicator(name[1]),))
        key = Key(parts=parts, basis=Basis.INFERRED, reason="")
        return hold_key(key, rows, sheet, columns)
    return None


def keys_of_columns(survey: Survey, rows: Rows, sheets: Mapping[str, Sheet]) -> Iterator[HeldKey]:
    """Find the keys of equal shares and another column that columns of amounts follow."""
    for target, indicator, share in affine_shares(survey, rows.places):
        if target not in sheets:
            continue
        figures = tuple(_figures(survey, rows.places, survey.printed.columns[indicator]))
        parts = (
            CountedPart(KeyPart(share), (1,) * len(figures), len(figures)),
            CountedPart(KeyPart(1 - share, (Indicator(indicator),)), figures, sum(figures)),
        )
        held = _held(parts, Basis.INFERRED, rows, sheets[target])
        if held.is_followed:
            yield held


def affine_shares(survey: Survey, rows: Sequence[int]) -> Iterator[tuple[str, str, Fraction]]:
    """List the columns that are a fixed amount and a factor of another, where that is a key.

    A fixed amount a head and a factor of w share out n a in equal shares, of n a + f W in all.

    Args:
        rows: those of recipients.

    Returns:
        The column, the other, and the part of all that is shared equally: one so simple that it
        is no accident.
    """
    names = survey.column_at
    for law in survey.laws:
        pattern, view = law.claim.pattern, law.claim.view
        if not isinstance(pattern, Fitted) or pattern.operator != "affine" or not view.is_across:
            continue
        (part,), target = pattern.parts, pattern.target
        figures = list(_figures(survey, rows, part)) if {part, target} <= names.keys() else []
        if not FEWEST <= len(rows) == len(figures) or any(
            fixed <= 0 or f <= 0 for fixed, f in pattern.corners
        ):
            continue
        equal = [
            Fraction(len(rows) * fixed, len(rows) * fixed + 2 * factor * sum(figures))
            for fixed, factor in pattern.corners
        ]
        share = _simple(min(equal), max(equal))
        if share is not None:
            yield names[target], names[part], share


def _figures(survey: Survey, rows: Sequence[int], column: int) -> Iterator[int]:
    for row in rows:
        figure = survey.sheet.values[survey.printed.rows[row]][column]
        if figure is not None and figure >= 0:
            yield figure


def _simple(least: Fraction, most: Fraction) -> Fraction | None:
    """Find the simplest part of a whole in between; None where one as simple may well be there.

    There are some two d fractions as simple as one of denominator d, or simpler.
    """
    for bottom in _SIMPLE:
        share = Fraction(ceiling(least * bottom), bottom)
        if share <= most:
            is_rare = _RARE * 2 * bottom * (most - least) <= 1
            return share if is_rare and 0 < share < 1 else None
    return None


def _held(parts: Sequence[CountedPart], basis: Basis, rows: Rows, sheet: Sheet) -> HeldKey:
    weights: list[int | None] = [None] * rows.height
    for row, weight in zip(rows.places, key_weights(parts), strict=True):
        weights[row] = weight
    rule = RULES[0].name if basis is Basis.INFERRED else None
    trial = try_column(sheet, Setting(weights=tuple(weights), rule=rule))
    return HeldKey(tuple(each.part for each in parts), basis, len(rows.places), trial)
