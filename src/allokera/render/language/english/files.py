"""What a workbook and a document say besides the page, in English."""

from allokera.render.words.files import FilesWords


class Files(FilesWords):
    """What a workbook and a document say besides the page."""
