"""Reading a published table as a person chooses to have it read."""

from typing import BinaryIO

from allokera.audit.instructions import Printed
from allokera.audit.survey.found import coherence
from allokera.model import Population
from allokera.source.choices import Choices
from allokera.source.grid import MOST_AUDITED, check_size
from allokera.source.published import load_table
from allokera.source.table import Table
from allokera.terms.request import SourcedText
from allokera.usecases.read_choices import read_choices


def choices_of(*, visible: bool, **chosen: str | int | None) -> Choices:
    """Read what is chosen of a file, by the names of the options.

    Raises:
        RequestError: a number or a mark is none.
    """
    said = chosen | {"visible": visible or None}
    return read_choices(
        {
            option: None if each is None else SourcedText(str(each), f"--{option}")
            for option, each in said.items()
        }
    )


def read_published(
    file: str,
    stdin: BinaryIO | None,
    population: Population,
    choices: Choices,
    *,
    is_bare_enough: bool = False,
) -> tuple[Table, Printed]:
    """Read a published table, and hand it over as it was printed.

    Args:
        file: a path; `-` is standard input.
        is_bare_enough: whether numbers will do where no row names anybody.

    Raises:
        AllokeraError: it cannot be read, is too large, or holds no table.
    """
    table = load_table(
        file,
        stdin,
        population.everybody,
        choices,
        is_bare_enough=is_bare_enough,
        coherence=coherence,
    )
    cells = len(table.recipients) * (1 + len(table.columns))
    check_size(table.document.file, 0, cells, MOST_AUDITED)
    return table, Printed(
        recipients=table.recipients,
        columns=table.columns,
        amounts=table.amounts,
        asides=table.asides,
        envelopes=table.envelopes,
        decisions=table.decisions,
        other_tables=table.other_tables,
    )
