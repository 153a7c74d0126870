"""One slip of a finger: what was meant, what was keyed, and how one became the other.

The slips are those that Damerau counted (A technique for computer detection and correction of
spelling errors, CACM 7, 1964): a character lost, added, replaced, or two neighbours exchanged; and
for amounts, three or six zeros too many or too few, and a sign.
"""

from enum import StrEnum
from functools import lru_cache


class Slip(StrEnum):
    """What happened to the number that was meant."""

    SEPARATOR = "digits grouped otherwise"
    LOST = "digit lost"
    ADDED = "digit added"
    FOOTNOTE = "footnote digit glued on"
    REPLACED = "digit replaced"
    EXCHANGED = "digits exchanged"
    THOUSANDFOLD = "a thousand times too large"
    THOUSANDTH = "a thousand times too small"
    MILLIONFOLD = "a million times too large"
    MILLIONTH = "a million times too small"
    SIGN = "sign changed"
    UNIT = "one unit off"
    SWAPPED = "exchanged with another row"
    SHIFTED = "one row off"


KEYSTROKES = frozenset({Slip.LOST, Slip.ADDED, Slip.FOOTNOTE, Slip.REPLACED, Slip.EXCHANGED})
"""The slips of one digit."""

_ZEROS = {
    Slip.THOUSANDFOLD: ("000", ""),
    Slip.MILLIONFOLD: ("000000", ""),
    Slip.THOUSANDTH: ("", "000"),
    Slip.MILLIONTH: ("", "000000"),
}


MARKS = 6
"""Ways in which a mark is moved, or noughts are written."""


def results(how: Slip, length: int) -> int:
    """Count the results that a slip may have, of a right number of so many digits."""
    return {
        Slip.REPLACED: 9 * length,
        Slip.LOST: length,
        Slip.ADDED: 10 * (length + 1),
        Slip.FOOTNOTE: 10 * (length + 1),
        Slip.EXCHANGED: max(length - 1, 1),
        Slip.SIGN: 1,
    }.get(how, MARKS)


def slip(meant: int, keyed: str) -> Slip | None:
    """Name the one slip that turns the number meant into the digits keyed, or None.

    >>> slip(164_000_000, "16400000")
    <Slip.LOST: 'digit lost'>

    Args:
        keyed: digits, with a minus before them where there was one.
    """
    digits = str(meant)
    if digits == keyed:
        return Slip.SEPARATOR
    if digits.lstrip("-") == keyed.lstrip("-"):
        return Slip.SIGN
    for scale, (zeros_added, zeros_lost) in _ZEROS.items():
        if digits + zeros_added == keyed + zeros_lost:
            return scale
    by_length = {-1: _one_less, 0: _same_length, 1: _one_more}.get(len(keyed) - len(digits))
    return None if by_length is None else by_length(digits, keyed)


def one_keystroke(keyed: str) -> frozenset[str]:
    """List all other digits that one lost, added, replaced or exchanged digit turns into `keyed`.

    Args:
        keyed: digits, at most as many as a number has (`amount.MOST_DIGITS`).
    """
    texts: set[str] = set()
    for place in range(len(keyed) + 1):
        before, after = keyed[:place], keyed[place:]
        texts.update(before + digit + after for digit in "0123456789")
        if after:
            texts.add(before + after[1:])
            texts.update(before + digit + after[1:] for digit in "0123456789")
        if len(after) > 1:
            texts.add(before + after[1] + after[0] + after[2:])
    return frozenset(texts - {keyed, ""})


@lru_cache(4096)
def one_slip(keyed: int) -> frozenset[int]:
    """List the numbers that one slip turns into a number: a keystroke, noughts, or a lost sign.

    Args:
        keyed: in its last printed place.
    """
    sign = -1 if keyed < 0 else 1
    found = {sign * int(text) for text in one_keystroke(str(abs(keyed))) if text[0] != "0"}
    for scale in (10**3, 10**6):
        found |= {keyed * scale, keyed // scale} if keyed % scale == 0 else {keyed * scale}
    return frozenset((found | {-keyed}) - {keyed})


def _one_less(meant: str, keyed: str) -> Slip | None:
    return Slip.LOST if _is_one_shorter(keyed, meant) else None


def _one_more(meant: str, keyed: str) -> Slip | None:
    if keyed[:-1] == meant and keyed[-1] != "0":
        return Slip.FOOTNOTE
    return Slip.ADDED if _is_one_shorter(meant, keyed) else None


def _same_length(meant: str, keyed: str) -> Slip | None:
    wrong = [place for place, (was, now) in enumerate(zip(meant, keyed, strict=True)) if was != now]
    if len(wrong) == 1:
        return Slip.REPLACED
    if len(wrong) == 2 and wrong[1] == wrong[0] + 1:
        first, second = wrong
        if (meant[first], meant[second]) == (keyed[second], keyed[first]):
            return Slip.EXCHANGED
    return None


def _is_one_shorter(short: str, long: str) -> bool:
    """Whether taking one character out of `long` gives `short`."""
    same = 0
    while same < len(short) and short[same] == long[same]:
        same += 1
    return short[same:] == long[same + 1 :]
