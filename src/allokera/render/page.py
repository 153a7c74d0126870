"""A page: what a person sees, before anyone has decided where.

A page is a list of blocks. A terminal (`terminal`) and Markdown (`markdown`) each show all of them.
"""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


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
    """A line of text, wrapped where the page is narrower; `hang` columns are left free below it."""

    spans: tuple[Span, ...]
    hang: int = 0


class Heading(NamedTuple):
    """A column's heading; numbers are ranged right."""

    text: str
    right: bool = False


class Grid(NamedTuple):
    """A table: headings, rows, and the rows below the line (sums)."""

    headings: tuple[Heading, ...]
    rows: tuple[tuple[Span, ...], ...]
    sums: tuple[tuple[Span, ...], ...] = ()


class Excerpt(NamedTuple):
    """A printed text with carets under a part of it, `text[start:end]`."""

    text: str
    start: int
    end: int
    tone: Tone


Block = Title | Line | Grid | Excerpt
Page = tuple[Block, ...]


def line(*texts: str | Span, hang: int = 0) -> Line:
    """Make a line of texts and spans."""
    return Line(tuple(_span(text) for text in texts), hang)


def cells(*texts: str | Span, tone: Tone = Tone.PLAIN) -> tuple[Span, ...]:
    """Make a table row; `tone` is that of the texts which have none of their own."""
    return tuple(_span(text, tone) for text in texts)


def notes(lines: Iterable[tuple[str, str]], tone: Tone, indent: int = 0) -> tuple[Line, ...]:
    """Make lines with a subject each, the texts in one column behind the subjects."""
    pairs = list(lines)
    width = indent + max((len(subject) for subject, _ in pairs), default=0) + 2
    return tuple(
        Line((Span(f"{' ' * indent}{subject}".ljust(width), tone), Span(text)), hang=width)
        for subject, text in pairs
    )


def _span(text: str | Span, tone: Tone = Tone.PLAIN) -> Span:
    return text if isinstance(text, Span) else Span(text, tone)


def carets(excerpt: Excerpt) -> str:
    """Make the line below an excerpt's text: carets under the part that is meant."""
    return " " * excerpt.start + "^" * max(excerpt.end - excerpt.start, 1)
