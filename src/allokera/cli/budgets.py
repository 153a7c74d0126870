"""`allokera budgets`: the years with their money."""

from allokera.cli.option_groups import GrantOption, with_option_groups
from allokera.cli.output import OutputOptions

EXAMPLES = ("allokera budgets",)
"""Commands that help shows."""


@with_option_groups
def budgets(grant: GrantOption = None, *, output: OutputOptions) -> None:
    """List the years with envelope, administration, pool and agency, and who says so."""
    from allokera.render.views.budgets import BudgetsView
    from allokera.usecases.read_grant import read_grant

    deliver = output.delivery()
    deliver(BudgetsView(read_grant(grant)))
