"""What is said of the relations that a table states, in Swedish."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.errors import Text
from allokera.kronor.keying import Slip
from allokera.render.language.swedish.audit.codes import SLIPS
from allokera.render.language.swedish.numbers import (
    MINUS,
    NBSP,
    counted,
    decimal,
    grouped,
    listed,
    quoted,
)

_MOST_NAMED = 9
"""Parts that are named; of more their number is told."""

_HOW = {"told": ", angivet i förväg", "likely": ", troligt", "stated": ", enligt rubriken"}
_SHOWN = {100: " i procent", 1000: " i promille"}

_DIGITS = 6
"""Digits of a fitted number that are shown."""


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
            what = "medelvärdet" if operator == "mean" else "summan"
            return f"{target} = {what} av {len(parts)}{NBSP}tal ({names[0]} till {names[-1]})"
        first, last = names[0], names[-1]
        ordered = sorted(parts, key=lambda part: part[0] < 0)  # what is taken away stands last
        signs = "".join(f" {'+' if sign > 0 else MINUS} {name}" for sign, name in ordered)
        times = f"{grouped(factor)}{NBSP}\u00d7 " if factor > 1 else ""
        added = "" if fixed is None else f"{_short(fixed)} + "
        product = f"{added}{_before(slope)}{first}"
        said = {
            "sum": f"{target} på raden {'ovanför' if lag > 0 else 'nedanför'} + {first}"
            if lag
            else signs.removeprefix(" + ").removeprefix(" "),
            "mean": f"medelvärdet av {listed(names)}",
            "division": f"{times}{first} / {last}",
            "change": f"ändringen från {first} till {last}{_SHOWN.get(factor, '')}",
            "product": f"{first} \u00d7 {last}" + (f" / {grouped(factor)}" if times else ""),
            "proportional": product,
            "affine": product,
            "bounded": f"{product}, fram till en gräns",
            "share": f"{first}{_SHOWN.get(factor, ' som del')} av kolumnens summa",
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
        one, several = ("rad", "rader") if is_across else ("kolumn", "kolumner")
        how = _HOW.get(standing, "")
        exact = ", exakt" if is_exact else ""
        return f"{relation}: {grouped(agreeing)} av {counted(lines, one, several)}{exact}{how}"

    def relation_fails(
        self,
        relation: Text,
        name: str,
        printed: str,
        follows: Fraction,
        places: int,
        more: Sequence[str],
    ) -> str:
        also = f"; det stämmer inte heller för {listed(more)}" if more else ""
        right = decimal(follows, places)
        return (
            f"sambandet {relation} stämmer inte för {name}: i tabellen står {quoted(printed)}, "
            f"men av sambandet följer {right}{also}"
        )

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
        how = "kan inte stämma" if is_sure else "är troligen fel"
        said = f"{name}: {quoted(printed)} i kolumnen {column} {how}"
        if follows is None:
            return f"{said} enligt {', och enligt '.join(map(str, relations))}"
        by = "" if slip is None else f" ({SLIPS[slip]})"
        laws = " och av ".join(map(str, relations))
        return f"{said}; av {laws} följer {decimal(follows, places)}{by}"

    def one_is_wrong(
        self,
        cells: Sequence[tuple[str, str, str]],
        more: int,
        is_sure: bool,
        relations: Sequence[Text],
    ) -> str:
        names = [f"{quoted(printed)} ({name}, {column})" for name, column, printed in cells]
        among = [*names, f"{grouped(more)}{NBSP}till"] if more else names
        how = "är fel" if is_sure else "är troligen fel"
        laws = ", och enligt ".join(map(str, relations))
        return f"något av talen {listed(among)} {how} enligt {laws}"

    def print_number(self, number: Fraction, places: int) -> str:
        return f"Skriv {decimal(number, places)}."

    def relation_nearly(
        self,
        relation: Text,
        name: str,
        printed: str,
        follows: Fraction,
        places: int,
        more: Sequence[str],
    ) -> str:
        also = f"; detsamma gäller {listed(more)}" if more else ""
        right = decimal(follows, places)
        return (
            f"sambandet {relation} stämmer för {name}, bortsett från avrundning: i tabellen står "
            f"{quoted(printed)}, men av sambandet följer {right}{also}"
        )

    def other_rule(self, relation: Text, names: Sequence[str], more: int) -> str:
        who = [*names, f"{grouped(more)}{NBSP}till"] if more else names
        return f"{listed(who)} följer en annan regel än {relation}"

    def something_unprinted(self) -> str:
        return "Ta reda på om något ingår som inte står i tabellen, eller om ett tal är fel."

    def round_alike(self) -> str:
        return "Ingen åtgärd behövs om talen avrundades efter uträkningen."

    def ask_for_the_rule(self) -> str:
        return "Ta reda på vilken regel som gäller här."

    def no_relation(self) -> str:
        return (
            "inget samband mellan kolumnerna hittades: varken summa, medelvärde, kvot, ändring, "
            "andel, faktor eller löpande summa"
        )

    def relation_refused(self, marked: str, reason: Text) -> str:
        return f"{marked} (vid ^): {reason}"

    def relation_needs_target(self) -> str:
        return (
            "det ska stå en kolumn och =, till exempel 'Summa = A + B'; namn med siffror eller "
            "tecken ska stå inom citattecken"
        )

    def relation_needs_name(self) -> str:
        return "det ska stå en kolumn till"

    def relation_needs_two(self) -> str:
        return "dividera eller multiplicera två kolumner: 'A / B' eller '100 * A / B'"

    def relation_unreadable(self) -> str:
        return (
            "det ska stå en kolumn eller ett tecken; namn med siffror eller tecken ska stå inom "
            "citattecken"
        )

    def relation_between_columns(self) -> str:
        return "samband"

    def relations_found(self) -> str:
        return "hittade samband"

    def believed_from(self, bits: int) -> str:
        return f"godtas om risken för att det är en slump är mindre än 1{NBSP}på{NBSP}2^{bits}"

    def rows_that_contradict(self) -> str:
        return "rader som motsäger andra"

    def wrong_from(self, odds: int) -> str:
        return (
            "räknas som fel om ett felslag förklarar var och en av dem, eller om ett "
            f"misstag är {counted(odds, 'gång', 'gånger')} så troligt som en annan regel"
        )

    def relations_set_aside(self) -> str:
        return "samband som inte används"

    def no_law_covers(self, column: str) -> str:
        return f"{column}: inget samband med andra kolumner eller rader hittades"

    def looks_like(self, relation: Text) -> str:
        return f"{relation}: för lite underlag för att något ska kunna sägas vara fel"


def _before(slope: Fraction | None) -> str:
    """Write a fitted factor before what it multiplies; none where it is one."""
    shown = "1" if slope is None else _short(slope)
    return "" if shown == "1" else f"{shown}{NBSP}\u00d7 "


def _short(number: Fraction) -> str:
    """Write a fitted number to six digits."""
    if number.denominator == 1:
        return grouped(number.numerator)
    exponent = int(f"{float(number):.{_DIGITS - 1}e}".partition("e")[2])
    written = decimal(number, max(0, _DIGITS - 1 - exponent))
    return written.rstrip("0").rstrip(",") if "," in written else written
