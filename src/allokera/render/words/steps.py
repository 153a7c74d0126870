"""What stands on pages that explain one recipient."""

from typing import Protocol


class StepsWords(Protocol):
    """What stands on pages that explain one recipient."""
