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
