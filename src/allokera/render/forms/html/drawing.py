"""A chart as SVG that stands in a page: its colours are the page's, its texts are texts."""

from fractions import Fraction

from markupsafe import Markup, escape

from allokera.kronor.amount import Amount, size
from allokera.kronor.rounding import half_up
from allokera.render.page import Chart, Ranges, printable

_WIDTH, _ROW, _LABEL, _VALUE, _RANGE, _GAP = 640, 20, 150, 110, 190, 8
"""Of a chart, of a row of it, of names, of amounts, of two of them, and between: in pixels."""


def draw(chart: Chart | Ranges) -> Markup:
    """Draw what a page holds."""
    return _bars(chart) if isinstance(chart, Chart) else _ranges(chart)


def _bars(chart: Chart) -> Markup:
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


def _ranges(chart: Ranges) -> Markup:
    """Draw what each row allows as a line; one far away is an arrow at the edge."""
    least, most = chart.together
    reaches = sorted((row.most - row.least) for row in chart.rows if not row.is_apart)
    reach = max(reaches[len(reaches) // 2] if reaches else most - least, 2 * (most - least))
    middle = Fraction(least + most, 2)
    left, right, room = middle - reach, middle + reach, _WIDTH - _LABEL - _RANGE - 2 * _GAP
    start, height = _LABEL + _GAP, _ROW * len(chart.rows)

    def across(value: Fraction) -> str:
        within = min(max(value, left), right)
        share = Fraction(within - left, right - left) if right > left else Fraction(1, 2)
        return _pixels(10 * start + half_up(share * room * 10))

    parts = [
        f'<svg viewBox="0 0 {_WIDTH} {height + 4}" role="img" aria-label="{_text(chart.title)}">',
        f'<path class="axis" d="M{across(least)} 0V{height}M{across(most)} 0V{height}"/>',
    ]
    for place, row in enumerate(chart.rows):
        level, base = place * _ROW + 10, place * _ROW + 14
        kind = "apart" if row.is_apart else "range"
        parts += [
            f'<text x="{_LABEL}" y="{base}" text-anchor="end">{_text(row.label)}</text>',
            f'<text x="{_WIDTH}" y="{base}" text-anchor="end">{_text(row.text)}</text>',
        ]
        if row.most < left or row.least > right:
            edge, back = (start, 12) if row.most < left else (start + room, -12)
            arrow = f"M{edge + back} {level - 5}L{edge} {level}L{edge + back} {level + 5}"
            parts.append(f'<path class="{kind}" d="{arrow}"/>')
        else:
            line = f"M{across(row.least)} {level}H{across(row.most)}"
            parts.append(f'<path class="{kind}" d="{line}"/>')
    return Markup("\n".join([*parts, "</svg>"]))  # noqa: S704 - texts are escaped above


def _pixels(tenths: int) -> str:
    return f"{tenths // 10}.{tenths % 10}"


def _text(text: str) -> str:
    return str(escape(printable(text)))
