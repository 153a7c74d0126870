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
            its shape may bear it out, and what rounding hides is a part as well.
        is_run: whether the parts are all of a run of neighbours: then one that is nothing in every
            line, or that rounding hides, is a part as well; put together otherwise, it need not be.
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
    used = tuple(place for place in pattern.parts if _is_used(view, claim, place, is_run=is_run))
    are_all = is_run or is_near
    needed = tuple(place for place in used if are_all or not _is_needless(view, claim, place))
    if len(needed) < 2:
        return None
    if needed != used:
        simpler = replace(pattern, parts=needed, minus=pattern.minus & {*needed})
        return weigh_sum(view, simpler, price, is_near=is_near, is_run=is_run, least=least)
    return replace(
        claim,
        pattern=replace(pattern, parts=used),
        fit=claim.fit + bonus,
        bonus=bonus,
        least=least,
        is_near=is_near,
    )


def _is_used(view: View, claim: Claim, part: int, *, is_run: bool) -> bool:
    """Whether a part has a number in some line that agrees.

    That of a run may be nothing in all of them, if it is not what keeps others from agreeing.
    """
    if any(view.values[line][part] for line in claim.held):
        return True
    is_nothing = any(view.values[line][part] is not None for line in claim.held)
    return is_run and is_nothing and not any(view.values[line][part] for line in claim.off)


def _is_needless(view: View, claim: Claim, part: int) -> bool:
    """Whether rounding hides a part in every line that agrees, and these agree better without it.

    A factor of one or two beside amounts, printed finer than they are, is no part of them.
    """
    target, parts = claim.target, claim.parts
    lines = [line for line in claim.held if view.values[line][part]]
    for line in lines:
        units = view.units[line]
        most = sum(units[place] for place in (target, *parts))
        is_finer = units[part] < units[target]
        if not is_finer or 2 * abs(view.values[line][part] or 0) > most:
            return False
    sign = -1 if part in claim.pattern.taken_away else 1
    with_it = without = 0
    for line in lines:
        off = _off(view, claim, line)
        with_it += abs(off)
        without += abs(off - sign * (view.values[line][part] or 0))
    return bool(lines) and without <= with_it


def _off(view: View, claim: Claim, line: int) -> int:
    """Say how much the parts of a line come to more than the target."""
    expected = claim.pattern.expected(view, line) or 0
    return int(expected) - (view.values[line][claim.target] or 0)
