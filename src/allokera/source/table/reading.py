"""Reading a published table: which format it is in, which table is meant, and what it says."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import partial
from hashlib import sha256
from pathlib import PurePath
from typing import NamedTuple

from allokera.errors import SourceError
from allokera.kronor.wording import listed
from allokera.model import Recipient, Source
from allokera.names import Register, register
from allokera.source.encoding import Encoded, decode
from allokera.source.formats.delimited import read_delimited
from allokera.source.formats.markdown import read_markdown
from allokera.source.formats.plain_text import read_plain
from allokera.source.formats.webpage import is_webpage, read_webpage
from allokera.source.formats.workbook import is_workbook, read_workbook
from allokera.source.grid import MOST_BYTES, Decision, Grid, ParsedGrid
from allokera.source.layout.headings import Heads, read_headings
from allokera.source.layout.rows_and_columns import Layout, find_layout
from allokera.source.layout.scale import stated_total
from allokera.source.table.table import Table, TableFile

_TABLE = re.compile(r"^table:[ \t]*(?:#.*)?$", re.MULTILINE)
_ROWS = re.compile(r"^[ \t]+rows:[ \t]*(?:#.*)?$", re.MULTILINE)
_FOREIGN = (
    (b"\xd0\xcf\x11\xe0", "this is an old or encrypted Excel file: save it as XLSX, no password"),
    (b"%PDF", "this is a PDF: copy the table out of it into a text file"),
    (b"{\\rtf", "this is RTF: save it as plain text"),
)


def read_table(
    file: str, content: bytes, known: Sequence[Recipient], skip: Collection[str] = ()
) -> Table:
    """Read a published allocation table, whatever it is written in.

    Args:
        file: its name, for messages; `-` is standard input.
        known: recipients that its rows may name, by which the right table and column are found.
        skip: names of columns that hold no amounts, whatever they look like.

    Raises:
        SourceError: there is no table in it, or it cannot be read.
    """
    shown = "stdin" if file == "-" else file
    if len(content) > MOST_BYTES:
        raise SourceError(shown, f"the file has more than {MOST_BYTES // 1024 // 1024} MiB")
    if not content.strip():
        raise SourceError(shown, "the file is empty")
    for start, problem in _FOREIGN:
        if content.startswith(start):
            raise SourceError(shown, problem)
    reread = partial(read_table, file, known=known, skip=skip)
    origin = Source(file=PurePath(shown).name or shown, sha256=sha256(content).hexdigest())
    if is_workbook(content):
        choice = _choose(shown, read_workbook(shown, content), register(known))
    else:
        encoded = decode(shown, content)
        if (own := _grant_table(encoded, content, origin, reread)) is not None:
            return own
        choice = _choose(shown, _candidates(encoded), register(known))
    return _table(choice, skip, content, Reread(shown, origin, reread))


class Reread(NamedTuple):
    """What a table keeps of how it was read."""

    file: str
    source: Source
    read: "partial[Table]"


class _Choice(NamedTuple):
    candidate: ParsedGrid
    layout: Layout
    others: int


def _candidates(encoded: Encoded) -> Iterator[ParsedGrid | SourceError]:
    """Read a text in every way that it may be meant, the surest first."""
    if is_webpage(encoded.text):
        yield from read_webpage(encoded)
        return
    for read in (read_markdown, read_delimited, read_plain):
        is_sure = False
        try:
            for candidate in read(encoded):
                yield candidate
                is_sure |= isinstance(candidate, ParsedGrid) and _is_sure(candidate)
        except SourceError as error:
            yield error
        if is_sure:
            return  # it is no text of another form


def _is_sure(candidate: ParsedGrid) -> bool:
    """Whether nearly every line has the usual number of cells."""
    lines = len(candidate.grid.rows)
    return lines > 1 and candidate.consistency * 10 > 9 * lines


def _choose(file: str, candidates: Iterable[ParsedGrid | SourceError], known: Register) -> _Choice:
    """Choose the reading that names most known recipients, and then the most consistent one.

    Raises:
        SourceError: none has a table; what stopped the first one that was stopped.
    """
    best: tuple[tuple[int, int], ParsedGrid, Layout] | None = None
    problem: SourceError | None = None
    others = 0
    for candidate in candidates:
        if isinstance(candidate, SourceError):
            problem = problem or candidate
            continue
        layout = find_layout(candidate.grid, known)
        if layout is None:
            continue
        others += best is not None
        score = (layout.matched, candidate.consistency)
        if best is None or score > best[0]:
            best = (score, candidate, layout)
    if best is None:
        raise problem or SourceError(
            file,
            "no table was found: rows with a recipient's name and a number beside it were looked "
            "for, in CSV, XLSX, HTML, Markdown, YAML and plain text",
        )
    if best[2].twins:
        column = best[2].twins[0] + 1
        raise SourceError(
            file, f"column {column} holds other recipients: put the two tables below each other"
        )
    _check_rows(file, best[1].grid, best[2])
    return _Choice(best[1], best[2], others)


def _check_rows(file: str, grid: Grid, layout: Layout) -> None:
    """Refuse a row with too many cells, or too few where blanks leave no trace."""
    lengths = [_length(grid.rows[row]) for row in layout.body]
    usual = Counter(len(grid.rows[row]) for row in layout.body).most_common(1)[0][0]
    headed = max((len(grid.rows[row]) for row in layout.heading), default=0)
    for row, length in zip(layout.body, lengths, strict=True):
        place = f"{file}:{grid.lines[row]}" if grid.lines else file
        if length > max(usual, headed) and grid.lines:
            raise SourceError(
                place,
                f"this row has {length} cells where the others have {usual}: "
                "is a delimiter part of a number? put the number in quotes",
            )
        if length < usual and not grid.is_certain:
            raise SourceError(
                place,
                f"this row has {length} cells where the others have {usual}: "
                "which one is missing cannot be told",
            )


def _length(row: Sequence[str]) -> int:
    return max((place for place, cell in enumerate(row, start=1) if cell.strip()), default=0)


def _table(choice: _Choice, skip: Collection[str], content: bytes, how: Reread) -> Table:
    grid, layout = choice.candidate.grid, choice.layout
    heads = read_headings(grid, layout, skip)
    names = [column.name for column in heads.columns]
    if unknown := [name for name in skip if name not in names]:
        raise SourceError(how.file, f"no column is called {unknown[0]!r}: {listed(names)} are")
    return Table(
        source=how.source,
        recipients=_recipients(grid, layout),
        columns=heads.columns,
        amounts=heads.amounts,
        envelopes=heads.envelopes,
        decisions=(*choice.candidate.decisions, *_decisions(choice, heads)),
        document=TableFile(
            file=how.file,
            content=content,
            columns=dict(zip(names, layout.numbers, strict=True)),
            rows=layout.body,
            lines=grid.lines,
            write=choice.candidate.write,
            reread=how.read,
        ),
        asides=heads.asides,
        ignored=tuple(_ignored(grid, layout)),
        strangers=_strangers(grid, layout),
        doubtful=_doubtful(grid, layout),
    )


def _ignored(grid: Grid, layout: Layout) -> Iterator[tuple[str, str, int]]:
    """List the headings of the columns that hold no numbers, with the first text if there is."""
    used = {layout.name, layout.code, *layout.numbers}
    last = grid.rows[layout.heading[-1]] if layout.heading else ()
    for column, heading in enumerate(last):
        texts = ((grid.cell(row, column).strip(), row) for row in layout.body)
        first = next((each for each in texts if each[0]), ("", layout.body[0]))
        if column not in used and heading.strip():
            yield heading.strip(), *first


def _strangers(grid: Grid, layout: Layout) -> tuple[int, ...]:
    """List the rows below the heading that are no recipients', but for lines of text after them."""
    first = layout.heading[-1] + 1 if layout.heading else layout.body[0]
    rows = []
    for row in range(first, len(grid.rows)):
        filled = sum(bool(cell.strip()) for cell in grid.rows[row])
        if row not in layout.body and filled > (not grid.is_certain and row > layout.body[-1]):
            rows.append(row)
    return tuple(rows)


def _doubtful(grid: Grid, layout: Layout) -> tuple[int, ...]:
    """List the rows of the heading that have a name, below one that heads names and numbers."""

    def is_filled(row: int, columns: Iterable[int]) -> bool:
        return any(grid.cell(row, column).strip() for column in columns)

    named = [row for row in layout.heading if is_filled(row, [layout.name])]
    whole = [row for row in named if is_filled(row, layout.numbers)]
    return tuple(row for row in named if whole and row > whole[0])


def _recipients(grid: Grid, layout: Layout) -> tuple[Recipient, ...]:
    return tuple(
        Recipient(
            code="" if layout.code is None else grid.cell(row, layout.code).strip(),
            name=grid.cell(row, layout.name).strip(),
        )
        for row in layout.body
    )


def _decisions(choice: _Choice, heads: Heads) -> Iterator[Decision]:
    grid, layout = choice.candidate.grid, choice.layout
    if choice.others:
        yield "other readings", f"{choice.others} left aside, which fit less well"
    rows = listed([grid.place(row) for row in layout.heading]) or "none"
    yield "heading", rows
    yield (
        "recipients",
        f"column {layout.name + 1}, {len(layout.body)} rows from {grid.place(layout.body[0])} "
        f"to {grid.place(layout.body[-1])}, {layout.matched} known",
    )
    if layout.code is not None:
        yield "codes", f"column {layout.code + 1}"
    yield "amounts", ", ".join(repr(name) for name in heads.amounts) or "none"
    yield from heads.decisions
    yield from layout.asides


def _grant_table(
    encoded: Encoded, content: bytes, source: Source, reread: "partial[Table]"
) -> Table | None:
    """Read the YAML of a grant; None where the text is something else."""
    if not _is_grant_file(encoded.text):
        return None
    from allokera.source.formats.grant_file import (  # noqa: PLC0415 - Pydantic takes long to load
        read_grant_file,
    )

    grant = read_grant_file(encoded)
    totals = {column.name: stated_total(column.quotation) for column in grant.columns}
    return Table(
        source=source,
        recipients=grant.recipients,
        columns=grant.columns,
        amounts=tuple(column.name for column in grant.columns),
        envelopes={name: total for name, total in totals.items() if total is not None},
        decisions=grant.candidate.decisions,
        document=TableFile(
            file=encoded.file,
            content=content,
            columns={column.name: place for place, column in enumerate(grant.columns)},
            rows=tuple(range(len(grant.recipients))),
            lines=(),
            write=grant.candidate.write,
            reread=reread,
        ),
    )


def _is_grant_file(text: str) -> bool:
    """Whether a text is the YAML of a grant: it has a table with rows, in block form."""
    return _TABLE.search(text) is not None and _ROWS.search(text) is not None
