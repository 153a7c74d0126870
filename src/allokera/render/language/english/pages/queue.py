"""The queue for units, and what would have changed an amount, in English."""

from allokera.kronor.wording import grouped


class Queue:
    """Who is served, and what would have changed that."""

    rank = "Rank"
    one_unit = "Unit"
    claim = "Claim"
    is_served = "Served"
    what_would_change = (
        "What would have changed the amount, each alone, found by sharing out again:"
    )
    what_would_change_years = (
        "What would have changed the amounts, each alone, found by sharing out again:"
    )
    changed = "Change"
    and_then = "And then"
    amounts_then = "Amounts then"
    without_bound = "without its bound"
    applying_for_all = "applying for all of it"

    def left_over(self, units: int) -> str:
        left, goes = ("1 unit was", "It goes") if units == 1 else (f"{units} units were", "They go")
        return (
            f"{left} left over when every recipient had its lower quota. {goes} to the largest "
            "remainders:"
        )

    def served(self, count: int, *, squared: bool) -> str:
        are = "is" if count == 1 else "are"
        return (
            f"The units are claimed one after another, and {grouped(count)} {are} served. A claim "
            f"is the weight over the signpost below the unit{', squared' if squared else ''}:"
        )

    def pools_tried(self, units: str) -> str:
        return f"Pools of up to {units} units more and less were tried."

    def weight_change(self, change: str, percent: str) -> str:
        return f"weight {change} ({percent})" if percent else f"weight {change}"

    def house_change(self, change: str) -> str:
        return f"house {change}"

    def pool_change(self, pool: str, house: str) -> str:
        return f"pool {pool}, house {house}"

    def pool_of_year(self, year: int | None, change: str) -> str:
        return f"pool of {year} {change}"

    def others_change(self, count: int) -> str:
        return f"{count} others get other amounts"

    def in_year(self, amount: str, year: int | None) -> str:
        return f"{amount} in {year}"
