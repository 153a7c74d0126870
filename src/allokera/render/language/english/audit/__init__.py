"""What is said of an audited table, in English."""

from allokera.render.language.english.audit.assumptions import Assumptions
from allokera.render.language.english.audit.findings import Findings
from allokera.render.language.english.audit.relations import Relations
from allokera.render.language.english.audit.remedies import Remedies


class Audit(Assumptions, Findings, Relations, Remedies):
    """What an audit says."""
