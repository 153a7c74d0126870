"""Reading the figures that a grant's key shares out by."""

from collections.abc import Sequence
from fractions import Fraction
from typing import BinaryIO

from allokera.errors import AllokeraError, SourceError, message
from allokera.model import Grant, Population, Recipient
from allokera.names import register
from allokera.source.choices import NOTHING_CHOSEN, Choices
from allokera.source.messages import SourceMessages
from allokera.source.population import load_population
from allokera.source.weights import load_own_weights
from allokera.terms.keys import Columns, Figures, inhabitants_of


def load_figures(grant: Grant, population: Population | None = None) -> Columns:
    """Load all figures that a grant's key names, by the file and the column.

    >>> from allokera import by_key, load_figures, load_grant
    >>> grant = load_grant()
    >>> by_key(grant.recipients, grant.key, load_figures(grant)).weights[17]
    15074245

    Args:
        grant: its key may count inhabitants, and columns of files, whose rows name its recipients.
        population: SCB's inhabitants; None takes those of 31 December 2017.

    Returns:
        Nothing but the inhabitants where the grant states no key.

    Raises:
        AllokeraError: a file cannot be read, or has no such column; the place is the key's.
    """
    everybody = load_population() if population is None else population
    columns = dict(inhabitants_of(everybody))
    parts = grant.key.parts if grant.key else ()
    for indicator in (each for part in parts for each in part.by if each.file):
        choices = Choices(column=str(indicator.column))
        try:
            found = load_column(indicator.file, grant.recipients, everybody, choices)
        except AllokeraError as error:
            raise error.at(indicator.place) from None
        columns[indicator.file, indicator.column] = found._replace(name=indicator.column)
    return columns


def load_column(
    file: str,
    recipients: Sequence[Recipient],
    population: Population,
    choices: Choices = NOTHING_CHOSEN,
    stdin: BinaryIO | None = None,
) -> Figures:
    """Load one column of figures, which is read as weights are.

    Raises:
        AllokeraError: the file cannot be read, or a figure is no number.
    """
    shares = load_own_weights(file, stdin, population, choices).shares
    (source,), known = shares.sources, register(recipients)
    matches = [known.match_row(each) for each in shares.recipients]
    people = [
        match.recipient if match else each
        for match, each in zip(matches, shares.recipients, strict=True)
    ]
    values: dict[str, Fraction] = {}
    for each, weight in zip(people, shares.weights, strict=True):
        if (each.code or each.name) in values:
            raise SourceError(SourceMessages.stands_again, text=each.name).at(file)
        values[each.code or each.name] = Fraction(weight, shares.times)
    name = message(SourceMessages.inhabitants_of, file=source.file)
    return Figures(name=name, values=values, source=source)
