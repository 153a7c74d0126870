"""Reading a grant from its two files."""

from pathlib import Path

from allokera.errors import message
from allokera.kronor.currency import KRONA
from allokera.model import Administration, Basis, Budget, Column, Funding, Grant, Recipient, Source
from allokera.source.grant_files.grant_checks import budget_mistakes, table_mistakes
from allokera.source.grant_files.grant_schema import (
    BudgetSchema,
    BudgetsSchema,
    GrantSchema,
    SourceSchema,
    fill,
)
from allokera.source.grant_files.key import read_key
from allokera.source.grant_files.places import BUDGETS, table_file
from allokera.source.grant_files.strict_yaml import YamlFile, read_yaml
from allokera.source.messages import SourceMessages


def load_grant(directory: Path | str | None = None) -> Grant:
    """Load a grant: the bundled one, or one of your own.

    >>> from allokera import load_grant
    >>> len(load_grant().recipients)
    32

    Args:
        directory: holds `budgets.yaml` and one other YAML file, the printed table, in the form of
            the bundled `data/` directory. None takes the bundled grant.

    Raises:
        SourceError: a file is missing, or is not of that form.
    """
    file = table_file(directory)
    return read_grant(read_yaml(file), read_yaml(file.parent / BUDGETS))


def read_grant(table: YamlFile, money: YamlFile) -> Grant:
    """Read a grant from its two files.

    Raises:
        SourceError: one of them is not of its form, or has mistakes.
    """
    form = fill(GrantSchema, table, table_mistakes(table))
    if not form.table.rows:
        raise table.error(("table", "rows"), SourceMessages.no_rows)
    years = fill(BudgetsSchema, money, budget_mistakes(money))
    pages = [*form.sources, *years.sources]
    named = {each.id: _source(each) for each in form.sources}
    return Grant(
        title=form.title,
        statute=form.statute or "",
        recipients=read_recipients(form),
        columns=read_columns(form),
        base=form.table.weights,
        eligible=tuple(form.eligible.names) if form.eligible else (),
        budgets=_budgets(years),
        funding=Funding(**dict(form.funding)) if form.funding else None,
        currency=form.currency.currency() if form.currency else KRONA,
        key=read_key(form.key, table, named) if form.key else None,
        files=tuple(
            Source(file=Path(each.file).name, sha256=each.sha256) for each in (table, money)
        ),
        sources=tuple(dict.fromkeys(map(_source, pages))),
    )


def read_recipients(form: GrantSchema) -> tuple[Recipient, ...]:
    """Name the rows of a grant's table."""
    return tuple(Recipient(code=row.code, name=row.name) for row in form.table.rows)


def read_columns(form: GrantSchema) -> tuple[Column, ...]:
    """Make the printed columns of a grant's table."""
    return tuple(
        Column(
            **dict(column) | {"heading": column.heading or column.name},
            cells=tuple(row.printed[place] for row in form.table.rows),
        )
        for place, column in enumerate(form.table.columns)
    )


def _budgets(form: BudgetsSchema) -> tuple[Budget, ...]:
    pages = {source.id: _source(source) for source in form.sources}
    budgets = [
        Budget(
            year=year,
            envelope=entry.envelope,
            administration=_administration(entry),
            unit=entry.unit,
            status=entry.status,
            agency=entry.agency or "",
            basis=entry.basis,
            quotation=entry.quotation,
            source=pages[entry.source] if entry.source else None,
        )
        for entry in form.budgets
        for year in entry.years
    ]
    return tuple(sorted(budgets, key=lambda budget: budget.year))


def _administration(entry: BudgetSchema) -> Administration:
    if entry.administration is not None:
        return Administration(**dict(entry.administration))
    nothing = message(SourceMessages.no_administration)
    return Administration(amount=0, basis=Basis.GIVEN, reason=nothing)


def _source(form: SourceSchema) -> Source:
    return Source(
        file=form.file, sha256=form.sha256 or "", title=form.title, publisher=form.publisher
    )
