"""`allokera schema`: the JSON Schema of a command's document."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option

from allokera.cli.output import LangOption, write
from allokera.render.forms.json import to_json
from allokera.render.forms.schema import schema as schema_of

EXAMPLES = ("allokera schema compute",)
"""Commands that help shows."""


def schema(
    name: Annotated[str, Argument(show_default=False)],
    output: Annotated[Path | None, Option("--output", "-o", metavar="FILE", readable=False)] = None,
    lang: LangOption = None,  # noqa: ARG001 - for what `run` says
) -> None:
    """Print the JSON Schema of what a command writes with --json."""
    write(to_json(schema_of(name)).encode(), output)
