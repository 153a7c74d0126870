"""Where quotients, changes and products are looked for: among positions that stand near."""

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from allokera.relations.bits import LAW, LIKELY, are_nearly_all, bits, choosing, naming
from allokera.relations.evidence.claim import Claim, is_hopeless, weigh, weigh_anywhere
from allokera.relations.evidence.prices import KIND, PER_MILLE, distance
from allokera.relations.evidence.priors import QUOTIENT
from allokera.relations.evidence.slips import with_slips
from allokera.relations.families.ratios import CHANGE, DIVISION, PRODUCT, Ratio, grain
from allokera.relations.sheet.view import View, seeds

_REACH = 12
"""How far apart the positions may stand where there are many; twice as far where there are few."""

_FEW, _MOST = 40, 120
"""Positions that are few; and those in which quotients are looked for at all."""

_NEAREST = 6
"""Numerators of nearly the right size that are looked at."""

_MOST_CHANGE = 100
"""How many times as much it is at most, that a change is looked for: of more, one is no matter."""

_KINDS = ((DIVISION, 1), (DIVISION, 100), (CHANGE, 1), (CHANGE, 100), (DIVISION, 1000))


class _Entry(NamedTuple):
    """A number of a line: its place among the positions, its position, itself and its unit."""

    place: int
    position: int
    value: int
    unit: int


def find_ratios(view: View) -> list[Claim]:
    """Find quotients and changes; one claim for a target, or several that share nothing."""
    everything = view.used
    lines = seeds(view, everything)
    if len(everything) > _MOST:
        return []
    reach = 2 * _REACH if len(everything) <= _FEW else _REACH
    met = Counter(pattern for line in lines for pattern in _patterns(view, line, everything, reach))
    place = {position: at for at, position in enumerate(everything)}
    weighed = []
    for pattern, count in met.items():
        if count < min(3, len(lines) // 2):
            continue
        far = sum(naming(abs(place[pattern.target] - place[part])) for part in pattern.parts)
        price = naming(len(everything)) + KIND + distance(far)
        price += PER_MILLE if pattern.factor == 1000 else 0
        if is_hopeless(view, pattern):
            continue
        claim = _beside_constant(weigh_anywhere(view, pattern, price))
        if 2 * len(claim.off) > len(claim.witnesses):
            claim = with_slips(claim)
        if 2 * (len(claim.off) - len(claim.slips)) <= len(claim.witnesses):
            weighed.append(claim)
    weighed = _repeating(weighed, naming(len(everything)))
    strong = _together(weighed, len(everything))
    kept = [each for each in weighed if each.score >= (1 if id(each) in strong else LIKELY)]
    return _one_a_target(_oriented(kept))


def _patterns(view: View, line: int, everything: Sequence[int], reach: int) -> Iterator[Ratio]:
    """List the quotients that a line's numbers make, target by target."""
    values, units = view.values[line], view.units[line]
    here = [
        _Entry(place, position, value, units[position])
        for place, position in enumerate(everything)
        if (value := values[position])
    ]
    for target in here:
        near = [
            entry
            for entry in here
            if entry is not target and abs(entry.place - target.place) <= reach
        ]
        sizes = sorted([abs(entry.value) for entry in near])
        coarsest = max((entry.unit for entry in near), default=0)
        kinds = [kind for kind in _KINDS if not _is_beyond(view.one, target, kind, sizes, coarsest)]
        if not kinds:
            continue
        near.sort(key=lambda entry: (abs(entry.value), entry.position))
        for divisor in near:
            if abs(divisor.value) != view.one:
                yield from _of_two(view.one, target, divisor, kinds, near, sizes, coarsest)


def _share(one: int, target: _Entry, kind: tuple[str, int]) -> int:
    """Say what a target states of its divisor: a change states what is more than all of it."""
    operator, factor = kind
    return target.value if operator == DIVISION else target.value + factor * one


def _is_beyond(
    one: int, target: _Entry, kind: tuple[str, int], sizes: Sequence[int], coarsest: int
) -> bool:
    """Whether any divisor makes a larger numerator than there is, rounding granted.

    Args:
        sizes: of divisors and numerators, the smallest first.
        coarsest: what these are rounded to at most.
    """
    if not sizes:
        return True
    if kind[0] == CHANGE and abs(target.value) > _MOST_CHANGE * kind[1] * one:
        return True
    share, scale = abs(_share(one, target, kind)), kind[1] * one
    least = sizes[0] * (2 * share - target.unit) - share * coarsest
    return least > 2 * scale * (sizes[-1] + coarsest + 3)


def _of_two(
    one: int,
    target: _Entry,
    divisor: _Entry,
    kinds: Sequence[tuple[str, int]],
    near: Sequence[_Entry],
    sizes: Sequence[int],
    coarsest: int,
) -> Iterator[Ratio]:
    """For a target and a divisor, list the numerators that fit, by bisection."""
    size = abs(divisor.value)
    for kind in kinds:
        operator, factor = kind
        scale, share = factor * one, _share(one, target, kind)
        wanted = share * divisor.value // scale
        slack = (size * target.unit + abs(share) * divisor.unit) // (2 * scale) + 2
        reach = slack + coarsest  # the numerator's own rounding
        low = bisect_left(sizes, abs(wanted) - reach)
        high = bisect_right(sizes, abs(wanted) + reach)
        fitting = (
            other
            for other in near[low:high]
            if other is not divisor and 2 * abs(wanted - other.value) <= 2 * slack + other.unit
        )
        for other in islice(fitting, _NEAREST):
            parts = (other.position, divisor.position)
            is_forward = operator == DIVISION
            yield Ratio(target.position, parts if is_forward else parts[::-1], operator, factor)


def _ratio(claim: Claim) -> Ratio:
    assert isinstance(claim.pattern, Ratio)
    return claim.pattern


def _beside_constant(claim: Claim) -> Claim:
    """Take from a score what two columns in proportion tell, and no quotient of theirs.

    Where one number is the same in all lines that agree, and not in others, each tells no more than
    that it is so often: that the two others are so many times each other is another relation.
    """
    view, lines = claim.view, claim.held.keys()
    limits = []
    for place in (claim.target, *claim.parts):
        same = {view.values[line][place] for line in lines}
        numbers = [value for value in view.columns[place] if value is not None]
        if len(same) == 1 and (count := numbers.count(same.pop() or 0)) < len(numbers):
            limits.append(bits(len(numbers), count))
    if not limits or len(lines) == 1:
        return claim
    less = sum(max(0, told - min(limits)) for told in claim.held.values())
    return replace(claim, score=claim.score - less, fit=claim.fit - less)


def _repeating(weighed: Sequence[Claim], where: int) -> list[Claim]:
    """Name claims that repeat a law by where they stand: columns further on, or of a same number.

    Args:
        where: what it takes to name a position.
    """
    laws = {shape for claim in weighed if claim.is_law for shape in _shapes(claim)}
    where += naming(len(laws))
    spared = [
        0 if claim.is_law or laws.isdisjoint(_shapes(claim)) else max(0, claim.price - where)
        for claim in weighed
    ]
    return [
        replace(claim, price=claim.price - less, score=claim.score + less, fit=claim.fit + less)
        for claim, less in zip(weighed, spared, strict=True)
    ]


def _shapes(claim: Claim) -> list[tuple[object, ...]]:
    """Say how far the parts stand from the target; or one of them, where the other is the same."""
    pattern, (one, other) = _ratio(claim), claim.parts
    first, second = one - claim.target, other - claim.target
    places = ((first, second, ""), (first, other, "by"), (second, one, "of"))
    return [(pattern.kind, pattern.factor, *each) for each in places]


def _together(weighed: Iterable[Claim], count: int) -> set[int]:
    """Mark the claims of one shape at several targets: one claim, with the witnesses of all."""
    shapes: dict[tuple[object, ...], list[Claim]] = defaultdict(list)
    for claim in weighed:
        pattern = _ratio(claim)
        shape = (pattern.kind, pattern.factor, *(part - claim.target for part in claim.parts))
        shapes[shape].append(claim)
    strong: set[int] = set()
    for claims in shapes.values():
        told = sum(
            claim.score
            + claim.price
            + choosing(len(claim.witnesses) + len(claim.off), len(claim.off))
            for claim in claims
        )
        price = naming(len(shapes)) + choosing(count, min(len(claims), count))
        if len(claims) > 2 and told - price >= LAW:
            strong |= set(map(id, claims))
    return strong


def _oriented(claims: Iterable[Claim]) -> list[Claim]:
    """Of one product or quotient that can be read several ways, keep one.

    The target is what was rounded: as a rule only one reading gives all targets to their last
    place. Else it is what varies, then what its heading says, then what has more decimals; of a
    product, where all readings are exact, the first factor.
    """
    readings: dict[frozenset[int], list[Claim]] = defaultdict(list)
    for claim in claims:
        readings[frozenset((claim.target, *claim.parts))].append(claim)
    return [max(group, key=_plausibility) for group in readings.values()]


def _plausibility(claim: Claim) -> tuple[bool, bool, bool, bool, bool, int]:
    view, lines = claim.view, claim.held
    finer = 0
    for line in lines:
        values = view.values[line]
        own, *others = (
            grain(values[place] or 0, view.one) for place in (claim.target, *claim.parts)
        )
        finer += own < min(others)
    is_tight = are_nearly_all(claim.tight, len(lines))
    return (
        claim.pattern.one_in * (len(claim.off) - len(claim.slips)) <= len(lines),
        is_tight,
        len({view.values[line][claim.target] for line in lines}) > 1,
        bool(QUOTIENT.search(view.names[claim.target])),
        2 * finer > len(lines) and not is_tight,
        -claim.target,
    )


def _one_a_target(claims: Iterable[Claim]) -> list[Claim]:
    chosen: dict[int, list[Claim]] = defaultdict(list)
    for claim in sorted(claims, key=lambda each: (-each.fit, -each.score)):
        mine = chosen[claim.target]
        is_other_way = (
            claim.is_law
            and bool(mine)
            and _ratio(claim).kind == _ratio(mine[0]).kind
            and not any(claim.places & other.places for other in mine)
        )
        if not mine or is_other_way:
            mine.append(claim)
    return [claim for mine in chosen.values() for claim in mine]


def as_product(claim: Claim) -> Claim:
    """Read a quotient as the product that gives its numerator, where that says more.

    It does where it is so to the last place in nearly all lines, and no heading says otherwise.
    """
    pattern = _ratio(claim)
    if pattern.kind != DIVISION or QUOTIENT.search(claim.view.names[claim.target]):
        return claim
    numerator, divisor = claim.parts
    product = Ratio(numerator, (claim.target, divisor), PRODUCT, pattern.factor)
    other = _beside_constant(weigh(claim.view, product, claim.price))
    is_tight = are_nearly_all(other.tight, len(claim.held))
    return other if is_tight and len(other.off) <= len(claim.off) + 1 else claim
