"""What a cell may have been: what the others allow, one slip away from what is printed."""

from collections.abc import Sequence

import pytest

from allokera.audit.rounding.fit import Entry, Fit, fit
from allokera.audit.rounding.rules import RULES
from allokera.audit.shares.mending import allowed_amounts, allowed_base, mend
from allokera.audit.shares.sheet import Sheet, read_sheet
from allokera.kronor.keying import Slip
from allokera.model import Column


def sheet_of(*cells: str, unit: int | None = 1_000) -> Sheet:
    return read_sheet(Column(name="a", heading="a", cells=cells, unit=unit))


LOST = [(80_000, Slip.LOST), (81_000, Slip.LOST), (82_000, Slip.LOST)]
BESIDE = [(80_000, Slip.REPLACED), (81_000, Slip.SEPARATOR), (82_000, Slip.REPLACED)]


@pytest.mark.parametrize(
    ("cell", "allowed", "expected"),
    [
        ("18 000", range(81_000, 82_000, 1_000), [(81_000, Slip.EXCHANGED)]),
        ("8 000", range(80_000, 83_000, 1_000), LOST),
        ("81 000", range(80_000, 83_000, 1_000), BESIDE),
        ("81 000", range(82_000, 83_000, 1_000), [(82_000, Slip.REPLACED)]),
        ("79 000", range(80_000, 81_000, 1_000), [(80_000, Slip.UNIT)]),
        ("78 000", range(80_000, 81_000, 1_000), []),
        ("81", range(81_000, 82_000, 1_000), [(81_000, Slip.THOUSANDTH)]),
        ("x", range(81_000, 82_000, 1_000), []),
        ("81 000", range(0), []),
    ],
    ids=str,
)
def test_candidates_are_allowed_and_one_slip_away(
    cell: str, allowed: range, expected: Sequence[tuple[int, Slip]]
) -> None:
    mending = mend(sheet_of(cell), 0, allowed)
    assert [(each.amount, each.slip) for each in mending.candidates] == list(expected)
    assert mending.allowed == allowed
    assert mending.suggestion == (expected[0][0] if len(expected) == 1 else None)
    assert mending._replace(is_sure=False).suggestion is None


def test_the_numbers_one_keystroke_away_are_counted_and_those_in_whole_units() -> None:
    mending = mend(sheet_of("12 000"), 0, range(0))
    assert mending.alternatives == len(alternatives("12000"))
    assert mending.whole == len({n for n in map(int, alternatives("12000")) if n % 1_000 == 0})
    assert mend(sheet_of("x"), 0, range(0)).alternatives == 0


def alternatives(keyed: str) -> set[str]:
    """All texts of which one slip of a finger makes what was keyed."""
    texts = {keyed[:at] + keyed[at + 1 :] for at in range(len(keyed))}
    for digit in "0123456789":
        texts |= {keyed[:at] + digit + keyed[at + 1 :] for at in range(len(keyed))}
        texts |= {keyed[:at] + digit + keyed[at:] for at in range(len(keyed) + 1)}
    for at in range(len(keyed) - 1):
        texts.add(keyed[:at] + keyed[at + 1] + keyed[at] + keyed[at + 2 :])
    return texts - {keyed}


@pytest.mark.parametrize(("units", "looked_at_all"), [(1_000, True), (1_001, False)])
def test_of_more_than_a_thousand_allowed_only_those_one_keystroke_away_are_looked_at(
    units: int, looked_at_all: bool
) -> None:
    """A thousandth is a slip, and no keystroke."""
    mending = mend(sheet_of("500"), 0, range(0, units * 1_000, 1_000))
    slips = {each.slip for each in mending.candidates}
    assert (Slip.THOUSANDTH in slips) is looked_at_all
    keyed = mend(sheet_of("500 000"), 0, range(0, units * 1_000, 1_000))
    assert {each.amount for each in keyed.candidates if each.slip is Slip.REPLACED} >= {
        400_000,
        510_000,
        501_000,
    }
    amounts = [each.amount for each in keyed.candidates]
    assert amounts == sorted(amounts)


def factor(units: int, weights: Sequence[int] = (1_000, 1_037, 1_211, 1_399)) -> Fit:
    """So many units for a weight of a thousand."""
    entries = [Entry(row, w, (2 * w * units + 1_000) // 2_000) for row, w in enumerate(weights)]
    found = fit(RULES[0], entries)
    assert found is not None and found.suspects == 0
    return found


def test_amounts_are_allowed_from_the_least_to_the_most_of_any_explanation() -> None:
    one, other = factor(100), factor(103)
    assert allowed_amounts([one], 1_000, 50) == range(5_000, 5_050, 50)
    assert allowed_amounts([one, other], 1_000, 50) == range(5_000, 5_200, 50)
    assert allowed_amounts([other, one], 1_000, 50) == range(5_000, 5_200, 50)
    assert allowed_amounts([], 1_000, 50) == range(0)


def test_base_amounts_are_allowed_that_every_column_allows_in_whole_units() -> None:
    one, other = factor(100), factor(37)
    for unit in (1, 4, 7):
        expected = [
            weight
            for weight in range(1, 3_000)
            if weight % unit == 0
            and all(weight in allowed_base(1, [(each, n)]) for each, n in ((one, 101), (other, 37)))
        ]
        assert list(allowed_base(unit, [(one, 101), (other, 37)])) == expected
        assert expected
    assert allowed_base(1, []) == range(0)
    assert len(allowed_base(1, [(one, 101), (other, 50)])) == 0
