"""What is said of apportionments, in Swedish."""

from collections.abc import Sequence

from allokera.apportionment.messages import ApportionmentMessages
from allokera.render.language.swedish.numbers import grouped, listed, quoted


class Apportionment(ApportionmentMessages):
    """Why an apportionment is not defined."""

    def not_integers(self) -> str:
        return "fördelningsgrunder och antal enheter måste vara heltal"

    def negative_house(self, house: int) -> str:
        return f"antalet enheter är {grouped(house)}: det måste vara noll eller mer"

    def negative_weight(self, row: int, weight: int) -> str:
        return (
            f"fördelningsgrunden på rad {row} är {grouped(weight)}: den måste vara noll eller mer"
        )

    def no_weight(self) -> str:
        return "fördelningsgrunderna är tillsammans noll: det finns inget att fördela efter"

    def limits_not_one_a_weight(self) -> str:
        return "det måste finnas en gräns för varje fördelningsgrund, eller inga alls"

    def limit_no_integer(self, row: int) -> str:
        return f"rad {row}: gränser måste vara heltal, noll eller mer"

    def least_above_most(self, row: int, least: int, over: int) -> str:
        return f"rad {row}: det minsta, {grouped(least)}, är {grouped(over)} mer än det högsta"

    def house_below_least(self, house: int, least: int) -> str:
        return (
            f"{grouped(house)} enheter är {grouped(least - house)} för lite: alla rader ska "
            f"tillsammans ha minst {grouped(least)}"
        )

    def house_above_most(self, house: int, most: int) -> str:
        return (
            f"{grouped(house)} enheter är {grouped(house - most)} för mycket: alla rader får "
            f"tillsammans ha högst {grouped(most)}"
        )

    def house_below_firsts(self, house: int, needed: int, count: int) -> str:
        return (
            f"{grouped(house)} enheter är {grouped(needed - house)} för lite: metoden ger var och "
            f"en av de {grouped(count)} med en fördelningsgrund över noll en enhet"
        )

    def units_too_different(self) -> str:
        return "så olika enheter kan inte avrundas tillsammans över åren: ange en enhet för alla år"

    def no_method_but_near(self, name: str, near: Sequence[str]) -> str:
        return f"ingen metod heter {quoted(name)}; menar du {listed(near, 'eller')}?"

    def no_method(self, name: str, choices: Sequence[str]) -> str:
        return f"ingen metod heter {quoted(name)}; det finns {', '.join(choices)}"
