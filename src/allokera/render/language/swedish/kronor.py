"""What is said of amounts, in Swedish."""

from collections.abc import Iterable

from allokera.kronor.messages import KronorMessages
from allokera.render.language.swedish.numbers import quoted

_EXAMPLES = "skriv det som 2200000000, 2200mnkr eller ”2,2 mdkr”"


class Kronor(KronorMessages):
    """Why a text is no amount, or no unit."""

    def empty_amount(self) -> str:
        return f"beloppet är tomt: {_EXAMPLES}"

    def negative_amount(self, text: str) -> str:
        return f"{quoted(text)} är negativt: ett belopp är noll eller mer"

    def too_many_digits(self, most: int) -> str:
        return f"beloppet har fler än {most} siffror"

    def no_amount(self, text: str) -> str:
        return f"{quoted(text)} är inget belopp: {_EXAMPLES}"

    def unknown_word(self, text: str, word: str, choices: Iterable[str]) -> str:
        known = ", ".join(choices)
        return f"{quoted(text)}: enheten {quoted(word)} är okänd; kända enheter är {known}"

    def zero_unit(self, text: str) -> str:
        return f"{quoted(text)} är ingen enhet: den måste vara större än noll"

    def odd_groups(self, text: str) -> str:
        return f"{quoted(text)} är inget belopp: siffrorna står inte i grupper om tre"

    def two_amounts(self, text: str, whole: str, part: str) -> str:
        return (
            f"{quoted(text)} kan betyda {whole}{part} eller {whole} med decimaler: skriv beloppet "
            "utan tecknet"
        )

    def not_whole_kronor(self, text: str) -> str:
        return f"{quoted(text)} är inte ett helt antal kronor"

    def no_share(self, text: str) -> str:
        return f"{quoted(text)} är ingen andel: skriv 1/2, 4\u00a0% eller ”2,5\u00a0%”"

    def no_figure(self, text: str) -> str:
        return f"{quoted(text)} är inget tal: skriv 1\u00a0000 eller 2,5"

    def no_currency(self, text: str) -> str:
        return (
            f"{quoted(text)} är ingen valuta: skriv de tre bokstäverna, till exempel SEK eller EUR"
        )
