"""How amounts and years are written in English."""

from collections.abc import Sequence

from allokera.kronor.amount import Amount
from allokera.kronor.currency import Currency
from allokera.kronor.wording import grouped


def amount(number: Amount, currency: Currency | None) -> str:
    """Write an amount, with what it is in where that is money."""
    return f"{grouped(number)} {currency.word}" if currency else grouped(number)


def counted(count: int, one: str) -> str:
    """Write how many there are: `1 cell`, `2 cells`."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"


def spell_years(years: Sequence[int]) -> str:
    """Write ascending years in short: `2018, 2020\u20132027`."""
    spans: list[list[int]] = []
    for year in years:
        if spans and year == spans[-1][-1] + 1:
            spans[-1].append(year)
        else:
            spans.append([year])
    return ", ".join(
        str(span[0]) if len(span) == 1 else f"{span[0]}\u2013{span[-1]}" for span in spans
    )
