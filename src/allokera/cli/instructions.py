"""Reading what `verify` is told besides the table, and handing over a corrected copy of it."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from allokera.audit.instructions import Instructions, Printed, prepare
from allokera.audit.report import Report
from allokera.audit.verify import verify_table
from allokera.cli.output import write_file
from allokera.errors import AmountError, RequestError
from allokera.kronor.amount import parse_amount, parse_unit
from allokera.model import Recipient
from allokera.source.population import load_population
from allokera.source.published import load_names, load_table, load_weights
from allokera.source.table import Table

_Value = TypeVar("_Value")


def read_instructions(
    *,
    base: str | None,
    columns: str | None,
    units: Sequence[str],
    envelopes: Sequence[str],
    weights: str | None,
    rule: str | None,
    recipients: Path | None,
) -> Instructions:
    """Read the options that settle what the table leaves open.

    Raises:
        RequestError: an option is not of the form `COLUMN=VALUE`.
        AmountError: a value is no amount.
        SourceError: a file cannot be read.
    """
    name: str = ""
    pairs: tuple[tuple[Recipient, str], ...] = ()
    if weights is not None:
        name, pairs = load_weights(weights, sys.stdin.buffer, load_population())
    return Instructions(
        base=base,
        columns=() if columns is None else tuple(part.strip() for part in columns.split(",")),
        units=_pairs("--unit", units, parse_unit),
        envelopes=_pairs("--envelope", envelopes, parse_amount),
        weights=pairs,
        weights_name=name,
        eligible=() if recipients is None else load_names(recipients),
        rule=rule,
    )


def audit_file(file: str, said: Instructions, corrected: Path | None) -> Report:
    """Audit a table from a file, and write a corrected copy of it where one is wanted."""
    population = load_population()
    table = load_table(file, sys.stdin.buffer, population.everybody)
    printed = Printed(
        recipients=table.recipients,
        columns=table.columns,
        amounts=table.amounts,
        asides=table.asides,
        envelopes=table.envelopes,
        decisions=table.decisions,
    )
    columns, brief = prepare(printed, said, population)
    brief = brief._replace(sources=(table.source, *brief.sources))
    report = verify_table(table.recipients, columns, brief)
    if corrected is not None:
        write_corrected(table, report, corrected)
    return report


def write_corrected(table: Table, report: Report, corrected: Path) -> None:
    """Write a copy of a table with every amount that the report suggests.

    Raises:
        RequestError: the copy would take the original's place, or cannot be written.
        SourceError: the copy would not read back as it should.
    """
    original = Path(table.document.file)
    if corrected.exists() and original.exists() and corrected.samefile(original):
        raise RequestError(f"{corrected}: the original is never overwritten: name another file")
    if original.suffix and corrected.suffix.lower() != original.suffix.lower():
        raise RequestError(
            f"{corrected}: a corrected copy is in the table's own format: name it "
            f"*{original.suffix}"
        )
    names = {column.name for column in table.columns}
    changes = {at: number for at, number in report.corrections().items() if at[0] in names}
    write_file(corrected, table.corrected(changes))


def _pairs(option: str, texts: Sequence[str], read: Callable[[str], _Value]) -> dict[str, _Value]:
    found: dict[str, _Value] = {}
    for column, value in (_pair(option, text, read) for text in texts):
        if column in found:
            raise RequestError(f"{option}: {column} is given twice")
        found[column] = value
    return found


def _pair(option: str, text: str, read: Callable[[str], _Value]) -> tuple[str, _Value]:
    column, mark, value = text.rpartition("=")
    if not mark or not column.strip():
        raise RequestError(f"{option}: {text!r} is not of the form COLUMN=VALUE")
    try:
        return column.strip(), read(value)
    except AmountError as error:
        raise AmountError(f"{option}: {error}") from error
