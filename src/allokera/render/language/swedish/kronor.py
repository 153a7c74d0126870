"""What is said of amounts, in Swedish."""

from collections.abc import Iterable

from allokera.kronor.messages import KronorMessages
from allokera.render.language.swedish.numbers import NBSP, counted, listed, quoted

_EXAMPLES = f"skriv till exempel 2200000000, 2200mnkr eller '2,2{NBSP}mdkr'"


class Kronor(KronorMessages):
    """Why a text is no amount, or no unit."""

    def empty_amount(self) -> str:
        return f"beloppet saknas: {_EXAMPLES}"

    def negative_amount(self, text: str) -> str:
        return f"{quoted(text)} är negativt: ett belopp får inte vara mindre än noll"

    def too_many_digits(self, most: int) -> str:
        return f"beloppet har fler än {counted(most, 'siffra', 'siffror')}"

    def no_amount(self, text: str) -> str:
        return f"{quoted(text)} är inget belopp: {_EXAMPLES}"

    def unknown_word(self, text: str, word: str, choices: Iterable[str]) -> str:
        known = listed([*choices], "eller")
        return f"{quoted(text)}: enheten {quoted(word)} är okänd; skriv till exempel {known}"

    def zero_unit(self, text: str) -> str:
        return f"{quoted(text)} är ingen avrundningsenhet: den måste vara större än noll"

    def odd_groups(self, text: str) -> str:
        return f"{quoted(text)} är inget belopp: siffrorna står inte i grupper om tre"

    def two_amounts(self, text: str, whole: str, part: str) -> str:
        return (
            f"{quoted(text)} kan vara {whole}{part}, eller {whole} med decimaler: skriv beloppet "
            "utan punkt och komma"
        )

    def not_whole_kronor(self, text: str) -> str:
        return f"{quoted(text)} är inte ett helt antal kronor"

    def no_share(self, text: str) -> str:
        return f"{quoted(text)} är ingen andel av en helhet: skriv 1/2, 4{NBSP}% eller '2,5{NBSP}%'"

    def no_figure(self, text: str) -> str:
        return f"{quoted(text)} är inget tal: skriv till exempel 1{NBSP}000 eller 2,5"

    def no_currency(self, text: str) -> str:
        return (
            f"{quoted(text)} är ingen valuta: skriv valutans kod med tre bokstäver, till exempel "
            "SEK eller EUR"
        )
