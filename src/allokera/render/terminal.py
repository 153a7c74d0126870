"""A page for the terminal, by rich. User text is never markup."""

import re
from collections.abc import Iterable
from typing import TextIO

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from allokera.render.page import Block, Excerpt, Grid, Line, Notes, Page, Span, Title, Tone

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
_INSIDE_AMOUNT = "(?<=[0-9]) (?=[0-9]{3}|kr|Mkr|%)"
_FIXED = "\ue000"


def terminal(page: Page, screen: TextIO) -> str:
    """Write a page as it is to stand on a screen: as wide, and in colour where it has colour.

    Args:
        screen: where it will be shown; nothing is written to it.
    """
    console = Console(file=screen, markup=False, emoji=False, highlight=False)
    with console.capture() as capture:
        for place, block in enumerate(page):
            if place and not _hangs_on(block, page[place - 1]):
                console.print()
            console.print(_block(block))
    lines = capture.get().replace(_FIXED, " ").splitlines()
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _hangs_on(block: Block, before: Block) -> bool:
    """Whether a block belongs to the one before it, with no empty line between."""
    return isinstance(block, Excerpt) or (isinstance(block, Notes) and not isinstance(before, Grid))


def _block(block: Block) -> RenderableType:
    if isinstance(block, Title):
        return Text(block.text, style="bold")
    if isinstance(block, Line):
        return _text(block.spans)
    if isinstance(block, Notes):
        return _notes(block)
    if isinstance(block, Excerpt):
        return _excerpt(block)
    return _grid(block)


def _notes(notes: Notes) -> RenderableType:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column()
    for subject, text in notes.entries:
        named = f"{notes.mark}{subject}:" if notes.mark else subject
        table.add_row(_text([Span(named, notes.tone)]), _text([Span(text)]))
    return table


def _excerpt(excerpt: Excerpt) -> RenderableType:
    margin = (f"\n{_MARGIN}", "dim")
    return Text.assemble(
        ("  --> ", "dim"),
        excerpt.where,
        margin,
        margin,
        excerpt.text,
        margin,
        (excerpt.carets, _STYLES[excerpt.tone]),
    )


def _grid(grid: Grid) -> RenderableType:
    table = Table(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
        padding=(0, 1, 0, 0),
        header_style="bold",
    )
    for heading in grid.headings:
        table.add_column(
            Text(heading.text),
            justify="right" if heading.right else "left",
            no_wrap=heading.right,
            overflow="fold",
        )
    for row in grid.rows:
        table.add_row(*(_text([span]) for span in row))
    if grid.sums:
        table.add_section()
    for row in grid.sums:
        table.add_row(*(_text([span]) for span in row))
    return table


def _text(spans: Iterable[Span]) -> Text:
    return Text.assemble(
        *((re.sub(_INSIDE_AMOUNT, _FIXED, span.text), _STYLES[span.tone]) for span in spans)
    )
