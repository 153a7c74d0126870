"""Auditing the table of a file."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from allokera.audit.findings.accepting import accept
from allokera.audit.findings.republished import cells_of, republish
from allokera.audit.instructions import Instructions, prepare
from allokera.audit.report.accepted import Accepted
from allokera.audit.report.report import Report
from allokera.audit.verify import verify_table
from allokera.errors import RequestError
from allokera.kronor.amount import parse_whole, parse_whole_unit
from allokera.model import Recipient
from allokera.source.population import load_population
from allokera.source.published import load_names, load_weights
from allokera.source.table import Table
from allokera.terms.request import SourcedText
from allokera.usecases.messages import UsecasesMessages
from allokera.usecases.read_published import choices_of, read_published
from allokera.usecases.write_corrected import write_corrected


def audit_file(
    file: Path | str,
    *,
    base: str | None = None,
    columns: str | None = None,
    unit: Sequence[str] = (),
    envelope: Sequence[str] = (),
    weights: str | None = None,
    rounding: str | None = None,
    recipients: Path | None = None,
    table: str | int | None = None,
    sheet: str | None = None,
    names: str | None = None,
    visible: bool = False,
    decimal: str | None = None,
    relation: Sequence[str] = (),
    ignore_relation: Sequence[int] = (),
    corrected: Path | None = None,
    against: str | None = None,
    stdin: BinaryIO | None = None,
) -> Report:
    """Audit a published table.

    Args:
        file: a path; `-` is standard input.
        base: the column whose amounts are the weights; None takes the first with amounts.
        columns: those to audit, with commas between; None takes all with amounts.
        unit: `COLUMN=UNIT`: what a column is in, or rounded to.
        envelope: `COLUMN=AMOUNT`: what was announced in total.
        weights: a file of weights that are not in the table, or `population`.
        rounding: the name of the rounding rule; None tries all.
        recipients: a file of those who may be in the table.
        table: the number of the table in the file, from 1; None takes the one that fits best.
        sheet: the name of a workbook's sheet; None takes the one that fits best.
        names: the headings of the columns that name the recipients, with commas between.
        visible: leave out the rows and columns that a workbook hides.
        decimal: the mark that starts a decimal part, `,` or `.`; None lets the table say.
        relation: what holds between columns: `Summa = A + B`; where it fails is an error.
        ignore_relation: the numbers of relations of the report that are set aside.
        corrected: where to write a copy with every amount that the report suggests.
        against: the file of the same table as it was published before.

    Raises:
        AllokeraError: a file cannot be read, or an option does not fit the table.
    """
    population = load_population()
    name: str = ""
    pairs: tuple[tuple[Recipient, str], ...] = ()
    if weights is not None:
        name, pairs = load_weights(weights, stdin, population)
    choices = choices_of(table=table, sheet=sheet, names=names, visible=visible, decimal=decimal)
    instructions = Instructions(
        base=base,
        columns=() if columns is None else (columns,),
        units=_by_column("unit", unit, parse_whole_unit),
        envelopes=_by_column("envelope", envelope, parse_whole),
        weights=pairs,
        weights_name=name,
        eligible=() if recipients is None else load_names(recipients),
        rule=rounding,
        decimal=choices.decimal,
        relations=tuple(relation),
        ignored=frozenset(ignore_relation),
    )

    def audit(path: str) -> tuple[Table, Report]:
        published, printed = read_published(path, stdin, population, choices, is_bare_enough=True)
        audited, brief = prepare(printed, instructions, population)
        brief = brief._replace(sources=(published.source, *brief.sources))
        report = verify_table(published.recipients, audited, brief, published.sheet)
        report = report.located(published.recipients, published.where_of, published.where_cell)
        return published, replace(report, table=published.among)

    published, report = audit(str(file))
    if corrected is not None:
        write_corrected(published, report, corrected)
    if against is not None:
        before, old = audit(against)
        printed = (cells_of(each.recipients, each.columns) for each in (before, published))
        report = replace(report, republished=republish(old, report, *printed))
    return report


def with_accepted(report: Report, accepted: Path) -> Report:
    """Hold a report against a file of findings that somebody has accepted.

    Raises:
        AllokeraError: it cannot be read.
    """
    from allokera.source.grant_files.accepted import load_accepted

    return accept(report, [Accepted(**each) for each in load_accepted(accepted)])


def _by_column(option: str, texts: Sequence[str], read: Callable[[str], int]) -> dict[str, int]:
    """Read values that are given column by column, `COLUMN=VALUE`."""
    values: dict[str, int] = {}
    for text in texts:
        name, entry = SourcedText(text, f"--{option}").entry()
        if name is None or not (column := name.text.strip()):
            raise RequestError(UsecasesMessages.no_column_value, text=text).at(f"--{option}")
        if column in values:
            raise RequestError(UsecasesMessages.column_twice, column=column).at(f"--{option}")
        values[column] = entry.read(read)
    return values
