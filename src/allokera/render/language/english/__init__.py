"""English: the words of each room in a file of its own, loaded when something is said of it."""

from functools import cached_property

from allokera.kronor.messages import KronorMessages
from allokera.render.messages import RenderMessages
from allokera.usecases.messages import UsecasesMessages


class English:
    """The messages of every room, in English."""

    @cached_property
    def kronor(self) -> KronorMessages:
        """Of amounts."""
        from allokera.render.language.english.kronor import Kronor

        return Kronor()

    @cached_property
    def render(self) -> RenderMessages:
        """Of options and forms."""
        from allokera.render.language.english.render import Render

        return Render()

    @cached_property
    def usecases(self) -> UsecasesMessages:
        """Of files that are written, and options."""
        from allokera.render.language.english.usecases import Usecases

        return Usecases()
