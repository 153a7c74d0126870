"""What stands on pages that explain what one recipient gets, in English."""

from allokera.render.language.english.pages.queue import Queue
from allokera.render.language.english.pages.year_by_year import YearByYear
from allokera.render.words.steps import StepsWords
from allokera.sharing.allocation import Side
from allokera.terms.shares import ShareOrigin

_WEIGHTS = {
    ShareOrigin.PUBLISHED: "the amount in the base column",
    ShareOrigin.SCALE: "the amount in the base column",
    ShareOrigin.KEY: "all parts of the key, as one whole number",
    ShareOrigin.GIVEN: "as given",
}


class Steps(Queue, YearByYear, StepsWords):
    """What stands on pages that explain."""

    step = "Step"
    value = "Value"
    how = "How"
    weight = "Weight"
    weight_is = _WEIGHTS
    weight_below_threshold = "nothing, for its share is below the threshold"
    pool = "Pool"
    whole_envelope = "all of the envelope"
    house = "House"
    all_parts = "All parts"
    share_of_house = "share \u00d7 house"
    at_least = "At least"
    at_most = "At most"
    kept_anyway = "it is kept anyway"
    quota = "Quota"
    parts_together = "the parts together"
    is_bound = "the bound"
    in_proportion = "in proportion, among those that no bound holds"
    lower_quota = "Lower quota"
    without_fraction = "the quota without its fraction"
    remainder = "Remainder"
    nothing_left_over = "no unit was left over"
    divisor = "Divisor"
    none = "none"
    no_choice = "bounds leave nobody a choice"
    quotient = "Quotient"
    weight_over_divisor = "weight / divisor"
    signpost = "Signpost"
    next_signpost = "Next signpost"
    applied_for = "Applied for"
    no_less_than_given = "no less than is given"
    to_quote = "To quote: "

    def units(self, number: str) -> str:
        return f"{number} units"

    def less_administration(self, envelope: str, administration: str) -> str:
        return f"{envelope} - {administration} administration"

    def in_units_of(self, unit: str) -> str:
        return f"the pool in units of {unit}"

    def part(self, number: int) -> str:
        return f"Part {number}"

    def bound_holds(self, side: Side) -> str:
        more = "less" if side is Side.MINIMUM else "more"
        return f"it holds: in proportion it would be {more}"

    def rank_of(self, rank: int, count: int) -> str:
        return f"rank {rank} of {count}"

    def gives_the_same(self, divisors: str) -> str:
        return f"{divisors} gives the same"

    def rounded_up_to(self, units: str) -> str:
        return f"from here on, rounded up to {units}"

    def are_due(self, amount: str) -> str:
        return f"{amount} are due"

    def as_applied_for(self, *, sentence: bool = False) -> str:  # noqa: ARG002 - alike in both
        return "what was applied for"

    def as_bound(self, *, in_units: bool, sentence: bool = False) -> str:  # noqa: ARG002
        return "the bound, in whole units" if in_units else "the bound"

    def as_quotient(self, *, sentence: bool = False) -> str:  # noqa: ARG002
        return "the quotient, rounded at the signposts"

    def as_lower_quota(self, *, gets_one: bool, left_over: bool, sentence: bool = False) -> str:
        what = "the lower quota" if sentence else "lower quota"
        if gets_one:
            return f"{what}, and one of the units left over"
        return f"{what}, and none of the units left over" if left_over else what

    def gets(
        self,
        name: str,
        amount: str,
        pool: str,
        year: int | None,
        share: str,
        quota: str,
        unit: str,
        outcome: str,
    ) -> str:
        when = f" for {year}" if year else ""
        return (
            f"{name} gets {amount} of {pool}{when}. Its share is {share}, or {quota} units of "
            f"{unit}: the amount is {outcome}."
        )
