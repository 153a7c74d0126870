"""A page as Markdown (GitHub's tables)."""

from collections.abc import Sequence

from allokera.render.page import Block, Excerpt, Grid, Line, Page, Span, Title, Tone, carets

_SPECIAL = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]<>|"})


def markdown(page: Page) -> str:
    """Write a page as Markdown."""
    return "\n\n".join(_block(block) for block in page) + "\n"


def _block(block: Block) -> str:
    if isinstance(block, Title):
        return f"## {block.text.translate(_SPECIAL)}"
    if isinstance(block, Line):
        return _line(block)
    if isinstance(block, Excerpt):
        return f"```text\n{block.text}\n{carets(block)}\n```"
    return _grid(block)


def _line(line: Line) -> str:
    text = " ".join(_span(span) for span in line.spans if span.text.strip())
    return f"- {text}" if line.hang else text


def _grid(grid: Grid) -> str:
    rule = ["---:" if heading.right else "---" for heading in grid.headings]
    rows = [
        _row([heading.text.replace("\n", " ").translate(_SPECIAL) for heading in grid.headings]),
        _row(rule),
        *(_row([_span(span) for span in row]) for row in grid.rows),
        *(_row([_span(Span(span.text, Tone.STRONG)) for span in row]) for row in grid.sums),
    ]
    return "\n".join(rows)


def _row(texts: Sequence[str]) -> str:
    return f"| {' | '.join(texts)} |"


def _span(span: Span) -> str:
    text = span.text.strip().translate(_SPECIAL)
    return f"**{text}**" if text and span.tone not in {Tone.PLAIN, Tone.MUTED} else text
