"""Exact geometry of factors and fixed amounts: intervals that meet, polygons of lines."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.relations.families.fitted import SHIFT, Box, Point
from allokera.relations.peaks import Span, peaks

_LEFT_OUT = 5
"""Lines that are left out of a polygon, at most, after those that do not share its height."""

_KEPT = 4
"""Sets of lines of one size that are followed further: those in which most lines agree."""


def factors(boxes: Sequence[Box]) -> list[Span]:
    """Bound the factor by every line, in 2^-SHIFT, with nothing fixed."""
    return [
        (
            (below << SHIFT) // (high if below >= 0 else low),
            (above << SHIFT) // (low if above >= 0 else high),
        )
        for low, high, below, above in boxes
    ]


def slopes(boxes: Sequence[Box]) -> list[Span]:
    """Bound the slope by lines two by two: each with one half the table further up in weight."""
    ordered, found = sorted(boxes), []
    for one, other in zip(ordered, ordered[len(ordered) // 2 :], strict=False):
        near, far = other[0] - one[1], other[1] - one[0]
        least, most = other[2] - one[3], other[3] - one[2]
        if near > 0:
            found.append(
                (
                    (least << SHIFT) // (far if least >= 0 else near),
                    (most << SHIFT) // (near if most >= 0 else far),
                )
            )
    return found


def deepest(spans: Sequence[Span]) -> list[tuple[int, Span]]:
    """Find where most closed intervals meet: how many, and the places from left to right."""
    found = peaks(spans)
    top = max((depth for depth, _ in found), default=0)
    return [peak for peak in found if peak[0] == top]


def common_factor(boxes: Sequence[Box]) -> tuple[Point, ...] | None:
    """Find the factors that most lines allow, with nothing fixed; None where there is no one place.

    Returns:
        The two ends, exactly.
    """
    spans = factors(boxes)
    places = deepest(spans)
    if len(places) != 1 or 2 * places[0][0] <= len(boxes):
        return None
    least, most = places[0][1]
    lowest = next(box for box, span in zip(boxes, spans, strict=True) if span[0] == least)
    highest = next(box for box, span in zip(boxes, spans, strict=True) if span[1] == most)
    return (
        (Fraction(0), Fraction(lowest[2], lowest[1] if lowest[2] >= 0 else lowest[0])),
        (Fraction(0), Fraction(highest[3], highest[0] if highest[3] >= 0 else highest[1])),
    )


def common_lines(boxes: Sequence[Box]) -> tuple[Point, ...] | None:
    """Find all lines a + f w through what most of the table's lines stand for.

    Pairs of lines bound the slope, and then all lines the height; those that do not share the place
    where most meet are left out. The others each cut a polygon of (a, f); where they leave nothing
    of it, the fewest are left out with which something is left, and of such sets the one that is
    farthest off: a right line is a little beside what a wrong one bends.

    Returns:
        The corners of the polygon; None where there is none for most lines.
    """
    steep = deepest(slopes(boxes))
    if not steep:
        return None
    low, high = max(steep[0][1][0], 0), steep[-1][1][1] + 1
    if high <= 0:
        return None
    spans = [
        (((below << SHIFT) - high * most) >> SHIFT, -((low * least - (above << SHIFT)) >> SHIFT))
        for least, most, below, above in boxes
    ]
    _, (first, last) = deepest(spans)[0]
    kept = [
        box for box, span in zip(boxes, spans, strict=True) if span[0] <= first and span[1] >= last
    ]
    bottom, top = min(span[0] for span in spans), max(span[1] for span in spans)
    frame = ((bottom, low), (top, low), (top, high), (bottom, high))
    start = [(Fraction(a), Fraction(f, 1 << SHIFT)) for a, f in frame]
    polygon, off = _fewest_out(start, kept)
    return tuple(polygon) if polygon and 2 * (len(kept) - len(off)) > len(boxes) else None


def _fewest_out(start: list[Point], boxes: Sequence[Box]) -> tuple[list[Point], frozenset[int]]:
    """Leave out as few lines as may be, so that a polygon is left; nothing where it takes many.

    Of lines that conflict one must go: each of them is tried, the sets in which most lines agree
    on some point first.
    """
    polygon, last = _cut_by_all(start, [*enumerate(boxes)])
    if last is None:
        return polygon, frozenset()
    outer = _outermost(boxes)
    sets = [frozenset[int]()]
    for _ in range(_LEFT_OUT + 1):
        left: list[tuple[Fraction, list[Point], frozenset[int]]] = []
        wider: dict[frozenset[int], int] = {}
        for off in sets:
            others = [(at, boxes[at]) for at in outer if at not in off]
            polygon, last = _cut_by_all(start, others)
            if last is None:
                far = sum((_beside(boxes[at], polygon) for at in off), Fraction(0))
                left.append((far, polygon, off))
                continue
            point = min(polygon, key=lambda each: _beside(boxes[last], [each]))
            besides = _besides(others, point)
            count = sum(beside > 0 for beside in besides.values())
            for at, beside in besides.items():
                if at == last or beside == 0:
                    wider.setdefault(off | {at}, count)
        if left:
            _, polygon, off = max(left, key=lambda each: each[0])
            return polygon, off
        sets = sorted(wider, key=wider.__getitem__)[:_KEPT]
    return [], frozenset()


def _outermost(boxes: Sequence[Box]) -> list[int]:
    """List the lines that may bound a polygon, with others left out: the hulls within the hulls."""
    lines = [*enumerate(boxes)]
    found = set[int]()
    for side, points in ((1, _lower(lines)), (-1, _upper(lines))):
        inner = points
        for _ in range(_LEFT_OUT + 1):
            hull = {at for _, _, at in _hull(inner, side)}
            found |= hull
            inner = [point for point in inner if point[2] not in hull]
    return sorted(found)


def _lower(lines: Sequence[tuple[int, Box]]) -> list[tuple[int, int, int]]:
    return [(most, below, at) for at, (_, most, below, _) in lines]


def _upper(lines: Sequence[tuple[int, Box]]) -> list[tuple[int, int, int]]:
    return [(least, above, at) for at, (least, _, _, above) in lines]


def _beside(box: Box, points: Sequence[Point]) -> Fraction:
    """Say how far a line is from the nearest of (a, f): below nothing where it has room."""
    least, most, below, above = box
    return min(max(below - a - f * most, a + f * least - above) for a, f in points)


def _besides(boxes: Sequence[tuple[int, Box]], point: Point) -> dict[int, int]:
    """Say how far each line is from one (a, f), all in one unit: whole numbers are quicker."""
    (a, f), one = point, point[0].denominator * point[1].denominator
    fixed, factor = a.numerator * f.denominator, f.numerator * a.denominator
    return {
        at: max(below * one - fixed - factor * most, fixed + factor * least - above * one)
        for at, (least, most, below, above) in boxes
    }


def _cut_by_all(
    polygon: list[Point], boxes: Sequence[tuple[int, Box]]
) -> tuple[list[Point], int | None]:
    """Cut a polygon by every line that bounds it.

    Returns:
        What is left, and None; or what was left before the line that leaves nothing, and which.
    """
    for points, side in ((_lower(boxes), 1), (_upper(boxes), -1)):
        for weight, amount, at in _hull(points, side):
            smaller = _cut(polygon, weight, amount, side)
            if not smaller:
                return polygon, at
            polygon = smaller
    return polygon, None


def _hull(points: Sequence[tuple[int, int, int]], side: int) -> list[tuple[int, int, int]]:
    """Keep the points that bound all lines above them (side 1), or below them (side -1)."""
    hull: list[tuple[int, int, int]] = []
    for weight, amount, at in sorted(points, key=lambda each: (each[0], side * each[1])):
        while len(hull) > 1:
            (w0, y0, _), (w1, y1, _) = hull[-2:]
            if side * ((w1 - w0) * (amount - y0) - (y1 - y0) * (weight - w0)) < 0:
                break
            hull.pop()
        hull.append((weight, amount, at))
    return hull


def _cut(polygon: Sequence[Point], weight: int, amount: int, side: int) -> list[Point]:
    """Keep the part of a polygon where side · (a + f · weight - amount) is not negative."""
    kept: list[Point] = []
    heights = [side * (a + f * weight - amount) for a, f in polygon]
    for place, here in enumerate(heights):
        before = heights[place - 1]
        if before * here < 0:
            (a0, f0), (a1, f1) = polygon[place - 1], polygon[place]
            share = Fraction(before, before - here)
            kept.append((a0 + (a1 - a0) * share, f0 + (f1 - f0) * share))
        if here >= 0:
            kept.append(polygon[place])
    return kept
