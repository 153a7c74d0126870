"""What is said of what the command line and Python do alike, in Swedish."""

from collections.abc import Sequence
from pathlib import Path

from allokera.errors import Text
from allokera.kronor.amount import Amount
from allokera.kronor.currency import Currency
from allokera.kronor.wording import spell_years
from allokera.render.language.swedish.numbers import amount as money
from allokera.render.language.swedish.numbers import counted, listed, quoted
from allokera.render.language.swedish.source.system import because
from allokera.usecases.messages import UsecasesMessages

_BASE = "Andelarna räknas ut från den här kolumnen"


class Usecases(UsecasesMessages):
    """Why a file cannot be written, why options do not fit, and what a new grant was made of."""

    def no_directory(self, directory: Path) -> str:
        return f"mappen {directory} finns inte"

    def not_written(self, reason: str) -> str:
        return f"det går inte att skriva filen: {because(reason)}"

    def original_overwritten(self) -> str:
        return "originalet skrivs aldrig över: ange en annan fil"

    def other_suffix(self, suffix: str) -> str:
        return (
            "en rättad kopia får samma format som tabellen: ange ett filnamn som slutar på "
            f"{suffix}"
        )

    def no_column_value(self, text: str) -> str:
        return f"{quoted(text)} har inte formen KOLUMN=VÄRDE"

    def no_table_number(self, text: str) -> str:
        return f"{quoted(text)} är inget nummer på en tabell: den första har nummer 1"

    def no_decimal_mark(self, text: str) -> str:
        return f"{quoted(text)} är inget decimaltecken: ange komma eller punkt"

    def column_twice(self, column: str) -> str:
        return f"{column} anges två gånger"

    def directory_taken(self) -> str:
        return "det finns redan något där, och inget skrivs över: ange en ny mapp"

    def nothing_new(self) -> str:
        return (
            "vad ska det nya bidraget byggas av? Ange --from TABELL, eller --year och --envelope "
            "för att lägga till ett år i ett bidrag"
        )

    def year_and_envelope(self) -> str:
        return "ange --year och --envelope tillsammans: båda behövs för att lägga till ett år"

    def year_there(self, year: int, known: Sequence[int]) -> str:
        return f"{year} har redan en ram: ramar finns för {spell_years(known)}"

    def of_table_alone(self, option: str) -> str:
        return f"{option} gäller en tabell: ange den med --from"

    def said_with_year(self) -> str:
        return "angavs när året lades till"

    def as_in_year(self, year: int) -> str:
        return f"samma som för {year}, eftersom inget annat angavs när året lades till"

    def table_copied(self, file: str) -> str:
        return f"en kopia av {file}"

    def table_written(self, recipients: int, columns: Sequence[str], file: str) -> str:
        of = "kolumnen" if len(columns) == 1 else "kolumnerna"
        who = counted(recipients, "mottagare", "mottagare")
        return f"{who} med {of} {listed(columns)} ur {file}"

    def money_of(
        self, years: str, envelope: Amount, unit: Amount, currency: Currency | None
    ) -> str:
        return f"{years}: {money(envelope, currency)}, i enheter om {money(unit, currency)}"

    def money_written(self, money: Sequence[Text]) -> str:
        return "; ".join(map(str, money))

    def no_money(self) -> str:
        return (
            "inget år har någon ram än: ange den med --year och --envelope, eller lägg till en "
            "post i filen"
        )

    def figures_elsewhere(self, file: str) -> str:
        return (
            f"{file}, med uppgifter till fördelningsnyckeln, ligger inte i bidragets mapp: lägg "
            "filen där"
        )

    def kept(self, amount: Amount, as_in: int | None, currency: Currency | None) -> str:
        if as_in is None:
            return f"{money(amount, currency)}" if amount else "inget avsätts"
        what = f"{money(amount, currency)} avsätts" if amount else "inget avsätts"
        return f"{what}, liksom för {as_in}; ange ett annat belopp med --administration"

    def base_column(self, column: str, reason: Text) -> str:
        return f"{column}. {reason}"

    def base_said(self) -> str:
        return f"{_BASE}, som är vald med --base."

    def base_followed(self, columns: Sequence[str]) -> str:
        return f"{_BASE}. Det är en slutsats, eftersom {listed(columns)} följer den."

    def base_first(self) -> str:
        return (
            f"{_BASE}: den är den första med belopp, och inget annat ger någon ledning. "
            "Kontrollera att det är rätt kolumn; ange annars en annan med --base."
        )

    def envelope_below_zero(self, text: str) -> str:
        return (
            f"{quoted(text)} betalas tillbaka, men ett års ram betalas ut: fördela beloppet med "
            "`allokera compute --envelope`"
        )

    def codes_by_name(self, count: int) -> str:
        whose = counted(count, "mottagare har", "mottagare har")
        if count == 1:
            return f"{whose} fått SCB:s kod utifrån namnet: tabellen anger ingen"
        return f"{whose} fått SCB:s koder utifrån namnen: tabellen anger inga"

    def sum_rows(self, names: Sequence[str]) -> str:
        if len(names) == 1:
            return f"{names[0]}: ingen mottagare, utan en summa eller del av andra rader"
        return f"{listed(names)}: inga mottagare, utan summor eller delar av andra rader"

    def other_columns(self, names: Sequence[str]) -> str:
        them, chosen = ("den", "vald") if len(names) == 1 else ("dem", "valda")
        return f"{listed(names)}: inga belopp, eller inte {chosen}; ta med {them} med --columns"

    def years_of_several(self, names: Sequence[str]) -> str:
        return f"{listed(names)} gäller samma år: ange years vid den kolumn som åren hör till"

    def options_beside_values(self) -> str:
        return "ett scenario som består av värden kan inte kombineras med flaggor"

    def inhabitants_unused(self) -> str:
        return (
            "invånarantalet används inte här: lägg till --key, --weights population eller "
            "--with per-capita"
        )

    def inhabitants_by_key(self) -> str:
        return "invånare ur en fil används bara med --key; annars gäller invånarna en viss dag"

    def key_of_no_inhabitants(self) -> str:
        return "invånare ingår inte i bidragets fördelningsnyckel"
