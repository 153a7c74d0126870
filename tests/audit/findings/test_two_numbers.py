"""What is not proven: where two things say two numbers, and where a check goes on failing."""

from fractions import Fraction

import pytest

from allokera.audit.case.case import Case
from allokera.audit.findings.echoes import without_echoes
from allokera.audit.findings.mended import take_back
from allokera.audit.outcome import Check, Ground
from allokera.audit.report.report import Finding, Severity
from audit.findings.sums import opened
from audit.findings.test_mended import finding
from audit.findings.test_suspects import diagnosis

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE
SHARES, LAWS = (
    Check(code, lambda _: iter(()), rests_on=rests_on)
    for code, rests_on in (("rows", Ground.ROWS), ("laws", Ground.ALL_LAWS))
)
CELL = (2, 1)


def kept(case: Case, *made: tuple[Check, Finding]) -> dict[str, tuple[Severity, bool]]:
    return {check.code: (each.severity, each.is_proven) for check, each in take_back(case, made)}


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_of_two_numbers_that_of_all_relations_is_tried_and_the_other_is_not_proven(
    order: tuple[int, int],
) -> None:
    """515 stands in the row and in the column; 517 is two off, more than rounding leaves."""
    case = opened((2, "A", 5_150))
    both = [(SHARES, finding(CELL, 517)), (LAWS, finding(CELL, 515))]
    assert kept(case, *(both[at] for at in order)) == {
        "rows": (ERROR, False),
        "laws": (ERROR, True),
    }
    # though that of shares would do
    both = [(SHARES, finding(CELL, 515)), (LAWS, finding(CELL, 517))]
    assert kept(case, *(both[at] for at in order)) == {
        "rows": (ERROR, False),
        "laws": (ERROR, False),
    }
    # what is not proven says nothing
    both = [(SHARES, finding(CELL, 515)), (LAWS, finding(CELL, 517, is_proven=False))]
    assert kept(case, *(both[at] for at in order)) == {
        "rows": (ERROR, True),
        "laws": (ERROR, False),
    }


def test_where_both_say_one_number_it_is_proven_by_both() -> None:
    case = opened((2, "A", 5_150))
    both = [(SHARES, finding(CELL, 515)), (LAWS, finding(CELL, 515))]
    assert kept(case, *both) == {"rows": (ERROR, True), "laws": (ERROR, True)}


def test_by_a_base_that_is_told_the_number_of_shares_stands() -> None:
    case = opened((2, "A", 5_150))
    case = case._replace(brief=case.brief._replace(base="A"))
    both = [(SHARES, finding(CELL, 517)), (LAWS, finding(CELL, 515))]
    assert kept(case, *both) == {"rows": (ERROR, True), "laws": (ERROR, True)}


@pytest.mark.parametrize(
    ("severity", "suggestion", "is_proven"),
    [(WARNING, None, True), (ERROR, None, True), (NOTE, None, False), (WARNING, 744, True)],
    ids=["warned of", "wrong", "noted", "mended"],
)
def test_a_check_may_go_on_failing_by_another_cell_that_is_wrong(
    severity: Severity, suggestion: int | None, is_proven: bool
) -> None:
    """One of which nothing is proven: two numbers of one row are wrong, and so are both columns."""
    case = opened((1, "A", 8_330), (1, "B", 7_440))
    other, wrong = finding((1, 2), suggestion, severity=severity), finding((1, 1), 833)
    assert kept(case, (LAWS, wrong)) == {"laws": (ERROR, False)}
    for made in ([(LAWS, other), (LAWS, wrong)], [(LAWS, wrong), (LAWS, other)]):
        found = [each for _, each in take_back(case, made) if each.cell == (1, 1)]
        assert [(each.severity, each.is_proven) for each in found] == [(ERROR, is_proven)]
    # what is said of no cell excuses none
    nowhere = (LAWS, finding(None, None, severity=WARNING))
    assert take_back(case, [nowhere, (LAWS, wrong)])[1][1].is_proven is False


def test_proven_numbers_after_a_finding_without_a_cell_are_tried_as_well() -> None:
    case = opened((2, "A", 5_150))
    made = [(LAWS, finding(None, 7)), (LAWS, finding((2, 2), None)), (LAWS, finding(CELL, 60_000))]
    assert [each.is_proven for _, each in take_back(case, made)] == [True, True, False]


@pytest.mark.parametrize("is_proven", [True, False])
def test_what_shares_do_not_prove_gives_way_to_what_all_relations_say(is_proven: bool) -> None:
    case = opened((2, "A", 5_150))
    sure = diagnosis(case.network.failing, (Fraction(1), [CELL]))
    case = case._replace(diagnoses=(sure,))
    shares, laws = finding(CELL, 515, is_proven=is_proven), finding(CELL, 516)
    found = without_echoes(case, [(SHARES, shares), (LAWS, laws)])
    assert found == [(SHARES, shares) if is_proven else (LAWS, laws)]
