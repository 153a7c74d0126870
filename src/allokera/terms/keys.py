"""Keys: shares made of parts, each in equal shares or by figures of the recipients."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import NamedTuple

from allokera.errors import Message, RequestError, Text, message
from allokera.model import INHABITANTS, Indicator, Key, KeyPart, Population, Recipient, Source
from allokera.terms.messages import TermsMessages


class Figures(NamedTuple):
    """One column of figures.

    Attributes:
        name: what they are.
        values: not negative; by code, or by the name of those who have none.
        source: the file that holds them.
        people: whom they are of; empty where that is SCB's list.
    """

    name: Text
    values: Mapping[str, int | Fraction]
    source: Source
    people: tuple[Recipient, ...] = ()


Columns = Mapping[tuple[str, Text], Figures]
"""Figures by the file and the column that a key names."""


class CountedPart(NamedTuple):
    """A part of a key, with the figure of every recipient.

    Attributes:
        part: its indicators by the names of their figures.
        figures: one a recipient; 1 where all share equally.
        total: the figures of all together.
    """

    part: KeyPart
    figures: tuple[int | Fraction, ...]
    total: int | Fraction

    def share(self, place: int) -> Fraction:
        """Say what a recipient is due by this part, of the whole."""
        return self.part.share * Fraction(self.figures[place], self.total)


def named_columns(key: Key) -> tuple[tuple[str, Text], ...]:
    """List the columns that a key names, by file and name, each once."""
    return tuple(dict.fromkeys((each.file, each.column) for part in key.parts for each in part.by))


def inhabitants_of(population: Population) -> Columns:
    """Take SCB's inhabitants of a day as figures that a key may name."""
    return {("", f"{INHABITANTS} {population.date}"): figures_of(population)}


def figures_of(population: Population) -> Figures:
    """Take SCB's inhabitants as figures."""
    name = message(TermsMessages.inhabitants_on, date=population.date)
    return Figures(name, population.inhabitants, population.source)


def count_parts(
    key: Key, recipients: Sequence[Recipient], columns: Columns
) -> tuple[CountedPart, ...]:
    """Give every recipient its figures.

    Args:
        columns: those that the key names.

    Raises:
        RequestError: somebody has no figure, or nobody has any in some part.
    """
    return tuple(_counted(part, recipients, columns) for part in key.parts)


def key_weights(parts: Sequence[CountedPart]) -> tuple[int, ...]:
    """Make the smallest whole weights in proportion to what recipients are due by all parts."""
    shares = [sum(part.share(place) for part in parts) for place in range(len(parts[0].figures))]
    times = lcm(*(share.denominator for share in shares))
    return tuple((share * times).numerator for share in shares)


def parts_words(parts: Sequence[KeyPart]) -> Message:
    """Put a key into words."""
    return message(TermsMessages.key_shares, parts=tuple(map(part_words, parts)))


def part_words(part: KeyPart) -> Message:
    """Put a part of a key into words."""
    by = tuple(
        message(
            TermsMessages.counted,
            column=each.column,
            factor=each.factor,
            floor=each.floor,
            cap=each.cap,
        )
        for each in part.by
    )
    return message(TermsMessages.key_part, share=part.share, by=by)


def _counted(part: KeyPart, recipients: Sequence[Recipient], columns: Columns) -> CountedPart:
    if not part.by:
        return CountedPart(part, (1,) * len(recipients), len(recipients))
    found = [(each, columns[each.file, each.column]) for each in part.by]
    for each, column in found:
        lacking = tuple(who.name for who in recipients if _id(who) not in column.values)[:3]
        if lacking:
            raise RequestError(
                TermsMessages.key_without_figure, names=lacking, column=column.name
            ).at(each.place if each.file else "")
    named = part._replace(by=tuple(each._replace(column=column.name) for each, column in found))
    figures = tuple(
        sum(_counts(each, column.values[_id(who)]) for each, column in found) for who in recipients
    )
    total = sum(figures)
    if recipients and not total:
        raise RequestError(TermsMessages.key_of_zeros, part=part_words(named)).at(part.by[0].place)
    return CountedPart(named, figures, total)


def _counts(indicator: Indicator, figure: int | Fraction) -> Fraction:
    """Say what counts of a figure."""
    least = figure if indicator.floor is None else max(figure, indicator.floor)
    return indicator.factor * (least if indicator.cap is None else min(least, indicator.cap))


def _id(recipient: Recipient) -> str:
    return recipient.code or recipient.name
