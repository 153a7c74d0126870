"""What became of a table's findings when it was published again."""

from typing import NamedTuple


class Noted(NamedTuple):
    """A finding in short: its kind, how much it weighs, and where; "" for no place."""

    code: str
    severity: str
    recipient: str
    column: str


class Changed(NamedTuple):
    """A cell that says something else than before, and that no finding was about."""

    recipient: str
    column: str
    before: str
    after: str


class Republication(NamedTuple):
    """What became of findings.

    Attributes:
        file: the table as it was before.
        mended: findings of that which are none any more.
        standing: findings of both.
        came: findings that it had not.
        changed: cells without a finding in either that say something else.
    """

    file: str
    mended: tuple[Noted, ...]
    standing: tuple[Noted, ...]
    came: tuple[Noted, ...]
    changed: tuple[Changed, ...]
