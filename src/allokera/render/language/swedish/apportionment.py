"""What is said of apportionments, in Swedish."""

from collections.abc import Sequence

from allokera.apportionment.messages import ApportionmentMessages
from allokera.render.language.swedish.numbers import grouped, listed, quoted


class Apportionment(ApportionmentMessages):
    """Why an apportionment is not defined."""

    def not_integers(self) -> str:
        return "fördelningsgrunderna och antalet enheter att fördela måste vara heltal"

    def negative_house(self, house: int) -> str:
        return f"antalet enheter att fördela är {grouped(house)}: det får inte vara mindre än noll"

    def negative_weight(self, row: int, weight: int) -> str:
        return (
            f"fördelningsgrund {row} är {grouped(weight)}: en fördelningsgrund får inte "
            "vara mindre än noll"
        )

    def no_weight(self) -> str:
        return "summan av fördelningsgrunderna är noll: det finns inget att fördela efter"

    def limits_not_one_a_weight(self) -> str:
        return "ange en gräns för varje fördelningsgrund, eller inga gränser alls"

    def limit_no_integer(self, row: int) -> str:
        return f"fördelningsgrund {row}: gränserna måste vara heltal, noll eller mer"

    def least_above_most(self, row: int, least: int, over: int) -> str:
        return (
            f"fördelningsgrund {row}: den undre gränsen, {grouped(least)}, är "
            f"{grouped(over)} högre än den övre"
        )

    def house_below_least(self, house: int, least: int) -> str:
        return f"{_too_small(house, least)}: de undre gränserna är tillsammans {grouped(least)}"

    def house_above_most(self, house: int, most: int) -> str:
        return (
            f"antalet enheter att fördela, {grouped(house)}, är {grouped(house - most)} för stort: "
            f"de övre gränserna är tillsammans {grouped(most)}"
        )

    def house_below_firsts(self, house: int, needed: int, count: int) -> str:
        return (
            f"{_too_small(house, needed)}: metoden ger minst en enhet för varje fördelningsgrund "
            f"som är större än noll, och de är {grouped(count)}"
        )

    def units_too_different(self) -> str:
        return (
            "år med så olika avrundningsenheter kan inte avrundas tillsammans: ange en enhet som "
            "gäller för alla åren"
        )

    def no_method_but_near(self, name: str, near: Sequence[str]) -> str:
        return f"ingen metod heter {quoted(name)}; menar du {listed(near, 'eller')}?"

    def no_method(self, name: str, choices: Sequence[str]) -> str:
        return f"ingen metod heter {quoted(name)}; det finns {listed(choices)}"


def _too_small(house: int, needed: int) -> str:
    return f"antalet enheter att fördela, {grouped(house)}, är {grouped(needed - house)} för litet"
