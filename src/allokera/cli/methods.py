"""`allokera methods`: the apportionment methods and what they guarantee."""

from allokera.cli.options import FormatOption, JsonOption, OutputOption
from allokera.cli.output import choose_format, deliver


def methods(
    format: FormatOption = None, json: JsonOption = False, output: OutputOption = None
) -> None:
    """List the methods of rounding with their names and properties.

    Example:

    allokera methods
    """
    from allokera.apportionment import METHODS
    from allokera.render.methods import MethodsView

    form = choose_format(format, json, output)
    deliver(MethodsView(METHODS), form, output)
