"""Whether lines break a relation beyond doubt: what a law accuses, and what it only finds odd."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from allokera.relations.bits import LAW, choosing
from allokera.relations.evidence.claim import Claim
from allokera.relations.evidence.pattern import Measure
from allokera.relations.laws.rivals import Witnesses, against_rivals, beyond_doubt, doubt

_ENOUGH = 300
"""Lines that a bound is reckoned from: leaving some out only weakens it."""

_ONE_IN_STATED = 2
"""What more than one line in so many breaks is no law, of what the sheet itself states, and of sum
rows taken together; of others the family says."""

Ought = Callable[[Claim, int], bool]
"""Says of a claim and a line that is off it whether the claim is about that line at all."""

Key = tuple[int, int]
"""A claim, by its number, and a line."""


@dataclass(frozen=True, eq=False)
class Group:
    """What laws that were judged together have in common: one relation, or all sum rows.

    Attributes:
        places: how many lines, of all of them, they speak of.
        doubtful: how many of these are off by what every line may be.
        exactness: bits by which it is no accident that lines are right to the last place.
    """

    places: int
    doubtful: int = 0
    exactness: int = 0


@dataclass(frozen=True, eq=False)
class Law:
    """A claim that is beyond coincidence, and how each line stands by it.

    Attributes:
        is_exact: whether printed numbers were reckoned with, and not what they were rounded from.
        good: the lines that agree.
        broken: lines off by more than anything but a mistake, or an exception, explains.
        slight: lines a step off where all others are exact.
        doubtful: lines off by no more than some unprinted error, which every line may have.
        group: what it has in common with the laws that were judged together with it.
        is_stated: whether a heading says so.
        is_told: whether a person says so: then what breaks it is wrong.
        is_share: whether the factor is the one that makes the parts of a whole.
        against: what speaks against it that all lines carry such an error.
    """

    claim: Claim
    is_exact: bool
    good: frozenset[int]
    broken: frozenset[int]
    slight: frozenset[int]
    doubtful: frozenset[int]
    group: Group
    is_stated: bool = False
    is_share: bool = False
    is_told: bool = False
    against: Sequence[Witnesses] = ()

    def doubt(self, line: int) -> int:
        """Say by how many bits the error of a line is none that all lines carry."""
        measured = self.claim.pattern.measure(self.claim.view, line)
        assert measured is not None, "a line that is off was measured"
        return doubt((measured.tight if self.is_exact else measured.wide, measured), self.against)

    @cached_property
    def lines(self) -> frozenset[int]:
        """All lines that it speaks of."""
        return self.good | self.broken | self.slight | self.doubtful


def judge(
    claims: Sequence[Claim],
    ought: Ought,
    *,
    is_stated: bool = False,
    are_one: bool = False,
    is_share: bool = False,
    unrounded: Collection[int] = (),
) -> list[Law]:
    """Hold lines to claims that are one law: one claim across, or all sum rows of a sheet.

    A line is broken only if two rivals fail to explain it: that all lines carry an unprinted error
    just large enough for it, equal for all or in proportion to their size. Under such a rival so
    many lines would not have agreed.

    Args:
        is_stated: whether a heading says so.
        are_one: whether the claims are one law because they are alike.
        unrounded: lines that hold quotients: what they come to is right within rounding.

    Returns:
        A law for every claim; none where too many lines are off.
    """
    measures = dict(_measured(claims, ought))
    telling = [key for key, each in measures.items() if each.holds and each.key is not None]
    telling = telling[:_ENOUGH]
    exactness = _exactness(claims, measures, [key for key in telling if key[1] not in unrounded])
    is_exact = exactness >= LAW
    windows = {
        key: each.tight if is_exact and key[1] not in unrounded else each.wide
        for key, each in measures.items()
    }
    is_stepped = claims[0].pattern.is_stepped
    good = {key for key, each in measures.items() if each.off <= windows[key]}
    slight = {
        key for key, each in measures.items() if is_stepped and windows[key] < each.off <= each.wide
    }
    off = {key for key in measures if key not in good and key not in slight}
    few = _ONE_IN_STATED if is_stated or are_one else claims[0].pattern.one_in
    # what one slip mends is another mistake, and no other rule
    slips = {key: claims[key[0]].slips[key[1]] for key in off if key[1] in claims[key[0]].slips}
    if few * (len(off) + len(slight) - len(slips)) > len(measures):
        return []
    held = {key: (windows[key], each) for key, each in measures.items()}
    against = against_rivals(
        [held[key] for key in telling if key in good],
        [held[key] for key in slips],
        sum(slips.values()),
        choosing(len(measures), len(measures) - len(good)),
        max(claim.price for claim in claims),
        is_smooth=is_stepped or not is_exact,
    )
    broken = off if is_stated or are_one else beyond_doubt({key: held[key] for key in off}, against)
    group = Group(len(measures), len(off - broken), max(exactness, 0))
    found = []
    for place, claim in enumerate(claims):
        law = Law(
            claim,
            is_exact,
            good=_lines_of(place, good),
            broken=_lines_of(place, broken),
            slight=_lines_of(place, slight),
            doubtful=_lines_of(place, off - broken),
            group=group,
            is_stated=is_stated,
            is_share=is_share,
            against=tuple(against),
        )
        found += _apart(law, frozenset(unrounded))
    return found


def law_told(claim: Claim) -> Law:
    """Make a law of what a person says: every line that is off by more than rounding breaks it."""
    nobody, held = frozenset[int](), frozenset(claim.held)
    group = Group(len(held) + len(claim.off))
    return Law(claim, False, held, claim.off, nobody, nobody, group, is_stated=True, is_told=True)


def _measured(claims: Sequence[Claim], ought: Ought) -> list[tuple[Key, Measure]]:
    """Measure every line that a claim speaks of."""
    found = []
    for place, claim in enumerate(claims):
        for line in sorted({*claim.held, *claim.off}):
            if line in claim.held or ought(claim, line):
                measured = claim.pattern.measure(claim.view, line)
                if measured is not None and not measured.is_silent:
                    found.append(((place, line), measured))
    return found


def _exactness(
    claims: Sequence[Claim], measures: Mapping[Key, Measure], lines: Sequence[Key]
) -> int:
    """Say by how many bits it is no accident that so many lines are right to the last place."""
    tight = [key for key in lines if measures[key].off <= measures[key].tight]
    told = sum(claims[key[0]].pattern.exactness(measures[key]) for key in tight)
    return told - choosing(len(lines), len(lines) - len(tight))


def _lines_of(place: int, keys: Collection[Key]) -> frozenset[int]:
    return frozenset(line for claim, line in keys if claim == place)


def _apart(law: Law, unrounded: frozenset[int]) -> list[Law]:
    """Make of a law two, where some lines hold quotients: one of these."""
    if not law.lines & unrounded:
        return [law]
    loose = Group(law.group.places, law.group.doubtful)
    return [
        _only(law, law.lines - unrounded),
        replace(_only(law, unrounded), is_exact=False, group=loose),
    ]


def _only(law: Law, lines: frozenset[int]) -> Law:
    return replace(
        law,
        good=law.good & lines,
        broken=law.broken & lines,
        slight=law.slight & lines,
        doubtful=law.doubtful & lines,
    )
