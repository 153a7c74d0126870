"""English: the words of each room in a file of its own, loaded when something is said of it."""

from functools import cached_property

from allokera.apportionment.messages import ApportionmentMessages
from allokera.audit.messages import AuditMessages
from allokera.kronor.messages import KronorMessages
from allokera.names import NamesMessages
from allokera.render.messages import RenderMessages
from allokera.sharing.messages import SharingMessages
from allokera.source.messages import SourceMessages
from allokera.terms.messages import TermsMessages
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

    @cached_property
    def apportionment(self) -> ApportionmentMessages:
        """Of apportionments."""
        from allokera.render.language.english.apportionment import Apportionment

        return Apportionment()

    @cached_property
    def names(self) -> NamesMessages:
        """Of names."""
        from allokera.render.language.english.names import Names

        return Names()

    @cached_property
    def sharing(self) -> SharingMessages:
        """Of scenarios, problems and plans."""
        from allokera.render.language.english.sharing import Sharing

        return Sharing()

    @cached_property
    def terms(self) -> TermsMessages:
        """Of shares, bounds and years."""
        from allokera.render.language.english.terms import Terms

        return Terms()

    @cached_property
    def source(self) -> SourceMessages:
        """Of files."""
        from allokera.render.language.english.source import Source

        return Source()

    @cached_property
    def audit(self) -> AuditMessages:
        """Of an audited table."""
        from allokera.render.language.english.audit import Audit

        return Audit()
