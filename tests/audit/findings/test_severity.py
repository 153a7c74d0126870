"""How much a finding may weigh by what it rests on, and by whether the base is told or found."""

from dataclasses import replace
from fractions import Fraction

import pytest

from allokera.audit.case.case import Brief, Case
from allokera.audit.findings.severity import weighed
from allokera.audit.messages import AuditMessages
from allokera.audit.outcome import Check, Ground
from allokera.audit.report.report import Finding, Place, Severity
from allokera.audit.shares.odds import Odds
from allokera.audit.survey.found import Survey
from allokera.errors import message
from allokera.model import Recipient
from allokera.names import Likeness, Match
from audit.cases import case_of, table_of
from audit.findings import test_gathered
from audit.findings.test_suspects import diagnosis

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
WEIGHTS = [10_007 + 1_013 * at * at for at in range(12)]
AMOUNTS = [7 * weight for weight in WEIGHTS]
OTHERS = [3 * weight for weight in WEIGHTS]


def opened(*wrong: int, both: bool = False, more: int = 40_000_007) -> Case:
    """A case whose base is told: two columns follow it, and one does not."""
    amounts = [each + more * (row in wrong) for row, each in enumerate(AMOUNTS)]
    others = [each + more * (both and row in wrong) for row, each in enumerate(OTHERS)]
    table = table_of({"base": WEIGHTS, "one": amounts, "two": others, "apart": OTHERS[::-1]})
    return case_of(table, Brief(base="base", envelopes={}, rule="half-up"))


def found(case: Case) -> Case:
    """As if nobody had told the base, and it had been found."""
    return case._replace(brief=case.brief._replace(base=None))


def finding(row: int | None = 3, column: str | None = "one", **changes: object) -> Finding:
    plain = Finding(
        code="x",
        severity=ERROR,
        message=message(AuditMessages.look_up),
        remedy=message(AuditMessages.look_up),
        recipient=None if row is None else Recipient(code="", name="D"),
        column=column,
        place=None if row is None or column is None else Place(row, column, "5", 0, 1),
        read=5,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]


def weight(case: Case, rests_on: Ground, given: Finding) -> Severity:
    check = Check("x", lambda _: iter(()), rests_on=rests_on)
    return weighed(case, check, given).severity


@pytest.mark.parametrize("rests_on", Ground)
@pytest.mark.parametrize("severity", Severity)
def test_where_the_base_is_told_a_check_says_what_it_weighs(
    rests_on: Ground, severity: Severity
) -> None:
    assert weight(opened(), rests_on, finding(severity=severity)) is severity


@pytest.mark.parametrize("rests_on", Ground)
def test_nothing_is_ever_made_to_weigh_more(rests_on: Ground) -> None:
    assert weight(found(opened(3)), rests_on, finding(severity=NOTE)) is NOTE


@pytest.mark.parametrize("column", ["one", "two", "base", "apart", None])
def test_a_misprint_is_an_error_where_the_column_follows_the_base(column: str | None) -> None:
    case = found(opened())
    expected = ERROR if column in {"one", "two", "base"} else WARNING
    assert weight(case, Ground.MISPRINT, finding(column=column)) is expected


def test_a_cell_by_itself_is_a_note_and_who_stands_twice_an_error_where_it_is_shared_out() -> None:
    case = found(opened())
    listed = tuple(Match(each, Likeness.EXACT) for each in case.recipients)
    for given, expected in (
        (finding(), NOTE),
        (finding(row=None), NOTE),
        (finding(column=None), ERROR),
        (finding(row=None, column=None), NOTE),
    ):
        known = case._replace(matches=listed)
        assert weight(known, Ground.CELL, given) is expected
        # of whom no list knows it may be one thing of several, by turns
        assert weight(case, Ground.CELL, given) is NOTE
    assert weight(case._replace(base=None), Ground.CELL, finding(column=None)) is NOTE


@pytest.mark.parametrize(
    ("suggestion", "read", "expected"), [(7, 5, ERROR), (None, 5, NOTE), (7, None, NOTE)]
)
def test_a_base_amount_is_wrong_where_one_number_mends_all_columns(
    suggestion: int | None, read: int | None, expected: Severity
) -> None:
    given = finding(column="base", suggestion=suggestion, read=read)
    assert weight(found(opened()), Ground.BASE, given) is expected


@pytest.mark.parametrize(
    ("suggestion", "expected"), [(5, NOTE), (6, NOTE), (4, NOTE), (7, ERROR), (None, ERROR)]
)
def test_an_event_that_moves_a_cell_by_a_unit_is_none(
    suggestion: int | None, expected: Severity
) -> None:
    case = found(opened())
    assert {trial.sheet.unit for trial in case.trials} == {1}
    assert weight(case, Ground.EVENT, finding(suggestion=suggestion)) is expected
    assert weight(case, Ground.EVENT, finding(suggestion=suggestion, read=None)) is ERROR


@pytest.mark.parametrize("rests_on", [Ground.ROWS, Ground.EVENT, Ground.BASE])
def test_in_a_column_that_follows_no_base_rows_say_nothing(rests_on: Ground) -> None:
    assert weight(found(opened()), rests_on, finding(column="apart", suggestion=900)) is NOTE
    assert weight(found(opened()), rests_on, finding(column=None, suggestion=900)) is NOTE


def test_a_slip_is_an_error_beside_one_more_column_or_where_odds_are_not_against_it() -> None:
    case = found(opened(3, more=9 * AMOUNTS[3]))
    for trials, usual, expected in (
        (2, Fraction(1, 2), ERROR),
        (1, Fraction(1, 2), NOTE),
        (1, Fraction(1), ERROR),
        (1, Fraction(99, 100), NOTE),
    ):
        odds = {"one": {row: Odds(usual, usual) for row in range(len(case.recipients))}}
        held = case._replace(trials=case.trials[:trials], odds=odds)
        assert weight(held, Ground.ROWS, finding()) is expected


def test_a_row_that_is_off_by_a_slip_is_wrong_and_in_several_columns_it_is_of_another_kind() -> (
    None
):
    slipped = 9 * AMOUNTS[3]
    case = found(opened(3, more=slipped))
    assert case.trials[0].accused == (3,)
    assert case.trials[0].mendings[3].suggestion == AMOUNTS[3]
    assert weight(case, Ground.ROWS, finding()) is ERROR
    both = case._replace(trials=(case.trials[0], case.trials[0], *case.trials[2:]))
    assert weight(both, Ground.ROWS, finding()) is NOTE


@pytest.mark.parametrize(
    ("row", "column", "changes", "expected"),
    [
        (3, "one", {}, NOTE),
        (2, "one", {}, ERROR),
        (2, "two", {}, NOTE),
        (3, "base", {}, ERROR),
        (3, "one", {"read": None}, ERROR),
        (3, "one", {"place": None}, ERROR),
    ],
    ids=[
        "a row that follows",
        "one that does not",
        "it follows in the other column",
        "a base amount follows nothing",
        "what is no number follows nothing",
        "neither does a column",
    ],
)
def test_by_a_base_that_was_found_a_row_that_the_law_lets_stand_is_not_called_wrong(
    row: int, column: str, changes: dict[str, object], expected: Severity
) -> None:
    case = test_gathered.opened((2, "one"))._replace(diagnosed={})
    given = finding(row, column, suggestion=900, **changes)
    assert weight(case, Ground.EVENT, given) is expected
    # where no base is known, or no law, nothing lets it stand
    assert weight(case._replace(base=None, trials=case.trials), Ground.EVENT, given) is (
        NOTE if column == "base" else ERROR
    )
    lawless = case._replace(survey=Survey(case.survey.sheet, case.survey.printed, []))
    assert weight(lawless, Ground.EVENT, given) is ERROR


@pytest.mark.parametrize(
    ("column", "step", "suggestion", "expected"),
    [
        ("one", 1_000, 1_005, NOTE),
        ("one", 1_000, 1_006, ERROR),
        ("one", 1, 6, NOTE),
        ("one", 1, 7, ERROR),
        # a base amount is in ones
        ("base", 1_000, 6, NOTE),
        ("base", 1_000, 7, ERROR),
    ],
)
def test_an_event_that_moves_a_cell_by_a_unit_of_its_column_is_none(
    column: str, step: int, suggestion: int, expected: Severity
) -> None:
    case = found(opened())
    trials = tuple(each._replace(sheet=each.sheet._replace(unit=step)) for each in case.trials)
    given = finding(column=column, suggestion=suggestion)
    assert weight(case._replace(trials=trials), Ground.EVENT, given) is expected


def test_of_what_other_rows_weigh_nothing_of_there_is_a_note() -> None:
    case = found(opened(3, more=9 * AMOUNTS[3]))
    assert weight(case, Ground.ROWS, finding()) is ERROR
    for row, column in ((4, "one"), (None, "one"), (3, "base")):
        assert weight(case, Ground.ROWS, finding(row, column)) is NOTE


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (Fraction(1_000, 1_001), ERROR),
        (Fraction(10, 11), WARNING),
        (Fraction(909, 1_000), NOTE),
    ],
)
def test_a_cell_is_called_wrong_as_surely_as_it_is_the_one_by_all_relations(
    share: Fraction, expected: Severity
) -> None:
    """A thousand to one, or ten to one, that it is this cell and no other of its row."""
    case = test_gathered.opened((2, "one"))
    by_laws = diagnosis([], (share, [(2, 2)]), (1 - share, [(2, 1)]))
    given = finding(2, "one", suggestion=900)
    for cell, weighs in (((2, 2), expected), ((2, 1), ERROR)):
        told = case._replace(diagnosed={cell: by_laws})
        assert weight(told, Ground.EVENT, given) is weighs
    # it is no more than a note where the other rows make it that, and of no cell nothing is told
    told = case._replace(diagnosed={(2, 2): by_laws})
    assert weight(told, Ground.BASE, finding(2, "one")) is NOTE
    assert weight(told, Ground.EVENT, replace(given, place=None)) is ERROR
