"""What every answer can be shown as."""

from typing import Protocol

from allokera.render.formats import Json, Records
from allokera.render.page import Page


class View(Protocol):
    """An answer, ready to be shown: each subject of this package has one."""

    def document(self) -> dict[str, Json]:
        """Make what JSON says: everything."""

    def records(self) -> Records:
        """Make what CSV says: the rows, as plain numbers."""

    def page(self) -> Page:
        """Make what a person sees."""
