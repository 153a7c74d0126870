"""The cases that an auditor must get right: exactly the expected findings, and no other."""

import unicodedata
from fractions import Fraction
from random import Random

import pytest

from allokera import Recipient, apportion
from allokera.audit.report.report import Severity, Verdict
from allokera.audit.rounding.interval import Interval
from allokera.kronor import rounding
from allokera.kronor.keying import Slip
from allokera.kronor.wording import grouped
from allokera.render.language.english.audit.intervals import apart
from tables import MENDED, Printed, audit, brief, made, notes, said, shared, weighty

YEARS = (1, 2)
WEIGHTS = MENDED.amounts(0)
ROUNDINGS = {
    "half-up": rounding.half_up,
    "half-even": rounding.half_even,
    "half-down": rounding.half_down,
    "half-away": rounding.half_away,
    "floor": rounding.floor,
    "ceiling": rounding.ceiling,
    "truncation": rounding.truncate,
}


def in_thousands(table: Printed, column: int, rows: range) -> Printed:
    cells = table.columns[column].cells
    return table.with_cells(
        column, [cell[:-4] if row in rows else cell for row, cell in enumerate(cells)]
    )


@pytest.mark.parametrize("column", YEARS)
@pytest.mark.parametrize("rows", [range(1, 32, 2), range(5, 15), range(20, 22)])
def test_rows_in_thousands_are_one_slip(column: int, rows: range) -> None:
    report = audit(in_thousands(MENDED, column, rows))
    name = MENDED.columns[column].name
    amounts = MENDED.amounts(column)
    assert said(report) == [
        ("unit-slip", MENDED.recipients[row].name, name, amounts[row]) for row in rows
    ]
    assert {each.candidates[0].slip for each in weighty(report)} == {Slip.THOUSANDTH}
    assert report.columns[column].mended_sum == sum(amounts)


@pytest.mark.parametrize("column", YEARS)
@pytest.mark.parametrize("known", [brief(), brief(envelopes={})])
def test_a_whole_column_in_thousands_is_a_warning_and_accuses_no_row(
    column: int, known: object
) -> None:
    report = audit(in_thousands(MENDED, column, range(32)), known)  # type: ignore[arg-type]
    assert said(report) == [("unit-slip", None, MENDED.columns[column].name, None)]
    assert [each.severity for each in weighty(report)] == [Severity.WARNING]
    assert report.columns[column].mended_sum == sum(MENDED.amounts(column))


def swapped(table: Printed, column: int, one: int, other: int) -> Printed:
    cells = list(table.columns[column].cells)
    cells[one], cells[other] = cells[other], cells[one]
    return table.with_cells(column, cells)


@pytest.mark.parametrize("column", YEARS)
@pytest.mark.parametrize("row", range(31))
def test_two_neighbours_swapped(column: int, row: int) -> None:
    amounts, names = MENDED.amounts(column), MENDED.names()
    report = audit(swapped(MENDED, column, row, row + 1))
    if amounts[row] == amounts[row + 1]:
        assert weighty(report) == []
        return
    found = weighty(report)
    if abs(amounts[row] - amounts[row + 1]) > 1_000_000:
        year = MENDED.columns[column].name
        assert said(report) == [
            ("swapped-rows", names[row], year, amounts[row]),
            ("swapped-rows", names[row + 1], year, amounts[row + 1]),
        ]
    # a unit apart, each is one rounding off, too: both are named, or the column is left open
    assert {each.recipient.name for each in found if each.recipient} <= set(names[row : row + 2])
    assert found


def test_base_amounts_that_are_swapped_are_blamed_and_not_their_columns() -> None:
    report = audit(swapped(MENDED, 0, 8, 9))
    assert said(report) == [
        ("swapped-rows", "Eskilstuna", "2018", 11_298_000),
        ("swapped-rows", "Linköping", "2018", 13_808_000),
    ]


@pytest.mark.slow
@pytest.mark.parametrize("column", YEARS)
@pytest.mark.parametrize("step", [1, -1])
def test_a_block_shifted_by_one_row(column: int, step: int) -> None:
    cells = list(MENDED.columns[column].cells)
    block = cells[6:14]
    cells[6:14] = [block[-1], *block[:-1]] if step == 1 else [*block[1:], block[0]]
    report = audit(MENDED.with_cells(column, cells))
    amounts = MENDED.amounts(column)
    moved = [row for row in range(6, 14) if cells[row] != MENDED.columns[column].cells[row]]
    assert said(report) == [
        ("shifted-block", MENDED.recipients[row].name, MENDED.columns[column].name, amounts[row])
        for row in moved
    ]


def test_a_line_that_fell_out_shifts_all_below() -> None:
    cells = list(MENDED.columns[2].cells)
    lost = MENDED.row("Stockholm")
    report = audit(MENDED.with_cells(2, [*cells[:lost], *cells[lost + 1 :], ""]))
    assert {each.code for each in weighty(report)} == {"shifted-block"}
    fallen = next(each for each in weighty(report) if each.recipient == MENDED.recipients[lost])
    assert fallen.suggestion is None
    assert fallen.expected is not None and fallen.expected.holds(269_000_000)
    amounts = MENDED.amounts(2)
    assert all(
        each.suggestion == amounts[MENDED.row(each.recipient.name)]
        for each in weighty(report)
        if each.recipient and each is not fallen
    )


def test_a_row_that_stands_twice() -> None:
    row = MENDED.row("Gävle")
    report = audit(MENDED.with_rows([*range(row + 1), *range(row, 32)]))
    assert said(report) == [("duplicate-row", "Gävle", None, None)]
    assert report.columns[2].sum == 2_175_000_000
    assert weighty(report)[0].message.code == "row_twice_alike"


def test_a_row_that_is_missing() -> None:
    row = MENDED.row("Gävle")
    report = audit(MENDED.with_rows([*range(row), *range(row + 1, 32)]))
    assert said(report) == [("missing-row", "Gävle", None, None)]


def test_a_row_of_sums() -> None:
    sums = [grouped(sum(MENDED.amounts(column))) for column in range(3)]
    report = audit(MENDED.with_row(Recipient(code="", name="Summa"), sums))
    assert report.verdict is Verdict.CLEAN
    assert "total-row" in notes(report)
    assert [column.sum for column in report.columns] == [
        sum(MENDED.amounts(column)) for column in range(3)
    ]


def test_a_sum_that_goes_by_another_name() -> None:
    sums = [grouped(sum(MENDED.amounts(column))) for column in range(3)]
    report = audit(MENDED.with_row(Recipient(code="", name="Övriga landet"), sums))
    assert "total-row" in notes(report)
    assert report.columns[1].pool is not None and report.columns[1].pool.holds(1_325_000_000)


def test_a_printed_sum_that_is_wrong() -> None:
    report = audit(
        MENDED.with_row(
            Recipient(code="", name="Totalt"), ["410 396 000", "1 324 000 000", "2 715 000 000"]
        )
    )
    assert said(report) == [("wrong-cell", "Totalt", "2020-2027", 2_175_000_000)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Malmö", "Malmo"),
        ("Göteborg", "Göteborgs stad"),
        ("Malmö", unicodedata.normalize("NFD", "Malmö")),
        ("Borås", "BORÅS KOMMUN"),
        ("Växjö", "Växjö\u00a0kommun"),
    ],
)
def test_a_name_in_another_spelling_is_a_note(old: str, new: str) -> None:
    report = audit(MENDED.renamed(old, new))
    assert weighty(report) == []
    variant = next(each for each in report.findings if each.code == "variant-name")
    assert dict(variant.remedy.facts) == {"name": old}


def test_two_names_that_fold_alike_are_two() -> None:
    habo = [Recipient(code="0305", name="Håbo"), Recipient(code="0643", name="Habo")]
    table, known = made([1_000] * 6, [5_000] * 6)
    table = Printed((*habo, *table.recipients[2:]), table.columns)
    report = audit(table, known._replace(eligible=(*habo, *table.recipients[2:])))
    assert weighty(report) == []
    assert "variant-name" not in notes(report)


def test_a_row_out_of_order_is_a_note() -> None:
    row = MENDED.row("Gävle")
    report = audit(MENDED.with_rows([*range(row), *range(row + 1, 32), row]))
    assert weighty(report) == []
    assert "order-broken" in notes(report)
    assert "order-broken" not in notes(audit(MENDED))


@pytest.mark.parametrize("rule", ROUNDINGS)
@pytest.mark.parametrize("pool", [2_175_000_000, 2_190_500_000, 1_111_111_111, 990_000_000])
def test_the_same_shares_by_every_rule_are_clean(rule: str, pool: int) -> None:
    table, known = made(WEIGHTS, shared(WEIGHTS, pool, 1_000_000, ROUNDINGS[rule]))
    report = audit(table, known)
    assert weighty(report) == []
    column = report.columns[1]
    assert next(each for each in column.rules if each.rule == rule).consistent
    assert column.pool is not None
    if column.rule == rule:
        assert column.pool.holds(pool)


def test_exact_ties_on_even_and_odd_units_tell_the_rule() -> None:
    """Weights 1, 3, 5, ... times half a unit: every row is a tie, and few rules take turns."""
    weights = list(range(1, 24, 2))
    amounts = shared(weights, sum(weights) * 500, 1_000, rounding.half_even)
    report = audit(*made(weights, amounts))
    assert weighty(report) == []
    told = {each.rule for each in report.columns[1].rules if each.consistent}
    assert told == {"half-even", "nearest", "largest-remainder"}
    amounts[0] += 1_000
    report = audit(*made(weights, amounts))
    assert weighty(report) == []
    assert "tie-rule-open" in notes(report)


@pytest.mark.parametrize("unit", [500, 10_000, 50_000, 100_000])
def test_units_that_are_less_usual_are_found(unit: int) -> None:
    table, known = made(WEIGHTS, shared(WEIGHTS, 2_175_000_000, unit, rounding.half_up))
    report = audit(table, known)
    assert weighty(report) == []
    assert report.columns[1].unit == unit


@pytest.mark.parametrize("house", range(1_000, 2_500, 25))
def test_a_table_by_largest_remainder_is_clean(house: int) -> None:
    units = apportion(WEIGHTS, house).units
    table, known = made(WEIGHTS, [each * 1_000_000 for each in units], unit=1_000_000)
    report = audit(table, known)
    assert weighty(report) == []
    told = {each.rule: each.consistent for each in report.columns[1].rules}
    assert told["largest-remainder"]


@pytest.mark.parametrize("house", range(1_000, 2_500, 50))
def test_a_fault_in_a_table_by_largest_remainder_is_found_alone(house: int) -> None:
    units = list(apportion(WEIGHTS, house).units)
    row = house % 32
    wrong = [each * (10 if place == row else 1) * 1_000_000 for place, each in enumerate(units)]
    table, known = made(WEIGHTS, wrong, unit=1_000_000)
    (finding,) = weighty(audit(table, known))
    assert (finding.code, finding.recipient) == ("impossible-row", table.recipients[row])
    assert [each.amount for each in finding.candidates] == [units[row] * 1_000_000]


@pytest.mark.parametrize("house", range(1_000, 2_500, 50))
def test_what_is_left_given_to_the_largest_is_clean(house: int) -> None:
    alone = shared(WEIGHTS, house * 1_000_000, 1_000_000, rounding.half_up)
    alone[WEIGHTS.index(max(WEIGHTS))] += house * 1_000_000 - sum(alone)
    table, known = made(WEIGHTS, alone, unit=1_000_000)
    assert weighty(audit(table, known)) == []


def test_weights_that_were_rounded_for_print_accuse_nobody() -> None:
    """Amounts to the krona from exact weights, beside weights that are printed in thousands."""
    random = Random(7)
    exact = [random.randrange(5_000_000, 50_000_000) for _ in range(20)]
    printed = [rounding.half_up(Fraction(each, 1_000)) * 1_000 for each in exact]
    table, known = made(printed, shared(exact, 900_000_000, 1, rounding.half_up))
    report = audit(table, known)
    assert weighty(report) == []
    assert "rounding-rule" in notes(report)


@pytest.mark.parametrize("row", range(32))
def test_a_digit_lost_in_a_base_cell(row: int) -> None:
    digits = str(WEIGHTS[row])
    cell = grouped(int(digits[:1] + digits[2:]))
    if cell == MENDED.columns[0].cells[row]:
        return
    report = audit(MENDED.with_cell(0, row, cell))
    (finding,) = weighty(report)
    assert (finding.code, finding.recipient) == ("base-suspect", MENDED.recipients[row])
    assert finding.suggestion == WEIGHTS[row]
    assert len(finding.evidence) == 2


def test_beside_one_column_only_the_key_tells_base_from_target() -> None:
    """A digit lost in a base cell could be a digit too many in the one amount beside it."""
    table = MENDED.with_cell(0, 0, "979 000")
    table = table._replace(columns=(table.columns[0], table.columns[2]))
    (open_,) = weighty(audit(table, brief(known=(), figures={}, key=None)))
    assert (open_.code, open_.column, open_.suggestion) == ("impossible-row", "2020-2027", None)
    (told,) = weighty(audit(table))
    assert (told.code, told.column, told.suggestion) == ("base-suspect", "2018", WEIGHTS[0])
    right = MENDED.with_cell(1, 1, "40 000 000")
    (target,) = weighty(audit(right._replace(columns=right.columns[:2])))
    assert (target.code, target.column) == ("impossible-row", "2019")


def test_a_block_of_base_amounts_in_thousands_is_blamed_on_the_base() -> None:
    report = audit(in_thousands(MENDED, 0, range(8)))
    assert said(report) == [
        ("unit-slip", MENDED.recipients[row].name, "2018", WEIGHTS[row]) for row in range(8)
    ]


def test_a_base_amount_beyond_one_slip_is_blamed_without_a_proposal() -> None:
    wrong = MENDED.with_cell(0, 5, "66 733 000")
    report = audit(wrong, brief(known=(), figures={}, key=None))
    assert said(report) == [("base-suspect", "Uppsala", "2018", None)]


def test_a_swap_beside_another_event_is_not_the_base_columns() -> None:
    table = in_thousands(swapped(MENDED, 1, 5, 17), 2, range(20, 24))
    assert {(each.code, each.column) for each in weighty(audit(table))} == {
        ("swapped-rows", "2019"),
        ("unit-slip", "2020-2027"),
    }


@pytest.mark.parametrize("house", range(300, 2_300, 40))
@pytest.mark.parametrize("cell", ["-", "se bilaga"])
def test_a_cell_without_an_amount_accuses_no_neighbour(house: int, cell: str) -> None:
    units = apportion(WEIGHTS, house).units
    table, known = made(WEIGHTS, [each * 1_000_000 for each in units], unit=1_000_000)
    report = audit(table.with_cell(1, 12, cell), known)
    assert {each.recipient for each in weighty(report)} == {table.recipients[12]}


def test_the_key_chooses_between_base_amounts() -> None:
    """Without anybody's inhabitants the columns leave a span; with them, one amount is left."""
    table = MENDED.with_cell(0, 0, "979 000")
    (alone,) = weighty(audit(table, brief(known=(), figures={}, key=None)))
    (by_key,) = weighty(audit(table))
    assert alone.expected is not None and by_key.expected is not None
    assert alone.expected.upper - alone.expected.lower > 0
    assert by_key.expected.upper == by_key.expected.lower == WEIGHTS[0]


def test_twenty_wrong_rows_of_thirty_two_name_nobody() -> None:
    random = Random(20)
    cells = list(MENDED.columns[2].cells)
    for row in random.sample(range(32), 20):
        cells[row] = grouped(random.randrange(300, 999) * 1_000_000)
    report = audit(MENDED.with_cells(2, cells))
    assert report.verdict is Verdict.OPEN
    assert [each.code for each in weighty(report) if each.code != "sum-out-of-bounds"] == [
        "ambiguous-suspects"
    ]
    assert not any(each.recipient for each in weighty(report))


@pytest.mark.parametrize(("rows", "verdict"), [(1, "not-checked"), (2, "open"), (3, "open")])
def test_too_few_rows_tell_nothing(rows: int, verdict: str) -> None:
    report = audit(MENDED.with_rows(range(rows)), brief(eligible=()))
    assert (report.verdict, weighty(report)) == (verdict, [])


def test_rows_that_are_all_equal_agree() -> None:
    table, known = made([7_000] * 9, [31_000_000] * 9)
    assert audit(table, known).verdict is Verdict.CLEAN
    wrong, known = made([7_000] * 9, [31_000_000] * 8 + [13_000_000])
    (finding,) = weighty(audit(wrong, known))
    assert (finding.code, finding.recipient) == ("impossible-row", wrong.recipients[8])
    assert [each.amount for each in finding.candidates] == [31_000_000]


@pytest.mark.parametrize("scale", [2**31, 10**15, 10**27])
def test_totals_of_any_size(scale: int) -> None:
    weights = [weight * scale for weight in WEIGHTS]
    amounts = shared(weights, 2_175_000_000 * scale, 1_000_000, rounding.half_up)
    table, known = made(weights, amounts)
    assert audit(table, known).verdict is Verdict.CLEAN
    amounts[5] += 7 * scale * 1_000_000
    table, known = made(weights, amounts)
    assert {each.recipient.name for each in weighty(audit(table, known)) if each.recipient} == {
        "Förening 5"
    }


@pytest.mark.parametrize(
    "separator", [" ", "\u00a0", "\u2009", "\u202f", "\u2007", ".", ",", "\u2019", ""]
)
def test_every_separator_reads_alike(separator: str) -> None:
    table = MENDED
    for column in range(3):
        cells = [cell.replace(" ", separator) for cell in MENDED.columns[column].cells]
        table = table.with_cells(column, cells)
    report = audit(table)
    assert weighty(report) == []
    assert [column.sum for column in report.columns] == [
        sum(MENDED.amounts(column)) for column in range(3)
    ]


@pytest.mark.parametrize("mark", ["*", "**", "\u00b9", " 1)", " (a)", "\u2020"])
def test_every_footnote_mark_is_a_note(mark: str) -> None:
    row = MENDED.row("Borås")
    report = audit(MENDED.with_cell(1, row, f"37 000 000{mark}"))
    assert weighty(report) == []
    assert "footnote-mark" in notes(report)


def test_amounts_of_zero_say_nothing_of_the_unit() -> None:
    table, known = made([1, 1, 1, 1, 999], [0, 0, 0, 0, 1_000])
    report = audit(table, known)
    assert weighty(report) == []
    assert report.columns[1].unit == 1_000


def test_a_unit_that_few_rows_show_accuses_nobody() -> None:
    """Twice the base in every row; eight of ten amounts happen to be whole thousands."""
    weights = [1_000, 2_000, 3_500, 4_000, 5_000, 6_000, 7_250, 8_000, 9_000, 10_000]
    table, known = made([weight + 1 for weight in weights], [2 * (each + 1) for each in weights])
    assert weighty(audit(table, known)) == []


def test_a_column_of_reductions_is_a_note() -> None:
    cells = [f"-{cell}" for cell in MENDED.columns[2].cells]
    report = audit(MENDED.with_cells(2, cells), brief(envelopes={}))
    assert weighty(report) == []
    assert "negative-sign" in notes(report)


def test_a_recipient_for_all_is_no_sum() -> None:
    table, known = made([1_000, 2_000, 3_000, 4_000, 5_000], [3_000, 6_000, 9_000, 12_000, 15_000])
    table = table.renamed("Förening 1", "Idrott för alla")
    report = audit(table, known)
    assert "total-row" not in {each.code for each in report.findings}
    assert report.columns[1].sum == 45_000


def test_a_known_recipient_with_half_of_all_is_no_sum() -> None:
    names = ["Stockholm", "Göteborg", "Malmö", "Uppsala", "Örebro"]
    weights = [10_000, 4_000, 3_000, 2_000, 1_000]
    table, _ = made(weights, [7 * each for each in weights])
    for old, new in zip(table.names(), names, strict=True):
        table = table.renamed(old, new)
    report = audit(table, brief(base="vikt", envelopes={}, eligible=()))
    assert weighty(report) == []
    assert report.columns[1].sum == 140_000


def test_unknown_names_that_fold_alike_are_two() -> None:
    table, known = made([1_000] * 6, [5_000] * 6)
    table = table.renamed("Förening 1", "Äs skola").renamed("Förening 2", "Ås skola")
    assert weighty(audit(table, known)) == []


def test_counties_among_their_municipalities_are_sums() -> None:
    order = [MENDED.row(name) for name in ("Stockholm", "Södertälje", "Uppsala", "Örebro", "Malmö")]
    table = MENDED.with_rows([*order, order[0]])
    county = Recipient(code="01", name="Stockholms län")
    cells = [grouped(table.amounts(column)[0] + table.amounts(column)[1]) for column in range(3)]
    table = table.with_rows(range(5)).with_row(county, cells)
    report = audit(table, brief(eligible=(), envelopes={}))
    assert weighty(report) == []
    assert report.columns[0].sum == sum(table.amounts(0)[:5])


def test_a_printed_sum_may_hold_what_is_kept_besides() -> None:
    report = audit(
        MENDED.with_row(
            Recipient(code="", name="Totalt"), ["425 000 000", "1 350 000 000", "2 200 000 000"]
        )
    )
    assert report.verdict is Verdict.CLEAN
    assert "total-row" in notes(report)


def test_two_rows_of_a_proof_never_overlap_as_they_are_put() -> None:
    low, high = (
        Interval(Fraction(1), Fraction(5_000_001, 2)),
        Interval(Fraction(5_000_002, 2), Fraction(10**7)),
    )
    below, above = apart(low, high)
    assert below.endswith(" 2 500 001")
    assert above.endswith(" 2 500 001")
    assert len({below, above, apart(low._replace(upper_closed=False), high)[0]}) == 3
    assert apart(low, Interval(low.upper + Fraction(1, 9), high.upper))[0].endswith("/2")


@pytest.mark.slow
def test_weights_rounded_for_print_do_not_make_the_pool_too_narrow() -> None:
    """Pools of correct tables whose base amounts are printed in thousands hold the truth."""
    random = Random(44)
    for _ in range(40):
        exact = [random.randrange(5_000_000, 50_000_000) for _ in range(20)]
        printed = [rounding.half_up(Fraction(each, 1_000)) * 1_000 for each in exact]
        pool = random.randrange(500_000_000, 900_000_000)
        for unit in (1, 100, 1_000):
            table, known = made(printed, shared(exact, pool, unit, rounding.half_up))
            report = audit(table, known._replace(envelopes={"belopp": pool}))
            assert weighty(report) == []
            by_base = report.columns[1].pool_by_base
            assert by_base is None or by_base.holds(pool)


@pytest.mark.parametrize("seed", range(60))
def test_any_correct_table_is_clean(seed: int) -> None:
    """Weights, units, pools and roundings by chance, with zeros among the weights."""
    random = Random(seed)
    rows = random.choice([4, 6, 12, 32])
    weights = [random.randrange(random.choice([10**2, 10**8])) for _ in range(rows)]
    weights[0] += 1
    unit = random.choice([1, 100, 1_000, 10_000, 1_000_000])
    house = random.randrange(rows, random.choice([3, 50, 3_000]) * rows + 1)
    if random.random() < 0.5:
        amounts = [units * unit for units in apportion(weights, house).units]
    else:
        rule = random.choice(list(ROUNDINGS.values()))
        amounts = shared(weights, house * unit + random.randrange(unit), unit, rule)
    assert weighty(audit(*made(weights, amounts))) == []
