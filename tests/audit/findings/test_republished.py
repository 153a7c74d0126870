"""What became of findings when a table was published anew."""

from collections.abc import Sequence

import pytest

from allokera.audit.findings.republished import _changed, _matched, cells_of, republish
from allokera.audit.messages import AuditMessages
from allokera.audit.report.report import Finding, Report, Severity, Verdict
from allokera.audit.report.republication import Changed, Noted, Republication
from allokera.errors import message
from allokera.model import Column, Recipient, Source


def noted(code: str, name: str = "A", severity: str = "error") -> Noted:
    return Noted(code, severity, name, "a")


@pytest.mark.parametrize(
    ("notes", "others", "expected"),
    [
        ("xy", "x", [True, False]),
        ("xx", "x", [True, False]),
        ("xx", "xx", [True, True]),
        ("xyx", "xx", [True, False, True]),
        ("x", "", [False]),
        ("", "x", []),
    ],
)
def test_each_finding_has_one_other_of_its_kind(
    notes: str, others: str, expected: Sequence[bool]
) -> None:
    found = [*_matched([*map(noted, notes)], [*map(noted, others)])]
    assert [each for each, _ in found] == [*map(noted, notes)]
    assert [is_in_both for _, is_in_both in found] == expected


def test_a_finding_is_the_same_whatever_it_weighs_and_not_of_another_cell() -> None:
    warning = noted("x", severity="warning")
    assert [*_matched([warning], [noted("x")])] == [(warning, True)]
    assert [*_matched([noted("x", "B")], [noted("x")])] == [(noted("x", "B"), False)]


def report(*codes: str, file: str = "old.csv") -> Report:
    findings = tuple(
        Finding(
            code=code,
            severity=Severity.ERROR,
            message=message(AuditMessages.look_up),
            remedy=message(AuditMessages.look_up),
            recipient=Recipient(code="", name="Ale"),
            column="a",
        )
        for code in codes
    )
    return Report(
        verdict=Verdict.FINDINGS,
        findings=findings,
        relations=(),
        coverage=(),
        columns=(),
        passed=(),
        not_applicable=(),
        not_checked=(),
        assumptions=(),
        sources=(Source(file=file, sha256="0"), Source(file="other.csv", sha256="1")),
    )


def test_findings_are_mended_stand_or_came() -> None:
    before: dict[tuple[str, str], list[str]] = {("Ale", "a"): ["1"], ("Bor", "a"): ["3"]}
    after: dict[tuple[str, str], list[str]] = {("Ale", "a"): ["2"], ("Bor", "a"): ["4"]}
    found = republish(report("x", "y"), report("y", "z", file="new.csv"), before, after)
    assert found == Republication(
        file="old.csv",
        mended=(Noted("x", "error", "Ale", "a"),),
        standing=(Noted("y", "error", "Ale", "a"),),
        came=(Noted("z", "error", "Ale", "a"),),
        changed=(Changed("Bor", "a", "3", "4"),),
    )
    bare = report()
    assert republish(bare, bare, before, after).changed == (
        Changed("Ale", "a", "1", "2"),
        Changed("Bor", "a", "3", "4"),
    )


def test_cells_are_known_by_the_names_of_recipient_and_column() -> None:
    who = [Recipient(code="", name=name) for name in ("Ale", "Bor", "Ale")]
    columns = [
        Column(name=name, heading="", cells=cells)
        for name, cells in (("a", ("1", " 2 ", "3")), ("b", ("4", "5", "6")))
    ]
    assert cells_of(who, columns) == {
        ("Ale", "a"): ["1", "3"],
        ("Bor", "a"): ["2"],
        ("Ale", "b"): ["4", "6"],
        ("Bor", "b"): ["5"],
    }


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (["1"], ["1"], []),
        (["1"], ["2"], [Changed("Ale", "a", "1", "2")]),
        (["1", "3"], ["1", "4"], [Changed("Ale", "a", "3", "4")]),
        (["1"], ["1", "2"], []),
        ([], ["2"], []),
    ],
)
def test_a_cell_that_no_finding_was_about_has_changed(
    before: list[str], after: list[str], expected: list[Changed]
) -> None:
    place = ("Ale", "a")
    assert [*_changed({place: before}, {place: after}, set())] == expected
    assert [*_changed({place: before}, {place: after}, {place})] == []
    assert [*_changed({}, {place: after}, set())] == []
