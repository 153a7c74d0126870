"""What a workbook and a document say besides the page."""

from typing import Protocol


class FilesWords(Protocol):
    """What a workbook and a document say besides the page."""
