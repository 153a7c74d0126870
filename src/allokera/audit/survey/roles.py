"""What every row of a printed table is: a recipient, the same recipient again, or a sum."""

import unicodedata
from collections.abc import Collection, Mapping, Sequence
from enum import Enum, auto

from allokera.model import Recipient
from allokera.names import Match, is_called_a_part
from allokera.relations.evidence.priors import ONLY_SUM

_COUNTY = 2
"""Digits in the code of a county; that of a municipality has four."""


NO_PARTS: Mapping[int, int] = {}


class Role(Enum):
    """What a row is.

    Attributes:
        RECIPIENT: somebody who is due a share.
        REPEATED: somebody who has a row above.
        TOTAL: the sum of the other rows.
        PART: a part of another row, by its name.
    """

    RECIPIENT = auto()
    REPEATED = auto()
    TOTAL = auto()
    PART = auto()


def read_roles(
    recipients: Sequence[Recipient],
    matches: Sequence[Match | None],
    sums: Collection[int],
    part_of: Mapping[int, int] = NO_PARTS,
) -> tuple[Role, ...]:
    """Say what every row is; only recipients count in sums and shares.

    Args:
        sums: the rows that are the sums of others by their numbers; others are so by their names.
        part_of: the sum row that a row is a part of. One name may stand below each of several sums,
            if no list knows it.
    """
    counties = _are_subtotals(matches)
    seen: set[object] = set()
    roles = []
    for row, (recipient, match) in enumerate(zip(recipients, matches, strict=True)):
        if match is None and is_called_a_part(recipient.name):
            roles.append(Role.PART)
            continue
        who = identity(recipient, match, part_of.get(row))
        is_county = match is not None and len(match.recipient.code) == _COUNTY
        is_sum = row in sums or (match is None and ONLY_SUM.fullmatch(recipient.name) is not None)
        if is_sum or (counties and is_county):
            roles.append(Role.TOTAL)
            continue
        roles.append(Role.REPEATED if who in seen else Role.RECIPIENT)
        seen.add(who)
    return tuple(roles)


def identity(recipient: Recipient, match: Match | None, part_of: int | None = None) -> object:
    """Say who a row means, so that two rows of the same can be told: Habo and Håbo are two.

    Args:
        part_of: the sum row that it is a part of.
    """
    if match is not None:
        return match.recipient
    name = tuple(unicodedata.normalize("NFC", recipient.name).casefold().split())
    return recipient.code, name, part_of


def _are_subtotals(matches: Sequence[Match | None]) -> bool:
    """Whether counties stand among municipalities, and so are the sums of theirs."""
    lengths = [len(match.recipient.code) for match in matches if match is not None]
    return 2 * lengths.count(_COUNTY) < len(lengths)
