"""A page: what a person sees, before anyone has decided where.

A page is a list of blocks. A terminal and Markdown show those that are `told` in letters; a
document shows drawings and what is `Further`, too.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from allokera.kronor.amount import Amount


class Tone(StrEnum):
    """What a text is, for the eye; each kind of output has its own way to show it."""

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    CHANGED = "changed"
    GOOD = "good"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class Span(NamedTuple):
    """A run of text in one tone."""

    text: str
    tone: Tone = Tone.PLAIN


class Title(NamedTuple):
    """The page's heading, or a part's."""

    text: str


class Line(NamedTuple):
    """A line of text, wrapped where the page is narrower."""

    spans: tuple[Span, ...]


class Notes(NamedTuple):
    """Lines with a subject each: the subjects in one column, in one tone, the texts in another.

    Attributes:
        mark: what stands before every subject in a terminal.
    """

    entries: tuple[tuple[str, str], ...]
    tone: Tone = Tone.PLAIN
    mark: str = ""


class Heading(NamedTuple):
    """A column's heading; numbers are ranged right.

    Attributes:
        text: a line break stands where it may be broken, after a soft hyphen inside a word.
    """

    text: str
    right: bool = False

    @property
    def in_lines(self) -> str:
        """The heading, broken wherever it may be."""
        return self.text.replace(_SOFT_HYPHEN, "-")

    @property
    def in_a_line(self) -> str:
        """The heading unbroken."""
        whole = self.text.replace(f"{_SOFT_HYPHEN}\n", "")
        return whole.replace("-\n", "-").replace("\n", " ")


_SOFT_HYPHEN = "\u00ad"


class TableBlock(NamedTuple):
    """A table: headings, rows, and the rows below the line (sums).

    Attributes:
        keys: leading columns that say what a row is. Where the others do not all fit beside them,
            they stand again before the rest. A table without is never broken.
        group: how many of the other columns belong together, and are broken apart last.
    """

    headings: tuple[Heading, ...]
    rows: tuple[tuple[Span, ...], ...]
    sums: tuple[tuple[Span, ...], ...] = ()
    keys: int = 0
    group: int = 1

    def of(self, columns: Sequence[int]) -> "TableBlock":
        """Take some columns, and of the sums those that stand in them."""
        sums = (tuple(row[column] for column in columns) for row in self.sums)
        return TableBlock(
            headings=tuple(self.headings[column] for column in columns),
            rows=tuple(tuple(row[column] for column in columns) for row in self.rows),
            sums=tuple(row for row in sums if any(span.text for span in row[self.keys :])),
        )


class Excerpt(NamedTuple):
    """A printed text, where it stands, and carets under a part of it, `text[start:end]`."""

    where: str
    text: str
    start: int
    end: int
    tone: Tone

    @property
    def carets(self) -> str:
        """The line below the text: carets under the part that is meant."""
        return " " * self.start + "^" * max(self.end - self.start, 1)


class Bar(NamedTuple):
    """One bar of a chart.

    Attributes:
        text: what its length says, in words.
        mark: what it is compared with, or None.
    """

    label: str
    value: Amount
    text: str
    mark: Amount | None = None


class Chart(NamedTuple):
    """Bars, one below another; where nothing can be drawn it is left out: a table says the same."""

    title: str
    bars: tuple[Bar, ...]


class Opening(NamedTuple):
    """What a document opens with: its title, and what it comes to; a screen ends with that."""

    title: str
    summary: Line


class Range(NamedTuple):
    """What one row allows, from its least to its most.

    Attributes:
        text: where it lies, in words.
        is_apart: whether it is told apart from the others.
    """

    label: str
    least: Fraction
    most: Fraction
    text: str
    is_apart: bool


class Ranges(NamedTuple):
    """What rows allow, one below another, and what they allow together.

    Attributes:
        together: the least and the most of that.
    """

    title: str
    rows: tuple[Range, ...]
    together: tuple[Fraction, Fraction]


class Further(NamedTuple):
    """What a document holds besides, and a screen leaves out; made where it is shown."""

    blocks: "Callable[[], Iterable[Block]]"


class Folded(NamedTuple):
    """What a screen that somebody looks at leaves out, and a file and a pipe hold.

    Attributes:
        instead: what the screen says.
    """

    blocks: "tuple[Block, ...]"
    instead: tuple[Line, ...] = ()


Told = Title | Line | Notes | TableBlock | Excerpt
"""What is told in characters alone."""

Block = Told | Chart | Ranges | Opening | Further | Folded
Page = tuple[Block, ...]


def told(page: Iterable[Block], *, is_folded: bool = False) -> Iterator[Told]:
    """Leave out what is for documents: what is drawn stands in a table.

    Args:
        is_folded: whether to leave out what a screen does.
    """
    for block in page:
        if isinstance(block, Folded):
            yield from told(block.instead if is_folded else block.blocks)
        elif isinstance(block, Told):
            yield block


def printable(text: str) -> str:
    """Put a mark for every character that would steer a terminal, or hide, instead of showing."""
    if text.isprintable():
        return text
    return "".join(each if each.isprintable() or each in _SHOWN else "\ufffd" for each in text)


_SHOWN = frozenset("\n\u00a0\u2007\u2009\u202f\ue000")


def sentence(text: str) -> str:
    """Begin a text with a capital; the rest stays as it is."""
    return f"{text[:1].upper()}{text[1:]}"


def line(*texts: str | Span) -> Line:
    """Make a line of texts and spans."""
    return Line(tuple(_span(text) for text in texts))


def cells(*texts: str | Span, tone: Tone = Tone.PLAIN) -> tuple[Span, ...]:
    """Make a table row; `tone` is that of the texts which have none of their own."""
    return tuple(_span(text, tone) for text in texts)


def _span(text: str | Span, tone: Tone = Tone.PLAIN) -> Span:
    return text if isinstance(text, Span) else Span(text, tone)
