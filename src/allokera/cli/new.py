"""`allokera new`: make a grant of one's own."""

import sys
from pathlib import Path
from typing import Annotated, NamedTuple

from typer import Argument, Option

from allokera.cli.option_groups import (
    NamesOption,
    SheetOption,
    TableOption,
    VisibleOption,
    with_option_groups,
)
from allokera.cli.output import write
from allokera.errors import RequestError
from allokera.usecases.messages import UsecasesMessages
from allokera.usecases.write_grant import YearsMoney

_TABLE = "Of a table"


class MoneyOptions(NamedTuple):
    """A year's money, as typed; the names are those of `YearsMoney`."""

    year: Annotated[
        str | None, Option(metavar="YEARS", help="The year that gets money: 2028, 2028-2030.")
    ] = None
    envelope: Annotated[
        str | None,
        Option(metavar="AMOUNT", help="What it has to share out and to administer: '2,2 mdkr'."),
    ] = None
    administration: Annotated[
        str | None,
        Option(
            metavar="AMOUNT",
            help="Kronor of it that are not shared out.",
            show_default="as the year before, or nothing",
        ),
    ] = None
    unit: Annotated[
        str | None,
        Option(
            metavar="AMOUNT",
            help="What is not divided further: 1, tkr, mnkr.",
            show_default="as the year before, or as printed",
        ),
    ] = None


class NewTableOptions(NamedTuple):
    """How a table becomes a grant's, as typed; the names are those of `new_grant`."""

    title: Annotated[
        str | None,
        Option(
            metavar="TEXT",
            help="What the grant is called.",
            show_default="the file's name",
            rich_help_panel=_TABLE,
        ),
    ] = None
    base: Annotated[
        str | None,
        Option(
            metavar="COLUMN",
            help="The column whose amounts are the weights.",
            show_default="the one that others follow, or the first",
            rich_help_panel=_TABLE,
        ),
    ] = None
    columns: Annotated[
        str | None,
        Option(
            metavar="A,B",
            help="The columns to take: 2019,2020.",
            show_default="all with amounts",
            rich_help_panel=_TABLE,
        ),
    ] = None
    currency: Annotated[
        str | None,
        Option(
            metavar="CODE",
            help="What all amounts are in: NOK, EUR.",
            show_default="SEK",
            rich_help_panel=_TABLE,
        ),
    ] = None
    names: NamesOption = None
    table: TableOption = None
    sheet: SheetOption = None
    visible: VisibleOption = False


@with_option_groups
def new(
    directory: Annotated[
        Path, Argument(metavar="DIR", help="Where to: a directory that is not there yet, or empty.")
    ],
    *,
    source: Annotated[
        str | None,
        Option(
            "--from",
            metavar="TABLE|DIR",
            help="A table in any format that verify reads, or the directory of a grant.",
            show_default="the bundled grant",
        ),
    ] = None,
    money: MoneyOptions,
    told: NewTableOptions,
) -> None:
    """Make a grant of your own: of a table, or of a grant that gets another year.

    It is two files to read and to correct. Other commands take it by --grant DIR.

    Examples:

    allokera new stipend --from stipend.xlsx --year 2026 --envelope '5 mnkr'

    allokera new next --year 2028 --envelope '2 200 mnkr'

    allokera compare --grant next --year 2027 --year 2028
    """
    from allokera.render.forms.terminal import terminal
    from allokera.render.language import word
    from allokera.render.page import Notes

    said = YearsMoney(*money)
    if source is None or Path(source).is_dir():
        from allokera.usecases.next_year import next_year

        _check_no_table(told)
        done = next_year(directory, None if source is None else Path(source), said, word)
    else:
        from allokera.usecases.new_grant import new_grant

        done = new_grant(directory, source, said, word, **told._asdict(), stdin=sys.stdin.buffer)
    page = (Notes(tuple((subject, word(text)) for subject, text in done)),)
    write(terminal(page, sys.stdout).encode(sys.stdout.encoding or "utf-8"), None)


def _check_no_table(told: NewTableOptions) -> None:
    """Refuse what is said of a table where there is none."""
    for name, value in told._asdict().items():
        if value:
            option = f"--{name}"
            raise RequestError(UsecasesMessages.of_table_alone, option=option)
