"""How many exceptions a law may have, from how many rows on it is exact, and whom it accuses."""

from fractions import Fraction
from random import Random

import pytest

from allokera.relations.evidence.claim import Claim, weigh
from allokera.relations.evidence.pattern import Pattern
from allokera.relations.families.means import Mean
from allokera.relations.families.ratios import Ratio
from allokera.relations.families.sums import Sum
from allokera.relations.laws.about import is_about
from allokera.relations.laws.law import judge
from relations.grids import (
    Grid,
    Row,
    Standing,
    added,
    large,
    laws_in,
    made,
    sheet_of,
    standing,
    to_places,
)

FACTOR = Fraction(317, 1009)
Numbers = list[int]


def sum_of(count: int) -> Row:
    def row(random: Random) -> Numbers:
        parts = [large(random) for _ in range(count)]
        return [*parts, sum(parts)]

    return row


def mean_of_four(random: Random) -> list[str]:
    parts = [large(random) for _ in range(4)]
    tenths = (10 * sum(parts) + 2) // 4
    return [*map(str, parts), f"{tenths // 10},{tenths % 10}"]


def quotient(random: Random) -> Numbers:
    heads, each = random.randrange(10, 100), large(random)
    return [heads * each, heads, each]


def in_proportion(random: Random) -> Numbers:
    weight = 10 * large(random) + random.randrange(10)
    return [weight, weight * FACTOR.numerator // FACTOR.denominator]


def last_ones_off(grid: Grid, off: int) -> Grid:
    """Change the targets of the last rows, each by something of its own."""
    for place, row in enumerate(grid[len(grid) - off :], 1):
        row[-1] = str(int(row[-1].split(",")[0]) + 311 * place * place)
    return grid


@pytest.mark.parametrize(
    ("total", "is_broken"), [("9 127", True), ("9 827", False), ("11 527", False)]
)
def test_known_parts_may_not_exceed_a_total_that_is_withheld_in_part(
    total: str, is_broken: bool
) -> None:
    """8 514 and 1 313 come to 9 827; what is withheld may be nothing, or any more."""
    grid = [["8 514", "x", "1 313", total], *made("withheld", 9, sum_of(3))]
    law = laws_in(grid)["3 = 0 + 1 + 2"]
    assert (0 in law.broken) is is_broken


def claimed(grid: Grid, pattern: Pattern) -> Claim:
    across, _ = sheet_of(grid).views()
    return weigh(across, pattern, 0)


@pytest.mark.parametrize(
    ("row", "pattern"),
    [
        (sum_of(3), Sum(3, (0, 1, 2))),
        (mean_of_four, Mean(4, (0, 1, 2, 3))),
        (quotient, Ratio(2, (0, 1))),
    ],
    ids=["sum", "mean", "ratio"],
)
@pytest.mark.parametrize(
    ("rows", "off", "is_stated", "stands"),
    [
        (32, 8, False, True),
        (32, 9, False, False),
        (33, 8, False, True),
        (31, 8, False, False),
        (32, 16, True, True),
        (32, 17, True, False),
    ],
)
def test_one_row_in_four_may_be_off_a_law_and_one_in_two_what_a_heading_states(
    row: Row, pattern: Pattern, rows: int, off: int, is_stated: bool, stands: bool
) -> None:
    claim = claimed(last_ones_off(made("off", rows, row), off), pattern)
    assert claim.is_law
    laws = judge([claim], is_about, is_stated=is_stated)
    assert len(laws) == stands
    for law in laws:
        assert standing(law) == Standing(rows - off, broken=tuple(range(rows - off, rows)))


@pytest.mark.parametrize(("off", "stands"), [(10, True), (11, False)])
def test_one_row_in_three_may_be_off_a_plain_factor(off: int, stands: bool) -> None:
    """Of 31 rows, ten are fewer than one in three, and eleven are more."""
    grid = made("factor", 31, in_proportion)
    for place in Random("which").sample(range(31), off):
        grid[place][1] = added(grid[place][1], 311 * (place + 1))
    assert ("1 = proportional 0" in laws_in(grid)) is stands


@pytest.mark.parametrize(("parts", "enough"), [(2, 49), (3, 35), (4, 28), (5, 24)], ids=str)
def test_a_sum_is_exact_from_as_many_rows_on_as_rounded_parts_would_hardly_give(
    parts: int, enough: int
) -> None:
    """Uniform errors of 2, 3, 4, 5 numbers come to less than half in 3/4, 2/3, 115/192, 11/20.

    These, raised to the number of rows, must be one in a million (2^-20).
    """
    within = {2: (3, 4), 3: (2, 3), 4: (115, 192), 5: (11, 20)}[parts]
    assert within[0] ** enough << 20 <= within[1] ** enough
    assert within[0] ** (enough - 1) << 20 > within[1] ** (enough - 1)
    for rows in (enough - 1, enough):
        grid = made("exact", rows, sum_of(parts))
        (law,) = laws_in(grid).values()
        assert law.is_exact is (rows == enough)


@pytest.mark.parametrize(("rows", "is_exact"), [(44, False), (45, True)])
def test_that_a_row_is_a_step_off_takes_what_names_it_more(rows: int, is_exact: bool) -> None:
    """Of the sum of three: (2/3)^44 among 45 is one in 2^20.2; (2/3)^43 among 44, in 2^19.7."""
    grid = made("exact", rows, sum_of(3))
    grid[7][3] = added(grid[7][3], 1)
    (law,) = laws_in(grid).values()
    assert law.is_exact is is_exact
    assert standing(law) == (Standing(rows - 1, slight=(7,)) if is_exact else Standing(rows))


@pytest.mark.parametrize(("rows", "is_exact"), [(8, False), (9, True)])
def test_a_mean_is_exact_from_nine_rows_on(rows: int, is_exact: bool) -> None:
    """Whole parts, whose mean has a decimal, would give it by accident in one row of five."""
    (law,) = laws_in(made("exact", rows, mean_of_four)).values()
    assert law.is_exact is is_exact


@pytest.mark.parametrize(
    ("rows", "error", "expected"),
    [
        (5, 33, Standing(4, doubtful=(0,))),
        (5, 34, Standing(4, broken=(0,))),
        (8, 7, Standing(7, doubtful=(0,))),
        (8, 8, Standing(7, broken=(0,))),
    ],
)
def test_a_small_error_is_doubtful_until_enough_rows_refute_that_all_have_it(
    rows: int, error: int, expected: Standing
) -> None:
    """Four rows tell log2(2 * 34 - 3) bits each: 24 of the 20, 2.4 and one that it takes.

    What named the sum is paid for by the numbers, which would add up to within the error.
    """
    grid = made("doubtful", rows, sum_of(2))
    grid[0][2] = added(grid[0][2], error)
    (law,) = laws_in(grid).values()
    assert standing(law) == expected


def test_a_row_that_a_label_calls_a_statistic_is_not_accused() -> None:
    grid = [["x", *row] for row in made("labels", 12, sum_of(3))]
    grid[5][4] = added(grid[5][4], 7_000)
    for label, expected in (("x", Standing(11, broken=(5,))), ("median", Standing(11))):
        grid[5][0] = label
        (law,) = laws_in(grid).values()
        assert standing(law) == expected


def test_a_row_that_holds_one_number_more_is_not_accused() -> None:
    """A column that is nothing elsewhere explains what the total is off by."""
    grid = [[*row, ""] for row in made("more", 12, sum_of(3))]
    grid[5][3] = added(grid[5][3], 7_000)
    for extra, expected in (("6900", Standing(11, broken=(5,))), ("7000", Standing(11))):
        grid[5][4] = extra
        assert standing(laws_in(grid)["3 = 0 + 1 + 2"]) == expected


def test_a_total_of_years_is_stated_by_its_heading() -> None:
    years = ["2018", "2019", "2020"]
    names = ["x", *(f"Amount {year}" for year in years), "Total 2018-2020"]
    grid = [["x", *row] for row in last_ones_off(made("years", 12, sum_of(3)), 5)]
    law = laws_in(grid, names)["4 = 1 + 2 + 3"]
    assert law.is_stated
    assert standing(law) == Standing(7, broken=(7, 8, 9, 10, 11))
    assert laws_in(grid, ["x", *years, "Total"]) == {}


def totals_exchanged(rows: int, *pairs: tuple[int, int]) -> Grid:
    grid = made("exchanged", rows, sum_of(3))
    for one, other in pairs:
        grid[one][3], grid[other][3] = grid[other][3], grid[one][3]
    return grid


def test_lines_that_one_slip_mends_do_not_count_among_one_in_four() -> None:
    """Two rows of five that stand exchanged are one mistake; two that are just off are none."""
    law = laws_in(totals_exchanged(5, (0, 3)))["3 = 0 + 1 + 2"]
    assert standing(law) == Standing(3, (0, 3))
    grid = totals_exchanged(5)
    grid[0][3], grid[3][3] = "151117", "90217"
    assert "3 = 0 + 1 + 2" not in laws_in(grid)
    # beside an exchange two more rows of eight may be off, and three may not
    grid = totals_exchanged(8, (0, 3))
    grid[5][3], grid[6][3] = "151117", "90217"
    assert standing(laws_in(grid)["3 = 0 + 1 + 2"]) == Standing(4, (0, 3, 5, 6))
    grid[7][3] = "212903"
    assert "3 = 0 + 1 + 2" not in laws_in(grid)


def test_of_four_rows_two_that_stand_exchanged_tell_what_is_broken() -> None:
    """Two that agree are too few; that an exchange mends the others refutes a rival."""
    law = laws_in(totals_exchanged(4, (1, 2)))["3 = 0 + 1 + 2"]
    assert standing(law) == Standing(2, (1, 2))


def test_a_mistyped_running_total_is_one_mistake_of_four_rows() -> None:
    rows = [(70_954, 70_954), (60_268, 11_222), (48_605, 179_827), (57_470, 237_297)]
    grid = [["in all", "so far"], *([str(number), str(total)] for number, total in rows)]
    assert standing(laws_in(grid)["1 = 0 + <1"]) == Standing(2, (2, 3))


def test_two_quotients_of_four_that_stand_exchanged_are_one_mistake() -> None:
    grid = [
        [str(size), f"{amount}", to_places(Fraction(amount, size), 2)]
        for size, amount in (
            (2_143, 34_301_587),
            (20_578, 34_005_697),
            (65_283, 43_506_333),
            (14_889, 78_782_424),
        )
    ]
    grid[0][0], grid[3][0] = grid[3][0], grid[0][0]
    assert standing(laws_in(grid)["0 = 1 / 2"]) == Standing(2, (0, 3))
