"""Notes below a table: who gains, which amounts differ from the published, whom a bound holds."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction

from allokera.apportionment import Tie
from allokera.kronor.amount import Amount, size
from allokera.kronor.currency import Currency
from allokera.kronor.rounding import half_up
from allokera.kronor.wording import telling_places
from allokera.model import Recipient
from allokera.render.language import Language, word
from allokera.render.page import Block, Line, Notes, Span, Tone, line
from allokera.sharing.allocation import Allocation, Row, Side
from allokera.sharing.fragility import Figure, Fragile, find_fragile
from allokera.sharing.measures import Sides, weigh
from allokera.sharing.plan import Plan
from allokera.sharing.problem import Problem
from allokera.sharing.publication import Departure
from allokera.terms.shares import ShareOrigin


def gains_note(say: Language, allocations: Sequence[Allocation]) -> Iterator[Block]:
    """Say who gains and who pays, against the same money shared out plainly."""
    sides = weigh(allocations)
    if sides is None:
        return
    if not (sides.gainers or sides.payers):
        yield line(say.amounts.nothing_changes)
        return
    text = sides_text(say, sides, allocations[0].problem.currency)
    yield line(say.amounts.against_plain(text))


def sides_text(say: Language, sides: Sides, currency: Currency | None) -> str:
    """Say who gains and who pays, and how much together."""

    def told(changes: Mapping[Recipient, Amount]) -> tuple[list[str], int, str]:
        names = [each.name for each in changes] if len(changes) <= _FEW else []
        return names, len(changes), say.money(size(sum(changes.values())), currency)

    gain, pay = say.amounts.gain(*told(sides.gainers)), say.amounts.pay(*told(sides.payers))
    return f"{gain}; {pay}; {say.amounts.remain(sides.unchanged)}"


_FEW = 3


def departures_note(say: Language, allocation: Allocation, rows: Sequence[Row]) -> Iterator[Block]:
    """Say why amounts are not the published ones: row by row, or once where one reason fits all."""
    departed = [row for row in rows if row.departure]
    for departure in _FOR_ALL:
        if count := sum(row.departure is departure for row in departed):
            yield line(say.amounts.departed(count, len(rows), departure))
    plain = allocation.plain or allocation
    by_recipient = {row.recipient: row for row in plain.rows}
    alone = [
        (row.recipient.name, _reason(say, by_recipient[row.recipient], plain))
        for row in departed
        if row.departure not in _FOR_ALL
    ]
    if alone:
        yield Notes(tuple(alone), Tone.CHANGED)


def key_note(say: Language, allocation: Allocation) -> Iterator[Block]:
    """Say how many of the published amounts the key gives."""
    by_nearest = allocation.published_by_nearest()
    if by_nearest is not None:
        equal, printed = by_nearest
        is_alone = equal == printed and any(row.amount != row.published for row in allocation.rows)
        yield line(say.amounts.key_gives(equal, printed, alone=is_alone))


_FOR_ALL = (
    Departure.OTHER_UNIT,
    Departure.OTHER_POOL,
    Departure.OTHER_SHARES,
    Departure.OTHER_BOUNDS,
    Departure.OTHER_METHOD,
    Departure.OTHER_YEARS,
)
"""Reasons that are those of all rows at once."""


def _reason(say: Language, row: Row, plain: Allocation) -> str:
    if row.departure is Departure.MISPRINT:
        return say.amounts.is_misprint(row.printed or "", say.grouped(row.amount))
    lost, due = plain.lost_to_rounding, say.decimal(row.due, 3)
    if row.departure is Departure.INDEPENDENT_ROUNDING:
        total = say.money(size(lost), plain.problem.currency)
        return say.amounts.rounded_alone(due, half_up(row.due), total, loses=lost >= 0)
    return say.amounts.published_otherwise(row.printed or "", due)


def bounds_note(say: Language, allocation: Allocation) -> Iterator[Line]:
    """Say whom a bound holds, and what was not applied for."""
    currency, unit = allocation.problem.currency, allocation.problem.unit

    def in_units(bound: Amount) -> str:
        return say.amounts.in_whole_units(say.money(unit, currency)) if bound % unit else ""

    for side in Side:
        held = [row for row in allocation.rows if row.held is side]
        for bound in sorted({row.bound for row in held}):
            names = [row.recipient.name for row in held if row.bound == bound]
            yield line(
                Span(say.amounts.held_at(side, say.money(bound, currency)), Tone.CHANGED),
                f"{in_units(bound)}: {_some(say, names)}.",
            )
    for side, amount in _idle(allocation):
        told = say.money(amount, currency)
        yield line(say.amounts.holds_nobody(side, told, in_units(amount)))
    bounds = allocation.problem.bounds
    modest = [
        row.recipient.name
        for place, row in enumerate(allocation.rows)
        if bounds and row.held and bounds.is_application(place)
    ]
    if modest:
        yield line(say.amounts.applied_for_less(_some(say, modest)))
    if allocation.unused:
        names = [row.recipient.name for row in allocation.rows if row.unused]
        unused = say.money(size(allocation.unused), currency)
        yield line(say.amounts.left_unused(_some(say, names), unused))


def _idle(allocation: Allocation) -> Iterator[tuple[Side, Amount]]:
    """List the bounds that hold nobody, of those that are for everybody."""
    rows = allocation.rows
    for side in Side:
        each = [row.minimum if side is Side.MINIMUM else row.maximum for row in rows]
        amount, count = Counter(each).most_common(1)[0]
        is_general = amount is not None and 2 * count > len(rows)
        if is_general and not any(row.held is side and row.bound == amount for row in rows):
            yield side, amount or 0


def ties_note(say: Language, allocation: Allocation, place: int | None = None) -> Iterator[Line]:
    """Say which recipients had equal claims, and how table order decided.

    Args:
        place: whose ties alone matter.
    """
    for tie in allocation.ties:
        if place is not None and place not in tie.contenders:
            continue
        told = tie_text(say, tie, allocation)
        yield line(Span(say.amounts.tie, Tone.CHANGED), f": {told}.")


def fragile_note(say: Language, allocation: Allocation, rows: Sequence[Row] = ()) -> Iterator[Line]:
    """Say which amounts turn on less than is known, and on what.

    Args:
        rows: those whose amounts matter; all, where there are none.
    """
    recipients = {row.recipient for row in rows or allocation.rows}
    for each in find_fragile(allocation):
        if each.recipient in recipients:
            told = _fragile(say, each, allocation.problem.currency)
            yield line(Span(say.amounts.fragile, Tone.CHANGED), f": {told}.")


def _fragile(say: Language, fragile: Fragile, currency: Currency | None) -> str:
    is_weight = fragile.figure is Figure.WEIGHT
    told = say.amounts.fragile_weight if is_weight else say.amounts.fragile_administration
    return told(
        fragile.recipient.name,
        say.grouped(fragile.amount),
        say.money(fragile.precision, currency),
        say.money(size(fragile.change), currency),
        more=fragile.change > 0,
    )


def tie_text(say: Language, tie: Tie, allocation: Allocation) -> str:
    """Say who had equal claims to fewer units than they are, and who got them."""
    contenders = [allocation.rows[row].recipient for row in tie.contenders]
    names = [each.name for each in contenders]
    drawn = set(allocation.problem.lot) & {*contenders}
    return say.amounts.equal_claims(
        _some(say, names),
        tie.places,
        _some(say, names[: tie.places]),
        drawn=bool(drawn),
        then_order=bool(drawn) and drawn != {*contenders},
    )


def _some(say: Language, names: list[str]) -> str:
    """List names; of very many, the first ones and how many more."""
    if len(names) <= _MANY:
        return say.listed(names)
    return say.listed([*names[:_FEW], say.amounts.more(len(names) - _FEW)])


_MANY = 40


def shares_note(say: Language, problem: Problem) -> Iterator[Block]:
    """Say how the shares came about, where they are not the grant's own, and what was drawn."""
    shares = problem.shares
    if shares.reading is not ShareOrigin.PUBLISHED:
        yield line(say.amounts.shares_are(shares.basis, word(shares.reason, say)))
    for what, told in terms_texts(say, problem):
        yield line(Span(what, Tone.CHANGED), f": {told}.")


def terms_texts(say: Language, problem: Problem) -> Iterator[tuple[str, str]]:
    """Say who is below a threshold, and what was drawn, where that was asked for."""
    if below := problem.shares.below:
        names = [
            say.amounts.below(
                recipient.name,
                say.percent(share, _telling(share, least)),
                say.spelled(least * 100),
            )
            for recipient, share, least in below
        ]
        yield say.amounts.below_threshold, _some(say, names)
    if problem.lot:
        yield say.amounts.lot, _some(say, [each.name for each in problem.lot])


def _telling(share: Fraction, least: Fraction) -> int:
    """Say how many decimals tell a share in per cent from the least."""
    return telling_places((100 * share, 100 * least), 4)


def administration_note(say: Language, problem: Problem) -> Iterator[Line]:
    """Say how the administration is known."""
    administration = problem.administration
    if administration.amount:
        reason = word(administration.reason, say)
        yield line(say.amounts.administration_is(administration.basis, reason))


def by_years(
    say: Language, plan: Plan, note: Callable[[Language, Allocation], Iterator[Line]]
) -> Iterator[Line]:
    """Say once what is so in several years, and in which it is, unless in all."""
    found: dict[Line, list[int]] = {}
    for allocation in plan.allocations:
        for each in note(say, allocation):
            found.setdefault(each, []).append(allocation.problem.year or 0)
    for each, years in found.items():
        when = f"{say.years(years)}: " if len(years) < len(plan.allocations) else ""
        yield line(when, *each.spans)
