"""Which finding an entry accepts, and what became of findings in another audit."""

from dataclasses import replace

import pytest

from allokera import audit_file
from allokera.audit.findings.accepting import accept
from allokera.audit.findings.republished import republish
from allokera.audit.report.accepted import Accepted
from allokera.audit.report.report import Severity
from allokera.model import Recipient
from conftest import ROOT

REPORT = audit_file(ROOT / "data" / "kommuner_2018.yaml")
FINDING = REPORT.findings[0]


@pytest.mark.parametrize(
    ("whose", "said", "is_accepted"),
    [
        (Recipient("", "Ort"), "Ort", True),
        (Recipient("", "Ort"), "", False),
        (Recipient("0180", "Stockholm"), "0180", True),
        (Recipient("0180", "Stockholm"), "", False),
        (None, "", True),
        (None, "Ort", False),
    ],
)
def test_an_entry_is_of_its_recipient_or_of_none(
    whose: Recipient | None, said: str, is_accepted: bool
) -> None:
    finding = replace(FINDING, recipient=whose)
    entry = Accepted(finding.code, said, finding.column or "", "known", "A. Berg")
    report = accept(replace(REPORT, findings=(finding,)), [entry])
    assert (report.findings[0].accepted == entry) is is_accepted
    assert (report.accepted_gone == ()) is is_accepted


def test_a_finding_that_weighs_less_now_stands() -> None:
    lighter = replace(FINDING, severity=Severity.NOTE)
    told = republish(
        replace(REPORT, findings=(FINDING, FINDING)), replace(REPORT, findings=(lighter,)), {}, {}
    )
    assert [each.severity for each in told.standing] == [Severity.NOTE]
    assert [each.severity for each in told.mended] == [FINDING.severity]
    assert told.came == ()
