"""What help says of commands and options."""

from typing import Protocol


class HelpWords(Protocol):
    """What help says of commands and options."""
