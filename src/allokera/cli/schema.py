"""`allokera schema`: the JSON Schema of a command's document."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from allokera.cli.output import write
from allokera.render.forms.json import to_json
from allokera.render.forms.schema import SCHEMAS
from allokera.render.forms.schema import schema as schema_of


def schema(
    name: Annotated[
        str,
        Argument(help=f"{', '.join(SCHEMAS[:-1])} or {SCHEMAS[-1]}.", show_default=False),
    ],
    output: Annotated[
        Path | None,
        Option("--output", "-o", metavar="FILE", readable=False, help="Write to a file."),
    ] = None,
) -> None:
    """Print the JSON Schema of what a command writes with --json.

    Example:

    allokera schema compute
    """
    write(to_json(schema_of(name)).encode(), output)
