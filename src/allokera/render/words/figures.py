"""How a language writes numbers, lists and years."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Protocol

from allokera.kronor.amount import Amount
from allokera.kronor.currency import Currency


class Figures(Protocol):
    """Numbers for people: digits in groups of three, decimals rounded half up."""

    def grouped(self, number: Amount) -> str:
        """Write a number in groups of three; with parts, all of them."""

    def signed(self, number: Amount) -> str:
        """Write a difference with its sign; nothing is `0`."""

    def decimal(self, number: Fraction, places: int) -> str:
        """Write an exact number with so many decimals."""

    def spelled(self, number: Fraction) -> str:
        """Write an exact number with all of its decimals, or as `p/q` where they do not end."""

    def percent(self, share: Fraction, places: int = 4) -> str:
        """Write a share as a percentage."""

    def signed_percent(self, part: Fraction, places: int) -> str:
        """Write a change as a percentage, with its sign."""

    def money(self, number: Amount, currency: Currency | None) -> str:
        """Write an amount, with what it is in where that is money."""

    def signed_money(self, number: Amount, currency: Currency | None) -> str:
        """Write a difference with its sign, and what it is in where that is money."""

    def listed(self, words: Sequence[str]) -> str:
        """Write words as a list in a sentence: `a, b and c`; of very many, the first."""

    def either(self, words: Sequence[str]) -> str:
        """Write words to choose from: `a, b or c`."""

    def years(self, years: Sequence[int]) -> str:
        """Write ascending years in short: `2018, 2020\u20132027`."""
