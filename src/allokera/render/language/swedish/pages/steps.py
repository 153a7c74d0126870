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

    step = "Steg"
    value = "Värde"
    how = "Hur"
    weight = "Fördelningsgrund"
    weight_is = _WEIGHTS
    weight_below_threshold = "ingenting, eftersom andelen ligger under tröskeln"
    pool = "Medel att fördela"
    whole_envelope = "hela ramen"
    house = "Antal enheter"
    all_parts = "Alla delar"
    share_of_house = "andel \u00d7 antal enheter"
    at_least = "Minst"
    at_most = "Högst"
    kept_anyway = "påverkar inte beloppet"
    quota = "Exakt andel"
    parts_together = "delarna tillsammans"
    is_bound = "gränsen"
    in_proportion = "proportionellt, bland dem som ingen gräns påverkar"
    lower_quota = "Hela enheter"
    without_fraction = "den exakta andelen utan decimaler"
    remainder = "Rest"
    nothing_left_over = "ingen enhet blev över"
    divisor = "Divisor"
    none = "ingen"
    no_choice = "gränserna bestämmer alla belopp"
    quotient = "Kvot"
    weight_over_divisor = "fördelningsgrund / divisor"
    signpost = "Avrundningsgräns"
    next_signpost = "Nästa avrundningsgräns"
    applied_for = "Sökt belopp"
    no_less_than_given = "inte mindre än vad fördelningen ger"
    to_quote = "Att citera: "

    def units(self, number: str) -> str:
        return f"{number}{NBSP}{'enhet' if number == '1' else 'enheter'}"

    def less_administration(self, envelope: str, administration: str) -> str:
        return f"{envelope} {MINUS} {administration} till administration"

    def in_units_of(self, unit: str) -> str:
        return f"medlen i hela enheter om {unit}"

    def part(self, number: int) -> str:
        return f"Del {number}"

    def bound_holds(self, side: Side) -> str:
        more = "mindre" if side is Side.MINIMUM else "mer"
        return f"avgör: proportionellt skulle det bli {more}"

    def rank_of(self, rank: int, count: int) -> str:
        return f"plats {grouped(rank)} av {grouped(count)}"

    def gives_the_same(self, divisors: str) -> str:
        return f"{divisors} ger samma resultat"

    def rounded_up_to(self, units: str) -> str:
        return f"härifrån avrundas uppåt till {units}"

    def are_due(self, amount: str) -> str:
        return f"fördelningen ger {amount}"

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
