"""What stands on pages of amounts, in English."""

from collections.abc import Sequence

from allokera.kronor.wording import grouped, listed
from allokera.model import Basis
from allokera.render.language.english.pages.proof import Proof
from allokera.render.language.english.pages.side_by_side import SideBySide
from allokera.render.words.amounts import AmountsWords
from allokera.sharing.allocation import Side
from allokera.sharing.publication import Departure
from allokera.terms.shares import ShareOrigin

_ORIGINS = {
    ShareOrigin.SCALE: "by scale",
    ShareOrigin.KEY: "by key",
    ShareOrigin.GIVEN: "own weights",
}
_SIDES = {Side.MINIMUM: "at least", Side.MAXIMUM: "at most"}
_BOUNDS = {Side.MINIMUM: "the least of", Side.MAXIMUM: "the most of"}
_DEPARTURES = {
    Departure.OTHER_UNIT: "the published are the same shares, rounded to another unit",
    Departure.OTHER_POOL: "the published come from another pool",
    Departure.OTHER_SHARES: "the published come from the grant's own shares",
    Departure.OTHER_BOUNDS: "the published know no bounds and no applications",
    Departure.OTHER_METHOD: "the published are rounded otherwise",
    Departure.OTHER_YEARS: "the published are rounded year by year",
}
_PLAIN = "Against the grant's own shares by largest remainder"


class Amounts(Proof, SideBySide, AmountsWords):
    """What stands on pages of amounts."""

    carried = "carried"
    code = "Code"
    recipient = "Recipient"
    share = "Share"
    amount = "Amount"
    amounts = "Amounts"
    mark_is_published = "the mark is what was published"
    published = "Published"
    difference = "Difference"
    change = "Change"
    own_funding = "Own funding,\nat least"
    held = "Held"
    not_applied_for = "Not\napplied for"
    all_years = "All years"
    leaves = "leaves"
    joins = "joins"
    misprint = "misprint"
    unchanged = "unchanged"
    unused = "Not applied for"
    unallocated = "Unallocated"
    administration = "Administration"
    envelope = "Envelope"
    total = "Total"
    nothing_changes = f"{_PLAIN}, nothing changes."
    tie = "Tie"
    fragile = "Fragile"
    below_threshold = "Below the threshold"
    lot = "The lot for equal claims"

    def status(self, status: str) -> str:
        return status

    def origin(self, origin: ShareOrigin) -> str:
        return _ORIGINS.get(origin, "")

    def unit(self, unit: str) -> str:
        return f"unit {unit}"

    def change_of(self, answer: str) -> str:
        return f"{answer}:\nchange"

    def each_inhabitant(self, currency: str) -> str:
        return f"{currency[:1].upper()}{currency[1:]} each\ninhabitant".lstrip()

    def each_of(self, years: str) -> str:
        return f"each of\n{years}"

    def side(self, side: Side | None) -> str:
        return _SIDES[side] if side else ""

    def unread(self, count: int) -> str:
        return f"{count} unread"

    def all_rows(self, count: int) -> str:
        return f"All {count} rows"

    def shown(self, count: int, of: int) -> str:
        return f"Shown, {count} of {of}"

    def shown_of_county(self, county: str) -> str:
        return f"{county}, shown"

    def against_plain(self, sides: str) -> str:
        return f"{_PLAIN}: {sides}."

    def gain(self, names: Sequence[str], count: int, total: str) -> str:
        return _side("gain", names, count, total)

    def pay(self, names: Sequence[str], count: int, total: str) -> str:
        return _side("pay", names, count, total)

    def remain(self, count: int) -> str:
        return f"{count or 'nobody'} {'is' if count < 2 else 'are'} unchanged"

    def departed(self, count: int, rows: int, departure: Departure) -> str:
        return f"{count} of {rows} amounts differ from the published: {_DEPARTURES[departure]}."

    def is_misprint(self, printed: str, amount: str) -> str:
        return f"printed {printed!r}; the shares give {amount}"

    def rounded_alone(self, due: str, units: int, total: str, *, loses: bool) -> str:
        verb = "lose" if loses else "exceed by"
        return f"{due} alone rounds to {units}; all rows so rounded {verb} {total}"

    def published_otherwise(self, printed: str, due: str) -> str:
        return f"{printed} is published; {due} units are due"

    def key_gives(self, equal: int, printed: int, *, alone: bool) -> str:
        more = ": the publisher rounded every row on its own" if alone else ""
        return (
            f"Rounded to the nearest by one divisor (--method webster), the key gives {equal} of "
            f"the {printed} published amounts{more}."
        )

    def held_at(self, side: Side, amount: str) -> str:
        return f"Held at {_BOUNDS[side]} {amount}"

    def in_whole_units(self, unit: str) -> str:
        return f" (in whole units of {unit})"

    def holds_nobody(self, side: Side, amount: str, in_units: str) -> str:
        return f"{_BOUNDS[side].capitalize()} {amount}{in_units} holds nobody."

    def applied_for_less(self, names: str) -> str:
        return f"{names} applied for less: the others share what that leaves."

    def left_unused(self, names: str, amount: str) -> str:
        return (
            f"{names} applied for less: {amount} are left unused, since no rule of the grant "
            "shares them out again; --redistribute would."
        )

    def equal_claims(
        self, names: str, units: int, winners: str, *, drawn: bool, then_order: bool
    ) -> str:
        what, them = ("1 unit", "it") if units == 1 else (f"{grouped(units)} units", "them")
        order = "the lot" if drawn else "table order"
        more = ", and table order after it," if then_order else ""
        return (
            f"{names} have exactly equal claims to {what}; {order}{more} gave {them} to {winners}"
        )

    def fragile_weight(
        self, name: str, amount: str, precision: str, change: str, *, more: bool
    ) -> str:
        side = "more" if more else "less"
        return (
            f"{name} would get {amount} if its weight, printed to {precision}, were {change} {side}"
        )

    def fragile_administration(
        self, name: str, amount: str, precision: str, change: str, *, more: bool
    ) -> str:
        side = "more" if more else "less"
        return (
            f"{name} would get {amount} if the administration, inferred to {precision}, were "
            f"{change} {side}"
        )

    def more(self, count: int) -> str:
        return f"{count} more"

    def below(self, name: str, share: str, least: str) -> str:
        return f"{name} ({share} of all, the least is {least} %)"

    def shares_are(self, basis: Basis, reason: str) -> str:
        return f"Shares are {basis}: {reason}."

    def administration_is(self, basis: Basis, reason: str) -> str:
        return f"Administration is {basis}: {reason}."

    def inhabitants_on(self, date: str) -> str:
        return f"Inhabitants are those on {date}, by SCB."

    def own_funding_is(self, basis: Basis, reason: str) -> str:
        return (
            f"Own funding is {basis}: {reason}, so the rest of the cost is to be found elsewhere."
        )


def _side(verb: str, names: Sequence[str], count: int, total: str) -> str:
    """Say who gains or pays: by name, or how many."""
    if not count:
        return f"nobody {verb}s"
    if not names:
        return f"{count} {verb} {total}"
    return f"{listed(names)} {verb if count > 1 else f'{verb}s'} {total}"
