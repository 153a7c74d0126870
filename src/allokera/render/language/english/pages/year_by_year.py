"""One recipient over several years, in English."""

from allokera.sharing.allocation import Side


class YearByYear:
    """What stands beside years, and below them."""

    year = "Year"
    due_by = "Due\nby"
    later = "later"
    drift_is = (
        "The drift is what the running total is more than the running quota; by the year due, "
        "the quota has come to the total."
    )
    unused_counts = "What was not applied for counts as given in the running total."
    rounded_together = (
        "The years are rounded together: what a year gives, applied for or not, is its quota "
        "rounded down or up, and the running total is within a unit of the running quota. The "
        "units that are left in a year go to whoever must have one soonest."
    )
    rounded_alone = (
        "Each year is rounded on its own: give one year to see its arithmetic, or --carry to "
        "round them together."
    )

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

    def bound_in(self, years: str, side: Side, amount: str) -> str:
        most = "at least" if side is Side.MINIMUM else "at most"
        return f"{years}: a bound holds, {most} {amount}."
