"""What only separated values, plain text and Markdown allow."""

from random import Random

from benchmarks.hostile import Make
from benchmarks.hostile.spelling import SPELLINGS
from benchmarks.hostile.tables import sound


def _line(source: Random, pieces: tuple[str, ...], most: int = 7) -> bytes:
    """Write a sound table of CSV with a long line of a piece somewhere."""
    piece = source.choice(pieces)
    lines = SPELLINGS["csv"](sound(source), source).decode().split("\n")
    count = 10 ** source.randrange(3, most) // len(piece)
    lines.insert(source.randrange(len(lines) + 1), piece * count)
    return "\n".join(lines).encode()


def _lines(source: Random, pieces: tuple[str, ...], most: int = 1_000_000) -> bytes:
    """Write very many short lines, before a table or alone."""
    piece = source.choice(pieces)
    count = source.choice([3_000, 30_000, 300_000, most])
    table = SPELLINGS["csv"](sound(source), source) if source.random() < 0.5 else b""
    return f"{piece}\n".encode() * count + table


def _quotes(source: Random) -> bytes:
    text = SPELLINGS["csv"](sound(source), source).decode()
    mark = source.choice('"\u201c\u201d\u00ab')
    for _ in range(source.choice([1, 2, 9])):
        at = source.randrange(len(text))
        text = text[:at] + mark + text[at:]
    return text.encode()


def _open_quotes(source: Random) -> bytes:
    """Let every line open a quote again: each could be looked for to the end of the file."""
    opened = source.choice(['"', ' "', 'a;"', '";"', "\u201c;", '""";'])
    return (f"{opened}Ale;1\n" * source.choice([1_000, 30_000, 300_000])).encode()


def _delimiters(source: Random) -> bytes:
    lines = [
        "".join(source.choice([*",;\t|", " ", "Ale", "1 000", '"']) for _ in range(9))
        for _ in range(source.choice([9, 900, 9_000]))
    ]
    return "\n".join(lines).encode()


def _single_spaces(source: Random) -> bytes:
    """Amounts that can be split in very many ways."""
    count = source.choice([6, 12, 30, 58])
    group = source.choice(["1", "100", "12", "1 000", "0", "100 000 00"])
    rows = source.choice([4, 300, 3_000, 60_000])
    return "".join(f"Ort{row} {' '.join([group] * count)}\n" for row in range(rows)).encode()


def _stanzas(source: Random) -> bytes:
    """Cells one a line, in runs that nearly repeat."""
    lines = []
    for row in range(source.choice([9, 3_000, 30_000])):
        lines += [f"Ort {row}", *["1 000"] * source.choice([1, 2, 2, 2, 3, 98])]
        if source.random() < 0.1:
            lines.append(source.choice(["prosa. ", "2018", "", "-", str(row)]))
    return "\n".join(lines).encode()


def _rules(source: Random) -> bytes:
    """Write rules, and tables, by the thousand."""
    piece = source.choice(
        ["|---|\n", "|a|1|\n|---|---|\n", "|Ale|1 000|\n|:-:|-|\n|Lund|2|\n", "|-|" * 300 + "\n"]
    )
    return (piece * source.choice([9, 3_000, 60_000])).encode()


def _pipes(source: Random) -> bytes:
    row = source.choice(["|", "\\|", "\\", "|\\", "||", "| |", "**|", "|**"]) * source.choice(
        [9, 900, 90_000]
    )
    return f"| Kommun | 2018 |\n|---|---|\n| Ale | 1 |\n{row}\n| Lund | 2 |\n{row}\n".encode()


def _asterisks(source: Random) -> bytes:
    marks = source.choice(["*", "**", "_", "`", "[x](y)", "<b>", "&nbsp;", "~~", "[^1]"])
    rows = [
        [f"{marks}{cell}{marks * source.randrange(3)}" for cell in row] for row in sound(source)
    ]
    return SPELLINGS["markdown"](rows, source)


CSV: dict[str, Make] = {
    "quotes": _quotes,
    "quotes that never close": _open_quotes,
    "mixed delimiters": _delimiters,
    "a long line": lambda source: _line(source, (";", '""', "a", "1;", '"a";', " ", '"')),
    "many lines": lambda source: _lines(source, (";", "a;b", '""', "1", " ", "")),
}
TEXT: dict[str, Make] = {
    "single spaces": _single_spaces,
    "one cell a line": _stanzas,
    "a long line": lambda source: _line(source, ("a  ", "1 ", "  ", "\u00a0", "1 000  ", " \t")),
    "many lines": lambda source: _lines(source, ("Ale 1", "Ale", "1", "Ale  1", "   ", "2018")),
}
MARKDOWN: dict[str, Make] = {
    "rules": _rules,
    "pipes": _pipes,
    "marks": _asterisks,
    "a long line": lambda source: _line(source, ("|", "|-", "| a ", "\\|", "-|")),
    "many lines": lambda source: _lines(source, ("|a|1|", "|---|", "|", "a|b", "|-|-|"), 500_000),
}
