"""Who the rows are: the names of a table, held against those who may be in it."""

from collections.abc import Sequence

from allokera.model import Recipient
from allokera.names import Match, register


def match_rows(
    recipients: Sequence[Recipient], eligible: Sequence[Recipient]
) -> tuple[Match | None, ...]:
    """Find for every row whom of the list it means: by name, else by code; None for nobody."""
    known = register(eligible)
    return tuple(map(known.match_row, recipients))
