"""Laws that lines break: one finding a law, with the lines and what each gives."""

from dataclasses import replace
from fractions import Fraction

import pytest

from allokera.audit.case.case import Brief, Case
from allokera.audit.findings.disagreement import disagreements
from allokera.audit.messages import AuditMessages
from allokera.audit.report.report import Finding, Place, Severity
from allokera.audit.survey.found import Survey, sheet_of
from allokera.errors import message
from allokera.kronor.notation import UNDECIDED
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import Law, law_told
from allokera.relations.sheet.reading import read_sheet
from audit.cases import case_of, table_of
from audit.findings.sums import ACROSS, DOWN, TOTAL, opened, who


def unexplained(case: Case) -> Case:
    return case._replace(diagnoses=())


def test_a_law_that_lines_break_is_one_finding_with_the_lines() -> None:
    case = unexplained(opened((2, "S", 9_421), (4, "S", 8_554)))
    (down, across) = sorted(disagreements(case, "x", "sum"), key=lambda each: each.cell or (0, 0))[
        ::-1
    ]
    assert [each.cells[0].cell for each in across.evidence] == [TOTAL, (4, 3)]
    assert replace(across, evidence=()) == Finding(
        code="x",
        severity=Severity.WARNING,
        message=message(
            AuditMessages.relation_fails,
            relation=ACROSS,
            name="C",
            printed="9421",
            follows=Fraction(2_421),
            places=0,
            more=("E",),
        ),
        remedy=message(AuditMessages.something_unprinted),
        recipient=None,
        column="S",
        place=Place(2, "S", "9421", 0, 4),
        cell=TOTAL,
    )
    assert (down.recipient, down.column, down.cell) == (who(6), "S", (6, 3))
    assert dict(down.message.facts)["relation"] == DOWN
    assert dict(down.message.facts)["more"] == ()
    for is_across, expected in ((True, [across]), (False, [down]), (None, 2)):
        found = [*disagreements(case, "x", "sum", is_across=is_across)]
        assert len(found) == expected if expected == 2 else found == expected
    assert [*disagreements(case, "x", "ratio")] == []


def test_one_line_that_breaks_a_law_is_its_recipient_s() -> None:
    case = unexplained(opened((2, "S", 9_421)))
    (found,) = disagreements(case, "x", "sum", is_across=True)
    assert found.recipient == who(2)
    assert dict(found.message.facts)["more"] == ()


def test_where_the_parts_cancel_out_nothing_follows() -> None:
    case = unexplained(opened((2, "A", -1_906), (2, "B", 1_906), (2, "S", 9_421)))
    (found,) = disagreements(case, "x", "sum", is_across=True)
    assert (found.recipient, dict(found.message.facts)["follows"]) == (who(2), 0)


def in_survey(case: Case, *laws: Law) -> Case:
    survey = case.survey
    return unexplained(case)._replace(survey=Survey(survey.sheet, survey.printed, laws))


def test_what_a_person_states_is_an_error_and_a_step_off_a_note() -> None:
    case = opened((2, "S", 9_421))
    law = case.survey.laws[0]
    (told,) = disagreements(in_survey(case, replace(law, is_told=True)), "x", "sum")
    assert told.severity is Severity.ERROR
    slight = replace(law, broken=frozenset(), slight=frozenset({2, 3}))
    (step,) = disagreements(in_survey(case, slight), "x", "sum")
    assert step.severity is Severity.NOTE
    assert step.message.code == "relation_nearly"
    assert step.remedy == message(AuditMessages.round_alike)
    both = replace(law, broken=frozenset({4}), slight=frozenset({2}))
    found = [*disagreements(in_survey(case, both), "x", "sum")]
    assert [each.severity for each in found] == [Severity.WARNING, Severity.NOTE]


@pytest.mark.parametrize(("lines", "more"), [(1, 0), (5, 4), (13, 12), (20, 12)])
def test_twelve_more_lines_are_named(lines: int, more: int) -> None:
    rows = 24
    body = [[100 + 7 * row, 211 + 3 * row] for row in range(rows)]
    columns = {
        "A": [one for one, _ in body],
        "B": [two for _, two in body],
        "S": [one + two + 5_000 * (row < lines) for row, (one, two) in enumerate(body)],
    }
    table = table_of(columns)
    printed = sheet_of(table.recipients, table.columns)
    sheet = read_sheet(printed.texts, UNDECIDED, without=(0,), names=["", *columns])
    law = law_told(weigh(sheet.views()[0], Sum(3, (1, 2)), 0))
    case = case_of(table, Brief(base=None, envelopes={}))
    case = case._replace(survey=Survey(sheet, printed, [law]))
    (found,) = disagreements(unexplained(case), "x", "sum")
    others = dict(found.message.facts)["more"]
    assert isinstance(others, tuple)
    assert len(others) == more
