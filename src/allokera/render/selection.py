"""Which rows of an answer are shown, in which order, and what beside the amounts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from allokera.model import Funding, Population, Recipient, Source
from allokera.sharing.measures import Measured


class Extra(StrEnum):
    """What may stand beside an amount."""

    SHARE = "share"
    PUBLISHED = "published"
    CHANGE = "change"
    PER_CAPITA = "per-capita"
    OWN_FUNDING = "own-funding"


def _nobody(_: int) -> Measured:
    raise AssertionError("nothing is to stand beside the amounts")


class Selection(NamedTuple):
    """Which rows are shown, in which order, and what beside the amounts.

    Attributes:
        places: in the table, from 0.
        extras: empty for what is usual.
        is_all: whether everybody is shown.
        measured: says what an amount comes to, by its place.
        counties: places by county, where rows are grouped so; else empty.
        title: what it is about, in words, or "".
        leavers: those who get something plainly, and nothing here; their places come after all.
        population: where inhabitants are asked for.
        funding: where own funding is asked for.
    """

    places: Sequence[int]
    extras: Sequence[Extra] = ()
    is_all: bool = False
    measured: Callable[[int], Measured] = _nobody
    counties: Mapping[Recipient, Sequence[int]] = {}
    population: Population | None = None
    funding: Funding | None = None
    leavers: Mapping[int, Recipient] = {}
    title: str = ""

    def groups(self) -> Iterator[tuple[Recipient | None, list[int]]]:
        """List the places county by county; all at once where they are not grouped."""
        everybody = [*self.places, *(self.leavers if self.is_all else ())]
        if not self.counties:
            yield None, everybody
            return
        for county, members in self.counties.items():
            here = set(members)
            if places := [place for place in everybody if place in here]:
                yield county, places

    def present(self, places: Sequence[int]) -> list[int]:
        """Keep the places of those who share."""
        return [place for place in places if place not in self.leavers]

    def sources(self, others: Sequence[Source]) -> tuple[Source, ...]:
        """The file behind what is shown, where it is not among others."""
        if self.population is None or self.population.source in others:
            return ()
        return (self.population.source,)

    def county_of(self, place: int) -> Recipient | None:
        """The county that a place is in, where rows are grouped so."""
        return next((county for county, places in self.counties.items() if place in places), None)
