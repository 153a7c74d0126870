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

    def step(self) -> str:
        return "Step"

    def value(self) -> str:
        return "Value"

    def how(self) -> str:
        return "How"

    def units(self, number: str) -> str:
        return f"{number} units"

    def weight(self) -> str:
        return "Weight"

    def weight_is(self, origin: ShareOrigin) -> str:
        return _WEIGHTS[origin]

    def weight_below_threshold(self) -> str:
        return "nothing, for its share is below the threshold"

    def pool(self) -> str:
        return "Pool"

    def whole_envelope(self) -> str:
        return "all of the envelope"

    def less_administration(self, envelope: str, administration: str) -> str:
        return f"{envelope} - {administration} administration"

    def house(self) -> str:
        return "House"

    def in_units_of(self, unit: str) -> str:
        return f"the pool in units of {unit}"

    def part(self, number: int) -> str:
        return f"Part {number}"

    def all_parts(self) -> str:
        return "All parts"

    def share_of_house(self) -> str:
        return "share \u00d7 house"

    def at_least(self) -> str:
        return "At least"

    def at_most(self) -> str:
        return "At most"

    def kept_anyway(self) -> str:
        return "it is kept anyway"

    def bound_holds(self, side: Side) -> str:
        more = "less" if side is Side.MINIMUM else "more"
        return f"it holds: in proportion it would be {more}"

    def quota(self) -> str:
        return "Quota"

    def parts_together(self) -> str:
        return "the parts together"

    def is_bound(self) -> str:
        return "the bound"

    def in_proportion(self) -> str:
        return "in proportion, among those that no bound holds"

    def lower_quota(self) -> str:
        return "Lower quota"

    def without_fraction(self) -> str:
        return "the quota without its fraction"

    def remainder(self) -> str:
        return "Remainder"

    def rank_of(self, rank: int, count: int) -> str:
        return f"rank {rank} of {count}"

    def nothing_left_over(self) -> str:
        return "no unit was left over"

    def divisor(self) -> str:
        return "Divisor"

    def none(self) -> str:
        return "none"

    def no_choice(self) -> str:
        return "bounds leave nobody a choice"

    def gives_the_same(self, divisors: str) -> str:
        return f"{divisors} gives the same"

    def quotient(self) -> str:
        return "Quotient"

    def weight_over_divisor(self) -> str:
        return "weight / divisor"

    def signpost(self) -> str:
        return "Signpost"

    def next_signpost(self) -> str:
        return "Next signpost"

    def rounded_up_to(self, units: str) -> str:
        return f"from here on, rounded up to {units}"

    def applied_for(self) -> str:
        return "Applied for"

    def are_due(self, amount: str) -> str:
        return f"{amount} are due"

    def no_less_than_given(self) -> str:
        return "no less than is given"

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

    def to_quote(self) -> str:
        return "To quote: "

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
