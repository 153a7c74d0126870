"""How an answer is proved, in words: by the divisors, or the split of remainders, that give it."""

from fractions import Fraction

from allokera.apportionment.margin import Margin
from allokera.kronor.wording import decimal, spelled, telling_places


def divisors_text(margin: Margin) -> str:
    """Name the divisors that give an answer, and the simplest of them."""
    if margin.least is not None and margin.is_one_number:
        return f"only the divisor {exact(margin.least, squared=margin.squared)}"
    shown = margin.inward(2)
    low, high = (
        "" if end is None else f" {word} {exact(end, squared=shown.squared)}"
        for word, end in (("from", shown.least), ("to", shown.most))
    )
    if margin.simplest is None or margin.simplest in (shown.least, shown.most):
        return f"every divisor{low}{high}"
    return f"every divisor{low}{high}, {spelled(margin.simplest)} among them,"


def exact(number: Fraction, *, squared: bool) -> str:
    """Write an exact number, or the root of the number that is its square."""
    return f"\u221a{spelled(number)}" if squared else spelled(number)


def split_text(margin: Margin) -> str:
    """Name the remainder that is just not rounded up, and the one that just is."""
    places = telling_places([end for end in (margin.least, margin.most) if end is not None], 4)
    low = "" if margin.least is None else f"{decimal(margin.least, places)} is not rounded up"
    high = "" if margin.most is None else f"{decimal(margin.most, places)} is"
    return f"a remainder of {' and one of '.join(part for part in (low, high) if part)}"
