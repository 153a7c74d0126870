"""Where constants are looked for: in every position that nothing else gives."""

from collections import Counter
from collections.abc import Collection

from allokera.relations.bits import are_most, naming
from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.families.constants import Constant
from allokera.relations.sheet.view import View


def find_constants(view: View, given: Collection[int]) -> list[Claim]:
    """Find positions with one number in nearly all lines.

    Args:
        given: positions that other relations give.
    """
    found = []
    for place in view.used:
        numbers = [number for number in view.columns[place] if number is not None]
        value, count = Counter(numbers).most_common(1)[0]
        if place not in given and are_most(count, len(numbers)):
            claim = weigh(view, Constant(place, (), value), naming(len(view.used)))
            if claim.is_law:
                found.append(claim)
    return found
