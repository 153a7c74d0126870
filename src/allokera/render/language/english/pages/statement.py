"""What stands in a statement of an audit, in English."""

from collections.abc import Sequence

from allokera.kronor.amount import Amount
from allokera.kronor.wording import grouped, listed
from allokera.model import Source, TableInFile


class Statement:
    """What stands in a statement."""

    statement = "Statement"
    place_and_date = "Place and date"
    name = "Name"
    signature = "Signature"
    none_is_wrong = "None is called wrong."
    what_an_audit_tells = (
        "An audit tells whether numbers contradict each other, not whether those that agree "
        "are what was decided."
    )

    def audited(self, table: TableInFile, file: Source, version: str, others: Sequence[str]) -> str:
        number = "The table" if table.tables == 1 else f"Table {table.number}"
        which = f"Sheet {table.sheet!r}" if table.sheet else number
        against = f", held against {listed(others)}" if others else ""
        return (
            f"{which} of {file.file} (SHA-256 {file.sha256}) was audited with allokera "
            f"{version}{against}."
        )

    def held_to_relations(self, numbers: int, covered: int, unread: int) -> str:
        were = "was" if covered == 1 else "were"
        held = f"Of its {numbers} numbers {covered} {were} held to relations that the table states"
        if not unread:
            return f"{held}."
        say = "says no one number as it is" if unread == 1 else "say no one number as they are"
        return f"{held}; {unread} {say} printed."

    def wrong(self, count: int, named: Sequence[str]) -> str:
        return _found("wrong", count, named)

    def warned_of(self, count: int, named: Sequence[str]) -> str:
        return _found("warned of", count, named)

    def finding_printed(self, printed: str) -> str:
        return f"printed {printed!r}"

    def finding_suggested(self, amount: Amount, *, is_proven: bool) -> str:
        return f"{'must be' if is_proven else 'is likely'} {grouped(amount)}"

    def not_held(self, columns: Sequence[str]) -> str:
        return f"Not held to anything: {listed(columns)}."


def _found(what: str, count: int, named: Sequence[str]) -> str:
    """Say how many numbers are wrong, or warned of, and name them; of very many, the first."""
    are = "is" if count == 1 else "are"
    more = [f"and {count - len(named)} more"] if count > len(named) else []
    return f"{count} {are} {what}: {'; '.join([*named, *more])}."
