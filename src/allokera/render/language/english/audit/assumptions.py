"""What an audit takes for granted, and why it cannot check something, in English."""

from collections.abc import Sequence

from allokera.errors import Text
from allokera.kronor.amount import Amount
from allokera.kronor.wording import grouped, listed
from allokera.render.language.english.audit.checks import MEANINGS

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
        return "base column"

    def audited_columns(self) -> str:
        return "columns"

    def rounding(self) -> str:
        return "rounding"

    def recipients(self) -> str:
        return "recipients"

    def unit_of(self, column: str) -> str:
        return f"unit of {column}"

    def envelope_of(self, column: str) -> str:
        return f"envelope of {column}"

    def amounts_of(self, column: str) -> str:
        return f"amounts of {column}"

    def worth(self, amount: int) -> str:
        return f"a printed one is {grouped(amount)}"

    def every_rule_tried(self) -> str:
        return "every rule is tried; the one that explains most rows is taken"

    def list_of_names(self, count: int) -> str:
        return f"a list of {count} names"

    def no_such_code(self, code: str, choices: Sequence[str]) -> str:
        return f"no finding has the code {code!r}: there are {listed(choices)}"

    def no_such_rule(self, name: str, choices: Sequence[str]) -> str:
        return f"no rounding rule is called {name!r}: {listed(choices)} are"

    def no_column_beside(self, base: str) -> str:
        return (
            f"no column is left to audit beside the base column {base!r}: --weights population, "
            "or --weights FILE, gives a base that is not in the table"
        )

    def base_and_weights(self) -> str:
        return "--base and --weights cannot both be had: give one of them"

    def decimal_mark(self) -> str:
        return "decimal mark"

    def taken_to_group(self, mark: str) -> str:
        return (
            f"{mark!r} is taken to group digits: every cell could be two numbers alike, and their "
            f"proportions are the same; --decimal {mark} if it starts decimals"
        )

    def starts_decimals(self, mark: str) -> str:
        return repr(mark)

    def part_of_another(self, name: str) -> str:
        return f"{name}: it says part of another row"

    def other_table(self, number: int, name: str) -> str:
        if name:
            return f"the sheet {name!r}: --sheet {name!r} takes it"
        return f"table {number}: --table {number} takes it"

    def nobody_weighed(self, weights: str) -> str:
        return f"none of the table's recipients is in {weights}"

    def no_rows_to_compare(self) -> str:
        return "no column has two rows to compare"

    def no_rows_agree(self) -> str:
        return "no column's rows agree"

    def too_few_rows(self, column: str) -> str:
        return f"{column}: fewer than two rows can be compared"

    def no_envelope(self, column: str) -> str:
        return f"{column}: no envelope is known"

    def no_envelope_and_pool(self) -> str:
        return "no column has both an envelope and a pool that its rows agree on"

    def no_list(self) -> str:
        return "no list of recipients is known"

    def no_list_and_no_names(self) -> str:
        return "no list of recipients is known, and most names are on none"

    def no_key(self) -> str:
        return "no key of equal shares and one column of figures is found behind the amounts"

    def key_not_held(self) -> str:
        return "the grant's key does not give the base amounts, or somebody's figure is not known"

    def no_stated_key(self) -> str:
        return "no source states a key"

    def rule_given(self) -> str:
        return "the rounding rule is given"

    def too_few_for_order(self, fewest: int) -> str:
        return f"fewer than {fewest} rows show no order"

    def no_order(self) -> str:
        return "the rows are ordered neither by name nor by code"

    def no_common_deduction(self) -> str:
        return "no one deduction is known to fit two envelopes"
