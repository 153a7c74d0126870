"""Where the two files of a grant lie."""

from pathlib import Path

from allokera.errors import SourceError
from allokera.source.files.bundled import data_directory
from allokera.source.messages import SourceMessages

BUDGETS = "budgets.yaml"
"""The name of the second file; the first is the other YAML file beside it."""


def table_file(directory: Path | str | None = None) -> Path:
    """Find the file of a grant that holds its printed table.

    Raises:
        SourceError: there is none, or more than one.
    """
    folder = data_directory() if directory is None else Path(directory)
    if not folder.is_dir():
        raise SourceError(SourceMessages.no_such_directory).at(str(folder))
    others = sorted(path for path in folder.glob("*.yaml") if path.name != BUDGETS)
    if len(others) != 1:
        raise SourceError(
            SourceMessages.one_table_expected,
            budgets=BUDGETS,
            others=tuple(path.name for path in others),
        ).at(str(folder))
    return others[0]
