"""How a file was read, in Swedish."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.errors import Text
from allokera.render.language.swedish.numbers import (
    NBSP,
    counted,
    day,
    decimal,
    grouped,
    listed,
    quoted,
)
from allokera.render.language.swedish.source.files import ENCODINGS

_MOST_NAMED = 5
"""Rows that are named one by one."""

_DELIMITERS = {"\t": "tabb", ";": "semikolon", ",": "komma"}

_HELD = {
    "shares": "andelar",
    "per inhabitant": "belopp per invånare",
    "inhabitants": "invånare",
    "counts": "ett antal",
    "indices": "ett index",
    "ranks": "rangordning",
    "codes": "koder",
    "records": "diarienummer",
    "differences": "skillnader",
    "sums": "summor av andra kolumner",
}
"""What columns hold by a word of their heading."""

_HELD_BY_CELLS = {
    "per cent": "andelar, enligt cellerna",
    "years": "årtal, enligt cellerna",
    "no numbers": "de flesta celler går inte att läsa som tal",
    "parts of one": "andelar: ingen cell är större än 1",
    "parts of a hundred": "andelar: tillsammans blir de 100",
}


class Decisions:
    """How a file was read, and what weights are."""

    def weights_of(
        self,
        file: str,
        column: str,
        without: Sequence[str],
        per_cent: Fraction | None,
        assumed: str,
    ) -> str:
        parts = [f"fördelningsgrunderna i {file}, kolumnen {quoted(column)}"]
        if without:
            what = "en summa eller del" if len(without) == 1 else "summor eller delar"
            parts.append(f"utan {listed(list(without))}, {what} av andra rader")
        if per_cent is not None:
            parts.append(f"tillsammans {decimal(per_cent, 2)}{NBSP}%")
        if assumed:
            parts.append(f"där {quoted(assumed)} antas gruppera siffror (ange annat med --decimal)")
        return ", ".join(parts)

    def inhabitants_of(self, file: str) -> str:
        return f"invånare enligt {file}"

    def inhabitants_on(self, date: str) -> str:
        return f"antalet invånare {day(date)} (SCB)"

    def separated_values(self) -> str:
        return "avgränsade värden"

    def tab_separated_values(self) -> str:
        return "tabbavgränsade värden"

    def plain_text(self) -> str:
        return "oformaterad text"

    def grant_in_yaml(self) -> str:
        return "ett bidrag i YAML"

    def encoding(self, codec: str, has_mark: bool) -> str:
        return ENCODINGS[codec, has_mark]

    def delimiter(self, mark: str) -> str:
        return _DELIMITERS[mark]

    def one_space(self) -> str:
        return "ett mellanslag, både mellan kolumner och inuti tal: raderna delades likadant"

    def two_spaces(self) -> str:
        return "minst två mellanslag"

    def one_cell_a_line(self) -> str:
        return "en cell per rad"

    def table_in_line(self, line: int, count: int) -> str:
        return f"den på rad {line}, en av {grouped(count)}"

    def table_of(self, number: int, count: int) -> str:
        return f"{number} av {count}"

    def sheet_of(self, name: str, count: int) -> str:
        return f"{quoted(name)}, ett av {grouped(count)}" if count > 1 else quoted(name)

    def hidden(self, rows: int, columns: int) -> str:
        counts = [
            counted(count, *nouns)
            for count, nouns in ((rows, ("rad", "rader")), (columns, ("kolumn", "kolumner")))
            if count
        ]
        return f"{listed(counts)} i tabellen; --visible utelämnar det som är dolt"

    def other_readings(self, count: int) -> str:
        if count == 1:
            return "1 är bortvald, eftersom den passar sämre"
        return f"{grouped(count)} är bortvalda, eftersom de passar sämre"

    def heading_rows(self, rows: Sequence[int], are_lines: bool) -> str:  # noqa: ARG002
        return listed([_place(row) for row in rows]) or "ingen"

    def recipients_in(
        self,
        column: int,
        rows: tuple[int, int],
        count: int,
        recognised: int,
        are_lines: bool,  # noqa: ARG002
    ) -> str:
        first, last = map(_place, rows)
        return (
            f"{_column(column)}, {counted(count, 'rad', 'rader')} från {first} till {last}, "
            f"{counted(recognised, 'känd', 'kända')}"
        )

    def named_without_title(self, count: int) -> str:
        return f"lästa som namn på län, trots att ordet saknas, på {counted(count, 'rad', 'rader')}"

    def column_number(self, column: int) -> str:
        return _column(column)

    def columns_named(self, names: Sequence[str]) -> str:
        return ", ".join(map(quoted, names)) or "inga"

    def no_amounts_in(self, column: str, reason: Text) -> str:
        return f"{column}: {reason}"

    def worth_by(self, worth: int, text: str) -> str:
        return f"1 i tabellen står för {grouped(worth)}{NBSP}kr, enligt {quoted(text)}"

    def column_of_keys(self, column: int) -> str:
        return f"{_column(column)}: talen betecknar raderna"

    def column_counts_rows(self, column: int) -> str:
        return f"{_column(column)}: den numrerar raderna"

    def column_names_others(self, column: int) -> str:
        return f"{_column(column)}: även den namnger mottagare"

    def column_without_numbers(self, column: int) -> str:
        return f"{_column(column)}: den innehåller inga tal"

    def rows_without_number(
        self,
        rows: Sequence[tuple[int, str]],
        are_lines: bool,  # noqa: ARG002
    ) -> str:
        return f"{_rows(rows)}: där finns inget tal"

    def rows_without_recipient(
        self,
        rows: Sequence[tuple[int, str]],
        are_lines: bool,  # noqa: ARG002
    ) -> str:
        return f"{_rows(rows)}: där finns tal men ingen mottagare"

    def held_by_word(self, what: str, word: str) -> str:
        return f"{_HELD[what]}, enligt {quoted(word)} i rubriken"

    def held_by_cells(self, what: str) -> str:
        return _HELD_BY_CELLS[what]


def _column(number: int) -> str:
    return f"kolumn {number}"


def _place(row: int) -> str:
    """Name a row of a table or a line of a file: Swedish has one word for both."""
    return f"rad {row}"


def _rows(rows: Sequence[tuple[int, str]]) -> str:
    named = [f"{_place(row)} {quoted(text[:40])}" for row, text in rows[:_MOST_NAMED]]
    more = len(rows) - _MOST_NAMED
    return ", ".join(named) + (f" och {grouped(more)} till" if more > 0 else "")
