"""How amounts are written in English."""

from allokera.kronor.amount import Amount
from allokera.kronor.currency import Currency
from allokera.kronor.wording import grouped, signed


def amount(number: Amount, currency: Currency | None) -> str:
    """Write an amount, with what it is in where that is money."""
    return f"{grouped(number)} {currency.word}" if currency else grouped(number)


def signed_amount(number: Amount, currency: Currency | None) -> str:
    """Write a difference with its sign, and what it is in where that is money."""
    return f"{signed(number)} {currency.word}" if currency else signed(number)


def counted(count: int, one: str) -> str:
    """Write how many there are: `1 cell`, `2 cells`."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"
