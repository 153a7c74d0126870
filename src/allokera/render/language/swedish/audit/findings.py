"""What an audit finds, in Swedish."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.audit.rounding.interval import Interval
from allokera.errors import Text
from allokera.kronor.amount import Amount, size
from allokera.kronor.keying import Slip
from allokera.render.language.swedish.audit.codes import MARKS, ROUNDINGS, SLIPS
from allokera.render.language.swedish.audit.intervals import amounts, within
from allokera.render.language.swedish.numbers import NBSP, counted, grouped, listed, quoted, ratio


class Findings:
    """What is wrong with a cell, a row or a column."""

    def is_printed(self, name: str, printed: str, what: Text) -> str:
        return f"{name}: i tabellen står {quoted(printed)}, {what}"

    def nothing_printed(self, name: str, what: Text) -> str:
        return f"{name}: i tabellen står ingenting, {what}"

    def mended(self, said: Text, amount: Amount, slip: Slip) -> str:
        return f"{said}; {grouped(amount)} följer av andelarna ({SLIPS[slip]})"

    def follows(self, said: Text, amount: Amount) -> str:
        return f"{said}; {grouped(amount)} följer av andelarna"

    def one_of_two_numbers(self) -> str:
        return "som kan läsas som två olika tal"

    def row_contradicts_everywhere(self) -> str:
        return "och raden motsäger de andra raderna i alla kolumner"

    def amount_is_due(self) -> str:
        return "men där ska det stå ett belopp"

    def no_multiple(self, unit: Amount) -> str:
        return f"som inte är en multipel av {grouped(unit)}"

    def contradicts_rows(self) -> str:
        return "som motsäger de andra raderna"

    def amounts_follow(self, allowed: tuple[Amount, Amount]) -> str:
        what = "" if allowed[0] == allowed[1] else "ett belopp "
        return f"men av andelarna följer {what}{amounts(allowed)}"

    def letter_for_digit(self) -> str:
        return "med en bokstav i stället för en siffra"

    def not_in_threes(self) -> str:
        return "vars siffror inte står i grupper om tre"

    def in_shifted_block(self, rows: int) -> str:
        return f"i ett block på {counted(rows, 'rad', 'rader')} som ligger en rad fel"

    def base_amounts_exchanged(self) -> str:
        return "som är den andra radens: de två beloppen i baskolumnen är förväxlade"

    def amount_of_other(self, other: str) -> str:
        return f"som är beloppet för {other}"

    def base_in_other_unit(self, rows: int) -> str:
        among = "det enda" if rows == 1 else f"ett av {grouped(rows)}"
        which = "sådana beloppet" if rows == 1 else "sådana belopp"
        return f"i en annan enhet än de övriga, {among} {which} i baskolumnen"

    def row_in_other_unit(self, rows: int) -> str:
        among = "den enda sådana raden" if rows == 1 else f"en av {grouped(rows)} sådana rader"
        return f"i en annan enhet än resten av kolumnen, {among}"

    def no_amount(self) -> str:
        return "som inte är något belopp"

    def not_whole_kronor(self) -> str:
        return "som har fler decimaler än ett belopp kan ha"

    def envelopes_hold_more(self, deductions: Sequence[tuple[Interval, str]]) -> str:
        bounds = listed([f"{within(amount)} ({column})" for amount, column in deductions])
        hold = "ramarna" if deductions[1:] else "ramen"
        return f"utöver det som fördelas rymmer {hold} {bounds}"

    def administration_inferred(
        self, deductions: Sequence[tuple[Interval, str]], amount: int | None, share_fits: bool
    ) -> str:
        share = "gemensam procentsats av ramen"
        if amount is None:
            fits = (
                f"inget gemensamt belopp stämmer för alla, men en {share} gör det"
                if share_fits
                else f"varken ett gemensamt belopp eller en {share} stämmer för alla"
            )
        elif share_fits:
            fits = f"både {grouped(amount)} och en {share} stämmer för alla"
        else:
            fits = f"{grouped(amount)} stämmer för alla, men ingen {share} gör det"
        return f"{self.envelopes_hold_more(deductions)}; {fits}"

    def rows_contradict(self, column: str, agree: int, rows: int) -> str:
        return (
            f"raderna i kolumnen {column} motsäger varandra: högst {grouped(agree)} av "
            f"{grouped(rows)} kan vara rätt, och det framgår inte vilka"
        )

    def row_twice_alike(self, name: str, rows: tuple[int, int]) -> str:
        return _twice(name, rows, "samma")

    def row_twice_differing(self, name: str, rows: tuple[int, int]) -> str:
        return _twice(name, rows, "olika")

    def read_without_mark(self, name: str, printed: str) -> str:
        return f"{name}: {quoted(printed)} läses utan fotnotstecken"

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
            f"{key}, avrundat till närmaste {grouped(unit)}, ger {grouped(right)} av "
            f"{grouped(rows)}{NBSP}belopp i kolumnen {column}, så länge medlen att fördela är "
            f"{amounts(pools)}"
        )

    def key_gives_by_rule(
        self, key: Text, rule: str, unit: Amount, right: int, rows: int, column: str
    ) -> str:
        return (
            f"{key} ger {grouped(right)} av {grouped(rows)}{NBSP}belopp i kolumnen {column}, i "
            f"enheter om {grouped(unit)} och avrundade {ROUNDINGS.get(rule, rule)}"
        )

    def key_not_followed(self, column: str, key: Text) -> str:
        return f"beloppen i kolumnen {column} är inte de som bidragets nyckel ger: {key}"

    def key_gives_other(self, name: str, printed: str, amounts: Sequence[Amount]) -> str:
        given = listed([grouped(each) for each in amounts], "eller") or "ett annat belopp"
        return f"{name}: i tabellen står {quoted(printed)}, men bidragets nyckel ger {given}"

    def no_row(self, name: str) -> str:
        return f"{name} finns på listan över mottagare men har ingen rad"

    def column_of_reductions(self, column: str) -> str:
        return f"beloppen i kolumnen {column} läses som minskningar: de flesta är negativa"

    def read_as_negative(self, name: str, printed: str) -> str:
        return f"{name}: {quoted(printed)} läses som ett negativt belopp"

    def few_rows(self, column: str, rows: int, fewest: int) -> str:
        return (
            f"kolumnen {column} har {counted(rows, 'rad', 'rader')} att jämföra; "
            f"{grouped(fewest)} måste stämma överens innan en annan kan sägas vara fel"
        )

    def separated_otherwise(self, name: str, here: str, elsewhere: str) -> str:
        return (
            f"{name}: siffrorna skiljs åt av {_mark(here)}, på andra ställen av {_mark(elsewhere)}"
        )

    def out_of_order_by_name(self, name: str) -> str:
        return f"{name} står på fel plats: de andra raderna är ordnade efter namn"

    def out_of_order_by_code(self, name: str) -> str:
        return f"{name} står på fel plats: de andra raderna är ordnade efter kommunkod"

    def misses_its_pool(self, column: str, total: Amount, pool: Amount, deviation: Amount) -> str:
        return (
            f"kolumnen {column} har summan {grouped(total)}, vilket är "
            f"{grouped(size(pool - total))} {'mindre' if total < pool else 'mer'} än medlen att "
            f"fördela ({grouped(pool)}): varje rad är avrundad för sig (standardavvikelse "
            f"{grouped(deviation)})"
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
            f"beloppen i kolumnen {column} är avrundade {ROUNDINGS[rule]}: det förklarar "
            f"{grouped(explained)} av {counted(rows, 'rad', 'rader')}, mot {grouped(usual)} om de "
            f"är avrundade {ROUNDINGS['half-up']}"
        )
        if not moved:
            return said
        due = listed([f"{name} ({grouped(amount)})" for name, amount in moved])
        other = "ett annat belopp" if len(moved) == 1 else "andra belopp"
        return f"{said}; om varje rad avrundas för sig får {due} {other}"

    def from_unrounded_base(self, column: str, unit: Amount, rows: int) -> str:
        return (
            f"kolumnen {column} är uträknad från oavrundade belopp i baskolumnen: att de är "
            f"avrundade till {grouped(unit)} i tabellen förklarar {counted(rows, 'rad', 'rader')} "
            "till"
        )

    def sum_above_envelope(self, column: str, total: Amount, envelope: int, slack: Amount) -> str:
        return (
            f"kolumnen {column} har summan {grouped(total)}, vilket är "
            f"{grouped(total - envelope)} mer än ramen på {grouped(envelope)}; avrundning "
            f"förklarar högst {grouped(slack)}"
        )

    def pool_above_envelope(self, column: str, envelope: int) -> str:
        return f"i kolumnen {column} fördelas mer än ramen på {grouped(envelope)}"

    def ties_both_ways(self, column: str) -> str:
        return (
            f"kolumnen {column} är avrundad till närmaste enhet, men belopp mitt emellan två "
            "enheter går ibland uppåt, ibland nedåt"
        )

    def read_as_sum(self, name: str) -> str:
        return f"{name} läses som en summa av andra rader, inte som en mottagare"

    def column_in_other_unit(
        self, column: str, total: Fraction, slip: Fraction, unit: Amount, envelope: int | None
    ) -> str:
        said = grouped(total.numerator) if total.denominator == 1 else ratio(total)
        if slip.denominator == 1:
            how = f"1 i tabellen läses som {grouped(slip.numerator)}"
        else:
            zeros = len(str(slip.denominator)) - 1
            how = f"beloppen läses utan de {zeros} sista nollorna"
        if envelope is None:
            against = f"enheten är {grouped(unit)}"
        else:
            against = f"ramen är {grouped(envelope)}"
        return f"kolumnen {column} har i tabellen summan {said}, men {against}: {how}"

    def not_on_the_list(self, name: str, near: str | None) -> str:
        return f"{name} finns inte på listan över mottagare{_nearest(near)}"

    def no_municipality(self, name: str, near: str | None) -> str:
        return f"{name} finns inte bland kommunerna och länen{_nearest(near)}"

    def most_not_whole(self, column: str) -> str:
        return f"de flesta beloppen i kolumnen {column} har fler decimaler än ett belopp kan ha"

    def read_as(self, written: str, name: str) -> str:
        return f"{quoted(written)} läses som {name}"


def _twice(name: str, rows: tuple[int, int], amounts: str) -> str:
    return (
        f"{name} står på raderna {grouped(rows[0])} och {grouped(rows[1])} i tabellen, med "
        f"{amounts} belopp; den senare räknas inte med"
    )


def _nearest(name: str | None) -> str:
    return f"; det mest lika namnet är {name}" if name else ""


def _mark(mark: str) -> str:
    if len(mark) > 1 and not mark.strip():
        return f"{len(mark)}{NBSP}mellanslag"
    return MARKS.get(mark, quoted(mark))
