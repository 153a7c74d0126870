"""What stands on pages of years, methods and checks."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Protocol

from allokera.apportionment import Method
from allokera.model import Basis, Status


class ListsWords(Protocol):
    """What stands on pages of years, methods and checks."""

    # years, and who says what of their money
    no_year: str
    year: str
    administration: str
    status_heading: str

    def envelope(self, currency: str) -> str: ...
    def pool(self, currency: str) -> str: ...
    def unit(self, currency: str) -> str: ...
    def status(self, status: Status) -> str: ...
    def envelope_is(self, basis: Basis, quotation: str, source: Sequence[str]) -> str: ...
    def administration_is(self, basis: Basis, reason: str) -> str: ...

    # methods and their properties
    methods: str
    method: str
    rules: Mapping[str, str]
    property_heading: str
    kept: str
    promise_heading: str
    what_promises_are: str
    promises: Mapping[str, str]
    yes: str
    no: str

    def also(self, name: str, aliases: Sequence[str]) -> str: ...
    def origin(self, method: Method) -> str: ...
    def property_name(self, name: str) -> str: ...
    def property_in_lines(self, name: str) -> str: ...

    # cases in which a method breaks a promise
    changes: Mapping[str, str]
    recipient: str
    weight: str
    quota: str
    units: str
    all: str
    broken: str

    def does_not_keep(self, method: str, name: str) -> str: ...
    def has(self, name: str, units: int, quota: Fraction) -> str: ...
    def had_and_has(self, name: str, before: int, after: int) -> str: ...
    def had_apart(self, apart: Sequence[tuple[str, int]], together: str, units: int) -> str: ...

    # a check
    def check(self, code: str) -> tuple[str, ...]: ...
