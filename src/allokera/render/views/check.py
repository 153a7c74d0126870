"""What a kind of finding means."""

import inspect
from typing import NamedTuple

from allokera.audit.checks import code_of
from allokera.audit.outcome import Check
from allokera.render.documents.fields import head
from allokera.render.page import Page, Title, line
from allokera.render.view import Json, Plain, Records, records


class CheckView(NamedTuple):
    """One check, in words."""

    check: Check

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/check/1`."""
        return head("check", 1) | self._record()

    def records(self) -> Records:
        """Say it in one line."""
        return records([self._record()])

    def page(self) -> Page:
        """Show the code, and what its findings mean."""
        paragraphs = self._meaning().split("\n\n")
        title = Title(f"{code_of(self.check)}: {self._summary()}")
        return title, *(line(paragraph) for paragraph in paragraphs)

    def _record(self) -> dict[str, Plain]:
        return {
            "code": code_of(self.check),
            "summary": self._summary(),
            "meaning": self._meaning(),
        }

    def _summary(self) -> str:
        """Take the words that the check's module stands under."""
        module = inspect.getdoc(inspect.getmodule(self.check)) or ""
        return module.partition(": ")[2].replace("\n", " ").rstrip(".")

    def _meaning(self) -> str:
        """Take the check's own documentation, a line a paragraph."""
        paragraphs = (inspect.getdoc(self.check) or "").split("\n\n")
        return "\n\n".join(paragraph.replace("\n", " ") for paragraph in paragraphs)
