"""Sum rows: sums seen down a sheet. Which rows are the sums of which is said once for all."""

from collections.abc import Sequence
from itertools import pairwise

from allokera.relations.bits import LAW
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.evidence.priors import ONLY_SUM
from allokera.relations.families.sums import Sum
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
