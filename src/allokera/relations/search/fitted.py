"""Where factors are looked for: every position by every other, by a few lines first."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from allokera.relations.bits import BIT, naming
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.evidence.prices import ALIKE, MORE_ALIKE, NEAR_ONE
from allokera.relations.families.fitted import SHIFT, Fitted
from allokera.relations.search.polygon import (
    common_factor,
    common_lines,
    deepest,
    factors,
    slopes,
)
from allokera.relations.sheet.view import View, seeds

_FEWEST = 4
"""Lines, at least, that parameters are fitted to."""

_SEEDS = 9

_FEW, _REACH, _FIRST = 60, 12, 3
"""Positions up to which all pairs are tried; of more, those so near, and with the first as weights.
"""

_MOST = 600
"""Fits that are tried."""

_WAYS = 10
"""Ways of rounding, of weights and amounts, with and without a fixed amount or a bound."""


_MOST_ALIKE = 16
"""How often what columns differ by is halved: more than numbers of a table have digits for."""

NO_TOTALS: Mapping[int, Collection[int]] = {}


class _Bound(NamedTuple):
    """A number that a position has more than once, and may be its least or most; None for none."""

    level: int | None
    lines: Sequence[int]


def find_fitted(
    view: View, reckoned: Iterable[int], totals: Mapping[int, Collection[int]] = NO_TOTALS
) -> list[Claim]:
    """Find positions that follow another by a factor, with a fixed amount or a bound where needed.

    Of positions that are all in proportion to each other only as many pairs are told as link them.

    Args:
        reckoned: positions that others give: a fixed amount in them follows from these.
        totals: those of them that are sums, with their parts. That a total is in proportion to
            what a part is in proportion to follows; it is looked at last.
    """
    given = set(reckoned)
    used = [place for place in view.used if len(set(view.columns[place])) > 3]
    bounds = {place: _bounds(view, place) for place in used}
    price = naming(_WAYS * len(used) ** 2)
    found: list[Claim] = []
    linked: list[set[int]] = []
    tried = 0
    for weight, amount in sorted(_pairs(used), key=lambda pair: bool({*pair} & totals.keys())):
        pair = {weight, amount}
        parts = {part for place in pair for part in totals.get(place, ())}
        if tried > _MOST or any(pair <= group or _follows(group, pair, parts) for group in linked):
            continue
        usable = [
            line
            for line, value in enumerate(view.columns[weight])
            if 2 * (value or 0) > view.units[line][weight]
        ]
        best: Claim | None = None
        for draft in _drafts(view, Fitted(amount, (weight,)), bounds[amount], usable, given):
            tried += 1
            claim = _fit(view, draft, usable, price)
            if claim and (best is None or len(claim.off) < len(best.off)):
                best = claim
            if best and not best.off:
                break
        if best is not None:
            found.append(best)
            joined = [group for group in linked if group & pair]
            linked = [group for group in linked if not group & pair]
            linked.append(pair.union(*joined))
    return found


def _pairs(used: Sequence[int]) -> Iterator[tuple[int, int]]:
    """List weights and amounts: every two, or of many positions those near each other."""
    for at, weight in enumerate(used):
        is_any = len(used) <= _FEW or at < _FIRST
        for amount in used if is_any else used[max(0, at - _REACH) : at + _REACH]:
            if amount != weight:
                yield weight, amount


def _follows(group: set[int], pair: set[int], parts: set[int]) -> bool:
    """Whether a part of a total is in proportion to the other position, and so the total is."""
    return bool(group & parts) and bool(group & pair)


def _bounds(view: View, place: int) -> list[_Bound]:
    numbers = view.columns[place]
    (level, count), *_ = Counter(each for each in numbers if each is not None).most_common(1)
    free = [line for line, value in enumerate(numbers) if value not in {None, level}]
    bounds = [_Bound(None, seeds(view, view.used, _SEEDS))]
    if count > 1:
        bounds.append(_Bound(level, free[:: max(1, len(free) // _SEEDS)][:_SEEDS]))
    return bounds


class _Draft(NamedTuple):
    """A relation that a few lines allow, before it is fitted."""

    pattern: Fitted
    level: int | None


def _drafts(
    view: View, plain: Fitted, bounds: Sequence[_Bound], usable: Sequence[int], given: set[int]
) -> Iterator[_Draft]:
    """List what most of a few lines allow: a factor; with a fixed amount; with a bound."""
    known = set(usable)
    follows = bool({plain.target, *plain.parts} & given)
    for level, lines in bounds:
        some = [
            line for line in lines if line in known and view.values[line][plain.target] is not None
        ]
        boxes = [plain.box(view, line) for line in some]
        for has_fixed in (False,) if follows else (False, True):
            spans = slopes(boxes) if has_fixed else factors(boxes)
            depth = max((depth for depth, _ in deepest(spans)), default=0)
            if len(some) >= _FEWEST and 2 * depth > len(spans):
                yield _Draft(replace(plain, has_fixed=has_fixed), level)


def _fit(view: View, draft: _Draft, usable: Sequence[int], price: int) -> Claim | None:
    """Fit the parameters to the lines that are at no bound, and hold all lines to them."""
    plain, level = draft
    read = [line for line in usable if view.values[line][plain.target] is not None]
    free = [line for line in read if view.values[line][plain.target] != level]
    if len(free) < _FEWEST or (level is not None and len(free) == len(read)):
        return None
    best: Claim | None = None
    unit = min(view.units[line][plain.target] for line in read)
    # amounts rounded to the nearest of exact weights; of rounded ones; rounded down; up
    for is_loose, shift in ((False, 0), (True, 0), (False, unit), (False, -unit)):
        each = replace(plain, is_loose=is_loose, shift=shift)
        boxes = [each.box(view, line) for line in free]
        corners = common_lines(boxes) if plain.has_fixed else common_factor(boxes)
        if not corners or any(factor <= 0 for _, factor in corners):
            continue
        if plain.has_fixed and min(corners)[0] <= 0 <= max(corners)[0]:
            continue
        each = replace(each, corners=corners)
        if level is not None:
            each = _bounded(view, each, read, level)
        claim = _beside_alike(weigh(view, each, price))
        is_better = best is None or len(claim.off) < len(best.off)
        total = len(claim.off) + len(claim.held)
        if claim.is_law and each.one_in * len(claim.off) <= total and is_better:
            best = claim
        if best and not best.off:
            break
    return best


def _beside_alike(claim: Claim) -> Claim:
    """Take from a score what columns that are no more than alike would tell as well.

    Years of one thing differ little from row to row, and their factor is near one, whatever
    thousands they are printed in. That all rows differ by less than rounding hides may be so
    without a factor: of one in 8, or, which is rarer, one in 16 and so on, whatever explains most.
    """
    assert isinstance(claim.pattern, Fitted)
    if not any(_is_near_one(abs(factor)) for _, factor in claim.pattern.corners):
        return claim
    told = claim.held.values()
    left = min(
        more * MORE_ALIKE + sum(max(0, each - ALIKE - more * BIT) for each in told)
        for more in range(_MOST_ALIKE)
    )
    return replace(claim, score=claim.score - sum(told) + left)


def _is_near_one(factor: Fraction) -> bool:
    """Whether a factor, but for thousands, is no more than half as much again, or less by that."""
    while factor * 1_000 < NEAR_ONE:
        factor *= 1_000
    while factor > NEAR_ONE:
        factor = Fraction(factor, 1_000)
    return factor * NEAR_ONE >= 1


def _bounded(view: View, pattern: Fitted, lines: Sequence[int], level: int) -> Fitted:
    """Say whether a level is the least or the most: by what the lines at it would be without."""
    (place,) = pattern.parts
    at = sorted(
        view.values[line][place] or 0
        for line in lines
        if view.values[line][pattern.target] == level
    )
    middle = 2 * at[len(at) // 2]
    if pattern.reckon(middle, middle)[0] < 2 * level << SHIFT:
        return replace(pattern, floor=2 * level)
    return replace(pattern, cap=2 * level)


def is_share(claim: Claim) -> bool:
    """Whether targets are parts of one, per cent or per mille of all weights.

    Then the sheet itself gives the factor, and nothing was fitted.
    """
    return share_of(claim) is not None


def share_of(claim: Claim) -> int | None:
    """Say what the targets are shares of: 1, 100 for per cent, 1000 for per mille; None if not."""
    pattern, view = claim.pattern, claim.view
    if not isinstance(pattern, Fitted) or pattern.operator != "proportional":
        return None
    if len(pattern.corners) != 2:
        return None
    total = sum(value or 0 for value in view.columns[pattern.parts[0]]) or 1
    (_, low), (_, high) = pattern.corners
    powers = (1, 100, 1000)
    return next((each for each in powers if low <= Fraction(view.one * each, total) <= high), None)
