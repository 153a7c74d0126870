"""How an answer is proved: by the divisors, or the split of remainders, that give it."""

from fractions import Fraction

from allokera.apportionment.margin import Margin
from allokera.kronor.wording import telling_places
from allokera.render.language import Language


def divisors_text(say: Language, margin: Margin) -> str:
    """Name the divisors that give an answer, and the simplest of them."""
    if margin.least is not None and margin.is_one_number:
        return say.amounts.divisor(exact(say, margin.least, squared=margin.squared))
    rounded = margin.inward(2)
    low, high = (
        "" if end is None else exact(say, end, squared=rounded.squared)
        for end in (rounded.least, rounded.most)
    )
    is_told = margin.simplest is None or margin.simplest in (rounded.least, rounded.most)
    simplest = "" if is_told or margin.simplest is None else say.spelled(margin.simplest)
    return say.amounts.divisors(low, high, simplest)


def exact(say: Language, number: Fraction, *, squared: bool) -> str:
    """Write an exact number, or the root of the number that is its square."""
    if not squared:
        return say.spelled(number)
    text = say.spelled(number)
    return f"\u221a({text})" if "/" in text else f"\u221a{text}"


def split_text(say: Language, margin: Margin) -> str:
    """Name the greatest remainder that is not rounded up, and the least that is."""
    if margin.least is None or margin.most is None:
        return say.amounts.none_rounded_up
    places = telling_places([margin.least, margin.most], 4)
    down, up = say.decimal(margin.least, places), say.decimal(margin.most, places)
    if margin.is_one_number:
        return say.amounts.some_rounded_up(up)
    return say.amounts.rounded_apart(down, up)
