"""Files that somebody else wrote: a table to audit, weights for it, a list of who may be in it."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import BinaryIO

from allokera.errors import SourceError
from allokera.model import Population, Recipient
from allokera.source.choices import NOTHING_CHOSEN, Choices
from allokera.source.files.encoding import decode
from allokera.source.files.read import MOST_BYTES, read_bytes
from allokera.source.messages import SourceMessages
from allokera.source.table import Table, read_table
from allokera.source.table.choosing import Coherence
from allokera.terms.request import POPULATION, STDIN

_ADDRESS = re.compile(r"(?:https?|ftp)://", re.IGNORECASE)
_ENTRY = re.compile(r"(?:(?P<code>[0-9]{2,4})[\s,;]+)?(?P<name>[^,;\t]*[^,;\t\s])[\s,;]*")


def load_table(
    file: str,
    stdin: BinaryIO | None,
    known: Sequence[Recipient],
    choices: Choices = NOTHING_CHOSEN,
    *,
    is_bare_enough: bool = False,
    coherence: Coherence | None = None,
    most: int | None = None,
) -> Table:
    """Read a table that was published, from a file or from standard input.

    Args:
        file: its path; `-` is standard input.
        known: recipients that its rows may name.
        choices: what a person chooses of it.
        coherence: says how well the columns of a grid fit each other.
        is_bare_enough: whether numbers will do where no row names anybody.
        most: bytes that the file may have; None for what any table may have.

    Raises:
        SourceError: it cannot be read, or there is no table in it.
    """
    return read_table(
        file,
        _content(file, stdin, most),
        known,
        choices,
        is_bare_enough=is_bare_enough,
        coherence=coherence,
        most=most,
    )


def load_weights(
    file: str, stdin: BinaryIO | None, population: Population
) -> tuple[str, tuple[tuple[Recipient, str], ...]]:
    """Read weights: a table's first column of amounts, or else of numbers, by recipient.

    Args:
        file: a path, `-`, or `population`.

    Returns:
        What the weights are called, and every recipient's, as printed.
    """
    if file == POPULATION:
        cells = ((each, str(population.inhabitants[each.code])) for each in population.everybody)
        return f"inhabitants {population.date}", tuple(cells)
    table = load_table(file, stdin, population.everybody)
    name = table.amounts[0] if table.amounts else table.columns[0].name
    column = next(column for column in table.columns if column.name == name)
    return column.name, tuple(zip(table.recipients, column.cells, strict=True))


def load_names(path: Path) -> tuple[Recipient, ...]:
    """Read a list of recipients: a name a line, or a code and a name.

    Raises:
        SourceError: it cannot be read, or no line has a name.
    """
    text = decode(str(path), _content(str(path), None)).text
    entries = (_ENTRY.fullmatch(line.strip()) for line in text.splitlines())
    names = tuple(
        Recipient(code=entry["code"] or "", name=entry["name"]) for entry in entries if entry
    )
    if not names:
        raise SourceError(SourceMessages.no_names).at(str(path))
    return names


def _content(file: str, stdin: BinaryIO | None, most: int | None = None) -> bytes:
    """Read a file whole, or as much of it as shows that it is too large."""
    if file == STDIN and stdin is not None:
        return stdin.read((most or MOST_BYTES) + 1)
    if _ADDRESS.match(file):
        raise SourceError(SourceMessages.address_given).at(file)
    return read_bytes(Path(file), most)
