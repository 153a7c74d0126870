"""What headings and names state of sums, and of whom a law speaks."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest

from allokera.relations.evidence.claim import weigh
from allokera.relations.families.means import Mean
from allokera.relations.families.sums import Sum
from allokera.relations.laws.about import is_about
from allokera.relations.laws.discovery import _stated_rows, _stated_spans, discover
from allokera.relations.laws.law import law_told
from allokera.relations.sheet.view import View
from relations.grids import Grid, large, laws_in, sheet_of, standing, view_of, with_cell

YEARS = ["Kr 2018", "Kr 2019", "Kr 2020"]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([*YEARS, "Summa 2018-2020"], {3: (0, 1, 2)}),
        ([*YEARS, "Summa 2018\u20132020"], {3: (0, 1, 2)}),
        (["Summa 2018 - 20", *YEARS], {0: (1, 2, 3)}),
        ([*YEARS, "Summa 2018-20"], {3: (0, 1, 2)}),
        ([*YEARS, "Summa för 2019-2020"], {3: (1, 2)}),
        ([*YEARS, "total 2018-2020"], {3: (0, 1, 2)}),
        ([*YEARS, "I alt 2018-2020"], {3: (0, 1, 2)}),
        ([*YEARS, "Samman 2018-2020"], {3: (0, 1, 2)}),
        (["Summa 2018-2020", *YEARS], {0: (1, 2, 3)}),
        ([*YEARS, "Kr 2021", "Summa 2018-2020"], {4: (0, 1, 2)}),
        (["Kr 2017", *YEARS, "Summa 2018-2020"], {4: (1, 2, 3)}),
        (["Kr 1998", "Kr 1999", "Summa 1998-99"], {2: (0, 1)}),
        ([*YEARS, "Summa 2018-2021"], {}),
        ([*YEARS, "Summa 2017-2020"], {}),
        ([*YEARS, "Summa 2020-2020"], {}),
        ([*YEARS, "Summa 2020-2018"], {}),
        ([*YEARS, "Snitt 2018-2020"], {}),
        ([*YEARS, "Summa 2018, 2020"], {}),
        (["1999", "2000", "Summa 1999-2000", "x"], {2: (0, 1)}),
        (["Kr 2018 och 2019", "Kr 2019", "Kr 2020", "Summa 2018-2020"], {}),
    ],
    ids=str,
)
def test_a_heading_states_the_total_of_years_that_all_have_a_column(
    names: Sequence[str], expected: dict[int, tuple[int, ...]]
) -> None:
    view = view_of([[1] * len(names)], names=names)
    assert {each.target: each.parts for each in _stated_spans(view)} == expected


def test_a_year_whose_column_is_empty_is_not_there() -> None:
    view = view_of([[1, None, 3, 4]], names=[*YEARS, "Summa 2018-2020"])
    assert list(_stated_spans(view)) == []


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        (["a", "b", "c", "Summa"], {3: (0, 1, 2)}),
        (["Summa", "a", "b", "c"], {0: (1, 2, 3)}),
        (["a", "b", "Summa", "c"], {2: (0, 1)}),
        (["a", "b", "Summa", "Totalt"], {2: (0, 1), 3: (0, 1)}),
        (["a", "Summa", "b", "c"], {}),
        (["a", "b", "Summa 2020", "Totalt AB"], {}),
        (["Summa", "a", "Totalt", ""], {0: (1, 3)}),
    ],
    ids=str,
)
def test_a_name_states_the_sum_of_all_rows_above_or_below_where_none_are_above(
    labels: Sequence[str], expected: dict[int, tuple[int, ...]]
) -> None:
    view = view_of([[1, 2, 3, 4]], names=labels)
    assert {each.target: each.parts for each in _stated_rows(view, [])} == expected


def test_of_a_sum_that_was_found_the_name_says_the_same() -> None:
    view = view_of([[1, 2, 3, 2, 5]], names=["a", "b", "c", "d", "Summa"])
    known = [weigh(view, Sum(4, (2, 3)), 0), weigh(view, Sum(2, (0, 1)), 0)]
    assert list(_stated_rows(view, known)) == [Sum(4, (2, 3))]
    two = view_of([[1, 2, 3, 4, 5, 9]], names=["a", "b", "Summa", "c", "d", "Totalt"])
    assert list(_stated_rows(two, [weigh(two, Sum(2, (0, 1)), 0)])) == [
        Sum(2, (0, 1)),
        Sum(5, (0, 1, 3, 4)),
    ]
    # else rows that are sums themselves are left out
    assert list(_stated_rows(view, known[1:])) == [Sum(4, (0, 1, 3))]


def test_two_rows_are_too_few_for_a_name_to_state_a_sum() -> None:
    assert list(_stated_rows(view_of([[1, 1]], names=["a", "Summa"]), [])) == []


def named_sum(columns: int, off: int) -> Grid:
    """A sum row that some columns break, each by an amount of its own."""
    random = Random("stated")
    rows = [[large(random) for _ in range(columns)] for _ in range(5)]
    last = [sum(column) for column in zip(*rows, strict=True)]
    for at in range(off):
        last[at] += 700 + 97 * at
    named = zip(["a", "b", "c", "d", "e", "Summa"], [*rows, last], strict=True)
    return [[name, *map(str, row)] for name, row in named]


@pytest.mark.parametrize(
    ("columns", "off", "is_law"), [(4, 0, True), (4, 2, True), (4, 3, False), (1, 0, True)]
)
def test_a_sum_row_that_is_named_so_is_a_law_where_half_of_the_columns_bear_it_out(
    columns: int, off: int, is_law: bool
) -> None:
    laws = laws_in(named_sum(columns, off))
    assert ("down 5 = 0 + 1 + 2 + 3 + 4" in laws) is is_law
    for law in laws.values():
        assert law.is_stated
        assert standing(law)[:2] == (columns - off, tuple(range(1, off + 1)))


@pytest.mark.parametrize(
    ("change", "broken"),
    [((5, 2, "12"), ()), ((5, 2, "160000"), ()), ((0, 2, ""), ()), ((5, 2, "500000"), (2,))],
    ids=["a mean", "less than two parts", "a part is not printed", "more than two parts"],
)
def test_a_column_that_a_named_sum_misses_is_of_another_kind_unless_it_holds_more_than_parts(
    change: tuple[int, int, str], broken: tuple[int, ...]
) -> None:
    row, column, text = change
    grid = [[*line] for line in named_sum(4, 0)]
    for line, number in enumerate(("99001", "98003", "97007", "96011", "95003")):
        grid[line][2] = number
    grid = with_cell(grid, row, column, lambda _: text)
    law = laws_in(grid)["down 5 = 0 + 1 + 2 + 3 + 4"]
    assert law.broken == set(broken)


def test_a_column_that_a_heading_calls_a_statistic_need_not_add_up() -> None:
    grid = with_cell(named_sum(4, 0), 5, 2, lambda _: "900000")
    names = ["x", "a", "b", "c", "d"]
    assert laws_in(grid, names)["down 5 = 0 + 1 + 2 + 3 + 4"].broken == {2}
    names[2] = "median"
    assert laws_in(grid, names)["down 5 = 0 + 1 + 2 + 3 + 4"].broken == frozenset()


ROWS: list[list[int | None]] = [
    [11, 22, 33, 66, None],
    [14, 25, 36, 75, None],
    [17, 28, None, 45, None],
    [20, 31, 42, 93, None],
    [23, 34, None, None, None],
    [23, 34, 45, 900, None],
]


def about(line: int, change: Sequence[tuple[int, int | None]] = (), *, marks: int = -1) -> bool:
    rows = [list(row) for row in ROWS]
    for place, value in change:
        rows[line][place] = value
    view = view_of(rows)
    withheld = [[at == marks and row == line for at in range(5)] for row in range(6)]
    view = replace(view, withheld=withheld)
    return is_about(weigh(view, Sum(3, (0, 1, 2)), 0), line)


@pytest.mark.parametrize(
    ("change", "marks", "expected"),
    [
        ((), -1, True),
        (((2, None),), -1, True),
        (((2, None), (1, None)), -1, False),
        ((), 2, True),
        (((2, None), (1, None)), 2, True),
        ((), 3, False),
        ((), 4, True),
        (((4, 798),), -1, False),
        (((4, -798),), -1, False),
        (((4, 800),), -1, False),
        (((4, 801),), -1, True),
        (((4, 795),), -1, True),
        (((4, 796),), -1, False),
    ],
)
def test_a_row_is_accused_where_it_lacks_no_more_than_others_and_holds_no_number_more(
    change: Sequence[tuple[int, int | None]], marks: int, expected: bool
) -> None:
    """What is 798 too much may be a number of 798, that is nothing where the sum holds."""
    assert about(5, change, marks=marks) is expected


@pytest.mark.parametrize(("withheld", "expected"), [(0, False), (3, False), (4, True)])
def test_a_row_of_which_something_is_withheld_is_not_off_its_mean(
    withheld: int, expected: bool
) -> None:
    """Of a sum it is, for a row is off that only where its known parts exceed it."""
    marks = [[at == withheld and row == 5 for at in range(5)] for row in range(6)]
    view = replace(view_of(ROWS), withheld=marks)
    assert is_about(weigh(view, Mean(3, (0, 1, 2)), 0), 5) is expected


@pytest.mark.parametrize(("filled", "expected"), [(1, False), (2, True)])
def test_a_number_that_other_rows_hold_as_well_explains_nothing(
    filled: int, expected: bool
) -> None:
    rows = [list(row) for row in ROWS]
    rows[5][4] = 798
    for line in range(filled):
        rows[line][4] = 5
    assert is_about(weigh(view_of(rows), Sum(3, (0, 1, 2)), 0), 5) is expected


@pytest.mark.parametrize(("filled", "expected"), [(3, False), (4, True)])
def test_a_number_is_one_more_where_it_is_nothing_in_three_rows_of_four(
    filled: int, expected: bool
) -> None:
    """Of thirteen rows in which the sum holds ten hold nothing there, or nine."""
    rows: list[list[int | None]] = [
        [1_009 + 17 * at, 311 + at, 1_320 + 18 * at, 5 if at < filled else None] for at in range(13)
    ]
    rows.append([1_009, 400, 2_209, 800])
    assert is_about(weigh(view_of(rows), Sum(2, (0, 1)), 0), 13) is expected


def test_what_a_person_states_is_a_law_whatever_breaks_it_and_replaces_what_is_found() -> None:
    random = Random("told")
    rows = [[large(random), large(random)] for _ in range(12)]
    grid = [[str(one), str(two), str(one + two)] for one, two in rows]
    across, down = sheet_of(grid).views()
    (law,) = discover(across, down, [Sum(2, (0, 1))]).laws
    assert (law.is_told, law.is_stated, law.is_exact) == (True, True, False)
    # turned around it is the same relation, and nothing is said twice
    (law,) = discover(across, down, [Sum(0, (1, 2), frozenset({1}))]).laws
    assert law.claim.target == 0
    (law,) = discover(across, down, [Sum(2, (0,))]).laws[:1]
    assert law.broken == {*range(12)}
    assert law.good == frozenset()


def test_of_what_a_person_states_every_line_beyond_rounding_is_broken() -> None:
    view: View = view_of([[1, 2, 3], [1, 2, 4], [1, 2, 5], [1, 2, 99], [None, None, 4]])
    law = law_told(weigh(view, Sum(2, (0, 1)), 0))
    assert law.good == {0, 1}
    assert law.broken == {2, 3}
    assert not law.slight | law.doubtful
    assert law.lines == {0, 1, 2, 3}
