"""Why one recipient gets its amount: the arithmetic, the queue, and what would have changed it."""

from allokera.explanation.explain import ByDivisor, ByRemainder, Explanation, explain
from allokera.explanation.queue import Claim
from allokera.explanation.turning import Turn, What, houses_tried
from allokera.explanation.years import HOUSES_TRIED, Bend, Course, Stage, follow

__all__ = [
    "HOUSES_TRIED",
    "Bend",
    "ByDivisor",
    "ByRemainder",
    "Claim",
    "Course",
    "Explanation",
    "Stage",
    "Turn",
    "What",
    "explain",
    "follow",
    "houses_tried",
]
