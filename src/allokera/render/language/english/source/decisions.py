"""How a file was read, in English."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.errors import Text
from allokera.kronor.wording import decimal, listed
from allokera.render.language.english.numbers import counted
from allokera.render.language.english.source.files import ENCODINGS

_MOST_NAMED = 5
"""Rows that are named one by one."""

_DELIMITERS = {"\t": "tab", ";": "semicolon", ",": "comma"}

_HELD = {
    "shares": "shares",
    "per inhabitant": "amounts for each inhabitant",
    "inhabitants": "inhabitants",
    "counts": "a count",
    "indices": "an index",
    "ranks": "ranks",
    "codes": "codes",
    "records": "numbers of records",
    "differences": "differences",
    "sums": "sums of other columns",
}
"""What columns hold by a word of their heading."""

_HELD_BY_CELLS = {
    "per cent": "shares, by the cells",
    "years": "years, by the cells",
    "no numbers": "no number can be read in most cells",
    "parts of one": "shares: no cell is above 1",
    "parts of a hundred": "shares: they add up to 100",
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
        parts = [f"the weights of {file}, column {column!r}"]
        if without:
            parts.append(f"without {listed(list(without))}, a sum or a part of others")
        if per_cent is not None:
            parts.append(f"which come to {decimal(per_cent, 2)} %")
        if assumed:
            parts.append(f"where {assumed!r} is taken to group digits (--decimal says otherwise)")
        return ", ".join(parts)

    def inhabitants_of(self, file: str) -> str:
        return f"inhabitants of {file}"

    def inhabitants_on(self, date: str) -> str:
        return f"the inhabitants on {date} (SCB)"

    def separated_values(self) -> str:
        return "separated values"

    def tab_separated_values(self) -> str:
        return "tab-separated values"

    def plain_text(self) -> str:
        return "plain text"

    def grant_in_yaml(self) -> str:
        return "a grant in YAML"

    def encoding(self, codec: str, has_mark: bool) -> str:
        return ENCODINGS[codec, has_mark]

    def delimiter(self, mark: str) -> str:
        return _DELIMITERS[mark]

    def one_space(self) -> str:
        return "single spaces, between columns and inside numbers: the lines were split alike"

    def two_spaces(self) -> str:
        return "two spaces or more"

    def one_cell_a_line(self) -> str:
        return "one cell a line"

    def table_in_line(self, line: int, count: int) -> str:
        return f"the one in line {line}, of {count}"

    def table_of(self, number: int, count: int) -> str:
        return f"{number} of {count}"

    def sheet_of(self, name: str, count: int) -> str:
        return f"{name!r}, of {count}" if count > 1 else repr(name)

    def hidden(self, rows: int, columns: int) -> str:
        counts = [
            f"{count} {noun if count == 1 else noun + 's'}"
            for count, noun in ((rows, "row"), (columns, "column"))
            if count
        ]
        return f"{' and '.join(counts)} of the table; --visible leaves out what is hidden"

    def other_readings(self, count: int) -> str:
        return f"{count} left aside, which fit less well"

    def heading_rows(self, rows: Sequence[int], are_lines: bool) -> str:
        return listed([_place(row, are_lines) for row in rows]) or "none"

    def recipients_in(
        self, column: int, rows: tuple[int, int], count: int, recognised: int, are_lines: bool
    ) -> str:
        first, last = (_place(row, are_lines) for row in rows)
        return f"column {column}, {count} rows from {first} to {last}, {recognised} known"

    def named_without_title(self, count: int) -> str:
        return f"as names of counties that lack the word, in {counted(count, 'row')}"

    def column_number(self, column: int) -> str:
        return f"column {column}"

    def columns_named(self, names: Sequence[str]) -> str:
        return ", ".join(repr(name) for name in names) or "none"

    def no_amounts_in(self, column: str, reason: Text) -> str:
        return f"{column}: {reason}"

    def worth_by(self, worth: int, text: str) -> str:
        return f"a printed one is {worth} kr, by {text!r}"

    def column_of_keys(self, column: int) -> str:
        return f"column {column}: its numbers name the rows"

    def column_counts_rows(self, column: int) -> str:
        return f"column {column}: it counts the rows"

    def column_names_others(self, column: int) -> str:
        return f"column {column}: it names recipients too"

    def column_without_numbers(self, column: int) -> str:
        return f"column {column}: it holds no numbers"

    def rows_without_number(self, rows: Sequence[tuple[int, str]], are_lines: bool) -> str:
        return f"{_rows(rows, are_lines)}: it has no number"

    def rows_without_recipient(self, rows: Sequence[tuple[int, str]], are_lines: bool) -> str:
        return f"{_rows(rows, are_lines)}: it has numbers and no recipient"

    def held_by_word(self, what: str, word: str) -> str:
        return f"{_HELD[what]}, by {word!r} in the heading"

    def held_by_cells(self, what: str) -> str:
        return _HELD_BY_CELLS[what]


def _place(row: int, is_line: bool) -> str:
    return f"{'line' if is_line else 'row'} {row}"


def _rows(rows: Sequence[tuple[int, str]], are_lines: bool) -> str:
    named = [f"{_place(row, are_lines)} {text[:40]!r}" for row, text in rows[:_MOST_NAMED]]
    more = len(rows) - _MOST_NAMED
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")
