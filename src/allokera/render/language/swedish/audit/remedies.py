"""What to do about what an audit finds, in Swedish."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.kronor.amount import Amount
from allokera.render.language.swedish.audit.intervals import amounts as between_amounts
from allokera.render.language.swedish.numbers import decimal, grouped, listed


class Remedies:
    """What to do."""

    def print_amount(self, amount: Amount, worth: Fraction) -> str:
        return f"Skriv {_spelled(amount, worth)}."

    def look_up(self) -> str:
        return "Ta reda på beloppet: det framgår inte av de andra raderna."

    def look_up_among(self, amounts: Sequence[Amount], worth: Fraction) -> str:
        choices = listed([_spelled(each, worth) for each in amounts], "eller")
        return f"Ta reda på beloppet: det kan vara {choices}."

    def look_up_between(self, allowed: tuple[Amount, Amount]) -> str:
        return f"Ta reda på beloppet: enligt de andra raderna är det {between_amounts(allowed)}."

    def look_up_within(self, least: Fraction, most: Fraction, places: int) -> str:
        ends = f"{decimal(least, places)} till {decimal(most, places)}"
        return f"Kontrollera talet mot källan: enligt alla samband är det {ends}."

    def look_up_at_source(self) -> str:
        return "Kontrollera beloppen mot källan."

    def ask_for_administration(self) -> str:
        return (
            "Fråga utgivaren hur mycket som är avsatt till administration: det här är en slutsats "
            "utifrån raderna."
        )

    def strike_one(self) -> str:
        return "Stryk en av de två raderna, eller ändra namnet på en av dem."

    def read_the_footnote(self) -> str:
        return "Läs fotnoten: den kan ange ett annat belopp."

    def ask_for_the_key(self) -> str:
        return "Fråga utgivaren efter nyckeln: den här är en slutsats utifrån beloppen."

    def key_is_stated(self) -> str:
        return "Ingen åtgärd behövs: det är den nyckel som bidraget anger."

    def compare_with_key(self) -> str:
        return "Jämför talen som nyckeln bygger på med talen i beslutet."

    def add_a_row(self, name: str) -> str:
        return f"Lägg till en rad för {name}."

    def nothing_if_reductions(self) -> str:
        return "Ingen åtgärd behövs om det är minskningar."

    def take_the_sign_away(self) -> str:
        return "Skriv beloppet utan minus, om tabellen inte visar minskningar."

    def more_rows(self) -> str:
        return "Granska en tabell med fler rader."

    def separate_alike(self) -> str:
        return "Gruppera alla siffror på samma sätt."

    def move_or_rename(self) -> str:
        return "Kontrollera att raden har rätt namn, eller flytta den."

    def share_by_remainder(self) -> str:
        return "Fördela enligt största rest, så att summan stämmer."

    def say_the_rule(self) -> str:
        return "Ange enligt vilken regel beloppen är avrundade."

    def print_base_in_full(self) -> str:
        return "Skriv ut beloppen i baskolumnen utan avrundning, så att kolumnen går att räkna om."

    def too_large_or_too_many(self) -> str:
        return "Leta efter ett belopp som är för stort, eller en rad för mycket."

    def say_ties(self) -> str:
        return "Ange hur belopp mitt emellan två enheter avrundas."

    def nothing_if_sum(self) -> str:
        return "Ingen åtgärd behövs om raden är en summa."

    def call_it_a_sum(self) -> str:
        return "Kalla raden för summa, eller stryk den."

    def say_the_unit(self) -> str:
        return "Ange i rubriken vilken enhet beloppen är i."

    def write_if_meant(self, name: str) -> str:
        return f"Skriv {name}, om det är vad som avses."

    def strike_the_row(self) -> str:
        return "Stryk raden."

    def say_what_they_are_in(self, column: str) -> str:
        return f"Ange vilken enhet de är i: --unit '{column}=mnkr' eller tkr."

    def write_name(self, name: str) -> str:
        return f"Skriv {name}."


def _spelled(amount: Amount, worth: Fraction) -> str:
    """Write an amount as its column prints it: in its thousands, or millions."""
    printed = Fraction(amount, worth)
    if isinstance(amount, int) and printed.denominator == 1:
        return grouped(printed.numerator)
    return grouped(amount)
