"""What cells say by themselves, and what columns sum to: found, and not found."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from allokera.audit.case.case import Brief
from allokera.audit.outcome import Inapplicable, Unchecked
from allokera.audit.report.report import Severity
from allokera.audit.survey.found import Survey, sheet_of
from allokera.kronor.notation import UNDECIDED
from allokera.relations.evidence.claim import weigh
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import law_told
from allokera.relations.sheet.reading import read_sheet
from audit.cases import case_of, findings, outcomes, rows_found, table_of

NOTHING = Brief(base=None, envelopes={})


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("1 234", "5 678", "91 234"), []),
        (("1 234", "5 678", "91\u00a0234"), [("C", "a")]),
        (("1.234", "5.678", "91 234"), [("C", "a")]),
        (("1.234", "5.678", "91.234"), []),
        (("1 234", "5 678", "12"), []),
        (("1\u00a0234\u00a0567", "5 678"), [("B", "a")]),
        (("1 234 567", "5\u00a0678"), [("B", "a")]),
    ],
    ids=str,
)
def test_a_separator_is_odd_where_another_is_usual(
    cells: Sequence[str], expected: list[tuple[str, str]]
) -> None:
    case = case_of(table_of({"a": cells}), NOTHING)
    found = findings("odd-separator", case)
    assert rows_found("odd-separator", case) == expected
    for each in found:
        assert each.place is not None
        assert each.place.end - each.place.start == 1
        assert not each.place.printed[each.place.start].isdigit()


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("-5 000", "6 000", "7 000", "8 000"), [("A", "a")]),
        (("-5 000", "-6 000", "7 000", "8 000"), [("A", "a"), ("B", "a")]),
        (("-5 000", "-6 000", "-7 000", "8 000"), [(None, "a")]),
        (("5 000", "6 000"), []),
    ],
    ids=str,
)
def test_a_minus_is_odd_unless_more_than_half_have_one(
    cells: Sequence[str], expected: list[tuple[str | None, str]]
) -> None:
    case = case_of(table_of({"a": cells}), NOTHING)
    assert rows_found("negative-sign", case) == expected
    weights = {each.severity for each in findings("negative-sign", case)}
    assert weights <= {Severity.NOTE if expected[:1] == [(None, "a")] else Severity.WARNING}


def test_a_column_of_reductions_keeps_no_minus_of_the_next_column_back() -> None:
    columns = {"a": ["-5", "-6", "-7", "8"], "b": ["15", "16", "-17", "18"]}
    case = case_of(table_of(columns), NOTHING)
    assert rows_found("negative-sign", case) == [(None, "a"), ("C", "b")]


def test_no_relation_bears_out_a_minus_of_a_column_that_stands_in_no_sheet() -> None:
    case = case_of(table_of({"a": ["-5", "6", "7", "8"]}), NOTHING)
    survey = case.survey
    apart = Survey(survey.sheet, survey.printed._replace(columns={}), [])
    assert rows_found("negative-sign", case._replace(survey=apart)) == [("A", "a")]


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("-19", []), ("(19)", []), ("-29", [("B", "net")])],
)
def test_a_sign_that_a_relation_bears_out_is_no_oddity(
    printed: str, expected: list[tuple[str | None, str]]
) -> None:
    columns: dict[str, list[object]] = {
        "out": [40, 31, 77, 52, 66],
        "in": [55, 12, 90, 80, 99],
        "net": [15, printed, 13, 28, 33],
    }
    table = table_of(columns)
    sheet = read_sheet(sheet_of(table.recipients, table.columns).texts, UNDECIDED, without=(0,))
    told = law_told(weigh(sheet.views()[0], Sum(2, (1, 3)), 0))
    free = replace(told, is_told=False, is_stated=False)
    assert rows_found("negative-sign", case_of(table, NOTHING, [free])) == expected
    assert rows_found("negative-sign", case_of(table, NOTHING)) == [("B", "net")]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("5", "6", "7,5555", "8,5555"), [("C", "a"), ("D", "a")]),
        (("5,5555", "6,5555", "7,5555", "8"), [(None, "a")]),
        (("5,5555", "6,5555", "7", "8"), [("A", "a"), ("B", "a")]),
        (("5,5", "6,50", "7,555", "8"), []),
        (("5", "se bilaga", "7", "8"), [("B", "a")]),
        (("5", "..", "7", "8"), []),
    ],
    ids=str,
)
def test_numbers_finer_than_money_are_unreadable_one_by_one_or_most_of_a_column(
    cells: Sequence[str], expected: list[tuple[str | None, str]]
) -> None:
    table = table_of({"b": [50, 60, 70, 80], "a": cells})
    assert rows_found("unreadable-cell", case_of(table, Brief(base="b", envelopes={}))) == expected
    # what is so of most of a column keeps nothing back of the next one
    last = table_of({"b": [50, 60, 70, 80], "a": cells, "c": ["5", "6,5555", "7", "8"]})
    found = rows_found("unreadable-cell", case_of(last, Brief(base="b", envelopes={})))
    assert found == [*expected, ("B", "c")]


@pytest.mark.parametrize(
    ("cell", "span"), [("  x ", (2, 3)), ("60 (se bilaga)*", (0, 14)), ("se bilaga", (0, 9))]
)
def test_what_cannot_be_read_is_shown_without_what_stands_around_it(
    cell: str, span: tuple[int, int]
) -> None:
    table = table_of({"b": [50, 60, 70, 80], "a": ["5", cell, "7", "8"]})
    (found,) = findings("unreadable-cell", case_of(table, Brief(base="b", envelopes={})))
    assert found.place is not None
    assert (found.place.printed, found.place.start, found.place.end) == (cell, *span)


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("ABCDEF", []),
        ("ABCDFE", ["F"]),
        ("BACDEF", ["B"]),
        ("FABCDE", ["F"]),
        ("ABCDEAF", []),
        ("BADCEF", None),
        ("ABCDE", None),
        ("ACBDEFGHIKLJ", ["C", "J"]),
        ("ACBDEFGIHKMLJ", None),
    ],
)
def test_at_most_one_row_in_six_is_out_of_an_order_that_six_rows_have(
    names: str, expected: list[str] | None
) -> None:
    case = case_of(table_of({"a": [7] * len(names)}, list(names)), NOTHING)
    if expected is None:
        assert [type(each) for each in outcomes("order-broken", case)] == [Inapplicable]
        return
    assert [name for name, _ in rows_found("order-broken", case)] == expected


ENVELOPE = 100_000


@pytest.mark.parametrize(
    ("amounts", "is_above"),
    [
        ((20_000, 30_000, 50_000), False),
        ((21_000, 30_000, 50_000), False),
        ((22_000, 30_000, 50_000), True),
        ((1_000, 2_000, 3_000), False),
    ],
)
def test_a_column_may_sum_to_half_a_unit_a_row_more_than_its_envelope(
    amounts: Sequence[int], is_above: bool
) -> None:
    """Three rows of a thousand: a half more each is 1 500."""
    table = table_of({"a": amounts, "b": amounts})
    case = case_of(table, Brief(base="a", envelopes={"a": ENVELOPE}))
    found = rows_found("sum-out-of-bounds", case)
    assert found == ([(None, "a")] if is_above else [])
    # nobody says how much there is for the other
    assert [type(each) for each in outcomes("sum-out-of-bounds", case)].count(Unchecked) == 1


@pytest.mark.parametrize(
    ("amounts", "by_floor", "by_rounding"),
    [((33_000, 35_000, 35_000), False, True), ((34_000, 35_000, 35_000), True, True)],
)
def test_where_rows_are_rounded_by_less_than_a_unit_a_column_may_sum_to_that_more(
    amounts: Sequence[int], by_floor: bool, by_rounding: bool
) -> None:
    for rule, is_above in (("floor", by_floor), ("half-up", by_rounding)):
        table = table_of({"a": [33_000, 35_000, 35_000], "b": amounts})
        case = case_of(table, Brief(base="a", envelopes={"b": ENVELOPE}, rule=rule))
        assert bool(findings("sum-out-of-bounds", case)) is is_above


@pytest.mark.parametrize(("rows", "expected"), [(3, [(None, "b")]), (4, []), (1, [(None, "b")])])
def test_three_rows_are_too_few_to_check_a_column(
    rows: int, expected: list[tuple[None, str]]
) -> None:
    weights = [1_000, 1_731, 2_417, 3_119][:rows]
    table = table_of({"a": weights, "b": [3 * weight for weight in weights]})
    case = case_of(table, Brief(base="a", envelopes={}))
    assert rows_found("not-checked", case) == expected
    is_unchecked = [type(each) for each in outcomes("impossible-row", case)] == [Unchecked]
    assert is_unchecked is (rows == 1)


@pytest.mark.parametrize("cell", ["", "-", "\u2013"])
def test_a_cell_of_nothing_where_the_shares_give_an_amount_is_warned_of(cell: str) -> None:
    weights = [10_007 + 1_013 * at * at for at in range(12)]
    amounts = [cell if at == 3 else 7 * weight for at, weight in enumerate(weights)]
    table = table_of({"base": weights, "one": amounts})
    (found,) = findings("empty-cell", case_of(table, Brief(base="base", envelopes={})))
    assert (found.severity, found.column) == (Severity.WARNING, "one")
    assert found.expected is not None and found.expected.holds(7 * weights[3])
