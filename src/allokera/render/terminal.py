"""A page for the terminal, by rich. User text is never markup."""

from collections.abc import Iterable
from typing import TextIO

from rich import box
from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

from allokera.render.page import Block, Grid, Line, Page, Span, Title, Tone

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


def terminal(page: Page, screen: TextIO) -> str:
    """Write a page as it is to stand on a screen: as wide, and in colour where it has colour.

    Args:
        screen: where it will be shown; nothing is written to it.
    """
    console = Console(file=screen, markup=False, emoji=False, highlight=False)
    with console.capture() as capture:
        for place, block in enumerate(page):
            if place and not (_is_note(block) and _is_note(page[place - 1])):
                console.print()
            console.print(_block(block))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _is_note(block: Block) -> bool:
    return isinstance(block, Line) and block.hang > 0


def _block(block: Block) -> RenderableType:
    if isinstance(block, Title):
        return Text(block.text, style="bold")
    if isinstance(block, Line):
        return _line(block)
    return _grid(block)


def _line(line: Line) -> RenderableType:
    if not line.hang:
        return _text(line.spans)
    first, *rest = line.spans
    table = Table.grid(padding=0)
    table.add_column(width=line.hang, no_wrap=True)
    table.add_column()
    table.add_row(_text([first]), _text(rest))
    return table


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
            vertical="top",
        )
    for row in grid.rows:
        table.add_row(*(_text([span]) for span in row))
    if grid.sums:
        table.add_section()
    for row in grid.sums:
        table.add_row(*(_text([span]) for span in row))
    return table


def _text(spans: Iterable[Span]) -> Text:
    return Text.assemble(*((span.text, _STYLES[span.tone]) for span in spans))
