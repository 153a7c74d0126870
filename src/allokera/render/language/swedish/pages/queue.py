"""The queue for units, and what would have changed an amount, in Swedish."""

from allokera.render.language.swedish.numbers import counted


class Queue:
    """Who is served, and what would have changed that."""

    rank = "Plats"
    one_unit = "Enhet"
    claim = "Anspråk"
    is_served = "Får enheten"
    what_would_change = "Det här hade vart för sig ändrat beloppet, enligt nya fördelningar:"
    what_would_change_years = "Det här hade vart för sig ändrat beloppen, enligt nya fördelningar:"
    changed = "Ändring"
    and_then = "Och då"
    amounts_then = "Belopp då"
    without_bound = "utan gränsen"
    applying_for_all = "ansökan om hela beloppet"

    def left_over(self, units: int) -> str:
        left = counted(units, "enhet", "enheter")
        rests = "De går till de största resterna"
        if units == 1:
            rests = "Den går till den största resten"
        return f"När alla mottagare hade fått sina hela enheter blev {left} över. {rests}:"

    def served(self, count: int, *, squared: bool) -> str:
        squared_too = ", allt i kvadrat" if squared else ""
        return (
            "Enheterna delas ut en i taget till den som har störst anspråk; "
            f"{counted(count, 'enhet', 'enheter')} har delats ut. Ett anspråk är "
            f"fördelningsgrunden delad med avrundningsgränsen under enheten{squared_too}:"
        )

    def pools_tried(self, units: str) -> str:
        return f"Upp till {units} enheter mer och mindre att fördela har prövats."

    def weight_change(self, change: str, percent: str) -> str:
        text = f"fördelningsgrund {change}"
        return f"{text} ({percent})" if percent else text

    def house_change(self, change: str) -> str:
        return f"antal enheter {change}"

    def pool_change(self, pool: str, house: str) -> str:
        return f"medel {pool}, antal enheter {house}"

    def pool_of_year(self, year: int | None, change: str) -> str:
        return f"medel för {year} {change}"

    def others_change(self, count: int) -> str:
        return counted(count, "annan får ett annat belopp", "andra får andra belopp")

    def in_year(self, amount: str, year: int | None) -> str:
        return f"{amount} för {year}"
