"""What stands on pages that explain what one recipient gets."""

from collections.abc import Mapping
from typing import Protocol

from allokera.sharing.allocation import Side
from allokera.terms.shares import ShareOrigin


class StepsWords(Protocol):
    """What stands on pages that explain; amounts come as they are written."""

    # the table of steps: headings, what a step is called, how it comes about
    step: str
    value: str
    how: str
    weight: str
    weight_is: Mapping[ShareOrigin, str]
    weight_below_threshold: str
    pool: str
    whole_envelope: str
    house: str
    all_parts: str
    share_of_house: str
    at_least: str
    at_most: str
    kept_anyway: str
    quota: str
    parts_together: str
    is_bound: str
    in_proportion: str
    lower_quota: str
    without_fraction: str
    remainder: str
    nothing_left_over: str
    divisor: str
    none: str
    no_choice: str
    quotient: str
    weight_over_divisor: str
    signpost: str
    next_signpost: str
    applied_for: str
    no_less_than_given: str

    def units(self, number: str) -> str: ...
    def less_administration(self, envelope: str, administration: str) -> str: ...
    def in_units_of(self, unit: str) -> str: ...
    def part(self, number: int) -> str: ...
    def bound_holds(self, side: Side) -> str: ...
    def rank_of(self, rank: int, count: int) -> str: ...
    def gives_the_same(self, divisors: str) -> str: ...
    def rounded_up_to(self, units: str) -> str: ...
    def are_due(self, amount: str) -> str: ...

    # how the amount comes about, in a cell and in a sentence
    to_quote: str

    def as_applied_for(self, *, sentence: bool = False) -> str: ...
    def as_bound(self, *, in_units: bool, sentence: bool = False) -> str: ...
    def as_quotient(self, *, sentence: bool = False) -> str: ...
    def as_lower_quota(self, *, gets_one: bool, left_over: bool, sentence: bool = False) -> str: ...
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
    ) -> str: ...

    # the queue
    rank: str
    one_unit: str
    claim: str
    is_served: str

    def left_over(self, units: int) -> str: ...
    def served(self, count: int, *, squared: bool) -> str: ...

    # what would have changed the amount
    what_would_change: str
    what_would_change_years: str
    changed: str
    and_then: str
    amounts_then: str
    without_bound: str
    applying_for_all: str

    def pools_tried(self, units: str) -> str: ...
    def weight_change(self, change: str, percent: str) -> str: ...
    def house_change(self, change: str) -> str: ...
    def pool_change(self, pool: str, house: str) -> str: ...
    def pool_of_year(self, year: int | None, change: str) -> str: ...
    def others_change(self, count: int) -> str: ...
    def in_year(self, amount: str, year: int | None) -> str: ...

    # year by year
    year: str
    due_by: str
    later: str
    drift_is: str
    unused_counts: str
    rounded_together: str
    rounded_alone: str

    def quota_heading(self, currency: str) -> str: ...
    def amount_heading(self, currency: str) -> str: ...
    def unused_heading(self, currency: str) -> str: ...
    def running_quota(self, currency: str) -> str: ...
    def running_total(self, currency: str) -> str: ...
    def drift(self, currency: str) -> str: ...
    def bound_in(self, years: str, side: Side, amount: str) -> str: ...
