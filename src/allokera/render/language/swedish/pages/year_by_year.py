"""One recipient over several years, in Swedish."""

from allokera.sharing.allocation import Side


class YearByYear:
    """What stands beside years, and below them."""

    year = "År"
    due_by = "Ikapp\når"
    later = "senare"
    drift_is = (
        "Avvikelsen är hur mycket större det ackumulerade beloppet är än den ackumulerade "
        "exakta andelen. ”Ikapp år” är det år då andelen har nått upp till beloppet."
    )
    unused_counts = "Det som inte söktes räknas som utbetalt i det ackumulerade beloppet."
    rounded_together = (
        "Åren är avrundade tillsammans: det som ett år ger, sökt eller inte, är årets exakta "
        "andel avrundad nedåt eller uppåt, och det ackumulerade beloppet avviker mindre än en "
        "enhet från den ackumulerade exakta andelen. De enheter som blir över ett år går till "
        "dem som snarast måste få en."
    )
    rounded_alone = (
        "Varje år är avrundat för sig. Ange ett år för att se uträkningen, eller --carry för "
        "att avrunda åren tillsammans."
    )

    def quota_heading(self, currency: str) -> str:
        return f"Exakt\nandel, {currency}"

    def amount_heading(self, currency: str) -> str:
        return f"Belopp,\n{currency}"

    def unused_heading(self, currency: str) -> str:
        return f"Inte sökt,\n{currency}"

    def running_quota(self, currency: str) -> str:
        return f"Ackumulerad\nandel, {currency}"

    def running_total(self, currency: str) -> str:
        return f"Ackumulerat\nbelopp, {currency}"

    def drift(self, currency: str) -> str:
        return f"Avvikelse,\n{currency}"

    def bound_in(self, years: str, side: Side, amount: str) -> str:
        return f"{years}: en gräns avgör, {'minst' if side is Side.MINIMUM else 'högst'} {amount}."
