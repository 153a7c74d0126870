"""Notes below a table: who gains, which amounts differ from the published, whom a bound holds."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from allokera.apportionment import Tie
from allokera.kronor.amount import Amount, size
from allokera.kronor.rounding import half_up
from allokera.kronor.wording import (
    decimal,
    grouped,
    listed,
    percent,
    spell_years,
    spelled,
    telling_places,
)
from allokera.model import Recipient
from allokera.render.language import word
from allokera.render.page import Block, Line, Notes, Span, Tone, line
from allokera.render.parts.headline import currency
from allokera.sharing.allocation import Allocation, Row, Side
from allokera.sharing.fragility import Figure, Fragile, find_fragile
from allokera.sharing.measures import Sides, weigh
from allokera.sharing.plan import Plan
from allokera.sharing.problem import Problem
from allokera.sharing.publication import Departure
from allokera.terms.shares import ShareOrigin


def gains_note(allocations: Sequence[Allocation]) -> Iterator[Block]:
    """Say who gains and who pays, against the same money shared out plainly."""
    sides = weigh(allocations)
    if sides is None:
        return
    against = "Against the grant's own shares by largest remainder"
    if not (sides.gainers or sides.payers):
        yield line(f"{against}, nothing changes.")
        return
    yield line(f"{against}: {sides_text(sides, currency(allocations[0].problem))}.")


def sides_text(sides: Sides, kr: str) -> str:
    """Say who gains and who pays, and how much together.

    Args:
        kr: what amounts are in.
    """
    unchanged = f"{sides.unchanged or 'nobody'} {'is' if sides.unchanged < 2 else 'are'} unchanged"
    gain, pay = _side(sides.gainers, "gain", kr), _side(sides.payers, "pay", kr)
    return f"{gain}; {pay}; {unchanged}"


def _side(changes: Mapping[Recipient, Amount], verb: str, kr: str) -> str:
    """Name those who gain or pay, where they are few, and how much that is together."""
    total = grouped(size(sum(changes.values())))
    if not changes:
        return f"nobody {verb}s"
    if len(changes) > _FEW:
        return f"{len(changes)} {verb} {total}{kr}"
    plural = verb if len(changes) > 1 else f"{verb}s"
    return f"{listed([each.name for each in changes])} {plural} {total}{kr}"


_FEW = 3


def departures_note(allocation: Allocation, rows: Sequence[Row]) -> Iterator[Block]:
    """Say why amounts are not the published ones: row by row, or once where one reason fits all."""
    departed = [row for row in rows if row.departure]
    for departure, reason in _FOR_ALL.items():
        if count := sum(row.departure is departure for row in departed):
            yield line(f"{count} of {len(rows)} amounts differ from the published: {reason}.")
    plain = allocation.plain or allocation
    by_recipient = {row.recipient: row for row in plain.rows}
    alone = [
        (row.recipient.name, _reason(by_recipient[row.recipient], plain))
        for row in departed
        if row.departure not in _FOR_ALL
    ]
    if alone:
        yield Notes(tuple(alone), Tone.CHANGED)


def key_note(allocation: Allocation) -> Iterator[Block]:
    """Say how many of the published amounts the key gives."""
    by_nearest = allocation.published_by_nearest()
    if by_nearest is not None:
        equal, printed = by_nearest
        is_alone = equal == printed and any(row.amount != row.published for row in allocation.rows)
        alone = ": the publisher rounded every row on its own" if is_alone else ""
        yield line(
            f"Rounded to the nearest by one divisor (--method webster), the key gives {equal} of "
            f"the {printed} published amounts{alone}."
        )


_FOR_ALL = {
    Departure.OTHER_UNIT: "the published are the same shares, rounded to another unit",
    Departure.OTHER_POOL: "the published come from another pool",
    Departure.OTHER_SHARES: "the published come from the grant's own shares",
    Departure.OTHER_BOUNDS: "the published know no bounds and no applications",
    Departure.OTHER_METHOD: "the published are rounded otherwise",
    Departure.OTHER_YEARS: "the published are rounded year by year",
}


def _reason(row: Row, plain: Allocation) -> str:
    if row.departure is Departure.MISPRINT:
        return f"printed {row.printed!r}; the shares give {grouped(row.amount)}"
    lost, kr = plain.lost_to_rounding, currency(plain.problem)
    due, verb = decimal(row.due, 3), "lose" if lost >= 0 else "exceed by"
    if row.departure is Departure.INDEPENDENT_ROUNDING:
        alone = f"{due} alone rounds to {half_up(row.due)}"
        return f"{alone}; all rows so rounded {verb} {grouped(size(lost))}{kr}"
    return f"{row.printed} is published; {due} units are due"


def bounds_note(allocation: Allocation) -> Iterator[Line]:
    """Say whom a bound holds, and what was not applied for."""
    kr, unit = currency(allocation.problem), allocation.problem.unit

    def in_units(bound: Amount) -> str:
        return f" (in whole units of {grouped(unit)}{kr})" if bound % unit else ""

    for side, said in _SIDES.items():
        held = [row for row in allocation.rows if row.held is side]
        for bound in sorted({row.bound for row in held}):
            names = [row.recipient.name for row in held if row.bound == bound]
            yield line(
                Span(f"Held at {said} {grouped(bound)}{kr}", Tone.CHANGED),
                f"{in_units(bound)}: {_some(names)}.",
            )
    for amount, said in _idle(allocation):
        yield line(f"{said} {grouped(amount)}{kr}{in_units(amount)} holds nobody.")
    bounds = allocation.problem.bounds
    modest = [
        row.recipient.name
        for place, row in enumerate(allocation.rows)
        if bounds and row.held and bounds.is_application(place)
    ]
    if modest:
        yield line(f"{_some(modest)} applied for less: the others share what that leaves.")
    if allocation.unused:
        names = [row.recipient.name for row in allocation.rows if row.unused]
        unused = grouped(size(allocation.unused))
        yield line(
            f"{_some(names)} applied for less: {unused}{kr} are left unused, since "
            "no rule of the grant shares them out again; --redistribute would."
        )


def _idle(allocation: Allocation) -> Iterator[tuple[Amount, str]]:
    """List the bounds that hold nobody, of those that are for everybody."""
    rows = allocation.rows
    for side, said in _SIDES.items():
        each = [row.minimum if side is Side.MINIMUM else row.maximum for row in rows]
        amount, count = Counter(each).most_common(1)[0]
        is_general = amount is not None and 2 * count > len(rows)
        if is_general and not any(row.held is side and row.bound == amount for row in rows):
            yield amount or 0, f"T{said[1:]}"


_SIDES = {Side.MINIMUM: "the least of", Side.MAXIMUM: "the most of"}


def ties_note(allocation: Allocation, place: int | None = None) -> Iterator[Line]:
    """Say which recipients had equal claims, and how table order decided.

    Args:
        place: whose ties alone matter.
    """
    for tie in allocation.ties:
        if place is not None and place not in tie.contenders:
            continue
        yield line(Span("Tie", Tone.CHANGED), f": {tie_text(tie, allocation)}.")


def fragile_note(allocation: Allocation, rows: Sequence[Row] = ()) -> Iterator[Line]:
    """Say which amounts turn on less than is known, and on what.

    Args:
        rows: those whose amounts matter; all, where there are none.
    """
    recipients = {row.recipient for row in rows or allocation.rows}
    for each in find_fragile(allocation):
        if each.recipient in recipients:
            yield line(Span("Fragile", Tone.CHANGED), f": {_fragile(each, allocation.problem)}.")


def _fragile(fragile: Fragile, problem: Problem) -> str:
    kr = currency(problem)
    side = "more" if fragile.change > 0 else "less"
    by, known = f"{grouped(size(fragile.change))}{kr}", f"{grouped(fragile.precision)}{kr}"
    then = f"{fragile.recipient.name} would get {grouped(fragile.amount)}"
    if fragile.figure is Figure.WEIGHT:
        return f"{then} if its weight, printed to {known}, were {by} {side}"
    return f"{then} if the administration, inferred to {known}, were {by} {side}"


def tie_text(tie: Tie, allocation: Allocation) -> str:
    """Say who had equal claims to fewer units than they are, and who got them."""
    contenders = [allocation.rows[row].recipient for row in tie.contenders]
    names = [each.name for each in contenders]
    units = "1 unit" if tie.places == 1 else f"{grouped(tie.places)} units"
    got = "it" if tie.places == 1 else "them"
    drawn = set(allocation.problem.lot) & {*contenders}
    order = "table order" if not drawn else "the lot"
    if drawn and drawn != {*contenders}:
        order = "the lot, and table order after it,"
    return (
        f"{_some(names)} have exactly equal claims to {units}; {order} gave {got} to "
        f"{_some(names[: tie.places])}"
    )


def _some(names: list[str]) -> str:
    """List names; of very many, the first ones and how many more."""
    if len(names) <= _MANY:
        return listed(names)
    return listed([*names[:_FEW], f"{len(names) - _FEW} more"])


_MANY = 40


def shares_note(problem: Problem) -> Iterator[Block]:
    """Say how the shares came about, where they are not the grant's own, and what was drawn."""
    shares = problem.shares
    if shares.reading is not ShareOrigin.PUBLISHED:
        yield line(f"Shares are {shares.basis}: {word(shares.reason)}.")
    for what, said in terms_texts(problem):
        yield line(Span(what, Tone.CHANGED), f": {said}.")


def terms_texts(problem: Problem) -> Iterator[tuple[str, str]]:
    """Say who is below a threshold, and what was drawn, where that was asked for."""
    if below := problem.shares.below:
        names = [
            f"{recipient.name} ({percent(share, _telling(share, least))} of all, the least is "
            f"{spelled(least * 100)} %)"
            for recipient, share, least in below
        ]
        yield "Below the threshold", _some(names)
    if problem.lot:
        yield "The lot for equal claims", _some([each.name for each in problem.lot])


def _telling(share: Fraction, least: Fraction) -> int:
    """Say how many decimals tell a share in per cent from the least."""
    return telling_places((100 * share, 100 * least), 4)


def administration_note(problem: Problem) -> Iterator[Line]:
    """Say how the administration is known."""
    administration = problem.administration
    if administration.amount:
        yield line(f"Administration is {administration.basis}: {word(administration.reason)}.")


def by_years(plan: Plan, note: Callable[[Allocation], Iterator[Line]]) -> Iterator[Line]:
    """Say once what is so in several years, and in which it is, unless in all."""
    found: dict[Line, list[int]] = {}
    for allocation in plan.allocations:
        for each in note(allocation):
            found.setdefault(each, []).append(allocation.problem.year or 0)
    for each, years in found.items():
        when = f"{spell_years(years)}: " if len(years) < len(plan.allocations) else ""
        yield line(when, *each.spans)
