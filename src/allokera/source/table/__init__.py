"""Reading any published allocation table: CSV, XLSX, HTML, Markdown, text or YAML."""

from allokera.source.table.reading import read_table
from allokera.source.table.table import Table, TableFile

__all__ = ["Table", "TableFile", "read_table"]
