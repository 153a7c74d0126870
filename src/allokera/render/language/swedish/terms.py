"""What is said of shares, bounds, years and requests, in Swedish."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.errors import Text
from allokera.kronor.amount import Amount
from allokera.kronor.currency import Currency
from allokera.kronor.wording import spell_years
from allokera.model import Recipient
from allokera.render.language.swedish.numbers import (
    NBSP,
    amount,
    day,
    grouped,
    listed,
    quoted,
    ratio,
    spelled,
)
from allokera.terms.messages import TermsMessages


class Terms(TermsMessages):
    """Why terms cannot be used, and what shares are made of."""

    def no_years(self, text: str) -> str:
        return f"{quoted(text)} är inget år: skriv 2020, 2018-2027, 2019,2021 eller all"

    def no_budget(self, year: int, choices: Sequence[int]) -> str:
        known = f", bara för {spell_years(choices)}" if choices else ": inget år har någon ram"
        return f"det finns ingen ram för {year}{known}"

    def no_option(self, name: str, choices: Sequence[str]) -> str:
        return f"ingen flagga heter {quoted(name)}; det finns {listed(choices)}"

    def weight_unread(self, recipient: str, text: str, column: str) -> str:
        return (
            f"{recipient}: fördelningsgrunden {quoted(text)} i kolumnen {column} är inget belopp; "
            "`allokera verify` visar vad den kan vara"
        )

    def nobody_left(self) -> str:
        return "det finns ingen kvar att fördela till"

    def all_below(self) -> str:
        return "allas andelar ligger under tröskeln: det finns ingen kvar att fördela till"

    def key_without_figure(self, names: Sequence[str], column: Text) -> str:
        return (
            f"{column}: uppgift saknas för {listed(names, 'eller')}, och fördelningsnyckeln kräver "
            "uppgifter om alla mottagare"
        )

    def key_of_zeros(self, part: Text) -> str:
        return f"det finns inget att fördela efter, eftersom alla mottagare har noll: {part}"

    def as_requested(self) -> str:
        return "enligt begäran"

    def printed_shares(self, column: str) -> str:
        return f"de belopp som är tryckta för {column}, vart och ett delat med summan av dem"

    def scaled_shares(
        self,
        without: Sequence[str],
        added: Sequence[str],
        strangers: Sequence[str],
        shares: Text,
    ) -> str:
        changes = [
            f"{how} {listed(names)}" for how, names in (("utan", without), ("med", added)) if names
        ]
        new = f" ({_strangers(strangers)})" if strangers else ""
        return f"övriga behåller sina inbördes andelar, {listed(changes)}{new}: {shares}"

    def key_shares(self, parts: Sequence[Text]) -> str:
        return ", ".join(map(str, parts))

    def key_part(self, share: Fraction, by: Sequence[Text]) -> str:
        how = f"efter {' + '.join(map(str, by))}" if by else "i lika delar"
        return f"{_part(share)} {how}"

    def counted(
        self, column: Text, factor: Fraction, floor: Fraction | None, cap: Fraction | None
    ) -> str:
        times = "" if factor == 1 else f"{spelled(factor)} \u00d7 "
        bounds = [
            f"{side} {spelled(bound)}"
            for side, bound in (("minst", floor), ("högst", cap))
            if bound is not None
        ]
        return f"{times}{column}{f' ({listed(bounds)})' if bounds else ''}"

    def inhabitants_on(self, date: str) -> str:
        return f"invånare {day(date)} (SCB)"

    def two_bounds_for_all(self) -> str:
        return "två belopp är angivna för alla"

    def two_bounds(self, name: str) -> str:
        return f"två belopp är angivna för {name}"

    def none_of_recipients(self, name: str) -> str:
        return f"{name} finns inte bland mottagarna"

    def least_above_most(
        self, name: str, least: Amount, most: Amount, currency: Currency | None
    ) -> str:
        over = amount(least - most, currency)
        both = _both(name, least, most, currency)
        return f"{both} går inte att förena: det lägsta beloppet är {over} för högt"

    def nothing_between(
        self, name: str, least: Amount, most: Amount, unit: Amount, currency: Currency | None
    ) -> str:
        step = amount(unit, currency)
        return f"{_both(name, least, most, currency)}: ingen multipel av {step} ligger däremellan"

    def least_of_all_too_much(
        self, units: int, house: int, unit: Amount, year: int | None, currency: Currency | None
    ) -> str:
        return _misfit("lägsta", "mer", (units, house, unit), year, currency)

    def most_of_all_too_little(
        self, units: int, house: int, unit: Amount, year: int | None, currency: Currency | None
    ) -> str:
        return _misfit("högsta", "mindre", (units, house, unit), year, currency)

    def least_above_application(
        self, recipient: Recipient, least: Amount, applied: Amount, currency: Currency | None
    ) -> str:
        return (
            f"{recipient.name} har sökt {amount(applied, currency)} men ska få minst "
            f"{amount(least, currency)}, alltså {amount(least - applied, currency)} mer; ange ett "
            f"eget lägsta belopp, {recipient.name}={grouped(applied).replace(NBSP, '')}"
        )


def _strangers(names: Sequence[str]) -> str:
    how = "namnet står som det" if len(names) == 1 else "namnen står som de"
    return f"{listed(names)} finns inte i någon lista över mottagare: {how} skrevs"


def _part(share: Fraction) -> str:
    """Write a part of a whole: `hälften`, `35 %`, `1/3`, `allt`."""
    if share in _PARTS:
        return _PARTS[share]
    hundredths = spelled(share * 100)
    return ratio(share) if "/" in hundredths else f"{hundredths}{NBSP}%"


_PARTS = {Fraction(1): "allt", Fraction(1, 2): "hälften"}


def _both(name: str, least: Amount, most: Amount, currency: Currency | None) -> str:
    return f"{name}: minst {amount(least, currency)} och högst {amount(most, currency)}"


def _misfit(
    which: str,
    side: str,
    counts: tuple[int, int, Amount],
    year: int | None,
    currency: Currency | None,
) -> str:
    """Say by how much the bounds of all together miss what there is."""
    units, house, unit = counts
    whole = f" i hela enheter om {amount(unit, currency)}" if unit != 1 else ""
    when = "" if year is None else f" för {year}"
    return (
        f"alla mottagares {which} belopp blir tillsammans {amount(units * unit, currency)}{whole}, "
        f"{amount(abs(units - house) * unit, currency)} {side} än de "
        f"{amount(house * unit, currency)} som ska fördelas{when}"
    )
