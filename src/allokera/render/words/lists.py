"""What stands on pages of years, methods and checks."""

from typing import Protocol


class ListsWords(Protocol):
    """What stands on pages of years, methods and checks."""
