"""What is said of shares, bounds, years and requests, in English."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.errors import Text
from allokera.kronor.amount import Amount
from allokera.kronor.currency import Currency
from allokera.kronor.wording import grouped, listed, ratio, spell_years, spelled
from allokera.model import Recipient
from allokera.render.language.english.numbers import amount
from allokera.terms.messages import TermsMessages


class Terms(TermsMessages):
    """Why terms cannot be used, and what shares are made of."""

    def no_years(self, text: str) -> str:
        return f"{text!r} is no year: write 2020, 2018-2027, 2019,2021 or all"

    def no_budget(self, year: int, choices: Sequence[int]) -> str:
        return f"there is no budget for {year}: known are {spell_years(choices) or 'none'}"

    def no_option(self, name: str, choices: Sequence[str]) -> str:
        return f"no option is called {name!r}; there are {', '.join(choices)}"

    def weight_unread(self, recipient: str, text: str, column: str) -> str:
        return (
            f"{recipient}: the weight {text!r} in column {column} is no amount; `allokera verify` "
            "says what it may be"
        )

    def nobody_left(self) -> str:
        return "nobody is left to share"

    def all_below(self) -> str:
        return "everybody's share is below the threshold: nobody is left to share"

    def key_without_figure(self, names: Sequence[str], column: Text) -> str:
        return f"{column}: no figure for {listed(names, 'or')}, and the key needs everybody's"

    def key_of_zeros(self, part: Text) -> str:
        return f"nobody has anything to share by: {part}"

    def as_requested(self) -> str:
        return "as requested"

    def printed_shares(self, column: str) -> str:
        return f"the amounts printed for {column}, over their sum"

    def scaled_shares(
        self,
        without: Sequence[str],
        added: Sequence[str],
        strangers: Sequence[str],
        shares: Text,
    ) -> str:
        changes = [
            f"{how} {listed(names)}"
            for how, names in (("without", without), ("with", added))
            if names
        ]
        new = f" ({listed(strangers)} as written: in no list of recipients)" if strangers else ""
        return f"the others keep their shares, {listed(changes)}{new}: {shares}"

    def key_shares(self, parts: Sequence[Text]) -> str:
        return ", ".join(map(str, parts))

    def key_part(self, share: Fraction, by: Sequence[Text]) -> str:
        how = f"by {' + '.join(map(str, by))}" if by else "in equal parts"
        return f"{_part(share)} {how}"

    def counted(
        self, column: Text, factor: Fraction, floor: Fraction | None, cap: Fraction | None
    ) -> str:
        times = "" if factor == 1 else f"{spelled(factor)} \u00d7 "
        bounds = [
            f"at {side} {spelled(bound)}"
            for side, bound in (("least", floor), ("most", cap))
            if bound is not None
        ]
        return f"{times}{column}{f' ({listed(bounds)})' if bounds else ''}"

    def inhabitants_on(self, date: str) -> str:
        return f"inhabitants on {date} (SCB)"

    def two_bounds_for_all(self) -> str:
        return "two amounts are given for all"

    def two_bounds(self, name: str) -> str:
        return f"two amounts are given for {name}"

    def none_of_recipients(self, name: str) -> str:
        return f"{name} is none of the recipients"

    def least_above_most(
        self, name: str, least: Amount, most: Amount, currency: Currency | None
    ) -> str:
        over = amount(least - most, currency)
        return f"{_both(name, least, most, currency)} cannot both be had: {over} too much is asked"

    def nothing_between(
        self, name: str, least: Amount, most: Amount, unit: Amount, currency: Currency | None
    ) -> str:
        step = amount(unit, currency)
        return f"{_both(name, least, most, currency)}: no multiple of {step} lies there"

    def least_of_all_too_much(
        self, units: int, house: int, unit: Amount, year: int | None, currency: Currency | None
    ) -> str:
        return _misfit("least", "more", (units, house, unit), year, currency)

    def most_of_all_too_little(
        self, units: int, house: int, unit: Amount, year: int | None, currency: Currency | None
    ) -> str:
        return _misfit("most", "less", (units, house, unit), year, currency)

    def least_above_application(
        self, recipient: Recipient, least: Amount, applied: Amount, currency: Currency | None
    ) -> str:
        return (
            f"{recipient.name} applied for {amount(applied, currency)} and is to get "
            f"{amount(least - applied, currency)} more, at least {amount(least, currency)}; give "
            f"it a least of its own, {recipient.name}={grouped(applied).replace(' ', '')}"
        )


def _part(share: Fraction) -> str:
    """Write a part of a whole: `half`, `35 %`, `1/3`, `all`."""
    if share in _PARTS:
        return _PARTS[share]
    hundredths = spelled(share * 100)
    return ratio(share) if "/" in hundredths else f"{hundredths} %"


_PARTS = {Fraction(1): "all", Fraction(1, 2): "half"}


def _both(name: str, least: Amount, most: Amount, currency: Currency | None) -> str:
    return f"{name}: at least {amount(least, currency)} and at most {amount(most, currency)}"


def _misfit(
    which: str,
    side: str,
    counts: tuple[int, int, Amount],
    year: int | None,
    currency: Currency | None,
) -> str:
    """Say by how much the bounds of all together miss what there is."""
    units, house, unit = counts
    whole = f" in units of {amount(unit, currency)}" if unit != 1 else ""
    when = "" if year is None else f" in {year}"
    return (
        f"the {which} of all together is {amount(units * unit, currency)}{whole}, "
        f"{amount(abs(units - house) * unit, currency)} {side} than the "
        f"{amount(house * unit, currency)} to share out{when}"
    )
