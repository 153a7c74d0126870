"""Reading weights of one's own: a table with names and weights, and perhaps codes and bounds."""

from collections.abc import Container, Iterator, Sequence
from fractions import Fraction
from itertools import takewhile
from typing import BinaryIO

from allokera.errors import SourceError, message
from allokera.kronor.notation import Notation, notation_of
from allokera.kronor.printed import is_plain, read_cells
from allokera.model import Basis, Column, Population, Recipient
from allokera.names import Register, find_column, fold, is_called_beside, register
from allokera.source.choices import NOTHING_CHOSEN, Choices
from allokera.source.files.read import MANY_BYTES
from allokera.source.messages import SourceMessages
from allokera.source.published import load_table
from allokera.source.table import Table
from allokera.terms.bounds import Bound, OwnWeights
from allokera.terms.request import POPULATION
from allokera.terms.shares import ShareOrigin, Shares, whole_by

_WEIGHT = frozenset({"weight", "weights", "vikt", "vikter", "fordelningsgrund", "votes", "roster"})
_LEAST = frozenset({"min", "minimum", "least", "minst", "lagst"})
_MOST = frozenset({"max", "maximum", "most", "mest", "hogst"})


def load_own_weights(
    file: str,
    stdin: BinaryIO | None,
    population: Population,
    choices: Choices = NOTHING_CHOSEN,
) -> OwnWeights:
    """Read weights: of the column that is called so, or else of the only one with numbers.

    Columns called `min` and `max` hold bounds, in kronor. A weight may have decimals: then all are
    multiplied by the power of ten that makes them whole.

    Args:
        file: a path, `-` for standard input, or `population` for every municipality's inhabitants.

    Raises:
        SourceError: it cannot be read, or a weight is no number that can be one.
    """
    if file == POPULATION:
        return OwnWeights(shares=_inhabitants(population))
    table = load_table(file, stdin, population.everybody, choices, most=MANY_BYTES)
    known = register(population.everybody)
    beside = {row for row, each in enumerate(table.recipients) if is_called_beside(each.name)}
    counted = [row for row in range(len(table.recipients)) if row not in beside]
    _check_rows(table, counted, known)
    least, most = _called(table, _LEAST), _called(table, _MOST)
    column = _chosen(table, choices) or _called(table, _WEIGHT) or _only(table, (least, most))
    shown = notation_of([each.cells for each in table.columns], choices.decimal)
    weights, times = _weights(table, column, counted, shown)
    recipients = _with_codes(tuple(table.recipients[row] for row in counted), known)
    return OwnWeights(
        shares=Shares(
            recipients=recipients,
            weights=weights,
            reading=ShareOrigin.GIVEN,
            basis=Basis.GIVEN,
            reason=message(
                SourceMessages.weights_of,
                file=table.source.file,
                column=column.name,
                without=tuple(table.recipients[row].name for row in sorted(beside)),
                per_cent=_per_cent(column, weights, times),
                assumed=shown.assumed,
            ),
            sources=(table.source,),
            times=times,
        ),
        minimums=tuple(_bounds(table, recipients, counted, least, shown)) if least else (),
        maximums=tuple(_bounds(table, recipients, counted, most, shown)) if most else (),
        has_kronor=any(_has_kronor(column) for column in (least, most) if column),
    )


def _inhabitants(population: Population) -> Shares:
    return Shares(
        recipients=population.municipalities,
        weights=tuple(population.inhabitants[each.code] for each in population.municipalities),
        reading=ShareOrigin.GIVEN,
        basis=Basis.STATED,
        reason=message(SourceMessages.inhabitants_on, date=population.date),
        sources=(population.source,),
    )


def _chosen(table: Table, choices: Choices) -> Column | None:
    """Find the column that a person names.

    Raises:
        RequestError: there is none, or it could be several.
    """
    if choices.column is None:
        return None
    return table.columns[find_column(choices.column, [each.name for each in table.columns])]


def _called(table: Table, names: Container[str]) -> Column | None:
    """Find the column with one of some names.

    Raises:
        SourceError: there are several.
    """
    columns = [each for each in table.columns if fold(each.heading) in names]
    if len(columns) > 1:
        raise SourceError(
            SourceMessages.columns_alike, count=len(columns), heading=columns[0].heading
        ).at(table.document.file)
    return columns[0] if columns else None


def _only(table: Table, others: Container[Column | None]) -> Column:
    """Take the only column of numbers.

    Args:
        others: columns that hold something else.

    Raises:
        SourceError: there is none, or several.
    """
    columns = [each for each in table.columns if each not in others]
    if not columns:
        raise SourceError(SourceMessages.only_bounds).at(table.document.file)
    if len(columns) > 1:
        names = tuple(each.name for each in columns)
        raise SourceError(SourceMessages.several_columns, names=names).at(table.document.file)
    return columns[0]


def _check_rows(table: Table, counted: Sequence[int], known: Register) -> None:
    """Refuse what would share twice, and what would be lost."""
    for heading, text, place in table.ignored:
        if fold(heading) in _WEIGHT or (text and fold(heading) in _LEAST | _MOST):
            raise SourceError(SourceMessages.number_expected, column=heading, text=text).at(
                table.where_in_grid(place)
            )
    for place in (*table.doubtful, *table.strangers):
        raise SourceError(SourceMessages.no_name_with_number).at(table.where_in_grid(place))
    first: dict[str, int] = {}
    for row in counted:
        recipient = table.recipients[row]
        _check_code(table, row, known)
        key = recipient.code or recipient.name
        if key in first:
            raise SourceError(
                SourceMessages.recipient_twice, key=key, first=table.where(first[key])
            ).at(table.where(row))
        first[key] = row


def _per_cent(column: Column, weights: Sequence[int], times: int) -> Fraction | None:
    """Give what weights in per cent come to, where that is not 100."""
    are_shares = "%" in column.heading or any(cell.rstrip().endswith("%") for cell in column.cells)
    total = Fraction(sum(weights), times)
    return total if are_shares and total != 100 else None


def _with_codes(recipients: tuple[Recipient, ...], known: Register) -> tuple[Recipient, ...]:
    """Give those who are known their names and codes, if all are, and no code is another's.

    A spreadsheet takes the zeros off codes: 180 is 0180.
    """
    matches = takewhile(bool, map(known.match_row, recipients))
    official = tuple(match.recipient for match in matches if match)
    if len(set(official)) < len(recipients):
        return recipients
    codes = zip(recipients, official, strict=True)
    if any(given.code and given.code.zfill(len(own.code)) != own.code for given, own in codes):
        return recipients
    return official


def _check_code(table: Table, row: int, known: Register) -> None:
    """Refuse a code that is another's than the name."""
    recipient = table.recipients[row]
    other = known.match(recipient.code) if recipient.code else None
    own = known.match_row(recipient) if other else None
    if own and other and own.recipient != other.recipient:
        raise SourceError(
            SourceMessages.code_of_another,
            name=recipient.name,
            code=own.recipient.code,
            given=recipient.code,
            other=other.recipient.name,
        ).at(table.where(row))


def _weights(
    table: Table, column: Column, counted: Sequence[int], shown: Notation
) -> tuple[tuple[int, ...], int]:
    """Read weights, with the power of ten that makes them whole."""
    if all(map(is_plain, column.cells)):
        return tuple(int(column.cells[row]) for row in counted), 1
    exact = []
    readings = read_cells([_bare(cell) for cell in column.cells], shown)
    for row in counted:
        reading = readings[row]
        if reading.value is None or reading.value < 0:
            who, text = table.recipients[row].name, column.cells[row]
            if reading.alternatives:
                raise SourceError(
                    SourceMessages.one_number_expected,
                    name=who,
                    column=column.name,
                    text=text,
                    alternatives=reading.alternatives,
                ).at(table.where(row))
            raise SourceError(
                SourceMessages.weight_expected, name=who, column=column.name, text=text
            ).at(table.where(row))
        exact.append(reading.value * (reading.worth or 1))
    times = whole_by(exact)
    return tuple((each * times).numerator for each in exact), times


def _bare(cell: str) -> str:
    """A cell without its per cent sign."""
    return cell.rstrip().removesuffix("%").rstrip()


def _bounds(
    table: Table,
    recipients: Sequence[Recipient],
    counted: Sequence[int],
    column: Column,
    shown: Notation,
) -> Iterator[Bound]:
    readings = read_cells(column.cells, shown)
    for recipient, row in zip(recipients, counted, strict=True):
        reading = readings[row]
        amount = reading.kronor(column.worth)
        if reading.is_nothing:
            continue
        if amount is None or amount < 0:
            raise SourceError(
                SourceMessages.bound_expected,
                name=recipient.name,
                column=column.name,
                text=column.cells[row],
            ).at(table.where(row))
        yield Bound(recipient=recipient, amount=amount, place=f"{table.where(row)}: {column.name}")


def _has_kronor(column: Column) -> bool:
    return column.worth != 1 or any(reading.worth for reading in read_cells(column.cells))
