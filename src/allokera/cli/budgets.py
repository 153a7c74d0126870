"""`allokera budgets`: the years with their money."""

from allokera.cli.options import FormatOption, GrantOption, JsonOption, OutputOption
from allokera.cli.output import choose_format, deliver


def budgets(
    grant: GrantOption = None,
    format: FormatOption = None,
    json: JsonOption = False,
    output: OutputOption = None,
) -> None:
    """List the years with envelope, administration, pool and agency, and who says so.

    Example:

    allokera budgets
    """
    from allokera.render.views.budgets import BudgetsView
    from allokera.source.grant_files.grant import load_grant

    form = choose_format(format, json, output)
    deliver(BudgetsView(load_grant(grant)), form, output)
