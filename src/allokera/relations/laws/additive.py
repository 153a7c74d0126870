"""Which columns sum rows ought to add up: amounts, and no means or quotients."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from allokera.relations.bits import BIT, are_most, bits, choosing
from allokera.relations.evidence.claim import Claim
from allokera.relations.evidence.priors import STATISTIC
from allokera.relations.evidence.slips import MOST, find_slips
from allokera.relations.laws.law import Ought

_MISTAKE = 8 * BIT
"""What outweighs that a number of a column is wrong: of four columns one is no amount, of a hundred
with ten numbers one holds a mistake; and ten to one is asked for."""


@dataclass(frozen=True, eq=False, kw_only=True)
class Additive:
    """What all sum rows of a sheet say of its columns.

    Attributes:
        claims: the sum rows.
        quotients: columns that hold quotients: these are no amounts.
        added: columns that sums across add up, with their sum.
    """

    claims: Sequence[Claim]
    quotients: Collection[int] = ()
    added: Collection[frozenset[int]] = ()
    _known: dict[int, bool] = field(default_factory=dict)

    def rule(self, *, is_stated: bool = False) -> Ought:
        """Make the rule for columns that a sum row misses.

        It ought to add one up where most other sum rows do, or what they tell outweighs what would
        have to be wrong; where the row adds up all columns that this one is added to, or is the sum
        of; or where nearly all other columns of the row do, or its name says so, and it holds more
        than parts do: a mean does not.
        """
        return partial(self._ought, is_stated=is_stated)

    def _ought(self, claim: Claim, line: int, *, is_stated: bool) -> bool:
        if line in self.quotients or _is_silent(claim, line):
            return False
        others = [each for each in self.claims if each is not claim]
        held = sum(line in each.held for each in others)
        off = sum(line in each.off for each in others)
        # one column may be wrong; where two are off, others may be of another kind
        off_besides = len(claim.off) if len(claim.off) > 1 else 0
        is_usual = is_stated or _are_most(len(claim.held), off_besides, 1)
        are_usual = _are_most(held, off, 1) or not held + off
        return (
            _are_most(held, off, 2)
            or (is_usual and are_usual and _is_large(claim, line))
            or any(line in some and some - {line} <= claim.held.keys() for some in self.added)
            or self._is_amount(line)
        )

    def _is_amount(self, line: int) -> bool:
        """Whether what sum rows tell of a column outweighs the mistakes that it would hold."""
        if line not in self._known:
            self._known[line] = self._outweighs(line)
        return self._known[line]

    def _outweighs(self, line: int) -> bool:
        held = [each.held[line] for each in self.claims if line in each.held]
        off = [each for each in self.claims if line in each.off]
        if len(off) > MOST:
            return False
        mistakes: list[list[Claim]] = []
        told = sum(held) - choosing(len(held) + len(off), len(off))
        for each in off:
            alike = [(max(_alike(each, one, line) for one in some), some) for some in mistakes]
            most, group = max(alike, key=lambda pair: pair[0], default=(0, []))
            if most:
                told += most
                group.append(each)
            else:
                mistakes.append([each])
        if told >= _MISTAKE * len(mistakes):
            return True
        # what one slip mends takes longer to see
        told += sum(max(_slip(each, line) for each in group) for group in mistakes)
        return told >= _MISTAKE * len(mistakes)


def _is_silent(claim: Claim, line: int) -> bool:
    """Whether a sum row says nothing of a column: it is a statistic, or has a blank.

    What is withheld is silent, but where known parts exceed the sum.
    """
    view = claim.view
    is_blank = any(
        view.values[line][part] is None and not view.withheld[line][part] for part in claim.parts
    )
    names = (view.labels[line], view.names[claim.target])
    return is_blank or any(map(STATISTIC.search, names))


def _alike(one: Claim, other: Claim, line: int) -> int:
    """Say by how many bits it is no accident that one number would mend two sum rows.

    As a part of both it is too large for both; as a part of one, and the other itself, too large
    for one and too small for the other.
    """
    first, second = (each.pattern.measure(each.view, line) for each in (one, other))
    if first is None or second is None:
        return 0
    window = first.wide + second.wide
    for place in (one.places | {one.target}) & (other.places | {other.target}):
        apart = _more_than_meant(one, line, place) - _more_than_meant(other, line, place)
        if 2 * abs(apart) <= window:
            return bits(first.off, window)
    return 0


def _more_than_meant(claim: Claim, line: int, place: int) -> int:
    """Say how much a number is more than the others of its sum would have it be."""
    values = claim.view.values[line]
    more = (values[claim.target] or 0) - sum(values[part] or 0 for part in claim.parts)
    return more if place == claim.target else -more


def _slip(claim: Claim, line: int) -> int:
    """Say what it tells that one slip makes a column add up.

    The mean of ten numbers, or of a hundred, is their sum with its mark moved.
    """
    is_power_of_ten = str(len(claim.parts)).strip("0") == "1"
    return 0 if is_power_of_ten else find_slips(replace(claim, off=frozenset({line})))[0]


def _is_large(claim: Claim, line: int) -> bool:
    """Whether a sum is more than any two of its parts, one of all left out: that may be wrong.

    The mean of two is more than one of them.
    """
    values = claim.view.values[line]
    sizes = sorted(abs(values[part] or 0) for part in claim.parts)
    least = max(sizes) if len(sizes) == 2 else sum(sizes[-3:-1])
    return abs(values[claim.target] or 0) > least


def _are_most(held: int, off: int, least: int) -> bool:
    return held >= least and are_most(held, held + off)
