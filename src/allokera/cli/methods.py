"""`allokera methods`: the apportionment methods and what they guarantee."""

from typing import Annotated

from typer import Argument

from allokera.cli.option_groups import with_option_groups
from allokera.cli.output import OutputOptions


@with_option_groups
def methods(
    name: Annotated[
        str | None,
        Argument(
            metavar="NAME",
            help="One method, with a case for every promise that it does not keep.",
            show_default="all of them, in a table",
        ),
    ] = None,
    *,
    output: OutputOptions,
) -> None:
    """List the methods of rounding with their names, and what each promises.

    Examples:

    allokera methods

    allokera methods webster
    """
    from allokera.apportionment import METHODS, find_method
    from allokera.render.views.methods import MethodsView

    deliver = output.delivery()
    deliver(MethodsView(METHODS if name is None else (find_method(name),)))
