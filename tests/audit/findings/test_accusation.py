"""One cell put into a finding: what is printed, what it may have been, and who proves it."""

from dataclasses import replace
from fractions import Fraction

import pytest

from allokera.audit.case.case import Case
from allokera.audit.findings.accusation import accuse, accuse_all
from allokera.audit.findings.proof.by_pools import contradiction, needs_of, prove
from allokera.audit.messages import AuditMessages
from allokera.audit.report.report import Candidate, Finding, Place, Severity, Tried
from allokera.audit.rounding.interval import Interval
from allokera.audit.shares.event import Happening
from allokera.audit.shares.sheet import Sheet
from allokera.errors import Message, message
from allokera.kronor.keying import Slip
from audit.findings.small import THRICE, TOTAL, WEIGHTS, needed, opened, who, with_row, witness

WHAT = message(AuditMessages.look_up)
LOOK_UP = message(AuditMessages.look_up)
LAST = witness(5, "1803", 1_803, holds=True)
"""The largest row, which tells the pool best."""


def printed(row: int, text: str, what: Message = WHAT) -> Message:
    return message(AuditMessages.is_printed, name=who(row).name, printed=text, what=what)


def amount_to_print(amount: int) -> Message:
    return message(AuditMessages.print_amount, amount=amount, worth=Fraction(1))


def just(amount: int) -> Interval:
    return Interval(Fraction(amount), Fraction(amount))


def one(case: Case) -> Sheet:
    return case.trials[0].sheet


def test_a_cell_with_a_digit_too_many_is_told_what_it_should_be() -> None:
    case = opened(with_row(THRICE, 2, 9_210))
    found = accuse(case, one(case), 2, code="x", what=WHAT)
    assert found == Finding(
        code="x",
        severity=Severity.ERROR,
        message=message(AuditMessages.mended, said=printed(2, "9210"), amount=921, slip=Slip.ADDED),
        remedy=amount_to_print(921),
        recipient=who(2),
        column="one",
        place=Place(2, "one", "9210", 0, 4),
        read=9_210,
        expected=just(921),
        candidates=(Candidate(921, Slip.ADDED),),
        suggestion=921,
        tried=found.tried,
        evidence=(witness(2, "9210", 9_210, holds=False), LAST),
    )
    assert found.tried is not None
    assert found.tried.others == 5
    # in ones every number is whole but those that begin with a nought
    assert 0 < found.tried.whole <= found.tried.near
    warned = accuse(case, one(case), 2, code="y", what=WHAT, severity=Severity.WARNING, span=(1, 3))
    assert warned == replace(
        found, code="y", severity=Severity.WARNING, place=Place(2, "one", "9210", 1, 3)
    )


@pytest.mark.parametrize("cell", ["9O1 x", ""])
def test_a_cell_that_cannot_be_read_is_bounded_by_the_other_rows(cell: str) -> None:
    case = opened(with_row(THRICE, 2, cell))
    said = printed(2, cell) if cell else message(AuditMessages.nothing_printed, name="C", what=WHAT)
    assert accuse(case, one(case), 2, code="x", what=WHAT) == Finding(
        code="x",
        severity=Severity.ERROR,
        message=said,
        remedy=message(AuditMessages.look_up_between, allowed=(921, 921)),
        recipient=who(2),
        column="one",
        place=Place(2, "one", cell, 0, len(cell)),
        expected=just(921),
        tried=Tried(0, 0, 5),
    )


def test_of_a_malformed_cell_the_digits_are_the_proof() -> None:
    case = opened(with_row(THRICE, 2, "92 10"))
    found = accuse(case, one(case), 2, code="x", what=WHAT)
    assert found.read is None
    assert found.evidence == (witness(2, "92 10", 9_210, holds=False), LAST)


def test_several_amounts_that_it_may_have_been_are_listed() -> None:
    """Two of a third row's digits may be lost, for the others allow it any of ten."""
    case = opened(with_row(THRICE, 2, 9_210))
    trial = case.trials[0]
    mending = trial.mendings[2]
    other = mending.candidates[0]._replace(amount=922, slip=Slip.REPLACED)
    several = mending._replace(candidates=(*mending.candidates, other), allowed=range(921, 923))
    case = case._replace(trials=(trial._replace(mendings={2: several}), case.trials[1]))
    found = accuse(case, one(case), 2, code="x", what=WHAT)
    assert found.message == printed(2, "9210")
    assert found.remedy == message(
        AuditMessages.look_up_among, amounts=(921, 922), worth=Fraction(1)
    )
    assert found.candidates == (Candidate(921, Slip.ADDED), Candidate(922, Slip.REPLACED))
    assert (found.suggestion, found.expected) == (None, Interval(Fraction(921), Fraction(922)))


def test_a_base_amount_is_proved_wrong_in_another_column() -> None:
    """By ten times its weight the row would need a tenth of the pool."""
    case = opened(base=with_row(WEIGHTS, 2, 3_070))
    assert case.base is not None
    assert accuse(case, case.base, 2, code="x", what=WHAT) == Finding(
        code="x",
        severity=Severity.ERROR,
        message=message(AuditMessages.mended, said=printed(2, "3070"), amount=307, slip=Slip.ADDED),
        remedy=amount_to_print(307),
        recipient=who(2),
        column="base",
        place=Place(2, "base", "3070", 0, 4),
        read=3_070,
        expected=just(307),
        candidates=(Candidate(307, Slip.ADDED),),
        suggestion=307,
        tried=accuse(case, case.base, 2, code="x", what=WHAT).tried,
        evidence=(witness(2, "921", 921, holds=False, weight=3_070), LAST),
    )


def test_a_row_that_fits_is_printed_as_it_is_and_nothing_proves_it_wrong() -> None:
    case = opened()
    found = accuse(case, one(case), 2, code="x", what=WHAT)
    assert (found.message, found.remedy) == (printed(2, "921"), amount_to_print(921))
    assert (found.expected, found.candidates, found.tried, found.evidence) == (None, (), None, ())


MIXED = (*THRICE[:3], *(5 * weight for weight in WEIGHTS[3:]))


def test_where_rows_contradict_each_other_there_is_nothing_to_print() -> None:
    case = opened(MIXED)
    found = accuse(case, one(case), 0, code="x", what=WHAT)
    assert (found.message, found.remedy) == (printed(0, "303"), LOOK_UP)
    assert (found.read, found.suggestion, found.tried) == (303, None, None)


def test_rows_that_are_exchanged_are_each_told_what_the_other_prints() -> None:
    moved = with_row(with_row(THRICE, 1, THRICE[4]), 4, THRICE[1])
    case = opened(moved)
    event = case.trials[0].event
    assert event is not None and event.happening is Happening.SWAPPED_ROWS
    whats = {1: WHAT, 4: message(AuditMessages.strike_the_row)}
    found = [*accuse_all(case, one(case), event, whats)]
    assert found == [
        Finding(
            code="swapped-rows",
            severity=Severity.ERROR,
            message=message(
                AuditMessages.follows, said=printed(row, str(read), whats[row]), amount=right
            ),
            remedy=amount_to_print(right),
            recipient=who(row),
            column="one",
            place=Place(row, "one", str(read), 0, len(str(read))),
            read=read,
            candidates=(Candidate(right, Slip.SWAPPED),),
            suggestion=right,
            evidence=(witness(row, str(read), read, holds=False), LAST),
        )
        for row, read, right in ((1, THRICE[4], THRICE[1]), (4, THRICE[1], THRICE[4]))
    ]


def test_two_rows_show_that_a_column_contradicts_itself() -> None:
    """Of three kronor a head the largest row, of five the largest as well."""
    case = opened(MIXED)
    assert contradiction(case, case.trials[0]) == (
        witness(2, "921", 921, holds=None),
        witness(5, "3005", 3_005, holds=None),
    )
    right = opened()
    assert contradiction(right, right.trials[0]) == ()
    nothing = opened(["x"] * 6)
    assert contradiction(nothing, nothing.trials[0]) == ()
    assert needs_of(nothing, nothing.trials[0]) == ()


def test_each_row_needs_a_pool_of_its_own() -> None:
    case = opened(MIXED)
    assert needs_of(case, case.trials[0]) == tuple(
        (who(row), needed(amount, WEIGHTS[row])) for row, amount in enumerate(MIXED)
    )


def test_a_row_of_no_weight_proves_nothing_and_neither_does_a_column_without_a_base() -> None:
    case = opened(base=with_row(WEIGHTS, 2, 0))
    assert prove(case, case.trials[0].sheet, 2) == ()
    assert case.base is not None
    assert prove(case, case.base, 2) == ()
    assert case.total_weight in {TOTAL, TOTAL - 307}
    apart = case._replace(trials=())
    assert prove(apart, one(case), 0) == ()
