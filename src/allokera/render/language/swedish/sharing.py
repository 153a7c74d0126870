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
        return "ange antingen ett år eller ett totalbelopp"

    def not_both(self, one: str, other: str) -> str:
        return f"{one} och {other} går inte att förena: ange bara det ena"

    def nobody_applied(self) -> str:
        return (
            "ingen har sökt ett lägre belopp; ange vem som har gjort det, till exempel med "
            "--applied KOMMUN=BELOPP"
        )

    def nothing_to_carry(self) -> str:
        return "det är år som avrundas tillsammans; ange vilka"

    def one_year_carried(self) -> str:
        return "bara flera år kan avrundas tillsammans; ange fler än ett"

    def method_cannot_carry(self, method: str, able: str) -> str:
        return (
            f"år avrundas tillsammans efter sina exakta andelar, som i metoden {able}: {method} "
            "använder inga sådana"
        )

    def left_out(self, name: str) -> str:
        return f"{name} ingår inte i fördelningen"

    def nobody_figured(self, name: str) -> str:
        return (
            f"uppgifter om {name} saknas: den som läggs till enligt fördelningsnyckeln ska finnas "
            "i nyckelns filer eller hos SCB"
        )

    def kronor_in_currency(self, text: str, code: str) -> str:
        return f"{quoted(text)} är i kronor, men --currency anger {code}"

    def least_below_threshold(self, name: str, share: Fraction, least: Fraction) -> str:
        places = telling_places((100 * share, 100 * least), 4)
        return (
            f"andelen för {name}, {percent(share, places)}, ligger under tröskeln på "
            f"{spelled(100 * least)}{NBSP}%: {name} får inget och kan inte ha något lägsta belopp"
        )

    def repayment_administered(self, envelope: Amount, currency: Currency | None) -> str:
        return (
            f"{money(size(envelope), currency)} betalas tillbaka, och av det går inget till "
            "administration: ange --gross"
        )

    def parts_of_no_unit(self, amount: Amount, unit: Amount, currency: Currency | None) -> str:
        return (
            f"{money(amount, currency)} har decimaler, men avrundningsenheten är "
            f"{money(unit, currency)}: ange en mindre enhet, till exempel --unit 0,01"
        )

    def negative_administration(self, amount: Amount) -> str:
        return f"administrationen är {grouped(amount)}: den får inte vara mindre än noll"

    def administration_above_envelope(
        self, administration: Amount, envelope: Amount, currency: Currency | None
    ) -> str:
        return (
            f"administrationen på {money(administration, currency)} är större än ramen på "
            f"{money(envelope, currency)}"
        )

    def no_unit(self, unit: Amount) -> str:
        return f"avrundningsenheten är {grouped(unit)}: den måste vara större än noll"

    def grant_has_currency(self, code: str) -> str:
        return (
            f"bidraget anger självt sin valuta, {code}; bara egna fördelningsgrunder kan ha en "
            "annan"
        )

    def drawn_twice(self, name: str) -> str:
        return f"{name} står två gånger i lottningen"

    def no_key(self) -> str:
        return "bidraget anger ingen fördelningsnyckel: den kan stå i tabellens fil, under key"

    def key_takes_no_weight(self, name: str) -> str:
        return f"fördelningsnyckeln avgör fördelningsgrunden för {name}: skriv bara namnet"

    def recipient_already(self, name: str) -> str:
        return f"{name} finns redan bland mottagarna"

    def added_twice(self, name: str) -> str:
        return f"{name} läggs till två gånger"

    def added_and_left_out(self, name: str) -> str:
        return f"{name} både läggs till och tas bort"

    def needs_weight(self, name: str) -> str:
        return (
            f"övriga behåller sina inbördes andelar, så {name} behöver en fördelningsgrund: skriv "
            f"{name}=GRUND"
        )

    def needs_base_amount(self, name: str) -> str:
        return (
            f"övriga behåller sina inbördes andelar, så {name} behöver en fördelningsgrund: skriv "
            f"{name}=BELOPP, det belopp som {name} skulle ha i baskolumnen, eller räkna om alla "
            "andelar med --key"
        )

    def weight_of_nobody(self) -> str:
        return "vilken mottagare gäller fördelningsgrunden? Skriv NAMN=GRUND"

    def not_in_a_county(self, names: Sequence[str]) -> str:
        return f"SCB anger inget län för {listed(names, 'eller')}: bara kommuner hör till ett län"

    def two_answers_needed(self) -> str:
        return (
            "en jämförelse kräver minst två svar: scenariofiler, published eller --method två "
            "gånger"
        )

    def several_currencies(self, codes: Sequence[str]) -> str:
        what = listed([code or "ingen" for code in codes])
        return f"svaren har inte samma valuta ({what}) och går inte att jämföra"

    def nobody_in_common(self, one: str, other: str) -> str:
        return f"{one} och {other} har inga gemensamma mottagare"

    def published_needs_years(self) -> str:
        return "publicerade belopp gäller vissa år: ange --year för att jämföra med dem"

    def nothing_published(self, year: int) -> str:
        return f"det finns inga publicerade belopp för {year}"
