"""Reading a grant from its two files."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from allokera.errors import SourceError
from allokera.model import Administration, Budget, Column, Funding, Grant, Recipient, Source
from allokera.source.files.bundled import data_directory
from allokera.source.grant_files.grant_schema import BudgetsSchema, GrantSchema, SourceSchema, fill
from allokera.source.grant_files.key import read_key
from allokera.source.grant_files.strict_yaml import YamlFile, read_yaml
from allokera.source.messages import SourceMessages

BUDGETS = "budgets.yaml"
"""The name of the second file; the first is the other YAML file beside it."""


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
    return _grant(read_yaml(file), read_yaml(file.parent / BUDGETS))


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


def _grant(table: YamlFile, money: YamlFile) -> Grant:
    form = fill(GrantSchema, table)
    pages = {source.id: _source(source) for source in form.sources}
    _refer(table, ("table", "source"), form.table.source, pages)
    if form.eligible is not None:
        _refer(table, ("eligible", "source"), form.eligible.source, pages)
    if form.key is not None and form.key.source:
        _refer(table, ("key", "source"), form.key.source, pages)
    budgets, more_pages = _budgets(money)
    columns = read_columns(form, table)
    _check_years(columns, table)
    _refer(table, ("table", "weights"), form.table.weights, {each.name: each for each in columns})
    return Grant(
        title=form.title,
        statute=form.statute,
        recipients=_recipients(form, table),
        columns=columns,
        base=form.table.weights,
        eligible=tuple(form.eligible.names) if form.eligible else (),
        budgets=budgets,
        funding=Funding(**dict(form.funding)) if form.funding else None,
        key=read_key(form.key, table, pages) if form.key else None,
        files=tuple(
            Source(file=Path(each.file).name, sha256=each.sha256) for each in (table, money)
        ),
        sources=tuple(dict.fromkeys([*pages.values(), *more_pages])),
    )


def _recipients(form: GrantSchema, table: YamlFile) -> tuple[Recipient, ...]:
    known: set[str] = set()
    for place, row in enumerate(form.table.rows):
        for key, text in (("code", row.code), ("name", row.name)):
            if text in known:
                raise table.error(
                    ("table", "rows", place, key), SourceMessages.stands_again, text=text
                )
            known.add(text)
    if not form.table.rows:
        raise table.error(("table", "rows"), SourceMessages.no_rows)
    return tuple(Recipient(code=row.code, name=row.name) for row in form.table.rows)


def read_columns(form: GrantSchema, document: YamlFile) -> tuple[Column, ...]:
    """Read the printed columns of a grant's table.

    Raises:
        SourceError: a row lacks a cell, or two columns have one name.
    """
    columns, rows = form.table.columns, form.table.rows
    for place, row in enumerate(rows):
        if len(row.printed) != len(columns):
            raise document.error(
                ("table", "rows", place, "printed"),
                SourceMessages.cells_for_columns,
                name=row.name,
                cells=len(row.printed),
                columns=len(columns),
            )
    names: set[str] = set()
    for place, column in enumerate(columns):
        if column.name in names:
            raise document.error(
                ("table", "columns", place, "name"), SourceMessages.column_twice, name=column.name
            )
        names.add(column.name)
    return tuple(
        Column(cells=tuple(row.printed[place] for row in rows), **dict(column))
        for place, column in enumerate(columns)
    )


def _check_years(columns: Sequence[Column], table: YamlFile) -> None:
    years: set[int] = set()
    for place, column in enumerate(columns):
        if years & set(column.years):
            raise table.error(("table", "columns", place, "years"), SourceMessages.years_twice)
        years.update(column.years)


def _budgets(money: YamlFile) -> tuple[tuple[Budget, ...], list[Source]]:
    form = fill(BudgetsSchema, money)
    pages = {source.id: _source(source) for source in form.sources}
    budgets: dict[int, Budget] = {}
    for place, entry in enumerate(form.budgets):
        _refer(money, ("budgets", place, "source"), entry.source, pages)
        if entry.administration.amount > entry.envelope:
            raise money.error(
                ("budgets", place, "administration", "amount"),
                SourceMessages.administration_above_envelope,
                administration=entry.administration.amount,
                envelope=entry.envelope,
            )
        for year in entry.years:
            if year in budgets:
                raise money.error(
                    ("budgets", place, "years"), SourceMessages.budget_twice, year=year
                )
            budgets[year] = Budget(
                year=year,
                envelope=entry.envelope,
                administration=Administration(**dict(entry.administration)),
                unit=entry.unit,
                status=entry.status,
                agency=entry.agency,
                basis=entry.basis,
                quotation=entry.quotation,
                source=pages[entry.source],
            )
    return tuple(budgets[year] for year in sorted(budgets)), list(pages.values())


def _source(form: SourceSchema) -> Source:
    return Source(file=form.file, sha256=form.sha256, title=form.title, publisher=form.publisher)


def _refer(
    document: YamlFile, place: tuple[str | int, ...], name: str, known: Iterable[str]
) -> None:
    """Check that a name in a file stands for something that the file lists."""
    if name not in known:
        raise document.error(place, SourceMessages.none_of, name=name, choices=tuple(known))
