"""The options that commands share: each is declared once, with its help."""

from pathlib import Path
from typing import Annotated, TypeAlias

from typer import Option

from allokera.cli.output import Format

_OUTPUT = "Output"

FormatOption: TypeAlias = Annotated[
    Format | None,
    Option(
        "--format", help="How to write the answer.", show_default="table", rich_help_panel=_OUTPUT
    ),
]
JsonOption: TypeAlias = Annotated[
    bool, Option("--json", help="Short for --format json.", rich_help_panel=_OUTPUT)
]
OutputOption: TypeAlias = Annotated[
    Path | None,
    Option(
        "--output",
        "-o",
        metavar="FILE",
        readable=False,
        help="Write to a file; .txt, .json, .csv or .md says the format.",
        rich_help_panel=_OUTPUT,
    ),
]
GrantOption: TypeAlias = Annotated[
    Path | None,
    Option(
        "--grant",
        metavar="DIR",
        help="A grant of your own: a directory with budgets.yaml and a table.",
        show_default="the bundled grant",
    ),
]
YearOption: TypeAlias = Annotated[
    str | None,
    Option("--year", metavar="YEARS", help="2020, 2018-2027, 2019,2021 or all."),
]
TotalOption: TypeAlias = Annotated[
    str | None,
    Option("--total", metavar="AMOUNT", help="Share out this instead: 1000000007, '2,2 mdkr'."),
]
UnitOption: TypeAlias = Annotated[
    str | None,
    Option(
        "--unit",
        metavar="AMOUNT",
        help="Kronor in one indivisible unit: 1, tkr, mnkr.",
        show_default="as published; 1 for a total",
    ),
]
GrossOption: TypeAlias = Annotated[
    bool, Option("--gross", help="Share out the whole envelope: no administration.")
]
AdministrationOption: TypeAlias = Annotated[
    str | None,
    Option(
        "--administration",
        metavar="AMOUNT",
        help="Kronor that are not shared out.",
        show_default="the year's own",
    ),
]
MethodOption: TypeAlias = Annotated[
    str,
    Option("--method", metavar="NAME", help="How to round; `allokera methods` lists them."),
]
