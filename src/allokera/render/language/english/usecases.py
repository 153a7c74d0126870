"""What is said of what the command line and Python do alike, in English."""

from collections.abc import Sequence
from pathlib import Path

from allokera.errors import Text
from allokera.kronor.amount import Amount
from allokera.kronor.currency import Currency
from allokera.kronor.wording import listed, spell_years
from allokera.render.language.english.numbers import amount as money
from allokera.usecases.messages import UsecasesMessages


class Usecases(UsecasesMessages):
    """Why a file cannot be written, why options do not fit, and what a new grant was made of."""

    def no_directory(self, directory: Path) -> str:
        return f"there is no directory {directory}"

    def not_written(self, reason: str) -> str:
        return f"the file cannot be written: {reason}"

    def original_overwritten(self) -> str:
        return "the original is never overwritten: name another file"

    def other_suffix(self, suffix: str) -> str:
        return f"a corrected copy is in the table's own format: name it *{suffix}"

    def no_column_value(self, text: str) -> str:
        return f"{text!r} is not of the form COLUMN=VALUE"

    def no_table_number(self, text: str) -> str:
        return f"{text!r} is no number of a table: 1 is the first"

    def no_decimal_mark(self, text: str) -> str:
        return f"{text!r} starts no decimals: a comma or a point does"

    def column_twice(self, column: str) -> str:
        return f"{column} is given twice"

    def directory_taken(self) -> str:
        return "something stands there already, and nothing is written over: name a new directory"

    def nothing_new(self) -> str:
        return (
            "what is it made of? Write --from TABLE, or --year with --envelope to add a year to a "
            "grant"
        )

    def year_and_envelope(self) -> str:
        return "a year's money is said by --year with --envelope, and none of it alone"

    def year_there(self, year: int, known: Sequence[int]) -> str:
        return f"{year} has its money already: known are {spell_years(known)}"

    def of_table_alone(self, option: str) -> str:
        return f"{option} is about a table: name one with --from"

    def said_with_year(self) -> str:
        return "said when the year was added"

    def as_in_year(self, year: int) -> str:
        return f"the same as in {year}, for nothing else was said when the year was added"

    def table_copied(self, file: str) -> str:
        return f"a copy of {file}"

    def table_written(self, recipients: int, columns: Sequence[str], file: str) -> str:
        of = f"column {columns[0]}" if len(columns) == 1 else f"columns {listed(columns)}"
        who = "1 recipient" if recipients == 1 else f"{recipients} recipients"
        return f"{who} with {of}, as printed in {file}"

    def money_of(
        self, years: str, envelope: Amount, unit: Amount, currency: Currency | None
    ) -> str:
        return f"{years}: {money(envelope, currency)}, in units of {money(unit, currency)}"

    def money_written(self, money: Sequence[Text]) -> str:
        return "; ".join(map(str, money))

    def no_money(self) -> str:
        return "no year has money yet: --year with --envelope says it, or an entry in the file"

    def figures_elsewhere(self, file: str) -> str:
        return f"{file}, with figures of the key, is not in the grant's directory: put it there"

    def kept(self, amount: Amount, as_in: int | None, currency: Currency | None) -> str:
        if as_in is None:
            return f"{money(amount, currency)}" if amount else "nothing is kept"
        what = f"{money(amount, currency)} is kept" if amount else "nothing is kept"
        return f"{what}, as in {as_in}: --administration says another amount"

    def base_column(self, column: str, reason: Text) -> str:
        return f"{column}. {reason}"

    def base_said(self) -> str:
        return "The shares are those of this column: said with --base."

    def base_followed(self, columns: Sequence[str]) -> str:
        verb = "follows" if len(columns) == 1 else "follow"
        return f"The shares are those of this column: inferred, for {listed(columns)} {verb} it."

    def base_first(self) -> str:
        return (
            "The shares are those of this column: it is the first with amounts, and nothing tells "
            "more. See that it is the right one; --base names another."
        )

    def envelope_below_zero(self, text: str) -> str:
        return (
            f"{text!r} is paid back, and a year's envelope is paid: share it out by "
            "'allokera compute --envelope'"
        )

    def codes_by_name(self, count: int) -> str:
        whose = "1 recipient has" if count == 1 else f"{count} recipients have"
        return f"{whose} SCB's code by name: the table prints none"

    def sum_rows(self, names: Sequence[str]) -> str:
        return f"{listed(names)}: no recipient, but a sum or a part of others"

    def other_columns(self, names: Sequence[str]) -> str:
        return f"{listed(names)}: no amounts, or not asked for; --columns takes them"

    def years_of_several(self, names: Sequence[str]) -> str:
        return f"{listed(names)} are of the same years: write years at the one that they are of"

    def options_beside_values(self) -> str:
        return "a scenario of values leaves nothing for options to say"

    def inhabitants_unused(self) -> str:
        return (
            "nothing here counts inhabitants: add --key, --weights population or --with per-capita"
        )

    def inhabitants_by_key(self) -> str:
        return "inhabitants of a file count by --key alone; elsewhere those of a day do"

    def key_of_no_inhabitants(self) -> str:
        return "no inhabitants count in the grant's key"
