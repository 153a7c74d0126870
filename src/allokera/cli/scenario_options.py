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

_MONEY, _ROUNDING, _WHO, _BOUNDS = "The money", "Rounding", "Among whom", "Bounds"


class ScenarioOptions(NamedTuple):
    """The options that say what is to be shared out, as typed."""

    year: Annotated[
        str | None,
        Option(
            "--year",
            metavar="YEARS",
            help="Which years: 2020, 2018-2027, 2019,2021 or all.",
            autocompletion=completing.years,
        ),
    ] = None
    total: Annotated[
        str | None,
        Option("--total", metavar="AMOUNT", help="An amount instead: 1000000007, '2,2 mdkr'."),
    ] = None
    unit: Annotated[
        str | None,
        Option(
            "--unit",
            metavar="AMOUNT",
            help="What is not divided further: 1, tkr, mnkr, 0,01.",
            show_default="as published; 1 for a total",
        ),
    ] = None
    scenario: Annotated[
        Path | None,
        Option(
            "--scenario",
            metavar="FILE",
            help="All this from a YAML file; what is typed goes over it.",
            rich_help_panel=_MONEY,
        ),
    ] = None
    envelope: Annotated[
        str | None,
        Option(
            "--envelope",
            metavar="AMOUNT",
            help="What the year has to share out and to administer.",
            show_default="what was announced",
            rich_help_panel=_MONEY,
        ),
    ] = None
    gross: Annotated[
        bool,
        Option(
            "--gross",
            help="Share out the whole envelope: no administration.",
            rich_help_panel=_MONEY,
        ),
    ] = False
    administration: Annotated[
        str | None,
        Option(
            "--administration",
            metavar="AMOUNT",
            help="Kronor that are not shared out.",
            show_default="the year's own",
            rich_help_panel=_MONEY,
        ),
    ] = None
    method: Annotated[
        str | None,
        Option(
            "--method",
            metavar="NAME",
            help="How to round; `allokera methods` lists them.",
            show_default="largest-remainder",
            rich_help_panel=_ROUNDING,
            autocompletion=completing.methods,
        ),
    ] = None
    carry: Annotated[
        bool,
        Option(
            "--carry",
            help="Round the years together: nobody drifts by a unit.",
            rich_help_panel=_ROUNDING,
        ),
    ] = False
    lot: Annotated[
        list[str] | None,
        Option(
            "--lot",
            metavar="A,B,C",
            help="The order that was drawn for equal claims.",
            show_default="table order",
            rich_help_panel=_ROUNDING,
        ),
    ] = None
    weights: Annotated[
        str | None,
        Option(
            "--weights",
            metavar="FILE",
            help="Weights of your own: a table, - for stdin, or population.",
            rich_help_panel=_WHO,
        ),
    ] = None
    column: Annotated[
        str | None,
        Option(
            "--column",
            metavar="NAME",
            help="The column of a file that holds the weights, or the inhabitants.",
            rich_help_panel="Reading a file",
        ),
    ] = None
    currency: Annotated[
        str | None,
        Option(
            "--currency",
            metavar="CODE",
            help="What your own weights share out: SEK, EUR.",
            rich_help_panel=_MONEY,
        ),
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
            help="Leave this one out.",
            rich_help_panel=_WHO,
            autocompletion=completing.recipients,
        ),
    ] = None
    add: Annotated[
        list[str] | None,
        Option(
            "--add",
            metavar="KOMMUN[=AMOUNT]",
            help="Add this one, or anybody, with its amount in the base column; by --key without.",
            rich_help_panel=_WHO,
        ),
    ] = None
    key: Annotated[
        bool,
        Option(
            "--key",
            help="Make all shares anew, by the key that the grant states.",
            rich_help_panel=_WHO,
        ),
    ] = False
    inhabitants: Annotated[
        str | None,
        Option(
            "--inhabitants",
            metavar="DATE|FILE",
            help="Which inhabitants count: SCB's of a day, or those of a file.",
            show_default="2017-12-31",
            rich_help_panel=_WHO,
        ),
    ] = None
    min: Annotated[
        list[str] | None,
        Option(
            "--min",
            metavar="[KOMMUN=]AMOUNT",
            help="What everybody, or this one, gets at least.",
            rich_help_panel=_BOUNDS,
        ),
    ] = None
    max: Annotated[
        list[str] | None,
        Option(
            "--max",
            metavar="[KOMMUN=]AMOUNT",
            help="What everybody, or this one, gets at most.",
            rich_help_panel=_BOUNDS,
        ),
    ] = None
    applied: Annotated[
        list[str] | None,
        Option(
            "--applied",
            metavar="[KOMMUN=]AMOUNT",
            help="What this one, or everybody, applied for: nobody is paid more.",
            rich_help_panel=_BOUNDS,
        ),
    ] = None
    threshold: Annotated[
        list[str] | None,
        Option(
            "--threshold",
            metavar="[KOMMUN=]PERCENT",
            help="The share below which everybody, or this one, gets nothing: '4 %'.",
            rich_help_panel=_BOUNDS,
        ),
    ] = None
    redistribute: Annotated[
        bool,
        Option(
            "--redistribute",
            help="Share out among the others what was not applied for.",
            rich_help_panel=_BOUNDS,
        ),
    ] = False
    grant: GrantOption = None

    def request(self) -> Request:
        """Put what was typed over the scenario, where there is one.

        Raises:
            SourceError: the scenario cannot be read.
        """
        typed = {name: value for name, value in self._asdict().items() if name in OPTIONS}
        return read_request(request_of(typed, "--{}".format), self.scenario)
