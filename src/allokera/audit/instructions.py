"""What an auditor says besides the table: which columns, in which units, under which envelopes.

Whatever is not said is decided here, and every decision becomes an assumption of the report, so
that a wrong one is seen and can be overruled.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from typing import NamedTuple

from allokera.audit.case.case import Brief
from allokera.audit.messages import AuditMessages
from allokera.audit.report.report import Assumption
from allokera.audit.rounding.reconciled import LARGEST_REMAINDER_RULE, RESIDUAL_RULE
from allokera.audit.rounding.rules import RULES
from allokera.audit.shares.sheet import read_sheet
from allokera.errors import RequestError, Text, message
from allokera.kronor.amount import Amount
from allokera.kronor.notation import notation_of
from allokera.model import Aside, Basis, Column, Population, Recipient
from allokera.names import find_column, register

RULE_NAMES = (*(rule.name for rule in RULES), LARGEST_REMAINDER_RULE, RESIDUAL_RULE)
"""Every rounding rule that can be asked for."""


class Printed(NamedTuple):
    """A table as it was read.

    Attributes:
        columns: every column of numbers, left to right.
        amounts: the names of those that hold amounts.
        envelopes: kronor that the table itself states, by column.
        asides: the columns that do not, and why.
        decisions: what was decided in reading it.
        other_tables: those of the same file, by number and, in a workbook, name.
    """

    recipients: tuple[Recipient, ...]
    columns: tuple[Column, ...]
    amounts: tuple[str, ...]
    envelopes: Mapping[str, int]
    asides: tuple[Aside, ...] = ()
    decisions: tuple[tuple[str, Text], ...] = ()
    other_tables: tuple[tuple[int, str], ...] = ()


class Instructions(NamedTuple):
    """What an auditor says, as far as anything is said.

    Attributes:
        base: the column whose amounts are the weights; None takes the one that explains others.
        columns: the columns to audit; none takes all that hold amounts.
        units: kronor, by column: what its amounts are multiples of, or in.
        envelopes: kronor, by column.
        weights: by recipient, where the base is no column of the table.
        weights_name: what that base is called.
        eligible: those who may be in the table.
        rule: a rounding rule's name; None tries all.
        decimal: the mark that starts a decimal part; None lets the table say.
        relations: that hold between columns: `Summa = A + B`.
        ignored: the numbers of relations, as the report has them, that are set aside.
    """

    base: str | None = None
    columns: tuple[str, ...] = ()
    units: Mapping[str, int] = {}
    envelopes: Mapping[str, int] = {}
    weights: tuple[tuple[Recipient, str], ...] = ()
    weights_name: str = ""
    eligible: tuple[Recipient, ...] = ()
    rule: str | None = None
    decimal: str | None = None
    relations: tuple[str, ...] = ()
    ignored: frozenset[int] = frozenset()


def prepare(
    printed: Printed, said: Instructions, population: Population
) -> tuple[tuple[Column, ...], Brief]:
    """Settle which columns are audited, against which base, and by what.

    Raises:
        RequestError: a column that is named is not there, or could be several; no rule has the
            name; a weight is missing; or fewer than two columns are left.
    """
    if said.rule is not None and said.rule not in RULE_NAMES:
        raise RequestError(AuditMessages.no_such_rule, name=said.rule, choices=RULE_NAMES)
    columns = _in_units(printed, said)
    names = [column.name for column in columns]
    named = [columns[place] for text in said.columns for place in find_columns(text, names)]
    chosen = named or [_find(name, columns) for name in printed.amounts]
    base = _base(printed, said, columns)
    others = [column for column in chosen if base is None or column.name != base.name]
    if base is not None and not others:
        raise RequestError(AuditMessages.no_column_beside, base=base.name)
    audited = (*(() if base is None else (base,)), *others)
    stated = {
        column.name: printed.envelopes[column.name]
        for column in audited
        if column.name in printed.envelopes
    }
    given = {_find(name, columns).name: amount for name, amount in said.envelopes.items()}
    assumptions = tuple(_assumptions(printed, said, base, audited, stated, given))
    brief = Brief(
        base=None if base is None else base.name,
        envelopes={**stated, **given},
        is_base_exact=bool(said.weights),
        asides=tuple(
            each._replace(is_by_word=each.is_by_word and not said.columns)
            for each in printed.asides
            if each.column not in {column.name for column in audited}
        ),
        other_tables=printed.other_tables,
        beside=tuple(column for column in columns if column not in audited),
        eligible=said.eligible,
        rule=said.rule,
        decimal=said.decimal,
        relations=said.relations,
        ignored=said.ignored,
        given=assumptions,
    )
    return audited, brief.with_population(population)


def _base(printed: Printed, said: Instructions, columns: Sequence[Column]) -> Column | None:
    """Take the base that a person says; None where nobody does."""
    if said.weights:
        if said.base is not None:
            raise RequestError(AuditMessages.base_and_weights)
        return _weights(printed.recipients, said, columns)
    return None if said.base is None else _find(said.base, columns)


def _weights(
    recipients: Sequence[Recipient], said: Instructions, columns: Sequence[Column]
) -> Column:
    """Put the weights in the order of the table's rows; a row that has none gets an empty cell."""
    cells = dict(said.weights)
    known = register(cells)
    found = list(map(known.match_row, recipients))
    if not any(found):
        raise RequestError(AuditMessages.nobody_weighed, weights=said.weights_name)
    name = said.weights_name
    while any(column.name == name for column in columns):
        name += " (weights)"
    return Column(
        name=name,
        heading=said.weights_name,
        cells=tuple("" if match is None else cells[match.recipient] for match in found),
    )


def _in_units(printed: Printed, said: Instructions) -> tuple[Column, ...]:
    """Tell the columns their units."""
    columns = list(printed.columns)
    envelopes = {_find(name, columns).name: amount for name, amount in said.envelopes.items()}
    envelopes = {**printed.envelopes, **envelopes}
    first = next((each for each in columns if each.name in printed.amounts), None)
    for text, unit in said.units.items():
        column = _find(text, printed.columns)
        near: Amount | None = envelopes.get(column.name)
        if near is None and first is not None and first is not column:
            near = read_sheet(first).read
        columns[printed.columns.index(column)] = _in_unit(column, unit, near)
    return tuple(columns)


def _in_unit(column: Column, unit: int, near: Amount | None) -> Column:
    """Take a unit for what the amounts are multiples of, or else for what a printed one is worth.

    `164 000 000` with a unit of a million is rounded to it; `164`, and `53,5`, are in millions.
    `269 000` with a unit of a thousand could be either: what brings the column's sum nearer to its
    envelope, or to that of the first column, is meant.
    """
    sheet = read_sheet(replace(column, worth=1))
    read = [reading.value for reading in sheet.readings if reading.value and not reading.worth]
    whole = sum(Fraction(value).denominator == 1 and value % unit == 0 for value in read)
    is_far = near is not None and sheet.read * sheet.read * unit < near * near
    if 2 * whole > len(read) and not is_far:
        return replace(column, unit=unit, worth=1)
    return replace(column, unit=None, worth=unit)


def find_columns(text: str, names: Sequence[str]) -> list[int]:
    """Find the places of the columns that a text names, with commas between: a name may have some.

    Raises:
        RequestError: a part of it names none, or could name several.
    """
    known, parts, found = {name.casefold().strip() for name in names}, text.split(","), []
    while parts:
        joined = (",".join(parts[:count]) for count in range(len(parts), 0, -1))
        named = next((each for each in joined if each.casefold().strip() in known), parts[0])
        found.append(find_column(named, names))
        del parts[: named.count(",") + 1]
    return found


def _find(text: str, columns: Sequence[Column]) -> Column:
    return columns[find_column(text, [column.name for column in columns])]


def _assumptions(
    printed: Printed,
    said: Instructions,
    base: Column | None,
    audited: Sequence[Column],
    stated: Mapping[str, int],
    given: Mapping[str, int],
) -> Iterator[Assumption]:
    for subject, decided in printed.decisions:
        yield Assumption(subject, decided, Basis.INFERRED)
    told = notation_of([column.cells for column in printed.columns], said.decimal)
    mark = message(AuditMessages.decimal_mark)
    if said.decimal is not None:
        decided = message(AuditMessages.starts_decimals, mark=said.decimal)
        yield Assumption(mark, decided, Basis.GIVEN)
    elif told.assumed:
        decided = message(AuditMessages.taken_to_group, mark=told.assumed)
        yield Assumption(mark, decided, Basis.INFERRED)
    if base is not None:
        yield Assumption(message(AuditMessages.base_column), base.name, Basis.GIVEN)
    if said.columns:
        names = message(
            AuditMessages.names,
            names=tuple(each.name for each in audited if each is not base),
        )
        yield Assumption(message(AuditMessages.audited_columns), names, Basis.GIVEN)
    for column in audited:
        if column.worth != 1:
            is_given = column not in printed.columns
            yield Assumption(
                message(AuditMessages.amounts_of, column=column.name),
                message(AuditMessages.worth, amount=column.worth),
                Basis.GIVEN if is_given else Basis.STATED,
            )
    for name, amount in {**stated, **given}.items():
        basis = Basis.GIVEN if name in given else Basis.STATED
        yield envelope_of(name, amount, basis)


def envelope_of(column: str, amount: int, basis: Basis) -> Assumption:
    """Say what was announced for a column."""
    return Assumption(
        message(AuditMessages.envelope_of, column=column),
        message(AuditMessages.kronor, amount=amount),
        basis,
    )
