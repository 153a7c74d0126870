"""Which runs are weighed as means, in how many lines they must show, and what naming them costs."""

from collections.abc import Sequence
from random import Random

from allokera.relations.bits import BIT, LIKELY, naming
from allokera.relations.evidence.claim import weigh
from allokera.relations.evidence.priors import NAMED
from allokera.relations.families.means import Mean
from allokera.relations.search.means import _fitting, _look, find_means
from allokera.relations.sheet.view import MOST_PLACES, View, seeds
from relations.grids import view_of
from relations.search.strangers import Change, Line, number, strangers

Run = tuple[int, int]


def mean_of(target: int, first: int, stop: int) -> Change:
    def change(line: Line) -> None:
        total = sum(number(line, place) for place in range(first, stop))
        line[first] = number(line, first) - total % (stop - first)
        line[target] = total // (stop - first)

    return change


def test_a_mean_costs_its_target_and_its_end_and_more_where_others_stand_between() -> None:
    """Of eight positions each takes three bits; the shape three, and a gap two."""
    for target, first, stop, price in ((5, 2, 5, 9), (6, 2, 5, 11), (2, 3, 7, 9), (1, 3, 7, 11)):
        view = strangers(8, mean_of(target, first, stop))
        found = {claim.pattern: claim for claim in find_means(view)}
        assert found[Mean(target, tuple(range(first, stop)))].price == price * BIT


GENUINE: Line = [8_123_456_789, 1_000_000_001, 9_999_999_977, 6_374_485_589]
"""The last is the mean of the others, and tells some thirty bits."""


def test_a_mean_shows_in_one_of_three_lines_that_can_tell() -> None:
    """Of seven two. What is alike says nothing, nor does a mean that is not printed."""
    again: Line = [3_000_000_011, 7_700_000_002, 2_345_678_901, 4_348_559_638]
    others: Sequence[Line] = (
        [8_000_000_001, 1, 5, None],
        [5_000_000_000, -5_000_000_000, 0, None],
        [5_000_000_000, 5_000_000_000, 5_000_000_000, 5_000_000_000],
    )
    for other in others:
        for genuine, is_found in (([GENUINE], False), ([GENUINE, again], True)):
            rows = [*genuine, *[other] * (7 - len(genuine))]
            found = {claim.pattern for claim in find_means(view_of(rows))}
            assert (Mean(3, (0, 1, 2)) in found) is is_found


def runs_of(line: Line, at: int) -> set[Run]:
    looked_at = _look(view_of([line]), 0, range(len(line)))
    return {(begin, end) for begin, end, *_ in _fitting([looked_at], at, at, len(line))}


def test_of_a_run_two_numbers_are_printed_at_least() -> None:
    """None of a hundred is a mean of seventy, but thirty and one of sixty is."""
    assert runs_of([70, None, None, 70], 3) == set()
    assert runs_of([None, 70, None, 70], 3) == set()
    assert runs_of([70, None, None, None, 70], 4) == set()
    assert (0, 3) in runs_of([60, 80, None, 70], 3)
    assert (0, 3) in runs_of([60, None, 80, 70], 3)


def test_of_more_than_a_thousand_a_mean_is_of_all_before_it_or_behind_it() -> None:
    """Up to four may stand between."""
    line: Line = [7] * 1_001
    expected = {(0, end) for end in range(496, 501)} | {(begin, 1_001) for begin in range(501, 506)}
    assert runs_of(line, 500) == expected
    assert {(10, 500), (501, 990)} <= runs_of(line[1:], 500)


def test_a_mean_begins_or_ends_within_five_of_its_target() -> None:
    line: Line = [7] * 12
    assert runs_of(line, 6) == {
        *((begin, end) for end in range(2, 7) for begin in range(end - 1)),
        *((begin, end) for begin in range(7, 12) for end in range(begin + 2, 13)),
    }
    assert runs_of(line, 0) == {(at, end) for at in range(1, 6) for end in range(at + 2, 13)}


def test_a_heading_makes_a_weak_mean_likely() -> None:
    """Two lines of small numbers: less than six bits, and as many more where it is named."""
    rows: list[Line] = [[110, 213, 280, 201], [124, 410, 315, 283]]
    assert find_means(view_of(rows)) == []
    (named,) = find_means(view_of(rows, names=["", "", "", "Average"]))
    assert (named.pattern, named.bonus) == (Mean(3, (0, 1, 2)), NAMED)
    assert 0 < named.score < NAMED


def test_a_blank_is_nought_or_none_by_what_the_lines_say() -> None:
    """Of the two ways to read a mean the one is kept that more lines bear out."""
    random = Random("blank")
    for of_all in (False, True):
        rows: list[Line] = []
        for at in range(8):
            numbers = [random.randrange(10_000, 99_999) for _ in range(4)]
            has_blank = at % 2 == 0
            if has_blank:
                numbers[at % 4] = 0
            count = 3 if has_blank and not of_all else 4
            place = (at + 1) % 4
            numbers[place] += -sum(numbers) % count
            rows.append([*(each or None for each in numbers), sum(numbers) // count])
        (claim,) = (each for each in find_means(view_of(rows)) if each.target == 4)
        assert claim.pattern == Mean(4, (0, 1, 2, 3), of_all)


def near_means(random: Random) -> View:
    """Some lines of five numbers, at times with a blank for nought, and what is nearly a mean."""
    most, unit = random.choice((30, 400, 90_000)), random.choice((1, 10))
    rows: list[Line] = []
    for _ in range(random.choice((1, 2, 3, 12))):
        numbers = [random.randrange(most) * unit for _ in range(5)]
        blank = random.randrange(10)
        line = [None if at == blank else each for at, each in enumerate(numbers)]
        mean = sum(each or 0 for each in line[1:]) // (4 * unit) + random.randrange(3)
        rows.append([*line, mean * unit])
    names = [*[""] * 5, random.choice(("", "Mean"))]
    return view_of(rows, unit=unit, one=random.choice((1, 10**MOST_PLACES)), names=names)


def most_likely(view: View, target: int) -> int:
    """Weigh all runs that fit in enough of the lines that are looked at, read both ways."""
    used, chosen = view.used, seeds(view, view.used)
    looked_at = (_look(view, line, used) for line in chosen)
    told = [line for line in looked_at if line.tells and line.values[target] is not None]
    scores = [
        weigh(view, Mean(target, used[begin:end], of_all), price).score
        for begin, end, fitting, gap in _fitting(told, target, used.index(target), len(used))
        if len(fitting) >= len(chosen) // 3
        for of_all in (False, True)
        for price in [2 * naming(len(used)) + (5 if gap else 3) * BIT]
    ]
    bonus = NAMED if view.names[target] else 0
    return max((score + bonus for score in scores), default=0)


def test_what_is_not_weighed_could_not_be_likely() -> None:
    """In small numbers, or with blanks, many runs fit a mean by chance."""
    random, likely = Random("not weighed"), 0
    for _ in range(300):
        view = near_means(random)
        found = {claim.target: claim.likely for claim in find_means(view)}
        for target in view.used:
            best = most_likely(view, target)
            likely += best >= LIKELY
            assert found.get(target, 0) == (best if best >= LIKELY else 0)
    assert likely > 20
