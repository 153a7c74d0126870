"""Why a file cannot be read as a table, in Swedish."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.render.language.swedish.numbers import (
    NBSP,
    counted,
    grouped,
    listed,
    quoted,
    spelled,
)
from allokera.render.language.swedish.source.foreign import Foreign
from allokera.render.language.swedish.source.system import because

ENCODINGS = {
    ("utf-8", False): "UTF-8",
    ("utf-8", True): "UTF-8 med byteordningsmärke",
    ("utf-16-le", True): "UTF-16 (little-endian)",
    ("utf-16-be", True): "UTF-16 (big-endian)",
    ("utf-16-le", False): "UTF-16 (little-endian) utan byteordningsmärke",
    ("utf-16-be", False): "UTF-16 (big-endian) utan byteordningsmärke",
    ("cp1252", False): "Windows-1252",
    ("cp850", False): "teckentabell 850, från ett kommandofönster",
    ("cp437", False): "teckentabell 437, från ett kommandofönster",
    ("mac_roman", False): "Mac Roman",
    ("latin-1", False): "Latin-1",
}
"""What people call encodings, without a byte order mark and with one."""

_FORMATS = {"plain text": "oformaterad text"}
"""Formats that are not called by their name."""


class Files(Foreign):
    """Why a file cannot be read as a table."""

    def days_expected(self, columns: Sequence[str]) -> str:
        return f"här ska {listed(columns)} stå, och därefter dagarna"

    def inhabitants_unknown(self, date: str, days: Sequence[str]) -> str:
        return f"det finns inget invånarantal för {quoted(date)}, bara för {listed(days)}"

    def cells_expected(self, count: int) -> str:
        cells = counted(count, "cell", "celler")
        return f"raden ska ha {cells}, och varje kod får bara stå en gång"

    def no_names(self) -> str:
        return "inga namn hittades: filen ska ha ett namn per rad"

    def file_too_large(self, mebibytes: int) -> str:
        return f"filen är större än {grouped(mebibytes)}{NBSP}MiB"

    def row_too_wide(self, most: int) -> str:
        columns = counted(most, "kolumn", "kolumner")
        return f"en rad har fler än {columns}: är det här en tabell?"

    def table_too_large(self, most: int) -> str:
        return f"tabellen har fler än {counted(most, 'cell', 'celler')}: behåll bara raderna"

    def quote_never_closes(self) -> str:
        return "citattecknet som inleder en cell här saknar ett avslutande citattecken"

    def extra_needed(self, format: str, library: str | None, extra: str) -> str:
        needed, what = library or "ett paket till", _FORMATS.get(format, format)
        return f"för att läsa {what} krävs {needed}: pip install 'allokera[{extra}]'"

    def yaml_too_long(self, most: int) -> str:
        return f"en fil i YAML får ha högst {grouped(most)} tecken"

    def nothing_in_table(self) -> str:
        return "tabellen saknar rader eller kolumner"

    def workbook_damaged(self, reason: str) -> str:
        return f"arbetsboken är skadad: {because(reason)}"

    def too_many_members(self, most: int) -> str:
        return f"arbetsboken innehåller fler än {counted(most, 'fil', 'filer')}"

    def unpacks_too_large(self, mebibytes: int) -> str:
        return f"arbetsboken blir större än {grouped(mebibytes)}{NBSP}MiB när den packas upp"

    def encrypted(self) -> str:
        return "arbetsboken är krypterad: spara den utan lösenord"

    def no_workbook(self, missing: str) -> str:
        return f"arkivet är ingen arbetsbok: {missing} saknas"

    def member_too_many_tags(self, member: str, most: int) -> str:
        return f"{member} har fler än {counted(most, 'tagg', 'taggar')}"

    def cell_not_in_sheet(self, cell: str) -> str:
        return f"cellen {cell} finns inte i bladet och kan därför inte ändras"

    def formula_shared(self, cell: str | None) -> str:
        where = f"formeln i {cell}" if cell else "en formel"
        return f"{where} används också av andra celler"

    def sheet_mostly_empty(self) -> str:
        return "bladet är till största delen tomt, och för stort att söka igenom"

    def correcting_needs_lxml(self) -> str:
        return "för att rätta XLSX krävs lxml: pip install 'allokera[tables]'"

    def sheet_part_missing(self, sheet: str) -> str:
        return f"innehållet i bladet {quoted(sheet)} hittades inte"

    def declares_entities(self, member: str) -> str:
        return f"{member} deklarerar entiteter, vilket ingen arbetsbok gör"

    def member_not_utf8(self, member: str) -> str:
        return f"{member} är inte skriven i UTF-8, som alla delar av en arbetsbok ska vara"

    def oddly_compressed(self, member: str) -> str:
        return f"{member} är inte komprimerad som i en arbetsbok: spara om arbetsboken"

    def too_many_lines(self, most: int) -> str:
        return f"texten har fler än {counted(most, 'rad', 'rader')}"

    def stanza_broken(self, text: str) -> str:
        return (
            f"{quoted(text)} har ett annat antal celler än sina grannar: det går inte att avgöra "
            "vilken som saknas"
        )

    def page_too_many_tags(self, most: int) -> str:
        return f"sidan har fler än {counted(most, 'tagg', 'taggar')}"

    def tag_too_long(self) -> str:
        return f"sidan har en tagg som är större än 64{NBSP}KiB"

    def no_html(self) -> str:
        return "det här är inte HTML"

    def no_html_because(self, reason: str) -> str:
        return f"det här är inte HTML: {reason}"

    def no_such_file(self) -> str:
        return "filen finns inte"

    def file_unreadable(self, reason: str) -> str:
        return f"det går inte att läsa filen: {because(reason)}"

    def empty_file(self) -> str:
        return "filen är tom"

    def columns_alike(self, count: int, heading: str) -> str:
        columns = counted(count, "kolumn", "kolumner")
        return f"{columns} heter {quoted(heading)}, eller betyder samma sak: behåll en av dem"

    def only_bounds(self) -> str:
        return "ingen kolumn innehåller fördelningsgrunder, bara gränser"

    def no_name_with_number(self) -> str:
        return "på raden går det inte att läsa ett namn med ett tal: ange båda eller ta bort raden"

    def code_of_another(self, name: str, code: str, given: str, other: str) -> str:
        return f"{name} har koden {code}, men {given} är koden för {other}"

    def number_expected(self, column: str, text: str) -> str:
        return f"{column} är {quoted(text)}: där ska det stå ett tal"

    def recipient_twice(self, key: str, first: str) -> str:
        return f"{key} står här igen, första gången i {first}"

    def nobody_named(self) -> str:
        return "ingen kolumn namnger dem; bara talen undersöks"

    def two_tables_beside(self, column: int) -> str:
        return (
            f"kolumn {column} innehåller andra mottagare: placera de två tabellerna under varandra"
        )

    def formulas_unsaved(self, cells: Sequence[str], count: int) -> str:
        if count == 1:
            what = f"formeln i {cells[0]} saknar sparat värde"
        else:
            more = [f"{grouped(count - len(cells))} till"] if count > len(cells) else []
            what = f"formlerna i {listed([*cells, *more])} saknar sparade värden"
        return f"{what}: öppna arbetsboken i ett kalkylprogram och spara den"

    def line_torn(self, text: str) -> str:
        return (
            f"{quoted(text)} har enkla mellanslag både mellan kolumner och inuti tal, och kan "
            "delas på två sätt eller inte alls: sätt semikolon mellan kolumnerna"
        )

    def no_such_table(self, number: int, count: int) -> str:
        return f"tabell {number} finns inte: den sista är tabell {count}"

    def no_such_sheet(self, name: str, names: Sequence[str]) -> str:
        return f"inget blad heter {quoted(name)}; det finns {listed([*map(quoted, names)])}"

    def no_sheets(self) -> str:
        return "bara arbetsböcker har blad: välj en annan tabell med --table N"

    def no_table(self, formats: Sequence[str]) -> str:
        named = listed([_FORMATS.get(each, each) for each in formats])
        return (
            "ingen tabell hittades: sökningen gällde rader med en mottagares namn och ett tal "
            f"bredvid, i {named}"
        )

    def row_too_long(self, cells: int, usual: int) -> str:
        return (
            f"raden har {counted(cells, 'cell', 'celler')} där de andra har {grouped(usual)}: "
            "ingår ett skiljetecken i ett tal? Sätt i så fall talet inom citattecken"
        )

    def row_too_short(self, cells: int, usual: int) -> str:
        return (
            f"raden har {counted(cells, 'cell', 'celler')} där de andra har {grouped(usual)}: det "
            "går inte att avgöra vilken som saknas"
        )

    def not_correctable(self) -> str:
        return "en rättad kopia kan inte skrivas i det här formatet"

    def not_read_back(self) -> str:
        return "en rättad kopia av filen skulle inte gå att läsa tillbaka"

    def nul_character(self) -> str:
        return (
            "här finns ett nolltecken (NUL), så det här är ingen text: spara UTF-16 med "
            "byteordningsmärke (BOM)"
        )

    def not_as_marked(self, codec: str) -> str:
        return f"filen börjar som {ENCODINGS[codec, True]} men är något annat"

    def several_columns(self, names: Sequence[str]) -> str:
        return f"{listed([*map(quoted, names)])} innehåller tal: ange med --column vilken du menar"

    def weight_expected(self, name: str, column: str, text: str) -> str:
        return f"{name}: {column} är {quoted(text)}: där ska det stå ett tal, noll eller mer"

    def one_number_expected(
        self, name: str, column: str, text: str, alternatives: Sequence[int | Fraction]
    ) -> str:
        could = listed([spelled(Fraction(each)) for each in alternatives], "eller")
        return f"{name}: {column} är {quoted(text)}: där ska det stå ett enda tal, inte {could}"

    def bound_expected(self, name: str, column: str, text: str) -> str:
        return (
            f"{name}: {column} är {quoted(text)}: där ska det stå hela kronor, noll eller mer, "
            "eller ingenting"
        )
