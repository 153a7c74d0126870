"""What stands on pages of years, methods and checks, in Swedish."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.apportionment import Method
from allokera.model import Basis, Status
from allokera.render.language.swedish.numbers import decimal, grouped, how_known, listed, quoted
from allokera.render.language.swedish.pages.methods import CHANGES, PROMISES, RULES
from allokera.render.words.lists import ListsWords

_STATUSES = {
    Status.INDICATIVE: "preliminärt",
    Status.WORKED_EXAMPLE: "räkneexempel",
    Status.DECIDED: "beslutat",
}
_PROPERTIES = {
    "lower quota": "undre andel",
    "upper quota": "övre andel",
    "house monotone": "monoton i\u00a0enheter",
    "vote-ratio monotone": "monoton i\u00a0grunder",
    "coherent": "koherent",
    "mergers never lose": "fusion utan förlust",
    "mergers never gain": "fusion utan vinst",
}
"""Short, so that all of them fit side by side in 80 columns."""
_ORIGINS = {
    "sainte-lague-1.4": "Val i Sverige före 2018, val i Norge; Pukelsheim 2017, avsnitt 3.11",
    "sainte-lague-1.2": "Val i Sverige sedan 2018; 14 kap. 3 § vallagen (2005:837)",
}
"""Where an origin says more than names, years and a chapter."""


class Lists(ListsWords):
    """What stands on pages of years, methods and checks."""

    no_year = "Bidragets fil innehåller inga år."
    year = "År"
    administration = "Administration"
    status_heading = "Status"
    methods = "Fördelningsmetoder"
    method = "Metod"
    rules = RULES
    property_heading = "Egenskap"
    kept = "Uppfylls"
    promise_heading = "Innebörd"
    what_promises_are = (
        "`allokera methods NAMN` visar ett fall för varje nej. Egenskaperna innebär:"
    )
    promises = PROMISES
    yes = "ja"
    no = "nej"
    changes = CHANGES
    recipient = "Mottagare"
    weight = "Fördelningsgrund"
    quota = "Exakt andel"
    units = "Enheter"
    all = "Alla"
    broken = "Bryts"

    def envelope(self, currency: str) -> str:
        return f"Ram, {currency}"

    def pool(self, currency: str) -> str:
        return f"Medel att\nfördela, {currency}"

    def unit(self, currency: str) -> str:
        return f"Avrundnings\u00ad\nenhet, {currency}"

    def status(self, status: Status) -> str:
        return _STATUSES[status]

    def envelope_is(self, basis: Basis, quotation: str, source: Sequence[str]) -> str:
        words = f": {quoted(quotation)}" if quotation else ""
        said = f" ({', '.join(source)})" if source else ""
        return f"Ramen är {how_known(basis)}{words}{said}."

    def administration_is(self, basis: Basis, reason: str) -> str:
        return f"Administrationen är {how_known(basis)}: {reason}."

    def also(self, name: str, aliases: Sequence[str]) -> str:
        return f"{name} (även {listed(aliases)})"

    def origin(self, method: Method) -> str:
        return _ORIGINS.get(method.name) or method.origin.replace(" ch. ", " kapitel\u00a0")

    def property_name(self, name: str) -> str:
        return _PROPERTIES[name]

    def property_in_lines(self, name: str) -> str:
        return _PROPERTIES[name].capitalize().replace(" ", "\n")

    def does_not_keep(self, method: str, name: str) -> str:
        return f"{method} uppfyller inte: {_PROPERTIES[name]}"

    def has(self, name: str, units: int, quota: Fraction) -> str:
        return f"{name} får {grouped(units)} (exakt andel {decimal(quota, 4)})"

    def had_and_has(self, name: str, before: int, after: int) -> str:
        return f"{name} går från {grouped(before)} till {grouped(after)}"

    def had_apart(self, apart: Sequence[tuple[str, int]], together: str, units: int) -> str:
        had = listed([f"{name} får {grouped(alone)}" for name, alone in apart])
        return f"{had} var för sig; tillsammans får {together} {grouped(units)}"

    def check(self, code: str) -> tuple[str, ...]:
        from allokera.render.language.swedish.audit.checks import MEANINGS

        return MEANINGS[code]
