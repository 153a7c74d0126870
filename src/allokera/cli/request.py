"""Reading what several commands are asked: which money, in which units, by which method."""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

from allokera.allocation import Plan
from allokera.errors import AmountError, RequestError
from allokera.grant import compute, compute_years
from allokera.kronor.amount import parse_amount, parse_unit
from allokera.model import Grant
from allokera.years import parse_years

_Value = TypeVar("_Value")


class Request(NamedTuple):
    """The options of `compute` and `explain` that say what is shared out, as typed."""

    year: str | None
    total: str | None
    unit: str | None
    gross: bool
    administration: str | None
    method: str

    def plan(self, grant: Grant) -> Plan:
        """Share out what is asked for: one allocation a year, or one for a total.

        Raises:
            RequestError: the options do not go together, or do not fit the grant.
            AmountError: an option is no amount; the message names it.
        """
        if self.year is not None and self.total is not None:
            raise RequestError("--year and --total cannot both be had: give one of them")
        if self.year is None and self.total is None:
            raise RequestError("what is to be shared out? Give --year 2020, or --total AMOUNT")
        if self.gross and self.administration is not None:
            raise RequestError("--gross and --administration cannot both be had: give one of them")
        unit = _read("--unit", self.unit, parse_unit)
        given = _read("--administration", "0" if self.gross else self.administration, parse_amount)
        total = _read("--total", self.total, parse_amount)
        if self.year is None:
            whole = compute(grant, total=total, unit=unit, administration=given, method=self.method)
            return Plan(allocations=(whole,))
        years = parse_years(self.year, [budget.year for budget in grant.budgets])
        return compute_years(grant, years, unit=unit, administration=given, method=self.method)


def _read(option: str, text: str | None, read: Callable[[str], _Value]) -> _Value | None:
    if text is None:
        return None
    try:
        return read(text)
    except AmountError as error:
        raise AmountError(f"{option}: {error}") from error
