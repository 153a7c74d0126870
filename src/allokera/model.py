"""The facts of a grant, as plain values.

Recipients and amounts come in the order of the published table, everywhere. Kronor are `int`, or
`Fraction` where parts of one are paid; exact ratios are `Fraction`. Nothing here computes more than
a difference of its own fields.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from allokera.errors import Text
from allokera.kronor.amount import Amount
from allokera.kronor.currency import KRONA, Currency


class Basis(StrEnum):
    """How a figure is known."""

    STATED = "stated"
    DERIVED = "derived"
    INFERRED = "inferred"
    GIVEN = "given"


class Status(StrEnum):
    """What a year's amounts were published as."""

    INDICATIVE = "indicative"
    WORKED_EXAMPLE = "worked example"
    DECIDED = "decided"


class Recipient(NamedTuple):
    """Who receives a share (bidragsmottagare).

    Attributes:
        code: text, never a number; SCB's four characters (`0180`) for a municipality, "" where
            there is none.
        name: as published.
    """

    code: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file that figures came from: one the program read, or the page behind it.

    Attributes:
        file: its name, without a path.
        sha256: of its bytes, in hexadecimal; "" where nobody says.
        title: of a published page; None for a data file.
        publisher: of a published page; None for a data file, and where nobody says.
    """

    file: str
    sha256: str
    title: str | None = None
    publisher: str | None = None


class TableInFile(NamedTuple):
    """Which table of a file is meant.

    Attributes:
        number: in the file, from 1.
        tables: how many the file has.
        sheet: the name of a workbook's sheet, or "".
    """

    number: int = 1
    tables: int = 1
    sheet: str = ""


ONLY_TABLE = TableInFile()


@dataclass(frozen=True, slots=True, kw_only=True)
class Administration:
    """The part of an envelope that is not shared out, in kronor, and how that is known."""

    amount: Amount
    basis: Basis
    reason: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Budget:
    """One year's money.

    Attributes:
        envelope: kronor announced for the year, administration included (ram).
        unit: kronor in one indivisible unit, as the year was published.
        status: what its amounts were published as, or None where nobody says.
        agency: who hands it out, or "".
        basis: how the envelope is known.
        quotation: the words of the source, in short, or "".
        source: the page that says so, or None.
    """

    year: int
    envelope: Amount
    administration: Administration
    unit: Amount
    status: Status | None
    agency: str
    basis: Basis
    quotation: str
    source: Source | None

    @property
    def pool(self) -> Amount:
        """Kronor that are shared out (medel att fördela)."""
        return self.envelope - self.administration.amount


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One printed column of amounts.

    Attributes:
        name: what it is called on the command line.
        heading: as printed.
        cells: as printed, one a recipient, character for character.
        years: the years that its amounts are for.
        unit: kronor that every amount is a multiple of, or None where nobody says.
        worth: kronor that a printed one stands for: 1 000 where amounts are printed in thousands.
        status: what it was published as, or None where nobody says.
        quotation: its footnote, in short.
    """

    name: str
    heading: str
    cells: tuple[str, ...]
    years: tuple[int, ...] = ()
    unit: Amount | None = None
    worth: int = 1
    status: Status | None = None
    quotation: str = ""


class Aside(NamedTuple):
    """A column of numbers that is taken to hold no amounts.

    Attributes:
        column: its name.
        reason: what it is taken to hold, and by what.
        is_by_word: whether a word of its heading alone says so.
        is_name: whether its numbers are names: codes, ranks. Nothing can be reckoned from these.
    """

    column: str
    reason: Text
    is_by_word: bool = False
    is_name: bool = False


class PrintedSheet(NamedTuple):
    """The whole grid of printed cells that a table stands in.

    Attributes:
        texts: as printed; rows may differ in length.
        headings: the rows of the table's heading.
        labels: the columns whose numbers are names: codes, running numbers, years.
        rows: the row of each recipient.
        columns: the place of every column of numbers, by name.
    """

    texts: Sequence[Sequence[str]]
    headings: tuple[int, ...]
    labels: tuple[int, ...]
    rows: tuple[int, ...]
    columns: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """The inhabitants of Sweden on one day, by Statistics Sweden (SCB).

    Attributes:
        date: the day, `2017-12-31`.
        municipalities: by code, four digits, in the file's order.
        counties: by code, two digits, in the file's order.
        inhabitants: by code of a municipality or a county.
    """

    date: str
    source: Source
    municipalities: tuple[Recipient, ...]
    counties: tuple[Recipient, ...]
    inhabitants: Mapping[str, int]

    @property
    def everybody(self) -> tuple[Recipient, ...]:
        """The municipalities, then the counties."""
        return self.municipalities + self.counties


@dataclass(frozen=True, slots=True, kw_only=True)
class Funding:
    """How much of the cost of what it is given for a grant pays.

    Attributes:
        most: the largest part, above 0 and at most 1.
    """

    most: Fraction
    basis: Basis
    reason: Text


INHABITANTS = "inhabitants"
"""What SCB's figures are called, before the day: `inhabitants 2017-12-31`."""


class Indicator(NamedTuple):
    """A column of figures that counts in a key (fördelningsnyckel).

    Attributes:
        column: its name, or what its figures are.
        file: that holds it; "" for SCB's inhabitants.
        factor: what a figure is multiplied by, where others are added to it.
        floor: what counts at least of a figure; None where it may be any.
        cap: what counts of it at most.
        place: where a grant's file says so, for messages.
    """

    column: Text
    file: str = ""
    factor: Fraction = Fraction(1)
    floor: Fraction | None = None
    cap: Fraction | None = None
    place: str = ""


class KeyPart(NamedTuple):
    """A part of what is shared out, and by what.

    Attributes:
        share: of the whole, above 0 and at most 1.
        by: what is added up to a recipient's figure; nothing where all share equally.
    """

    share: Fraction
    by: tuple[Indicator, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A key by which a grant's shares can be made anew.

    Attributes:
        parts: whose shares sum to one.
        source: the page that says so; None where none does.
    """

    parts: tuple[KeyPart, ...]
    basis: Basis
    reason: Text
    source: Source | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grant:
    """A grant that is shared out by fixed shares.

    Attributes:
        statute: the law or the decision behind it, or "".
        recipients: in the order of the published table.
        columns: the published table; every column has a cell for every recipient.
        base: the name of the column whose amounts are the weights (fördelningsgrund).
        eligible: the names of those who may apply, as listed; empty where no list is known.
        budgets: one a year, in order.
        funding: how much of the cost the grant pays; None where nobody says.
        currency: what all of its amounts are in.
        key: by which shares can be made anew; None where nobody says.
        files: what the program read.
        sources: the pages that the figures came from.
    """

    title: str
    statute: str
    recipients: tuple[Recipient, ...]
    columns: tuple[Column, ...]
    base: str
    eligible: tuple[str, ...]
    budgets: tuple[Budget, ...]
    funding: Funding | None = None
    currency: Currency = KRONA
    key: Key | None = None
    files: tuple[Source, ...]
    sources: tuple[Source, ...]
