"""Sharing whole units out in proportion to weights, exactly.

Plain integers in, plain integers out: no names, no money, no file. The terms are those of Balinski
and Young, Fair Representation (1982), and of Pukelsheim, Proportional Representation (2017).
"""

from allokera.apportionment.answer import Apportionment, Tie
from allokera.apportionment.methods import (
    LARGEST_REMAINDER,
    METHODS,
    WEBSTER,
    Method,
    apportion,
    find_method,
)

__all__ = [
    "LARGEST_REMAINDER",
    "METHODS",
    "WEBSTER",
    "Apportionment",
    "Method",
    "Tie",
    "apportion",
    "find_method",
]
