"""Why the files of a grant, and scenarios, cannot be used, in English."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

from allokera.errors import Text
from allokera.kronor.amount import Amount
from allokera.kronor.wording import grouped, listed, spelled
from allokera.render.language.english.numbers import counted

_EXPECTED = {
    "string_type": "text is expected here",
    "list_type": "a list is expected here",
    "model_type": "a mapping of keys is expected here",
    "string_too_short": "a text is missing here",
    "too_short": "at least one is expected here",
    "string_pattern_mismatch": "this is no SHA-256 in hexadecimal",
}
"""What pydantic calls its findings."""


class GrantFiles:
    """Why the files of a grant cannot be used."""

    def cells_for_columns(self, name: str, cells: int, columns: int) -> str:
        return f"{name} has {counted(cells, 'cell')}, for {counted(columns, 'column')}"

    def column_twice(self, name: str) -> str:
        return f"a column is {name!r} already"

    def years_twice(self) -> str:
        return "a column has these years already"

    def entries_in_brackets(self) -> str:
        return "budgets: write every entry on lines of its own, without brackets, to have one added"

    def no_language(self, text: str) -> str:
        return f"{text!r} is no code of a language: write two letters, en or sv"

    def in_languages(self, texts: Sequence[tuple[str, str]]) -> str:
        return dict(texts).get("en", texts[0][1])

    def no_administration(self) -> str:
        return "the grant's file keeps nothing for it"

    def administration_above_envelope(self, administration: Amount, envelope: Amount) -> str:
        return (
            f"administration of {grouped(administration)} kr is more than the "
            f"envelope of {grouped(envelope)} kr"
        )

    def stands_again(self, text: str) -> str:
        return f"{text!r} stands here again"

    def no_decimals(self, text: str) -> str:
        return f"{text!r} is no number of decimals: write 0, 2, 3 or 4"

    def parts_of_no_unit(self, text: str, unit: Amount) -> str:
        return f"{text!r} is in parts of one, and the unit is {grouped(unit)}: write unit: '0,01'"

    def budget_twice(self, year: int) -> str:
        return f"{year} has a budget already"

    def no_rows(self) -> str:
        return "the table has no rows"

    def no_file(self, key: str, path: Path) -> str:
        return f"{key}: there is no file {path}"

    def parts_not_one(self, total: Fraction) -> str:
        return f"the parts of the key come to {spelled(total)}, and not to 1"

    def equally_or_by(self) -> str:
        return "a part is shared out either equally or by figures: write one, equally: yes or by"

    def floor_above_cap(self, floor: Fraction, cap: Fraction) -> str:
        return f"at least {spelled(floor)} and at most {spelled(cap)} cannot both count"

    def column_without_file(self, column: str) -> str:
        return (
            f"no file is named for {column!r}: write file, or inhabitants with the day, 2018-12-31"
        )

    def no_figures_file(self, path: Path) -> str:
        return f"there is no file {path}"

    def not_utf8(self) -> str:
        return "this is not UTF-8 text"

    def lone_surrogate(self) -> str:
        return "this is no YAML: a lone surrogate"

    def anchors_and_tags(self) -> str:
        return "anchors, aliases and tags are not used here"

    def nested_too_deep(self, most: int) -> str:
        return f"this is nested more than {most} levels deep"

    def key_no_text(self) -> str:
        return "a key must be plain text"

    def key_twice(self, key: str, line: int) -> str:
        return f"the key {key!r} stands here again, first in line {line}"

    def two_documents(self) -> str:
        return "the file holds more than one document"

    def no_such_directory(self) -> str:
        return "there is no such directory"

    def one_table_expected(self, budgets: str, others: Sequence[str]) -> str:
        names = ", ".join(others) or "none"
        return f"one YAML file is expected beside {budgets}, the table; found: {names}"

    def no_yaml(self, reason: str | None) -> str:
        return f"this is no YAML: {reason}"

    def none_of(self, name: str, choices: Sequence[str]) -> str:
        return f"{name!r} is none of {', '.join(choices) or 'those listed'}"

    def key_missing(self, key: str) -> str:
        return f"the key {key!r} is missing here"

    def key_unknown(self, key: str) -> str:
        return f"the key {key!r} is not known here"

    def key_unknown_but_near(self, key: str, near: str) -> str:
        return f"the key {key!r} is not known here: did you mean {near}?"

    def key_unknown_among(self, key: str, choices: Sequence[str]) -> str:
        return f"the key {key!r} is not known here; known are {listed(choices)}"

    def bad_value(self, key: str, reason: Text) -> str:
        return f"{key or 'the file'}: {reason}"

    def unfit(self, key: str, kind: str, reason: str) -> str:
        return f"{key or 'the file'}: {_EXPECTED.get(kind, reason)}"

    def and_others(self, problem: Text, count: int) -> str:
        return f"{problem} (and {count} more)"

    def text_expected(self) -> str:
        return "text is expected here"

    def no_kind(self, text: str, choices: Sequence[str]) -> str:
        return f"{text!r} is none of {listed(choices, 'or')}"

    def neither_yes_nor_no(self, text: str) -> str:
        return f"{text!r} is neither yes nor no"

    def list_for_yes_or_no(self) -> str:
        return "'a list' is neither yes nor no"

    def entries_expected(self) -> str:
        return "a text is expected here, a list of texts, or NAME: AMOUNT"
