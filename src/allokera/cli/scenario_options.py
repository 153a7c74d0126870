"""The options that say what is to be shared out: the money, among whom, within which bounds."""

from pathlib import Path
from typing import Annotated, NamedTuple

from typer import Option

from allokera.cli import completing
from allokera.cli.option_groups import (
    DecimalOption,
    GrantOption,
    NamesOption,
    SheetOption,
    TableOption,
    VisibleOption,
)
from allokera.terms.request import OPTIONS, Request, request_of
from allokera.usecases.share_out import read_request

_MONEY, _ROUNDING, _WHO, _BOUNDS = "money", "rounding", "who", "bounds"


class ScenarioOptions(NamedTuple):
    """The options that say what is to be shared out, as typed."""

    year: Annotated[
        str | None, Option("--year", metavar="YEARS", autocompletion=completing.years)
    ] = None
    total: Annotated[str | None, Option("--total", metavar="AMOUNT")] = None
    unit: Annotated[str | None, Option("--unit", metavar="AMOUNT")] = None
    scenario: Annotated[
        Path | None, Option("--scenario", metavar="FILE", rich_help_panel=_MONEY)
    ] = None
    envelope: Annotated[
        str | None, Option("--envelope", metavar="AMOUNT", rich_help_panel=_MONEY)
    ] = None
    gross: Annotated[bool, Option("--gross", rich_help_panel=_MONEY)] = False
    administration: Annotated[
        str | None, Option("--administration", metavar="AMOUNT", rich_help_panel=_MONEY)
    ] = None
    method: Annotated[
        str | None,
        Option(
            "--method",
            metavar="NAME",
            show_default="largest-remainder",
            rich_help_panel=_ROUNDING,
            autocompletion=completing.methods,
        ),
    ] = None
    carry: Annotated[bool, Option("--carry", rich_help_panel=_ROUNDING)] = False
    lot: Annotated[
        list[str] | None, Option("--lot", metavar="A,B,C", rich_help_panel=_ROUNDING)
    ] = None
    weights: Annotated[str | None, Option("--weights", metavar="FILE", rich_help_panel=_WHO)] = None
    column: Annotated[str | None, Option("--column", metavar="NAME", rich_help_panel="file")] = None
    currency: Annotated[
        str | None, Option("--currency", metavar="CODE", rich_help_panel=_MONEY)
    ] = None
    names: NamesOption = None
    decimal: DecimalOption = None
    table: TableOption = None
    sheet: SheetOption = None
    visible: VisibleOption = False
    without: Annotated[
        list[str] | None,
        Option(
            "--without",
            metavar="KOMMUN",
            rich_help_panel=_WHO,
            autocompletion=completing.recipients,
        ),
    ] = None
    add: Annotated[
        list[str] | None, Option("--add", metavar="KOMMUN[=AMOUNT]", rich_help_panel=_WHO)
    ] = None
    key: Annotated[bool, Option("--key", rich_help_panel=_WHO)] = False
    inhabitants: Annotated[
        str | None,
        Option(
            "--inhabitants", metavar="DATE|FILE", show_default="2017-12-31", rich_help_panel=_WHO
        ),
    ] = None
    min: Annotated[
        list[str] | None, Option("--min", metavar="[KOMMUN=]AMOUNT", rich_help_panel=_BOUNDS)
    ] = None
    max: Annotated[
        list[str] | None, Option("--max", metavar="[KOMMUN=]AMOUNT", rich_help_panel=_BOUNDS)
    ] = None
    applied: Annotated[
        list[str] | None, Option("--applied", metavar="[KOMMUN=]AMOUNT", rich_help_panel=_BOUNDS)
    ] = None
    threshold: Annotated[
        list[str] | None, Option("--threshold", metavar="[KOMMUN=]PERCENT", rich_help_panel=_BOUNDS)
    ] = None
    redistribute: Annotated[bool, Option("--redistribute", rich_help_panel=_BOUNDS)] = False
    grant: GrantOption = None

    def request(self) -> Request:
        """Put what was typed over the scenario, where there is one.

        Raises:
            SourceError: the scenario cannot be read.
        """
        typed = {name: value for name, value in self._asdict().items() if name in OPTIONS}
        return read_request(request_of(typed, "--{}".format), self.scenario)
