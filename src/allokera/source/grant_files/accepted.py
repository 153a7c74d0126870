"""The file of accepted findings: a list under `accepted`, each with its code, its place and why."""

from pathlib import Path

from allokera.source.grant_files.grant_schema import Schema, fill
from allokera.source.grant_files.scalars import Words
from allokera.source.grant_files.strict_yaml import read_yaml


class AcceptedSchema(Schema):
    """One accepted finding; without a recipient or a column it is of none."""

    code: Words
    recipient: Words = ""
    column: Words = ""
    reason: Words
    who: Words


class AcceptedFile(Schema):
    """The whole file."""

    accepted: list[AcceptedSchema]


def load_accepted(path: Path) -> list[dict[str, str]]:
    """Load accepted findings from a file: their code, recipient, column, reason, and who.

    Raises:
        SourceError: the file cannot be read, or is not of that form.
    """
    form = fill(AcceptedFile, read_yaml(path))
    return [each.model_dump() for each in form.accepted]
