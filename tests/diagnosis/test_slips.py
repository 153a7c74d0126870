"""How likely a mistake leaves just what is printed: one result of so many that it may have."""

from collections import defaultdict
from fractions import Fraction

import pytest

from allokera.diagnosis.mistakes.events import Event, Meant
from allokera.diagnosis.mistakes.slips import (
    chance_among,
    chance_of_any,
    happening,
    keyed,
    name_slip,
)
from allokera.diagnosis.network import Network
from allokera.kronor.keying import Slip, one_keystroke, slip
from allokera.relations.sheet.numbers import notation_of_sheet
from allokera.relations.sheet.reading import read_sheet
from diagnosis.tiny import swap

EACH = Fraction(1, 14)
"""Half of the mistakes are slips, of seven kinds."""


def network(*cells: str) -> Network:
    """One column of numbers, which nothing binds."""
    texts = [[f"Ort {row}", cell] for row, cell in enumerate(cells)]
    return Network(read_sheet(texts, notation_of_sheet(texts), without=(0,)), ())


def chance(printed: str, meant: int) -> Fraction | None:
    return keyed(network(printed, "77777"), (0, 1)).get(meant)


@pytest.mark.parametrize(
    ("printed", "meant", "ways"),
    [
        ("451", 4_512, 4),
        ("4512", 4_513, 9 * 4),
        ("4512", 5_412, 3),
        ("45", 54, 1),
        ("45124", 4_512, 10 * 5),
        ("47512", 4_512, 10 * 5),
        ("4512000", 4_512, 6),
        ("4512000000", 4_512, 6),
        ("4512", 4_512_000, 6),
        ("4512", 4_512_000_000, 6),
        ("4512", -4_512, 1),
        ("-4512", 4_512, 1),
        ("-451", -4_512, 4),
        ("6", 7, 9),
        ("-1", -2, 9),
        ("428", 20_428, 5),
        ("428", 7_000_428, 7),
        ("-42", -90_042, 5),
    ],
)
def test_a_slip_is_as_likely_as_each_of_its_results(printed: str, meant: int, ways: int) -> None:
    assert chance(printed, meant) == EACH / ways


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("4512", 4_512),
        ("4512", 5_214),
        ("4512", 4_523),
        ("451200", 4_512),
        ("4512", 45_120_000),
        ("451", -4_512),
        ("428", 70_000_428),
        ("428", 27_428),
    ],
)
def test_what_no_one_slip_turns_into_it_is_none(printed: str, meant: int) -> None:
    assert chance(printed, meant) is None


def test_of_numbers_with_decimals_the_mark_may_be_lost() -> None:
    """47,25 stands in the sheet as 4725; the mark is moved by two places, three or six."""
    found = keyed(network("4725,00", "47,25"), (0, 1))
    assert found[4_725] == EACH / 6
    assert found[472_500_000] == EACH / 6
    assert 47_250 not in found or found[47_250] != EACH / 6


def test_what_is_printed_is_never_a_slip_of_itself() -> None:
    """A nought with its mark moved is a nought."""
    for printed in ("0", "0,00", "4512", "-7"):
        cell = network(printed, "77777")
        assert cell.sheet.values[0][1] not in keyed(cell, (0, 1))


def test_a_nought_before_the_mark_may_be_replaced() -> None:
    """0,31 has three digits: the first was replaced, and none was added to 31."""
    assert keyed(network("2,31", "7,77"), (0, 1))[31] == EACH / (9 * 3)
    assert keyed(network("0,31", "7,77"), (0, 1))[231] == EACH / (9 * 3)


def test_a_number_below_one_keeps_its_nought() -> None:
    """0,45 may have been 0,47, 1,45 or 0,54, and not 0,045."""
    found = keyed(network("0,45", "7,77"), (0, 1))
    assert {47, 145, 54} <= found.keys()
    assert found[47] == EACH / (9 * 3)


@pytest.mark.parametrize("meant", [4_512, 90_731, 845])
def test_the_results_of_one_kind_share_what_it_has(meant: int) -> None:
    """A nought in front makes no number, and some digits added make the same: so some is left."""
    totals: dict[Slip, Fraction] = defaultdict(Fraction)
    for text in one_keystroke(str(meant)):
        how = slip(meant, text)
        if text[0] != "0" and how is not None:
            totals[how] += chance(text, meant) or 0
    added = totals.pop(Slip.ADDED) + totals.pop(Slip.FOOTNOTE)
    assert {*totals} == {Slip.LOST, Slip.REPLACED, Slip.EXCHANGED}
    for total in (added, *totals.values()):
        assert Fraction(3, 4) * EACH <= total <= EACH


def test_neighbours_stand_exchanged_as_often_as_three_in_all_others_do() -> None:
    """One exchange in two is of neighbours, either way; the others are of any two rows."""
    bound = network(*map(str, range(20)))

    def chance(distance: int) -> Fraction:
        return happening(bound, swap(bound, (0, 1), (distance, 1)))

    assert chance(1) == EACH / 4
    assert chance(2) == chance(19) == EACH / 40


def test_a_block_may_have_any_length_and_moves_up_or_down_or_is_in_one_of_four_units() -> None:
    """One mistake in a hundred makes a block; here there are two columns, and twenty rows."""
    bound = network(*map(str, range(20)))
    down = (((3, 1), Meant(1)), ((4, 1), Meant(2)), ((5, 1), Meant(3)))
    assert happening(bound, Event(Slip.SHIFTED, down)) == Fraction(1, 100 * 2 * 20 * 2)
    assert happening(bound, Event(Slip.THOUSANDTH, down)) == Fraction(1, 100 * 4 * 20)
    along = (((3, 0), Meant(1)), ((3, 1), Meant(2)))
    assert happening(bound, Event(Slip.MILLIONFOLD, along)) == Fraction(1, 100 * 4 * 2)


def test_what_strays_at_the_end_of_a_block_may_be_any_number() -> None:
    """Else one of two things stands there: what was at the other end, or the next number."""
    bound = network(*(str(4_512 + 97 * row) for row in range(20)))
    down = (((3, 1), Meant(4_999)), ((4, 1), Meant(5_001)))
    expected = Fraction(1, 100 * 2 * 20)
    assert happening(bound, Event(Slip.SHIFTED, down)) == expected / 2
    strays = happening(bound, Event(Slip.SHIFTED, down, stray=(3, 1)))
    assert strays == expected * chance_of_any(bound, (3, 1), 4_999) < expected / 100


@pytest.mark.parametrize(
    ("low", "high"), [(4_513, 4_513), (4_600, 4_700), (0, 4_500), (4_000, 5_000), (4_511, 4_513)]
)
def test_errors_of_many_numbers_are_added_up(low: int, high: int) -> None:
    bound, cell = network("4512", "98777"), (0, 1)
    others = [value for value in range(low, high + 1) if value != 4_512]
    each = sum((chance_of_any(bound, cell, value) for value in others), Fraction(0))
    assert chance_among(bound, cell, low, high) == each > 0
    # the same beside a column with decimals, in whose scale ten stands for one
    texts = [["Ort 0", "4512", "0,1"], ["Ort 1", "98777", "0,2"]]
    beside = Network(read_sheet(texts, notation_of_sheet(texts), without=(0,)), ())
    assert chance_among(beside, cell, 10 * low, 10 * high) == each
    assert chance_of_any(beside, cell, 10 * others[0]) == chance_of_any(bound, cell, others[0])


def test_in_a_column_of_whole_thousands_errors_are_such_too() -> None:
    """Each is a thousand times likelier, and between two numbers there are as many fewer."""
    thousands = network(*(f"{each}000" for each in (4_512, 98_777, 3_131, 777, 1_234, 90_417)))
    ones = network("4512000", "98777001", "3131313", "777123", "1234567", "90417293")
    one, other = (chance_of_any(each, (0, 1), 4_700_000) for each in (thousands, ones))
    assert one == 1_000 * other
    few, many = (chance_among(each, (0, 1), 4_600_000, 4_700_000) for each in (thousands, ones))
    assert few == many
    added_up = sum(
        chance_of_any(thousands, (0, 1), value) for value in range(4_600_000, 4_700_001, 1_000)
    )
    assert abs(few - added_up) * 50 < few


@pytest.mark.parametrize(
    ("printed", "meant", "how"),
    [
        ("45,12", 4_512_000, Slip.THOUSANDTH),
        ("45,12", 45_120, Slip.LOST),
        ("45,12", 4_521, Slip.EXCHANGED),
        ("45,12", -4_512, Slip.SIGN),
        ("45,12", 9_999, None),
    ],
)
def test_a_slip_is_named_by_the_digits(printed: str, meant: int, how: Slip | None) -> None:
    assert name_slip(network(printed, "7,77"), (0, 1), meant) is how


def test_what_is_finer_than_a_cell_shows_is_no_slip_of_it() -> None:
    """45 beside numbers with two decimals: 450,00 lost a nought, and 450,01 did not."""
    bound = network("45", "7,77")
    assert name_slip(bound, (0, 1), 45_000) is Slip.LOST
    assert name_slip(bound, (0, 1), 45_001) is None
