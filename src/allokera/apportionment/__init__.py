"""Sharing whole units out in proportion to weights, exactly.

Plain integers in, plain integers out: no names, no money, no file. The terms are those of Balinski
and Young, Fair Representation (1982), and of Pukelsheim, Proportional Representation (2017).
"""

from allokera.apportionment.answer import Apportionment, Tie
from allokera.apportionment.carrying import carry
from allokera.apportionment.margin import Margin, find_margin
from allokera.apportionment.methods import (
    LARGEST_REMAINDER,
    METHODS,
    WEBSTER,
    Method,
    apportion,
    find_method,
)
from allokera.apportionment.properties import PROPERTIES, Property

__all__ = [
    "LARGEST_REMAINDER",
    "METHODS",
    "PROPERTIES",
    "WEBSTER",
    "Apportionment",
    "Margin",
    "Method",
    "Property",
    "Tie",
    "apportion",
    "carry",
    "find_margin",
    "find_method",
]
