"""All sums, quotients, changes and products that hold in every row of a small table, tried out.

It reads the printed texts itself, and takes a number for all that it may have been rounded from.
What holds is said in the words of `grids.said`.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, permutations, product
from random import Random
from typing import NamedTuple

from relations.grids import Grid, large, to_places

FACTORS = (1, 100, 1000)


class Span(NamedTuple):
    """All whole numbers from the least to the most."""

    least: int
    most: int

    def times(self, other: "Span") -> "Span":
        corners = [one * two for one, two in product(self, other)]
        return Span(min(corners), max(corners))

    def plus(self, other: "Span") -> "Span":
        return Span(self.least + other.least, self.most + other.most)

    def meets(self, other: "Span") -> bool:
        return self.least <= other.most and other.least <= self.most


Line = Sequence[Span]


def spans(grid: Grid) -> tuple[list[Line], int]:
    """Say what printed numbers may have been rounded from: half their last place more or less.

    Returns:
        The spans, in a scale in which that is whole; and what a one is in it.
    """
    one = 2 * 10 ** max(len(cell.partition(",")[2]) for row in grid for cell in row)

    def span(text: str) -> Span:
        number = one * Fraction(text.replace(",", "."))
        half = one // (2 * 10 ** len(text.partition(",")[2]))
        return Span(int(number) - half, int(number) + half)

    return [[span(cell) for cell in row] for row in grid], one


def sums(rows: Sequence[Line], most: int) -> Iterator[str]:
    """List targets that are signed sums of two or three others, or plain sums of more."""
    width = len(rows[0])
    for target in range(width):
        others = [place for place in range(width) if place != target]
        for count in range(2, most + 1):
            for parts in combinations(others, count):
                for signs in product((1, -1), repeat=count) if count < 4 else [(1,) * count]:
                    terms = [(target, -1), *zip(parts, signs, strict=True)]
                    if max(signs) > 0 and all(_may_be_nothing(row, terms) for row in rows):
                        yield f"{target} = {_signed(parts, signs)}"


def _may_be_nothing(row: Line, terms: Sequence[tuple[int, int]]) -> bool:
    least = sum(row[place].least if sign > 0 else -row[place].most for place, sign in terms)
    most = sum(row[place].most if sign > 0 else -row[place].least for place, sign in terms)
    return least <= 0 <= most


def _signed(parts: Sequence[int], signs: Sequence[int]) -> str:
    shown = " ".join(
        f"{'+' if sign > 0 else '-'} {part}" for part, sign in zip(parts, signs, strict=True)
    )
    return shown.removeprefix("+ ")


def quotients(rows: Sequence[Line], one: int) -> Iterator[str]:
    """List targets that are a k / b, (b - a) k / a, or a b / k of two others."""
    for target, first, second in permutations(range(len(rows[0])), 3):
        cells = [(row[target], row[first], row[second]) for row in rows]
        for factor in FACTORS:
            shown = f" * {factor}" if factor > 1 else ""
            scale = Span(one * factor, one * factor)
            if all(t.times(b).meets(a.times(scale)) for t, a, b in cells):
                yield f"{target} = {first} / {second}{shown}"
            if all(t.times(scale).meets(a.times(b)) for t, a, b in cells):
                yield f"{target} = {first} * {second}{shown}"
            if all(t.plus(scale).times(a).meets(b.times(scale)) for t, a, b in cells):
                yield f"{target} = ({second} - {first}) / {first}{shown}"


def all_that_holds(grid: Grid) -> set[str]:
    """Say all that holds in every row, and all sums that hold in every column."""
    rows, one = spans(grid)
    columns = list(zip(*rows, strict=True))
    down = {f"down {each}" for each in sums(columns, len(rows) - 1)}
    return {*sums(rows, 3), *quotients(rows, one), *down}


class Planted(NamedTuple):
    """A table, and the columns of what was put into it."""

    grid: Grid
    kind: str
    columns: frozenset[int]


def _of_two(random: Random) -> list[str]:
    one, two = large(random), large(random)
    cells = [one, two, one + two]
    return [str(each) for each in cells]


def _of_three(random: Random) -> list[str]:
    cells = [large(random) for _ in range(3)]
    return [str(each) for each in (*cells, sum(cells))]


def _balance(random: Random) -> list[str]:
    one, two = large(random), large(random)
    less = random.randrange(1000, 10_000)
    return [str(each) for each in (one, two, less, one + two - less)]


def _quotient(factor: int, places: int, random: Random) -> list[str]:
    one, two = large(random) * 100 // factor, large(random)
    return [str(one), str(two), to_places(Fraction(one * factor, two), places)]


def _change(factor: int, places: int, random: Random) -> list[str]:
    one, two = sorted((large(random), large(random)))
    return [str(one), str(two), to_places(Fraction((two - one) * factor, one), places)]


def _small(random: Random) -> list[str]:
    return [str(random.randrange(1, 12)) for _ in range(3)]


def _series(random: Random) -> list[str]:
    """Years that are nearly alike: sums and changes of theirs are nearly right."""
    cells = [random.randrange(100, 1000)]
    for _ in range(2):
        cells.append(cells[-1] + random.randrange(1, 10))
    return [str(each) for each in cells]


def _nearly_a_sum(random: Random) -> list[str]:
    one, two = large(random), large(random)
    return [str(one), str(two), str(one + two + random.randrange(-2, 3))]


def _nearly_a_quotient(random: Random) -> list[str]:
    *parts, quotient = _quotient(1, 2, random)
    more = Fraction(random.randrange(3), 100)
    return [*parts, to_places(Fraction(quotient.replace(",", ".")) + more, 2)]


def _strangers(random: Random) -> list[str]:
    return [str(random.randrange(1, 10 ** random.randrange(1, 6))) for _ in range(3)]


KINDS = {
    "sum of two": _of_two,
    "sum of three": _of_three,
    "balance": _balance,
    "quotient": lambda random: _quotient(1, 2, random),
    "per cent": lambda random: _quotient(100, 1, random),
    "change": lambda random: _change(1, 4, random),
    "change in per cent": lambda random: _change(100, 2, random),
    "nearly a sum": _nearly_a_sum,
    "nearly a quotient": _nearly_a_quotient,
    "small": _small,
    "series": _series,
    "strangers": _strangers,
}


def table(seed: str) -> Planted:
    """Make a table of three to five columns and five to nine rows with something put into it.

    Its columns are in any order, but for a sum of three: that stands beside its parts.
    """
    random = Random(seed)
    kind = random.choice(sorted(KINDS))
    height, wanted = random.randrange(5, 10), random.randrange(3, 6)
    rows = []
    for _ in range(height):
        own = KINDS[kind](random)
        rows.append([*own, *(str(large(random)) for _ in range(wanted - len(own)))])
    order = list(range(len(rows[0])))
    if kind == "sum of three":
        order = random.choice([order, order[::-1], [*order[4:], *order[:4]]])
    else:
        random.shuffle(order)
    count = {"sum of two": 3, "sum of three": 4, "balance": 4}.get(kind, 3)
    columns = frozenset(order.index(place) for place in range(count))
    return Planted([[row[place] for place in order] for row in rows], kind, columns)
