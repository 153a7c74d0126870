"""Which lines a relation is about, of those that are off it."""

from allokera.relations.bits import are_most
from allokera.relations.evidence.claim import Claim
from allokera.relations.evidence.priors import STATISTIC
from allokera.relations.families.sums import Sum

_LOOKED_AT = 100
"""Lines that agree, of which it is asked whether a number is nothing in most."""


def is_about(claim: Claim, line: int) -> bool:
    """Whether a row that is off a relation is of those that it is about.

    A row that lacks more of its parts than any that agrees is not, nor one that holds one number
    more, which is nothing where the relation holds, and by which the sum is off, or with which most
    rows are; nor one where what may not be below nothing is nothing. Where something is withheld a
    row is off only if known parts exceed their sum: what is missing does not matter then.
    """
    view, withheld = claim.view, claim.view.withheld[line]
    if STATISTIC.search(view.labels[line]) or withheld[claim.target]:
        return False
    is_withheld = any(withheld[part] for part in claim.parts)
    if claim.lacking(line) > claim.most_lacking and not is_withheld:
        return False
    if is_withheld and not isinstance(claim.pattern, Sum):
        return False
    if not isinstance(claim.pattern, Sum):
        return not _is_set_apart(claim, line)
    return not (
        _holds_one_more(claim, line)
        or _is_at_floor(claim, line)
        or _is_another_measure(claim, line)
    )


def _holds_one_more(claim: Claim, line: int) -> bool:
    """Whether the target holds, or lacks, a number of its line that is nothing in other lines."""
    view = claim.view
    measured = claim.pattern.measure(view, line)
    assert measured is not None, "a line that is off was measured"
    told = sorted(claim.witnesses)[:_LOOKED_AT]
    for place, value in enumerate(view.values[line]):
        if not value or place == claim.target or place in claim.places:
            continue
        if abs(measured.off - 2 * abs(value)) <= measured.wide:
            nothing = sum(not view.values[other][place] for other in told)
            if are_most(nothing, len(told)):
                return True
    return False


def _is_another_measure(claim: Claim, line: int) -> bool:
    """Whether a line is printed finer than all that agree, and its target is no more than a part.

    A rate, or a mean, among amounts: it does not add up.
    """
    view, target, told = claim.view, claim.target, sorted(claim.witnesses)[:_LOOKED_AT]
    values, unit = view.values[line], view.units[line][target]
    largest = max(abs(values[part] or 0) for part in claim.parts)
    is_finer = all(unit < view.units[other][target] for other in told)
    return is_finer and abs(values[target] or 0) <= largest


def _is_set_apart(claim: Claim, line: int) -> bool:
    """Whether a line holds a number that is nothing in others, and that most lines off hold alone.

    A product with a reduction is another one.
    """
    view, told = claim.view, sorted(claim.witnesses)[:_LOOKED_AT]
    for place, value in enumerate(view.values[line]):
        if not value or place == claim.target or place in claim.places:
            continue
        nothing = sum(not view.values[other][place] for other in told)
        off = sum(bool(view.values[other][place]) for other in claim.off)
        if are_most(nothing, len(told)) and off > len(told) - nothing:
            return True
    return False


def _is_at_floor(claim: Claim, line: int) -> bool:
    """Whether a number is nothing where it ought to be less: what is left, or paid back.

    Then it is so in most of the lines where that number is nothing, and in none is it less.
    """
    view = claim.view
    return any(
        _is_cut(claim, line, place)
        and all((value or 0) >= 0 for value in view.columns[place])
        and sum(_is_cut(claim, other, place) for other in claim.off)
        > sum(view.values[other][place] == 0 for other in claim.held)
        for place in (claim.target, *claim.parts)
    )


def _is_cut(claim: Claim, line: int, place: int) -> bool:
    """Whether a position of a line holds nothing, and ought to hold less than that."""
    view, values = claim.view, claim.view.values[line]
    expected = claim.pattern.expected(view, line)
    if values[place] != 0 or expected is None:
        return False
    more = expected - (values[claim.target] or 0)
    return more < 0 if place == claim.target or place in claim.pattern.taken_away else more > 0
