"""What stands on pages of amounts: one year, several, side by side."""

from typing import Protocol


class AmountsWords(Protocol):
    """What stands on pages of amounts: one year, several, side by side."""
