"""What is said of options, and of the forms of answers, in Swedish."""

from collections.abc import Sequence

from allokera.render.language.swedish.numbers import counted, listed, quoted
from allokera.render.language.swedish.source.system import because
from allokera.render.messages import RenderMessages


class Render(RenderMessages):
    """Why options do not go together, and why an answer cannot be shown so."""

    def no_such_form(self, name: str, choices: Sequence[str]) -> str:
        return f"formatet {quoted(name)} finns inte; välj {listed(choices, 'eller')}"

    def form_not_told(self, suffixes: Sequence[str]) -> str:
        ends = listed(suffixes, "eller")
        return f"namnet säger inte vilket format: låt det sluta på {ends}, eller ange --format"

    def other_form_by_suffix(self, suffix: str, name: str, asked: str) -> str:
        return f"en fil som slutar på {suffix} har formatet {name}, men {asked} är begärt"

    def form_needs_extra(self, name: str, library: str | None, extra: str) -> str:
        needed = library or "ett paket till"
        return f"formatet {name} kräver {needed}: pip install 'allokera[{extra}]'"

    def form_needs_file(self, suffix: str) -> str:
        return f"en arbetsbok måste skrivas till en fil: lägg till --output FIL{suffix}"

    def example_of_years(self) -> str:
        return "stegen visas för ett år i taget: flera år förklaras av `allokera explain`"

    def too_many_for_sheet(self, most: int) -> str:
        return f"ett blad rymmer högst {counted(most, 'rad', 'rader')}: välj CSV eller JSON"

    def too_long_for_cell(self, most: int) -> str:
        return f"en cell rymmer högst {counted(most, 'tecken', 'tecken')}: välj CSV eller JSON"

    def no_such_schema(self, name: str, choices: Sequence[str]) -> str:
        return f"schemat {quoted(name)} finns inte; välj {listed(tuple(choices), 'eller')}"

    def json_and_other_form(self, name: str) -> str:
        return f"--json och --format {name} går inte att förena"

    def other_dash(self, text: str, meant: str) -> str:
        return f"{quoted(text)} börjar med ett annat streck än bindestreck: skriv {meant}"

    def one_hyphen(self, text: str, meant: str) -> str:
        return f"en flagga börjar med två bindestreck: skriv {meant}, inte {text}"

    def year_for_file(self, text: str, command: str) -> str:
        if command == "verify":
            return (
                f"filen {text} finns inte; `allokera verify` utan fil granskar de publicerade åren"
            )
        return (
            f"filen {text} finns inte; flera år sida vid sida visas med `allokera compute --year "
            f"{text},...`"
        )

    def year_without_option(self, text: str) -> str:
        return f"vad betyder {text} här? År anges med en flagga: --year {text}"

    def value_without_quotes(self, option: str, value: str) -> str:
        return f"ett värde med mellanslag sätts inom citattecken: {option} '{value}'"

    def given_often(self, option: str, count: int) -> str:
        return f"{option} anges {counted(count, 'gång', 'gånger')}: ange den en gång"

    def stdout_closed(self, reason: str) -> str:
        return f"det går inte att skriva till stdout: {because(reason)}"

    def options_without_table(self) -> str:
        return "flaggor som beskriver en TABELL kräver en sådan: ange en fil, eller - för stdin"

    def table_and_grant(self) -> str:
        return "en TABELL och --grant går inte att förena: ange bara det ena"

    def read_and_written(self) -> str:
        return "filen som läses skrivs aldrig över: ange en annan fil"

    def written_twice(self) -> str:
        return "två svar kan inte skrivas till samma fil"

    def published_twice(self) -> str:
        return "published: en gång räcker"

    def scenario_beside_files(self) -> str:
        return "--scenario: ange bara filerna, `allokera compare A.yaml B.yaml`"

    def left_out(self, name: str) -> str:
        return f"{name} ingår inte i fördelningen"

    def not_beside_years(self) -> str:
        return "går inte att visa för flera år"

    def nothing_published(self) -> str:
        return "det finns inget publicerat för det här"

    def no_change_of_own_weights(self) -> str:
        return "med egna fördelningsgrunder ändras inget av det som bidraget anger"

    def funding_unknown(self) -> str:
        return "bidraget anger inte hur stor del av kostnaden det täcker"

    def inhabitants_unknown(self, names: Sequence[str]) -> str:
        return f"SCB har inget invånarantal för {listed(tuple(names), 'eller')}"
