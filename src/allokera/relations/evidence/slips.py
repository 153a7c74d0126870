"""Lines that one slip of a finger keeps from a pattern: they speak for it, less than the others.

Where two rows of six stand exchanged, a third of the table is off; a mistyped running total is in
two lines. That one slip mends such lines is hardly an accident: what they would tell, less the bits
by which the slip is rare, is how much likelier they are beside the pattern than without it.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import NamedTuple

from allokera.kronor.keying import Slip, one_slip, results, slip
from allokera.relations.bits import LIKELY, bits, naming
from allokera.relations.evidence.claim import Claim
from allokera.relations.evidence.pattern import Linear
from allokera.relations.evidence.prices import SLIP
from allokera.relations.sheet.view import View

MOST = 6
"""Lines off a pattern, at most, that slips are looked for in: of more, something else is wrong."""

_LEAST = bits(10)
"""What a slip must tell beyond its name, to be taken for one: ten to one.

That two rows of six follow another rule is ten times as likely as two mistakes, before it is asked
what they hold (1/100 in 7 * 15, and 3/1000 twice); with ten to one for each, mistakes are.
"""

Place = tuple[int, int]
"""A line, and a position in it."""

Change = Mapping[Place, int]
"""Numbers that were meant to stand at some places."""


def with_slips(claim: Claim) -> Claim:
    """Count the lines that one slip mends as witnesses, where a claim needs them to be a law.

    At least half of the lines must agree as they are.
    """
    count = len(claim.held) + len(claim.off)
    is_in_need = not claim.is_law or claim.pattern.one_in * len(claim.off) > count
    if not is_in_need or claim.slips or claim.pattern.free or claim.score < LIKELY:
        return claim
    if not 0 < len(claim.off) <= min(MOST, count // 2):
        return claim
    worth, prices = find_slips(claim)
    return replace(claim, score=claim.score + worth, slips=prices) if prices else claim


def find_slips(claim: Claim) -> tuple[int, dict[int, int]]:
    """Find the lines off a claim that one slip mends.

    Each is worth what it would tell if it were mended, less the bits that it takes to name the
    slip: its kind, its place, and which of its results; below ten to one it is none.

    Returns:
        What they are worth together, and for each the bits that name its slip.
    """
    score, prices = 0, dict[int, int]()
    for line in sorted(claim.off):
        if line in prices:
            continue
        left = claim.off - prices.keys()
        best, price, told = 0, 0, dict[int, int]()
        signed = _signed(claim, line)
        for named, change in (
            *_mistyped(claim, line, signed),
            *_exchanged(claim, line, left, signed),
        ):
            mended = _mended(claim, change)
            worth = sum(mended.values()) - named
            if worth > best and mended.keys() <= left:
                best, price, told = worth, named, mended
        if best >= _LEAST:
            score += best
            prices |= dict.fromkeys(told, 0) | {line: price}
    return score, prices


Named = tuple[int, Change]
"""What may have happened, after the bits that it takes to name it."""


class _Signed(NamedTuple):
    """A line as a signed sum, and what it comes to: where the line agrees, nothing, or nearly."""

    linear: Linear
    total: int


def _signed(claim: Claim, line: int) -> _Signed | None:
    linear = claim.pattern.linear(claim.view, line) if claim.pattern.is_linear else None
    if linear is None:
        return None
    values = claim.view.values[line]
    summed = sum(weight * (values[place] or 0) for place, weight in linear.weights.items())
    return _Signed(linear, linear.constant + summed)


def _mistyped(claim: Claim, line: int, signed: _Signed | None) -> Iterator[Named]:
    """List the single numbers of a line that one slip may have made of those that mend it."""
    view, places = claim.view, (claim.target, *claim.parts)
    for place in places:
        if not (value := view.values[line][place]):
            continue
        step = _last_place(view, place)
        keyed = value // step
        if signed is not None:
            rest = signed.total - signed.linear.weights[place] * value
            bounds = signed.linear.bounds(place, rest, rest, signed.linear.wide)
        else:
            values = view.values[line]
            bounds = claim.pattern.allowed(view, line, place, values, is_exact=False)
        low, high = bounds or (1, 0)
        # no slip but that of the sign leads beyond nothing
        is_beyond = high < 0 < value or value < 0 < low
        # what rounding would hide may be anything
        hidden = 0 if signed is None or place == claim.target else signed.linear.wide
        for meant in [-keyed] if is_beyond else sorted(one_slip(keyed)):
            if low <= meant * step <= high and 2 * abs(meant) * step > hidden:
                how = Slip.SIGN if meant == -keyed else slip(abs(meant), str(abs(keyed)))
                ways = results(how or Slip.ADDED, len(str(abs(meant))))
                yield SLIP + naming(len(places)) + naming(ways), {(line, place): meant * step}


def _exchanged(
    claim: Claim, line: int, off: Collection[int], signed: _Signed | None
) -> Iterator[Named]:
    """List the pairs of numbers of one column that may stand exchanged, one of them in a line."""
    view, places = claim.view, (claim.target, *claim.parts)
    for place in places:
        if view.is_across:
            pairs = [(other, place) for other in sorted(off) if other != line]
        else:
            pairs = [(line, claim.target)] if place != claim.target else []
        price = SLIP + naming(len(places) * len(pairs))
        value = view.values[line][place]
        for other, beside in pairs:
            number = view.values[other][beside]
            if value is None or number is None or number == value:
                continue
            if other != line or signed is None or _fits(signed, place, beside, number - value):
                yield price, {(line, place): number, (other, beside): value}


def _fits(signed: _Signed, one: int, other: int, more: int) -> bool:
    """Whether a line would agree with two of its numbers exchanged, one so much more."""
    weights = signed.linear.weights
    total = signed.total + (weights[one] - weights[other]) * more
    return 2 * abs(total) <= signed.linear.wide


def _last_place(view: View, position: int) -> int:
    """Say what a one in the last place that a position shows is worth, in the sheet's scale."""
    step = view.one
    while step > 1 and any(number and number % step for number in view.columns[position]):
        step //= 10
    return step


def _mended(claim: Claim, change: Change) -> dict[int, int]:
    """Say what each line would tell if a change were undone; nothing where one does not agree."""
    view, places = claim.view, {claim.target, *claim.parts}
    rows = [*view.values]
    touched = set[int]()
    for (line, place), number in change.items():
        for row, position in ((line, place), _beside(view, line, place)):
            if position in places and 0 <= row < len(rows):
                values = [*rows[row]]
                values[position] = number
                rows[row] = values
                touched.add(row)
    mended = replace(view, values=rows)
    measures = {line: claim.pattern.measure(mended, line) for line in sorted(touched)}
    told = {line: each.told for line, each in measures.items() if each is not None and each.holds}
    return told if len(told) == len(measures) else {}


def _beside(view: View, line: int, position: int) -> Place:
    """Say where else a number stands, in a view of lines beside each other."""
    if position >= view.width:
        return line - view.lag, position - view.width
    return line + view.lag, position + view.width
