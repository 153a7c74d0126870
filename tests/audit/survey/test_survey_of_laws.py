"""What a survey makes of laws that are told it: bases, parts of sums, and how fine numbers are."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

import pytest

from allokera.audit.survey.found import Proportion, Survey, sheet_of, survey_sheet
from allokera.kronor.notation import UNDECIDED
from allokera.model import PrintedSheet
from allokera.relations.evidence.claim import weigh
from allokera.relations.evidence.pattern import Pattern
from allokera.relations.families.fitted import Fitted
from allokera.relations.families.sums import Sum
from allokera.relations.laws.law import law_told
from allokera.relations.sheet.reading import read_sheet
from audit.cases import table_of
from audit.survey.test_survey import survey


def factor(target: int, weight: int, fixed: int | None = None) -> Fitted:
    """One column by another, with a factor that a test does not look at, or a fixed amount, too."""
    corner = (Fraction(fixed or 0), Fraction(1))
    return Fitted(target, (weight,), (corner, corner), has_fixed=fixed is not None)


def told(
    columns: Mapping[str, Sequence[object]], *patterns: Pattern, is_across: bool = True
) -> Survey:
    """A survey of which laws are told instead of found, whether the numbers follow them or not."""
    table = table_of(columns)
    printed = sheet_of(table.recipients, table.columns)
    sheet = read_sheet(printed.texts, UNDECIDED, without=(0,), names=["", *columns])
    across, down = sheet.views()
    view = across if is_across else down
    laws = [replace(law_told(weigh(view, each, 0)), is_told=False) for each in patterns]
    return Survey(sheet, printed, laws)


@pytest.mark.parametrize(("last", "base"), [(589, "fine"), (590, "first"), (591, "first")])
def test_the_first_is_the_base_unless_the_others_numbers_come_to_more_than_ten_times_as_many(
    last: int, base: str
) -> None:
    """The first column's numbers come to 1 000 at 590; those of the finer one to 10 000."""
    columns = {"first": [101, 307, last + 2], "fine": [1_013, 3_071, 5_916]}
    found = told(columns, factor(2, 1))
    assert 10 * sum(columns["first"]) - sum(columns["fine"]) == 10 * (last - 590)
    (other,) = {"first", "fine"} - {base}
    assert found.proportion([*columns]) == Proportion(base, (other,))
    assert found.proportion([*columns][::-1]) == Proportion(base, (other,))


def test_what_others_give_is_the_base_only_where_nothing_else_is() -> None:
    columns = {
        "total": [313, 427, 519, 611],
        "x": [112, 213, 317, 411],
        "y": [201, 214, 202, 200],
        "w": [311, 419, 523, 617],
        "one": [307, 401, 503, 601],
    }
    names = [*columns]
    total = Sum(1, (2, 3))
    assert told(columns, total, factor(5, 1), factor(5, 4)).proportion(names) == Proportion(
        "w", ("one",)
    )
    assert told(columns, total, factor(5, 1)).proportion(names) == Proportion("total", ("one",))
    assert told(columns, factor(5, 1), factor(5, 4)).proportion(names) == Proportion(
        "one", ("total", "w")
    )


def test_columns_with_a_fixed_amount_or_that_are_sums_are_not_in_proportion() -> None:
    columns = {"a": [307, 401, 503], "b": [311, 419, 523], "c": [618, 820, 1_026]}
    found = told(columns, factor(2, 1, fixed=10), Sum(3, (1, 2)), factor(3, 1))
    last = found.laws[2]
    assert [*found.proportions()] == [(1, 3, last)]
    assert (found.law_of("a", "c"), found.law_of("c", "a"), found.law_of("a", "b")) == (
        last,
        last,
        None,
    )
    assert [found.number_of(law) for law in found.laws] == [1, 2, 3]


def test_a_part_of_a_part_belongs_to_the_smaller_sum() -> None:
    """Two districts of two, and a total of all four: the smaller sums may come first or last."""
    columns = {"a": [307, 401, 708, 503, 601, 1_104, 1_812]}
    small, large = [Sum(2, (0, 1)), Sum(5, (3, 4))], Sum(6, (0, 1, 3, 4))
    for order in ([*small, large], [large, *small]):
        found = told(columns, *order, is_across=False)
        assert found.sum_rows == {2, 5, 6}
        assert found.part_of == {0: 2, 1: 2, 3: 5, 4: 5}
    assert told(columns, large, is_across=False).part_of == dict.fromkeys((0, 1, 3, 4), 6)


def test_a_column_of_which_one_number_has_decimals_is_not_whole() -> None:
    columns: dict[str, Sequence[object]] = {
        "w": ["307", "401", "503,5"],
        "v": [307, 401, 503],
        "one": [311, 419, 523],
    }
    assert told(columns, factor(3, 1)).proportion(["one"]) is None
    assert told(columns, factor(3, 2)).proportion(["one"]) == Proportion("v", ("one",))


def test_a_number_in_thousands_counts_as_so_many_thousands_and_what_is_none_for_nothing() -> None:
    rows = [1_000 * (17 + 7 * row * row) for row in range(30)]
    found = told({"a": [*rows, "x", ""], "b": [*(each + 1 for each in rows), "-3", 0]})
    assert [found.sheet.units[0][column] for column in (1, 2)] == [1_000, 1]
    assert found._fineness(1) == sum(rows) // 1_000
    assert found._fineness(2) == sum(rows) + 30 + 3


def test_parts_of_a_number_stay_parts() -> None:
    found = told({"a": [12, 15]})
    assert found.exact(Fraction(1, 2)) == Fraction(1, 2)
    found.sheet = found.sheet.turn(frozenset({1}))
    assert found.exact(Fraction(1, 2), 1) == Fraction(-1, 2)
    assert found.exact(Fraction(1, 2), 0) == Fraction(1, 2)


def test_headings_and_labels_hold_no_numbers_and_short_rows_end_in_empty_cells() -> None:
    texts = [["", "", "1700", "1801"], ["7 012", "Ale", "12"], ["8 213", "Bor", "15", "19"]]
    printed = PrintedSheet(texts, (0,), (0, 1), (1, 2), {"a": 2, "b": 3})
    found = survey_sheet(printed, table_of({"a": [12, 15]}, ["Ale", "Bor"]).recipients)
    assert [list(row) for row in found.sheet.values] == [
        [None, None, None, None],
        [None, None, 12, None],
        [None, None, 15, 19],
    ]
    assert [found.name_of(column, is_column=True) for column in (2, 3)] == ["a", "b"]
    # a column of which nothing is known is called by its number
    assert found.name_of(0, is_column=True) == "#1"


def test_a_sheet_without_a_row_says_nothing() -> None:
    found = survey_sheet(PrintedSheet([], (), (), (), {}), [])
    assert (found.laws, found.likely, found.proportion([])) == ((), (), None)


WEIGHTS = [10_007 + 1_013 * at * at for at in range(12)]
STRANGE = [70_001 - 2_027 * at * at + 31_000 * (at % 3) for at in range(12)]
BACK = [-abs(each) for each in STRANGE]


@pytest.mark.parametrize(
    ("columns", "turned"),
    [
        ({"a": BACK}, {1}),
        ({"a": BACK, "b": [-3 * each for each in WEIGHTS]}, {1, 2}),
        ({"a": BACK, "b": [0] * 12}, {1}),
        ({"a": WEIGHTS}, set()),
        # one column is paid back in proportion to another
        ({"a": WEIGHTS, "b": [-3 * each for each in WEIGHTS]}, {2}),
        # nothing tells, by its size either, what one is in proportion to
        ({"a": WEIGHTS, "b": BACK}, set()),
        ({"a": WEIGHTS, "b": [3 * each for each in WEIGHTS], "c": BACK}, set()),
    ],
    ids=[
        "nothing but reductions",
        "two of them",
        "and noughts",
        "none",
        "in proportion by their sizes",
        "beside a stranger",
        "beside two in proportion",
    ],
)
def test_what_is_paid_back_is_read_by_its_size_where_nothing_else_is_or_that_finds_a_relation(
    columns: Mapping[str, Sequence[int]], turned: set[int]
) -> None:
    found = survey({**columns})
    assert found.sheet.turned == turned
    for place, numbers in enumerate(columns.values(), 1):
        sign = -1 if place in turned else 1
        assert [row[place] or 0 for row in found.sheet.values] == [sign * each for each in numbers]
