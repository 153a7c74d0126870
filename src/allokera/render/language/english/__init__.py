"""English: the words of each room in a file of its own, loaded when something is said of it."""

from functools import cached_property
from typing import TYPE_CHECKING

from allokera.render.language.english.figures import EnglishFigures

if TYPE_CHECKING:
    from allokera.apportionment.messages import ApportionmentMessages
    from allokera.audit.messages import AuditMessages
    from allokera.kronor.messages import KronorMessages
    from allokera.names import NamesMessages
    from allokera.render.messages import RenderMessages
    from allokera.render.words.amounts import AmountsWords
    from allokera.render.words.files import FilesWords
    from allokera.render.words.help import HelpWords
    from allokera.render.words.lists import ListsWords
    from allokera.render.words.report import ReportWords
    from allokera.render.words.steps import StepsWords
    from allokera.sharing.messages import SharingMessages
    from allokera.source.messages import SourceMessages
    from allokera.terms.messages import TermsMessages
    from allokera.usecases.messages import UsecasesMessages


class English(EnglishFigures):
    """The messages of every room, the words of every page, in English."""

    code = "en"

    @cached_property
    def kronor(self) -> "KronorMessages":
        from allokera.render.language.english.kronor import Kronor

        return Kronor()

    @cached_property
    def render(self) -> "RenderMessages":
        from allokera.render.language.english.render import Render

        return Render()

    @cached_property
    def usecases(self) -> "UsecasesMessages":
        from allokera.render.language.english.usecases import Usecases

        return Usecases()

    @cached_property
    def apportionment(self) -> "ApportionmentMessages":
        from allokera.render.language.english.apportionment import Apportionment

        return Apportionment()

    @cached_property
    def names(self) -> "NamesMessages":
        from allokera.render.language.english.names import Names

        return Names()

    @cached_property
    def sharing(self) -> "SharingMessages":
        from allokera.render.language.english.sharing import Sharing

        return Sharing()

    @cached_property
    def terms(self) -> "TermsMessages":
        from allokera.render.language.english.terms import Terms

        return Terms()

    @cached_property
    def source(self) -> "SourceMessages":
        from allokera.render.language.english.source import Source

        return Source()

    @cached_property
    def audit(self) -> "AuditMessages":
        from allokera.render.language.english.audit import Audit

        return Audit()

    @cached_property
    def amounts(self) -> "AmountsWords":
        from allokera.render.language.english.pages.amounts import Amounts

        return Amounts()

    @cached_property
    def steps(self) -> "StepsWords":
        from allokera.render.language.english.pages.steps import Steps

        return Steps()

    @cached_property
    def report(self) -> "ReportWords":
        from allokera.render.language.english.pages.report import Report

        return Report()

    @cached_property
    def lists(self) -> "ListsWords":
        from allokera.render.language.english.pages.lists import Lists

        return Lists()

    @cached_property
    def files(self) -> "FilesWords":
        from allokera.render.language.english.pages.files import Files

        return Files()

    @cached_property
    def help(self) -> "HelpWords":
        from allokera.render.language.english.pages.help import Help

        return Help()
