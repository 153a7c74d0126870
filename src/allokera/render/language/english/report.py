"""What stands on pages of an audit, in English."""

from allokera.render.words.report import ReportWords


class Report(ReportWords):
    """What stands on pages of an audit."""
