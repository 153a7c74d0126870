"""Reading a published table: which format it is in, which table is meant, and what it says."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import PurePath

from allokera.errors import SourceError, message
from allokera.model import Recipient, Source
from allokera.names import register
from allokera.source.choices import NOTHING_CHOSEN, Choices
from allokera.source.files.opened import Opened
from allokera.source.files.read import check_bytes
from allokera.source.formats import parse
from allokera.source.grid import Decision, Grid, ParsedGrid
from allokera.source.layout.headings import Heads, read_headings
from allokera.source.layout.rows_and_columns import Layout
from allokera.source.layout.scale import stated_total
from allokera.source.messages import SourceMessages
from allokera.source.table.choosing import Choice, Coherence, choose
from allokera.source.table.table import Table, TableFile


def read_table(
    file: str,
    content: bytes,
    known: Sequence[Recipient],
    choices: Choices = NOTHING_CHOSEN,
    *,
    is_bare_enough: bool = False,
    coherence: Coherence | None = None,
    most: int | None = None,
) -> Table:
    """Read a published allocation table, whatever it is written in.

    Args:
        file: its name, for messages; `-` is standard input.
        known: recipients that its rows may name, by which the right table and column are found.
        choices: what a person chooses of it.
        coherence: says how well the columns of a grid fit each other.
        is_bare_enough: whether numbers will do where no row names anybody.
        most: bytes that it may have; None for what any table may have.

    Raises:
        SourceError: there is no table in it, or it cannot be read.
        RequestError: a table or a column is chosen that is not there.
    """
    names = tuple(each.name for each in known if not each.name.isascii())
    opened = Opened("stdin" if file == "-" else file, content, names)
    check_bytes(opened.file, content, most)
    if not content.strip():
        raise SourceError(SourceMessages.empty_file).at(opened.file)
    choice = choose(
        opened.file,
        parse(opened),
        register(known),
        choices,
        is_bare_enough=is_bare_enough,
        coherence=coherence,
    )
    reread = partial(
        read_table,
        file,
        known=known,
        choices=choices,
        is_bare_enough=is_bare_enough,
        coherence=coherence,
    )
    return _table(opened, choice, reread)


def _table(opened: Opened, choice: Choice, reread: "partial[Table]") -> Table:
    parsed, layout = choice.parsed, choice.layout
    grid = parsed.grid
    source = Source(
        file=PurePath(opened.file).name or opened.file, sha256=sha256(opened.content).hexdigest()
    )

    def file_of(columns: Mapping[str, int], rows: tuple[int, ...]) -> TableFile:
        return TableFile(
            file=opened.file,
            content=opened.content,
            columns=columns,
            rows=rows,
            lines=grid.lines,
            texts=grid.rows,
            headings=() if layout is None else layout.heading,
            labels=() if layout is None else layout.labels,
            number=parsed.number,
            sheet=parsed.name,
            write=parsed.write,
            reread=reread,
        )

    if parsed.stated is not None:
        return _stated_table(parsed, source, file_of)
    if layout is None:
        return _bare_table(parsed, source, file_of({}, ()))
    heads = read_headings(grid, layout)
    names = [column.name for column in heads.columns]
    return Table(
        source=source,
        recipients=tuple(_recipients(grid, layout)),
        columns=heads.columns,
        amounts=heads.amounts,
        envelopes=heads.envelopes,
        decisions=(*parsed.decisions, *_decisions(choice, layout, heads)),
        document=file_of(dict(zip(names, layout.numbers, strict=True)), layout.body),
        asides=heads.asides,
        other_tables=choice.tables,
        ignored=tuple(_ignored(grid, layout)),
        strangers=_strangers(grid, layout),
        doubtful=_doubtful(grid, layout),
    )


def _bare_table(parsed: ParsedGrid, source: Source, document: TableFile) -> Table:
    """Take numbers for a table that names nobody."""
    return Table(
        source=source,
        recipients=(),
        columns=(),
        amounts=(),
        envelopes={},
        decisions=(*parsed.decisions, ("recipients", message(SourceMessages.nobody_named))),
        document=document,
    )


def _stated_table(
    parsed: ParsedGrid,
    source: Source,
    file_of: Callable[[Mapping[str, int], tuple[int, ...]], TableFile],
) -> Table:
    """Take the file's own word for who the rows are, and what the columns hold."""
    assert parsed.stated is not None
    recipients, columns = parsed.stated
    names = tuple(column.name for column in columns)
    totals = {column.name: stated_total(column.quotation) for column in columns}
    return Table(
        source=source,
        recipients=recipients,
        columns=columns,
        amounts=names,
        envelopes={name: total for name, total in totals.items() if total is not None},
        decisions=parsed.decisions,
        document=file_of(
            {name: place for place, name in enumerate(names)}, tuple(range(len(recipients)))
        ),
    )


def _ignored(grid: Grid, layout: Layout) -> Iterator[tuple[str, str, int]]:
    """List the headings of the columns that hold no numbers, with the first text if there is."""
    used = {layout.name, *layout.beside, layout.code, *layout.numbers}
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
    for row in sorted({*range(first, len(grid.rows))} - {*layout.body}):
        filled = sum(bool(cell.strip()) for cell in grid.rows[row])
        if filled > (not grid.is_certain and row > layout.body[-1]):
            rows.append(row)
    return tuple(rows)


def _doubtful(grid: Grid, layout: Layout) -> tuple[int, ...]:
    """List the rows of the heading that have a name, below one that heads names and numbers."""

    def is_filled(row: int, columns: Iterable[int]) -> bool:
        return any(grid.cell(row, column).strip() for column in columns)

    named = [row for row in layout.heading if is_filled(row, [layout.name])]
    whole = [row for row in named if is_filled(row, layout.numbers)]
    return tuple(row for row in named if whole and row > whole[0])


def _recipients(grid: Grid, layout: Layout) -> Iterator[Recipient]:
    """Name the rows; a county that lacks its title gets its code, which tells it from a town."""
    parts = [grid.texts(layout.body, column) for column in (layout.name, *layout.beside)]
    codes = None if layout.code is None else grid.texts(layout.body, layout.code)
    for place, (row, names) in enumerate(zip(layout.body, zip(*parts, strict=True), strict=True)):
        code = "" if codes is None else codes[place].strip()
        county = layout.counties.get(row)
        if county is not None and code in {"", county.code.lstrip("0")}:
            code = county.code
        yield Recipient(code, ", ".join(map(str.strip, names)))


def _decisions(choice: Choice, layout: Layout, heads: Heads) -> Iterator[Decision]:
    grid = choice.parsed.grid
    are_lines = bool(grid.lines)
    if choice.others:
        yield "other readings", message(SourceMessages.other_readings, count=choice.others)
    rows = tuple(map(grid.number, layout.heading))
    yield "heading", message(SourceMessages.heading_rows, rows=rows, are_lines=are_lines)
    yield (
        "recipients",
        message(
            SourceMessages.recipients_in,
            column=layout.name + 1,
            rows=(grid.number(layout.body[0]), grid.number(layout.body[-1])),
            count=len(layout.body),
            recognised=layout.matched,
            are_lines=are_lines,
        ),
    )
    hidden = choice.parsed.hidden
    hidden_rows = len(hidden.rows.intersection(layout.body))
    hidden_columns = len(hidden.columns.intersection(layout.numbers))
    if hidden_rows or hidden_columns:
        yield (
            "hidden",
            message(SourceMessages.hidden, rows=hidden_rows, columns=hidden_columns),
        )
    if layout.counties:
        yield "counties", message(SourceMessages.named_without_title, count=len(layout.counties))
    if layout.code is not None:
        yield "codes", message(SourceMessages.column_number, column=layout.code + 1)
    yield "amounts", message(SourceMessages.columns_named, names=heads.amounts)
    yield from heads.decisions
    yield from layout.asides
