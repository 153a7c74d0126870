"""What stands on pages of years, methods and checks, in English."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.apportionment import Method
from allokera.kronor.wording import decimal, listed
from allokera.model import Basis, Status
from allokera.render.language.english.pages.methods import CHANGES, PROMISES, RULES
from allokera.render.words.lists import ListsWords


class Lists(ListsWords):
    """What stands on pages of years, methods and checks."""

    no_year = "The grant's file lists no year."
    year = "Year"
    administration = "Administration"
    status_heading = "Status"
    methods = "Methods of apportionment"
    method = "Method"
    rules = RULES
    property_heading = "Property"
    kept = "Kept"
    promise_heading = "It promises that"
    what_promises_are = "`allokera methods NAME` shows a case for every no. What the promises are:"
    promises = PROMISES
    yes = "yes"
    no = "no"
    changes = CHANGES
    recipient = "Recipient"
    weight = "Weight"
    quota = "Quota"
    units = "Units"
    all = "All"
    broken = "Broken"

    def envelope(self, currency: str) -> str:
        return f"Envelope, {currency}"

    def pool(self, currency: str) -> str:
        return f"Pool, {currency}"

    def unit(self, currency: str) -> str:
        return f"Unit, {currency}"

    def status(self, status: Status) -> str:
        return status.value

    def envelope_is(self, basis: Basis, quotation: str, source: Sequence[str]) -> str:
        quoted = f': "{quotation}"' if quotation else ""
        said = f" ({', '.join(source)})" if source else ""
        return f"Envelope {basis}{quoted}{said}."

    def administration_is(self, basis: Basis, reason: str) -> str:
        return f"Administration {basis}: {reason}."

    def also(self, name: str, aliases: Sequence[str]) -> str:
        return f"{name} (also {listed(aliases)})"

    def origin(self, method: Method) -> str:
        return method.origin.replace("ch. ", "ch.\u00a0").replace("sec. ", "sec.\u00a0")

    def property_name(self, name: str) -> str:
        return name

    def property_in_lines(self, name: str) -> str:
        return name.capitalize().replace("-", "-\n").replace(" ", "\n")

    def does_not_keep(self, method: str, name: str) -> str:
        return f"{method} does not keep: {name}"

    def has(self, name: str, units: int, quota: Fraction) -> str:
        return f"{name} has {units}, with a quota of {decimal(quota, 4)}"

    def had_and_has(self, name: str, before: int, after: int) -> str:
        return f"{name} had {before}, and has {after}"

    def had_apart(self, apart: Sequence[tuple[str, int]], together: str, units: int) -> str:
        had = listed([f"{name} {alone}" for name, alone in apart])
        return f"{had} apart; {together} together {units}"

    def check(self, code: str) -> tuple[str, ...]:
        from allokera.render.language.english.audit.checks import MEANINGS

        return MEANINGS[code]
