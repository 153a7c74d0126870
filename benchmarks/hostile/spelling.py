"""One table in every format, written plainly and fast: a million cells take a second or two."""

from collections.abc import Callable
from html import escape
from random import Random

from benchmarks.hostile import Rows
from benchmarks.hostile.workbook import packed, parts, sheet_of


def csv(rows: Rows, source: Random) -> bytes:
    mark = source.choice(",;\t")
    return "\n".join(mark.join(_quoted(cell, mark) for cell in row) for row in rows).encode(
        "utf-8", "surrogatepass"
    )


def _quoted(cell: str, mark: str) -> str:
    if mark in cell or '"' in cell or "\n" in cell or "\r" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell


def text(rows: Rows, source: Random) -> bytes:
    """Write cells two spaces apart, one apart, padded to columns, or one a line."""
    way = source.randrange(4)
    if way == 0:
        widths = [max(map(len, column)) for column in zip(*rows, strict=False)]
        if sum(widths) * len(rows) < 8_000_000:
            lines = [
                "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=False))
                for row in rows
            ]
            return _encoded(lines)
    mark = ("   ", "   ", " ", "\n")[way]
    return _encoded([mark.join(row) for row in rows])


def markdown(rows: Rows, source: Random) -> bytes:
    del source
    lines = ["| " + " | ".join(row).replace("\n", " ") + " |" for row in rows]
    return _encoded([*lines[:1], "|" + "---|" * len(rows[0]), *lines[1:]])


def html(rows: Rows, source: Random) -> bytes:
    tag = source.choice(["td", "th"])
    lines = [
        "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row) + "</tr>" for row in rows
    ]
    return _encoded(["<!doctype html><html><body><table>", *lines, "</table></body></html>"])


def xlsx(rows: Rows, source: Random) -> bytes:
    return packed(parts(sheet_of(rows, has_numbers=source.random() < 0.5)))


def yaml(rows: Rows, source: Random) -> bytes:
    """Write the first file of a grant, in the form of the bundled one."""
    heading, *others = rows
    shared = 'unit: "1 000"\n      status: "indicative"'
    columns = [
        f"    - name: {_scalar(name)}\n      heading: {_scalar(name)}\n      years: "
        f'"{2018 + place}"\n      {shared}'
        for place, name in enumerate(heading[1:])
    ]
    printed = [
        f'    - code: "{place:04}"\n      name: {_scalar(row[0])}\n      printed: '
        f"[{', '.join(map(_scalar, row[1:]))}]"
        for place, row in enumerate(others, source.randrange(1, 9_000))
    ]
    return _encoded(
        [
            'title: "A grant"',
            'statute: "Förordning (2018:151)"',
            "sources:",
            f'  - {{id: "p", title: "T", publisher: "P", file: "f.txt", sha256: "{"0" * 64}"}}',
            "table:",
            '  source: "p"',
            f"  weights: {_scalar((heading[1:] or ['2018'])[0])}",
            "  columns:",
            *columns,
            "  rows:",
            *printed,
        ]
    )


def _scalar(cell: str) -> str:
    plain = cell.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(each if each >= " " else f"\\x{ord(each):02x}" for each in plain) + '"'


def _encoded(lines: list[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode("utf-8", "surrogatepass")


SPELLINGS: dict[str, Callable[[Rows, Random], bytes]] = {
    "csv": csv,
    "text": text,
    "markdown": markdown,
    "html": html,
    "xlsx": xlsx,
    "yaml": yaml,
}
"""How a table is written, by format."""
