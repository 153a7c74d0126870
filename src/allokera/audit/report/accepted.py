"""Findings that somebody has accepted, with the reason: they stand, and count no more."""

from typing import NamedTuple


class Accepted(NamedTuple):
    """A finding that somebody has accepted.

    Attributes:
        code: its kind.
        recipient: the name or the code of whose row it is about; "" where it is about no row.
        column: its column's name; "" where it is about none.
        reason: why it is accepted.
        who: who accepted it.
    """

    code: str
    recipient: str
    column: str
    reason: str
    who: str
