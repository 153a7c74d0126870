"""How likely a mistake in the number that was meant is just what is printed."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from functools import lru_cache
from itertools import product
from types import MappingProxyType

from allokera.diagnosis.mistakes.events import POWERS, Event
from allokera.diagnosis.network import Network
from allokera.diagnosis.rates import BLOCKS, KEYED, KINDS, any_error, any_error_among
from allokera.kronor.keying import MARKS, Slip, one_keystroke, results, slip
from allokera.relations.sheet.view import Cell

_EACH = Fraction(KEYED, KINDS)
"""How likely a mistake is a slip of one kind."""

_NEIGHBOUR = 4
"""One exchange of rows in so many is of one row with the next, this way."""

_WAYS = 2
"""Ways in which a block moves by a row."""

_ENDS = 2
"""What then stands at the end where it came from: what was at the other end, or the next number."""


def happening(network: Network, event: Event) -> Fraction:
    """Say how likely a mistake is just this event, of those that begin at its first cell."""
    (row, column), (last, last_column) = min(event.cells), max(event.cells)
    if event.slip is Slip.SWAPPED:
        return _EACH * Fraction(1, _NEIGHBOUR if last - row == 1 else 2 * network.rows)
    at_end = Fraction(1, _ENDS)
    if event.stray is not None:
        by_chance = chance_of_any(network, event.stray, event.changes[event.stray])
        at_end = max(by_chance, Fraction(event.open, _ENDS))
    lengths = network.rows if column == last_column else len(network.sheet.names)
    if event.slip is Slip.SHIFTED:
        return Fraction(BLOCKS, _WAYS * lengths) * at_end
    return Fraction(BLOCKS, len(POWERS) * lengths)


def chance_of_any(network: Network, cell: Cell, value: int) -> Fraction:
    """Say how likely a mistake of any kind does: every length of the error is as likely."""
    facts, printed = network.column(cell[1]), network.printed(cell)
    place = facts.place
    grain = network.grain(cell) // place or 1
    error = -(-abs(value - printed) // place)
    by_chance = any_error(error, facts.most // place, grain)
    return (1 - KEYED) * by_chance


def chance_among(network: Network, cell: Cell, low: int, high: int) -> Fraction:
    """Add that up over all numbers between two, those one slip away aside."""
    facts, printed = network.column(cell[1]), network.printed(cell)
    place, most = facts.place, facts.most // facts.place
    below, above = -(-(low - printed) // place), (high - printed) // place
    found = any_error_among(max(below, 1), above, most) if above > 0 else Fraction(0)
    found += any_error_among(max(-above, 1), -below, most) if below < 0 else Fraction(0)
    return found * (1 - KEYED) * Fraction(network.grain(cell), facts.unit)


def keyed(network: Network, cell: Cell) -> Mapping[int, Fraction]:
    """List the numbers that one slip turns into what a cell holds, with how likely that is."""
    row, column = cell
    decimals = network.sheet.places[row][column]
    return _keyed(network.printed(cell), network.place(cell), decimals)


def name_slip(network: Network, cell: Cell, value: int) -> Slip | None:
    """Name the slip that turns a number into what a cell holds; None where no single one does."""
    place = network.place(cell)
    if value % place:
        return None
    return slip(value // place, str(network.printed(cell) // place))


@lru_cache(4096)
def _keyed(printed: int, place: int, decimals: int) -> Mapping[int, Fraction]:
    own = abs(printed) // place
    text, sign = str(own).zfill(decimals + 1), -1 if printed < 0 else 1
    found: dict[int, Fraction] = {}
    for digits in one_keystroke(text):
        meant = int(digits)
        # before a mark stands a digit, and no nought before it
        if len(digits) <= decimals or (digits[0] == "0" and len(digits) > decimals + 1):
            continue
        how = slip(int(f"1{digits}"), f"1{text}")
        if how is not None and meant != own:
            found[sign * meant * place] = _EACH * Fraction(1, results(how, len(digits)))
    # a digit that was lost before noughts took these with it
    for first, noughts in product("123456789", range(1, len(str(own)) + 1)):
        digits = first + "0" * noughts + str(own)
        found[sign * int(digits) * place] = _EACH * Fraction(1, results(Slip.LOST, len(digits)))
    for number in _moved(printed, place, decimals):
        found[number] = found.get(number, Fraction(0)) + _EACH * Fraction(1, MARKS)
    if printed:
        found[-printed] = _EACH
    return MappingProxyType(found)


def _moved(printed: int, place: int, decimals: int) -> Iterator[int]:
    """List the numbers whose mark was moved, by all decimals, three places, or six."""
    for power in sorted({decimals, 3, 6} - {0}) if printed else ():
        yield printed * 10**power
        if printed % (10**power * place) == 0:
            yield printed // 10**power
