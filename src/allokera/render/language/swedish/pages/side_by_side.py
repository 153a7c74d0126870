"""Years, and answers, side by side, in Swedish."""

from fractions import Fraction

from allokera.render.language.swedish.numbers import decimal, grouped

_ANSWERS = {"published": "publicerat", "computed": "beräknat"}


class SideBySide:
    """What is said of several years, and of answers that are compared."""

    def drift(self, name: str, amount: str, year: int | None, units: Fraction, unit: str) -> str:
        side = "mer" if units >= 0 else "mindre"
        return (
            f"{name} har efter {year} fått {amount} {side} än sina exakta andelar, "
            f"{decimal(abs(units), 2)} enheter om {unit}"
        )

    def rounded_together(self, drift: str, *, unused: bool) -> str:
        given = ", om det som inte söktes räknas som utbetalt" if unused else ""
        return (
            "Åren är avrundade tillsammans: ingen avviker en hel enhet från sin exakta "
            f"andel{given}. Som mest gäller: {drift}."
        )

    def rounded_year_by_year(self, drift: str) -> str:
        return (
            "Varje år är avrundat för sig, och avvikelserna läggs ihop år för år. Som mest gäller: "
            f"{drift}. Med --carry håller sig alla inom en enhet."
        )

    def answer(self, name: str) -> str:
        if name in _ANSWERS:
            return _ANSWERS[name]
        scenario, by, method = name.partition(" by ")
        return f"{_ANSWERS.get(scenario, scenario)} enligt {method}" if by else name

    def against(self, others: str, first: str) -> str:
        return f"{others} jämfört med {first}"

    def all_the_same(self, count: int) -> str:
        return f"oförändrat, alla {grouped(count)} belopp är desamma"

    def cannot_be_read(self, count: int) -> str:
        return f"{grouped(count)} går inte att läsa"

    def amounts_unread(self, count: int) -> str:
        return f"{grouped(count)} belopp går inte att läsa"

    def years_are_compared(self, other: str, first: str) -> str:
        return f"men det är {other} och {first} som jämförs"

    def as_printed(self, years: str) -> str:
        return f"{years} som det står tryckt"

    def in_all(self, total: str) -> str:
        return f"sammanlagt {total}"
