"""One recipient over several years, in English."""

from allokera.sharing.allocation import Side


class YearByYear:
    """What stands beside years, and below them."""

    def year(self) -> str:
        return "Year"

    def quota_heading(self, currency: str) -> str:
        return f"Quota,\n{currency}"

    def amount_heading(self, currency: str) -> str:
        return f"Amount,\n{currency}"

    def unused_heading(self, currency: str) -> str:
        return f"Not applied\nfor, {currency}"

    def running_quota(self, currency: str) -> str:
        return f"Running\nquota, {currency}"

    def running_total(self, currency: str) -> str:
        return f"Running\ntotal, {currency}"

    def drift(self, currency: str) -> str:
        return f"Drift,\n{currency}"

    def due_by(self) -> str:
        return "Due\nby"

    def later(self) -> str:
        return "later"

    def drift_is(self) -> str:
        return (
            "The drift is what the running total is more than the running quota; by the year due, "
            "the quota has come to the total."
        )

    def unused_counts(self) -> str:
        return "What was not applied for counts as given in the running total."

    def bound_in(self, years: str, side: Side, amount: str) -> str:
        most = "at least" if side is Side.MINIMUM else "at most"
        return f"{years}: a bound holds, {most} {amount}."

    def rounded_together(self) -> str:
        return (
            "The years are rounded together: what a year gives, applied for or not, is its quota "
            "rounded down or up, and the running total is within a unit of the running quota. The "
            "units that are left in a year go to whoever must have one soonest."
        )

    def rounded_alone(self) -> str:
        return (
            "Each year is rounded on its own: give one year to see its arithmetic, or --carry to "
            "round them together."
        )
