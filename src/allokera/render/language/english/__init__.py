"""English: the words of each room in a file of its own, loaded when something is said of it."""

from functools import cached_property

from allokera.kronor.messages import KronorMessages


class English:
    """The messages of every room, in English."""

    @cached_property
    def kronor(self) -> KronorMessages:
        """Of amounts."""
        from allokera.render.language.english.kronor import Kronor

        return Kronor()
