"""`allokera schema`: the JSON Schema of a command's document."""

from typing import Annotated

from typer import Argument

from allokera.cli.options import OutputOption
from allokera.cli.output import write


def schema(
    name: Annotated[
        str,
        Argument(
            help="compute, verify, explain, compare, budgets, methods or check.", show_default=False
        ),
    ],
    output: OutputOption = None,
) -> None:
    """Print the JSON Schema of what a command writes with --json.

    Example:

    allokera schema compute
    """
    from allokera.render.formats import to_json
    from allokera.render.forms.schema import schema as schema_of

    write(to_json(schema_of(name)), output)
