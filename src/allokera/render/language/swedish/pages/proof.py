"""What proves an answer, in Swedish: divisors, or a split of remainders, that give it."""


class Proof:
    """What divisors, or remainders, give an answer."""

    none_rounded_up = "ingen rest avrundas uppåt"

    def divisor(self, divisor: str) -> str:
        return f"bara divisorn {divisor}"

    def divisors(self, least: str, most: str, simplest: str) -> str:
        low, high = f" från {least}" if least else "", f" till {most}" if most else ""
        among = f", till exempel {simplest}," if simplest else ""
        return f"varje divisor{low}{high}{among}"

    def divisor_gives(self, divisors: str, *, due: bool) -> str:
        return f"{divisors} ger {'det som de har rätt till' if due else 'dessa belopp'}"

    def some_rounded_up(self, remainder: str) -> str:
        return f"av resterna på {remainder} avrundas några uppåt"

    def rounded_apart(self, down: str, up: str) -> str:
        return f"rester till och med {down} avrundas nedåt, från {up} uppåt"
