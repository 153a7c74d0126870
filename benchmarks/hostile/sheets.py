"""What only the parts of an XLSX workbook allow."""

from html import escape
from random import Random

from benchmarks.hostile import Make
from benchmarks.hostile.tables import sound
from benchmarks.hostile.workbook import (
    BOOK,
    LINKS,
    SHEET,
    STRINGS,
    STYLES,
    cell,
    packed,
    parts,
    sheet_around,
    sheet_of,
)

_ADDRESSES = (
    "A1048576",
    "XFD1",
    "XFD1048576",
    "A1048577",
    "XFE1",
    "ZZZZ1",
    "A0",
    "A99999999999",
    "1A",
    "",
    "a1",
    "A-1",
)
_BILLION = "".join(
    f'<!ENTITY a{each} "{f"&a{each - 1};" * 10}">' if each else '<!ENTITY a0 "lol">'
    for each in range(12)
)


def _extra(source: Random, extra: str, *, is_first: bool = False) -> bytes:
    """Put something among the rows of a sound sheet."""
    sheet = sheet_of(sound(source))
    where = "<sheetData>" if is_first else "</sheetData>"
    put = where + extra if is_first else extra + where
    return packed(parts(sheet.replace(where, put, 1)))


def _far(source: Random) -> bytes:
    address = source.choice(_ADDRESSES)
    number = "".join(filter(str.isdecimal, address)) or "1"
    row = source.choice(
        [f'<row r="{number}">', "<row>", '<row r="1048576">', '<row r="-5">', '<row r="x">']
    )
    count = source.choice([1, 1, 300])
    return _extra(source, f'{row}<c r="{address}"><v>1</v></c></row>' * count)


def _strings(source: Random) -> bytes:
    place = source.choice(["999999999", "-1", "1", "x", "", "1e9", "1.5", "9" * 5_000])
    return _extra(source, f'<row><c t="s"><v>0</v></c><c t="s"><v>{place}</v></c></row>')


def _many_strings(source: Random) -> bytes:
    text = source.choice(["", "a", "x" * 1_000_000, "<r><t>a</t></r>"])
    inside = text if text.startswith("<") else f"<t>{text}</t>"
    book = parts(sheet_of(sound(source)))
    head = book[STRINGS].partition("<si>")[0].replace('"1"', '"99999999"')
    count = 100 if len(text) > 99 else source.choice([1_000, 300_000, 900_000])
    book[STRINGS] = f"{head}{f'<si>{inside}</si>' * count}</sst>"
    return packed(book)


def _formulas(source: Random) -> bytes:
    formula = source.choice(
        [
            "<f>A1+1</f>",
            "<f>A1+1</f><v/>",
            '<f t="shared" si="0"/>',
            "<f/>",
            f"<f>{'(' * 9_000}</f>",
        ]
    )
    formula = source.choice(
        [formula, '<f t="array" ref="A1:XFD1048576">1</f>', "<f>A1</f><v>x</v>"]
    )
    rows = "".join(
        f'<row r="{at}"><c r="A{at}" t="inlineStr"><is><t>Ort {at}</t></is></c>'
        f'<c r="B{at}">{formula}</c></row>'
        for at in range(30, 60)
    )
    return _extra(source, rows)


def _values(source: Random) -> bytes:
    kinds = ["n", "s", "str", "b", "e", "d", "inlineStr", "x", ""]
    values = [
        "1",
        "1e999",
        "-1e-999",
        "nan",
        "inf",
        "",
        "x",
        "9" * 100_000,
        "0x1",
        "2018-13-45",
        "43101",
        "99999999999",
        "-1",
        "1_0",
        "#REF!",
    ]
    rows = "".join(
        f'<row><c t="inlineStr"><is><t>Ort {row}</t></is></c>'
        f'<c t="{source.choice(kinds)}" s="{source.choice(["0", "1", "2", "99", "-1", "x"])}">'
        f"<v>{source.choice(values)}</v></c></row>"
        for row in range(source.choice([1, 3, 9]))
    )
    return _extra(source, rows)


def _formats(source: Random) -> bytes:
    code = source.choice(
        [
            "0" * 100_000,
            "#,##0" + "," * 99,
            "yyyy" * 9_999,
            '"' * 9_999,
            "[" * 99_999,
            "0%" * 99,
            "\\",
            "_",
            "0,,;" * 9_999,
        ]
    )
    book = parts(sheet_of(sound(source)).replace("<c><v>", '<c s="1"><v>'))
    book[STYLES] = (
        book[STYLES]
        .replace(
            "<fonts",
            f"<numFmts><numFmt numFmtId='200' formatCode='{escape(code)}'/></numFmts><fonts",
        )
        .replace('"14"', '"200"')
    )
    return packed(book)


def _entities(source: Random) -> bytes:
    doctype = source.choice(
        [
            f"<!DOCTYPE x [{_BILLION}]>",
            '<!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>',
            '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">',
            f'<!DOCTYPE x [<!ENTITY a11 "{"a" * 60_000}">]>',
        ]
    )
    book = parts(
        sheet_of([*sound(source), ["a", "1"]]).replace("<t>a</t>", f"<t>{'&a11;' * 900}</t>")
    )
    part = source.choice([SHEET, BOOK, STRINGS, STYLES, LINKS])
    if source.random() < 0.4:  # in an encoding in which nobody would find it by its bytes
        text = f'<?xml version="1.0" encoding="UTF-16"?>{doctype}{book[part]}'
        return packed({**book, part: text.encode("utf-16")})
    if source.random() < 0.3:  # in a part that is not called XML
        other = part.replace(".xml", ".bin").replace(".rels", ".bin")
        names = {
            name: text.replace(part.removeprefix("xl/"), other.removeprefix("xl/"))
            for name, text in book.items()
        }
        return packed({**names, other: doctype + book[part]})
    return packed({**book, part: doctype + book[part]})


def _deep(source: Random) -> bytes:
    tag = source.choice(["row", "c", "x", "is", "f"])
    count = source.choice([100, 5_000, 500_000])
    return _extra(source, f"<{tag}>" * count + f"</{tag}>" * count)


def _books(source: Random) -> bytes:
    """Let the workbook name sheets that are not there, twice, or by the thousand."""
    book = parts(sheet_of(sound(source)))
    sheet = '<sheet name="Blad1" sheetId="1" r:id="rId1"/>'
    other = source.choice(
        [
            "",
            sheet * 300,
            sheet.replace("rId1", "rId9"),
            sheet.replace("rId1", "rId2"),
            sheet.replace("Blad1", "x" * 99_999),
            sheet.replace("Blad1", "&#x202e;&#10;"),
            "".join(sheet.replace("Blad1", f"S{each}") for each in range(5_000)),
            sheet + "<definedNames><definedName name='x'>#REF!</definedName></definedNames>",
        ]
    )
    book[BOOK] = book[BOOK].replace(sheet, other)
    if source.random() < 0.3:
        target = source.choice(
            [
                "../../etc/passwd",
                "/etc/passwd",
                "",
                "workbook.xml",
                "http://x/",
                "worksheets/../worksheets/sheet1.xml",
            ]
        )
        book[LINKS] = book[LINKS].replace("worksheets/sheet1.xml", target)
    return packed(book)


def _hidden(source: Random) -> bytes:
    row = source.choice(["1048576", "9" * 20, "9" * 5_000, "0", "2"])
    extra = f'<row r="{row}" hidden="1"><c><v>1</v></c></row>' * source.choice([1, 200])
    return _extra(source, extra, is_first=source.random() < 0.5)


def _blanks(source: Random) -> bytes:
    """Fill a sheet with rows or cells that hold nothing."""
    piece = source.choice(
        [
            "<row/>",
            "<row><c/></row>",
            "<row>" + "<c/>" * 900 + "</row>",
            "<row><c r='XFD1'/></row>",
            "<mergeCell ref='A1:XFD1048576'/>",
        ]
    )
    return _extra(
        source, piece * (source.choice([3_000, 500_000, 3_000_000]) // max(piece.count("<c"), 1))
    )


def _wrong(source: Random) -> bytes:
    """Let a part be other XML, or none."""
    book = parts(sheet_of(sound(source)))
    part = source.choice(list(book))
    book[part] = source.choice(
        [
            "",
            "x",
            "<x/>",
            "<worksheet/>",
            "<" * 9_999,
            "\ufeff",
            book[SHEET],
            book[part] + "</x>",
            book[part].replace("xmlns", "xmlms"),
            book[part].replace("<sheetData>", ""),
        ]
    )
    return packed(book)


def _cells(source: Random) -> bytes:
    """One very large cell."""
    text = source.choice(["x", "å", "1 ", "&#10;", "\u2028"]) * source.choice([40_000, 9_000_000])
    return packed(
        parts(sheet_around(f"<row>{cell('Ale')}<c t='inlineStr'><is><t>{text}</t></is></c></row>"))
    )


SHEETS: dict[str, Make] = {
    "references far away": _far,
    "shared strings out of range": _strings,
    "many shared strings": _many_strings,
    "formulas": _formulas,
    "odd values": _values,
    "number formats": _formats,
    "entities": _entities,
    "deep nesting": _deep,
    "odd sheets": _books,
    "hidden rows": _hidden,
    "blank cells": _blanks,
    "parts that are others": _wrong,
    "a very large cell": _cells,
}
