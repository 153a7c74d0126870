"""Lines that one slip of a finger keeps from a pattern: they speak for it, less than the others.

Where two rows of six stand exchanged, a third of the table is off; a mistyped running total is in
two lines. That one slip mends such lines is hardly an accident: of all slips that were tried any
might have mended them, each as likely as a line agrees by accident.
"""

from collections.abc import Collection, Mapping
from dataclasses import replace

from allokera.kronor.keying import one_slip
from allokera.relations.bits import BIT, LIKELY, naming
from allokera.relations.evidence.claim import Claim
from allokera.relations.evidence.pattern import Bounds, Pattern
from allokera.relations.sheet.view import View

MOST = 6
"""Lines off a pattern, at most, that slips are looked for in: of more, something else is wrong."""

Place = tuple[int, int]
"""A line, and a position in it."""

Change = Mapping[Place, int]
"""Numbers that were meant to stand at some places."""


def with_slips(claim: Claim) -> Claim:
    """Count the lines that one slip mends as witnesses, where a claim needs them to be a law.

    Each is worth what it would tell if it were mended, less the bits that it takes to name the slip
    among all that were tried; below 6 bits it is none. At least half of the lines must agree as
    they are.
    """
    count = len(claim.held) + len(claim.off)
    is_in_need = not claim.is_law or claim.pattern.one_in * len(claim.off) > count
    if not is_in_need or claim.slips or claim.pattern.free or claim.score < LIKELY:
        return claim
    if not 0 < len(claim.off) <= min(MOST, count // 2):
        return claim
    score, prices = claim.score, dict[int, int]()
    for line in sorted(claim.off):
        if line in prices:
            continue
        left = claim.off - prices.keys()
        best, price, told = 0, 0, dict[int, int]()
        for changes in (_mistyped(claim, line), _exchanged(claim, line, left)):
            named = BIT + naming(sum(count for count, _ in changes))
            for _, change in changes:
                mended = _mended(claim, change) if change else {}
                worth = sum(mended.values()) - named
                if worth > best and mended.keys() <= left:
                    best, price, told = worth, named, mended
        if best >= LIKELY:
            score += best
            prices |= dict.fromkeys(told, 0) | {line: price}
    return replace(claim, score=score, slips=prices) if prices else claim


Tried = tuple[int, Change]
"""How many changes were tried, and one of them; nothing where none mends the line."""


def _mistyped(claim: Claim, line: int) -> list[Tried]:
    """List the single numbers of a line that one slip may have made of those that mend it."""
    view, found = claim.view, list[Tried]()
    for place in (claim.target, *claim.parts):
        if not (value := view.values[line][place]):
            continue
        step = _last_place(view, place)
        meant = one_slip(value // step)
        low, high = _bounds(claim.pattern, view, line, place) or (1, 0)
        found.append((len(meant), {}))
        found += [
            (0, {(line, place): number * step})
            for number in sorted(meant)
            if low <= number * step <= high
        ]
    return found


def _exchanged(claim: Claim, line: int, off: Collection[int]) -> list[Tried]:
    """List the pairs of numbers of one column that may stand exchanged, one of them in a line."""
    view, found = claim.view, list[Tried]()
    for place in (claim.target, *claim.parts):
        if view.is_across:
            pairs = [(other, place) for other in sorted(off) if other != line]
        else:
            pairs = [(line, claim.target)] if place != claim.target else []
        value = view.values[line][place]
        for other, beside in pairs:
            number = view.values[other][beside]
            if value is not None and number is not None and number != value:
                found.append((1, {(line, place): number, (other, beside): value}))
    return found


def _last_place(view: View, position: int) -> int:
    """Say what a one in the last place that a position shows is worth, in the sheet's scale."""
    step = view.one
    while step > 1 and any(number and number % step for number in view.columns[position]):
        step //= 10
    return step


def _bounds(pattern: Pattern, view: View, line: int, position: int) -> Bounds | None:
    """Bound a number by the others of its line; None where no number will do."""
    values = view.values[line]
    if not pattern.is_linear:
        return pattern.allowed(view, line, position, values, is_exact=False)
    linear = pattern.linear(view, line)
    if linear is None or position not in linear.weights:
        return None
    rest = linear.constant + sum(
        weight * (values[place] or 0)
        for place, weight in linear.weights.items()
        if place != position
    )
    return linear.bounds(position, rest, rest, linear.wide)


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
