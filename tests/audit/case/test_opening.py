"""A case as it is opened: which rows count, in which unit, held to which key."""

from collections.abc import Sequence

import pytest

from allokera.audit.case.case import Brief, Case
from allokera.audit.survey.roles import Role
from allokera.model import Recipient
from audit.cases import case_of, table_of

WEIGHTS = (101, 203, 307, 401, 503, 601)
THRICE = tuple(3 * each for each in WEIGHTS)


def opened(
    base: Sequence[object] = WEIGHTS,
    one: Sequence[object] = THRICE,
    names: Sequence[str] = (),
    **told: object,
) -> Case:
    brief = Brief(base="base", envelopes={}, rule="half-up")._replace(**told)  # type: ignore[arg-type]
    return case_of(table_of({"base": base, "one": one}, names), brief)


def test_all_rows_of_recipients_count_and_have_their_weights() -> None:
    case = opened()
    assert case.counted == (0, 1, 2, 3, 4, 5)
    assert case.weights == WEIGHTS
    assert case.total_weight == 2_116
    assert case.is_weighed
    assert case.roles == (Role.RECIPIENT,) * 6
    assert (case.base_event, case.base_mendings, case.administration) == (None, {}, None)
    assert [each.column.name for each in case.sheets] == ["base", "one"]
    assert case.others == ()


@pytest.mark.parametrize(
    ("base", "one", "counts"),
    [
        ("-307", "-921", False),
        ("-307", "921", True),
        ("307", "-921", True),
        ("", "-921", False),
        ("-307", "x", False),
        ("", "", True),
        ("0", "-921", True),
        ("-307", "0", True),
        ("-1", "-1", False),
    ],
)
def test_a_row_whose_amounts_are_all_below_nothing_is_a_repayment_and_counts_for_none(
    base: str, one: str, counts: bool
) -> None:
    def changed(numbers: Sequence[int], cell: str) -> list[object]:
        return [cell if row == 2 else each for row, each in enumerate(numbers)]

    case = opened(changed(WEIGHTS, base), changed([3 * each for each in WEIGHTS], one))
    assert (2 in case.counted) is counts
    assert {0, 1, 3, 4, 5} <= {*case.counted}


def test_what_is_below_nothing_is_no_weight() -> None:
    case = opened([*WEIGHTS[:5], -601])
    assert case.weights[5] != -601
    assert case.weights[:5] == WEIGHTS[:5]


def test_a_total_and_who_stands_twice_have_no_weight() -> None:
    case = opened(
        [*WEIGHTS, 101, sum(WEIGHTS)],
        [3 * each for each in (*WEIGHTS, 101, sum(WEIGHTS))],
        [*"ABCDEF", "A", "Summa"],
    )
    assert case.roles[6:] == (Role.REPEATED, Role.TOTAL)
    assert case.counted == (0, 1, 2, 3, 4, 5)
    assert case.weights[6:] == (None, None)
    assert case.total_weight == 2_116
    assert case.sum((1,) * 8) == 6


def test_a_column_that_its_envelope_shows_to_be_in_thousands_is_read_so() -> None:
    plain = opened(envelopes={"one": 6_400})
    assert plain.trials[0].sheet.slip == 1
    thousands = opened(envelopes={"one": 6_400_000})
    sheet = thousands.trials[0].sheet
    assert sheet.slip == 1_000
    assert sheet.amounts[0] == 303_000
    (deduction,) = thousands.deductions
    assert deduction.column == "one"
    assert deduction.amount.holds(6_400_000 - 3 * 2_116_000)
    # one column tells no common deduction
    assert thousands.administration is None


def test_without_a_base_nothing_is_held_against_anything() -> None:
    apart = case_of(
        table_of({"a": [7, 11, 13, 8, 9, 10], "b": [5, 3, 8, 9, 2, 1]}),
        Brief(base=None, envelopes={}),
    )
    assert (apart.base, apart.trials, len(apart.others)) == (None, (), 2)
    assert apart.weights == (None,) * 6
    assert apart.base_unit == 0 and apart.total_weight == 0


def test_rows_are_known_by_the_codes_of_those_that_they_name() -> None:
    known = tuple(Recipient(code=f"0{at}", name=name) for at, name in enumerate("ABCDEF"))
    assert opened(known=known).codes == ("00", "01", "02", "03", "04", "05")
    assert opened().codes == ("",) * 6
    assert [each.code for each in opened(known=known).recipients] == [each.code for each in known]


@pytest.mark.parametrize(("is_exact", "unit"), [(False, 1_000), (True, 0)])
def test_a_base_is_rounded_to_its_unit_unless_it_is_exact(is_exact: bool, unit: int) -> None:
    case = opened([1_000 * each for each in WEIGHTS], is_base_exact=is_exact)
    assert case.base_unit == unit
