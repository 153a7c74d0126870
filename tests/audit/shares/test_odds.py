"""The odds that rows are wrong, and do not follow another rule: by slips, by steps, by amounts."""

from fractions import Fraction
from math import comb

import pytest

from allokera.audit.report.report import Severity
from allokera.audit.shares.explaining import Setting
from allokera.audit.shares.mending import Meant, Mending
from allokera.audit.shares.odds import (
    Odds,
    _chances,
    _error,
    _held_more,
    _is_coarser,
    _slipped,
    are_slips,
    odds_of,
)
from allokera.audit.shares.sheet import read_sheet
from allokera.audit.shares.trial import Trial, try_column
from allokera.diagnosis.rates import any_error
from allokera.kronor.keying import Slip
from allokera.model import Column

WEIGHTS = tuple(10_007 + 1_013 * at * at for at in range(20))
RIGHT = tuple(7 * weight for weight in WEIGHTS)
LARGEST = max(RIGHT)
HALF = Fraction(1, 2)


def near(one: Fraction, other: Fraction) -> bool:
    return abs(one - other) * 10**12 < other


def trial_of(changes: dict[int, int], unit: int = 1) -> Trial:
    cells = [str(unit * changes.get(row, amount)) for row, amount in enumerate(RIGHT)]
    column = Column(name="a", heading="a", cells=tuple(cells), unit=unit)
    return try_column(read_sheet(column), Setting(WEIGHTS, rule="half-up"))


@pytest.mark.parametrize(
    ("usual", "cautious", "severity"),
    [
        (1_000, 1_000, Severity.ERROR),
        (999, 1_000, Severity.WARNING),
        (1_000, 999, Severity.WARNING),
        (10, 0, Severity.WARNING),
        (9, 9, Severity.NOTE),
        (9, 1_000, Severity.NOTE),
    ],
)
def test_by_both_rates_a_thousand_to_one_is_an_error_and_ten_by_the_usual_a_warning(
    usual: int, cautious: int, severity: Severity
) -> None:
    assert Odds(Fraction(usual), Fraction(cautious)).severity is severity


@pytest.mark.parametrize(
    ("slip", "meant", "ways"),
    [
        (Slip.REPLACED, 12_346, 45),
        (Slip.LOST, 123_456, 6),
        (Slip.ADDED, 1_234, 50),
        (Slip.FOOTNOTE, 1_234, 50),
        (Slip.EXCHANGED, 12_354, 4),
        (Slip.THOUSANDFOLD, 12_345_000, 6),
        (Slip.SIGN, -12_345, 1),
        (Slip.UNIT, 12_346, None),
    ],
)
def test_a_slip_is_one_of_the_ways_that_the_right_number_has_and_of_seven_kinds(
    slip: Slip, meant: int, ways: int | None
) -> None:
    """Printed is 12 345, in thousands."""
    mending = Mending(range(5, 6), (Meant(meant * 1000, slip),), 0, 0)
    expected = [] if ways is None else [Fraction(1, 7 * ways)]
    assert list(_chances(mending, 1000)) == expected
    assert list(_chances(None, 1000)) == []


def test_of_one_digit_there_is_one_way_to_exchange() -> None:
    mending = Mending(range(5, 6), (Meant(5, Slip.EXCHANGED),), 0, 0)
    assert list(_chances(mending, 1)) == [Fraction(1, 7)]


@pytest.mark.parametrize(
    ("allowed", "error"),
    [
        (range(100, 130, 10), 0),
        (range(70, 100, 10), 1),
        (range(110, 130, 10), 1),
        (range(150, 170, 10), 5),
        (range(20, 80, 10), 3),
        (range(0), 10),
    ],
)
def test_a_row_is_off_by_units_from_the_nearest_amount_that_is_allowed(
    allowed: range, error: int
) -> None:
    trial = trial_of({3: 10}, unit=10)
    assert _error(trial, 3, Mending(allowed, (), 0, 0)) == error
    assert _error(trial, 3, None) == 10


@pytest.mark.parametrize(
    ("digits", "is_slip"),
    [
        (lambda text: f"9{text[1:]}", True),
        (lambda text: text[1:], True),
        (lambda text: f"{text}4", True),
        (lambda text: text[1] + text[0] + text[2:], True),
        (lambda text: f"{text}000", False),
        (lambda text: f"98{text[2:]}", False),
    ],
    ids=["replaced", "lost", "added", "exchanged", "thousandfold", "two replaced"],
)
def test_accused_rows_are_slips_where_each_is_one_keystroke_from_right(
    digits: object, is_slip: bool
) -> None:
    assert callable(digits)
    wrong = int(digits(str(RIGHT[3])))
    trial = trial_of({3: wrong})
    assert trial.accused == (3,)
    assert are_slips(trial) is is_slip
    other = trial_of({3: wrong, 9: 5 * RIGHT[9] + 12_345})
    assert trial.accused == (3,)
    assert not are_slips(other)
    assert not are_slips(trial_of({}))


def test_a_unit_off_is_no_slip() -> None:
    row = next(row for row, amount in enumerate(RIGHT) if 1 < amount % 10 < 8)
    trial = trial_of({row: RIGHT[row] + 1})
    assert trial.mendings[row].candidates[0].slip is Slip.REPLACED
    assert are_slips(trial) is False
    assert are_slips(trial_of({row: RIGHT[row] + 2}))


@pytest.mark.parametrize(
    ("amount", "error", "is_coarser"),
    [
        (70_000, 5_000, True),
        (70_000, 5_001, False),
        (77_000, 500, True),
        (77_000, 501, False),
        (77_000, 4, True),
        (70_001, 1, False),
        (70_010, 5, True),
        (0, 1, False),
        (-77_000, 500, True),
    ],
)
def test_a_coarser_step_explains_half_of_it(amount: int, error: int, is_coarser: bool) -> None:
    trial = trial_of({3: amount})
    mended = trial._replace(mendings={})
    assert _is_coarser(mended, 3, error) is is_coarser
    # what is allowed is as wide as other coarse rows may leave it
    wide = trial._replace(mendings={3: Mending(range(7), (), 0, 0)})
    assert _is_coarser(wide, 3, error + 7) is is_coarser


@pytest.mark.parametrize(
    ("error", "is_round"), [(5, True), (50_000, True), (55, False), (50_500, False)]
)
def test_an_exception_holds_a_round_amount_or_a_coarser_step_or_anything(
    error: int, is_round: bool
) -> None:
    amount = RIGHT[3] + error
    trial = trial_of({3: amount})
    trial = trial._replace(mendings={3: Mending(range(RIGHT[3], RIGHT[3] + 1), (), 0, 0)})
    quarter = Fraction(1, 4)
    expected = HALF * any_error(error, LARGEST)
    expected += quarter * Fraction(int(is_round), 9 * len(str(LARGEST)))
    expected += quarter * Fraction(int(_is_coarser(trial, 3, error)), 6)
    assert _held_more(trial, 3, LARGEST) == expected


def test_half_of_all_mistakes_are_slips_and_the_others_any_number() -> None:
    wrong = int(f"9{str(RIGHT[3])[1:]}")
    trial = trial_of({3: wrong})
    digits = len(str(wrong))
    expected = HALF * Fraction(1, 7 * 9 * digits) + HALF * any_error(wrong - RIGHT[3], LARGEST)
    assert _slipped(trial, 3, LARGEST) == expected


def test_an_accused_row_is_a_mistake_or_follows_another_rule() -> None:
    """How many rows are exempt, and which: each count as likely; with caution each doubling."""
    trial = trial_of({3: RIGHT[3] * 3 + 12_345})
    slipped, held = _slipped(trial, 3, LARGEST), _held_more(trial, 3, LARGEST)
    usual = Fraction(1, 1_000) * slipped / (HALF / (21 * 20) * held)
    cautious = Fraction(1, 1_000) * slipped / (HALF / (5 * 20) * held)
    (found,) = odds_of(trial).values()
    assert near(found.usual, usual) and near(found.cautious, cautious)


def test_of_two_accused_rows_none_one_or_both_are_mistakes() -> None:
    """The one with digits exchanged is likelier than the one that holds any amount more."""
    text = str(RIGHT[3])
    slip, other = int(text[1] + text[0] + text[2:]), RIGHT[9] * 3 + 12_345
    trial = trial_of({3: slip, 9: other})
    largest = max(abs(each.units) for each in trial.entries)
    slipped = {row: Fraction(1, 1_000) * _slipped(trial, row, largest) for row in (3, 9)}
    held = {row: _held_more(trial, row, largest) for row in (3, 9)}
    for place, (alone, both) in enumerate(
        [(HALF / (21 * 20), HALF / (21 * comb(20, 2))), (HALF / (5 * 20), HALF / (5 * 2 * 190))]
    ):
        none = both * held[3] * held[9]
        one = slipped[3] * alone * held[9]
        two = slipped[3] * slipped[9]
        found = odds_of(trial)
        assert near(found[3][place], (one + two) / none)
        assert near(found[9][place], two / (none + one))
    assert found[3].usual > 1 > found[9].usual


def test_without_accused_rows_there_are_no_odds() -> None:
    assert odds_of(trial_of({})) == {}
