"""Of claims that compete: those that explain most, none twice, none turned around."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import comb, factorial

from allokera.relations.bits import BIT, LAW, are_most, bits, naming
from allokera.relations.evidence.claim import Claim
from allokera.relations.rivals.algebra import Basis, equal_positions
from allokera.relations.sheet.view import View

_FEW = 2
"""Sums that are too few to bear each other out, but where one repeats the other."""

_ROUNDS = 4
"""How often all claims are chosen anew, without those that counted a number twice."""


class _Chosen:
    """Claims that stand, by target."""

    def __init__(self) -> None:
        self.by_target: dict[int, list[Claim]] = defaultdict(list)
        self._by_parts: dict[tuple[int, ...], list[Claim]] = defaultdict(list)

    def of(self, target: int) -> Sequence[Claim]:
        """The claims for one target."""
        return self.by_target.get(target, ())

    @property
    def every(self) -> list[Claim]:
        """All claims that stand."""
        return [each for claims in self.by_target.values() for each in claims]

    def take(self, claim: Claim) -> None:
        """Let a claim stand."""
        self.by_target[claim.target].append(claim)
        self._by_parts[claim.parts].append(claim)

    def admits(self, claim: Claim) -> bool:
        """Whether a claim says something that none of the others says or turns around."""
        if any(not claim.places.isdisjoint(other.places) for other in self.of(claim.target)):
            return False
        for part in claim.parts:
            if any(claim.target in other.places and _meet(other, claim) for other in self.of(part)):
                return False
        # the same parts twice: of two targets that are equal, the first that is named
        return not any(
            other.likely >= claim.likely - LAW and _meet(other, claim)
            for other in self._by_parts.get(claim.parts, ())
        )

    def counting_twice(self) -> set[int]:
        """List the claims that add a total to its own parts, which nobody does.

        Where the sum is a law, and that total holds in less than half as many lines and is none,
        it is the total that is none.
        """
        return {
            id(other if _is_accident(other, claim) else claim)
            for claim in self.every
            for part in claim.parts
            for other in self.of(part)
            if not claim.places.isdisjoint(other.places) and _meet(other, claim)
        }


def _is_accident(total: Claim, claim: Claim) -> bool:
    is_less = claim.is_law and not total.is_law
    return is_less and 2 * len(total.given) < len(claim.given)


def _meet(one: Claim, other: Claim) -> bool:
    """Whether two claims speak of a line in common."""
    return not one.given.isdisjoint(other.given)


def select(view: View, pool: Iterable[Claim]) -> list[Claim]:
    """Choose among sums: of rivals for a target the one that explains most.

    Then a target may be the total of a second way to divide it, if that does not follow from what
    is known already, or stands right beside it.
    """
    ranked = sorted(pool, key=lambda claim: (-claim.fit, len(claim.parts)))
    banned: set[int] = set()
    chosen, later = _Chosen(), list[Claim]()
    for _ in range(_ROUNDS):
        chosen, later = _Chosen(), []
        for claim in ranked:
            if id(claim) in banned:
                continue
            if any(_meet(other, claim) for other in chosen.of(claim.target)):
                later.append(claim)
            elif chosen.admits(claim):
                chosen.take(claim)
        twice = chosen.counting_twice()
        if not twice:
            break
        banned |= twice
    basis = Basis(equal_positions(view, view.used))
    for claim in chosen.every:
        basis.learn(claim)
    for claim in later:
        if claim.is_law and not claim.is_partial and _is_second_way(claim, chosen, basis):
            basis.learn(claim)
            chosen.take(claim)
    return chosen.every


def _is_second_way(claim: Claim, chosen: _Chosen, basis: Basis) -> bool:
    """Whether a claim divides a total, that others divide, in a way of its own."""
    if not chosen.admits(claim):
        return False
    if any(claim.places & other.places for part in claim.parts for other in chosen.of(part)):
        return False
    first = chosen.of(claim.target)[0]
    lines, usual = (len(each.held) + len(each.off) for each in (claim, first))
    if not are_most(lines, usual):
        return False  # it says nothing of many lines
    if len(claim.parts) == 2 and len(claim.off) <= len(first.off) and basis.adds(claim):
        return True
    return claim.is_near and not any(
        _divides(claim, other, chosen) for other in chosen.of(claim.target)
    )


def _divides(one: Claim, other: Claim, chosen: _Chosen) -> bool:
    """Whether a claim is another with some parts put in place of what these add up to."""
    for coarse, fine in ((one, other), (other, one)):
        inside = set(coarse.parts)
        for part in coarse.parts:
            for each in chosen.of(part):
                inside |= each.places
                for inner in each.parts:
                    inside.update(*(deeper.parts for deeper in chosen.of(inner)))
        if 2 * len(inside & fine.places) >= len(fine.parts):
            return True
    return False


def independent(view: View, known: Sequence[Claim], more: Iterable[Claim]) -> list[Claim]:
    """Keep those sums that do not follow from others, the fittest first."""
    basis = Basis(equal_positions(view, view.used))
    for claim in known:
        basis.learn(claim)
    return [claim for claim in sorted(more, key=lambda each: -each.fit) if basis.learn(claim)]


def together(claims: Iterable[Claim], least: int) -> list[list[Claim]]:
    """Group sums that stand like others: one claim, with the witnesses of all.

    Which lines add up, and on which side of their parts totals stand, is said once for all of
    them. So many chance sums can share their bits in as many ways as these can be divided: that is
    the price. One that lacks a line of the others is among them where it adds more than that.
    """
    alike: dict[tuple[bool, frozenset[int]], dict[int, Claim]] = defaultdict(dict)
    for claim in sorted(claims, key=lambda each: -each.fit):
        if claim.is_near and claim.likely > 0:
            alike[claim.is_above, claim.witnesses].setdefault(claim.target, claim)
    groups = []
    for (is_above, lines), by_target in alike.items():
        group = [*by_target.values()]
        lacking = [
            claim
            for (is_too, fewer), others in alike.items()
            if is_too is is_above and fewer < lines
            for target, claim in others.items()
            if target not in by_target
        ]
        for claim in sorted(lacking, key=lambda each: -each.score):
            if _worth([*group, claim]) > _worth(group):
                group.append(claim)
        least_sums = _FEW if any(_spared(group)) else _FEW + 1
        if len(group) >= least_sums and _worth(group) >= least:
            groups.append(group)
    return groups


def _worth(group: Sequence[Claim]) -> int:
    """Say what sums are worth as one claim: their bits, less the ways to divide these.

    One that repeats another is named by where it stands.
    """
    scores = (claim.score + less for claim, less in zip(group, _spared(group), strict=True))
    total, count = sum(max(score, 0) for score in scores), len(group)
    shares = comb(total // BIT + 1, count - 1)
    return total - max(0, naming(shares) - bits(factorial(count)))


def _spared(group: Sequence[Claim]) -> list[int]:
    """Say how many bits less it takes to name sums that are others some positions further on.

    They have the same shape, or begin where another ends: blocks of rows, one after the other.
    """
    used = set(group[0].view.used).union(*(each.places | {each.target} for each in group))
    place = {position: at for at, position in enumerate(sorted(used))}
    where = naming(len(place)) + BIT
    shapes, ends = set[tuple[int, ...]](), set[int]()
    found = dict[int, int]()
    for claim in sorted(group, key=lambda each: min(each.places | {each.target})):
        block = [place[each] for each in claim.places | {claim.target}]
        shape = tuple(place[part] - place[claim.target] for part in claim.parts)
        repeats = shape in shapes or min(block) in ends
        found[id(claim)] = max(0, claim.price - where) if repeats else 0
        shapes.add(shape)
        ends.add(max(block) + 1)
    return [found[id(claim)] for claim in group]
