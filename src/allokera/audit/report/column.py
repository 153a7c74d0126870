"""What an audit says of one column of amounts that is held against a base, or is the base."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from allokera.audit.rounding.interval import Interval
from allokera.kronor.amount import Amount
from allokera.model import Basis, Recipient


class State(StrEnum):
    """What was done with a column.

    Attributes:
        CHECKED: its rows were held against each other.
        NOT_APPLICABLE: it is what the others are held against.
        NOT_CHECKED: too few of its rows can be compared.
    """

    CHECKED = "checked"
    NOT_APPLICABLE = "not-applicable"
    NOT_CHECKED = "not-checked"


class RuleVerdict(NamedTuple):
    """Whether a rounding rule explains every row of a column that can be read."""

    rule: str
    consistent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnReport:
    """What one column says of itself.

    Attributes:
        state: whether it was checked.
        unit: kronor that its amounts are multiples of.
        worth: kronor that a printed one stands for.
        rules: every rule tried; none for the base column.
        rule: the one that the rest is reckoned by; None where none could be.
        pool: kronor that the rows can come from; None where they say nothing.
        pool_by_base: the same, when the base amounts' own rounding is counted in.
        binding: the rows that hold the pool between its ends.
        rows: how many rows could be read.
        agreeing: how many of them can be right together.
        consistent: whether all cells can be read and one pool explains them.
        certain: rows that no best explanation covers.
        possible: rows that some best explanations cover and others do not.
        pinned: how many cells the others allow one amount only.
        sum: kronor, as printed; malformed cells by their digits; None where no cell can be read.
        mended_sum: kronor, with the suggestions accepted.
        envelope: kronor, or None where none is known.
        administration: kronor between envelope and pool, or None.
        needs: what pool each row needs alone, in kronor; none where there are very many.
    """

    name: str
    state: State
    unit: Amount
    worth: Fraction
    unit_basis: Basis
    rules: tuple[RuleVerdict, ...]
    rule: str | None
    pool: Interval | None
    pool_by_base: Interval | None
    binding: tuple[Recipient, ...]
    rows: int
    agreeing: int
    consistent: bool
    certain: tuple[Recipient, ...]
    possible: tuple[Recipient, ...]
    pinned: int
    sum: Amount | None
    mended_sum: Amount | None
    envelope: int | None
    administration: Interval | None
    needs: tuple[tuple[Recipient, Interval], ...] = ()
