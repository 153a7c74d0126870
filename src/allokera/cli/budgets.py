"""`allokera budgets`: the years with their money."""

from allokera.cli.option_groups import GrantOption, with_option_groups
from allokera.cli.output import OutputOptions


@with_option_groups
def budgets(grant: GrantOption = None, *, output: OutputOptions) -> None:
    """List the years with envelope, administration, pool and agency, and who says so.

    Example:

    allokera budgets
    """
    from allokera.render.views.budgets import BudgetsView
    from allokera.source.grant_files.grant import load_grant

    deliver = output.delivery()
    deliver(BudgetsView(load_grant(grant)))
