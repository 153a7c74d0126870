"""Writing the two files of a grant, with notes that say what each key is.

A note is a message: whoever writes the files says it in a language.
"""

from collections.abc import Callable, Iterator, Sequence
from textwrap import wrap
from typing import NamedTuple

from allokera.errors import Text, message
from allokera.kronor.amount import Amount
from allokera.kronor.currency import KRONA, Currency
from allokera.kronor.wording import grouped
from allokera.model import Administration, Basis, Column, Recipient, Source
from allokera.source.grant_files.strict_yaml import quoted
from allokera.source.messages import SourceMessages
from allokera.terms.years import write_years

TABLE = "table.yaml"
"""The name of the file with the table of a new grant."""

PAGE = "table"
"""What the page that the table stands on is called in both files."""

_WIDTH = 96

Word = Callable[[Text], str]
"""Puts a message into words."""


class BudgetEntry(NamedTuple):
    """One year's money, or that of several years alike, to be written.

    Attributes:
        unit: kronor in one indivisible unit.
        administration: None where nobody says that anything is kept.
        is_printed: whether the page that the table stands on says so.
        quotation: its words, or "".
    """

    years: tuple[int, ...]
    envelope: Amount
    unit: Amount
    administration: Administration | None = None
    is_printed: bool = False
    quotation: str = ""


class Draft(NamedTuple):
    """What is known of a new grant.

    Attributes:
        source: the file that the table was read from.
        base: the name of the column whose amounts are the weights.
        reason: how that is known.
    """

    title: str
    source: Source
    recipients: Sequence[Recipient]
    columns: Sequence[Column]
    base: str
    reason: Text
    budgets: Sequence[BudgetEntry]
    currency: Currency = KRONA


def write_table(draft: Draft, word: Word) -> str:
    """Write the file with the table: the cells exactly as they are printed."""
    about = message(SourceMessages.about_table, file=draft.source.file)
    return _text(
        *_notes(word(about)),
        "",
        *_notes(word(message(SourceMessages.about_title))),
        f"title: {quoted(draft.title)}",
        '# statute: "..."',
        *_currency(draft.currency),
        "",
        *_notes(word(message(SourceMessages.about_sources))),
        *_sources(draft.source),
        "",
        "table:",
        f"  source: {quoted(PAGE)}",
        *_notes(word(draft.reason), "  "),
        f"  weights: {quoted(draft.base)}",
        *_notes(word(message(SourceMessages.about_columns)), "  "),
        "  columns:",
        *(line for column in draft.columns for line in _column(column)),
        *_notes(word(message(SourceMessages.about_rows)), "  "),
        "  rows:",
        *_rows(draft),
    )


def write_budgets(draft: Draft, word: Word) -> str:
    """Write the file with the money, year by year."""
    entries = [line for each in draft.budgets for line in ("", *entry_lines(each, word))]
    is_printed = any(each.is_printed for each in draft.budgets)
    return _text(
        *_notes(word(message(SourceMessages.about_budgets))),
        "",
        *((*_sources(draft.source), "") if is_printed else ()),
        "budgets:" if entries else "budgets: []",
        *(f"  {line}" if line else line for line in entries[1:]),
    )


def entry_lines(entry: BudgetEntry, word: Word) -> list[str]:
    """Write an entry of the money, as an item of a list."""
    kept = entry.administration
    fields = {
        "years": write_years(entry.years),
        "envelope": grouped(entry.envelope),
        "basis": str(Basis.STATED if entry.is_printed else Basis.GIVEN),
        "source": PAGE if entry.is_printed else "",
        "quotation": entry.quotation,
        "unit": grouped(entry.unit),
    }
    lines = [f"{key}: {quoted(text)}" for key, text in fields.items() if text]
    if kept is not None:
        lines += [
            "administration:",
            f"  amount: {quoted(grouped(kept.amount))}",
            f"  basis: {quoted(kept.basis)}",
            f"  reason: {quoted(word(kept.reason))}",
        ]
    first, *others = lines
    return [f"- {first}", *(f"  {line}" for line in others)]


def _column(column: Column) -> Iterator[str]:
    fields = {
        "name": column.name,
        "heading": column.heading,
        "years": write_years(column.years),
        "unit": grouped(column.unit) if column.unit else "",
        "status": column.status or "",
        "worth": grouped(column.worth) if column.worth != 1 else "",
        "quotation": column.quotation,
    }
    mark = "-"
    for key, text in fields.items():
        if text.strip():
            yield f"    {mark} {key}: {quoted(text)}"
            mark = " "


def _currency(currency: Currency) -> Iterator[str]:
    note = "" if currency != KRONA else "# "
    parts = f"parts: {quoted(str(currency.parts))}"
    code, word = quoted(currency.code), quoted(currency.word)
    yield f"{note}currency: {{code: {code}, word: {word}, {parts}}}"


def _rows(draft: Draft) -> Iterator[str]:
    for row, recipient in enumerate(draft.recipients):
        code = f"code: {quoted(recipient.code)}, " if recipient.code else ""
        cells = ", ".join(quoted(column.cells[row]) for column in draft.columns)
        yield f"    - {{{code}name: {quoted(recipient.name)}, printed: [{cells}]}}"


def _sources(source: Source) -> Iterator[str]:
    yield "sources:"
    yield f"  - id: {quoted(PAGE)}"
    yield f"    title: {quoted(source.file)}"
    yield '    # publisher: "..."'
    yield f"    file: {quoted(source.file)}"
    yield f"    sha256: {quoted(source.sha256)}"


def _notes(text: str, indent: str = "") -> Iterator[str]:
    """Write paragraphs as notes."""
    for place, paragraph in enumerate(text.split("\n")):
        if place:
            yield f"{indent}#"
        visible = "".join(each if each.isprintable() else " " for each in paragraph)
        lines = wrap(visible, _WIDTH - len(indent), break_on_hyphens=False)
        yield from (f"{indent}# {line}" for line in lines)


def _text(*lines: str) -> str:
    return "".join(f"{line}\n" for line in lines)
