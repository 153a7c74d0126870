"""Writing a grant of one's own: two files, in a directory where nothing stood."""

import shlex
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from allokera.errors import Message, RequestError, Text, message
from allokera.kronor.amount import Amount, parse_amount, parse_signed, parse_unit
from allokera.kronor.currency import Currency
from allokera.model import Administration, Basis, Grant
from allokera.source.grant_files.grant import read_grant
from allokera.source.grant_files.places import BUDGETS
from allokera.source.grant_files.strict_yaml import parse_bytes
from allokera.source.grant_files.writing import BudgetEntry
from allokera.terms.request import SourcedText
from allokera.terms.years import parse_years, write_years
from allokera.usecases.messages import UsecasesMessages
from allokera.usecases.write_file import reason, write_file

Told = tuple[tuple[str, Text], ...]
"""What was done, by subject."""


NOTHING: Mapping[str, bytes] = {}


class YearsMoney(NamedTuple):
    """The money of a year, or of several alike, as a person says it."""

    year: str | None = None
    envelope: str | None = None
    administration: str | None = None
    unit: str | None = None

    def check(self, *, is_needed: bool) -> None:
        """Check that a year and its envelope are said together.

        Raises:
            RequestError: one is said without the other, more without them, or nothing at all.
        """
        if self == YearsMoney():
            if is_needed:
                raise RequestError(UsecasesMessages.nothing_new)
        elif self.year is None or self.envelope is None:
            raise RequestError(UsecasesMessages.year_and_envelope)

    def entry(self, unit: Amount, administration: Administration | None = None) -> BudgetEntry:
        """Make an entry of a grant's file.

        Args:
            unit: kronor in one unit, where nobody says.
            administration: what is kept, where nobody says.

        Raises:
            AllokeraError: a text is no year or no amount.
        """
        assert self.year is not None
        assert self.envelope is not None
        envelope = SourcedText(self.envelope, "--envelope")
        if envelope.read(parse_signed) < 0:
            raise RequestError(UsecasesMessages.envelope_below_zero, text=self.envelope).at(
                envelope.where
            )
        if self.administration is not None:
            amount = SourcedText(self.administration, "--administration").read(parse_amount)
            said = message(UsecasesMessages.said_with_year)
            administration = Administration(amount=amount, basis=Basis.GIVEN, reason=said)
        return BudgetEntry(
            years=SourcedText(self.year, "--year").read(parse_years),
            envelope=envelope.read(parse_amount),
            unit=unit if self.unit is None else SourcedText(self.unit, "--unit").read(parse_unit),
            administration=administration,
        )


def check_free(directory: Path) -> None:
    """Check that a grant can be written to a directory: nothing is ever written over.

    Raises:
        RequestError: something stands there, or there is no place for it.
    """
    try:
        if directory.exists() and (not directory.is_dir() or any(directory.iterdir())):
            raise RequestError(UsecasesMessages.directory_taken).at(str(directory))
    except OSError as error:
        failure = RequestError(UsecasesMessages.not_written, reason=reason(error))
        raise failure.at(str(directory)) from error
    if not directory.parent.is_dir():
        failure = RequestError(UsecasesMessages.no_directory, directory=directory.parent)
        raise failure.at(str(directory))


def write_grant(
    directory: Path, name: str, table: bytes, budgets: bytes, beside: Mapping[str, bytes] = NOTHING
) -> Grant:
    """Write the two files of a grant, and read them first to be sure.

    Args:
        name: of the file with the table.
        beside: the files with the figures of its key, by their names.

    Raises:
        AllokeraError: they are no grant, or cannot be written.
    """
    files = {directory / name: table, directory / BUDGETS: budgets}
    parsed = [parse_bytes(str(path), content) for path, content in files.items()]
    for figures, content in beside.items():
        _write(directory / figures, content)
    grant = read_grant(*parsed)
    for path, content in files.items():
        _write(path, content)
    return grant


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(exist_ok=True, parents=True)
    except OSError as error:
        failure = RequestError(UsecasesMessages.not_written, reason=reason(error))
        raise failure.at(str(path.parent)) from error
    write_file(path, content)


def told_of(entries: Sequence[BudgetEntry], currency: Currency) -> Message:
    """Say which years' money was written."""
    if not entries:
        return message(UsecasesMessages.no_money)
    return message(
        UsecasesMessages.money_written,
        money=tuple(
            message(
                UsecasesMessages.money_of,
                years=write_years(entry.years),
                envelope=entry.envelope,
                unit=entry.unit,
                currency=currency,
            )
            for entry in entries
        ),
    )


def command(*words: str) -> str:
    """Put together a command that goes on from what was done."""
    return shlex.join(["allokera", *words])
