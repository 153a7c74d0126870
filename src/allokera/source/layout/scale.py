"""What headings and notes say about money: what a one is worth, and totals that are stated."""

import re
from collections.abc import Sequence

from allokera.errors import AmountError
from allokera.kronor.amount import SPACES, WORDS, parse_amount
from allokera.source.cells import is_years

_LONGEST = 2_000
"""Characters of a line that are looked at."""

_LONGEST_NOTE = 120
"""Characters that a line such as `Belopp i tusental kronor` can have; what is longer is prose."""

_KR = rf"(?:[{SPACES}](?:kronor|kr|sek))"
_SCALE = re.compile(
    rf"(?<!\w)(?:(?P<e3>tkr|kkr|tsek|ksek|tusentals?{_KR}?|tusen{_KR}|1[{SPACES}]?000-tals?{_KR}"
    rf"|(?<=\()1[{SPACES}]?000{_KR})"
    rf"|(?P<e6>mkr|mnkr|msek|miljontals{_KR}|miljoner{_KR}?)"
    rf"|(?P<e9>mdkr|mdr{_KR}?|miljarder{_KR}?)"
    r"|(?P<e0>kronor|kr|sek))(?!\w)",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:^|\bi|\bbelopp\b[^0-9]{0,30}|[,(:/])\s?$", re.IGNORECASE)
_LAST_WORD = re.compile(r"\S++\s*$")
_WORTH = {"e0": 1, "e3": 1_000, "e6": 1_000_000, "e9": 1_000_000_000}

_AMOUNT_WORDS = "|".join(sorted(WORDS, key=len, reverse=True))
_TOTAL = re.compile(
    r"\b(?:totalt|total|totala|summa|sammanlagt|ram|ramen|anslag|avsätts|avsatt|fördelas)\b"
    r"[^0-9]{0,60}(?:(?:19|20)[0-9]{2}[^0-9]{1,30})?"
    rf"(?P<amount>[0-9][0-9.,{SPACES}]{{0,40}}(?:{_AMOUNT_WORDS}))\b",
    re.IGNORECASE,
)


def worth_in_heading(text: str) -> int | None:
    """Say what a printed one stands for by a heading: 1 000 for `Belopp (tkr)`; None if it is open.

    A word that follows a number belongs to the number: `Ram 425 mnkr` says nothing of the cells.
    """
    for match in _SCALE.finditer(text[:_LONGEST]):
        if not _follows_number(text[: match.start()]):
            return _WORTH[match.lastgroup or "e0"]
    return None


def worth_in_note(text: str) -> int | None:
    """Say what a printed one stands for by a line beside the table, which has to be plain."""
    line = text.strip().rstrip(".)").strip()
    if len(line) > _LONGEST_NOTE:
        return None
    for match in _SCALE.finditer(line):
        before = line[: match.start()]
        if match.lastgroup != "e0" and _BEFORE.search(before) and not _follows_number(before):
            return _WORTH[match.lastgroup or "e0"]
    return None


def stated_total(text: str) -> int | None:
    """Find the one total that a heading or a note states, in kronor."""
    totals = set()
    for match in _TOTAL.finditer(text[:_LONGEST]):
        try:
            totals.add(parse_amount(match["amount"]))
        except AmountError:
            continue
    return totals.pop() if len(totals) == 1 else None


def _follows_number(before: str) -> bool:
    word = _LAST_WORD.search(before[-40:])
    return bool(word and word[0].strip()[-1] in "0123456789" and not is_years(word[0]))


def first_worth(lines: Sequence[str]) -> tuple[int, str] | None:
    """Find the first line that says what a one is worth, and what it says."""
    for line in lines:
        worth = worth_in_note(line)
        if worth is not None:
            return worth, line.strip()
    return None
