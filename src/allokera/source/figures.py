"""Reading the figures that a grant's key shares out by."""

from collections.abc import Sequence
from fractions import Fraction
from typing import BinaryIO

from allokera.errors import AllokeraError, SourceError, Text, message
from allokera.model import INHABITANTS, Grant, Indicator, Population, Recipient
from allokera.names import register
from allokera.source.choices import NOTHING_CHOSEN, Choices
from allokera.source.messages import SourceMessages
from allokera.source.population import load_population
from allokera.terms.keys import Columns, Figures, figures_of


def load_figures(grant: Grant, inhabitants: Population | Figures | None = None) -> Columns:
    """Load all figures that a grant's key names, by the file and the column.

    >>> from allokera import by_key, load_figures, load_grant
    >>> grant = load_grant()
    >>> by_key(grant.recipients, grant.key, load_figures(grant)).weights[17]
    15074245

    Args:
        grant: its key may count SCB's inhabitants, and columns of files, whose rows name its
            recipients or municipalities; where it states no key, nothing is loaded.
        inhabitants: to be taken instead of those of the day that the key names.

    Raises:
        AllokeraError: a file cannot be read, or has no such column or day; the place is the key's.
    """
    own = figures_of(inhabitants) if isinstance(inhabitants, Population) else inhabitants
    indicators = [each for part in (grant.key.parts if grant.key else ()) for each in part.by]
    columns: dict[tuple[str, Text], Figures] = {}
    for each in indicators:
        try:
            columns[each.file, each.column] = own if own and not each.file else _load(each, grant)
        except AllokeraError as error:
            raise error.at(each.place) from None
    return columns


def _load(indicator: Indicator, grant: Grant) -> Figures:
    column = str(indicator.column)
    if not indicator.file:
        return figures_of(load_population(column.removeprefix(f"{INHABITANTS} ")))
    choices = Choices(column=column)
    found = load_column(indicator.file, grant.recipients, load_population(), choices)
    return found._replace(name=column)


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
    # who counts SCB's inhabitants alone needs nothing that reads tables
    from allokera.source.weights import load_own_weights  # noqa: PLC0415 - see above

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
    return Figures(name=name, values=values, source=source, people=tuple(people))
