"""Sum rows: sums seen down a sheet. Which rows are the sums of which is said once for all."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import pairwise

from allokera.relations.bits import LAW, are_most, choosing
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.evidence.priors import ONLY_SUM, STATISTIC
from allokera.relations.evidence.slips import find_slips
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import Ought
from allokera.relations.rivals.selection import together

_PRESUMED = 2
"""Blocks that have their sums, above which that of another, which does not add up, is presumed."""


def sum_rows(claims: Sequence[Claim]) -> list[Claim]:
    """Take sum rows that are laws, and those that are laws together.

    Of these also the ones that hold in some columns alone; and where blocks follow each other, one
    that lacks its sum has it presumed.
    """
    found = [claim for claim in claims if claim.is_law]
    for group in together(claims, LAW):
        is_above, lines = group[0].is_above, group[0].witnesses
        alike = [
            claim
            for claim in claims
            if claim.is_near
            and claim.score > 0
            and claim.is_above is is_above
            and claim.witnesses <= lines
        ]
        found += [claim for claim in alike if claim not in found]
        found += _presumed(alike, claims)
    return found


def _presumed(blocks: Sequence[Claim], claims: Sequence[Claim]) -> list[Claim]:
    """Add the sum of a block whose neighbours have theirs: of the rows left over between them."""
    view, is_above = blocks[0].view, blocks[0].is_above
    order = view.used[::-1] if is_above else view.used
    place = {position: at for at, position in enumerate(order)}
    spans = sorted(
        (first, place[claim.target])
        for claim in blocks
        if place[claim.target] - (first := min(place[part] for part in claim.parts))
        == len(claim.parts)
    )
    if len(spans) <= _PRESUMED:
        return []
    inner, targets = {claim.target for claim in blocks}, {claim.target for claim in claims}
    grand = {claim.target for claim in claims if len(inner & claim.places) > 1}
    grand |= {end for end in (view.used[0], view.used[-1]) if ONLY_SUM.fullmatch(view.names[end])}
    last = len(order) if order[-1] in grand else 0
    found = []
    for (_, before), (after, _) in pairwise([(0, -1), *spans, (last, 0)]):
        gap = [position for position in order[before + 1 : after] if position not in grand]
        if len(gap) > 2 and not targets & {*gap}:  # else it adds up in other lines
            claim = weigh(view, Sum(gap[-1], tuple(sorted(gap[:-1]))), blocks[0].price)
            if len(claim.off) == 1:
                found.append(claim)
    return found


def ought_down(
    claims: Sequence[Claim],
    quotients: Collection[int],
    added: Collection[frozenset[int]] = (),
    *,
    is_stated: bool = False,
) -> Ought:
    """Make the rule for columns that a sum row misses.

    It ought to add them up where most other sum rows do, or half of them, and that is a law of this
    column alone; where the row adds up all columns that this one is added to, or is the sum of; or
    where nearly all other columns of the row do, or its name says so, and it holds more than any
    two parts, one of all left out, for one part may be wrong, or one slip makes it their sum: a
    mean or a quotient does not.

    Args:
        added: columns that sums across add up, with their sum.
    """

    def ought(claim: Claim, line: int) -> bool:
        view = claim.view
        values = view.values[line]
        parts = [values[part] for part in claim.parts]
        names = (view.labels[line], view.names[claim.target])
        # what is withheld is silent, but where known parts exceed the sum
        is_blank = any(
            value is None and not view.withheld[line][part]
            for part, value in zip(claim.parts, parts, strict=True)
        )
        if is_blank or line in quotients or any(map(STATISTIC.search, names)):
            return False
        others = [each for each in claims if each is not claim]
        held = sum(line in each.held for each in others)
        off = sum(line in each.off for each in others)
        told = sum(each.held.get(line, 0) for each in others)
        if _are_most(held, off, 2) or (held >= off and told - choosing(held + off, off) >= LAW):
            return True
        if any(line in some and some - {line} <= claim.held.keys() for some in added):
            return True
        # one column may be wrong; where two are off, others may be of another kind
        off_besides = len(claim.off) if len(claim.off) > 1 else 0
        is_usual = is_stated or _are_most(len(claim.held), off_besides, 1)
        if not is_usual or not (_are_most(held, off, 1) or not held + off):
            return False
        sizes = sorted(abs(part or 0) for part in parts)
        is_large = abs(values[claim.target] or 0) > sum(sizes[-3:-1])
        return is_large or _is_slip(claim, line)

    return ought


def _is_slip(claim: Claim, line: int) -> bool:
    """Whether one slip makes a column add up; the mean of ten is their sum with its mark moved."""
    is_power = str(len(claim.parts)).strip("0") == "1"
    return not is_power and line in find_slips(replace(claim, off=frozenset({line})))[1]


def _are_most(held: int, off: int, least: int) -> bool:
    return held >= least and are_most(held, held + off)
