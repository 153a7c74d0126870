"""What stands in a statement of an audit that somebody signs."""

from collections.abc import Sequence
from typing import Protocol

from allokera.kronor.amount import Amount
from allokera.model import Source, TableInFile


class StatementWords(Protocol):
    """What stands in a statement."""

    statement: str
    place_and_date: str
    name: str
    signature: str
    none_is_wrong: str
    what_an_audit_tells: str

    def audited(
        self, table: TableInFile, file: Source, version: str, others: Sequence[str]
    ) -> str: ...
    def held_to_relations(self, numbers: int, covered: int, unread: int) -> str: ...
    def wrong(self, count: int, named: Sequence[str]) -> str: ...
    def warned_of(self, count: int, named: Sequence[str]) -> str: ...
    def finding_printed(self, printed: str) -> str: ...
    def finding_suggested(self, amount: Amount, *, is_proven: bool) -> str: ...
    def not_held(self, columns: Sequence[str]) -> str: ...
