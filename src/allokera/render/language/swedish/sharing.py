"""What is said of scenarios, problems and plans, in Swedish."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.kronor.amount import Amount, size
from allokera.kronor.currency import Currency
from allokera.kronor.wording import telling_places
from allokera.render.language.swedish.numbers import (
    NBSP,
    grouped,
    listed,
    percent,
    quoted,
    spelled,
)
from allokera.render.language.swedish.numbers import amount as money
from allokera.sharing.messages import SharingMessages


class Sharing(SharingMessages):
    """Why a request cannot be answered, and what is not shared out."""

    def as_requested(self) -> str:
        return "enligt begäran"

    def nothing_deducted(self) -> str:
        return "inget dras av från ett totalbelopp"

    def nothing_asked(self) -> str:
        return "vad ska fördelas? Ange --year 2020 eller --total BELOPP"

    def year_or_total(self) -> str:
        return "ange ett år eller ett totalbelopp, inte båda"

    def not_both(self, one: str, other: str) -> str:
        return f"{one} och {other} går inte att kombinera: ange det ena"

    def nobody_applied(self) -> str:
        return "ingen har sökt mindre; ange vem som har det, med --applied KOMMUN=BELOPP"

    def nothing_to_carry(self) -> str:
        return "det är år som avrundas tillsammans; ange några"

    def one_year_carried(self) -> str:
        return "ett enda år kan inte avrundas tillsammans med något; ange flera"

    def method_cannot_carry(self, method: str, able: str) -> str:
        return (
            f"åren avrundas tillsammans efter de exakta andelarna, som med {able}: {method} har "
            "inga sådana"
        )

    def left_out(self, name: str) -> str:
        return f"{name} är utelämnad"

    def nobody_figured(self, name: str) -> str:
        return (
            f"det finns inga uppgifter om {name}: den som läggs till enligt nyckeln ska stå i "
            "nyckelns filer eller hos SCB"
        )

    def kronor_in_currency(self, text: str, code: str) -> str:
        return f"{quoted(text)} är i kronor, men --currency säger {code}"

    def least_below_threshold(self, name: str, share: Fraction, least: Fraction) -> str:
        places = telling_places((100 * share, 100 * least), 4)
        return (
            f"{name} ligger under tröskeln på {spelled(100 * least)}{NBSP}%, med "
            f"{percent(share, places)} av allt, och får inget: något lägsta belopp kan inte gälla"
        )

    def repayment_administered(self, envelope: Amount, currency: Currency | None) -> str:
        return (
            f"{money(size(envelope), currency)} betalas tillbaka: av det behålls inget till "
            "administration; det säger --gross"
        )

    def parts_of_no_unit(self, amount: Amount, unit: Amount, currency: Currency | None) -> str:
        return (
            f"{money(amount, currency)} har decimaler, och avrundningsenheten är "
            f"{money(unit, currency)}: ange en mindre enhet, till exempel --unit 0,01"
        )

    def negative_administration(self, amount: Amount) -> str:
        return f"administrationen är {grouped(amount)}: den måste vara noll eller mer"

    def administration_above_envelope(
        self, administration: Amount, envelope: Amount, currency: Currency | None
    ) -> str:
        return (
            f"administrationen, {money(administration, currency)}, är större än ramen, "
            f"{money(envelope, currency)}"
        )

    def no_unit(self, unit: Amount) -> str:
        return f"avrundningsenheten är {grouped(unit)}: den måste vara större än noll"

    def grant_has_currency(self, code: str) -> str:
        return f"bidraget har sin valuta, {code}; bara egna fördelningsgrunder kan ha en annan"

    def drawn_twice(self, name: str) -> str:
        return f"{name} har lottats två gånger"

    def no_key(self) -> str:
        return "bidraget anger ingen fördelningsnyckel: den kan stå i tabellfilen, under key"

    def key_takes_no_weight(self, name: str) -> str:
        return f"nyckeln ger {name} dess fördelningsgrund: skriv bara namnet"

    def recipient_already(self, name: str) -> str:
        return f"{name} är redan en av mottagarna"

    def added_twice(self, name: str) -> str:
        return f"{name} läggs till två gånger"

    def added_and_left_out(self, name: str) -> str:
        return f"{name} både läggs till och utelämnas"

    def needs_weight(self, name: str) -> str:
        return (
            f"de andra behåller sina andelar, så {name} behöver en fördelningsgrund: skriv "
            f"{name}=TAL"
        )

    def needs_base_amount(self, name: str) -> str:
        return (
            f"de andra behåller sina andelar, så {name} behöver en fördelningsgrund: skriv "
            f"{name}=BELOPP, vad den skulle ha i baskolumnen, eller räkna om alla andelar med --key"
        )

    def weight_of_nobody(self) -> str:
        return "vems är fördelningsgrunden? Skriv NAMN=TAL"

    def not_in_a_county(self, names: Sequence[str]) -> str:
        return f"SCB anger inget län för {listed(names, 'eller')}: bara kommuner ligger i ett"

    def two_answers_needed(self) -> str:
        return "minst två svar jämförs: scenariofiler, published, eller --method två gånger"

    def several_currencies(self, codes: Sequence[str]) -> str:
        what = listed([code or "enheter som räknas" for code in codes])
        return f"{what} går inte att jämföra"

    def nobody_in_common(self, one: str, other: str) -> str:
        return f"{one} och {other} har ingen gemensam mottagare"

    def published_needs_years(self) -> str:
        return "belopp har publicerats för år: ange --year för att jämföra med dem"

    def nothing_published(self, year: int) -> str:
        return f"inget har publicerats för {year}"
