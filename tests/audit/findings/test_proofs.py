"""What relations show: what a cell should hold, and which other cells stand."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest

from allokera.audit.case.case import Brief, Case
from allokera.audit.findings.proof.by_relations import (
    against,
    allowed,
    broken,
    broken_lines,
    interval_of,
)
from allokera.audit.findings.suspects import one_of_several, wrong_cells
from allokera.audit.messages import AuditMessages
from allokera.audit.report.evidence import Evidence, Quantity
from allokera.audit.rounding.interval import Interval
from allokera.audit.survey.found import Survey, sheet_of
from allokera.audit.verify import verify_table
from allokera.diagnosis.check import NONE
from allokera.errors import message
from allokera.kronor.notation import UNDECIDED
from allokera.relations.evidence.claim import weigh
from allokera.relations.evidence.pattern import Pattern
from allokera.relations.families.fitted import Fitted
from allokera.relations.families.ratios import Ratio
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import Law, law_told
from allokera.relations.sheet.reading import read_sheet
from audit.cases import case_of, table_of
from audit.findings.sums import COLUMNS, ONE, TOTAL, TWO, opened


def ends(evidence: Evidence) -> tuple[object, object]:
    return evidence.lower, evidence.upper


def holds(evidence: Evidence, number: Fraction | int | None) -> bool:
    assert number is not None
    return evidence.interval.holds(number)


def told(evidence: Evidence) -> tuple[int | None, str, Sequence[str], bool | None]:
    """By which relation, for which printed number, from which others, and whether it agrees."""
    first, *others = evidence.cells
    return evidence.relation, first.printed, [each.printed for each in others], evidence.holds


def case_with(columns: dict[str, list[str]], *patterns: tuple[Pattern, bool]) -> Case:
    """Open a table of which nothing is said but what a test says: along rows, or down columns."""
    table = table_of(columns, [f"Ort {row}" for row in range(len(next(iter(columns.values()))))])
    printed = sheet_of(table.recipients, table.columns)
    sheet = read_sheet(printed.texts, UNDECIDED, without=(0,), names=["", *columns])
    across, down = sheet.views()
    laws = [
        replace(law_told(weigh(across if is_across else down, pattern, 0)), is_told=False)
        for pattern, is_across in patterns
    ]
    case = case_of(table, Brief(base=None, envelopes={}), laws)
    return case._replace(survey=Survey(sheet, printed, laws))


def test_each_relation_says_what_a_wrong_cell_should_hold_the_shortest_first() -> None:
    (found,) = wrong_cells(opened((2, "A", 5_150)))
    row, column, *cleared = found.evidence
    assert told(row) == (1, "5150", ["2421", "1906"], False)
    assert told(column) == (2, "5150", ["3561", "310", "833", "77", "1204", "622"], False)
    assert (ends(row), ends(column)) == ((514, 516), (512, 518))
    assert {each.quantity for each in found.evidence} == {Quantity.NUMBER}
    assert (row.cells[0].read, row.cells[1].read, row.more) == (5_150, 2_421, 0)
    # the other cells of the row stand by their columns, those of the column by their rows
    assert [(each.cells[0].printed, each.relation, each.holds) for each in cleared] == [
        ("2421", 2, True),
        ("1906", 2, True),
        *((printed, 1, True) for printed in ("3561", "310", "833", "77", "1204", "622")),
    ]


def test_what_other_wrong_cells_should_hold_is_put_in_their_place() -> None:
    case = opened((2, "A", 5_150))
    check = next(each for each in case.network.failing if each.is_in_one_row)
    (row, *_) = against(case, [check], ONE, {TWO: 2_000})
    assert ends(row) == (420, 422)
    beside = row.cells[2]
    assert (beside.printed, beside.read, beside.is_mended) == ("1906", 2_000, True)
    assert not row.cells[1].is_mended
    # a cell that is said to be wrong is not cleared
    cleared = [each.cells[0].cell for each in against(case, [check], ONE, {TWO: 2_000})[1:]]
    assert cleared == [TOTAL]


def test_a_relation_that_another_wrong_cell_is_in_shows_nothing_where_that_is_not_told() -> None:
    """Down the column a second cell is wrong, too, and nobody says what it should be."""
    case = opened((2, "A", 5_150))
    diagnosis = case.diagnoses[0]
    share, best = diagnosis.usual[0]
    options = {ONE: dict.fromkeys((514, 516), Fraction(1, 2)), (4, 1): {}}
    both = replace(diagnosis, usual=((share, best._replace(options=options)),))
    (found,) = [each for each in wrong_cells(case._replace(diagnoses=(both,))) if each.cell == ONE]
    assert found.suggestion is None
    assert [told(each)[0] for each in found.evidence if not each.holds] == [1]


def test_a_cell_that_no_other_relation_holds_is_not_cleared() -> None:
    case = opened((2, "A", 5_150))
    (row,) = [each for each in case.network.failing if each.is_in_one_row]
    only = case_with({name: list(map(str, COLUMNS[name])) for name in COLUMNS}, (SUM, True))
    assert only.network.failing == []
    (shown,) = against(with_laws(case, [row.law]), [row], ONE, NONE)
    assert shown.holds is False


SUM = Sum(3, (1, 2))


def with_laws(case: Case, laws: Sequence[Law]) -> Case:
    network = case.network
    return case._replace(network=type(network)(network.sheet, laws))


@pytest.mark.parametrize(("parts", "listed", "more"), [(12, 13, 0), (13, 13, 1), (20, 13, 8)])
def test_twelve_other_cells_are_listed_and_more_are_counted(
    parts: int, listed: int, more: int
) -> None:
    rows = [str(100 + 7 * row * row) for row in range(parts)]
    case = case_with(
        {"A": [*rows, str(sum(map(int, rows)) + 5_000)]}, (Sum(parts, tuple(range(parts))), False)
    )
    (shown,) = broken(case, case.network.failing)
    assert (len(shown.cells), shown.more) == (listed, more)
    assert shown.cells[0].cell == (parts, 1)


@pytest.mark.parametrize(("parts", "cleared"), [(6, 6), (7, 0)])
def test_of_a_long_sum_no_cell_is_cleared_one_by_one(parts: int, cleared: int) -> None:
    """A sum of six and its total; each part is the sum of two numbers, too."""
    halves = [(100 + 11 * row, 300 + 7 * row * row) for row in range(parts)]
    sums = [one + two for one, two in halves]
    columns = {
        "A": [*(str(one) for one, _ in halves), str(sum(one for one, _ in halves))],
        "B": [*(str(two) for _, two in halves), str(sum(two for _, two in halves))],
        "S": [*map(str, sums), str(sum(sums) + 5_000)],
    }
    case = case_with(columns, (SUM, True), (Sum(parts, tuple(range(parts))), False))
    total = (parts, 3)
    down = [each for each in case.network.failing if not each.is_in_one_row]
    shown = against(case, down, total, NONE)
    assert [each.holds for each in shown] == [False] + [True] * cleared


@pytest.mark.parametrize(("lines", "shown"), [(12, 12), (13, 12)])
def test_twelve_lines_of_a_relation_are_shown(lines: int, shown: int) -> None:
    body = [(100 + 7 * row, 211 + 3 * row) for row in range(40)]
    columns = {
        "A": [str(one) for one, _ in body],
        "B": [str(two) for _, two in body],
        "S": [str(one + two + 5_000 * (row < lines)) for row, (one, two) in enumerate(body)],
    }
    case = case_with(columns, (SUM, True))
    law = case.network.laws[0]
    assert len(law.broken) == lines
    found = broken_lines(case, law, sorted(law.broken))
    assert [each.cells[0].cell for each in found] == [(line, 3) for line in range(shown)]
    assert all(each.holds is False and each.relation == 1 for each in found)


RATES = [37, 41, 53, 29, 61, 47, 59, 43]
HEADS = [1_201, 3_307, 2_203, 907, 5_501, 1_801, 4_409, 2_909]


def per_head(**changed: str) -> Case:
    columns = {
        "Sum": [str(rate * heads) for rate, heads in zip(RATES, HEADS, strict=True)],
        "Heads": [str(each) for each in HEADS],
        "Rate": [f"{each},00" for each in RATES],
    }
    for name, text in changed.items():
        columns[name][2] = text
    return case_with(columns, (Ratio(3, (1, 2)), True))


def test_a_quotient_is_told_with_the_decimals_of_its_column() -> None:
    case = per_head(Rate="63,00")
    (found,) = broken(case, case.network.failing)
    assert (found.places, ends(found)) == (2, (Fraction(5_299, 100), Fraction(5_301, 100)))
    assert told(found) == (1, "63,00", ["116759", "2203"], False)


def test_what_nothing_bounds_above_has_no_end_there() -> None:
    """Part of a sum is withheld: its total is what the others come to, or more."""
    columns = {name: [str(each) for each in numbers] for name, numbers in COLUMNS.items()}
    columns["A"][2], columns["S"][2] = "x", "1400"
    case = case_with(columns, (SUM, True))
    (found,) = broken(case, case.network.failing)
    assert found.upper is None
    assert found.lower is not None and 1_900 < found.lower <= 1_906
    assert allowed(case, TOTAL, NONE) is None
    with pytest.raises(AssertionError):
        _ = found.interval


def test_where_no_number_will_do_it_is_told_what_follows() -> None:
    """Whatever the weight, no amount is below the least of 1 000."""
    weights = [301, 407, 611, 703, 809, 907, 1_013]
    amounts = [max(1_000, 2 * each) for each in weights]
    columns = {"W": [str(each) for each in weights], "Y": [str(each) for each in amounts]}
    columns["Y"][3] = "406"
    twice = (Fraction(0), Fraction(2))
    case = case_with(columns, (Fitted(2, (1,), corners=(twice, twice), floor=2_000), True))
    (check,) = case.network.failing
    assert check.allowed((3, 1)) is None
    (found,) = against(case, [check], (3, 1), NONE)
    assert found.cells[0].cell == (3, 2)
    assert found.lower is not None and found.upper is not None
    assert found.lower <= 1_406 <= found.upper


def test_of_several_allowed_numbers_the_ends_are_told() -> None:
    case = per_head(Sum="916759")
    between = allowed(case, (2, 1), NONE)
    assert between is not None
    least, most = (Fraction(each, 100) for each in between)
    # 53.00 times 2 203, half a unit of either up and down, and half a unit of the sum
    assert least < 53 * 2_203 < most
    assert interval_of(case, (2, 1), between) == Interval(least, most)
    # below nothing, as in a column of what is paid back, the ends change places
    case.survey.sheet = case.survey.sheet._replace(turned=frozenset({1}))
    assert interval_of(case, (2, 1), between) == Interval(-most, -least)
    (found,) = against(case, case.network.failing, (2, 1), NONE)
    assert found.lower is not None and found.upper is not None and found.lower < found.upper < 0


def test_a_wrong_cell_without_a_number_says_between_which_it_is() -> None:
    case = opened((2, "A", 5_150))
    diagnosis = case.diagnoses[0]
    share, best = diagnosis.usual[0]
    open_ = {514: Fraction(1, 2), 516: Fraction(1, 2)}
    untold = replace(diagnosis, usual=((share, best._replace(options={ONE: open_})),))
    (found,) = wrong_cells(case._replace(diagnoses=(untold,)))
    assert found.suggestion is None
    assert found.expected == Interval(Fraction(514), Fraction(516))
    assert found.remedy == message(
        AuditMessages.look_up_within, least=Fraction(514), most=Fraction(516), places=0
    )


def test_of_several_cells_what_each_failing_relation_gives_is_shown() -> None:
    case = opened((2, "S", 9_421))
    check = next(each for each in case.network.failing if each.is_in_one_row)
    (diagnosis,) = [each for each in case.diagnoses if check in each.failing]
    _, best = diagnosis.usual[0]
    halves = tuple(
        (Fraction(1, 2), best._replace(options={cell: {7: Fraction(1)}})) for cell in (ONE, TWO)
    )
    unsure = replace(diagnosis, failing=(check, check), usual=halves, cautious=halves)
    (found,) = one_of_several(case._replace(diagnoses=(unsure,)))
    for shown in found.evidence:
        assert told(shown) == (1, "9421", ["515", "1906"], False)
        assert ends(shown) == (2_420, 2_422)
    assert len(found.evidence) == 2


def random_table(random: Random) -> tuple[dict[str, list[int]], list[tuple[int, str]]]:
    """A table that adds up across and down, with one cell or two replaced, and which they are."""
    rows = random.randint(8, 14)
    columns = {name: [random.randint(1_000, 90_000) for _ in range(rows)] for name in "ABC"}
    for numbers in columns.values():
        numbers.append(sum(numbers))
    columns["S"] = [sum(numbers) for numbers in zip(*columns.values(), strict=True)]
    name = random.choice("ABC")
    changed = [(row, name) for row in random.sample(range(rows), random.randint(1, 2))]
    for row, name in changed:
        columns[name][row] += random.choice([-1, 1]) * random.randint(2_000, 9_000)
    return columns, changed


@pytest.mark.parametrize("seed", range(20))
def test_what_is_shown_against_a_cell_allows_its_number_and_not_what_is_printed(seed: int) -> None:
    columns, changed = random_table(Random(seed))
    table = table_of(columns, [f"Ort {row}" for row in range(len(columns["A"]))])
    report = verify_table(table.recipients, table.columns, Brief(base=None, envelopes={}))
    found = [each for each in report.findings if each.code == "wrong-cell"]
    assert {(each.cell or (0, 0))[0] for each in found} == {row for row, _ in changed}
    for each in found:
        against_it = [shown for shown in each.evidence if not shown.holds]
        assert against_it
        for shown in against_it:
            assert shown.cells[0].cell == each.cell
            assert holds(shown, each.suggestion)
            assert not holds(shown, each.read)
        cleared = each.evidence[len(against_it) :]
        assert len(cleared) == 3
        for shown in cleared:
            assert holds(shown, shown.cells[0].read)
            (number, *others), law = shown.cells, report.relations[(shown.relation or 0) - 1]
            assert len(others) + shown.more == len(law.parts)
            assert number.cell is not None and number.cell != each.cell
