"""The survey: what the sheet says of itself, before anything is held against anything.

It finds the relations, and from them what the audit by shares needs: which rows are sums, which
columns are in proportion, and which of these is the base.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import NamedTuple

from allokera.model import Column, PrintedSheet, Recipient
from allokera.relations.bits import LIKELY
from allokera.relations.evidence.claim import Claim
from allokera.relations.evidence.pattern import Pattern
from allokera.relations.families.sums import Sum
from allokera.relations.laws.discovery import Discovery, discover
from allokera.relations.laws.law import Law
from allokera.relations.rivals.selection import together
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import Sheet, read_sheet

_MUCH = 10
"""How many times finer another column's numbers must be for it to be the base before the first."""


class Proportion(NamedTuple):
    """Columns in proportion to each other.

    Attributes:
        base: the one that most columns follow.
        targets: the others, left to right.
    """

    base: str
    targets: tuple[str, ...]


class Survey:
    """What was found.

    Attributes:
        sheet: the numbers.
        printed: where the table stands in them.
        numbered: all relations by number, from 1; those that a person sets aside are left out.
    """

    def __init__(
        self,
        sheet: Sheet,
        printed: PrintedSheet,
        found: Sequence[Law | Claim],
        ignored: Collection[int] = (),
    ) -> None:
        self.sheet, self.printed = sheet, printed
        self.numbered = {
            number: each for number, each in enumerate(found, 1) if number not in ignored
        }

    @cached_property
    def laws(self) -> tuple[Law, ...]:
        """What is beyond coincidence, or stated."""
        return tuple(each for each in self.numbered.values() if isinstance(each, Law))

    def number_of(self, law: Law) -> int:
        """Say by which number a law is named."""
        return self._numbers[law]

    @cached_property
    def _numbers(self) -> Mapping[Law | Claim, int]:
        return {each: number for number, each in self.numbered.items()}

    @cached_property
    def likely(self) -> tuple[Claim, ...]:
        """What looks like a relation, and accuses nobody."""
        return tuple(each for each in self.numbered.values() if isinstance(each, Claim))

    @cached_property
    def recipient_at(self) -> Mapping[int, int]:
        """The recipients, by their rows of the grid."""
        return {row: place for place, row in enumerate(self.printed.rows)}

    @cached_property
    def column_at(self) -> Mapping[int, str]:
        """The names of the table's columns, by their places in the grid."""
        return {place: name for name, place in self.printed.columns.items()}

    @cached_property
    def sum_rows(self) -> frozenset[int]:
        """The recipients' rows that are the sums of others, or look so together."""
        return frozenset(
            self.recipient_at[claim.target]
            for claim in self._sums_down
            if claim.target in self.recipient_at
        )

    @cached_property
    def part_of(self) -> Mapping[int, int]:
        """The rows that are parts of sum rows, each with the one that has fewest parts."""
        return {
            self.recipient_at[part]: claim.target
            for claim in sorted(self._sums_down, key=lambda claim: -len(claim.parts))
            for part in claim.parts
            if part in self.recipient_at
        }

    @cached_property
    def _sums_down(self) -> Sequence[Claim]:
        groups = together((claim for claim in self.likely if not claim.view.is_across), LIKELY)
        claims = [law.claim for law in self.laws] + [each for group in groups for each in group]
        return [
            claim for claim in claims if not claim.view.is_across and isinstance(claim.pattern, Sum)
        ]

    @cached_property
    def totals(self) -> frozenset[int]:
        """The recipients' rows that look like the sum of all others."""
        rows = {*self.printed.rows}
        return frozenset(
            self.recipient_at[claim.target]
            for claim in self.likely
            if not claim.view.is_across
            and isinstance(claim.pattern, Sum)
            and rows == {claim.target, *claim.parts}
        )

    @cached_property
    def reckoned(self) -> frozenset[int]:
        """The columns that other columns give, with nothing fitted."""
        return frozenset(
            law.claim.target
            for law in self.laws
            if law.claim.view.is_across and not law.claim.pattern.free and not law.claim.view.lag
        )

    def proportions(self) -> Iterator[tuple[int, int, Law]]:
        """List the columns in proportion two by two: the weights, the amounts, and the law."""
        for law in self.laws:
            pattern = law.claim.pattern
            if pattern.operator == "proportional":
                (weight,) = pattern.parts
                yield weight, pattern.target, law

    def law_of(self, base: str, target: str) -> Law | None:
        """Find the law by which a column follows the base."""
        ends = {self.printed.columns.get(base), self.printed.columns.get(target)}
        return next((law for one, other, law in self.proportions() if {one, other} == ends), None)

    def proportion(self, amounts: Sequence[str]) -> Proportion | None:
        """Find the base that most columns follow, and these.

        Of several the first is taken, unless another has much finer numbers.

        Args:
            amounts: the columns that may be held against a base.
        """
        columns = self.printed.columns
        held = {columns[name]: name for name in amounts if columns[name] not in self.reckoned}
        follow: dict[int, set[int]] = defaultdict(set)
        for one, other, _ in self.proportions():
            for base, target in ((one, other), (other, one)):
                if target in held and (base in held or self._is_whole(base)):
                    follow[base].add(target)
        if not follow:
            return None
        most = max(map(len, follow.values()))
        bases = sorted(base for base, targets in follow.items() if len(targets) == most)
        own = [base for base in bases if base not in self.reckoned] or bases
        finest = max(map(self._fineness, own))
        base = next(each for each in own if _MUCH * self._fineness(each) >= finest)
        return Proportion(
            self.column_at[base], tuple(held[target] for target in sorted(follow[base]))
        )

    def _is_whole(self, column: int) -> bool:
        """Whether a column of the table holds whole numbers alone."""
        return column in self.column_at and not any(row[column] for row in self.sheet.places)

    def _fineness(self, column: int) -> int:
        """Say how many units a column's numbers come to."""
        return sum(
            abs(values[column] or 0) // units[column]
            for values, units in zip(self.sheet.values, self.sheet.units, strict=True)
        )

    def name_of(self, place: int, *, is_column: bool) -> str:
        """Call a column by its heading, a row by its label, either by its number from 1."""
        names = self.sheet.names if is_column else self.sheet.labels
        return " ".join(names[place].split()) or f"#{place + 1}"

    def exact(self, value: Fraction | int, column: int | None = None) -> Fraction:
        """Say what a number of the sheet's scale is, as printed in a column."""
        return Fraction(value * self.sign_of(column), 10**self.sheet.decimals)

    def sign_of(self, column: int | None) -> int:
        """Say whether a column's signs were turned: -1 then."""
        return -1 if column in self.sheet.turned else 1


def survey_sheet(
    printed: PrintedSheet,
    recipients: Sequence[Recipient],
    decimal: str | None = None,
    stated: Sequence[Pattern] = (),
    ignored: Collection[int] = (),
) -> Survey:
    """Look a sheet over.

    Args:
        decimal: the mark that starts a decimal part, where a person says so.
        stated: relations that a person says hold.
        ignored: the numbers of relations that a person sets aside.
    """
    notation = notation_of_sheet(printed.texts, decimal)
    names = {place: name for name, place in printed.columns.items()}
    width = max(map(len, printed.texts), default=0)
    sheet = read_sheet(
        printed.texts,
        notation,
        headings=printed.headings,
        without=printed.labels,
        names=[names.get(column, "") for column in range(width)],
    )
    labels = list(sheet.labels)
    for row, recipient in zip(printed.rows, recipients, strict=True):
        labels[row] = recipient.name
    sheet = sheet._replace(labels=labels)
    sheet, found = _discovered(sheet, stated)
    return Survey(sheet, printed, (*found.laws, *found.likely), ignored)


def _discovered(sheet: Sheet, stated: Sequence[Pattern]) -> tuple[Sheet, Discovery]:
    """Find relations; of columns below zero in none, by their sizes, where that finds some."""
    below = sheet.below_zero
    if below and below >= {at for row in sheet.values for at, value in enumerate(row) if value}:
        sheet = sheet.turn(below)
        return sheet, discover(*sheet.views(), stated)
    found = discover(*sheet.views(), stated)
    if lone := below - _in_laws(found):
        turned = sheet.turn(lone)
        again = discover(*turned.views(), stated)
        if lone & _in_laws(again):
            return turned, again
    return sheet, found


def _in_laws(found: Discovery) -> set[int]:
    """List the columns that laws across them are about."""
    claims = [law.claim for law in found.laws if law.claim.view.is_across]
    return {place % claim.view.width for claim in claims for place in (claim.target, *claim.parts)}


def sheet_of(recipients: Sequence[Recipient], columns: Sequence[Column]) -> PrintedSheet:
    """Make a sheet of a table that stands in no file: names, then the columns."""
    texts = [
        [recipient.name, *(column.cells[row] for column in columns)]
        for row, recipient in enumerate(recipients)
    ]
    return PrintedSheet(
        texts=texts,
        headings=(),
        labels=(0,),
        rows=tuple(range(len(recipients))),
        columns={column.name: place for place, column in enumerate(columns, 1)},
    )


def coherence(texts: Sequence[Sequence[str]]) -> int:
    """Say how well the columns of a grid fit each other: the bits of all laws across it."""
    sheet = read_sheet(texts, notation_of_sheet(texts))
    laws = discover(*sheet.views()).laws
    return sum(max(0, law.claim.score) for law in laws if law.claim.view.is_across)
