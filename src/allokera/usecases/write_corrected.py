"""Writing a copy of a table with what its audit suggests."""

from pathlib import Path

from allokera.audit.report.report import Report
from allokera.errors import RequestError
from allokera.source.table import Table
from allokera.usecases.messages import UsecasesMessages
from allokera.usecases.write_file import write_file


def write_corrected(table: Table, report: Report, corrected: Path) -> None:
    """Write a copy of a table with every amount that the report suggests.

    Raises:
        RequestError: the copy would take the original's place, or cannot be written.
        SourceError: the copy would not read back as it should.
    """
    original = Path(table.document.file)
    if corrected.exists() and original.exists() and corrected.samefile(original):
        raise RequestError(UsecasesMessages.original_overwritten).at(str(corrected))
    if original.suffix and corrected.suffix.lower() != original.suffix.lower():
        failure = RequestError(UsecasesMessages.other_suffix, suffix=original.suffix)
        raise failure.at(str(corrected))
    names = {column.name for column in table.columns}
    changes = {at: number for at, number in report.corrections().items() if at[0] in names}
    write_file(corrected, table.corrected(changes))
