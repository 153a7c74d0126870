"""What proves an answer, in English: divisors, or a split of remainders, that give it."""


class Proof:
    """What divisors, or remainders, give an answer."""

    none_rounded_up = "no remainder is rounded up"

    def divisor(self, divisor: str) -> str:
        return f"only the divisor {divisor}"

    def divisors(self, least: str, most: str, simplest: str) -> str:
        low, high = f" from {least}" if least else "", f" to {most}" if most else ""
        among = f", {simplest} among them," if simplest else ""
        return f"every divisor{low}{high}{among}"

    def divisor_gives(self, divisors: str, *, due: bool) -> str:
        return f"{divisors} gives {'what is due' if due else 'these amounts'}"

    def some_rounded_up(self, remainder: str) -> str:
        return f"of the remainders of {remainder}, some are rounded up"

    def rounded_apart(self, down: str, up: str) -> str:
        return f"remainders of up to {down} are rounded down, from {up} on up"
