"""Who is meant: recipients by code or by name, as people and publishers write them.

Two names are never taken for one: Habo and Håbo are two municipalities, and folding the ring away
finds neither when both are known.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, Protocol

from allokera.errors import RequestError
from allokera.model import Recipient

# Compiled when a name is looked at: `re` keeps what it has compiled.
_SUM = (
    r"(?i:[\s:\-]*(?:summa|totalt|total|totalsumma|sum|samtliga|riket|hela|hele landet|sammanlagt"
    r"|delsumm?a?|til ?sammen|i alt|yhteens\u00e4|gesamt|insgesamt|samtals)(?![^\s:\-]))"
)
"""First words of names that are sums: `Summa`, `Totalt 32 kommuner`, `Hela riket`."""

_TOWNS = ("kommun", "stad")
_COUNTIES = ("region", "landsting", "landstinget", "län")
_TITLES = (*_TOWNS, *_COUNTIES)


class NamesMessages(Protocol):
    """Why nobody is meant by a text."""

    def could_be_several(self, text: str, several: Sequence[Recipient]) -> str:
        """It can mean several recipients."""

    def nobody_but_near(self, text: str, near: Sequence[Recipient]) -> str:
        """It means none, but is like some."""

    def nobody(self, text: str, count: int) -> str:
        """It means none, of so many."""

    def could_be_columns(self, text: str, names: Sequence[str]) -> str:
        """It can mean several columns."""

    def no_such_column(self, text: str, names: Sequence[str]) -> str:
        """It means no column, of these."""


class Likeness(StrEnum):
    """How a written name matches a known one, the closest first."""

    EXACT = "exact"
    CODE = "code"
    VARIANT = "variant"


class Match(NamedTuple):
    """A known recipient, and how the written name matches it."""

    recipient: Recipient
    likeness: Likeness


class Register(NamedTuple):
    """Known recipients, to be found by code or name.

    Attributes:
        recipients: all of them.
        by_text: codes, and the names that only one has, as they stand.
        by_fold: folded names; several recipients where folding makes them equal.
        by_bare: folded names, with and without their titles, of those that have one.
        asked: what was matched before, for tables of many rows.
    """

    recipients: tuple[Recipient, ...]
    by_text: dict[str, Match]
    by_fold: dict[str, tuple[Recipient, ...]]
    by_bare: dict[str, Recipient]
    asked: dict[str, Match | None]

    def match_row(self, row: Recipient) -> Match | None:
        """Find whom a row of a table means: by name, else by code.

        A name may be bare of the title that tells it from another: `Kalmar` with the code 08 is
        Kalmar län.
        """
        titled = self.without_title(row.name) if row.code else None
        if titled is not None and titled.code == row.code:
            return Match(titled, Likeness.CODE)
        return self.match(row.name) or self.match(row.code)

    def without_title(self, text: str) -> Recipient | None:
        """Find the one whose name a text is, with its title or without: `Kalmar`, Kalmar län."""
        if fold(text) not in self.by_bare and (_is_of_a_town(text) or not _has_title(text)):
            return None
        names = (self.by_bare.get(fold(name)) for name in (text, *_bare(text)))
        return next((each for each in names if each is not None), None)

    def match(self, text: str) -> Match | None:
        """Find the one recipient that a text can mean, or None where it means none or several."""
        exact = self.by_text.get(text.strip())
        if exact is not None or text.isdecimal():
            return exact
        if text not in self.asked:
            self.asked[text] = self._variant(text)
        return self.asked[text]

    def among(self, texts: Iterable[str]) -> set[Recipient]:
        """Find whom some texts mean."""
        by_text, match = self.by_text, self.match
        may_be = (text for text in texts if not text.isdecimal() or text in by_text)
        return {found.recipient for text in may_be if (found := match(text)) is not None}

    def _variant(self, text: str) -> Match | None:
        folded = fold(text)
        if folded not in self.by_fold and (" " not in folded or not _has_title(text)):
            return None  # most texts, told at once
        if (exact := self.by_text.get(_plain(text))) is not None:
            return exact
        for bare in _bare(text):
            if bare in self.by_text and not bare.isdecimal():  # `Region 10` is a number, no code
                return Match(self.by_text[bare].recipient, Likeness.VARIANT)
        found = self.several(text)
        return Match(found[0], Likeness.VARIANT) if len(found) == 1 else None

    def several(self, text: str) -> tuple[Recipient, ...]:
        """List the recipients that a text can mean once it is folded, as little as is needed."""
        for name in (text, *_bare(text)):
            for key in (_plain(name).casefold(), fold(name)):
                if key in self.by_fold:
                    return self.by_fold[key]
        return ()

    def nearest(self, text: str, most: int = 3) -> tuple[Recipient, ...]:
        """List the known recipients whose names are nearest to a text, the nearest first."""
        near = get_close_matches(fold(text), self.by_fold, n=most)
        return tuple(dict.fromkeys(each for key in near for each in self.by_fold[key]))[:most]

    def misspelt(self, text: str) -> tuple[Recipient, ...]:
        """List the known recipients whose name one slip of the keyboard makes a text.

        A word of fewer than four letters, or with a digit, is meant as it is: Lag A is not Lag B.
        """
        words = fold(text).split()
        near = (key for key in self.by_fold if _is_misspelt(words, key.split()))
        return tuple(dict.fromkeys(each for key in near for each in self.by_fold[key]))


def register(recipients: Iterable[Recipient]) -> Register:
    """Make recipients findable."""
    known = tuple(dict.fromkeys(recipients))
    by_text: dict[str, Match] = {}
    by_fold: dict[str, tuple[Recipient, ...]] = {}
    by_bare: dict[str, Recipient] = {}
    for recipient in known:
        if recipient.code:
            by_text[recipient.code] = Match(recipient, Likeness.CODE)
    shared = {name for name, count in Counter(each.name for each in known).items() if count > 1}
    for recipient in known:
        if recipient.name not in shared:
            by_text[recipient.name] = Match(recipient, Likeness.EXACT)
        for key in {_plain(recipient.name).casefold(), fold(recipient.name)}:
            by_fold[key] = (*by_fold.get(key, ()), recipient)
        if bare := tuple(_bare(recipient.name)):
            by_bare |= {fold(name): recipient for name in (recipient.name, *bare)}
    return Register(known, by_text, by_fold, by_bare, {})


def find(text: str, recipients: Sequence[Recipient]) -> Recipient:
    """Find the recipient that a person means by a code or a name.

    Raises:
        RequestError: no recipient, or several, can be meant; the message suggests.
    """
    known = register(recipients)
    match = known.match(text)
    if match is not None:
        return match.recipient
    if several := known.several(text):
        raise RequestError(NamesMessages.could_be_several, text=text, several=several)
    if near := known.nearest(text) or _code_without_zeros(text, recipients):
        raise RequestError(NamesMessages.nobody_but_near, text=text, near=tuple(near))
    raise RequestError(NamesMessages.nobody, text=text, count=len(known.recipients))


@lru_cache(maxsize=4_096)
def fold(name: str) -> str:
    """Take away from a name what writers differ in: case, diacritics, hyphens, extra spaces."""
    plain = " ".join(name.casefold().replace("-", " ").split())
    if plain.isascii():
        return plain
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def is_called_a_sum(name: str) -> bool:
    """Whether a row's name says that it is a sum: `Summa`, `Totalt`, `Samtliga 32`."""
    return re.match(_SUM, name) is not None


def is_called_a_part(name: str) -> bool:
    """Whether a row's name says that it is part of another row: `varav ...`, `of which ...`."""
    return re.match(_PART, name) is not None


def is_called_beside(name: str) -> bool:
    """Whether a row's name says either: it has nothing of its own."""
    return re.match(_BESIDE, name) is not None


_PART = (
    r"(?i:[\W_]*(?:varav|d\u00e4rav|hvorav|herav|heraf|deraf|of which|thereof|davon|darunter)\b)"
)
_BESIDE = f"{_SUM}|{_PART}"


def _is_misspelt(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one slip in one word tells two names apart."""
    apart = [pair for pair in zip(words, others, strict=False) if pair[0] != pair[1]]
    return len(words) == len(others) and len(apart) == 1 and _is_slip(*apart[0])


def _is_slip(one: str, other: str) -> bool:
    """Whether two words are one letter apart: one more, one less, another, or two exchanged."""
    if min(len(one), len(other)) < 4 or not (one.isalpha() and other.isalpha()):
        return False
    letters = enumerate(zip(one, other, strict=False))
    alike = next((place for place, (a, b) in letters if a != b), min(len(one), len(other)))
    left, right = one[alike:], other[alike:]
    return (
        left[1:] == right[1:] or left in {right[1:], right[1::-1] + right[2:]} or right == left[1:]
    )


def alphabetical(name: str) -> tuple[tuple[int, ...], ...]:
    """Make a key that sorts names as Swedish does, and numbers in them by size: 9 before 10."""
    return tuple(
        (len(piece.lstrip("0")), *map(ord, piece.lstrip("0"))) if place % 2 else by_letters(piece)
        for place, piece in enumerate(re.split("([0-9]+)", name))
    )


def by_letters(name: str) -> tuple[int, ...]:
    """Make a key that sorts names letter by letter: case aside, å, ä and ö after z."""
    order = {"å": 0x110000, "ä": 0x110001, "æ": 0x110001, "ö": 0x110002, "ø": 0x110002}
    return tuple(order.get(letter, ord(letter)) for letter in _plain(name).casefold())


def _bare(text: str) -> Iterable[str]:
    """Take a title off a name, and then its genitive: `Borås stad`, `Göteborgs stad`."""
    words = _plain(text).split()
    if len(words) > 1 and words[-1].casefold() in _TITLES:
        bare = " ".join(words[:-1])
        yield bare
        yield bare.removesuffix("s")
    if len(words) > 1 and words[0].casefold() in _TITLES:
        yield " ".join(words[1:])


def heads_counties(heading: str) -> bool:
    """Whether a heading says that what is named below it are counties: `Landsting`, `Län`."""
    return not {*map(fold, _COUNTIES), "regioner"}.isdisjoint(fold(heading).split())


def _has_title(text: str) -> bool:
    words = text.casefold().split()
    return len(words) > 1 and (words[0] in _TITLES or words[-1] in _TITLES)


def _is_of_a_town(text: str) -> bool:
    return not set(_TOWNS).isdisjoint(text.casefold().split())


def find_column(text: str, names: Sequence[str]) -> int:
    """Find the place of the one column that a text names: by its name, or by a part of it.

    Raises:
        RequestError: it names none, or could name several.
    """
    folded = text.casefold().strip()
    exact = [place for place, name in enumerate(names) if name.casefold().strip() == folded]
    found = exact or [
        place for place, name in enumerate(names) if folded and folded in name.casefold()
    ]
    if len(found) == 1:
        return found[0]
    form = NamesMessages.could_be_columns if found else NamesMessages.no_such_column
    raise RequestError(form, text=text, names=tuple(names[each] for each in found) or tuple(names))


@lru_cache(maxsize=4_096)
def _plain(name: str) -> str:
    """Compose the letters and make every space an ordinary one, each once."""
    return " ".join((name if name.isascii() else unicodedata.normalize("NFC", name)).split())


def _code_without_zeros(text: str, recipients: Sequence[Recipient]) -> tuple[Recipient, ...]:
    wanted = text.strip().lstrip("0")
    return tuple(each for each in recipients if wanted and each.code.lstrip("0") == wanted)
