"""What stands on pages of an audit."""

from typing import Protocol


class ReportWords(Protocol):
    """What stands on pages of an audit."""
