"""What is said of files, in English."""

from allokera.render.language.english.source.decisions import Decisions
from allokera.render.language.english.source.files import Files
from allokera.render.language.english.source.grant_files import GrantFiles


class Source(Files, GrantFiles, Decisions):
    """Why a file cannot be used, and how one was read."""
