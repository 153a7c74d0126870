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

    def no_year(self) -> str:
        return "The grant's file lists no year."

    def year(self) -> str:
        return "Year"

    def envelope(self, currency: str) -> str:
        return f"Envelope, {currency}"

    def administration(self) -> str:
        return "Administration"

    def pool(self, currency: str) -> str:
        return f"Pool, {currency}"

    def unit(self, currency: str) -> str:
        return f"Unit, {currency}"

    def status_heading(self) -> str:
        return "Status"

    def status(self, status: Status) -> str:
        return status.value

    def envelope_is(self, basis: Basis, quotation: str, source: Sequence[str]) -> str:
        quoted = f': "{quotation}"' if quotation else ""
        said = f" ({', '.join(source)})" if source else ""
        return f"Envelope {basis}{quoted}{said}."

    def administration_is(self, basis: Basis, reason: str) -> str:
        return f"Administration {basis}: {reason}."

    def methods(self) -> str:
        return "Methods of apportionment"

    def method(self) -> str:
        return "Method"

    def also(self, name: str, aliases: Sequence[str]) -> str:
        return f"{name} (also {listed(aliases)})"

    def rule(self, method: str) -> str:
        return RULES[method]

    def origin(self, method: Method) -> str:
        return method.origin

    def property_heading(self) -> str:
        return "Property"

    def kept(self) -> str:
        return "Kept"

    def promise_heading(self) -> str:
        return "It promises that"

    def what_promises_are(self) -> str:
        return "`allokera methods NAME` shows a case for every no. What the promises are:"

    def property_name(self, name: str) -> str:
        return name

    def property_in_lines(self, name: str) -> str:
        return name.capitalize().replace("-", "-\n").replace(" ", "\n")

    def promise(self, name: str) -> str:
        return PROMISES[name]

    def yes(self) -> str:
        return "yes"

    def no(self) -> str:
        return "no"

    def does_not_keep(self, method: str, name: str) -> str:
        return f"{method} does not keep: {name}"

    def change(self, name: str) -> str:
        return CHANGES[name]

    def recipient(self) -> str:
        return "Recipient"

    def weight(self) -> str:
        return "Weight"

    def quota(self) -> str:
        return "Quota"

    def units(self) -> str:
        return "Units"

    def all(self) -> str:
        return "All"

    def broken(self) -> str:
        return "Broken"

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
