"""What headings and notes say about money: what a one is worth, and totals that are stated."""

import re
from collections.abc import Sequence

from allokera.errors import AmountError
from allokera.kronor.amount import parse_whole
from allokera.kronor.money_words import CURRENCY, KRONOR_PHRASE, SCALED, SIGNS, SPACES, worth
from allokera.source.cells import is_years

_LONGEST = 2_000
"""Characters of a line that are looked at."""

_LONGEST_NOTE = 120
"""Characters that a line such as `Belopp i tusental kronor` can have; what is longer is prose."""

_THOUSANDS = rf"1[{SPACES}.,]?000(?:-tals?)?|['\u2019]?000s?"
_SCALE = re.compile(
    rf"(?<!\w)(?:(?P<thousands>(?:{_THOUSANDS})[{SPACES}]{CURRENCY}|[{SIGNS}][{SPACES}]?['\u2019]?000s?"
    rf"|(?<=\()['\u2019]?000s?(?=\))|[{SIGNS}]k)|[{SIGNS}](?P<letter>m|bn)"
    rf"|(?:{CURRENCY}[{SPACES}])?(?P<phrase>{SCALED}))(?!\w)|(?<!\w)(?P<currency>{CURRENCY})(?!\w)",
    re.IGNORECASE,
)
_LETTERS = {"m": 1_000_000, "bn": 1_000_000_000}
_BEFORE = re.compile(
    r"(?:^|\b(?:i|in)|\b(?:belopp|bel\u00f8p|bel\u00f8b|amounts?|betr\u00e4ge|figures|values)\b[^0-9]{0,30}|[,(:/])\s?$",
    re.IGNORECASE,
)
_NUMERALS = frozenset(
    [
        "tusen",
        "tusind",
        "tusinde",
        "thousand",
        "tausend",
        "miljon",
        "million",
        "miljard",
        "milliard",
        "billion",
    ]
)
"""What is a number of its own where other words follow it, and a scale at the end of a part."""

_GOES_ON = re.compile(r"\s*[^\W\d_]")
_LAST_WORD = re.compile(r"\S++\s*$")
_TOTAL = re.compile(
    r"\b(?:totalt|total|totala|summa|sammanlagt|ram|ramen|anslag|avs\u00e4tts|avsatt|f\u00f6rdelas)\b"
    r"[^0-9]{0,60}(?:(?:19|20)[0-9]{2}[^0-9]{1,30})?"
    rf"(?P<amount>[0-9][0-9.,{SPACES}]{{0,40}}{KRONOR_PHRASE})(?!\w)",
    re.IGNORECASE,
)


def worth_in_heading(text: str) -> int | None:
    """Say what a printed one stands for by a heading: 1 000 for `Belopp (tkr)`; None if it is open.

    A word that follows a number belongs to the number: `Ram 425 mnkr` says nothing of the cells.
    """
    for match in _SCALE.finditer(text[:_LONGEST]):
        before = text[: match.start()]
        if not _follows_number(before) and not _is_prose(match, before):
            return _worth(match)
    return None


def worth_in_note(text: str) -> int | None:
    """Say what a printed one stands for by a line beside the table, which has to be plain."""
    line = text.strip().rstrip(".)").strip()
    if len(line) > _LONGEST_NOTE:
        return None
    for match in _SCALE.finditer(line):
        before = line[: match.start()]
        is_meant = _BEFORE.search(before) and not _is_prose(match, before)
        if not match["currency"] and is_meant and not _follows_number(before):
            return _worth(match)
    return None


def stated_total(text: str) -> int | None:
    """Find the one total that a heading or a note states, in kronor."""
    totals = set()
    for match in _TOTAL.finditer(text[:_LONGEST]):
        try:
            totals.add(parse_whole(match["amount"]))
        except AmountError:
            continue
    return totals.pop() if len(totals) == 1 else None


def _is_prose(match: re.Match[str], before: str) -> bool:
    """Whether a text speaks of a number and not of its cells: `En miljon träd`, `över 1 000 kr`."""
    if match["thousands"]:
        return match[0][0] in "01" and not _BEFORE.search(before)
    goes_on = _GOES_ON.match(match.string, match.end()) is not None
    return goes_on and match[0].casefold() in _NUMERALS


def _worth(match: re.Match[str]) -> int:
    if match["letter"]:
        return _LETTERS[match["letter"].casefold()]
    return 1_000 if match["thousands"] else worth(match["phrase"] or "")


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
