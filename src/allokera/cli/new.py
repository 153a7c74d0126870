"""`allokera new`: make a grant of one's own."""

import sys
from functools import partial
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
from allokera.cli.output import LangOption, write
from allokera.cli.speaking import language
from allokera.errors import RequestError
from allokera.render.language import word as put_into_words
from allokera.usecases.messages import UsecasesMessages
from allokera.usecases.write_grant import YearsMoney

_TABLE = "of_table"


class MoneyOptions(NamedTuple):
    """A year's money, as typed; the names are those of `YearsMoney`."""

    year: Annotated[str | None, Option(metavar="YEARS")] = None
    envelope: Annotated[str | None, Option(metavar="AMOUNT")] = None
    administration: Annotated[str | None, Option(metavar="AMOUNT")] = None
    unit: Annotated[str | None, Option(metavar="AMOUNT")] = None


class NewTableOptions(NamedTuple):
    """How a table becomes a grant's, as typed; the names are those of `new_grant`."""

    title: Annotated[str | None, Option(metavar="TEXT", rich_help_panel=_TABLE)] = None
    base: Annotated[str | None, Option(metavar="COLUMN", rich_help_panel=_TABLE)] = None
    columns: Annotated[str | None, Option(metavar="A,B", rich_help_panel=_TABLE)] = None
    currency: Annotated[
        str | None, Option(metavar="CODE", show_default="SEK", rich_help_panel=_TABLE)
    ] = None
    names: NamesOption = None
    table: TableOption = None
    sheet: SheetOption = None
    visible: VisibleOption = False


EXAMPLES = (
    "allokera new stipend --from stipend.xlsx --year 2026 --envelope '5 mnkr'",
    "allokera new next --year 2028 --envelope '2 200 mnkr'",
    "allokera compare --grant next --year 2027 --year 2028",
)
"""Commands that help shows."""


@with_option_groups
def new(
    directory: Annotated[Path, Argument(metavar="DIR")],
    *,
    source: Annotated[str | None, Option("--from", metavar="TABLE|DIR")] = None,
    money: MoneyOptions,
    told: NewTableOptions,
    lang: LangOption = None,
) -> None:
    """Make a grant of your own: of a table, or of a grant that gets another year."""
    from allokera.render.forms.terminal import terminal
    from allokera.render.page import Notes

    say = language(lang)
    word = partial(put_into_words, language=say)
    said = YearsMoney(*money)
    if source is None or Path(source).is_dir():
        from allokera.usecases.next_year import next_year

        _check_no_table(told)
        done = next_year(directory, None if source is None else Path(source), said, word)
    else:
        from allokera.usecases.new_grant import new_grant

        done = new_grant(directory, source, said, word, **told._asdict(), stdin=sys.stdin.buffer)
    page = (Notes(tuple((say.report.subject(subject), word(text)) for subject, text in done)),)
    write(terminal(page, sys.stdout, say).encode(sys.stdout.encoding or "utf-8"), None)


def _check_no_table(told: NewTableOptions) -> None:
    """Refuse what is said of a table where there is none."""
    for name, value in told._asdict().items():
        if value:
            option = f"--{name}"
            raise RequestError(UsecasesMessages.of_table_alone, option=option)
