"""What the documents of allocations share: how shares, margins and ties stand in them."""

from collections.abc import Callable, Iterable

from allokera.apportionment import Method
from allokera.apportionment.margin import Margin
from allokera.kronor.currency import KRONA, Currency
from allokera.kronor.wording import ratio
from allokera.model import Recipient
from allokera.render.documents.fields import recipient_fields
from allokera.render.language import word
from allokera.render.view import Json, Plain
from allokera.sharing.allocation import Allocation
from allokera.sharing.fragility import Fragile
from allokera.sharing.problem import Problem
from allokera.terms.shares import Shares


def shares_fields(shares: Shares) -> dict[str, Json]:
    """Say how the shares came about."""
    below: list[Json] = [
        recipient_fields(recipient) | {"share": ratio(share), "threshold": ratio(least)}
        for recipient, share, least in shares.below
    ]
    return {
        "reading": shares.reading,
        "basis": shares.basis,
        "reason": word(shares.reason),
        "times": shares.times,
        **({"below": below} if below else {}),
    }


def terms_of_rows(problem: Problem) -> Callable[[Recipient], dict[str, Plain]]:
    """Say of each where it stands in a lot, and whether it is below a threshold."""
    lot = {recipient: place for place, recipient in enumerate(problem.lot, start=1)}
    below = {recipient for recipient, *_ in problem.shares.below}

    def terms(recipient: Recipient) -> dict[str, Plain]:
        drawn: dict[str, Plain] = {"lot": lot.get(recipient)} if lot else {}
        return drawn | ({"below": recipient in below} if below else {})

    return terms


def terms_fields(problem: Problem) -> dict[str, Json]:
    """Say what amounts are in, and which order was drawn, where that is not as usual."""
    lot: list[Json] = [recipient_fields(each) for each in problem.lot]
    return {
        **currency_fields(problem.currency),
        **({"lot": lot} if lot else {}),
    }


def currency_fields(currency: Currency | None) -> dict[str, Plain]:
    """Say what amounts are in, where that is no kronor."""
    return {} if currency == KRONA else {"currency": currency and currency.code}


def fragile_fields(fragile: Iterable[Fragile]) -> list[Json]:
    """Say which amounts turn on less than is known."""
    return [
        {
            **recipient_fields(each.recipient),
            "figure": each.figure,
            "change": each.change,
            "amount": each.amount,
            "precision": each.precision,
        }
        for each in fragile
    ]


def ties_fields(allocation: Allocation) -> list[Json]:
    """Say who had equal claims, and to how many units."""
    recipients = allocation.problem.recipients
    return [
        {
            "contenders": [recipient_fields(recipients[row]) for row in tie.contenders],
            "places": tie.places,
        }
        for tie in allocation.ties
    ]


def margin_fields(margin: Margin, method: Method) -> dict[str, Json]:
    """Say which divisors, or splits of remainders, give an answer."""
    by_divisor = method.signposts is not None
    return {
        "of": "divisors" if by_divisor else "remainders",
        "squared": margin.squared,
        "least": None if margin.least is None else ratio(margin.least),
        "most": None if margin.most is None else ratio(margin.most),
        "simplest": ratio(margin.simplest) if by_divisor and margin.simplest else None,
    }
