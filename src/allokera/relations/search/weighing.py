"""Weighing a sum that the search proposes."""

from dataclasses import replace

from allokera.relations.bits import BIT, LIKELY
from allokera.relations.evidence.claim import Claim, is_hopeless, weigh_anywhere
from allokera.relations.evidence.priors import NAMED, SUM
from allokera.relations.families.sums import Sum
from allokera.relations.sheet.view import View


def weigh_sum(
    view: View,
    pattern: Sum,
    price: int,
    *,
    is_near: bool = False,
    is_run: bool = False,
    least: int = LIKELY,
) -> Claim | None:
    """Weigh a sum; parts without any number where it holds are none.

    Args:
        is_near: whether target and parts stand side by side: then it may be weaker, for others of
            its shape may bear it out.
        is_run: whether the parts are all of a run of neighbours: then one that is nothing in every
            line is a part as well; put together otherwise, it need not be.
        least: the score from which on it counts.

    Returns:
        None where it is worth too little, or has one part only.
    """
    bonus = NAMED if SUM.search(view.names[pattern.target % view.width]) else 0
    if is_hopeless(view, pattern):
        return None
    claim = weigh_anywhere(view, pattern, price)
    if claim.score + bonus < (BIT if is_near else least):
        return None
    used = tuple(
        place
        for place in pattern.parts
        if any(
            view.values[line][place] is not None if is_run else view.values[line][place]
            for line in claim.held
        )
    )
    if len(used) < 2:
        return None
    return replace(
        claim,
        pattern=replace(pattern, parts=used),
        fit=claim.fit + bonus,
        bonus=bonus,
        least=least,
        is_near=is_near,
    )
