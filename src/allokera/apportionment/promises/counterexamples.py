"""What each method promises: every property, but for those that a stored case shows it to break.

The tests hold a method to all that it promises, on any problem, and play every case.
"""

from collections.abc import Mapping

from allokera.apportionment.methods import (
    ADAMS,
    DEAN,
    HILL,
    JEFFERSON,
    LARGEST_REMAINDER,
    MODIFIED_1_2,
    MODIFIED_1_4,
    WEBSTER,
    Method,
    apportion,
)
from allokera.apportionment.promises.properties import (
    COHERENT,
    HOUSE_MONOTONE,
    LOWER_QUOTA,
    MERGERS_NEVER_GAIN,
    MERGERS_NEVER_LOSE,
    UPPER_QUOTA,
    VOTE_RATIO_MONOTONE,
    Demonstration,
    Instance,
    Property,
    play,
)

COUNTEREXAMPLES: Mapping[Method, Mapping[Property, Instance]] = {
    LARGEST_REMAINDER: {
        HOUSE_MONOTONE: Instance((3, 3, 1), 3),
        VOTE_RATIO_MONOTONE: Instance((5, 3, 1), 5, changed=(7, 3, 1)),
        COHERENT: Instance((11, 2, 1), 3, rows=(0, 1)),
        MERGERS_NEVER_LOSE: Instance((3, 3, 1), 4, rows=(0, 1)),
        MERGERS_NEVER_GAIN: Instance((3, 3, 1), 3, rows=(0, 1)),
    },
    WEBSTER: {
        LOWER_QUOTA: Instance((6, 1, 1, 1), 6),
        UPPER_QUOTA: Instance((8, 1, 1, 1), 4),
        MERGERS_NEVER_LOSE: Instance((4, 1, 1), 4, rows=(1, 2)),
        MERGERS_NEVER_GAIN: Instance((7, 1, 1), 3, rows=(1, 2)),
    },
    JEFFERSON: {
        UPPER_QUOTA: Instance((4, 1, 1), 3),
        MERGERS_NEVER_GAIN: Instance((4, 1, 1), 3, rows=(1, 2)),
    },
    ADAMS: {
        LOWER_QUOTA: Instance((4, 1, 1), 3),
        MERGERS_NEVER_LOSE: Instance((3, 1, 1), 3, rows=(1, 2)),
    },
    HILL: {
        LOWER_QUOTA: Instance((4, 1, 1), 3),
        UPPER_QUOTA: Instance((9, 1, 1, 1), 16),
        MERGERS_NEVER_LOSE: Instance((5, 1, 1), 3, rows=(1, 2)),
        MERGERS_NEVER_GAIN: Instance((5, 1, 1), 9, rows=(1, 2)),
    },
    DEAN: {
        LOWER_QUOTA: Instance((4, 1, 1), 3),
        UPPER_QUOTA: Instance((6, 1, 1, 1), 30),
        MERGERS_NEVER_LOSE: Instance((4, 1, 1), 3, rows=(1, 2)),
        MERGERS_NEVER_GAIN: Instance((7, 2, 2), 7, rows=(1, 2)),
    },
    MODIFIED_1_4: {
        LOWER_QUOTA: Instance((6, 1, 1, 1), 15),
        UPPER_QUOTA: Instance((4, 1, 1), 3),
        MERGERS_NEVER_LOSE: Instance((3, 2, 2), 6, rows=(1, 2)),
        MERGERS_NEVER_GAIN: Instance((4, 1, 1), 3, rows=(1, 2)),
    },
    MODIFIED_1_2: {
        LOWER_QUOTA: Instance((9, 1, 1, 1), 8),
        UPPER_QUOTA: Instance((6, 1, 1), 4),
        MERGERS_NEVER_LOSE: Instance((4, 1, 1), 4, rows=(1, 2)),
        MERGERS_NEVER_GAIN: Instance((6, 1, 1), 3, rows=(1, 2)),
    },
}
"""For every method the properties that it does not guarantee, each with a case that shows so."""


def keeps(method: Method, promise: Property) -> bool:
    """Whether a method guarantees a property."""
    return promise not in COUNTEREXAMPLES[method]


def show(method: Method, promise: Property) -> Demonstration:
    """Play the case by which a method breaks a property.

    Raises:
        KeyError: the method keeps it.
    """
    case = COUNTEREXAMPLES[method][promise]
    return play(promise, lambda weights, house: apportion(weights, house, method), case)
