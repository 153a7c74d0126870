"""What help says of commands and options, in English."""

from allokera.render.words.help import HelpWords


class Help(HelpWords):
    """What help says of commands and options."""
