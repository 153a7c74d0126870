"""The table that was audited, as it is printed: where a finding is, somebody can look."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class PrintedTable(NamedTuple):
    """A printed table.

    Attributes:
        cells: as printed, row by row.
        rows: the row of every recipient, by its place among them.
        columns: the columns of amounts, by their names.
    """

    cells: Sequence[Sequence[str]]
    rows: Mapping[int, int]
    columns: Mapping[str, int]
