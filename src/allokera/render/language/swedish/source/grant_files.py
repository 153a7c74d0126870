"""Why the files of a grant, and scenarios, cannot be used, in Swedish."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from allokera.errors import Text
from allokera.kronor.amount import Amount
from allokera.render.language.swedish.numbers import (
    NBSP,
    counted,
    grouped,
    listed,
    quoted,
    spelled,
)

_EXPECTED = {
    "string_type": "här ska det stå text",
    "list_type": "här ska det stå en lista",
    "model_type": "här ska det stå nycklar med värden",
    "string_too_short": "här saknas en text",
    "too_short": "här ska det finnas minst en post",
    "string_pattern_mismatch": "det här är ingen SHA-256 i hexadecimal form",
}
"""What pydantic calls its findings."""
_BROKEN = {
    "mapping values are not allowed here": "ett kolon står där det inte får stå",
    "could not find expected ':'": "ett kolon saknas",
    "found unexpected end of stream": "filen slutar för tidigt",
    "found character '\\t' that cannot start any token": "raden börjar med tabb",
    "special characters are not allowed": "otillåtna tecken",
    "expected <block end>, but found '<block mapping start>'": "indraget stämmer inte",
    "expected <block end>, but found '<scalar>'": "indraget eller citattecknen stämmer inte",
    "expected <block end>, but found '-'": "indraget stämmer inte",
    "expected <block end>, but found '?'": "indraget stämmer inte",
    "expected ',' or ']', but got ':'": "en hakparentes saknas",
}
"""What PyYAML most often says."""


class GrantFiles:
    """Why the files of a grant cannot be used."""

    def cells_for_columns(self, name: str, cells: int, columns: int) -> str:
        has = counted(cells, "cell", "celler")
        return f"{name} har {has} för {counted(columns, 'kolumn', 'kolumner')}"

    def column_twice(self, name: str) -> str:
        return f"en kolumn heter redan {quoted(name)}"

    def years_twice(self) -> str:
        return "en kolumn har redan de här åren"

    def entries_in_brackets(self) -> str:
        return (
            "budgets: skriv varje post på egna rader, utan hakparenteser, så att en ny kan läggas "
            "till"
        )

    def no_language(self, text: str) -> str:
        return f"{quoted(text)} är ingen språkkod: skriv två bokstäver, en eller sv"

    def in_languages(self, texts: Sequence[tuple[str, str]]) -> str:
        known = dict(texts)
        return known.get("sv", known.get("en", texts[0][1]))

    def no_administration(self) -> str:
        return "inget avsätts enligt bidragets fil"

    def administration_above_envelope(self, administration: Amount, envelope: Amount) -> str:
        return (
            f"administrationen på {grouped(administration)}{NBSP}kr är större än ramen på "
            f"{grouped(envelope)}{NBSP}kr"
        )

    def stands_again(self, text: str) -> str:
        return f"{quoted(text)} står här igen"

    def no_decimals(self, text: str) -> str:
        return f"{quoted(text)} är inget antal decimaler: skriv 0, 2, 3 eller 4"

    def parts_of_no_unit(self, text: str, unit: Amount) -> str:
        return (
            f"{quoted(text)} har decimaler, men avrundningsenheten är {grouped(unit)}: skriv unit: "
            "'0,01'"
        )

    def budget_twice(self, year: int) -> str:
        return f"{year} har redan en ram"

    def no_rows(self) -> str:
        return "tabellen har inga rader"

    def no_file(self, key: str, path: Path) -> str:
        return f"{key}: filen {path} finns inte"

    def parts_not_one(self, total: Fraction) -> str:
        return f"fördelningsnyckelns delar blir tillsammans {spelled(total)}, inte 1"

    def equally_or_by(self) -> str:
        return (
            "en del fördelas antingen lika eller efter uppgifter: skriv antingen equally: "
            "yes eller by"
        )

    def floor_above_cap(self, floor: Fraction, cap: Fraction) -> str:
        return f"minst {spelled(floor)} och högst {spelled(cap)} går inte att förena"

    def column_without_file(self, column: str) -> str:
        return (
            f"ingen fil är angiven för {quoted(column)}: skriv file, eller inhabitants med dagen, "
            "2018-12-31"
        )

    def no_figures_file(self, path: Path) -> str:
        return f"filen {path} finns inte"

    def not_utf8(self) -> str:
        return "det här är inte text i UTF-8"

    def lone_surrogate(self) -> str:
        return "det här är inte YAML: ett ensamt surrogattecken"

    def anchors_and_tags(self) -> str:
        return "ankare, alias och taggar används inte här"

    def nested_too_deep(self, most: int) -> str:
        return f"det här är nästlat djupare än {counted(most, 'nivå', 'nivåer')}"

    def key_no_text(self) -> str:
        return "en nyckel måste vara vanlig text"

    def key_twice(self, key: str, line: int) -> str:
        return f"nyckeln {quoted(key)} står här igen, första gången på rad {line}"

    def two_documents(self) -> str:
        return "filen innehåller mer än ett dokument"

    def no_such_directory(self) -> str:
        return "mappen finns inte"

    def one_table_expected(self, budgets: str, others: Sequence[str]) -> str:
        names = listed(others) or "ingen"
        return f"bredvid {budgets} ska det finnas en enda YAML-fil, tabellen; här finns {names}"

    def no_yaml(self, reason: str | None) -> str:
        because = f": {_BROKEN.get(reason, reason)}" if reason else ""
        return f"det här är inte YAML{because}"

    def none_of(self, name: str, choices: Sequence[str]) -> str:
        return f"{quoted(name)} finns inte bland {listed(choices) or 'de angivna'}"

    def key_missing(self, key: str) -> str:
        return f"nyckeln {quoted(key)} saknas här"

    def key_unknown(self, key: str) -> str:
        return f"nyckeln {quoted(key)} är okänd här"

    def key_unknown_but_near(self, key: str, near: str) -> str:
        return f"nyckeln {quoted(key)} är okänd här: menar du {near}?"

    def key_unknown_among(self, key: str, choices: Sequence[str]) -> str:
        return f"nyckeln {quoted(key)} är okänd här; det finns {listed(choices)}"

    def bad_value(self, key: str, reason: Text) -> str:
        return f"{key or 'filen'}: {reason}"

    def unfit(self, key: str, kind: str, reason: str) -> str:
        return f"{key or 'filen'}: {_EXPECTED.get(kind, reason)}"

    def and_others(self, problem: Text, count: int) -> str:
        return f"{problem} (och {grouped(count)} till)"

    def text_expected(self) -> str:
        return "här ska det stå text"

    def no_kind(self, text: str, choices: Sequence[str]) -> str:
        return f"här ska det stå {listed(choices, 'eller')}, inte {quoted(text)}"

    def neither_yes_nor_no(self, text: str) -> str:
        return f"{quoted(text)} är varken yes eller no"

    def list_for_yes_or_no(self) -> str:
        return "en lista är varken yes eller no"

    def entries_expected(self) -> str:
        return "här ska det stå en text, en lista med texter eller NAMN: BELOPP"
