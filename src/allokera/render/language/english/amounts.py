"""What stands on pages of amounts: one year, several, side by side, in English."""

from allokera.render.words.amounts import AmountsWords


class Amounts(AmountsWords):
    """What stands on pages of amounts: one year, several, side by side."""
