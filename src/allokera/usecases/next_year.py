"""Adding a year to a copy of a grant: all else stays as it is, notes and all."""

from collections.abc import Iterator
from pathlib import Path

from allokera.errors import RequestError, message
from allokera.model import Administration, Basis, Budget, Grant
from allokera.source.files.read import read_bytes
from allokera.source.grant_files.adding import add_entry
from allokera.source.grant_files.grant import load_grant
from allokera.source.grant_files.places import BUDGETS, table_file
from allokera.source.grant_files.writing import Word, entry_lines
from allokera.terms.years import write_years
from allokera.usecases.messages import UsecasesMessages
from allokera.usecases.write_grant import (
    Told,
    YearsMoney,
    check_free,
    command,
    told_of,
    write_grant,
)


def next_year(directory: Path, old: Path | None, money: YearsMoney, word: Word) -> Told:
    """Copy a grant and add a year's money: the unit, and what is kept, are those of the last year.

    Args:
        directory: where to; nothing may stand there.
        old: the directory of the grant; None takes the bundled one.
        word: puts into words what is written of the year.

    Raises:
        AllokeraError: the grant cannot be read, has such a year, or the copy cannot be written.
    """
    check_free(directory)
    money.check(is_needed=True)
    grant, table = load_grant(old), table_file(old)
    last = grant.budgets[-1] if grant.budgets else None
    entry = money.entry(last.unit if last else 1, _as_before(last))
    for budget in grant.budgets:
        if budget.year in entry.years:
            known = tuple(each.year for each in grant.budgets)
            failure = RequestError(UsecasesMessages.year_there, year=budget.year, known=known)
            raise failure.at("--year")
    budgets = table.parent / BUDGETS
    added = add_entry(str(budgets), read_bytes(budgets), entry_lines(entry, word))
    figures = dict(_figures(grant, table.parent))
    write_grant(directory, table.name, read_bytes(table), added, figures)
    years = write_years(entry.years)
    shown = (
        ["compare", "--year", str(last.year), "--year", years]
        if last
        else ["compute", "--year", years]
    )
    return (
        (str(directory / table.name), message(UsecasesMessages.table_copied, file=table.name)),
        (str(directory / BUDGETS), told_of([entry], grant.currency)),
        (
            "administration",
            message(
                UsecasesMessages.kept,
                amount=entry.administration.amount if entry.administration else 0,
                as_in=last.year if last and money.administration is None else None,
                currency=grant.currency,
            ),
        ),
        ("next", command(*shown, "--grant", str(directory))),
    )


def _figures(grant: Grant, folder: Path) -> Iterator[tuple[str, bytes]]:
    """Read the files with the figures of a grant's key, which stand beside its own.

    Raises:
        RequestError: one stands elsewhere, and so could not be found from the copy.
    """
    for part in grant.key.parts if grant.key else ():
        for file in filter(None, (indicator.file for indicator in part.by)):
            path = Path(file)
            if not path.is_relative_to(folder) or ".." in path.relative_to(folder).parts:
                raise RequestError(UsecasesMessages.figures_elsewhere, file=path.name).at("--from")
            yield str(path.relative_to(folder)), read_bytes(path)


def _as_before(last: Budget | None) -> Administration | None:
    """Take for kept what was kept the last year, as an inference: no source says it."""
    if last is None or not last.administration.amount:
        return None
    reason = message(UsecasesMessages.as_in_year, year=last.year)
    return Administration(amount=last.administration.amount, basis=Basis.INFERRED, reason=reason)
