"""Numbers as people read them: digits in groups of three, decimals rounded half up and said so."""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction

from allokera.kronor.amount import Amount
from allokera.kronor.rounding import half_away


def grouped(number: Amount) -> str:
    """Write a number in groups of three: `2 175 000 000`; with parts, all of them: `7.30`."""
    if isinstance(number, int):
        return f"{number:,}".replace(",", " ")
    return decimal(number, max(_CENTS, _places(number)))


def plain(number: Fraction) -> str:
    """Write an amount with parts for machines: `1357.95`."""
    return grouped(number).replace(" ", "")


class Decimals(str):
    """A number with decimals, written for machines: `0.053556`. Other texts may look like one."""

    __slots__ = ()


def in_decimals(places: int) -> Callable[[Fraction], Decimals]:
    """Write exact numbers for machines, the last decimal rounded half up: `0.053556`."""
    one = 10**places

    def written(number: Fraction) -> Decimals:
        over, under = number.numerator, number.denominator
        digits = str((2 * one * abs(over) + under) // (2 * under)).zfill(places + 1)
        sign = "-" if over < 0 and digits.strip("0") else ""
        return Decimals(f"{sign}{digits[:-places]}.{digits[-places:]}")

    return written


def places_within(whole: int) -> int:
    """Say how many decimals tell any two parts of a whole apart, each a number of its ones."""
    return max(_FEWEST_PLACES, len(str(whole)))


_FEWEST_PLACES = 6
"""Decimals of a share, at least."""


def signed(number: Amount) -> str:
    """Write a difference with its sign: `+1 000 000`; nothing is `0`."""
    return grouped(number) if number <= 0 else f"+{grouped(number)}"


def decimal(number: Fraction, places: int) -> str:
    """Write an exact number with so many decimals, the last one rounded: `29.4769`."""
    scaled = half_away(number * 10**places)
    whole, part = divmod(abs(scaled), 10**places)
    sign = "-" if scaled < 0 else ""
    return f"{sign}{grouped(whole)}.{part:0{places}}" if places else f"{sign}{grouped(whole)}"


def telling_places(numbers: Iterable[Fraction], least: int) -> int:
    """Say how many decimals tell numbers apart, `least` or more: no more than twelve, though."""
    different = set(numbers)
    apart = (
        places
        for places in range(least, _MOST_PLACES)
        if len({half_away(each * 10**places) for each in different}) == len(different)
    )
    return next(apart, _MOST_PLACES)


_MOST_PLACES = 12


def spelled(number: Fraction) -> str:
    """Write an exact number with all of its decimals, or as `p/q` where they do not end."""
    places = _places(number)
    return decimal(number, places) if 10**places % number.denominator == 0 else ratio(number)


def _places(number: Fraction) -> int:
    """Count the decimals of an exact number, as far as its denominator has twos, fives and tens."""
    rest, places = number.denominator, 0
    while rest % 10 == 0 or rest % 5 == 0 or rest % 2 == 0:
        rest //= 10 if rest % 10 == 0 else 5 if rest % 5 == 0 else 2
        places += 1
    return places


_CENTS = 2
"""Decimals of an amount with parts, at least."""


def signed_percent(part: Fraction, places: int) -> str:
    """Write a change as a percentage, with its sign: `+1.49 %`."""
    return f"{'+' if part > 0 else ''}{percent(part, places)}"


def percent(share: Fraction, places: int = 4) -> str:
    """Write a share as a percentage: `5.3556 %`."""
    return f"{decimal(share * 100, places)} %"


def ratio(number: Fraction | int) -> str:
    """Write an exact number as `p/q`, in lowest terms, as JSON carries it."""
    return f"{number.numerator}/{number.denominator}"


_MOST_LETTERS, _FIRST = 500, 12
"""Letters of a list that is still part of a sentence; how many words of a longer one are named."""


def listed(words: Sequence[str], joiner: str = "and", others: str = "{} others") -> str:
    """Write words as a list in a sentence: `a`, `a and b`, `a, b and c`.

    A file may have a thousand columns: of a list that is no sentence any more, the first are named.
    """
    if len(words) > _FIRST and sum(map(len, words)) > _MOST_LETTERS:
        words = [*words[:_FIRST], others.format(grouped(len(words) - _FIRST))]
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {joiner} {words[-1]}"


def spell_years(years: Sequence[int]) -> str:
    """Write ascending years in short: `2018, 2020\u20132027`."""
    spans: list[list[int]] = []
    for year in years:
        if spans and year == spans[-1][-1] + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return ", ".join(
        str(span[0]) if len(span) == 1 else f"{span[0]}\u2013{span[-1]}" for span in spans
    )
