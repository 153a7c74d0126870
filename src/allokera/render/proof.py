"""How an answer is proved, in words: by the divisors, or the split of remainders, that give it."""

from allokera.apportionment.margin import Margin
from allokera.kronor.wording import decimal, spelled


def divisors_text(margin: Margin) -> str:
    """Name the divisors that give an answer, and the simplest of them."""
    least, most = margin.inward(2)
    low = "" if least is None else f" from {spelled(least)}"
    high = "" if most is None else f" to {spelled(most)}"
    if margin.simplest is None or margin.simplest in (least, most):
        return f"every divisor{low}{high}"
    return f"every divisor{low}{high}, {spelled(margin.simplest)} among them,"


def split_text(margin: Margin) -> str:
    """Name the remainder that is just not rounded up, and the one that just is."""
    low = "" if margin.least is None else f"{decimal(margin.least, 4)} is not rounded up"
    high = "" if margin.most is None else f"{decimal(margin.most, 4)} is"
    return f"a remainder of {' and one of '.join(part for part in (low, high) if part)}"
