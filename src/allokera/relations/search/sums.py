"""Where sums are looked for: level by level, all that was found weighed against all else anew."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from allokera.relations.bits import LIKELY, naming
from allokera.relations.evidence.claim import Claim
from allokera.relations.evidence.prices import KIND, NO_PARTS, NO_TOTALS
from allokera.relations.families.sums import Sum
from allokera.relations.rivals.selection import select, together
from allokera.relations.search.pairs import pairs
from allokera.relations.search.runs import SMALL, runs
from allokera.relations.search.subsets import subsets
from allokera.relations.search.weighing import weigh_sum
from allokera.relations.sheet.view import View, seeds

_LEVELS = 6
_MOST_SHAPES = 60

_FEW_LINES = 3
"""Lines that are too few to look for anything but runs and pairs where these show nothing."""

Order = tuple[Sequence[int], int]
"""Some positions, and what it took to name them."""


def find_sums(view: View) -> list[Claim]:
    """Find sums of neighbours; then with what was added up left out, or totals left out.

    A total of totals, which only shows once the parts are left out, may be the simpler way to say
    what a long run seemed to say.
    """
    everything = view.used
    is_small = len(everything) <= SMALL
    pool, found = _Pool(view), list[Claim]()
    orders: list[Order] = [(everything, 0)]
    done: set[tuple[int, ...]] = set()
    for level in range(_LEVELS):
        pool.has_changed = False
        for order, extra in orders:
            if tuple(order) not in done and len(order) > 2:
                done.add(tuple(order))
                pool.add(runs(view, order, extra))
        if is_small:
            if level == 0:
                pool.add(pairs(view, everything))
            else:
                pool.add(subsets(view, orders[0][0]))
                pool.add(_shifted(view, found))
                pool.add(_with_totals(view, found))
        found = pool.select()
        if (
            not level
            and not pool.has_changed
            and is_small
            and len(seeds(view, everything)) > _FEW_LINES
        ):
            # totals in the middle of their parts show in no run, and in no pair
            pool.add(claim for claim in subsets(view, everything) if claim.is_law)
            found = pool.select()
        if not pool.has_changed:
            break
        orders = _orders(everything, found)
    return found


class _Pool:
    """All sums that were weighed: those that count, and those that others may bear out."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.strong: dict[Sum, Claim] = {}
        self._weak: dict[Sum, Claim] = {}
        self.has_changed = False

    def add(self, claims: Iterable[Claim]) -> None:
        """Enter claims; of the same sum, the one that is named more simply."""
        for claim in claims:
            where = self.strong if claim.likely >= claim.least else self._weak
            pattern = _sum_of(claim)
            if pattern not in where or where[pattern].fit < claim.fit:
                where[pattern] = claim
                self.has_changed |= where is self.strong

    def select(self) -> list[Claim]:
        """Choose among them; weak ones count where together they are one claim."""
        found = select(self.view, self.strong.values())
        weak = (claim for pattern, claim in self._weak.items() if pattern not in self.strong)
        more = {
            _sum_of(claim): claim for group in together([*found, *weak], LIKELY) for claim in group
        }
        before = len(self.strong)
        self.strong |= more
        return found if len(self.strong) == before else select(self.view, self.strong.values())


def _sum_of(claim: Claim) -> Sum:
    assert isinstance(claim.pattern, Sum)
    return claim.pattern


def _orders(everything: Sequence[int], found: Sequence[Claim]) -> list[Order]:
    """Leave out what was added up, what was added up twice, or totals; each with its price."""
    totals = {claim.target for claim in found}
    parts = {part for claim in found for part in claim.parts}
    inner = {part for claim in found if claim.target in parts for part in claim.parts}

    def without(left_out: set[int]) -> list[int]:
        return [place for place in everything if place not in left_out]

    return [
        (without(parts - totals), KIND),
        (without(inner), KIND),
        (without(parts), NO_PARTS),
        (without(totals), NO_TOTALS),
    ]


def _with_totals(view: View, found: Sequence[Claim]) -> Iterator[Claim]:
    """Weigh sums with a total in place of all its parts: the simpler way to say it."""
    for claim in found:
        for other in found:
            is_inside = other.is_near and other.places < claim.places
            if is_inside and other.is_above == claim.is_above and other.target != claim.target:
                if other.target in claim.places:
                    continue
                parts = tuple(sorted(claim.places - other.places | {other.target}))
                pattern = Sum(claim.target, parts)
                if weighed := weigh_sum(view, pattern, claim.price, is_near=True):
                    yield weighed


def _shifted(view: View, found: Sequence[Claim]) -> Iterator[Claim]:
    """Weigh what was found once more a few positions further on: tables repeat themselves.

    What stands right before or behind one of the same shape takes little to name.
    """
    shapes = defaultdict[tuple[int, ...], list[Claim]](list)
    for claim in found:
        if not claim.pattern.taken_away:
            shapes[tuple(part - claim.target for part in claim.parts)].append(claim)
    repeated = {
        shape: claims
        for shape, claims in sorted(shapes.items())
        if len(claims) > 1 or claims[0].is_law
    }
    anywhere = naming(max(1, len(repeated)) * view.width)
    for shape, claims in repeated.items() if len(repeated) < _MOST_SHAPES else ():
        length = max(0, *shape) - min(0, *shape) + 1
        beside = {claim.target + side for claim in claims for side in (-length, length)}
        for target in range(max(0, -min(shape)), view.width - max(0, *shape)):
            pattern = Sum(target, tuple(target + place for place in shape))
            price = naming(2 * len(repeated) * len(claims)) if target in beside else anywhere
            weighed = weigh_sum(view, pattern, price, is_near=True, least=LIKELY // 2)
            if weighed:
                yield weighed
