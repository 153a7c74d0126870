"""What is said of an audited table, in Swedish."""

from allokera.render.language.swedish.audit.assumptions import Assumptions
from allokera.render.language.swedish.audit.findings import Findings
from allokera.render.language.swedish.audit.relations import Relations
from allokera.render.language.swedish.audit.remedies import Remedies


class Audit(Assumptions, Findings, Relations, Remedies):
    """What an audit says."""
