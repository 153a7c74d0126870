"""How an answer is proved, in words: by the divisors, or the split of remainders, that give it."""

from fractions import Fraction

from allokera.apportionment.margin import Margin
from allokera.kronor.wording import decimal, spelled, telling_places


def divisors_text(margin: Margin) -> str:
    """Name the divisors that give an answer, and the simplest of them."""
    if margin.least is not None and margin.is_one_number:
        return f"only the divisor {exact(margin.least, squared=margin.squared)}"
    rounded = margin.inward(2)
    low, high = (
        "" if end is None else f" {word} {exact(end, squared=rounded.squared)}"
        for word, end in (("from", rounded.least), ("to", rounded.most))
    )
    if margin.simplest is None or margin.simplest in (rounded.least, rounded.most):
        return f"every divisor{low}{high}"
    return f"every divisor{low}{high}, {spelled(margin.simplest)} among them,"


def exact(number: Fraction, *, squared: bool) -> str:
    """Write an exact number, or the root of the number that is its square."""
    if not squared:
        return spelled(number)
    text = spelled(number)
    return f"\u221a({text})" if "/" in text else f"\u221a{text}"


def split_text(margin: Margin) -> str:
    """Name the greatest remainder that is not rounded up, and the least that is."""
    if margin.least is None or margin.most is None:
        return "no remainder is rounded up"
    places = telling_places([margin.least, margin.most], 4)
    down, up = decimal(margin.least, places), decimal(margin.most, places)
    if margin.is_one_number:
        return f"of the remainders of {up}, some are rounded up"
    return f"remainders of up to {down} are rounded down, from {up} on up"
