"""From how many numbers on a column, or a sheet, is taken to be rounded to more than its places."""

from random import Random

import pytest

from relations.grids import Grid, sheet_of


def multiples(of: int, count: int, off: int = 0) -> list[str]:
    """Different multiples of a number, but not of ten times it; some are off by one."""
    random, found = Random(f"{of} {count}"), set[int]()
    while len(found) < count:
        times = random.randrange(1000, 10_000)
        if times % 10:
            found.add(times * of)
    numbers = sorted(found)
    return [str(number + (place < off)) for place, number in enumerate(numbers)]


def column(numbers: list[str]) -> Grid:
    return [[number] for number in numbers]


def units(grid: Grid) -> set[int]:
    return {unit for row in sheet_of(grid).units for unit in row}


@pytest.mark.parametrize(
    ("count", "off", "is_step"),
    [
        (6, 0, False),
        (7, 0, True),
        (7, 1, False),
        (8, 1, True),
        (11, 3, False),
        (12, 3, True),
        (19, 4, False),
    ],
)
def test_seven_numbers_of_a_column_in_tens_are_no_coincidence_and_exceptions_take_more(
    count: int, off: int, is_step: bool
) -> None:
    """10^7 to one exceeds the million of a law; three exceptions at most, where numbers are few."""
    assert units(column(multiples(10, count, off))) == {10 if is_step else 1}


@pytest.mark.parametrize("power", [10, 100, 10_000])
def test_a_column_is_rounded_to_the_highest_power_of_ten_that_it_shows(power: int) -> None:
    assert units(column(multiples(power, 9))) == {power}


def test_the_same_number_again_says_nothing_of_a_step() -> None:
    assert units(column(multiples(10, 3) * 9)) == {1}


def test_a_column_rounded_to_tens_leaves_its_neighbours_alone() -> None:
    tens, others = multiples(10, 9), multiples(1, 9)
    grid = [list(row) for row in zip(tens, others, strict=True)]
    assert sheet_of(grid).units == [[10, 1]] * 9


def test_noughts_behind_the_mark_are_how_a_program_prints() -> None:
    grid = column([f"{number[:-2]},{number[-2:]}" for number in multiples(10, 9)])
    assert units(grid) == {1}


@pytest.mark.parametrize(("count", "unit"), [(2, 1), (3, 1000)])
def test_three_numbers_in_thousands_are_enough(count: int, unit: int) -> None:
    """A thousand three times is a billion, twice a million and a bit too little."""
    assert units(column(multiples(1000, count))) == {unit}


def spread(numbers: list[str], width: int = 3) -> Grid:
    """Set numbers in columns, each with too few to say something by itself."""
    return [numbers[at : at + width] for at in range(0, len(numbers), width)]


@pytest.mark.parametrize("step", [3, 5, 10, 100])
@pytest.mark.parametrize(("count", "is_step"), [(20, False), (21, True)])
def test_more_than_twenty_numbers_of_a_sheet_tell_its_step(
    step: int, count: int, is_step: bool
) -> None:
    found = units(spread(multiples(step, count), width=7))
    assert found == {step if is_step else 1}


@pytest.mark.parametrize(
    ("count", "off", "expected"),
    [(39, 1, {1, 5}), (39, 2, {1}), (40, 2, {1, 5}), (40, 3, {1})],
)
def test_one_number_in_twenty_may_be_off_the_step_of_a_sheet_and_keeps_its_own(
    count: int, off: int, expected: set[int]
) -> None:
    grid = spread(multiples(5, count, off))
    assert units(grid) == expected
    sheet = sheet_of(grid)
    for values, own in zip(sheet.values, sheet.units, strict=True):
        for value, unit in zip(values, own, strict=True):
            assert value is None or value % unit == 0


def test_numbers_of_other_places_are_asked_apart() -> None:
    """Thousands without decimals, too few to say so by their column, beside numbers with two."""
    whole, fine = multiples(1000, 5), multiples(1, 5)
    grid = [[a, f"{b},{b[:2]}"] for a, b in zip(whole, fine, strict=True)]
    assert sheet_of(grid).units == [[100_000, 1]] * 5


def test_whole_numbers_with_noughts_behind_the_mark_are_right_to_the_last_place() -> None:
    """Whole tens are not: nobody prints these by accident."""
    whole = column([f"{number},00" for number in multiples(1, 9)])
    assert units(whole) == {1}
    tens = column([f"{number},00" for number in multiples(10, 9)])
    assert units(tens) == {1_000}


def test_five_thousands_with_a_decimal_say_nothing_beside_numbers_with_three() -> None:
    """Without a decimal they do."""
    fine = [f"{number},{number[:3]}" for number in multiples(1, 5)]
    for mark, unit in ((",0", 100), ("", 1_000_000)):
        coarse = [number + mark for number in multiples(1000, 5)]
        assert {row[0] for row in sheet_of([*map(list, zip(coarse, fine, strict=True))]).units} == {
            unit
        }
