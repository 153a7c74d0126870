"""Years, and answers, side by side, in English."""

from fractions import Fraction

from allokera.kronor.wording import decimal


class SideBySide:
    """What is said of several years, and of answers that are compared."""

    def drift(self, name: str, amount: str, year: int | None, units: Fraction, unit: str) -> str:
        side = "more" if units >= 0 else "less"
        return (
            f"{name} has {amount} {side} than its quotas after {year}, {decimal(abs(units), 2)} "
            f"units of {unit}"
        )

    def rounded_together(self, drift: str, *, unused: bool) -> str:
        given = ", what was not applied for being counted as given" if unused else ""
        return f"The years are rounded together: nobody drifts by a unit{given}. At most, {drift}."

    def rounded_year_by_year(self, drift: str) -> str:
        return (
            f"Each year is rounded on its own, and what that gives or takes adds up: {drift}. "
            "--carry keeps everybody within one."
        )

    def answer(self, name: str) -> str:
        return name

    def against(self, others: str, first: str) -> str:
        return f"{others} against {first}"

    def all_the_same(self, count: int) -> str:
        return f"unchanged, all {count} amounts are the same"

    def cannot_be_read(self, count: int) -> str:
        return f"{count} cannot be read"

    def amounts_unread(self, count: int) -> str:
        return f"{count} amounts cannot be read"

    def years_are_compared(self, other: str, first: str) -> str:
        return f"but {other} and {first} are compared"

    def as_printed(self, years: str) -> str:
        return f"{years} as printed"

    def in_all(self, total: str) -> str:
        return f"{total} in all"
