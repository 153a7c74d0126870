"""What a kind of finding means."""

import inspect
from typing import NamedTuple

from allokera.audit.checks import code_of
from allokera.audit.outcome import Check
from allokera.render.document import head
from allokera.render.formats import Json, Records, records
from allokera.render.page import Page, Title, line


class CheckView(NamedTuple):
    """One check, in words."""

    check: Check

    def document(self) -> dict[str, Json]:
        """Say everything, as `allokera/check/1`."""
        return head("check", 1) | {"code": code_of(self.check), "text": "\n\n".join(self._text())}

    def records(self) -> Records:
        """Say it in one line."""
        return records([{"code": code_of(self.check), "text": " ".join(self._text())}])

    def page(self) -> Page:
        """Show the code, and what its findings mean."""
        return Title(code_of(self.check)), *(line(paragraph) for paragraph in self._text())

    def _text(self) -> list[str]:
        """Take the check's own documentation apart, a paragraph each."""
        module = inspect.getdoc(inspect.getmodule(self.check)) or ""
        subject = module.partition(": ")[2].replace("\n", " ")
        paragraphs = (inspect.getdoc(self.check) or "").split("\n\n")
        return [
            subject[:1].upper() + subject[1:],
            *(paragraph.replace("\n", " ") for paragraph in paragraphs),
        ]
