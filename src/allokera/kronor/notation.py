"""What a table's cells say about `.` and `,`: which groups digits, which starts a part."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from allokera.kronor.extras import NOTHING, core
from allokera.kronor.money_words import SPACES

_GROUPED = r"[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})+(?:[.,][0-9]+)?"
_PART = rf"[0-9]+(?:[{SPACES}'\u2019.,][0-9]{{3}})*([.,])(?:[0-9]{{1,2}}|[0-9]{{4,}})"


class Notation(NamedTuple):
    """What a table's own cells say about `.` and `,`: which groups digits, which starts a part.

    Attributes:
        assumed: a mark that is taken to group although every cell could be two numbers alike.
        is_given: whether a person said so, and no cell is asked.
    """

    grouping: frozenset[str] = frozenset()
    decimal: frozenset[str] = frozenset()
    assumed: str = ""
    is_given: bool = False


UNDECIDED = Notation()
"""No evidence: a lone `1.350` stays ambiguous."""


def notation(texts: Sequence[str]) -> Notation:
    """Gather cells' own evidence about `.` and `,`: `1.350.000` groups, `53,5` starts a part.

    A mark with evidence for both is left undecided. Where one mark starts a part, and nothing is
    known of the other, the other groups. It is not so the other way round: beside `1,350,000` a
    lone `725.000` is rather a wrong mark than a small number.
    """
    marked = [core(text) for text in texts if "." in text or "," in text]
    grouping = {match[1] for text in marked if (match := re.fullmatch(_GROUPED, text))}
    decimal = {match[1] for text in marked if (match := re.fullmatch(_PART, text))}
    others = set(".,") - grouping - decimal if decimal - grouping else set()
    return Notation(
        grouping=frozenset((grouping - decimal) | others), decimal=frozenset(decimal - grouping)
    )


def notation_of(columns: Sequence[Sequence[str]], decimal: str | None = None) -> Notation:
    """Settle what `.` and `,` mean in a table.

    Where a mark has no evidence in any cell, and in its columns every cell could be two numbers
    alike, either reading gives the same proportions: it is taken to group, and said to be assumed.

    Args:
        columns: the printed cells of each column of numbers.
        decimal: the mark that starts a decimal part, where a person says so.
    """
    if decimal is not None:
        other = "." if decimal == "," else ","
        return Notation(frozenset({other}), frozenset({decimal}), is_given=True)
    told = notation([cell for cells in columns for cell in cells])
    for mark in ",.":
        if mark not in told.grouping | told.decimal and _is_alike(columns, mark):
            return told._replace(grouping=told.grouping | {mark}, assumed=mark)
    return told


def _is_alike(columns: Sequence[Sequence[str]], mark: str) -> bool:
    """Whether most marked cells could be two numbers by this mark, and no large number lacks it."""
    marked = [
        [core(cell) for cell in cells if cell.strip() not in NOTHING]
        for cells in columns
        if any(mark in cell for cell in cells)
    ]
    two = re.compile(rf"[1-9][0-9]{{0,2}}{re.escape(mark)}[0-9]{{3}}")
    small = re.compile("[0-9]{1,3}")
    cells = [cell for column in marked for cell in column]
    alike = [cell for cell in cells if two.fullmatch(cell)]
    others = [cell for cell in cells if not two.fullmatch(cell) and not small.fullmatch(cell)]
    return len(alike) > 1 and len(others) * 5 <= len(alike)
