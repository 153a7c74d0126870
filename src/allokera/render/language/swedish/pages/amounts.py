"""What stands on pages of amounts, in Swedish."""

from collections.abc import Sequence

from allokera.model import Basis
from allokera.render.language.swedish.numbers import (
    counted,
    day,
    grouped,
    how_known,
    listed,
    quoted,
)
from allokera.render.language.swedish.pages.proof import Proof
from allokera.render.language.swedish.pages.side_by_side import SideBySide
from allokera.render.words.amounts import AmountsWords
from allokera.sharing.allocation import Side
from allokera.sharing.publication import Departure
from allokera.terms.shares import ShareOrigin

_STATUS = {"indicative": "preliminära belopp", "worked example": "räkneexempel"}
"""What the bundled grant says of its years; what another says is left as it stands."""
_ORIGINS = {
    ShareOrigin.SCALE: "omräknade andelar",
    ShareOrigin.KEY: "enligt fördelningsnyckeln",
    ShareOrigin.GIVEN: "egen fördelningsgrund",
}
_SIDES = {Side.MINIMUM: "minst", Side.MAXIMUM: "högst"}
_BOUNDS = {Side.MINIMUM: "lägsta beloppet", Side.MAXIMUM: "högsta beloppet"}
_DEPARTURES = {
    Departure.OTHER_UNIT: "som har samma andelar men är avrundade till en annan enhet",
    Departure.OTHER_POOL: "som fördelar en annan summa",
    Departure.OTHER_SHARES: "som bygger på bidragets egna andelar",
    Departure.OTHER_BOUNDS: "som är fördelade utan gränser och ansökningar",
    Departure.OTHER_METHOD: "som är avrundade på ett annat sätt",
    Departure.OTHER_YEARS: "som är avrundade år för år",
}
_PLAIN = "Jämfört med bidragets egna andelar och största rest"


class Amounts(Proof, SideBySide, AmountsWords):
    """What stands on pages of amounts."""

    carried = "avrundade tillsammans"
    code = "Kod"
    recipient = "Mottagare"
    share = "Andel"
    amount = "Belopp"
    amounts = "Belopp"
    mark_is_published = "strecket visar det publicerade beloppet"
    published = "Publicerat"
    difference = "Skillnad"
    change = "Ändring"
    own_funding = "Minsta egen\u00ad\nfinansiering"
    held = "Gräns"
    not_applied_for = "Inte\nsökt"
    all_years = "Alla år"
    leaves = "utgår"
    joins = "tillkommer"
    misprint = "tryckfel"
    unchanged = "oförändrat"
    unused = "Inte sökt"
    unallocated = "Ofördelat"
    administration = "Administration"
    envelope = "Ram"
    total = "Totalt"
    nothing_changes = f"{_PLAIN} ändras ingenting."
    tie = "Lika anspråk"
    fragile = "Känsligt"
    below_threshold = "Under tröskeln"
    lot = "Lottad ordning vid lika anspråk"

    def status(self, status: str) -> str:
        return _STATUS.get(status, status)

    def origin(self, origin: ShareOrigin) -> str:
        return _ORIGINS.get(origin, "")

    def unit(self, unit: str) -> str:
        return f"avrundningsenhet {unit}"

    def change_of(self, answer: str) -> str:
        return f"{answer}:\nändring"

    def each_inhabitant(self, currency: str) -> str:
        return (
            f"{currency[:1].upper()}{currency[1:]} per\ninvånare" if currency else "Per\ninvånare"
        )

    def each_of(self, years: str) -> str:
        return f"varje år\n{years}"

    def side(self, side: Side | None) -> str:
        return _SIDES[side] if side else ""

    def unread(self, count: int) -> str:
        return counted(count, "oläsligt", "oläsliga")

    def all_rows(self, count: int) -> str:
        return f"Summa {counted(count, 'rad', 'rader')}"

    def shown(self, count: int, of: int) -> str:
        return f"Visade {grouped(count)} av {grouped(of)}"

    def shown_of_county(self, county: str) -> str:
        return f"{county}, visade"

    def against_plain(self, sides: str) -> str:
        return f"{_PLAIN}: {sides}."

    def gain(self, names: Sequence[str], count: int, total: str) -> str:
        return _side("mer", names, count, total)

    def pay(self, names: Sequence[str], count: int, total: str) -> str:
        return _side("mindre", names, count, total)

    def remain(self, count: int) -> str:
        return f"{grouped(count)} får lika mycket" if count else "ingen får lika mycket"

    def departed(self, count: int, rows: int, departure: Departure) -> str:
        skiljer = "belopp skiljer sig från de publicerade"
        return f"{grouped(count)} av {grouped(rows)} {skiljer}, {_DEPARTURES[departure]}."

    def is_misprint(self, printed: str, amount: str) -> str:
        return f"{quoted(printed)} står tryckt; andelarna ger {amount}"

    def rounded_alone(self, due: str, units: int, total: str, *, loses: bool) -> str:
        outcome = f"försvinner {total}" if loses else f"blir det {total} för mycket"
        return f"{due} avrundas för sig till {grouped(units)}; när alla rader avrundas så {outcome}"

    def published_otherwise(self, printed: str, due: str) -> str:
        return f"{printed} är publicerat; {due} enheter är den exakta andelen"

    def key_gives(self, equal: int, printed: int, *, alone: bool) -> str:
        more = ": utgivaren avrundade varje rad för sig" if alone else ""
        return (
            "Avrundad till närmaste med en gemensam divisor (--method webster) ger nyckeln "
            f"{grouped(equal)} av de {grouped(printed)} publicerade beloppen{more}."
        )

    def held_at(self, side: Side, amount: str) -> str:
        return f"Får det {_BOUNDS[side]}, {amount}"

    def in_whole_units(self, unit: str) -> str:
        return f" (i hela enheter om {unit})"

    def holds_nobody(self, side: Side, amount: str, in_units: str) -> str:
        return f"Det {_BOUNDS[side]}, {amount}{in_units}, påverkar ingen."

    def applied_for_less(self, names: str) -> str:
        return f"{names} har sökt mindre: resten fördelas mellan de andra."

    def left_unused(self, names: str, amount: str) -> str:
        return (
            f"{names} har sökt mindre: {amount} blir över, eftersom bidraget saknar regler för att "
            "fördela beloppet på nytt. Med --redistribute fördelas det mellan de andra."
        )

    def equal_claims(
        self, names: str, units: int, winners: str, *, drawn: bool, then_order: bool
    ) -> str:
        what = "enheten" if units == 1 else "enheterna"
        order = "lottningen" if drawn else "tabellens ordning"
        more = " och därefter tabellens ordning" if then_order else ""
        return (
            f"{names} har exakt lika anspråk på {counted(units, 'enhet', 'enheter')}; "
            f"{order}{more} avgjorde att {winners} fick {what}"
        )

    def fragile_weight(
        self, name: str, amount: str, precision: str, change: str, *, more: bool
    ) -> str:
        side = "större" if more else "mindre"
        return (
            f"{name} skulle få {amount} om fördelningsgrunden, som är känd på {precision} när, "
            f"vore {change} {side}"
        )

    def fragile_administration(
        self, name: str, amount: str, precision: str, change: str, *, more: bool
    ) -> str:
        side = "större" if more else "mindre"
        return (
            f"{name} skulle få {amount} om administrationen, en slutsats som gäller på "
            f"{precision} när, vore {change} {side}"
        )

    def more(self, count: int) -> str:
        return f"{grouped(count)} till"

    def below(self, name: str, share: str, least: str) -> str:
        return f"{name} ({share} av allt, minst {least}\u00a0% krävs)"

    def shares_are(self, basis: Basis, reason: str) -> str:
        return f"Andelarna är {how_known(basis, plural=True)}: {reason}."

    def administration_is(self, basis: Basis, reason: str) -> str:
        return f"Administrationen är {how_known(basis)}: {reason}."

    def inhabitants_on(self, date: str) -> str:
        return f"Antalet invånare är SCB:s uppgift för {day(date)}."

    def own_funding_is(self, basis: Basis, reason: str) -> str:
        return (
            f"Egenfinansieringen är {how_known(basis)}: {reason}. Resten av kostnaden måste "
            "betalas på annat sätt."
        )


def _side(side: str, names: Sequence[str], count: int, total: str) -> str:
    """Say who gains or pays: by name, or how many."""
    if not count:
        return f"ingen får {side}"
    who = listed(names) if names else f"{grouped(count)} mottagare"
    return f"{who} får {'sammanlagt ' if count > 1 else ''}{total} {side}"
