"""Numbers that are no amounts, as a person types them: parts of a whole, and figures."""

import re
from fractions import Fraction

from allokera.errors import AmountError
from allokera.kronor.amount import MOST_DIGITS
from allokera.kronor.messages import KronorMessages
from allokera.kronor.money_words import SPACES

_RATIO = re.compile(r"([0-9]{1,9})/([0-9]{1,9})")
_PERCENT = re.compile(rf"([0-9]{{1,3}})(?:[.,]([0-9]{{1,9}}))?[{SPACES}]*%")
_FIGURE = re.compile(rf"([0-9]{{1,3}}(?:[{SPACES}][0-9]{{3}})+|[0-9]+)(?:[.,]([0-9]+))?")


def parse_share(text: str) -> Fraction:
    """Read a part of a whole: `1/2`, `35 %`, `33,3 %`.

    Raises:
        AmountError: the text is none, or more than the whole.
    """
    stripped, share = text.strip(SPACES), None
    if (ratio := _RATIO.fullmatch(stripped)) and int(ratio[2]):
        share = Fraction(int(ratio[1]), int(ratio[2]))
    elif percent := _PERCENT.fullmatch(stripped):
        share = Fraction(f"{percent[1]}.{percent[2] or 0}") * Fraction(1, 100)
    if share is None or share > 1:
        raise AmountError(KronorMessages.no_share, text=text)
    return share


def parse_figure(text: str) -> Fraction:
    """Read a number that may have decimals: `1 000`, `2,5`.

    Raises:
        AmountError: the text is none.
    """
    figure = _FIGURE.fullmatch(text)
    if figure is None or len(text) > MOST_DIGITS:
        raise AmountError(KronorMessages.no_figure, text=text)
    return Fraction(f"{re.sub('[^0-9]', '', figure[1])}.{figure[2] or 0}")
