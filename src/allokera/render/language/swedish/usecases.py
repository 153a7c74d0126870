"""What is said of what the command line and Python do alike, in Swedish."""

from collections.abc import Sequence
from pathlib import Path

from allokera.errors import Text
from allokera.kronor.amount import Amount
from allokera.kronor.currency import Currency
from allokera.kronor.wording import spell_years
from allokera.render.language.swedish.numbers import amount as money
from allokera.render.language.swedish.numbers import counted, listed, quoted
from allokera.usecases.messages import UsecasesMessages


class Usecases(UsecasesMessages):
    """Why a file cannot be written, why options do not fit, and what a new grant was made of."""

    def no_directory(self, directory: Path) -> str:
        return f"det finns ingen mapp {directory}"

    def not_written(self, reason: str) -> str:
        return f"filen kan inte skrivas: {reason}"

    def original_overwritten(self) -> str:
        return "originalet skrivs aldrig över: ange en annan fil"

    def other_suffix(self, suffix: str) -> str:
        return f"en rättad kopia har tabellens eget format: kalla den *{suffix}"

    def no_column_value(self, text: str) -> str:
        return f"{quoted(text)} har inte formen KOLUMN=VÄRDE"

    def no_table_number(self, text: str) -> str:
        return f"{quoted(text)} är inte numret på en tabell: 1 är den första"

    def no_decimal_mark(self, text: str) -> str:
        return f"{quoted(text)} är inget decimaltecken: det är ett komma eller en punkt"

    def column_twice(self, column: str) -> str:
        return f"{column} anges två gånger"

    def directory_taken(self) -> str:
        return "där finns redan något, och inget skrivs över: ange en ny mapp"

    def nothing_new(self) -> str:
        return (
            "vad ska bidraget göras av? Skriv --from TABELL, eller --year med --envelope för att "
            "lägga till ett år i ett bidrag"
        )

    def year_and_envelope(self) -> str:
        return "ett års pengar anges med --year och --envelope tillsammans"

    def year_there(self, year: int, known: Sequence[int]) -> str:
        return f"{year} har redan en ram: den finns för {spell_years(known)}"

    def of_table_alone(self, option: str) -> str:
        return f"{option} gäller en tabell: ange en med --from"

    def said_with_year(self) -> str:
        return "angavs när året lades till"

    def as_in_year(self, year: int) -> str:
        return f"samma som för {year}, eftersom inget annat angavs när året lades till"

    def table_copied(self, file: str) -> str:
        return f"en kopia av {file}"

    def table_written(self, recipients: int, columns: Sequence[str], file: str) -> str:
        of = f"kolumnen {columns[0]}" if len(columns) == 1 else f"kolumnerna {listed(columns)}"
        return f"{counted(recipients, 'mottagare', 'mottagare')} med {of}, som det står i {file}"

    def money_of(
        self, years: str, envelope: Amount, unit: Amount, currency: Currency | None
    ) -> str:
        return f"{years}: {money(envelope, currency)}, i enheter om {money(unit, currency)}"

    def money_written(self, money: Sequence[Text]) -> str:
        return "; ".join(map(str, money))

    def no_money(self) -> str:
        return "inget år har en ram ännu: ange --year med --envelope, eller skriv in den i filen"

    def figures_elsewhere(self, file: str) -> str:
        return f"{file}, med nyckelns uppgifter, ligger inte i bidragets mapp: lägg den där"

    def kept(self, amount: Amount, as_in: int | None, currency: Currency | None) -> str:
        if as_in is None:
            return f"{money(amount, currency)}" if amount else "inget behålls"
        what = f"{money(amount, currency)} behålls" if amount else "inget behålls"
        return f"{what}, som {as_in}: med --administration anger du ett annat belopp"

    def base_column(self, column: str, reason: Text) -> str:
        return f"{column}. {reason}"

    def base_said(self) -> str:
        return "Andelarna kommer från den kolumnen: den angavs med --base."

    def base_followed(self, columns: Sequence[str]) -> str:
        return f"Andelarna kommer från den kolumnen: en slutsats, för {listed(columns)} följer den."

    def base_first(self) -> str:
        return (
            "Andelarna kommer från den kolumnen: den är den första med belopp, och inget säger mer. "
            "Kontrollera att den är den rätta; med --base anger du en annan."
        )

    def envelope_below_zero(self, text: str) -> str:
        return (
            f"{quoted(text)} betalas tillbaka, men ett års ram betalas ut: fördela det med "
            "'allokera compute --envelope'"
        )

    def codes_by_name(self, count: int) -> str:
        who = counted(count, "mottagare", "mottagare")
        return f"{who} har fått SCB:s kod efter namnet: tabellen har inga koder"

    def sum_rows(self, names: Sequence[str]) -> str:
        return f"{listed(names)}: ingen mottagare, utan en summa eller en del av andra"

    def other_columns(self, names: Sequence[str]) -> str:
        return f"{listed(names)}: inga belopp, eller inte efterfrågade; --columns tar med dem"

    def years_of_several(self, names: Sequence[str]) -> str:
        return f"{listed(names)} gäller samma år: ange åren för den kolumn som de hör till"

    def options_beside_values(self) -> str:
        return "ett scenario med värden lämnar inget åt flaggorna att säga"

    def inhabitants_unused(self) -> str:
        return (
            "inget här räknar invånare: lägg till --key, --weights population eller --with "
            "per-capita"
        )

    def inhabitants_by_key(self) -> str:
        return "invånare ur en fil räknas bara av --key; annars räknas de för en dag"

    def key_of_no_inhabitants(self) -> str:
        return "bidragets fördelningsnyckel räknar inga invånare"
