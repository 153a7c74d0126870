"""`allokera verify`: audit a published table."""

import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from typer import Argument, Option

from allokera.cli.options import FormatOption, GrantOption, JsonOption, OutputOption
from allokera.cli.output import Format, choose_format, deliver
from allokera.errors import RequestError

if TYPE_CHECKING:
    from allokera.audit import Report

_TABLE = "What the table leaves open"


class Threshold(StrEnum):
    """The least weight of a finding that makes the exit status 1."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


def verify(
    table: Annotated[
        str | None,
        Argument(
            metavar="TABLE",
            help="A file with a table: CSV, XLSX, HTML, Markdown, text, YAML; - reads stdin.",
            show_default="the bundled table",
        ),
    ] = None,
    base: Annotated[
        str | None,
        Option(
            metavar="COLUMN",
            help="The column whose amounts are the weights.",
            show_default="the first",
            rich_help_panel=_TABLE,
        ),
    ] = None,
    columns: Annotated[
        str | None,
        Option(
            metavar="A,B",
            help="The columns to audit.",
            show_default="all with amounts",
            rich_help_panel=_TABLE,
        ),
    ] = None,
    unit: Annotated[
        list[str] | None,
        Option(
            metavar="COLUMN=UNIT",
            help="The unit a column is in, or rounded to: 2019=mnkr.",
            rich_help_panel=_TABLE,
        ),
    ] = None,
    envelope: Annotated[
        list[str] | None,
        Option(
            metavar="COLUMN=AMOUNT",
            help="What was announced in total: '2019=1,35 mdkr'.",
            rich_help_panel=_TABLE,
        ),
    ] = None,
    weights: Annotated[
        str | None,
        Option(
            metavar="FILE",
            help="Weights that are not in the table: a file, or population.",
            rich_help_panel=_TABLE,
        ),
    ] = None,
    rounding: Annotated[
        str | None,
        Option(
            metavar="RULE",
            help="How the rows were rounded: half-up, floor, largest-remainder ...",
            show_default="all rules are tried",
            rich_help_panel=_TABLE,
        ),
    ] = None,
    recipients: Annotated[
        Path | None,
        Option(
            metavar="FILE",
            help="Who may be in the table: a name a line.",
            rich_help_panel=_TABLE,
        ),
    ] = None,
    corrected: Annotated[
        Path | None,
        Option(
            metavar="FILE",
            help="Write a corrected copy of the table; the original is left alone.",
            readable=False,
        ),
    ] = None,
    fail_on: Annotated[
        Threshold, Option(help="The least finding that makes the exit status 1.")
    ] = Threshold.ERROR,
    explain: Annotated[
        str | None, Option(metavar="CODE", help="Say what a kind of finding means.")
    ] = None,
    grant: GrantOption = None,
    format: FormatOption = None,
    json: JsonOption = False,
    output: OutputOption = None,
) -> int:
    """Audit a published table: what is wrong in it, what it should be, and the proof.

    Exit status: 0 no error; 1 at least one error; 2 nothing could be checked.

    Examples:

    allokera verify

    allokera verify table.csv --base 2018 --envelope '2019=1,35 mdkr'

    allokera verify page.html --corrected mended.html

    allokera verify --json | jq '.findings[] | {code, suggestion}'
    """
    form = choose_format(format, json, output)
    if explain is not None:
        _explain(explain, form, output)
        return 0
    told = (base, columns, unit, envelope, weights, rounding, recipients)
    if table is None and any(each is not None for each in told):
        raise RequestError("these options go with a TABLE: give a file, or - for stdin")
    _keep_apart(
        [path for path in (output, corrected) if path is not None],
        [Path(each) for each in (table, weights, recipients) if each is not None],
    )
    if table is not None and grant is not None:
        raise RequestError("a TABLE and --grant cannot both be had: give one of them")
    from allokera.audit import Severity, Verdict
    from allokera.render.views.report import ReportView

    if table is None:
        report = _bundled(grant, corrected)
    else:
        from allokera.cli.instructions import audit_file, read_instructions

        said = read_instructions(
            base=base,
            columns=columns,
            units=unit or [],
            envelopes=envelope or [],
            weights=weights,
            rule=rounding,
            recipients=recipients,
        )
        report = audit_file(table, said, corrected)
    deliver(ReportView(report), form, output)
    if report.verdict is Verdict.NOT_CHECKED:
        return 2
    worst = report.worst()
    return int(worst is not None and worst.weighs(Severity(fail_on)))


def _keep_apart(written: Sequence[Path], read: Sequence[Path]) -> None:
    """Refuse to write over a file that is read, or one file twice."""
    for place, path in enumerate(written):
        if any(other.exists() and path.exists() and path.samefile(other) for other in read):
            raise RequestError(f"{path}: what is read is never overwritten: name another file")
        if path.resolve() in {other.resolve() for other in written[:place]}:
            raise RequestError(f"{path}: two answers cannot be written to one file")


def _bundled(grant: Path | None, corrected: Path | None) -> "Report":
    """Audit the table of a grant in its own two files."""
    from allokera.audit import verify as audit
    from allokera.source.grant_files.grant import load_grant, table_file
    from allokera.source.population import load_population

    population = load_population()
    report = audit(load_grant(grant), population)
    if corrected is not None:
        from allokera.cli.instructions import write_corrected
        from allokera.source.published import load_table

        file = str(table_file(grant))
        write_corrected(load_table(file, sys.stdin.buffer, population.everybody), report, corrected)
    return report


def _explain(code: str, form: Format, output: Path | None) -> None:
    """Say what a kind of finding means."""
    from allokera.audit.checks import find_check
    from allokera.render.views.check import CheckView

    deliver(CheckView(find_check(code)), form, output)
