"""What stands on pages of years, methods and checks, in English."""

from allokera.render.words.lists import ListsWords


class Lists(ListsWords):
    """What stands on pages of years, methods and checks."""
