"""Years as a person writes them: `2020`, `2018-2027`, `2019,2021`, `all`."""

import re
from collections.abc import Sequence

from allokera.errors import RequestError
from allokera.terms.messages import TermsMessages

_SPAN = re.compile(r"([1-9][0-9]{3})(?:\s*[-\u2013]\s*([1-9][0-9]{3}))?")


def parse_years(text: str, known: Sequence[int] | None = None) -> tuple[int, ...]:
    """Read a list of years, ascending and each once.

    Args:
        text: years and spans of years, separated by commas; or `all`, where years are known.
        known: the years there are, for `all`.

    Raises:
        RequestError: the text is no list of years.
    """
    if known is not None and text.strip().casefold() == "all":
        return tuple(known)
    years: set[int] = set()
    for part in text.split(","):
        span = _SPAN.fullmatch(part.strip())
        if span is None or int(span[1]) > int(span[2] or span[1]):
            raise RequestError(TermsMessages.no_years, text=text)
        years.update(range(int(span[1]), int(span[2] or span[1]) + 1))
    return tuple(sorted(years))


def write_years(years: Sequence[int]) -> str:
    """Write ascending years as they are read: `2018,2020-2027`."""
    firsts = [year for year in years if year - 1 not in years]
    lasts = [year for year in years if year + 1 not in years]
    spans = zip(firsts, lasts, strict=True)
    return ",".join(str(one) if one == other else f"{one}-{other}" for one, other in spans)


def check_years(years: Sequence[int], known: Sequence[int]) -> None:
    """Check that there is a budget for years.

    Raises:
        RequestError: there is none for one of them.
    """
    for year in years:
        if year not in known:
            raise RequestError(TermsMessages.no_budget, year=year, choices=tuple(known))
