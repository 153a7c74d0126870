"""What a workbook and a document say besides the page, and what a long page leaves out."""

from typing import NamedTuple, Protocol


class SheetColumns(NamedTuple):
    """What the columns of the steps of an allocation are called."""

    code: str
    recipient: str
    weight: str
    share: str
    over: str
    rest: str
    both: str
    lower: str
    left: str
    quota: str
    rank: str
    units: str
    amount: str
    published: str
    difference: str


class SheetLines(NamedTuple):
    """What stands above the steps of an allocation, a line each."""

    envelope: str
    administration: str
    pool: str
    unit: str
    house: str
    base: str
    high: str
    low: str
    weights: str
    left_over: str


class FilesWords(Protocol):
    """What a workbook and a document say besides the page."""

    columns: SheetColumns
    lines: SheetLines
    shown: str
    sources: str
    assumptions: str

    def sheet(self, document: str) -> str: ...
    def heading(self, field: str) -> str: ...
    def cell(self, field: str, text: str) -> str: ...
    def place(self, where: str) -> str: ...
    def made_by(self, version: str) -> str: ...
    def rows_left_out(self, count: int) -> str: ...
