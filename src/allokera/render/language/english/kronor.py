"""What is said of amounts, in English."""

from collections.abc import Iterable

from allokera.kronor.messages import KronorMessages

_EXAMPLES = "write it as 2200000000, 2200mnkr or '2,2 mdkr'"


class Kronor(KronorMessages):
    """Why a text is no amount, or no unit."""

    def empty_amount(self) -> str:
        return f"the amount is empty: {_EXAMPLES}"

    def negative_amount(self, text: str) -> str:
        return f"{text!r} is negative: an amount is zero or more"

    def too_many_digits(self, most: int) -> str:
        return f"the amount has more than {most} digits"

    def no_amount(self, text: str) -> str:
        return f"{text!r} is not an amount: {_EXAMPLES}"

    def unknown_word(self, text: str, word: str, choices: Iterable[str]) -> str:
        return f"{text!r}: the unit {word!r} is not known; known are {', '.join(choices)}"

    def zero_unit(self, text: str) -> str:
        return f"{text!r} is no unit: it must be more than nothing"

    def odd_groups(self, text: str) -> str:
        return f"{text!r} is not an amount: its digits are not in groups of three"

    def two_amounts(self, text: str, whole: str, part: str) -> str:
        return f"{text!r} could be {whole}{part} or {whole} and a part: write it without the mark"

    def not_whole_kronor(self, text: str) -> str:
        return f"{text!r} is not a whole number of kronor"

    def no_share(self, text: str) -> str:
        return f"{text!r} is no part of a whole: write 1/2, 4 % or '2,5 %'"

    def no_figure(self, text: str) -> str:
        return f"{text!r} is no number: write 1 000 or 2,5"

    def no_currency(self, text: str) -> str:
        return f"{text!r} is no currency: write its three letters, such as SEK or EUR"
