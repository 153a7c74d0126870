"""What is said of files, in Swedish."""

from allokera.render.language.swedish.source.decisions import Decisions
from allokera.render.language.swedish.source.files import Files
from allokera.render.language.swedish.source.grant_files import GrantFiles
from allokera.render.language.swedish.source.grant_notes import GrantNotes


class Source(Files, GrantFiles, GrantNotes, Decisions):
    """Why a file cannot be used, and how one was read."""
