"""Between which numbers a cell is shown to be: in steps of its column, in kronor, and no more."""

from dataclasses import replace
from fractions import Fraction

from allokera.audit.findings.proof.by_relations import against, broken, broken_lines
from allokera.diagnosis.check import NONE
from audit.findings import test_gathered
from audit.findings.test_proofs import SUM, case_with, ends


def test_what_a_cell_may_hold_is_what_its_column_is_rounded_to() -> None:
    body = [(1_000 * (100 + 7 * row * row), 1_000 * (211 + 3 * row)) for row in range(9)]
    columns = {
        "A": [str(one) for one, _ in body],
        "B": [str(two) for _, two in body],
        "S": [str(one + two + 90_000 * (row == 4)) for row, (one, two) in enumerate(body)],
    }
    case = case_with(columns, (SUM, True))
    right = sum(body[4])
    (found,) = broken(case, case.network.failing)
    assert ends(found) == (right - 1_000, right + 1_000)
    assert found.lower is not None and found.lower % 1_000 == 0


def test_of_one_multiple_that_a_cell_may_be_both_ends_are_that() -> None:
    """In whole kronor what is left of a total for a part in thousands is within half of one."""
    body = [(1_000 * (100 + 7 * row * row), 211_003 + 3_001 * row) for row in range(9)]
    columns = {
        "A": [str(one + 90_000 * (row == 4)) for row, (one, _) in enumerate(body)],
        "B": [str(two) for _, two in body],
        "S": [str(one + two) for one, two in body],
    }
    case = case_with(columns, (SUM, True))
    units = [case.network.column(column).unit for column in (1, 2, 3)]
    assert units == [1_000, 1, 1]
    (check,) = case.network.failing
    right = body[4][0]
    bounds = check.allowed((4, 1))
    assert bounds is not None and bounds[0] < right < bounds[1]
    (own,) = against(case, [check], (4, 1), NONE)
    assert ends(own) == (right, right)
    # the total is in ones: it is shown as near as the thousands of its part let it be
    (total,) = broken(case, [check])
    assert ends(total) == (sum(body[4]) + 90_000 - 501, sum(body[4]) + 90_000 + 501)


def test_in_a_column_of_thousands_a_number_is_shown_in_kronor_and_what_a_printed_one_is_worth() -> (
    None
):
    case = test_gathered.opened((2, "one"))
    trial, other = case.trials
    column = replace(trial.sheet.column, worth=1_000)
    trial = trial._replace(sheet=trial.sheet._replace(column=column))
    law = case.survey.laws[0]
    (plain,) = broken_lines(case, law, [2])
    (worth,) = broken_lines(case._replace(trials=(trial, other)), law, [2])
    assert (plain.worth, worth.worth) == (1, 1_000)
    assert plain.lower is not None and plain.upper is not None
    assert ends(worth) == (1_000 * plain.lower, 1_000 * plain.upper)
    assert worth.cells[0].read == 1_000 * Fraction(plain.cells[0].read or 0)
