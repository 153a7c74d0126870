"""A page as Markdown (GitHub's tables)."""

from collections.abc import Sequence

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
    printable,
    told,
)

_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>|"})


def markdown(page: Page) -> str:
    """Write a page as Markdown."""
    return "\n\n".join(map(_block, told(page))) + "\n"


def _block(block: Told) -> str:
    if isinstance(block, Title):
        return f"## {block.text.translate(_SPECIAL)}"
    if isinstance(block, Line):
        return "".join(_span(span) for span in block.spans)
    if isinstance(block, Notes):
        return "\n".join(
            f"- {_span(Span(subject, Tone.STRONG))}: {_span(Span(text))}"
            for subject, text in block.entries
        )
    if isinstance(block, Excerpt):
        where = printable(block.where).translate(_SPECIAL)
        return f"{where}:\n\n```text\n{printable(block.text)}\n{block.carets}\n```"
    return _grid(block)


def _grid(grid: TableBlock) -> str:
    rule = ["---:" if heading.right else "---" for heading in grid.headings]
    rows = [
        _row([heading.in_a_line.translate(_SPECIAL) for heading in grid.headings]),
        _row(rule),
        *(_row([_span(span) for span in row]) for row in grid.rows),
        *(_row([_span(Span(span.text, Tone.STRONG)) for span in row]) for row in grid.sums),
    ]
    return "\n".join(rows)


def _row(texts: Sequence[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _span(span: Span) -> str:
    """Escape a text, and make it bold where its tone says more than plain."""
    text = printable(span.text).replace("\n", " ").translate(_SPECIAL)
    bare = text.strip()
    if not bare or span.tone in {Tone.PLAIN, Tone.MUTED}:
        return text
    return text.replace(bare, f"**{bare}**")
