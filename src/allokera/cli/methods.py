"""`allokera methods`: the apportionment methods and what they guarantee."""

from typing import Annotated

from typer import Argument

from allokera.cli.option_groups import with_option_groups
from allokera.cli.output import OutputOptions

EXAMPLES = (
    "allokera methods",
    "allokera methods webster",
)
"""Commands that help shows."""


@with_option_groups
def methods(
    name: Annotated[str | None, Argument(metavar="NAME")] = None,
    *,
    output: OutputOptions,
) -> None:
    """List the methods of rounding with their names, and what each promises."""
    from allokera.apportionment import METHODS, find_method
    from allokera.render.views.methods import MethodsView

    deliver = output.delivery()
    deliver(MethodsView(METHODS if name is None else (find_method(name),)))
