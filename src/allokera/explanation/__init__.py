"""Why one recipient gets its amount: the arithmetic, the queue, and what would have changed it."""

from allokera.explanation.counterfactuals import Counterfactual, What, houses_tried
from allokera.explanation.explain import (
    ByDivisor,
    ByRemainder,
    Explanation,
    PartDue,
    explain,
)
from allokera.explanation.queue import Claim
from allokera.explanation.year_by_year import YearByYear, YearStep, follow

__all__ = [
    "ByDivisor",
    "ByRemainder",
    "Claim",
    "Counterfactual",
    "Explanation",
    "PartDue",
    "What",
    "YearByYear",
    "YearStep",
    "explain",
    "follow",
    "houses_tried",
]
