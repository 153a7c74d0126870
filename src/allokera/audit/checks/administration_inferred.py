"""`administration-inferred`: the deduction from the envelopes that the rows allow."""

from collections.abc import Iterator

from allokera.audit.administration import common_share
from allokera.audit.case import Case
from allokera.audit.outcome import Outcome, Unchecked
from allokera.audit.report import Finding, Severity
from allokera.audit.words import between
from allokera.kronor.wording import grouped, listed


def administration_inferred(case: Case) -> Iterator[Outcome]:
    """Say what the envelopes hold besides what is shared out, where the rows tell.

    Two hypotheses are tried over all columns: the same amount everywhere, and the same share of the
    envelope everywhere. Such a deduction is no error by itself.
    """
    if not case.deductions:
        yield Unchecked("no column has both an envelope and a pool that its rows agree on")
    found = [each for each in case.deductions if each.amount.upper > 0]
    if not found:
        return
    bounds = listed([f"{between(each.amount)} ({each.column})" for each in found])
    yield Finding(
        code="administration-inferred",
        severity=Severity.NOTE,
        message=(
            f"besides what is shared out, the envelope{'s hold' if found[1:] else ' holds'} "
            f"{bounds}{_hypotheses(case)}"
        ),
        remedy="Ask the publisher what is kept for administration: this is inferred from the rows.",
    )


def _hypotheses(case: Case) -> str:
    if len(case.deductions) < 2:
        return ""
    amount, share = case.administration, common_share(case.deductions)
    said = "no one amount fits" if amount is None else f"{grouped(amount)} kr fits"
    same = "does not" if share is None else "does, too"
    if amount is None and share is not None:
        same = "does"
    return f"; {said} all of them, one percentage of the envelope {same}"
