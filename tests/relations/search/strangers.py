"""Numbers that say nothing of each other, but for what is put into each line."""

from collections.abc import Callable, Iterable, Sequence
from random import Random

from allokera.relations.evidence.claim import Claim
from allokera.relations.sheet.view import View
from relations.grids import large, said, view_of

Line = list[int | None]
Change = Callable[[Line], None]


def strangers(width: int, change: Change, *, lines: int = 8, seed: str = "far") -> View:
    """Lines of numbers of six digits that say nothing of each other, each changed."""
    random = Random(seed)
    rows: list[Line] = []
    for _ in range(lines):
        rows.append([10 * large(random) + random.randrange(10) for _ in range(width)])
        change(rows[-1])
    return view_of(rows)


def number(line: Line, place: int) -> int:
    """A number that is there."""
    value = line[place]
    assert value is not None
    return value


def names(claims: Iterable[Claim]) -> set[str]:
    """What claims claim, in short."""
    return {said(claim) for claim in claims}


def adding(target: int, parts: Sequence[int]) -> Change:
    """Put the sum of some parts into each line."""

    def change(line: Line) -> None:
        line[target] = sum(number(line, part) for part in parts)

    return change
