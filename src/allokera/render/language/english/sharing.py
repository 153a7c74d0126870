"""What is said of scenarios, problems and plans, in English."""

from collections.abc import Sequence
from fractions import Fraction

from allokera.kronor.amount import Amount, size
from allokera.kronor.currency import Currency
from allokera.kronor.wording import grouped, listed, percent, spelled, telling_places
from allokera.render.language.english.numbers import amount as money
from allokera.sharing.messages import SharingMessages


class Sharing(SharingMessages):
    """Why a request cannot be answered, and what is not shared out."""

    def as_requested(self) -> str:
        return "as requested"

    def nothing_deducted(self) -> str:
        return "nothing is deducted from a total"

    def nothing_asked(self) -> str:
        return "what is to be shared out? Give --year 2020, or --total AMOUNT"

    def year_or_total(self) -> str:
        return "give a year or a total, one of them"

    def not_both(self, one: str, other: str) -> str:
        return f"{one} and {other} cannot both be had: give one of them"

    def nobody_applied(self) -> str:
        return "nobody applied for less; say who did, as by --applied KOMMUN=AMOUNT"

    def nothing_to_carry(self) -> str:
        return "it is years that are carried; give some"

    def one_year_carried(self) -> str:
        return "one year is not carried; give several"

    def method_cannot_carry(self, method: str, able: str) -> str:
        return f"years are carried by their quotas, as {able} rounds: {method} has none"

    def left_out(self, name: str) -> str:
        return f"{name} is left out"

    def nobody_figured(self, name: str) -> str:
        return f"{name} has no figures: whoever is added by the key stands in its files, or SCB's"

    def kronor_in_currency(self, text: str, code: str) -> str:
        return f"{text!r} is in kronor, and --currency says {code}"

    def least_below_threshold(self, name: str, share: Fraction, least: Fraction) -> str:
        places = telling_places((100 * share, 100 * least), 4)
        return (
            f"{name} is below the threshold of {spelled(100 * least)} %, with "
            f"{percent(share, places)} of all, and gets nothing: it has no least"
        )

    def repayment_administered(self, envelope: Amount, currency: Currency | None) -> str:
        return (
            f"{money(size(envelope), currency)} are paid back: nothing is kept of that for "
            "administration; --gross says so"
        )

    def parts_of_no_unit(self, amount: Amount, unit: Amount, currency: Currency | None) -> str:
        return (
            f"{money(amount, currency)} is in parts of one, and the unit is "
            f"{money(unit, currency)}: give a smaller unit, such as --unit 0,01"
        )

    def negative_administration(self, amount: Amount) -> str:
        return f"administration of {grouped(amount)}: it must be zero or more"

    def administration_above_envelope(
        self, administration: Amount, envelope: Amount, currency: Currency | None
    ) -> str:
        return (
            f"administration of {money(administration, currency)} is more than the envelope of "
            f"{money(envelope, currency)}"
        )

    def no_unit(self, unit: Amount) -> str:
        return f"the unit is {grouped(unit)}: it must be more than nothing"

    def grant_has_currency(self, code: str) -> str:
        return f"the grant says its currency itself: {code}; only weights of your own have another"

    def drawn_twice(self, name: str) -> str:
        return f"{name} was drawn twice"

    def no_key(self) -> str:
        return "the grant states no key: its table file may, under key"

    def key_takes_no_weight(self, name: str) -> str:
        return f"the key makes the weight of {name}: write the name alone"

    def recipient_already(self, name: str) -> str:
        return f"{name} is one of the recipients already"

    def added_twice(self, name: str) -> str:
        return f"{name} is added twice"

    def added_and_left_out(self, name: str) -> str:
        return f"{name} is added, and left out"

    def needs_weight(self, name: str) -> str:
        return f"the others keep their shares, so {name} needs a weight: write {name}=WEIGHT"

    def needs_base_amount(self, name: str) -> str:
        return (
            f"the others keep their shares, so {name} needs a weight: write {name}=AMOUNT, what it "
            "would have in the base column; or make all shares anew by --key"
        )

    def weight_of_nobody(self) -> str:
        return "whose weight is it? Write NAME=WEIGHT"

    def not_in_a_county(self, names: Sequence[str]) -> str:
        return f"SCB has no county for {listed(names, 'or')}: only municipalities are in one"

    def two_answers_needed(self) -> str:
        return "two answers at least are compared: scenario files, published, or --method twice"

    def several_currencies(self, codes: Sequence[str]) -> str:
        what = listed([code or "units that are counted" for code in codes])
        return f"{what} cannot be compared"

    def nobody_in_common(self, one: str, other: str) -> str:
        return f"{one} and {other} have no recipient in common"

    def published_needs_years(self) -> str:
        return "amounts were published for years: give --year to compare with them"

    def nothing_published(self, year: int) -> str:
        return f"nothing was published for {year}"
