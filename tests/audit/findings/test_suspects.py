"""Which cells are named by a diagnosis, alone or together, and what is said of them."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from allokera.audit.case.case import Case
from allokera.audit.findings.disagreement import disagreements
from allokera.audit.findings.suspects import (
    explained,
    named,
    one_of_several,
    several,
    wrong_cells,
)
from allokera.audit.messages import AuditMessages
from allokera.audit.report.evidence import CellReport
from allokera.audit.report.report import Finding, Place, Severity
from allokera.diagnosis.check import Check
from allokera.diagnosis.diagnosis import Diagnosis
from allokera.diagnosis.likelihood import Explanation
from allokera.errors import Message, message
from allokera.kronor.keying import Slip
from allokera.relations.sheet.view import Cell
from audit.findings.sums import ACROSS, COLUMNS, DOWN, ONE, TOTAL, TWO, opened, who

Shared = Sequence[tuple[Fraction, Sequence[Cell]]]


def failing(*, is_told: bool = False, is_slight: bool = False) -> Check:
    """The check of the third row, that does not add up."""
    case = opened((2, "S", 3_421), is_told=is_told)
    check = next(check for check in case.network.failing if check.is_in_one_row)
    if is_slight:
        law = replace(check.law, broken=frozenset(), slight=frozenset({2}))
        return replace(check, law=law)
    return check


def diagnosis(
    checks: Sequence[Check], *shares: tuple[Fraction, Sequence[Cell]], is_whole: bool = True
) -> Diagnosis:
    usual = tuple(
        (share, Explanation(share, 1, {cell: {7: Fraction(1)} for cell in cells}, (), {}))
        for share, cells in shares
    )
    return Diagnosis(tuple(checks), usual, usual, is_whole)


def of(*parts: int) -> list[Fraction]:
    """Shares of one, in so many parts of ten thousand."""
    return [Fraction(part, 10_000) for part in parts]


def test_a_cell_is_named_that_is_wrong_almost_surely_or_likely() -> None:
    sure, likely, less = Fraction(1_000, 1_001), Fraction(10, 11), Fraction(909, 1_000)
    for share, severity in ((sure, Severity.ERROR), (likely, Severity.WARNING)):
        assert named(diagnosis([], (share, [ONE]), (1 - share, [TWO]))) == [(ONE, severity)]
    assert named(diagnosis([], (less, [ONE]), (1 - less, [TWO]))) == []
    both = diagnosis([], (likely, [TWO, ONE]))
    assert named(both) == [(ONE, Severity.WARNING), (TWO, Severity.WARNING)]
    assert named(diagnosis([], (sure, [ONE]), is_whole=False)) == [(ONE, Severity.WARNING)]


def test_of_several_cells_the_fewest_are_said_of_which_one_is_wrong_almost_surely() -> None:
    checks = [failing()] * 2
    one, two, three = of(5_000, 4_995, 5)
    shared = diagnosis(checks, (one, [ONE]), (two, [TWO]), (three, [TOTAL]))
    assert several(shared) == ([ONE, TWO], Severity.ERROR)
    one, two, three = of(5_000, 3_000, 2_000)
    assert several(diagnosis(checks, (one, [ONE]), (two, [TWO]), (three, [TOTAL]))) == (
        [ONE, TWO, TOTAL],
        Severity.ERROR,
    )
    # without being sure that one is, it is said of the relation
    one, two, rest = of(5_000, 4_900, 100)
    assert several(diagnosis(checks, (one, [ONE]), (two, [TWO]), (rest, []))) is None


def test_of_one_sum_that_fails_by_itself_it_is_said_unless_its_heading_names_its_parts() -> None:
    """It may hold a part that is not printed."""
    one, two = of(5_000, 5_000)
    sure = ((one, [ONE]), (two, [TWO]))
    check = failing()
    assert several(diagnosis([check], *sure)) is None
    stated = replace(check, law=replace(check.law, is_stated=True))
    assert several(diagnosis([stated], *sure)) == ([ONE, TWO], Severity.ERROR)
    # where nothing fails that can be explained nothing is said
    assert several(diagnosis([], (Fraction(1), []))) is None
    # that it is named a sum says of no part that it is one
    view = replace(check.law.claim.view, is_across=False)
    down = replace(check, law=replace(stated.law, claim=replace(check.law.claim, view=view)))
    assert several(diagnosis([down], *sure)) is None


def test_where_rows_are_a_step_off_or_something_was_fitted_it_is_warned_of_several() -> None:
    slight = failing(is_slight=True)
    one, two, rest = of(5_000, 4_900, 100)
    found = several(diagnosis([slight], (one, [ONE]), (two, [TWO]), (rest, [])))
    assert found == ([ONE, TWO], Severity.WARNING)
    one, two, rest = of(5_000, 4_000, 1_000)
    assert several(diagnosis([slight], (one, [ONE]), (two, [TWO]), (rest, []))) is None


def test_a_person_s_relation_a_named_cell_or_no_suspect_leaves_nothing_to_say_of_several() -> None:
    one, two = of(5_000, 5_000)
    pair = ((one, [ONE]), (two, [TWO]))
    assert several(diagnosis([failing(is_told=True)], *pair)) is None
    assert several(diagnosis([failing()], (Fraction(1), [ONE]))) is None
    assert several(diagnosis([failing()], (Fraction(1), []))) is None
    # one cell is named, and another check that it is not in has two suspects
    far = replace(failing(), line=4)
    elsewhere = ((4, 1), (4, 2))
    both = diagnosis(
        [failing(), far],
        *((half, [ONE, cell]) for half, cell in zip((one, two), elsewhere, strict=True)),
    )
    assert named(both) == [(ONE, Severity.ERROR)]
    assert several(both) == ([*elsewhere], Severity.ERROR)


def test_one_failing_relation_that_a_person_states_or_nothing_was_fitted_to_tells_for_all() -> None:
    one, two, rest = of(5_000, 4_900, 100)
    likely: Shared = ((one, [ONE]), (two, [TWO]), (rest, []))
    slight, plain = failing(is_slight=True), failing()
    assert several(diagnosis([slight], *likely)) == ([ONE, TWO], Severity.WARNING)
    for checks in ([slight, plain], [plain, slight]):
        assert several(diagnosis(checks, *likely)) is None
    one, two = of(5_000, 5_000)
    sure = ((one, [ONE]), (two, [TWO]))
    assert several(diagnosis([plain, plain], *sure)) == ([ONE, TWO], Severity.ERROR)
    told = failing(is_told=True)
    for checks in ([told, plain], [plain, told]):
        assert several(diagnosis(checks, *sure)) is None


def test_a_line_that_fails_with_the_numbers_that_are_told_is_put_down_to_no_cell() -> None:
    """By its row and its column the cell is 515; a number that is neither mends none."""
    case = opened((2, "A", 5_150))
    for value, lines in ((515, {True: {2}, False: {1}}), (516, {True: {2}, False: {1}}), (7, {})):
        best = Explanation(Fraction(1), 1, {ONE: {value: Fraction(1)}}, (), {})
        sure = ((Fraction(1), best),)
        told = Diagnosis(tuple(case.network.failing), sure, sure, is_whole=True)
        found = explained(case._replace(diagnoses=(told,)))
        assert {law.claim.view.is_across: rows for law, rows in found.items()} == lines
    # of which nothing is told may be anything
    best = Explanation(Fraction(1), 1, {ONE: {}}, (), {})
    untold = Diagnosis(tuple(case.network.failing), ((Fraction(1), best),), (), is_whole=True)
    assert len(explained(case._replace(diagnoses=(untold,)))) == 2


def naming(case: Case, share: Fraction, *values: int) -> Case:
    """A case in which one cell is wrong by so large a share, and any of some numbers as likely."""
    options = {value: Fraction(1, len(values)) for value in values}
    best = Explanation(share, 1, {ONE: options}, (), {})
    shares = ((share, best), (1 - share, Explanation(1 - share, 1, {TWO: {}}, (), {})))
    return case._replace(
        diagnoses=(Diagnosis(tuple(case.network.failing), shares, shares, is_whole=True),)
    )


@pytest.mark.parametrize(
    ("share", "values", "is_proven"),
    [
        (Fraction(1), (515,), True),
        (Fraction(10, 11), (515,), False),
        (Fraction(1), (514, 515), False),
    ],
    ids=["surely it, by one number", "likely it", "surely it, by one of two numbers"],
)
def test_what_a_cell_should_be_is_proven_where_it_is_surely_wrong_and_just_so(
    share: Fraction, values: Sequence[int], is_proven: bool
) -> None:
    (found,) = wrong_cells(naming(opened((2, "A", 5_150)), share, *values))
    assert (found.cell, found.is_proven) == (ONE, is_proven)
    assert found.suggestion == (values[0] if len(values) == 1 else None)


@pytest.mark.parametrize(
    ("values", "relations"),
    [((515,), (ACROSS,)), ((7,), (DOWN, ACROSS)), ((9_165,), (DOWN,))],
    ids=["what the row says", "what none says", "what the column says"],
)
def test_those_relations_are_named_that_tell_the_number_or_if_none_does_all_that_fail(
    values: Sequence[int], relations: Sequence[Message]
) -> None:
    """The column's total is 8 650 more, so that by the column it is 9 165."""
    case = opened((2, "A", 5_150), (6, "A", sum(COLUMNS["A"]) + 8_650))
    (found,) = wrong_cells(naming(case, Fraction(1), *values))
    assert dict(found.message.facts)["relations"] == relations


def test_where_relations_leave_no_number_a_cell_is_looked_up_at_its_source() -> None:
    """By its row it is 515, by its column 9 165."""
    case = opened((2, "A", 5_150), (6, "A", sum(COLUMNS["A"]) + 8_650))
    (found,) = wrong_cells(naming(case, Fraction(1), 515, 9_165))
    assert (found.remedy, found.expected) == (message(AuditMessages.look_up_at_source), None)


def test_a_wrong_cell_is_told_with_all_that_it_breaks() -> None:
    case = opened((2, "A", 5_150))
    (found,) = wrong_cells(case)
    assert replace(found, evidence=()) == Finding(
        code="wrong-cell",
        severity=Severity.ERROR,
        message=message(
            AuditMessages.relations_tell,
            name="C",
            printed="5150",
            column="A",
            is_sure=True,
            follows=Fraction(515),
            places=0,
            slip=Slip.ADDED,
            relations=(DOWN, ACROSS),
        ),
        remedy=message(AuditMessages.print_number, number=Fraction(515), places=0),
        recipient=who(2),
        column="A",
        place=Place(2, "A", "5150", 0, 4),
        read=5_150,
        suggestion=515,
        cell=ONE,
    )
    assert [*one_of_several(case)] == []
    laws = {law.claim.view.is_across: lines for law, lines in explained(case).items()}
    assert laws == {True: {2}, False: {1}}
    assert [*disagreements(case, "row-sum", "sum")] == []


def test_two_cells_that_are_exchanged_are_each_told_so() -> None:
    case = opened((2, "A", 833), (1, "A", 515))
    found = [*wrong_cells(case)]
    assert [(each.cell, each.suggestion) for each in found] == [((1, 1), 833), ((2, 1), 515)]
    assert {dict(each.message.facts)["slip"] for each in found} == {Slip.SWAPPED}


def with_diagnosis(case: Case, *shares: tuple[Fraction, Sequence[Cell]]) -> Case:
    return case._replace(diagnoses=(diagnosis(case.network.failing, *shares),))


def test_of_several_one_is_wrong_and_all_are_listed() -> None:
    case = opened((2, "S", 9_421), (6, "S", sum(COLUMNS["S"]) + 7_000))
    one, two = of(5_000, 5_000)
    told = with_diagnosis(case, (one, [ONE]), (two, [TWO]))
    (found,) = one_of_several(told)
    cells = (
        CellReport(who(2), "A", "515", ONE, 515),
        CellReport(who(2), "B", "1906", TWO, 1906),
    )
    assert replace(found, evidence=()) == Finding(
        code="one-of-several",
        severity=Severity.ERROR,
        message=message(
            AuditMessages.one_is_wrong,
            cells=(("C", "A", "515"), ("C", "B", "1906")),
            more=0,
            is_sure=True,
            relations=(ACROSS,),
        ),
        remedy=message(AuditMessages.look_up_at_source),
        recipient=who(2),
        column=None,
        place=Place(2, "A", "515", 0, 3),
        cell=ONE,
        cells=cells,
    )
    # of the rows that do not add up that one is shown which they stand in
    assert [each.cells[0].cell for each in found.evidence] == [TOTAL]
    # that its row does not add up is put down to these
    laws = {law.claim.view.is_across: lines for law, lines in explained(told).items()}
    assert laws == {True: {2}}
    below = (3, 1)
    (down,) = one_of_several(with_diagnosis(case, (one, [ONE]), (two, [below])))
    assert (down.recipient, down.column) == (None, "A")


def test_six_cells_are_named_and_the_others_counted() -> None:
    case = opened((2, "S", 9_421))
    cells = [(row, column) for row in (2, 3, 4) for column in (1, 2, 3)][:8]
    shares = [(Fraction(1, 8), [cell]) for cell in cells]
    (found,) = one_of_several(with_diagnosis(case, *shares))
    facts = dict(found.message.facts)
    named_ones = facts["cells"]
    assert isinstance(named_ones, tuple)
    assert (len(named_ones), facts["more"], len(found.cells)) == (6, 2, 8)
    seven = [(Fraction(1, 6), [cell]) for cell in cells[:6]]
    (found,) = one_of_several(with_diagnosis(case, *seven))
    assert dict(found.message.facts)["more"] == 0
