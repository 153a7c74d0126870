"""A column on trial: events that it suffered, its unit, what is keyed in its cells, its proofs."""

from collections.abc import Sequence
from fractions import Fraction

import pytest

from allokera.audit.case.case import Brief, Case
from allokera.audit.findings.proof.by_pools import contradiction, prove
from allokera.audit.report.evidence import Evidence
from allokera.audit.shares.event import Happening
from allokera.audit.shares.explaining import Setting
from allokera.audit.shares.sheet import Sheet, read_sheet, rescaled
from allokera.audit.shares.trial import SOUND, Standing, Trial, try_column
from allokera.model import Basis, Column
from audit.cases import case_of, table_of

WEIGHTS = tuple(1_003 + 211 * at * at for at in range(14))
RIGHT = tuple(7 * weight for weight in WEIGHTS)


def sheet_of(cells: Sequence[object], **more: object) -> Sheet:
    texts = tuple(map(str, cells))
    return read_sheet(Column(name="a", heading="a", cells=texts, **more))  # type: ignore[arg-type]


def tried(cells: Sequence[object], unit: int | None = 1, **more: object) -> Trial:
    setting = Setting(WEIGHTS, rule="half-up", **more)  # type: ignore[arg-type]
    return try_column(sheet_of(cells, unit=unit), setting)


def exchanged(one: int, other: int) -> list[int]:
    found = list(RIGHT)
    found[one], found[other] = RIGHT[other], RIGHT[one]
    return found


def moved(first: int, last: int) -> list[int]:
    return [*RIGHT[:first], RIGHT[last], *RIGHT[first:last], *RIGHT[last + 1 :]]


def scaled(*rows: int) -> list[int]:
    return [each * 1_000 if row in rows else each for row, each in enumerate(RIGHT)]


@pytest.mark.parametrize(
    ("cells", "happening", "rows"),
    [
        (exchanged(3, 9), Happening.SWAPPED_ROWS, (3, 9)),
        (moved(4, 8), Happening.SHIFTED_BLOCK, (4, 5, 6, 7, 8)),
        (moved(0, 13), Happening.SHIFTED_BLOCK, tuple(range(14))),
        (scaled(2, 5), Happening.UNIT_SLIP, (2, 5)),
        (scaled(2), None, ()),
        (RIGHT, None, ()),
    ],
    ids=["exchanged", "moved", "all moved", "in another unit", "one row", "right"],
)
def test_one_event_is_believed_where_it_leaves_two_rows_fewer_unexplained(
    cells: Sequence[int], happening: Happening | None, rows: tuple[int, ...]
) -> None:
    trial = tried(cells)
    if happening is None:
        assert trial.event is None
        return
    assert trial.event is not None
    assert (trial.event.happening, trial.event.rows) == (happening, rows)
    assert trial.amounts == trial.mended == RIGHT
    assert (trial.standing, trial.suspects) == (Standing.CONSISTENT, 0)


def test_what_is_wrong_besides_an_event_stays_wrong() -> None:
    cells = exchanged(3, 9)
    cells[6] = 99_999
    trial = tried(cells)
    assert trial.event is not None
    assert (trial.event.rows, trial.accused) == ((3, 9), (6,))
    cells = list(RIGHT)
    cells[3], cells[9] = 55_555, 99_999
    assert tried(cells).event is None
    assert tried(cells).accused == (3, 9)


@pytest.mark.parametrize(
    ("unit", "stated", "expected"),
    [(1_000, None, 1_000), (10_000, None, 10_000), (500, None, 500), (10_000, 10_000, 10_000)],
)
def test_a_unit_is_found_that_explains_all_rows(
    unit: int, stated: int | None, expected: int
) -> None:
    cells = [unit * ((2 * 70_003 * weight // unit + 1) // 2) for weight in WEIGHTS]
    trial = tried(cells, stated)
    assert (trial.sheet.unit, trial.suspects) == (expected, 0)
    assert trial.sheet.unit_basis is (Basis.INFERRED if stated is None else Basis.STATED)


def test_a_unit_that_explains_all_rows_is_kept_where_they_are_coarser_by_accident() -> None:
    """All weights are in hundreds, and so are the amounts, which are right to the krona."""
    setting = Setting(tuple(100 * weight for weight in WEIGHTS), rule="half-up")
    trial = try_column(sheet_of([100 * amount for amount in RIGHT]), setting)
    assert (trial.sheet.unit, trial.cost) == (1, (0, 0))


def test_a_stated_unit_is_kept_where_another_explains_more() -> None:
    cells = [10_000 * ((2 * 70_003 * weight // 10_000 + 1) // 2) for weight in WEIGHTS]
    assert tried(cells, 1_000).sheet.unit == 1_000
    assert tried(cells, 1_000).suspects > 0


@pytest.mark.parametrize(
    ("cell", "worth", "unit", "expected"),
    [
        ("12 345", 1, 1, ("12345", 1)),
        ("12 345", 1, 5, ("12345", 1)),
        ("-12 345", 1, 1, ("-12345", 1)),
        ("12", 1_000, 1_000, ("12", 1_000)),
        ("12,5", 1_000, 500, ("25", 500)),
        ("12,5", 1_000, 100, ("125", 100)),
        ("12,5", 1, 1, ("1250", 1)),
        ("12,5555", 1, 1, ("", 1)),
        ("164 000 00", 1, 1_000_000, ("16400000", 1)),
        ("x", 1, 1, ("", 1)),
        ("", 1, 1, ("", 1)),
    ],
)
def test_which_digits_were_keyed_and_what_a_one_of_them_is_worth(
    cell: str, worth: int, unit: int, expected: tuple[str, int]
) -> None:
    sheet = sheet_of([cell], worth=worth)._replace(unit=unit)
    assert sheet.keyed(0) == expected


def test_cells_that_say_no_number_count_by_their_digits() -> None:
    sheet = sheet_of(["1 000", "164 000 00", "x", ""])
    assert sheet.amounts == (1_000, None, None, None)
    assert sheet.sum_of(range(4)) == 16_401_000
    assert sheet.sum_of([0, 2]) == 1_000
    assert sheet.read == 1_000
    assert sheet.has_numbers
    assert sheet_of(["x", "164 000 00"]).has_numbers
    assert not sheet_of(["x", ""]).has_numbers


@pytest.mark.parametrize(
    ("slip", "amounts", "unit", "worth"),
    [
        (Fraction(1_000), (12_000, None, 5_000_000), 1_000, 1_000),
        (Fraction(1, 1_000), (None, None, 5), 1, Fraction(1, 1_000)),
    ],
)
def test_a_column_in_another_unit_is_read_anew(
    slip: Fraction, amounts: tuple[int | None, ...], unit: int, worth: Fraction
) -> None:
    sheet = rescaled(sheet_of(["12", "x", "5 000"]), slip)
    assert (sheet.amounts, sheet.unit, sheet.worth, sheet.slip) == (amounts, unit, worth, slip)
    assert rescaled(sheet_of(["12", "5 000"], unit=7), slip).unit == 7


def test_a_part_of_a_cell_can_be_pointed_at() -> None:
    sheet = sheet_of(["1 000", "12*"])
    assert sheet.place(1)[2:] == ("12*", 0, 3)
    assert sheet.place(1, (2, 3))[:2] == (1, "a")
    assert sheet.place(1, (2, 3))[3:] == (2, 3)


def opened(base: Sequence[object] = WEIGHTS, one: Sequence[object] = RIGHT) -> Case:
    table = table_of({"base": base, "one": one, "two": [3 * each for each in WEIGHTS]})
    return case_of(table, Brief(base="base", envelopes={}, rule="half-up"))


def with_row(numbers: Sequence[int], row: int, number: object) -> list[object]:
    return [number if at == row else each for at, each in enumerate(numbers)]


def row_of(case: Case, witness: Evidence) -> int:
    recipient = witness.cells[0].recipient
    assert recipient is not None
    return case.recipients.index(recipient)


@pytest.mark.parametrize("row", range(14))
@pytest.mark.parametrize("more", [900, -900])
def test_a_wrong_cell_is_proven_by_another_row_that_needs_another_pool(row: int, more: int) -> None:
    case = opened(one=with_row(RIGHT, row, RIGHT[row] + more))
    own, other = prove(case, case.trials[0].sheet, row)
    name = case.recipients[row].name
    first, base = own.cells
    assert first.recipient is not None and first.recipient.name == name
    assert (first.read, first.column) == (RIGHT[row] + more, "one")
    assert (base.column, base.read) == ("base", WEIGHTS[row])
    assert own.interval.meet(other.interval).is_empty
    assert (own.holds, other.holds) == (False, True)
    assert first.printed == str(RIGHT[row] + more)
    place = row_of(case, other)
    assert other.cells[0].read == RIGHT[place]
    # each pool holds what its own row needs
    for witness, amount in ((own, RIGHT[row] + more), (other, RIGHT[place])):
        weight = WEIGHTS[row_of(case, witness)]
        assert witness.interval.holds(Fraction(amount * sum(WEIGHTS), weight))


def test_what_is_right_or_has_no_digits_or_no_weight_is_not_proven_wrong() -> None:
    case = opened()
    assert prove(case, case.trials[0].sheet, 3) == ()
    case = opened(one=with_row(RIGHT, 3, "x"))
    assert prove(case, case.trials[0].sheet, 3) == ()
    case = opened(base=with_row(WEIGHTS, 3, "x"))
    assert prove(case, case.trials[0].sheet, 3) == ()
    assert case.base is not None
    assert prove(case, case.base, 3) == ()


def test_a_wrong_base_amount_is_proven_in_another_column() -> None:
    case = opened(base=with_row(WEIGHTS, 3, 9 * WEIGHTS[3]))
    assert case.base is not None
    assert set(case.base_mendings) == {3}
    own, other = prove(case, case.base, 3)
    assert row_of(case, own) == 3 != row_of(case, other)
    assert own.interval.meet(other.interval).is_empty
    assert own.cells[0].column == other.cells[0].column == "one"


def test_a_cell_in_parts_of_a_unit_needs_a_pool_of_a_unit_around_it() -> None:
    thousands = [1_000 * each for each in RIGHT]
    case = opened(one=with_row(thousands, 3, thousands[3] + 40_300))
    assert case.trials[0].sheet.unit == 1_000
    own, _ = prove(case, case.trials[0].sheet, 3)
    total, weight = sum(WEIGHTS), WEIGHTS[3]
    assert own.lower == Fraction((thousands[3] + 39_800) * total, weight)
    assert own.upper == Fraction((thousands[3] + 40_800) * total, weight)


@pytest.mark.parametrize("wrong", [0, 9])
def test_rows_that_cannot_all_be_right_are_shown_by_the_lowest_and_the_highest(wrong: int) -> None:
    one = [each + 37 * at * at if at < wrong else each for at, each in enumerate(RIGHT, 0)]
    case = opened(one=one)
    shown = contradiction(case, case.trials[0])
    assert (case.trials[0].standing in SOUND) is (wrong == 0)
    if not wrong:
        assert shown == ()
        return
    low, high = shown
    assert low.interval.meet(high.interval).is_empty
    assert low.interval.upper < high.interval.lower
    assert (low.holds, high.holds) == (None, None)
    shares = [Fraction(amount, weight) for amount, weight in zip(one, WEIGHTS, strict=True)]
    assert row_of(case, high) == shares.index(max(shares))
