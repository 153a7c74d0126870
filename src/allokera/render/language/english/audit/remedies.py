"""What to do about what an audit finds, in English."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.kronor.amount import Amount
from allokera.kronor.wording import decimal, grouped
from allokera.render.language.english.audit.intervals import amounts as between_amounts


class Remedies:
    """What to do."""

    def print_amount(self, amount: Amount, worth: Fraction) -> str:
        return f"Print {_spelled(amount, worth)}."

    def look_up(self) -> str:
        return "Look the amount up: the other rows do not tell it."

    def look_up_among(self, amounts: Sequence[Amount], worth: Fraction) -> str:
        return (
            "Look the amount up: it may be "
            f"{' or '.join(_spelled(each, worth) for each in amounts)}."
        )

    def look_up_between(self, allowed: tuple[Amount, Amount]) -> str:
        return f"Look the amount up: by the other rows it is {between_amounts(allowed)}."

    def look_up_within(self, least: Fraction, most: Fraction, places: int) -> str:
        ends = f"{decimal(least, places)} to {decimal(most, places)}"
        return f"Look it up: by all relations it is {ends}."

    def look_up_at_source(self) -> str:
        return "Look the amounts up at their source."

    def ask_for_administration(self) -> str:
        return "Ask the publisher what is kept for administration: this is inferred from the rows."

    def strike_one(self) -> str:
        return "Strike one of the two rows, or put another name."

    def read_the_footnote(self) -> str:
        return "Read the footnote: it may say that the amount is another."

    def ask_for_the_key(self) -> str:
        return "Ask the publisher for the key: this one is inferred from the amounts."

    def key_is_stated(self) -> str:
        return "Nothing: it is the key that the grant states."

    def compare_with_key(self) -> str:
        return "Compare the figures that the key names with those of the decision."

    def add_a_row(self, name: str) -> str:
        return f"Add a row for {name}."

    def nothing_if_reductions(self) -> str:
        return "Nothing, if they are reductions."

    def take_the_sign_away(self) -> str:
        return "Take the sign away, unless the table shows reductions."

    def more_rows(self) -> str:
        return "Audit a table with more rows."

    def separate_alike(self) -> str:
        return "Separate all digits alike."

    def move_or_rename(self) -> str:
        return "See whether the row has the right name, or move it."

    def share_by_remainder(self) -> str:
        return "Share out by largest remainder, so that the sum matches."

    def say_the_rule(self) -> str:
        return "Say by which rule the amounts are rounded."

    def print_base_in_full(self) -> str:
        return "Print the base amounts in full, so that the column can be recomputed."

    def too_large_or_too_many(self) -> str:
        return "Look for an amount that is too large, or for a row too many."

    def say_ties(self) -> str:
        return "Say how ties are rounded."

    def nothing_if_sum(self) -> str:
        return "Nothing, if it is one."

    def call_it_a_sum(self) -> str:
        return "Call the row a sum, or strike it."

    def say_the_unit(self) -> str:
        return "Say in the heading in which unit the amounts are."

    def write_if_meant(self, name: str) -> str:
        return f"Write {name}, if that is meant."

    def strike_the_row(self) -> str:
        return "Strike the row."

    def say_what_they_are_in(self, column: str) -> str:
        return f"Say what they are in: --unit '{column}=mnkr', or tkr."

    def write_name(self, name: str) -> str:
        return f"Write {name}."


def _spelled(amount: Amount, worth: Fraction) -> str:
    """Write an amount as its column prints it: in its thousands, or millions."""
    printed = Fraction(amount, worth)
    if isinstance(amount, int) and printed.denominator == 1:
        return grouped(printed.numerator)
    return grouped(amount)
