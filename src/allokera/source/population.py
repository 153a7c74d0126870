"""How many people live where, by Statistics Sweden (SCB)."""

from functools import cache
from hashlib import sha256
from pathlib import Path

from allokera.errors import RequestError, SourceError
from allokera.model import Population, Recipient, Source
from allokera.source.files.bundled import data_directory
from allokera.source.files.read import read_bytes
from allokera.source.messages import SourceMessages

_FILE = "kommuner_folkmangd.csv"
_TITLE, _PUBLISHER = "Folkmängd per kommun", "Statistiska centralbyrån (SCB)"
_PREFIX = "folkmangd_"
_COLUMNS = ["kommunkod", "kommun", "lanskod", "lan"]


def load_population(date: str = "2017-12-31") -> Population:
    """Load the bundled inhabitants of every municipality and county.

    Raises:
        RequestError: the file has no such day.
        SourceError: the file is not of its form.
    """
    return _load(data_directory() / _FILE, date)


@cache
def _load(path: Path, date: str) -> Population:
    """Load a day of the file; an audit asks twice: for names, and for a key."""
    content = read_bytes(path)
    # no cell of this file is quoted, and splitting is several times quicker than `csv`
    heading, *lines = content.decode("utf-8").splitlines()
    columns = heading.split(",")
    if columns[:4] != _COLUMNS:
        raise SourceError(SourceMessages.days_expected, columns=tuple(_COLUMNS)).at(f"{path}:1")
    days = [column.removeprefix(_PREFIX).replace("_", "-") for column in columns[4:]]
    if date not in days:
        raise RequestError(SourceMessages.inhabitants_unknown, date=date, days=tuple(days))
    place = 4 + days.index(date)
    municipalities: list[Recipient] = []
    counties: dict[str, Recipient] = {}
    inhabitants: dict[str, int] = {}
    for number, line in enumerate(lines, start=2):
        cells = line.split(",")
        if len(cells) != len(columns) or not cells[place].isdecimal() or cells[0] in inhabitants:
            raise SourceError(SourceMessages.cells_expected, count=len(columns)).at(
                f"{path}:{number}"
            )
        code, name, county, county_name = cells[:4]
        municipalities.append(Recipient(code=code, name=name))
        counties.setdefault(county, Recipient(code=county, name=county_name))
        inhabitants[code] = int(cells[place])
        inhabitants[county] = inhabitants.get(county, 0) + inhabitants[code]
    return Population(
        date=date,
        source=Source(
            file=_FILE,
            sha256=sha256(content).hexdigest(),
            title=f"{_TITLE} {date}",
            publisher=_PUBLISHER,
        ),
        municipalities=tuple(municipalities),
        counties=tuple(counties.values()),
        inhabitants=inhabitants,
    )
