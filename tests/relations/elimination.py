"""Linear algebra with fractions: how many equations say something of their own."""

from collections.abc import Sequence
from fractions import Fraction

Vector = list[Fraction]


def rank(vectors: Sequence[Vector]) -> int:
    """Count the vectors that do not follow from others, by elimination."""
    rows, found = [list(vector) for vector in vectors], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((at for at in range(found, len(rows)) if rows[at][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        for at in range(found + 1, len(rows)):
            factor = rows[at][column] / rows[found][column]
            rows[at] = [a - factor * b for a, b in zip(rows[at], rows[found], strict=True)]
        found += 1
    return found
