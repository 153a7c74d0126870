"""What kind of cell a printed text is, by the grammar of printed amounts."""

import re
from collections.abc import Sequence
from functools import lru_cache

from allokera.kronor.extras import LEVEL_MARK, LONGEST, NOTHING, RAISED_MARK, without_currency
from allokera.kronor.money_words import SPACES
from allokera.kronor.printed import LOOK_ALIKES, is_plain, read

BLANK, TEXT, NUMBER = range(3)
"""Nothing; words; an amount, however misprinted, or a mark for no amount."""

LONGEST_NAME = 100
"""Characters that a recipient's name can have; what is longer is prose."""

_MOST_LETTERS = 6
"""Letters that a misprinted number can have: `9 979 000 (prel.)`."""

_WORD = re.compile(rf"[^\W\d_]*[^\W\d_{re.escape(''.join(map(chr, LOOK_ALIKES)))}]")
"""What begins like a word: letters, one of which is not one that digits are mistaken for."""

_DIGIT = re.compile("[0-9]")
_YEAR = r"(?:19|20)[0-9]{2}"
_YEARS = re.compile(rf"(?<![0-9])({_YEAR})(?:[{SPACES}]?[-\u2013/][{SPACES}]?({_YEAR}))?(?![0-9])")
_MONTH, _DAY = r"(?:0?[1-9]|1[0-2])", r"(?:0?[1-9]|[12][0-9]|3[01])"
_PERIOD = re.compile(
    rf"{_YEAR}(?:[-\u2013/](?:{_YEAR}|[0-9]{{2}}))?|{_YEAR}[-./:]{_MONTH}(?:[-./]{_DAY})?"
    rf"|{_DAY}[-./ ]{_MONTH}[-./ ]{_YEAR}|{_YEAR}[ :]?[hkmqtHKMQT]?[0-9]{{1,2}}"
)
_CLASS = re.compile(
    rf"(?:[0-9]{{1,3}}(?:[{SPACES}]?[0-9]{{3}})*[{SPACES}]?(?:[-\u2013][{SPACES}]?"
    rf"(?:[0-9]{{1,3}}(?:[{SPACES}]?[0-9]{{3}})*|[wW\u03c9])|\+)"
    rf"|[<>\u2264\u2265][{SPACES}]?[0-9]+)(?:,?[{SPACES}]?[%\u2030])?"
)
_MARK = re.compile(rf"[{SPACES}]*({RAISED_MARK})$|[{SPACES}]+({LEVEL_MARK})$")


def kinds(row: Sequence[str]) -> bytes:
    """Say the kind of every cell of a row."""
    return bytes([NUMBER if is_plain(cell) else kind(cell) for cell in row])


@lru_cache(maxsize=1 << 16)
def kind(text: str) -> int:
    """Say which kind a printed cell is: `BLANK`, `TEXT` or `NUMBER`.

    A number is what `printed.read` reads, with or without a per cent sign. What it cannot read is
    one too where it begins with no word and at least half of it is digits: a misprint is still a
    cell of the column.
    """
    stripped = without_currency(text.strip())
    if not stripped:
        return TEXT if text.strip() else BLANK
    if not _DIGIT.search(stripped) or _WORD.match(stripped):
        # most texts, told without reading them
        return NUMBER if stripped in NOTHING else TEXT
    bare = stripped.rstrip("%\u2030").rstrip()
    if not bare or len(bare) > LONGEST:
        return TEXT
    reading = read(bare)
    if reading.value is not None or reading.alternatives:
        return NUMBER
    digits = sum(letter in "0123456789" for letter in bare)
    others = sum(not letter.isspace() for letter in bare) - digits
    letters = sum(letter.isalpha() for letter in bare)
    is_misprint = digits >= max(others, 1) and letters <= _MOST_LETTERS
    return NUMBER if is_misprint else TEXT


def has_digit(text: str) -> bool:
    """Whether any digit is printed."""
    return _DIGIT.search(text) is not None


def years_in(text: str) -> tuple[int, ...]:
    """List the years that a text names, spans filled: `2020\u20132027`."""
    years: set[int] = set()
    for span in _YEARS.finditer(text):
        years.update(range(int(span[1]), int(span[2] or span[1]) + 1))
    return tuple(sorted(years))


def is_years(text: str) -> bool:
    """Whether a cell is a year or a span of years and nothing else."""
    return _YEARS.fullmatch(unmarked(text)[0].strip()) is not None


def is_period(text: str) -> bool:
    """Whether a cell is a year, a split year, a quarter, a month or a date: `2018/19`, `2018:1`."""
    return _PERIOD.fullmatch(unmarked(text)[0].strip()) is not None


def is_class(text: str) -> bool:
    """Whether a cell is a class of sizes or ages: `0-19`, `80+`, `85-w`, `< 1`, `20\u201364, %`."""
    return _CLASS.fullmatch(unmarked(text)[0].strip()) is not None


def are_years(cells: Sequence[str]) -> bool:
    """Whether there are cells, and all of them are years."""
    return bool(cells) and all(is_years(cell) for cell in cells)


def unmarked(text: str) -> tuple[str, str]:
    """Take the footnote mark off the end of a text: the text without it, and the mark or ""."""
    tail = text.rstrip()
    match = _MARK.search(tail, max(len(tail) - 12, 0))
    return (tail[: match.start()], match[1] or match[2]) if match else (text, "")
