"""What a person chooses of a file: which table, which columns, and what a mark means."""

from typing import NamedTuple


class Choices(NamedTuple):
    """What is chosen; where nothing is, the file's own evidence decides.

    Attributes:
        table: the number of a table, from 1, in the order of the file.
        sheet: the name of a workbook's sheet.
        names: the headings of the columns that name the recipients together.
        column: the heading of the column of weights.
        visible: whether rows and columns that a workbook hides are left out.
        decimal: the mark that starts a decimal part, `,` or `.`.
    """

    table: int | None = None
    sheet: str | None = None
    names: tuple[str, ...] = ()
    column: str | None = None
    visible: bool = False
    decimal: str | None = None


NOTHING_CHOSEN = Choices()
