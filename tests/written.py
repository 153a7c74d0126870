"""One table as it may be written: in every format, delimiter and encoding."""

import io
from collections.abc import Callable, Sequence

import openpyxl

from allokera.source.population import load_population
from allokera.source.table import Table, read_table

POPULATION = load_population()
KNOWN = POPULATION.municipalities + POPULATION.counties
Rows = Sequence[Sequence[str]]

ROWS: Rows = (
    ("Kommun", "Belopp 2031*", "Belopp 2032\u20132034**"),
    ("Järfälla", "9\u00a0979 000", "53 000 00"),
    ("Ale", "11 545 000", "61 000 000"),
    ("Upplands Väsby", "10 7O1 000", "-"),
    ("Håbo", "725 000", "269 000 000"),
)
NOTES = ("* Totalt 425 miljoner kr, preliminärt.", "** Totalt 1,35 miljarder kr, ett exempel.")


def separated(delimiter: str) -> Callable[[Rows], str]:
    def cell(text: str) -> str:
        quoted = text.replace('"', '""')
        return f'"{quoted}"' if any(each in text for each in f'{delimiter}"\n\r') else text

    return lambda rows: "".join(f"{delimiter.join(map(cell, row))}\n" for row in rows)


def markdown(rows: Rows) -> str:
    cells = [[cell.replace("|", "\\|") for cell in row] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]]) + "\n\n"


def page(rows: Rows) -> str:
    lines = ["Ett bidrag", "Här följer en lång mening om pengarna 2031, som slutar med en punkt."]
    return "\n\n".join([*lines, *(cell for row in rows for cell in row)]) + "\n\n"


def spaced(rows: Rows) -> str:
    return "".join("   ".join(row) + "\n" for row in rows)


def pasted(rows: Rows) -> str:
    return "".join(" ".join(row) + "\n" for row in rows)


def fixed_width(rows: Rows) -> str:
    first, *others = (3 + max(map(len, column)) for column in zip(*rows, strict=True))
    return "".join(
        row[0].ljust(first) + "".join(map(str.rjust, row[1:], others)) + "\n" for row in rows
    )


def html(rows: Rows) -> str:
    def cell(text: str) -> str:
        plain = text.replace("&", "&amp;").replace("<", "&lt;").replace("\u00a0", "&nbsp;")
        return f"<td>\n <p><b>{plain}</b></p></td>"

    body = "".join(f"<tr>{''.join(map(cell, row))}</tr>\n" for row in rows)
    return f"<!doctype html><html><body><p>Hej</p><table>\n{body}</table>"


TEXTS: dict[str, Callable[[Rows], str]] = {
    "comma": separated(","),
    "semicolon": separated(";"),
    "tab": separated("\t"),
    "markdown": markdown,
    "page": page,
    "spaced": spaced,
    "html": html,
}


def text_of(form: str, rows: Rows = ROWS, notes: Sequence[str] = NOTES) -> str:
    if form == "html":
        return html(rows) + "".join(f"<p>{note}</p>" for note in notes)
    if form in {"comma", "semicolon", "tab"}:
        return TEXTS[form]([*rows, *([note] for note in notes)])
    return TEXTS[form](rows) + "\n\n".join(notes)


def workbook(rows: Sequence[Sequence[object]], title: str = "Blad1") -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return saved(book)


def saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def read(content: bytes | str, file: str = "t") -> Table:
    return read_table(file, content.encode() if isinstance(content, str) else content, KNOWN)
