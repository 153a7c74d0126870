"""What stands in a statement of an audit, in Swedish."""

from collections.abc import Sequence

from allokera.kronor.amount import Amount
from allokera.model import Source, TableInFile
from allokera.render.language.swedish.numbers import counted, grouped, listed, quoted


class Statement:
    """What stands in a statement."""

    statement = "Intyg"
    place_and_date = "Ort och datum"
    name = "Namnförtydligande"
    signature = "Underskrift"
    none_is_wrong = "Granskningen visar inga fel."
    what_an_audit_tells = (
        "En granskning visar om tal motsäger varandra, inte om de tal som stämmer är de som "
        "beslutades."
    )

    def audited(self, table: TableInFile, file: Source, version: str, others: Sequence[str]) -> str:
        number = "Tabellen" if table.tables == 1 else f"Tabell {table.number}"
        which = f"Bladet {quoted(table.sheet)}" if table.sheet else number
        against = f" och prövades mot {listed(others)}" if others else ""
        return (
            f"{which} i {file.file} (SHA-256 {file.sha256}) granskades med allokera "
            f"{version}{against}."
        )

    def held_to_relations(self, numbers: int, covered: int, unread: int) -> str:
        held = (
            f"Av {grouped(numbers)} tal prövades {grouped(covered)} mot samband som framgår av "
            "tabellen"
        )
        if not unread:
            return f"{held}."
        are = "är tryckt så att det" if unread == 1 else "är tryckta så att de"
        return f"{held}; {grouped(unread)} {are} inte går att läsa som ett bestämt tal."

    def wrong(self, count: int, named: Sequence[str]) -> str:
        return f"Granskningen visar {counted(count, 'fel', 'fel')}: {_all(count, named)}."

    def warned_of(self, count: int, named: Sequence[str]) -> str:
        return f"Granskningen ger {counted(count, 'varning', 'varningar')}: {_all(count, named)}."

    def finding_printed(self, printed: str) -> str:
        return f"tryckt {quoted(printed)}"

    def finding_suggested(self, amount: Amount, *, is_proven: bool) -> str:
        return f"{'ska vara' if is_proven else 'ska troligen vara'} {grouped(amount)}"

    def not_held(self, columns: Sequence[str]) -> str:
        return f"Följande prövades inte mot något: {listed(columns)}."


def _all(count: int, named: Sequence[str]) -> str:
    """Name findings; of very many, the first, and how many more there are."""
    more = [f"och {grouped(count - len(named))} till"] if count > len(named) else []
    return "; ".join([*named, *more])
