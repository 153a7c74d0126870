"""The tables that faults are put into: shapes made by chance, and real sheets from a file."""

import gzip
import json
import tempfile
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from allokera import audit_file
from allokera.audit.report.report import Report
from benchmarks.detections import as_workbook
from benchmarks.silence.__main__ import text_of
from benchmarks.silence.drawing import Table
from benchmarks.silence.shapes import SHAPES


class Source(NamedTuple):
    """One table, or a kind of tables.

    Attributes:
        name: of the shape, or of the sheet.
        path: the file that real sheets come from; "" for shapes.
    """

    name: str
    path: str = ""

    def table(self, seed: int) -> Table:
        """Give a table: of a shape by chance, of a sheet the same each time."""
        if self.path:
            return _sheets(self.path)[self.name]
        return _SHAPES[self.name](Random(f"{self.name} {seed}"))

    def audit(self, table: Table) -> Report:
        """Audit a table as a file: of a shape as text, of a sheet as a workbook of texts."""
        with tempfile.TemporaryDirectory() as folder:
            if self.path:
                return audit_file(as_workbook(table, Path(folder)))
            path = Path(folder) / "table.csv"
            path.write_text(text_of(table), encoding="utf-8")
            return audit_file(path)


_SHAPES: dict[str, Callable[[Random], Table]] = {shape.__name__: shape for shape in SHAPES}


def shapes() -> Sequence[Source]:
    """List the shapes."""
    return [Source(name) for name in _SHAPES]


def sheets(path: str) -> Sequence[Source]:
    """List the sheets of a file of annotated tables."""
    return [Source(name, path) for name in _sheets(path)]


@cache
def _sheets(path: str) -> dict[str, Table]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        tables = [json.loads(line) for line in lines]
    return {table["file_name"]: table["table_array"] for table in tables}
