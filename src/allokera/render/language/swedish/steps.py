"""What stands on pages that explain one recipient, in Swedish."""

from allokera.render.words.steps import StepsWords


class Steps(StepsWords):
    """What stands on pages that explain one recipient."""
