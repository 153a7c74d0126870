"""`order-broken`: a row that stands where the table's order does not put it."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Inapplicable, Outcome
from allokera.audit.report.report import Finding, Severity
from allokera.errors import message
from allokera.names import alphabetical, by_letters

_FEWEST = 6
_MOST = 6
"""At most one row in so many can be out of an order for the table to be in it."""


def order_broken(case: Case) -> Iterator[Outcome]:
    """Find rows out of order, in a table that is otherwise ordered by code or by name."""
    if len(case.counted) < _FEWEST:
        yield Inapplicable(message(AuditMessages.too_few_for_order, fewest=_FEWEST))
        return
    names = [case.recipients[row].name for row in case.counted]
    known = case.codes
    codes = [known[row] for row in case.counted]
    orders = [
        (AuditMessages.out_of_order_by_name, _out_of_order([*map(key, names)]))
        for key in (alphabetical, by_letters)
    ]
    if all(codes):
        orders.insert(0, (AuditMessages.out_of_order_by_code, _out_of_order(codes)))
    form, places = min(orders, key=lambda each: len(each[1]))
    if _MOST * len(places) > len(case.counted):
        yield Inapplicable(message(AuditMessages.no_order))
        return
    for place in places:
        recipient = case.recipients[case.counted[place]]
        yield Finding(
            code="order-broken",
            severity=Severity.NOTE,
            message=message(form, name=recipient.name),
            remedy=message(AuditMessages.move_or_rename),
            recipient=recipient,
        )


def _out_of_order(keys: Sequence[object]) -> list[int]:
    """List the fewest places that must go for the keys to ascend (patience sorting)."""
    ranks = {key: rank for rank, key in enumerate(sorted(set(keys)))}  # type: ignore[type-var]
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, key in enumerate(keys):
        at = bisect_right(tails, ranks[key])
        tails[at : at + 1] = [ranks[key]]
        ends[at : at + 1] = [place]
        before.append(ends[at - 1] if at else -1)
    kept, place = set(), ends[-1]
    while place >= 0:
        kept.add(place)
        place = before[place]
    return [place for place in range(len(keys)) if place not in kept]
