"""What only HTML allows."""

from random import Random

from benchmarks.hostile import Make
from benchmarks.hostile.spelling import SPELLINGS
from benchmarks.hostile.tables import sound


def _with(source: Random, before: str, after: str = "") -> bytes:
    """Put something before a table, or into a cell, and after it."""
    page = SPELLINGS["html"](sound(source), source).decode()
    where = source.choice(["<table>", "</tr>", "Kommun"])
    return page.replace(where, f"{before}{where}{after}", 1).encode()


def _deep(source: Random) -> bytes:
    tag = source.choice(
        ["div", "b", "table", "table><tr><td", "p", "font", "ul><li", "svg", "form"]
    )
    count = source.choice([200, 300, 5_000, 300_000])
    return _with(source, f"<{tag}>" * count, source.choice(["", f"</{tag.split('>')[0]}>" * count]))


def _spans(source: Random) -> bytes:
    large = source.choice(
        ["1000000", "999999", "65535", "1000", "-1", "0", "1e9", "9" * 99, "\u0661"]
    )
    rows = source.choice([3, 300, 3_000])
    kind = source.choice(["rowspan", "colspan", "rowspan='{0}' colspan"]).format(large)
    cells = f"<td {kind}='{large}'>Ale<td>1 000" * source.choice([1, 5, 900])
    return f"<table>{f'<tr>{cells}</tr>' * rows}</table>".encode()


def _entities(source: Random) -> bytes:
    declared = "".join(
        f'<!ENTITY a{each} "{f"&a{each - 1};" * 10}">' if each else '<!ENTITY a0 "lol">'
        for each in range(12)
    )
    doctype = source.choice(
        [
            f"<!DOCTYPE html [{declared}]>",
            '<!DOCTYPE html SYSTEM "file:///etc/passwd">',
            '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>',
            '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1/x">%p;]>',
        ]
    )
    return doctype.encode() + _with(source, "&a11;" * 9)


def _references(source: Random) -> bytes:
    each = source.choice(
        [
            "&#0;",
            "&#xD800;",
            "&#1114112;",
            "&#x80;",
            "&#27;",
            "&amp",
            "&nosuch;",
            "&#" + "9" * 999 + ";",
        ]
    )
    return _with(source, each * source.choice([1, 1_000, 100_000]))


def _attributes(source: Random) -> bytes:
    made = [
        " ".join(f"a{each}=1" for each in range(source.choice([100, 9_000]))),
        f"style='{'x' * source.choice([60_000, 10_000_000])}'",
        "<" * 1_000,
        "a='" * 3_001,
    ]
    return _with(source, f"<p {source.choice(made)}>")


def _unclosed(source: Random) -> bytes:
    page = SPELLINGS["html"](sound(source), source).decode()
    for tag in source.sample(["</tr>", "</td>", "</th>", "</table>", "<tr>", "</html>"], 3):
        page = page.replace(tag, "")
    tail = source.choice(
        ["", "<!--", "<script>", "<title>", "<textarea>", "<![CDATA[", "<plaintext>", "<"]
    )
    return (page + tail * source.choice([1, 10_000])).encode()


def _tables(source: Random) -> bytes:
    page = SPELLINGS["html"](sound(source)[:3], source)
    return page * source.choice([100, 3_000, 20_000])


def _empty_rows(source: Random) -> bytes:
    piece = source.choice(
        ["<tr>", "<td>", "<tr><td>", "<tbody>", "<tr><td><b>", "<br>", "<caption>", "<sup>1"]
    )
    return _with(source, piece * source.choice([1_000, 100_000, 900_000]))


def _text(source: Random) -> bytes:
    piece = source.choice(["a", "å ", "1 ", "\n", "2018 ", "<!-- -->"])
    return _with(source, piece * (10 ** source.randrange(4, 8) // 2 // len(piece)))


HTML: dict[str, Make] = {
    "deep nesting": _deep,
    "large spans": _spans,
    "large spans again": _spans,
    "entities": _entities,
    "character references": _references,
    "attributes": _attributes,
    "tags that never close": _unclosed,
    "many tables": _tables,
    "many tags": _empty_rows,
    "much text": _text,
}
