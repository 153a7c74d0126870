"""`allokera verify`: audit a published table."""

import shlex
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, NamedTuple

from typer import Argument, Option

from allokera.cli import completing
from allokera.cli.option_groups import (
    DecimalOption,
    GrantOption,
    NamesOption,
    SheetOption,
    TableOption,
    VisibleOption,
    with_option_groups,
)
from allokera.cli.output import OutputOptions
from allokera.errors import RequestError
from allokera.render.messages import RenderMessages

_TABLE, _STATUS = "table", "findings"


class Threshold(StrEnum):
    """The least weight of a finding that makes the exit status 1."""

    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


class TableOptions(NamedTuple):
    """What is said of a table besides what it prints, as typed; the names are `audit_file`'s."""

    columns: Annotated[str | None, Option(metavar="A,B")] = None
    envelope: Annotated[list[str] | None, Option(metavar="COLUMN=AMOUNT")] = None
    base: Annotated[str | None, Option(metavar="COLUMN", rich_help_panel=_TABLE)] = None
    unit: Annotated[list[str] | None, Option(metavar="COLUMN=UNIT", rich_help_panel=_TABLE)] = None
    against: Annotated[str | None, Option(metavar="FILE", rich_help_panel=_TABLE)] = None
    weights: Annotated[str | None, Option(metavar="FILE", rich_help_panel=_TABLE)] = None
    rounding: Annotated[str | None, Option(metavar="RULE", rich_help_panel=_TABLE)] = None
    recipients: Annotated[Path | None, Option(metavar="FILE", rich_help_panel=_TABLE)] = None
    relation: Annotated[list[str] | None, Option(metavar="EQUATION", rich_help_panel=_TABLE)] = None
    ignore_relation: Annotated[list[int] | None, Option(metavar="N", rich_help_panel=_TABLE)] = None
    names: NamesOption = None
    decimal: DecimalOption = None
    table: TableOption = None
    sheet: SheetOption = None
    visible: VisibleOption = False


EXAMPLES = (
    "allokera verify",
    "allokera verify table.csv --base 2018 --envelope '2019=1,35 mdkr'",
    "allokera verify page.html --corrected mended.html",
    "allokera verify --statement --output report.html",
    "allokera verify --json | jq '.findings[] | {code, suggestion}'",
)
"""Commands that help shows."""


@with_option_groups
def verify(
    told: TableOptions,
    file: Annotated[str | None, Argument(metavar="TABLE")] = None,
    corrected: Annotated[Path | None, Option(metavar="FILE", readable=False)] = None,
    accepted: Annotated[Path | None, Option(metavar="FILE", rich_help_panel=_STATUS)] = None,
    fail_on: Annotated[Threshold, Option(rich_help_panel=_STATUS)] = Threshold.ERROR,
    explain: Annotated[
        str | None,
        Option(metavar="CODE", rich_help_panel=_STATUS, autocompletion=completing.findings),
    ] = None,
    statement: Annotated[bool, Option("--statement")] = False,
    grant: GrantOption = None,
    *,
    output: OutputOptions,
) -> int:
    """Audit a published table: what is wrong in it, what it should be, and the proof."""
    deliver = output.delivery()
    if explain is not None:
        from allokera.audit.checks import find_check
        from allokera.render.views.check import CheckView

        deliver(CheckView(find_check(explain)))
        return 0
    if file is None and told != TableOptions():
        raise RequestError(RenderMessages.options_without_table)
    if file is not None and grant is not None:
        raise RequestError(RenderMessages.table_and_grant)
    _keep_apart(
        [path for path in (output.output, corrected) if path is not None],
        [Path(each) for each in (file, told.weights, told.recipients) if each is not None],
    )
    from allokera.audit.report.report import Severity, Verdict
    from allokera.render.views.report import ReportView

    if file is None:
        from allokera.usecases.audit_grant import audit_grant

        report = audit_grant(grant, corrected)
    else:
        from allokera.usecases.audit_file import audit_file

        typed = {name: value for name, value in told._asdict().items() if value is not None}
        report = audit_file(file, **typed, corrected=corrected, stdin=sys.stdin.buffer)
    if accepted is not None:
        from allokera.usecases.audit_file import with_accepted

        report = with_accepted(report, accepted)
    command = _command(file or grant, told, is_grant=file is None)
    least = Severity(fail_on)
    deliver(ReportView(report, command, is_to_sign=statement, least=least))
    if report.verdict is Verdict.NOT_CHECKED:
        return 2
    worst = report.worst()
    return int(worst is not None and worst.weighs(least))


def _command(file: str | Path | None, told: TableOptions, *, is_grant: bool) -> str:
    """Put together what audits the file so again: no folders, and none of what shows the answer."""
    words = ["allokera", "verify"]
    if file is not None:
        words += ["--grant"] * is_grant + [Path(file).name]
    for name, default in TableOptions()._asdict().items():
        value, option = getattr(told, name), f"--{name.replace('_', '-')}"
        if value is True:
            words.append(option)
        elif value != default:
            for each in value if isinstance(value, list) else [value]:
                is_file = name in {"weights", "recipients", "against"}
                words += [option, Path(each).name if is_file else str(each)]
    return shlex.join(words)


def _keep_apart(written: Sequence[Path], read: Sequence[Path]) -> None:
    """Refuse to write over a file that is read, or one file twice."""
    for place, path in enumerate(written):
        if any(other.exists() and path.exists() and path.samefile(other) for other in read):
            raise RequestError(RenderMessages.read_and_written).at(str(path))
        if path.resolve() in {other.resolve() for other in written[:place]}:
            raise RequestError(RenderMessages.written_twice).at(str(path))
