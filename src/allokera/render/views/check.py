"""The view of one check: what its findings mean, for `verify --explain`."""

from typing import NamedTuple

from allokera.audit.outcome import Check
from allokera.render.documents.fields import head
from allokera.render.language import ENGLISH, Language
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

    def page(self, say: Language) -> Page:
        """Show the code, and what its findings mean."""
        title, *paragraphs = say.lists.check(self.check.code)
        return Title(f"{self.check.code}: {title}"), *map(line, paragraphs)

    def _record(self) -> dict[str, Plain]:
        title, *paragraphs = ENGLISH.lists.check(self.check.code)
        return {
            "code": self.check.code,
            "summary": title,
            "meaning": "\n\n".join(paragraphs),
        }
