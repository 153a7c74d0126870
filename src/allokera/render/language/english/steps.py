"""What stands on pages that explain one recipient, in English."""

from allokera.render.words.steps import StepsWords


class Steps(StepsWords):
    """What stands on pages that explain one recipient."""
