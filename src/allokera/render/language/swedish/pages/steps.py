"""What stands on pages that explain what one recipient gets, in Swedish."""

from allokera.render.language.swedish.numbers import MINUS, NBSP, grouped
from allokera.render.language.swedish.pages.queue import Queue
from allokera.render.language.swedish.pages.year_by_year import YearByYear
from allokera.render.words.steps import StepsWords
from allokera.sharing.allocation import Side
from allokera.terms.shares import ShareOrigin

_WEIGHTS = {
    ShareOrigin.PUBLISHED: "beloppet i baskolumnen",
    ShareOrigin.SCALE: "beloppet i baskolumnen",
    ShareOrigin.KEY: "nyckelns alla delar, som ett helt tal",
    ShareOrigin.GIVEN: "så som den är angiven",
}


class Steps(Queue, YearByYear, StepsWords):
    """What stands on pages that explain."""

    def step(self) -> str:
        return "Steg"

    def value(self) -> str:
        return "Värde"

    def how(self) -> str:
        return "Hur"

    def units(self, number: str) -> str:
        return f"{number}{NBSP}{'enhet' if number == '1' else 'enheter'}"

    def weight(self) -> str:
        return "Fördelningsgrund"

    def weight_is(self, origin: ShareOrigin) -> str:
        return _WEIGHTS[origin]

    def weight_below_threshold(self) -> str:
        return "ingenting, eftersom andelen ligger under tröskeln"

    def pool(self) -> str:
        return "Medel att fördela"

    def whole_envelope(self) -> str:
        return "hela ramen"

    def less_administration(self, envelope: str, administration: str) -> str:
        return f"{envelope} {MINUS} {administration} till administration"

    def house(self) -> str:
        return "Antal enheter"

    def in_units_of(self, unit: str) -> str:
        return f"medlen i hela enheter om {unit}"

    def part(self, number: int) -> str:
        return f"Del {number}"

    def all_parts(self) -> str:
        return "Alla delar"

    def share_of_house(self) -> str:
        return "andel \u00d7 antal enheter"

    def at_least(self) -> str:
        return "Minst"

    def at_most(self) -> str:
        return "Högst"

    def kept_anyway(self) -> str:
        return "påverkar inte beloppet"

    def bound_holds(self, side: Side) -> str:
        more = "mindre" if side is Side.MINIMUM else "mer"
        return f"avgör: proportionellt skulle det bli {more}"

    def quota(self) -> str:
        return "Exakt andel"

    def parts_together(self) -> str:
        return "delarna tillsammans"

    def is_bound(self) -> str:
        return "gränsen"

    def in_proportion(self) -> str:
        return "proportionellt, bland dem som ingen gräns påverkar"

    def lower_quota(self) -> str:
        return "Hela enheter"

    def without_fraction(self) -> str:
        return "den exakta andelen utan decimaler"

    def remainder(self) -> str:
        return "Rest"

    def rank_of(self, rank: int, count: int) -> str:
        return f"plats {grouped(rank)} av {grouped(count)}"

    def nothing_left_over(self) -> str:
        return "ingen enhet blev över"

    def divisor(self) -> str:
        return "Divisor"

    def none(self) -> str:
        return "ingen"

    def no_choice(self) -> str:
        return "gränserna bestämmer alla belopp"

    def gives_the_same(self, divisors: str) -> str:
        return f"{divisors} ger samma resultat"

    def quotient(self) -> str:
        return "Kvot"

    def weight_over_divisor(self) -> str:
        return "fördelningsgrund / divisor"

    def signpost(self) -> str:
        return "Avrundningsgräns"

    def next_signpost(self) -> str:
        return "Nästa avrundningsgräns"

    def rounded_up_to(self, units: str) -> str:
        return f"härifrån avrundas uppåt till {units}"

    def applied_for(self) -> str:
        return "Sökt belopp"

    def are_due(self, amount: str) -> str:
        return f"fördelningen ger {amount}"

    def no_less_than_given(self) -> str:
        return "inte mindre än vad fördelningen ger"

    def as_applied_for(self, *, sentence: bool = False) -> str:
        return "det som söktes" if sentence else "så mycket som söktes"

    def as_bound(self, *, in_units: bool, sentence: bool = False) -> str:  # noqa: ARG002
        return "gränsen, i hela enheter" if in_units else "gränsen"

    def as_quotient(self, *, sentence: bool = False) -> str:
        what = "kvoten, avrundad" if sentence else "kvoten avrundad"
        return f"{what} vid avrundningsgränserna"

    def as_lower_quota(self, *, gets_one: bool, left_over: bool, sentence: bool = False) -> str:
        what = "de hela enheterna" if sentence else "hela enheter"
        if gets_one:
            return f"{what} och en av de enheter som blev över"
        return f"{what} men ingen av de enheter som blev över" if left_over else what

    def to_quote(self) -> str:
        return "Att citera: "

    def gets(
        self,
        name: str,
        amount: str,
        pool: str,
        year: int | None,
        share: str,
        quota: str,
        unit: str,
        outcome: str,
    ) -> str:
        when = f" för {year}" if year else ""
        return (
            f"{name} får {amount} av {pool}{when}. Andelen är {share}, vilket motsvarar {quota} "
            f"enheter om {unit}. Beloppet motsvarar {outcome}."
        )
