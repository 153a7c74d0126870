"""What an audit takes for granted, and why it cannot check something, in Swedish."""

from collections.abc import Sequence

from allokera.errors import Text
from allokera.kronor.amount import Amount
from allokera.render.language.swedish.audit.checks import MEANINGS
from allokera.render.language.swedish.numbers import NBSP, counted, grouped, listed, quoted

_MOST_ASIDES = 8
"""Columns that are left aside and named one by one in a sentence."""


class Assumptions:
    """What is taken for granted, what cannot be used, and what cannot be checked."""

    def aside(self, column: str, reason: Text) -> str:
        return f"{column}: {reason}"

    def looked_for(self, code: str) -> str:
        return MEANINGS[code][1]

    def kronor(self, amount: Amount) -> str:
        return grouped(amount)

    def names(self, names: Sequence[str]) -> str:
        return listed(names)

    def base_column(self) -> str:
        return "baskolumn"

    def audited_columns(self) -> str:
        return "kolumner"

    def rounding(self) -> str:
        return "avrundning"

    def recipients(self) -> str:
        return "mottagare"

    def unit_of(self, column: str) -> str:
        return f"enhet i kolumnen {column}"

    def envelope_of(self, column: str) -> str:
        return f"ram för kolumnen {column}"

    def amounts_of(self, column: str) -> str:
        return f"belopp i kolumnen {column}"

    def worth(self, amount: int) -> str:
        return f"1 i tabellen står för {grouped(amount)}"

    def every_rule_tried(self) -> str:
        return "alla regler prövas; den som förklarar flest rader används"

    def list_of_names(self, count: int) -> str:
        return f"en lista med {grouped(count)}{NBSP}namn"

    def no_such_code(self, code: str, choices: Sequence[str]) -> str:
        return f"ingen iakttagelse har koden {quoted(code)}: det finns {listed(choices)}"

    def no_such_rule(self, name: str, choices: Sequence[str]) -> str:
        return f"ingen avrundningsregel heter {quoted(name)}: det finns {listed(choices)}"

    def no_column_beside(self, base: str) -> str:
        return (
            f"det finns ingen kolumn att granska utöver baskolumnen {quoted(base)}: med --weights "
            "population eller --weights FIL hämtas fördelningsgrunden utanför tabellen"
        )

    def base_and_weights(self) -> str:
        return "--base och --weights går inte att förena: ange bara det ena"

    def decimal_mark(self) -> str:
        return "decimaltecken"

    def taken_to_group(self, mark: str) -> str:
        return (
            f"{quoted(mark)} antas gruppera siffror: alla celler kan läsas på två sätt, och "
            f"proportionerna blir desamma; ange --decimal {mark} om tecknet inleder decimaler"
        )

    def starts_decimals(self, mark: str) -> str:
        return quoted(mark)

    def part_of_another(self, name: str) -> str:
        return f"{name}: raden är en del av en annan rad"

    def other_table(self, number: int, name: str) -> str:
        if name:
            return f"bladet {quoted(name)}: välj det med --sheet {name!r}"
        return f"tabell{NBSP}{number}: välj den med --table {number}"

    def nobody_weighed(self, weights: str) -> str:
        return f"ingen av tabellens mottagare finns i {weights}"

    def no_rows_to_compare(self) -> str:
        return "ingen kolumn har två rader att jämföra"

    def no_rows_agree(self) -> str:
        return "raderna stämmer inte överens i någon kolumn"

    def too_few_rows(self, column: str) -> str:
        return f"{column}: färre än två rader går att jämföra"

    def no_envelope(self, column: str) -> str:
        return f"{column}: ingen ram är känd"

    def no_envelope_and_pool(self) -> str:
        return "ingen kolumn har både en ram och rader som ger samma medel att fördela"

    def no_list(self) -> str:
        return "ingen lista över mottagare är känd"

    def no_list_and_no_names(self) -> str:
        return "ingen lista över mottagare är känd, och de flesta namnen finns inte på någon lista"

    def no_key(self) -> str:
        return "ingen nyckel med lika delar och en kolumn med tal förklarar beloppen"

    def key_not_held(self) -> str:
        return (
            "bidragets nyckel ger inte beloppen i baskolumnen, eller så är talet för någon "
            "mottagare inte känt"
        )

    def no_stated_key(self) -> str:
        return "ingen källa anger någon nyckel"

    def rule_given(self) -> str:
        return "avrundningsregeln är vald"

    def too_few_for_order(self, fewest: int) -> str:
        return f"färre än {counted(fewest, 'rad', 'rader')} visar ingen ordning"

    def no_order(self) -> str:
        return "raderna är ordnade varken efter namn eller efter kod"

    def no_common_deduction(self) -> str:
        return "inget känt avdrag stämmer för två ramar"
