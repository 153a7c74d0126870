"""What is said of the relations that a table states, in English."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.errors import Text
from allokera.kronor.keying import Slip
from allokera.kronor.wording import decimal, grouped, listed

_MOST_NAMED = 9
"""Parts that are named; of more their number is told."""

_HOW = {"told": ", as told", "likely": ", looks so", "stated": ", as its heading says"}
_SHOWN = {100: " in per cent", 1000: " per mille"}


class Relations:
    """Relations, where they hold, and where they break."""

    def relation(
        self,
        operator: str,
        target: str,
        parts: Sequence[tuple[int, str]],
        factor: int,
        lag: int,
        fixed: Fraction | None,
        slope: Fraction | None,
    ) -> str:
        if operator == "constant":
            return f"{target} = {_short(fixed or Fraction(0))}"
        names = [name for _, name in parts]
        if len(parts) > _MOST_NAMED:
            what = "mean" if operator == "mean" else "sum"
            return f"{target} = {what} of {len(parts)}: {names[0]} to {names[-1]}"
        first, last = names[0], names[-1]
        in_order = sorted(parts, key=lambda part: part[0] < 0)  # what is taken away stands last
        signs = "".join(f" {'+' if sign > 0 else '-'} {name}" for sign, name in in_order)
        times = f"{grouped(factor)} \u00d7 " if factor > 1 else ""
        added = "" if fixed is None else f"{_short(fixed)} + "
        product = f"{added}{_before(slope)}{first}"
        said = {
            "sum": f"{target} of the row {'above' if lag > 0 else 'below'} + {first}"
            if lag
            else signs.removeprefix(" + ").lstrip(),
            "mean": f"mean of {listed(names)}",
            "division": f"{times}{first} / {last}",
            "change": f"change from {first} to {last}{_SHOWN.get(factor, '')}",
            "product": f"{first} \u00d7 {last}" + (f" / {grouped(factor)}" if times else ""),
            "proportional": product,
            "affine": product,
            "bounded": f"{product}, up to a bound",
            "share": f"{first}{_SHOWN.get(factor, ' as a part')} of its sum",
        }
        return f"{target} = {said[operator]}"

    def relation_holds(
        self,
        relation: Text,
        agreeing: int,
        lines: int,
        is_across: bool,
        is_exact: bool,
        standing: str,
    ) -> str:
        what = ("row" if is_across else "column") + ("" if lines == 1 else "s")
        how = _HOW.get(standing, "")
        exact = ", exactly" if is_exact else ""
        return f"{relation}: {grouped(agreeing)} of {grouped(lines)} {what}{exact}{how}"

    def relation_fails(
        self,
        relation: Text,
        name: str,
        printed: str,
        follows: Fraction,
        places: int,
        more: Sequence[str],
    ) -> str:
        also = f"; it fails in {listed(more)}, too" if more else ""
        right = decimal(follows, places)
        return f"{relation} fails in {name}: {printed!r} is printed, {right} follows{also}"

    def relations_tell(
        self,
        name: str,
        printed: str,
        column: str,
        is_sure: bool,
        follows: Fraction | None,
        places: int,
        slip: Slip | None,
        relations: Sequence[Text],
    ) -> str:
        how = "cannot be right" if is_sure else "is most likely wrong"
        said = f"{name}: {printed!r} in {column} {how}"
        if follows is None:
            return f"{said}, by {', and by '.join(map(str, relations))}"
        by = "" if slip is None else f" ({slip})"
        laws = ", and from ".join(map(str, relations))
        return f"{said}; {decimal(follows, places)} follows{by} from {laws}"

    def one_is_wrong(
        self,
        cells: Sequence[tuple[str, str, str]],
        more: int,
        is_sure: bool,
        relations: Sequence[Text],
    ) -> str:
        names = [f"{printed!r} ({name}, {column})" for name, column, printed in cells]
        among = [*names, f"{grouped(more)} more"] if more else names
        how = "is wrong" if is_sure else "is most likely wrong"
        return f"one of {listed(among)} {how}, by {', and by '.join(map(str, relations))}"

    def print_number(self, number: Fraction, places: int) -> str:
        return f"Print {decimal(number, places)}."

    def relation_nearly(
        self,
        relation: Text,
        name: str,
        printed: str,
        follows: Fraction,
        places: int,
        more: Sequence[str],
    ) -> str:
        also = f"; so do {listed(more)}" if more else ""
        right = decimal(follows, places)
        said = f"{relation}, but for rounding, in {name}: {printed!r} is printed, {right} follows"
        return f"{said}{also}"

    def other_rule(self, relation: Text, names: Sequence[str], more: int) -> str:
        follow = "follows" if len(names) + more == 1 else "follow"
        who = [*names, f"{grouped(more)} more"] if more else names
        return f"{listed(who)} {follow} another rule than {relation}"

    def something_unprinted(self) -> str:
        return "Look up whether something is part of it that is not printed, or a number is wrong."

    def round_alike(self) -> str:
        return "Nothing, if the numbers were rounded after they were reckoned."

    def ask_for_the_rule(self) -> str:
        return "Ask for the rule by which these rows were reckoned."

    def no_relation(self) -> str:
        return (
            "no sum, mean, quotient, change, share, factor or running total was found that the "
            "columns state of each other"
        )

    def relation_refused(self, marked: str, reason: Text) -> str:
        return f"{marked}: at the ^, {reason}"

    def relation_needs_target(self) -> str:
        return (
            "a column and = are expected: 'Summa = A + B'; names with digits or signs stand in "
            "quotation marks"
        )

    def relation_needs_name(self) -> str:
        return "another column is expected"

    def relation_needs_two(self) -> str:
        return "two columns are divided or multiplied: 'A / B', or '100 * A / B'"

    def relation_unreadable(self) -> str:
        return "a column or a sign is expected; names with digits or signs stand in quotation marks"

    def relation_between_columns(self) -> str:
        return "relation"

    def relations_found(self) -> str:
        return "relations"

    def believed_from(self, bits: int) -> str:
        return f"one is believed where accident is less likely than 1 in 2^{bits}"

    def rows_that_contradict(self) -> str:
        return "rows that contradict"

    def wrong_from(self, odds: int) -> str:
        return (
            f"each one keystroke off, or a mistake is {grouped(odds)} times as likely as another "
            "rule"
        )

    def relations_set_aside(self) -> str:
        return "relations set aside"

    def no_law_covers(self, column: str) -> str:
        return f"{column}: no relation to other columns or rows was found"

    def looks_like(self, relation: Text) -> str:
        return f"{relation}: too little to hold anything against it"


def _before(slope: Fraction | None) -> str:
    """Write a fitted factor before what it multiplies; none where it is one."""
    shown = "1" if slope is None else _short(slope)
    return "" if shown == "1" else f"{shown} \u00d7 "


def _short(number: Fraction) -> str:
    """Write a fitted number to six digits."""
    if number.denominator == 1:
        return grouped(number.numerator)
    return f"{float(number):.6g}"
