"""A chart as SVG that stands in a page: its colours are the page's, its texts are texts."""

from fractions import Fraction

from markupsafe import Markup, escape

from allokera.kronor.amount import Amount, size
from allokera.kronor.rounding import half_up
from allokera.render.page import Chart, printable

_WIDTH, _ROW, _LABEL, _VALUE, _GAP = 640, 20, 170, 110, 8
"""Of a chart, of a row of it, of the names, of the amounts, and between them: in pixels."""


def draw(chart: Chart) -> Markup:
    """Draw bars, one below another, with a mark where something else is compared.

    Negative amounts are drawn by their size: what they are stands beside them.
    """
    most = max((size(each) for bar in chart.bars for each in (bar.value, bar.mark or 0)), default=0)
    room = _WIDTH - _LABEL - _VALUE - 2 * _GAP
    start, height = _LABEL + _GAP, _ROW * len(chart.bars)

    def length(value: Amount) -> int:
        """Say how long a bar is, in tenths of a pixel."""
        return half_up(Fraction(size(value) * room * 10, most)) if most else 0

    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {height + 4}" role="img" aria-label="{_text(chart.title)}">',
        f'<line class="axis" x1="{start}" y1="0" x2="{start}" y2="{height}"/>',
    ]
    for place, bar in enumerate(chart.bars):
        top, base = place * _ROW, place * _ROW + 14
        parts += [
            f'<text x="{_LABEL}" y="{base}" text-anchor="end">{_text(bar.label)}</text>',
            f'<rect class="bar" x="{start}" y="{top + 4}" height="12" '
            f'width="{_pixels(length(bar.value))}"/>',
            f'<text x="{_WIDTH}" y="{base}" text-anchor="end">{_text(bar.text)}</text>',
        ]
        if bar.mark is not None:
            across = _pixels(10 * start + length(bar.mark))
            parts.append(f'<path class="mark" d="M{across} {top + 2}v16"/>')
    return Markup("\n".join([*parts, "</svg>"]))  # noqa: S704 - texts are escaped above


def _pixels(tenths: int) -> str:
    return f"{tenths // 10}.{tenths % 10}"


def _text(text: str) -> str:
    return str(escape(printable(text)))
