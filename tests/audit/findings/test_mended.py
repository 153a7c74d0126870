"""All mendings accepted at once: what then breaks, and where findings stand in the sheet."""

from dataclasses import replace

import pytest

from allokera.audit.case.case import Case
from allokera.audit.findings.at_cell import at_cell, cell_report
from allokera.audit.findings.mended import _changes, take_back
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Check, Ground
from allokera.audit.report.evidence import CellReport
from allokera.audit.report.report import Finding, Place, Severity
from allokera.errors import message
from allokera.relations.sheet.view import Cell
from audit.findings.sums import opened, who

ERROR, WARNING = Severity.ERROR, Severity.WARNING


def finding(cell: Cell | None, suggestion: int | None, **changes: object) -> Finding:
    plain = Finding(
        code="x",
        severity=ERROR,
        message=message(AuditMessages.look_up),
        remedy=message(AuditMessages.look_up),
        column=None if cell is None else " ABS"[cell[1]],
        cell=cell,
        suggestion=suggestion,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def weights(
    case: Case, *found: Finding, rests_on: Ground = Ground.ALL_LAWS
) -> list[tuple[Severity, bool]]:
    check = Check("x", lambda _: iter(()), rests_on=rests_on)
    kept = take_back(case, [(check, each) for each in found])
    assert [each for each, _ in kept] == [check] * len(found)
    return [(each.severity, each.is_proven) for _, each in kept]


def test_a_mending_that_breaks_what_held_takes_its_error_back() -> None:
    """The row and the column of 515 add up as they are printed."""
    case = opened()
    assert weights(case, finding((2, 1), 525)) == [(WARNING, False)]
    assert weights(case, finding((2, 1), 515)) == [(ERROR, True)]
    # within rounding it holds: two units of three numbers, and of a column more
    assert weights(case, finding((2, 1), 516)) == [(ERROR, True)]


def test_mendings_that_go_together_stand() -> None:
    """Ten more in a part and in its sum, and in both their columns' sums."""
    case = opened()
    together = [
        finding((2, 1), 525),
        finding((2, 3), 2_431),
        finding((6, 1), 3_571),
        finding((6, 3), 6_879),
    ]
    assert weights(case, *together) == [(ERROR, True)] * 4
    assert weights(case, *together[:3]) == [(ERROR, True), (WARNING, False), (WARNING, False)]


def test_what_is_no_error_or_not_proven_is_left_as_it_is() -> None:
    case = opened()
    assert weights(case, finding((2, 1), 525, severity=WARNING)) == [(WARNING, True)]
    assert weights(case, finding((2, 1), 525, is_proven=False)) == [(ERROR, False)]
    assert weights(case, finding((2, 1), None)) == [(ERROR, True)]
    assert weights(case, finding(None, 525)) == [(ERROR, True)]


@pytest.mark.parametrize(
    ("rests_on", "base", "expected"),
    [
        (Ground.ALL_LAWS, "A", WARNING),
        (Ground.ROWS, "A", ERROR),
        (Ground.ROWS, None, WARNING),
        (Ground.ALL_LAWS, None, WARNING),
    ],
)
def test_what_rows_prove_by_a_base_that_is_told_stands(
    rests_on: Ground, base: str | None, expected: Severity
) -> None:
    case = opened()
    case = case._replace(brief=case.brief._replace(base=base))
    assert weights(case, finding((2, 1), 525), rests_on=rests_on)[0][0] is expected


def test_what_fails_already_is_not_broken_by_a_mending() -> None:
    """The row is off: that its column then fails as well is no news where that did, too."""
    case = opened((2, "A", 5_150))
    assert weights(case, finding((2, 1), 515)) == [(ERROR, True)]
    # but a number with which the row goes on failing is not proven
    assert weights(case, finding((2, 1), 60_000)) == [(ERROR, False)]
    assert weights(case, finding((2, 2), 1_900)) == [(WARNING, False)]


def test_proven_numbers_are_taken_in_the_scale_of_the_sheet() -> None:
    check = Check("x", lambda _: iter(()))
    case = opened((1, "A", "833,0"))
    made = [(check, finding((2, 1), 515)), (check, finding((2, 2), 7, is_proven=False))]
    assert dict(_changes(case, made)) == {(2, 1): 5_150}
    turned = case.survey.sheet._replace(turned=frozenset({1}))
    case.survey.sheet = turned
    assert dict(_changes(case, made)) == {(2, 1): -5_150}


def test_a_finding_is_put_where_its_cell_stands() -> None:
    case = opened((2, "A", " 515 "))
    found = at_cell(case, finding(None, None), (2, 1))
    assert (found.recipient, found.column, found.cell) == (who(2), "A", (2, 1))
    assert found.place == Place(2, "A", " 515 ", 0, 5)
    assert cell_report(case, (2, 1)) == CellReport(who(2), "A", "515", (2, 1), 515)
    # the first column holds names, and is none of the table's
    aside = at_cell(case, finding(None, None), (2, 0))
    assert (aside.recipient, aside.column, aside.place) == (who(2), None, None)
    assert cell_report(case, (2, 0)) == CellReport(who(2), None, "C", (2, 0))
    mended = cell_report(case, (2, 1), {(2, 1): 7, (2, 2): 9})
    assert (mended.printed, mended.read, mended.is_mended) == ("515", 7, True)
    printed = case.survey.printed._replace(rows=(0, 1, 3, 4, 5, 6))
    case.survey.printed = printed
    del case.survey.recipient_at
    outside = at_cell(case, finding(None, None), (2, 1))
    assert (outside.recipient, outside.column, outside.place) == (None, "A", None)
    assert cell_report(case, (2, 1)).recipient is None
