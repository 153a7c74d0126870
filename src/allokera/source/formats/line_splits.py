"""How one line of text with single spaces can be split into a name and amounts.

A token is an amount by itself, or a group of digits that may go with the next ones. From the end of
the line to its beginning it is noted how many amounts can still follow, so that no way is tried
that leads nowhere: a line of sixty groups has more ways than anybody could try.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice

Span = tuple[int, int]
"""Tokens of a line, from one to before another."""

YEAR = re.compile(r"(?:19|20)[0-9]{2}(?:[-\u2013/](?:(?:19|20)?[0-9]{2}))?[*)]*")
_WHOLE = re.compile(
    r"[(\-\u2212\u2013]?[0-9]{1,3}(?:[.,'\u2019][0-9]{3})+(?:[.,][0-9]+)?[)*]*|[0-9]+[.,][0-9]+|[0-9]{4,}|[0-9.,]+%"
)
"""A token that is an amount by itself, and is never joined to a neighbour."""

_GROUP = re.compile("[0-9]{1,3}")
_NOTHING = frozenset({"-", "\u2013", "\u2014", "..", "...", ":"})
_MOST_TOKENS = 60


def tail(tokens: Sequence[str]) -> int:
    """Count the tokens at the end of a line that amounts are made of.

    Returns:
        0 without a name before them, and where they are years: such a line is a heading.
    """
    if len(tokens) > _MOST_TOKENS:
        return 0
    count = 0
    for token in reversed(tokens):
        if not (_WHOLE.fullmatch(token) or _GROUP.fullmatch(token) or token in _NOTHING):
            break
        count += 1
    if count and all(YEAR.fullmatch(token) for token in tokens[-count:]):
        return 0
    return count if count < len(tokens) else 0


def possible_counts(tokens: Sequence[str]) -> int:
    """Say into how many amounts a line can be split: bit 2 is set where it can be into two."""
    start = len(tokens) - tail(tokens)
    return _Ends(tokens[start:]).following[0]


def ways(tokens: Sequence[str], count: int, most: int) -> list[tuple[Span, ...]]:
    """List ways to split a line's end into so many amounts; with a misprint where none fits."""
    start = len(tokens) - tail(tokens)
    ends = _Ends(tokens[start:])
    found = list(islice(ends.ways(0, count), most)) or list(
        islice(ends.misprinted_ways(0, count), most)
    )
    return [((0, start), *((start + a, start + b) for a, b in way)) for way in found]


class _Ends:
    """Where amounts that begin at a token can end.

    Attributes:
        following: of every token, how many amounts can be made from it on, as bits.
    """

    def __init__(self, tokens: Sequence[str]) -> None:
        last = len(tokens)
        groups = [_GROUP.fullmatch(token) is not None for token in tokens]
        leads = [
            group and not token.startswith("0") for token, group in zip(tokens, groups, strict=True)
        ]
        after = [last] * (last + 1)  # where full groups end that begin at a token
        self._whole: list[range] = [range(0)] * last
        self._odd: list[range] = [range(0)] * last
        self.following = [0] * last + [1]
        self._following_odd = [0] * (last + 1)
        for at in reversed(range(last)):
            after[at] = after[at + 1] if groups[at] and len(tokens[at]) == 3 else at
            odd = after[at + 1]
            if leads[at]:
                self._whole[at] = range(at + 1, odd + 1)
            elif not groups[at] or tokens[at] == "0":
                self._whole[at] = range(at + 1, at + 2)
            if leads[at] and odd < last and groups[odd]:
                self._odd[at] = range(odd + 1, after[odd + 1] + 1)
            for end in self._whole[at]:
                self.following[at] |= self.following[end] << 1
                self._following_odd[at] |= self._following_odd[end] << 1
            for end in self._odd[at]:
                self._following_odd[at] |= self.following[end] << 1

    def ways(self, at: int, count: int) -> Iterator[tuple[Span, ...]]:
        """Yield the ways to make so many amounts of the tokens from one on."""
        if not self.following[at] >> count & 1:
            return
        if not count:
            yield ()
            return
        for end in self._whole[at]:
            for others in self.ways(end, count - 1):
                yield ((at, end), *others)

    def misprinted_ways(self, at: int, count: int) -> Iterator[tuple[Span, ...]]:
        """Yield the ways in which one amount lacks a digit of one of its groups: `164 000 00`."""
        if not count or not self._following_odd[at] >> count & 1:
            return
        for end in self._whole[at]:
            for others in self.misprinted_ways(end, count - 1):
                yield ((at, end), *others)
        for end in self._odd[at]:
            for others in self.ways(end, count - 1):
                yield ((at, end), *others)
