"""Which notes of single rows become one of a column, by a base that was found, and which do not."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

import pytest

from allokera.audit.case.case import Brief, Case
from allokera.audit.findings.disagreement import gathered, other_rule
from allokera.audit.findings.proof.by_relations import broken_lines
from allokera.audit.findings.reporting import relation_words
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Check, Ground
from allokera.audit.report.report import Candidate, Finding, Place, Severity
from allokera.audit.survey.found import Survey, sheet_of
from allokera.errors import message
from allokera.kronor.keying import Slip
from allokera.kronor.notation import UNDECIDED
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.fitted import Fitted
from allokera.relations.laws.law import law_told
from allokera.relations.sheet.reading import read_sheet
from audit.cases import case_of, table_of

WEIGHTS = [10_007 + 1_013 * at * at for at in range(9)]
COLUMNS = {"one": 3, "two": 2}


def opened(*off: tuple[int, str]) -> Case:
    """Two columns that follow a base that nobody told; in some rows 5 000 more was paid."""
    columns = {"base": WEIGHTS} | {
        name: [times * each + 5_000 * ((row, name) in off) for row, each in enumerate(WEIGHTS)]
        for name, times in COLUMNS.items()
    }
    table = table_of(columns)
    printed = sheet_of(table.recipients, table.columns)
    sheet = read_sheet(printed.texts, UNDECIDED, without=(0,), names=["", *columns])
    sheet = sheet._replace(labels=[each.name for each in table.recipients])
    laws = []
    for place, times in enumerate(COLUMNS.values(), 2):
        corner = (Fraction(0), Fraction(times))
        claim = weigh(sheet.views()[0], Fitted(place, (1,), (corner, corner)), 0)
        laws.append(replace(law_told(claim), is_told=False, is_stated=False))
    case = case_of(table, Brief(base=None, envelopes={}), laws)
    return case._replace(survey=Survey(sheet, printed, laws))


def noted(row: int | None, column: str = "one", **changes: object) -> Finding:
    plain = Finding(
        code="x",
        severity=Severity.NOTE,
        message=message(AuditMessages.look_up),
        remedy=message(AuditMessages.look_up),
        column=column,
        place=None if row is None else Place(row, column, "5", 0, 1),
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def check(rests_on: Ground = Ground.ROWS, code: str = "x") -> Check:
    return Check(code, lambda _: iter(()), rests_on=rests_on)


def told(found: Iterator[Finding]) -> list[tuple[str, str | None, object]]:
    """The codes, the columns, and who is named."""
    return [(each.code, each.column, dict(each.message.facts).get("names")) for each in found]


BY_ITSELF = ("x", "one", None)


def test_notes_of_rows_of_one_column_become_one_that_tells_the_rule_and_what_it_gives() -> None:
    case = opened((4, "one"), (2, "one"))
    law = case.survey.laws[0]
    (found,) = gathered(case, [(check(), noted(4)), (check(Ground.BASE), noted(2))])
    assert found == other_rule(case, law, [2, 4])
    assert found == Finding(
        code="other-rule",
        severity=Severity.NOTE,
        message=message(
            AuditMessages.other_rule,
            relation=relation_words(case.survey, law.claim),
            names=("C", "E"),
            more=0,
        ),
        remedy=message(AuditMessages.ask_for_the_rule),
        column="one",
        evidence=broken_lines(case, law, [2, 4]),
    )
    assert [each.cells[0].cell for each in found.evidence] == [(2, 2), (4, 2)]


@pytest.mark.parametrize(
    ("made", "finding"),
    [
        (check(), noted(2, severity=Severity.WARNING)),
        (check(), noted(2, candidates=(Candidate(5, Slip.ADDED),))),
        (check(Ground.CELL), noted(2)),
        (check(Ground.CELL), noted(None)),
        (check(Ground.EVENT), noted(2)),
        (check(Ground.ALL_LAWS), noted(None)),
    ],
    ids=[
        "a warning",
        "what a slip explains",
        "a cell by itself",
        "a name by itself",
        "what happened to rows together",
        "what all relations say of no row",
    ],
)
def test_what_is_more_than_a_note_of_a_row_by_other_rows_stays_by_itself(
    made: Check, finding: Finding
) -> None:
    case = opened((2, "one"))
    assert [*gathered(case, [(made, finding)])] == [finding]
    assert told(gathered(case, [(check(), noted(2))])) == [("other-rule", "one", ("C",))]


def test_by_a_base_that_is_told_or_none_every_note_stays_by_itself() -> None:
    case = opened((2, "one"))
    for other in (
        case._replace(brief=case.brief._replace(base="base")),
        case._replace(base=None),
        case._replace(base=None, brief=case.brief._replace(base="base")),
    ):
        assert told(gathered(other, [(check(), noted(2))])) == [BY_ITSELF]


def test_a_row_that_the_relation_lets_stand_is_not_said_to_break_it() -> None:
    case = opened((2, "one"))
    assert told(gathered(case, [(check(), noted(3))])) == [BY_ITSELF]
    # nor one of a column that follows nothing
    assert told(gathered(case, [(check(), noted(2, "apart"))])) == [("x", "apart", None)]


def test_a_base_amount_breaks_the_relations_of_all_columns_or_of_none() -> None:
    both = opened((2, "one"), (2, "two"))
    made = [(check(Ground.BASE), noted(2, "base"))]
    assert told(gathered(both, made)) == [
        ("other-rule", "one", ("C",)),
        ("other-rule", "two", ("C",)),
    ]
    # that of one column clears it
    assert told(gathered(opened((2, "one")), made)) == [("x", "base", None)]


def test_where_it_is_open_which_rows_are_wrong_all_that_are_off_are_named() -> None:
    case = opened((2, "one"), (5, "one"))
    law, other = case.survey.laws
    unsure = replace(law, broken=frozenset({2}), doubtful=frozenset({5}))
    survey = case.survey
    case = case._replace(survey=Survey(survey.sheet, survey.printed, [unsure, other]))
    made = check()
    assert told(gathered(case, [(made, noted(None))])) == [("other-rule", "one", ("C", "F"))]
    # of a column that no row is off there is nothing to gather
    assert told(gathered(case, [(made, noted(None, "two"))])) == [("x", "two", None)]
