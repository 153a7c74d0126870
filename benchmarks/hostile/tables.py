"""Tables that no publisher prints: each is written in every format."""

from collections.abc import Callable, Iterator
from random import Random

from allokera.source.grid import MOST_CELLS, WIDE
from benchmarks.hostile import Rows
from benchmarks.hostile.cells import GAPS, NAMES, ODD_CELLS, ODD_LETTERS


def sound(source: Random, columns: int = 0) -> Rows:
    """Make a table as publishers print them, with a misprint here and there."""
    columns = columns or source.randrange(1, 5)
    gap = source.choice(GAPS)
    names = source.sample(NAMES, source.randrange(4, len(NAMES)))
    rows = [["Kommun", *(str(2018 + place) for place in range(columns))]]
    rows += [[name, *(_printed(source, gap) for _ in range(columns))] for name in names]
    if source.random() < 0.3:
        rows.append(["Totalt", *(_printed(source, gap) for _ in range(columns))])
    return rows


def _printed(source: Random, gap: str) -> str:
    text = f"{source.randrange(300, 300_000) * 1_000:,}".replace(",", gap)
    return text[:-1] if source.random() < 0.02 else text


def _odd_cells(source: Random) -> Rows:
    rows = sound(source)
    for _ in range(source.randrange(1, 40)):
        row = source.choice(rows)
        row[source.randrange(len(row))] = source.choice(ODD_CELLS)
    return rows


def _odd_letters(source: Random) -> Rows:
    rows = sound(source)
    for _ in range(source.randrange(1, 20)):
        row = source.choice(rows)
        place = source.randrange(len(row))
        at = source.randrange(len(row[place]) + 1)
        row[place] = row[place][:at] + source.choice(ODD_LETTERS) + row[place][at:]
    return rows


def _surrogates(source: Random) -> Rows:
    rows = sound(source)
    for _ in range(3):
        source.choice(rows)[0] += chr(source.randrange(0xD800, 0xE000))
    return rows


def _one_cell(source: Random, text: str, *, everywhere: bool = False) -> Rows:
    rows = sound(source)
    place = source.randrange(len(rows[0]))
    for row in rows if everywhere else [source.choice(rows)]:
        row[min(place, len(row) - 1)] = text
    return rows


def _many_digits(source: Random) -> Rows:
    text = "9" * 10 ** source.randrange(2, 6)
    if source.random() < 0.5:
        text = f"{int('9' * 300):,}".replace(",", source.choice(" .,")) * (len(text) // 300 + 1)
    return _one_cell(source, text, everywhere=len(text) < 10_000)


def _long_cell(source: Random) -> Rows:
    piece = source.choice(
        [
            "a",
            " ",
            "1 ",
            "1,",
            ".,",
            "(",
            "-",
            "%",
            "*",
            "Ale, ",
            "2018–",
            "å",
            "\u0301",
            "1)",
            "kr ",
        ]
    )
    return _one_cell(source, piece * (10 ** source.randrange(3, 7) // len(piece)))


def _long_cells(source: Random) -> Rows:
    """Cells of some hundred characters that a careless expression would take apart for ever."""
    piece = source.choice(
        ["1 ", "1 000 ", "0.", ",0", "a 1 ", "(1) ", "\u00a0", "1\u2009", "–1", "%", "1*", "m2 "]
    )
    text = piece * source.randrange(20, 200) + source.choice(["", "x", "!", "*"])
    return _one_cell(source, text, everywhere=True)


def _years(source: Random) -> Rows:
    rows = sound(source, 4)
    rows[0][1:] = [
        source.choice(
            ["1900–2099", "2018–2018", "2027–2018", "2018/19", "20182019", "1900-2099 " * 50]
        )
        for _ in rows[0][1:]
    ]
    return rows


def _same_names(source: Random) -> Rows:
    rows = sound(source)
    name = source.choice(["Malmö", "", "Totalt", "1280", "Kommun", "2018"])
    return [rows[0], *([name, *row[1:]] for row in rows[1:] * 40)]


def _ragged(source: Random) -> Rows:
    rows = sound(source, 4)
    for row in rows:
        del row[source.randrange(1, 5) :]
    return rows


def _one_row(source: Random) -> Rows:
    return [source.choice([["Ale", "1 000"], ["Kommun", "2018"], ["", ""], ["1"], ["Ale"] * 500])]


def _one_column(source: Random) -> Rows:
    return [[row[source.randrange(2)]] for row in sound(source) * source.randrange(1, 50)]


def _wide(source: Random) -> Rows:
    columns = source.choice([400, 999, 1_001, 10_000])
    return [["Kommun", *map(str, range(columns))], *_filled(source, 12, columns)]


def _headings(source: Random) -> Rows:
    """Every row looks like a heading."""
    rows = sound(source)
    return [row[:] for row in rows[:1] * source.randrange(2, 3_000)] + rows[1:]


def _million(source: Random) -> Rows:
    columns = source.choice([2, 3, 9, 24, 90, 250, 900])
    return _large(source, 1_000_000 // columns, columns)


def _most(source: Random) -> Rows:
    """As many cells as are read, or nearly."""
    columns = source.choice([2, 3, 9, 24, 90, 250, 900])
    most = MOST_CELLS if columns <= WIDE else MOST_CELLS // 2
    return _large(source, most // (columns + 1) - 1, columns)


def _large(source: Random, rows: int, columns: int) -> Rows:
    heading = ["Kommun", *(str(2018 + place) for place in range(columns - 1))]
    return [heading, *_filled(source, rows - 1, columns - 1)]


def _filled(source: Random, rows: int, columns: int) -> Iterator[list[str]]:
    """Fill rows: names that are known or made up, amounts alike or not."""
    gap = source.choice(GAPS)
    amounts = [_printed(source, gap) for _ in range(1_009)]
    if source.random() < 0.3:
        amounts = [*amounts, *ODD_CELLS]
    blank = source.random() < 0.2
    for row in range(rows):
        name = NAMES[row % len(NAMES)] + (f" {row}" if row >= len(NAMES) else "")
        if blank:
            yield [name, amounts[row % len(amounts)], *[""] * (columns - 1)]
        else:
            at = row * 31
            yield [name, *(amounts[(at + each) % len(amounts)] for each in range(columns))]


TABLES: dict[str, Callable[[Random], Rows]] = {
    "sound": sound,
    "odd cells": _odd_cells,
    "odd letters": _odd_letters,
    "lone surrogates": _surrogates,
    "numbers of many digits": _many_digits,
    "one long cell": _long_cell,
    "long cells": _long_cells,
    "years": _years,
    "same names": _same_names,
    "ragged rows": _ragged,
    "one row": _one_row,
    "one column": _one_column,
    "wide": _wide,
    "headings": _headings,
    "as large as is read": _most,
    "a million cells": _million,
}
"""Every kind."""

LARGE = {"as large as is read", "a million cells", "wide", "headings", "one long cell"}
"""Kinds that take some seconds."""
