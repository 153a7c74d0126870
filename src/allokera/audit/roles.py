"""What every row of a printed table is: a recipient, the same recipient again, or a sum."""

import unicodedata
from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from allokera.audit.sheet import Sheet
from allokera.model import Recipient
from allokera.names import Match, is_called_a_part, is_called_a_sum

_FEWEST = 4
_COUNTY = 2
"""Digits in the code of a county; that of a municipality has four."""


class Role(StrEnum):
    """What a row is.

    Attributes:
        RECIPIENT: somebody who is due a share.
        REPEATED: somebody who has a row above.
        TOTAL: the sum of the other rows.
        PART: a part of another row, by its name.
    """

    RECIPIENT = "recipient"
    REPEATED = "repeated"
    TOTAL = "total"
    PART = "part"


def read_roles(
    recipients: Sequence[Recipient],
    matches: Sequence[Match | None],
    base: Sheet,
    others: Sequence[Sheet],
) -> tuple[Role, ...]:
    """Say what every row is; only recipients count in sums and shares.

    A sum is known by its name, or because it is what all other rows come to: exactly in the base
    column, and within the rounding of the rows in most others.
    """
    weights = _Column(base.amounts, base.read, 0)
    columns = [_Column(each.amounts, each.read, len(matches) * each.unit) for each in others]
    counties = _are_subtotals(matches)
    seen: set[object] = set()
    roles = []
    for row, (recipient, match) in enumerate(zip(recipients, matches, strict=True)):
        if match is None and is_called_a_part(recipient.name):
            roles.append(Role.PART)
            continue
        who = identity(recipient, match)
        is_county = match is not None and len(match.recipient.code) == _COUNTY
        is_sum = match is None and (
            is_called_a_sum(recipient.name) or _is_the_sum(row, weights, columns)
        )
        if is_sum or (counties and is_county):
            roles.append(Role.TOTAL)
            continue
        roles.append(Role.REPEATED if who in seen else Role.RECIPIENT)
        seen.add(who)
    return tuple(roles)


def identity(recipient: Recipient, match: Match | None) -> object:
    """Say who a row means, so that two rows of the same can be told: Habo and Håbo are two."""
    if match is not None:
        return match.recipient
    name = " ".join(unicodedata.normalize("NFC", recipient.name).casefold().split())
    return recipient.code, name


def _are_subtotals(matches: Sequence[Match | None]) -> bool:
    """Whether counties stand among municipalities, and so are the sums of theirs."""
    lengths = [len(match.recipient.code) for match in matches if match is not None]
    return 2 * lengths.count(_COUNTY) < len(lengths)


class _Column(NamedTuple):
    """A column's amounts, what they come to, and how far that may be off."""

    amounts: Sequence[int | None]
    total: int
    slack: int

    def comes_to_the_rest(self, row: int) -> bool:
        amount = self.amounts[row]
        return bool(amount) and amount is not None and abs(self.total - 2 * amount) <= self.slack


def _is_the_sum(row: int, base: _Column, others: Sequence[_Column]) -> bool:
    if len(base.amounts) <= _FEWEST or not base.comes_to_the_rest(row):
        return False
    agree = sum(column.comes_to_the_rest(row) for column in others)
    return agree * 2 > len(others) or not others
