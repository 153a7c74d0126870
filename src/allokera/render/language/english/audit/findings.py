"""What an audit finds, in English."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.audit.rounding.interval import Interval
from allokera.errors import Text
from allokera.kronor.amount import Amount, size
from allokera.kronor.keying import Slip
from allokera.kronor.wording import grouped, listed, ratio
from allokera.render.language.english.audit.intervals import amounts, between
from allokera.render.language.english.numbers import counted

ROUNDINGS = {
    "half-up": "to the nearest, ties up",
    "half-even": "to the nearest, ties to even",
    "half-down": "to the nearest, ties down",
    "half-away": "to the nearest, ties away from zero",
    "nearest": "to the nearest, ties either way",
    "floor": "down",
    "ceiling": "up",
    "truncation": "towards zero",
    "hill": "at geometric means (Huntington and Hill)",
    "dean": "at harmonic means (Dean)",
    "largest-remainder": "together, the units left over to the largest remainders",
    "residual-to-largest": (
        "to the nearest, and the largest recipients take what is left of the sum"
    ),
}
"""What rounding rules do, as a sentence goes on: the rows are rounded ..."""

_MARKS = {
    " ": "a space",
    "\u00a0": "a no-break space (U+00A0)",
    "\u2007": "a figure space (U+2007)",
    "\u2009": "a thin space (U+2009)",
    "\u202f": "a narrow no-break space (U+202F)",
    ".": "a point",
    ",": "a comma",
    "'": "an apostrophe",
    "\u2019": "an apostrophe (U+2019)",
}


class Findings:
    """What is wrong with a cell, a row or a column."""

    def is_printed(self, name: str, printed: str, what: Text) -> str:
        return f"{name}: {printed!r} is printed, {what}"

    def nothing_printed(self, name: str, what: Text) -> str:
        return f"{name}: nothing is printed, {what}"

    def mended(self, said: Text, amount: Amount, slip: Slip) -> str:
        return f"{said}; {grouped(amount)} follows from the shares ({slip})"

    def follows(self, said: Text, amount: Amount) -> str:
        return f"{said}; {grouped(amount)} follows from the shares"

    def one_of_two_numbers(self) -> str:
        return "which may be one of two numbers"

    def row_contradicts_everywhere(self) -> str:
        return "and its row contradicts the others in every column"

    def amount_is_due(self) -> str:
        return "and an amount is due"

    def no_multiple(self, unit: Amount) -> str:
        return f"which is no multiple of {grouped(unit)}"

    def contradicts_rows(self) -> str:
        return "which contradicts the other rows"

    def amounts_follow(self, allowed: tuple[Amount, Amount]) -> str:
        return f"{amounts(allowed)} follows from the shares"

    def letter_for_digit(self) -> str:
        return "with a letter for a digit"

    def not_in_threes(self) -> str:
        return "its digits are not in groups of three"

    def in_shifted_block(self, rows: int) -> str:
        return f"in a block of {rows} rows that stands one row off"

    def base_amounts_exchanged(self) -> str:
        return "which is the other's: the two base amounts are exchanged"

    def amount_of_other(self, other: str) -> str:
        return f"which is the amount of {other}"

    def base_in_other_unit(self, rows: int) -> str:
        return f"in another unit than the rest, one of {rows} such base amounts"

    def row_in_other_unit(self, rows: int) -> str:
        return f"in another unit than the rest of the column, one of {rows} such rows"

    def no_amount(self) -> str:
        return "which is no amount"

    def not_whole_kronor(self) -> str:
        return "which has more decimals than money"

    def envelopes_hold_more(self, deductions: Sequence[tuple[Interval, str]]) -> str:
        bounds = listed([f"{between(amount)} ({column})" for amount, column in deductions])
        hold = "envelopes hold" if deductions[1:] else "envelope holds"
        return f"besides what is shared out, the {hold} {bounds}"

    def administration_inferred(
        self, deductions: Sequence[tuple[Interval, str]], amount: int | None, share_fits: bool
    ) -> str:
        more = self.envelopes_hold_more(deductions)
        fits = "no one amount fits" if amount is None else f"{grouped(amount)} fits"
        same = "does" if amount is None else "does, too"
        return f"{more}; {fits} all of them, one percentage of the envelope " + (
            same if share_fits else "does not"
        )

    def rows_contradict(self, column: str, agree: int, rows: int) -> str:
        return (
            f"the rows of {column} contradict each other: at most {agree} of {rows} can be right, "
            "and they do not say which"
        )

    def row_twice_alike(self, name: str, rows: tuple[int, int]) -> str:
        return _twice(name, rows, "the same")

    def row_twice_differing(self, name: str, rows: tuple[int, int]) -> str:
        return _twice(name, rows, "different")

    def read_without_mark(self, name: str, printed: str) -> str:
        return f"{name}: {printed!r} is read without its footnote mark"

    def key_gives(
        self,
        key: Text,
        unit: Amount,
        right: int,
        rows: int,
        column: str,
        pools: tuple[Amount, Amount],
    ) -> str:
        return (
            f"{key}, to the nearest {grouped(unit)}, gives {right} of {rows} amounts in "
            f"{column}, for every pool from {grouped(pools[0])} to {grouped(pools[-1])}"
        )

    def key_gives_by_rule(
        self, key: Text, rule: str, unit: Amount, right: int, rows: int, column: str
    ) -> str:
        return (
            f"{key}, in units of {grouped(unit)} by {rule}, gives {right} of {rows} amounts in "
            f"{column}"
        )

    def key_not_followed(self, column: str, key: Text) -> str:
        return f"the amounts in {column} are not what the grant's key gives: {key}"

    def key_gives_other(self, name: str, printed: str, amounts: Sequence[Amount]) -> str:
        given = listed([grouped(each) for each in amounts], "or") or "another amount"
        return f"{name}: {printed!r} is printed; the grant's key gives {given}"

    def no_row(self, name: str) -> str:
        return f"{name} is on the list of recipients and has no row"

    def column_of_reductions(self, column: str) -> str:
        return f"{column} is read as a column of reductions: most of its amounts are negative"

    def read_as_negative(self, name: str, printed: str) -> str:
        return f"{name}: {printed!r} is read as negative"

    def few_rows(self, column: str, rows: int, fewest: int) -> str:
        return (
            f"{column} has {counted(rows, 'row')} to compare; {fewest} must agree "
            "before another is called wrong"
        )

    def separated_otherwise(self, name: str, here: str, elsewhere: str) -> str:
        return f"{name}: digits are separated by {_mark(here)}, elsewhere by {_mark(elsewhere)}"

    def out_of_order_by_name(self, name: str) -> str:
        return f"{name} stands out of order: the other rows are ordered by name"

    def out_of_order_by_code(self, name: str) -> str:
        return f"{name} stands out of order: the other rows are ordered by municipality code"

    def misses_its_pool(self, column: str, total: Amount, pool: Amount, deviation: Amount) -> str:
        return (
            f"{column} sums to {grouped(total)}, {grouped(size(pool - total))} "
            f"{'less' if total < pool else 'more'} than its pool of {grouped(pool)}: every row "
            f"is rounded on its own (standard deviation {grouped(deviation)})"
        )

    def rounded_otherwise(
        self,
        column: str,
        rule: str,
        explained: int,
        rows: int,
        usual: int,
        moved: Sequence[tuple[str, Amount]],
    ) -> str:
        said = (
            f"{column} is rounded {ROUNDINGS[rule]}: that explains {explained} of {rows} rows, to "
            f"the nearest with ties up {usual}"
        )
        if not moved:
            return said
        due = listed([f"{name} ({grouped(amount)})" for name, amount in moved])
        return f"{said}; alone, another amount would be due to {due}"

    def from_unrounded_base(self, column: str, unit: Amount, rows: int) -> str:
        return (
            f"{column} was computed from unrounded base amounts: that they are printed to "
            f"{grouped(unit)} explains {counted(rows, 'more row')}"
        )

    def sum_above_envelope(self, column: str, total: Amount, envelope: int, slack: Amount) -> str:
        return (
            f"{column} sums to {grouped(total)}, {grouped(total - envelope)} more than the "
            f"envelope of {grouped(envelope)}; rounding explains {grouped(slack)} at most"
        )

    def pool_above_envelope(self, column: str, envelope: int) -> str:
        return f"{column} is shared out from more than its envelope of {grouped(envelope)}"

    def ties_both_ways(self, column: str) -> str:
        return f"{column} is rounded to the nearest, but exact ties go both ways"

    def read_as_sum(self, name: str) -> str:
        return f"{name} is read as a sum of other rows, not as a recipient"

    def column_in_other_unit(
        self, column: str, total: Fraction, slip: Fraction, unit: Amount, envelope: int | None
    ) -> str:
        said = grouped(total.numerator) if total.denominator == 1 else ratio(total)
        if slip.denominator == 1:
            how = f"a printed one is read as {grouped(slip.numerator)}"
        else:
            zeros = len(str(slip.denominator)) - 1
            how = f"amounts are read without their last {zeros} zeros"
        if envelope is None:
            against = f"its unit is {grouped(unit)}"
        else:
            against = f"its envelope is {grouped(envelope)}"
        return f"{column} sums to {said} as printed, and {against}: {how}"

    def not_on_the_list(self, name: str, near: str | None) -> str:
        return f"{name} is not on the list of recipients{_nearest(near)}"

    def no_municipality(self, name: str, near: str | None) -> str:
        return f"{name} is not among the municipalities and counties{_nearest(near)}"

    def most_not_whole(self, column: str) -> str:
        return f"most amounts of {column} have more decimals than money"

    def read_as(self, written: str, name: str) -> str:
        return f"{written!r} is read as {name}"


def _twice(name: str, rows: tuple[int, int], amounts: str) -> str:
    return (
        f"{name} stands in rows {rows[0]} and {rows[1]} of the table, with {amounts} amounts; the "
        "later is left out"
    )


def _nearest(name: str | None) -> str:
    return f"; the nearest is {name}" if name else ""


def _mark(mark: str) -> str:
    if len(mark) > 1 and not mark.strip():
        return f"{len(mark)} spaces"
    return _MARKS.get(mark, repr(mark))
