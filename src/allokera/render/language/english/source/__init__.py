"""What is said of files, in English."""

from allokera.render.language.english.source.decisions import Decisions
from allokera.render.language.english.source.files import Files
from allokera.render.language.english.source.grant_files import GrantFiles
from allokera.render.language.english.source.grant_notes import GrantNotes


class Source(Files, GrantFiles, GrantNotes, Decisions):
    """Why a file cannot be used, and how one was read."""
