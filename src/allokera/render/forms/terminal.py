"""A page for the terminal, by rich. User text is never markup."""

import re
from collections.abc import Iterable, Iterator
from io import StringIO
from itertools import chain
from typing import Any, NamedTuple, TextIO

from rich import box
from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from allokera.render.forms.substitutes import spell
from allokera.render.language import ENGLISH, Language
from allokera.render.page import (
    Excerpt,
    Line,
    Notes,
    Page,
    Span,
    TableBlock,
    Title,
    Told,
    Tone,
    line,
    printable,
    told,
)

_STYLES = {
    Tone.PLAIN: "",
    Tone.STRONG: "bold",
    Tone.MUTED: "dim",
    Tone.CHANGED: "yellow",
    Tone.GOOD: "green",
    Tone.NOTE: "cyan",
    Tone.WARNING: "bold yellow",
    Tone.ERROR: "bold red",
}
_MARGIN = "     | "

# Rich breaks a line at any kind of space. Inside an amount it must not, so a character that no text
# has takes the place of the space until the lines are made.
_INSIDE_AMOUNT = "(?<=[0-9]) (?=[0-9]|kr|million|%|/ [0-9])"
_FIXED = "\ue000"
_NO_BREAK, _HELD_TOGETHER = "\u00a0", "\ue001"
_BETWEEN = 2
_WORD = 20
_SUBJECT = 40


def terminal(
    page: Page, screen: TextIO, say: Language = ENGLISH, *, is_colored: bool | None = None
) -> str:
    """Write a page as it is to stand on a screen: as wide, and in colour where it has colour.

    Args:
        screen: where it will be shown; nothing is written to it.
        say: the language of what a screen leaves out.
        is_colored: whether in colour; None where that is as the screen has it.
    """
    text = _Text(screen.encoding)
    own = Console(file=screen, force_terminal=is_colored, no_color=is_colored is False or None)
    console = _like(own, text)
    width = console.width
    whole = told(page, is_folded=screen.isatty())
    if screen.isatty():
        whole = chain.from_iterable(_cut(say, each) for each in whole)
    spelled = (_spelled(block, text.encoding) for block in whole)
    blocks = [part for block in spelled for part in _broken(block, width)]
    for place, block in enumerate(blocks):
        if place and not _hangs_on(block, blocks[place - 1]):
            text.write("\n")
        # a page may be too narrow for its numbers: they are longer than its lines then, and whole
        console.width = max(width, _least(block))
        console.print(_block(block, console.width))
    spaced = text.getvalue().replace(_FIXED, " ").replace(_HELD_TOGETHER, _NO_BREAK)
    return "\n".join(line.rstrip() for line in spaced.split("\n"))


_MOST_ROWS = 400
"""Rows of a table that a terminal is shown; a file or a pipe gets all."""


def _cut(say: Language, block: Told) -> Iterator[Told]:
    """Cut a table that nobody would look through on a screen, and say how to get all of it."""
    if not isinstance(block, TableBlock) or len(block.rows) <= _MOST_ROWS:
        yield block
        return
    left = len(block.rows) - _MOST_ROWS
    yield block._replace(rows=block.rows[:_MOST_ROWS])
    yield line(say.files.rows_left_out(left))


def _spelled(part: Any, encoding: str) -> Any:
    """Put other letters in all texts of a part of a page for those that a screen lacks."""
    if isinstance(part, Tone) or not isinstance(part, str | tuple):
        return part
    if isinstance(part, str):
        return spell(part, encoding)
    parts = (_spelled(each, encoding) for each in part)
    return type(part)(*parts) if hasattr(part, "_fields") else tuple(parts)


def _least(block: Told) -> int:
    """Say how wide a block must be for no number in it to be broken, or cut."""
    if isinstance(block, TableBlock):
        return sum(length.word for length in _lengths(block)) + _between(block)
    if isinstance(block, Notes):
        return _longest_subject(block) + _BETWEEN + _WORD
    return 0


def _broken(block: Told, width: int) -> Iterator[Told]:
    """Break a table with keys where its columns do not fit beside each other."""
    if not isinstance(block, TableBlock) or not block.keys or _least(block) <= width:
        yield block
        return
    keys, count = list(range(block.keys)), len(block.headings)

    def fits(columns: list[int]) -> bool:
        return _least(block.of(keys + columns)) <= width

    piece: list[int] = []
    for start in range(block.keys, count, block.group):
        group = list(range(start, min(start + block.group, count)))
        if fits(piece + group):
            piece += group
            continue
        if piece:
            yield block.of(keys + piece)
        piece = group
        while not fits(piece) and len(piece) > 1:
            some = next((n for n in range(len(piece) - 1, 1, -1) if fits(piece[:n])), 1)
            yield block.of(keys + piece[:some])
            piece = piece[some:]
    yield block.of(keys + piece)


class _Text(StringIO):
    """A text that says it is to be encoded as a screen does: rich draws its lines accordingly."""

    def __init__(self, encoding: str | None) -> None:
        super().__init__()
        self._encoding = encoding or "utf-8"

    @property
    def encoding(self) -> str:  # type: ignore[override] # a StringIO has none
        return self._encoding


def _like(screen: Console, text: TextIO) -> Console:
    """Make a console that writes to a text as it would to a screen."""
    return Console(
        file=text,
        width=screen.width,
        height=screen.height,  # of no use, but without it rich looks for both at every print
        force_terminal=screen.is_terminal,
        color_system=screen.color_system,  # type: ignore[arg-type] # rich gives what it takes
        no_color=screen.no_color,
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
    )


def _hangs_on(block: Told, before: Told) -> bool:
    """Whether a block belongs to the one before it, with no empty line between."""
    return isinstance(block, Excerpt) or (
        isinstance(block, Notes) and not isinstance(before, TableBlock)
    )


def _block(block: Told, width: int) -> RenderableType:
    if isinstance(block, Title):
        return Text(_held_together(printable(block.text)), style="bold")
    if isinstance(block, Line):
        return _text(block.spans)
    if isinstance(block, Notes):
        return _notes(block)
    if isinstance(block, Excerpt):
        return _excerpt(block)
    return _grid(block, width)


def _notes(notes: Notes) -> RenderableType:
    subjects = _subjects(notes)
    table = Table.grid(padding=(0, 2, 0, 0))
    longest = _longest_subject(notes)
    table.add_column(overflow="fold", width=longest)
    table.add_column(overflow="fold", min_width=_WORD)
    for subject, (_, text) in zip(subjects, notes.entries, strict=True):
        table.add_row(_text([Span(subject, notes.tone)]), _text([Span(text)]))
    return table


def _subjects(notes: Notes) -> list[str]:
    return [f"{notes.mark}{each}:" if notes.mark else each for each, _ in notes.entries]


def _longest_subject(notes: Notes) -> int:
    """Say how wide the subjects stand; one that is very long is wrapped, as a name may be."""
    return min(max(map(cell_len, _subjects(notes)), default=0), _SUBJECT)


def _excerpt(excerpt: Excerpt) -> RenderableType:
    margin = (f"\n{_MARGIN}", "dim")
    return Text.assemble(
        ("  --> ", "dim"),
        printable(excerpt.where),
        margin,
        margin,
        printable(excerpt.text),
        margin,
        (excerpt.carets, _STYLES[excerpt.tone]),
    )


def _grid(grid: TableBlock, width: int) -> RenderableType:
    table = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
    )
    for heading, column in zip(grid.headings, _widths(grid, width), strict=True):
        table.add_column(
            Text(heading.in_lines),
            justify="right" if heading.right else "left",
            no_wrap=heading.right,
            width=column,
            overflow="fold",
        )
    for row in grid.rows:
        table.add_row(*(_text([span]) for span in row))
    if grid.sums:
        table.add_section()
    for row in grid.sums:
        table.add_row(*(_text([span]) for span in row))
    return table


class _Length(NamedTuple):
    """How long the longest word of a column is, or its longest number, and its longest line."""

    word: int
    line: int


def _lengths(grid: TableBlock) -> Iterator[_Length]:
    """Say how long columns are: a number is never broken, a word only if it is long."""
    for place, heading in enumerate(grid.headings):
        cells = (printable(row[place].text) for row in (*grid.rows, *grid.sums))
        texts = _held_together("\n".join([heading.in_lines, *cells]))
        line = max(map(cell_len, texts.split("\n")))
        word = min(max(map(cell_len, texts.split()), default=0), _WORD)
        yield _Length(line if heading.right else word, line)


def _widths(grid: TableBlock, width: int) -> list[int]:
    """Say how wide columns are: the widest give way, as far as their words do.

    Rich would cut into the words of one column while another has room left.
    """
    lengths = list(_lengths(grid))
    widths = [length.line for length in lengths]
    for _ in range(sum(widths) + _between(grid) - width):
        can_give = (place for place, length in enumerate(lengths) if widths[place] > length.word)
        widths[max(can_give, key=widths.__getitem__)] -= 1
    return widths


def _between(grid: TableBlock) -> int:
    return _BETWEEN * (len(grid.headings) - 1)


def _text(spans: Iterable[Span]) -> Text:
    return Text.assemble(
        *((_held_together(printable(span.text)), _STYLES[span.tone]) for span in spans)
    )


def _held_together(text: str) -> str:
    """Keep rich from breaking a line inside an amount, or where a text says that none is broken."""
    return re.sub(_INSIDE_AMOUNT, _FIXED, text).replace(_NO_BREAK, _HELD_TOGETHER)
