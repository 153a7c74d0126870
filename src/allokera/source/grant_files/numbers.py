"""Numbers of a key as a person writes them: parts of a whole, and figures with decimals."""

import re
from fractions import Fraction

from allokera.errors import SourceError
from allokera.kronor.amount import MOST_DIGITS
from allokera.kronor.money_words import SPACES
from allokera.source.messages import SourceMessages

_RATIO = re.compile(r"([0-9]{1,9})/([0-9]{1,9})")
_PERCENT = re.compile(rf"([0-9]{{1,3}})(?:[.,]([0-9]{{1,9}}))?[{SPACES}]?%")
_FIGURE = re.compile(rf"([0-9]{{1,3}}(?:[{SPACES}][0-9]{{3}})+|[0-9]+)(?:[.,]([0-9]+))?")


def parse_share(text: str) -> Fraction:
    """Read a part of a whole: `1/2`, `35 %`, `33,3 %`.

    Raises:
        SourceError: the text is none, or the part is nothing, or more than all.
    """
    share = Fraction(0)
    if (ratio := _RATIO.fullmatch(text)) and int(ratio[2]):
        share = Fraction(int(ratio[1]), int(ratio[2]))
    elif percent := _PERCENT.fullmatch(text):
        share = Fraction(f"{percent[1]}.{percent[2] or 0}") * Fraction(1, 100)
    if not 0 < share <= 1:
        raise SourceError(SourceMessages.no_share, text=text)
    return share


def parse_figure(text: str) -> Fraction:
    """Read a number that may have decimals: `1 000`, `2,5`.

    Raises:
        SourceError: the text is none.
    """
    figure = _FIGURE.fullmatch(text)
    if figure is None or len(text) > MOST_DIGITS:
        raise SourceError(SourceMessages.no_figure, text=text)
    return Fraction(f"{re.sub('[^0-9]', '', figure[1])}.{figure[2] or 0}")
