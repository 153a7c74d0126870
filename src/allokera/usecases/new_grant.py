"""Making a grant of one's own of any table that can be read."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path, PurePath
from typing import BinaryIO

from allokera.audit.case.case import Case
from allokera.audit.case.opening import open_case
from allokera.audit.instructions import Instructions, Printed, find_columns, prepare
from allokera.audit.messages import AuditMessages
from allokera.audit.shares.sheet import read_sheet
from allokera.audit.survey.found import survey_sheet
from allokera.audit.survey.roles import Role
from allokera.errors import Message, RequestError, SourceError, Text, message
from allokera.kronor.currency import KRONA, currency_of
from allokera.model import Column, Grant, Population, Recipient
from allokera.names import find_column
from allokera.source.grant_files.places import BUDGETS
from allokera.source.grant_files.writing import (
    TABLE,
    BudgetEntry,
    Draft,
    Word,
    write_budgets,
    write_table,
)
from allokera.source.messages import SourceMessages
from allokera.source.population import load_population
from allokera.source.table import Table
from allokera.terms.request import SourcedText
from allokera.terms.shares import own_shares
from allokera.usecases.messages import UsecasesMessages
from allokera.usecases.read_published import choices_of, read_published
from allokera.usecases.write_grant import (
    Told,
    YearsMoney,
    check_free,
    command,
    told_of,
    write_grant,
)


def new_grant(
    directory: Path,
    file: str,
    money: YearsMoney,
    word: Word,
    *,
    title: str | None = None,
    base: str | None = None,
    columns: str | None = None,
    currency: str | None = None,
    table: str | int | None = None,
    sheet: str | None = None,
    names: str | None = None,
    visible: bool = False,
    stdin: BinaryIO | None = None,
) -> Told:
    """Make a grant of a published table: its cells as they are printed, and what is known of them.

    Args:
        directory: where to; nothing may stand there.
        file: a path; `-` is standard input.
        money: of a year, where a person says it.
        word: puts into words what the notes in the files say.
        title: what the grant is called; None takes the name of the file.
        base: the column whose amounts are the weights; None takes the one that others follow, or
            else the first.
        columns: those that are taken, with commas between; None takes all with amounts.
        currency: what all amounts are in, by its code; None takes kronor.
        table: the number of the table in the file, from 1.
        sheet: the name of a workbook's sheet.
        names: the headings of the columns that name the recipients, with commas between.
        visible: leave out the rows and columns that a workbook hides.

    Raises:
        AllokeraError: the file cannot be read, a text means nothing, or the grant cannot be
            written.
    """
    check_free(directory)
    money.check(is_needed=False)
    population = load_population()
    choices = choices_of(table=table, sheet=sheet, names=names, visible=visible)
    published, printed = read_published(file, stdin, population, choices)
    taken = _columns(printed, base, columns)
    case = _case(published, printed, taken, population)
    rows = [row for row, role in enumerate(case.roles) if role in {Role.RECIPIENT, Role.REPEATED}]
    weights, reason = _base(case, taken, base)
    kept = _kept([each for each in printed.columns if each.name in {weights, *taken}], rows)
    draft = Draft(
        title=title or PurePath(published.source.file).stem,
        currency=KRONA
        if currency is None
        else SourcedText(currency, "--currency").read(currency_of),
        source=published.source,
        recipients=_recipients(case, published, rows),
        columns=kept,
        base=weights,
        reason=reason,
        budgets=_budgets(money, kept, printed.envelopes),
    )
    files = (write_table(draft, word).encode(), write_budgets(draft, word).encode())
    grant = write_grant(directory, TABLE, *files)
    return (
        (
            str(directory / TABLE),
            message(
                UsecasesMessages.table_written,
                recipients=len(rows),
                columns=tuple(column.name for column in kept),
                file=draft.source.file,
            ),
        ),
        (str(directory / BUDGETS), told_of(draft.budgets, draft.currency)),
        ("base", message(UsecasesMessages.base_column, column=weights, reason=reason)),
        *_codes(published, draft.recipients),
        *_asides(published, case, kept),
        *_next(directory, grant),
    )


def _columns(printed: Printed, base: str | None, columns: str | None) -> list[str]:
    """Name the columns that are taken, left to right."""
    names = [column.name for column in printed.columns]
    wanted = {names[place] for place in (find_columns(columns, names) if columns else ())}
    wanted = wanted or {*(printed.amounts or names)}
    if base is not None:
        wanted.add(names[find_column(base, names)])
    return [name for name in names if name in wanted]


def _case(published: Table, printed: Printed, taken: Sequence[str], population: Population) -> Case:
    """Look the table over: which rows are sums, and which column the others follow."""
    audited, brief = prepare(printed, Instructions(columns=tuple(taken)), population)
    survey = survey_sheet(published.sheet, published.recipients)
    return open_case(published.recipients, audited, brief, survey)


def _base(case: Case, taken: Sequence[str], base: str | None) -> tuple[str, Message]:
    """Say which column holds the weights, and why."""
    if base is not None:
        return taken[find_column(base, taken)], message(UsecasesMessages.base_said)
    if case.base is None:
        return taken[0], message(UsecasesMessages.base_first)
    columns = tuple(trial.sheet.column.name for trial in case.trials)
    return case.base.column.name, message(UsecasesMessages.base_followed, columns=columns)


_SPARE = re.compile(r"(-?[0-9]+\.[0-9]*[1-9])0+")
"""A number as a workbook is read, with noughts that tell only that its point is no group's."""


def _short(cell: str) -> str:
    """Write a number of a workbook without spare noughts; three decimals would be a group."""
    found = _SPARE.fullmatch(cell)
    is_group = found is not None and len(found[1].partition(".")[2]) == 3
    return found[1] if found and not is_group else cell


def _kept(columns: Sequence[Column], rows: Sequence[int]) -> list[Column]:
    """Keep the rows of recipients, and the years that one column alone has."""
    often = Counter(year for column in columns for year in column.years)
    return [
        replace(
            column,
            cells=tuple(_short(column.cells[row]) for row in rows),
            years=column.years if all(often[year] == 1 for year in column.years) else (),
        )
        for column in columns
    ]


def _recipients(case: Case, table: Table, rows: Sequence[int]) -> list[Recipient]:
    """Name the rows; where most are known to SCB, with its codes.

    Raises:
        SourceError: two rows have one name or code.
    """
    is_known = 2 * sum(case.known[row] is not None for row in rows) > len(rows)
    recipients = case.recipients if is_known else table.recipients
    first: dict[str, int] = {}
    for row in rows:
        for key in filter(None, reversed(recipients[row])):
            if first.setdefault(key, row) != row:
                twice = SourceError(
                    SourceMessages.recipient_twice, key=key, first=table.where(first[key])
                )
                raise twice.at(table.where(row))
    return [recipients[row] for row in rows]


def _budgets(
    money: YearsMoney, columns: Sequence[Column], envelopes: Mapping[str, int]
) -> list[BudgetEntry]:
    """Make the entries that a person says, and those that the table itself states.

    The unit of a year is the one that the amounts of its column show, or else those of the last.
    """
    units = {column.name: read_sheet(column).step for column in columns}
    entries = []
    if money.year is not None:
        said = money.entry(units[columns[-1].name])
        own = (units[each.name] for each in columns if said.years[0] in each.years)
        entries.append(said if money.unit else said._replace(unit=next(own, said.unit)))
    taken = {year for entry in entries for year in entry.years}
    for column in columns:
        years = tuple(year for year in column.years if year not in taken)
        if years and (envelope := envelopes.get(column.name)):
            entries.append(
                BudgetEntry(
                    years=years,
                    envelope=envelope,
                    unit=units[column.name],
                    is_printed=True,
                    quotation=column.quotation,
                )
            )
    return sorted(entries)


def _codes(table: Table, recipients: Sequence[Recipient]) -> Iterator[tuple[str, Text]]:
    """Say that recipients have codes which the table does not print."""
    added = {*recipients} - {*table.recipients}
    if added:
        yield "codes", message(UsecasesMessages.codes_by_name, count=len(added))


def _asides(table: Table, case: Case, kept: Sequence[Column]) -> Iterator[tuple[str, Text]]:
    """Say what of the table was not taken."""
    sums = tuple(
        case.recipients[row].name
        for row, role in enumerate(case.roles)
        if role in {Role.TOTAL, Role.PART}
    )
    if sums:
        yield _LEFT, message(UsecasesMessages.sum_rows, names=sums)
    names = {column.name for column in kept}
    others = tuple(column.name for column in table.columns if column.name not in names)
    if others:
        yield _LEFT, message(UsecasesMessages.other_columns, names=others)
    yield from (each for each in table.decisions if each[0] == _LEFT)
    for number, name in table.other_tables:
        yield _LEFT, message(AuditMessages.other_table, number=number, name=name)
    yearless = tuple(
        column.name
        for column in table.columns
        if column.years and column.name in {each.name for each in kept if not each.years}
    )
    if yearless:
        yield "years", message(UsecasesMessages.years_of_several, names=yearless)


def _next(directory: Path, grant: Grant) -> Iterator[tuple[str, Text]]:
    """Say what can be done with the grant, or what stops it from being shared out."""
    of_grant = ["--grant", str(directory)]
    try:
        own_shares(grant)
    except RequestError as error:
        yield "shares", error.message
        yield "next", command("verify", *of_grant)
        return
    years = [str(budget.year) for budget in grant.budgets]
    asked = ["--year", years[-1]] if years else ["--total", "1000000"]
    yield "next", command("compute", *of_grant, *asked)


_LEFT = "left aside"
"""What the reading of a table calls what it leaves out."""
