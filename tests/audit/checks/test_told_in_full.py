"""What each check says, whole: of whom, how much it weighs, with which facts and what to do."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

import pytest

from allokera.audit.case.case import Case
from allokera.audit.messages import AuditMessages
from allokera.audit.report.report import Finding, Severity
from allokera.audit.survey.found import Survey
from allokera.errors import Message, message
from allokera.kronor.keying import Slip
from allokera.model import Recipient
from audit.cases import case_of, findings, table_of
from audit.findings.small import ENVELOPES, THRICE, TOTAL, TWICE, WEIGHTS, opened, who, with_row
from audit.findings.sums import opened as with_sums

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


class Told(NamedTuple):
    """What a finding says, its proof and its cell aside."""

    severity: Severity
    message: Message
    remedy: Message
    row: int | None = None
    column: str | None = None
    read: int | Fraction | None = None
    span: tuple[int, int] | None = None


def told(found: Finding, case: Case) -> Told:
    row = None if found.recipient is None else case.recipients.index(found.recipient)
    if found.place is not None:
        assert (found.place.row, found.place.column) == (row, found.column)
    return Told(
        found.severity,
        found.message,
        found.remedy,
        row,
        found.column,
        found.read,
        None if found.place is None else (found.place.start, found.place.end),
    )


def said(code: str, case: Case) -> list[Told]:
    found = findings(code, case)
    assert {each.code for each in found} <= {code}
    return [told(each, case) for each in found]


def printed(row: int, text: str, what: Message) -> Message:
    return message(AuditMessages.is_printed, name=who(row).name, printed=text, what=what)


def follows(said: Message, amount: int) -> Message:
    return message(AuditMessages.follows, said=said, amount=amount)


def mended(said: Message, amount: int, slip: Slip) -> Message:
    return message(AuditMessages.mended, said=said, amount=amount, slip=slip)


def to_print(amount: int, worth: int = 1) -> Message:
    return message(AuditMessages.print_amount, amount=amount, worth=Fraction(worth))


def between(low: int, high: int) -> Message:
    return message(AuditMessages.look_up_between, allowed=(low, high))


def exchanged(numbers: Sequence[object]) -> list[object]:
    return with_row(with_row(numbers, 1, numbers[4]), 4, numbers[1])


def test_an_amount_that_contradicts_the_other_rows() -> None:
    what = message(AuditMessages.contradicts_rows)
    case = opened(with_row(THRICE, 2, 9_210))
    assert said("impossible-row", case) == [
        Told(
            ERROR,
            mended(printed(2, "9210", what), 921, Slip.ADDED),
            to_print(921),
            2,
            "one",
            9_210,
            (0, 4),
        )
    ]
    # what no slip explains is bounded
    case = opened(with_row(THRICE, 2, 7_777))
    what = message(AuditMessages.amounts_follow, allowed=(921, 921))
    assert said("impossible-row", case) == [
        Told(ERROR, printed(2, "7777", what), between(921, 921), 2, "one", 7_777, (0, 4))
    ]
    assert said("impossible-row", opened()) == []


def in_thousands(numbers: Sequence[int]) -> list[int]:
    return [1_000 * each for each in numbers]


@pytest.mark.parametrize(
    ("amount", "severity"), [(921_500, ERROR), (921_000, None), (1_800_300, ERROR)]
)
def test_an_amount_with_digits_where_the_others_are_rounded_off(
    amount: int, severity: Severity | None
) -> None:
    case = opened(with_row(in_thousands(THRICE), 2, amount))
    found = said("excess-digits", case)
    assert [(each.severity, each.row, each.column, each.read) for each in found] == (
        [] if severity is None else [(severity, 2, "one", amount)]
    )
    for each in found:
        inner = dict(each.message.facts).get("said", each.message)
        assert isinstance(inner, Message)
        assert dict(inner.facts)["what"] == message(AuditMessages.no_multiple, unit=1_000)


def test_two_rows_that_have_each_other_s_amounts() -> None:
    case = opened(exchanged(THRICE))
    assert said("swapped-rows", case) == [
        Told(
            ERROR,
            follows(
                printed(row, str(read), message(AuditMessages.amount_of_other, other=other)), right
            ),
            to_print(right),
            row,
            "one",
            read,
            (0, len(str(read))),
        )
        for row, other, read, right in (
            (1, "E", THRICE[4], THRICE[1]),
            (4, "B", THRICE[1], THRICE[4]),
        )
    ]
    base = opened(base=exchanged(WEIGHTS))
    what = message(AuditMessages.base_amounts_exchanged)
    assert said("swapped-rows", base) == [
        Told(
            ERROR,
            follows(printed(row, str(read), what), right),
            to_print(right),
            row,
            "base",
            read,
            (0, 3),
        )
        for row, read, right in ((1, WEIGHTS[4], WEIGHTS[1]), (4, WEIGHTS[1], WEIGHTS[4]))
    ]
    assert said("swapped-rows", opened()) == []


def test_amounts_that_stand_a_row_too_high_or_too_low() -> None:
    moved = [THRICE[0], THRICE[4], *THRICE[1:4], THRICE[5]]
    case = opened(moved)
    what = message(AuditMessages.in_shifted_block, rows=4)
    assert said("shifted-block", case) == [
        Told(
            ERROR,
            follows(printed(row, str(moved[row]), what), THRICE[row]),
            to_print(THRICE[row]),
            row,
            "one",
            moved[row],
            (0, len(str(moved[row]))),
        )
        for row in range(1, 5)
    ]


def test_rows_in_another_unit_and_a_whole_column() -> None:
    rows = with_row(with_row(THRICE, 1, 609_000), 4, 1_509_000)
    case = opened(rows)
    what = message(AuditMessages.row_in_other_unit, rows=2)
    assert said("unit-slip", case) == [
        Told(
            ERROR,
            follows(printed(row, str(rows[row]), what), THRICE[row]),
            to_print(THRICE[row]),
            row,
            "one",
            1_000 * THRICE[row],
            (0, len(str(rows[row]))),
        )
        for row in (1, 4)
    ]
    base = opened(base=with_row(with_row(WEIGHTS, 1, 203_000), 4, 503_000))
    what = message(AuditMessages.base_in_other_unit, rows=2)
    assert [(each.row, each.column, each.message) for each in said("unit-slip", base)] == [
        (row, "base", follows(printed(row, f"{WEIGHTS[row]}000", what), WEIGHTS[row]))
        for row in (1, 4)
    ]
    column = opened(envelopes={"two": 4_300_000})
    assert said("unit-slip", column) == [
        Told(
            WARNING,
            message(
                AuditMessages.column_in_other_unit,
                column="two",
                total=Fraction(2 * TOTAL),
                slip=Fraction(1_000),
                unit=1_000,
                envelope=4_300_000,
            ),
            message(AuditMessages.say_the_unit),
            None,
            "two",
        )
    ]


def test_a_base_amount_that_all_columns_contradict() -> None:
    case = opened(base=with_row(WEIGHTS, 2, 3_070))
    what = message(AuditMessages.row_contradicts_everywhere)
    assert said("base-suspect", case) == [
        Told(
            ERROR,
            mended(printed(2, "3070", what), 307, Slip.ADDED),
            to_print(307),
            2,
            "base",
            3_070,
            (0, 4),
        )
    ]
    # one that is not there is no suspect, but an empty cell
    empty = opened(base=with_row(WEIGHTS, 2, ""))
    assert said("base-suspect", empty) == []
    due = message(
        AuditMessages.nothing_printed, name="C", what=message(AuditMessages.amount_is_due)
    )
    assert said("empty-cell", empty) == [
        Told(WARNING, due, between(307, 307), 2, "base", None, (0, 0))
    ]
    assert said("empty-cell", opened(with_row(THRICE, 2, ".."))) == [
        Told(
            WARNING,
            printed(2, "..", message(AuditMessages.amount_is_due)),
            between(921, 921),
            2,
            "one",
            None,
            (0, 2),
        )
    ]


def test_rows_of_which_it_is_not_clear_which_are_wrong() -> None:
    mixed = (*THRICE[:3], *(5 * weight for weight in WEIGHTS[3:]))
    (found,) = findings("ambiguous-suspects", opened(mixed))
    assert told(found, opened(mixed)) == Told(
        ERROR,
        message(AuditMessages.rows_contradict, column="one", agree=3, rows=6),
        message(AuditMessages.look_up_at_source),
        None,
        "one",
    )
    assert [each.cells[0].recipient for each in found.evidence] == [who(2), who(5)]
    assert said("ambiguous-suspects", opened()) == []


def test_three_rows_are_too_few_and_said_so() -> None:
    blank = ["", "", ""]
    case = opened([*THRICE[:3], *blank], [*TWICE[:3], *blank])
    assert said("not-checked", case) == [
        Told(
            NOTE,
            message(AuditMessages.few_rows, column=name, rows=3, fewest=4),
            message(AuditMessages.more_rows),
            None,
            name,
        )
        for name in ("one", "two")
    ]


@pytest.mark.parametrize(
    ("code", "cell", "severity", "what", "span"),
    [
        ("look-alike-digit", "92I", WARNING, AuditMessages.letter_for_digit, (2, 3)),
        ("malformed-grouping", "92 1", ERROR, AuditMessages.not_in_threes, (3, 4)),
        ("unreadable-cell", "se bilaga", ERROR, AuditMessages.no_amount, (0, 9)),
        ("unreadable-cell", "921,5555", ERROR, AuditMessages.not_whole_kronor, (0, 8)),
    ],
)
def test_a_cell_that_is_misprinted_by_itself(
    code: str,
    cell: str,
    severity: Severity,
    what: Callable[[AuditMessages], str],
    span: tuple[int, int],
) -> None:
    case = opened(with_row(THRICE, 2, cell))
    (found,) = said(code, case)
    assert (found.severity, found.row, found.column, found.span) == (severity, 2, "one", span)
    inner = dict(found.message.facts).get("said", found.message)
    assert isinstance(inner, Message)
    assert inner == printed(2, cell, message(what))
    assert said(code, opened()) == []


def test_what_is_odd_in_how_an_amount_is_printed() -> None:
    case = opened(with_row(THRICE, 2, "921*"))
    assert said("footnote-mark", case) == [
        Told(
            NOTE,
            message(AuditMessages.read_without_mark, name="C", printed="921*"),
            message(AuditMessages.read_the_footnote),
            2,
            "one",
            921,
            (3, 4),
        )
    ]
    case = opened(with_row(THRICE, 2, "-921"))
    assert said("negative-sign", case) == [
        Told(
            WARNING,
            message(AuditMessages.read_as_negative, name="C", printed="-921"),
            message(AuditMessages.take_the_sign_away),
            2,
            "one",
            -921,
            (1, 4),
        )
    ]
    case = opened(["1.509", "2.509", "3 509", "4.509", "5.509", "6.509"])
    assert said("odd-separator", case) == [
        Told(
            NOTE,
            message(AuditMessages.separated_otherwise, name="C", here=" ", elsewhere="."),
            message(AuditMessages.separate_alike),
            2,
            "one",
            3_509,
            (1, 2),
        )
    ]


def test_a_column_most_of_which_is_below_nothing_or_finer_than_money() -> None:
    case = opened([-each for each in THRICE])
    assert said("negative-sign", case) == [
        Told(
            NOTE,
            message(AuditMessages.column_of_reductions, column="one"),
            message(AuditMessages.nothing_if_reductions),
            None,
            "one",
        )
    ]
    case = opened([f"{each},5555" for each in THRICE])
    assert said("unreadable-cell", case) == [
        Told(
            WARNING,
            message(AuditMessages.most_not_whole, column="one"),
            message(AuditMessages.say_what_they_are_in, column="one"),
            None,
            "one",
        )
    ]


def test_a_sum_above_its_envelope() -> None:
    case = opened(envelopes={**ENVELOPES, "two": 4_000})
    assert said("sum-out-of-bounds", case) == [
        Told(
            ERROR,
            message(
                AuditMessages.sum_above_envelope,
                column="two",
                total=2 * TOTAL,
                envelope=4_000,
                slack=3,
            ),
            message(AuditMessages.too_large_or_too_many),
            None,
            "two",
            2 * TOTAL,
        )
    ]
    # a sum within its rounding, of a pool that lies above all the same
    for envelope, is_above in ((4_230, True), (4_231, False)):
        near = opened(envelopes={"two": envelope}, is_base_exact=True)
        assert [each.message for each in said("sum-out-of-bounds", near)] == (
            [message(AuditMessages.pool_above_envelope, column="two", envelope=envelope)]
            if is_above
            else []
        )


NAMES = tuple(Recipient(code=f"0{at}", name=name) for at, name in enumerate("ABCDEF"))


def test_who_is_not_on_the_list_or_has_no_row() -> None:
    listed = opened(eligible=(*NAMES[:5], Recipient(code="09", name="Gävle")))
    assert said("unknown-name", listed) == [
        Told(
            ERROR,
            message(AuditMessages.not_on_the_list, name="F", near=None),
            message(AuditMessages.strike_the_row),
            5,
        )
    ]
    (missing,) = findings("missing-row", listed)
    assert (missing.message, missing.remedy, missing.severity) == (
        message(AuditMessages.no_row, name="Gävle"),
        message(AuditMessages.add_a_row, name="Gävle"),
        ERROR,
    )
    assert missing.recipient == Recipient(code="09", name="Gävle")


def named(*names: str) -> Case:
    table = table_of({"base": [*WEIGHTS][: len(names)], "one": [*THRICE][: len(names)]}, names)
    return case_of(table, opened().brief._replace(envelopes={}))


def test_who_stands_twice_and_what_is_called_a_sum() -> None:
    case = named("A", "B", "A", "D", "E", "Summa")
    assert [replace_row(each) for each in said("duplicate-row", case)] == [
        Told(
            ERROR,
            message(AuditMessages.row_twice_differing, name="A", rows=(1, 3)),
            message(AuditMessages.strike_one),
        )
    ]
    assert said("total-row", case) == [
        Told(
            NOTE,
            message(AuditMessages.read_as_sum, name="Summa"),
            message(AuditMessages.nothing_if_sum),
            5,
        )
    ]
    table = table_of({"base": [*WEIGHTS, 101], "one": [*THRICE, 303]}, [*"ABCDEF", "A"])
    alike = case_of(table, opened().brief._replace(envelopes={}))
    (found,) = findings("duplicate-row", alike)
    assert found.message == message(AuditMessages.row_twice_alike, name="A", rows=(1, 7))


def replace_row(each: Told) -> Told:
    """Two rows have the recipient: the first that has is not told."""
    return each._replace(row=None)


def test_a_row_out_of_the_order_of_names() -> None:
    case = named("A", "B", "D", "C", "E", "F")
    (found,) = said("order-broken", case)
    assert found == Told(
        NOTE,
        message(AuditMessages.out_of_order_by_name, name=case.recipients[found.row or 0].name),
        message(AuditMessages.move_or_rename),
        found.row,
    )
    assert found.row in {2, 3}
    # where all are known by their codes, those tell
    known = (*NAMES[:2], NAMES[3], NAMES[2], *NAMES[4:])
    coded = case_of(
        table_of({"base": WEIGHTS, "one": THRICE}, [each.name for each in known]),
        opened().brief._replace(envelopes={}, known=NAMES),
    )
    (found,) = said("order-broken", coded)
    assert found.message.code == "out_of_order_by_code"


def test_a_row_that_breaks_a_sum_and_a_law_that_was_fitted() -> None:
    case = with_sums((2, "S", 9_421))
    case = case._replace(diagnoses=())
    for code, rows in (("row-sum", [2]), ("column-sum", [6]), ("ratio", []), ("mean", [])):
        found = said(code, case)
        assert [each.row for each in found] == rows
        assert {each.severity for each in found} <= {WARNING}
    law = case.survey.laws[0]
    told_law = replace(law, is_told=True)
    survey = Survey(case.survey.sheet, case.survey.printed, [told_law])
    assert said("row-sum", case._replace(survey=survey))[0].severity is ERROR
    # nothing was fitted: no row follows another rule
    assert said("other-rule", case) == []
