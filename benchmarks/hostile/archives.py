"""What only the archive around a workbook allows."""

import struct
import zipfile
from random import Random

from benchmarks.hostile import Make
from benchmarks.hostile.tables import sound
from benchmarks.hostile.workbook import SHEET, STRINGS, cell, packed, parts, sheet_around, sheet_of

_LOCAL, _CENTRAL, _END = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"


def _book(source: Random) -> dict[str, str | bytes]:
    return {**parts(sheet_of(sound(source)))}


def _bomb(source: Random) -> bytes:
    """A member of much of the same: white space, cells, text, or no XML at all."""
    size = source.choice([20, 90, 120, 500]) << 20
    piece = source.choice([b" ", b"<row/>", b"\x00", b"<row><c><v>1</v></c></row>", b"<!-- -->"])
    filling = piece * (size // len(piece))
    book = _book(source)
    if source.random() < 0.5:
        sheet = sheet_around(f"<row>{cell('Ale')}</row>@").encode()
        book[SHEET] = sheet.replace(b"@", filling)
    else:
        book[
            source.choice(["xl/media/a.bin", "docProps/x.xml", STRINGS, "xl/theme/theme1.xml"])
        ] = filling
    return packed(
        book,
        source.choice(
            [zipfile.ZIP_DEFLATED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA]
        ),
    )


def _members(source: Random) -> bytes:
    book = _book(source)
    for each in range(source.choice([1_900, 2_100, 70_000])):
        book[f"xl/{each}.xml"] = ""
    return packed(book)


def _nested(source: Random) -> bytes:
    inner = packed(_book(source))
    for depth in range(source.choice([1, 9])):
        inner = packed({f"{depth}.xlsx": inner, **({} if source.random() < 0.5 else _book(source))})
    return inner


def _lying(source: Random) -> bytes:
    """Let a header say another size, method, flag, offset or checksum."""
    content = bytearray(packed(_book(source)))
    for _ in range(source.choice([1, 2, 5])):
        signature, fields = source.choice(
            [
                (
                    _LOCAL,
                    (
                        (4, "H"),
                        (6, "H"),
                        (8, "H"),
                        (14, "I"),
                        (18, "I"),
                        (22, "I"),
                        (26, "H"),
                        (28, "H"),
                    ),
                ),
                (
                    _CENTRAL,
                    (
                        (6, "H"),
                        (8, "H"),
                        (10, "H"),
                        (16, "I"),
                        (20, "I"),
                        (24, "I"),
                        (28, "H"),
                        (42, "I"),
                    ),
                ),
                (_END, ((4, "H"), (8, "H"), (10, "H"), (12, "I"), (16, "I"), (20, "H"))),
            ]
        )
        starts = [at for at in range(len(content)) if content.startswith(signature, at)]
        at, (offset, code) = source.choice(starts), source.choice(fields)
        most = 0xFFFF if code == "H" else 0xFFFFFFFF
        value = source.choice(
            [0, 1, 8, 9, 12, 14, 99, most, most - 1, most // 2, source.randrange(most)]
        )
        struct.pack_into(f"<{code}", content, at + offset, value)
    return bytes(content)


def _lying_bomb(source: Random) -> bytes:
    """Let a member that unpacks to very much say that it is small."""
    book = _book(source)
    size = source.choice([200, 700]) << 20
    book[source.choice([SHEET, STRINGS, "docProps/x.xml"])] = b" " * size
    method = source.choice([zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
    content = packed(book, method)
    return content.replace(struct.pack("<I", size), struct.pack("<I", 7_000))


def _encrypted(source: Random) -> bytes:
    content = bytearray(packed(_book(source)))
    for signature, offset in ((_LOCAL, 6), (_CENTRAL, 8)):
        for at in [at for at in range(len(content)) if content.startswith(signature, at)]:
            if source.random() < 0.7:
                content[at + offset] |= source.choice([1, 0x41])
    return bytes(content)


def _missing(source: Random) -> bytes:
    book = _book(source)
    for name in source.sample(list(book), source.choice([1, 1, 3])):
        del book[name]
    return packed(book)


def _names(source: Random) -> bytes:
    """Members with odd names, or with the same one."""
    book = _book(source)
    odd = source.choice(
        [
            "../../x.xml",
            "/etc/passwd",
            "a" * 60_000 + ".xml",
            "\u202ex.xml",
            "XL/WORKBOOK.XML",
            "xl/",
            "\x01.xml",
        ]
    )
    content = packed({odd: "<x/>", **book})
    if source.random() < 0.5:
        return content
    again = "xl/worksheets/sheeT1.xml"
    return packed({**book, again: "<x/>"}).replace(again.encode(), SHEET.encode())


def _overlapping(source: Random) -> bytes:
    """Let very many members share the same bytes."""
    book = _book(source)
    book["xl/big.xml"] = b" " * (source.choice([1, 100]) << 20)
    count = source.choice([100, 1_500])
    for each in range(count):
        book[f"xl/{each:04}.xml"] = b""
    content = bytearray(packed(book))
    centrals = [at for at in range(len(content)) if content.startswith(_CENTRAL, at)]
    big = next(at for at in centrals if content[at + 46 :].startswith(b"xl/big.xml"))
    for at in centrals[-count:]:
        content[at + 10 : at + 12] = content[big + 10 : big + 12]
        content[at + 16 : at + 28] = content[big + 16 : big + 28]
        content[at + 42 : at + 46] = content[big + 42 : big + 46]
    return bytes(content)


def _around(source: Random) -> bytes:
    content = packed(_book(source), source.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED]))
    return source.choice(
        [
            b"PK" + content,
            content + b"x" * 99_999,
            content + content,
            content * 3,
            b"PK\x05\x06" + bytes(18),
        ]
    )


ARCHIVES: dict[str, Make] = {
    "bombs": _bomb,
    "many members": _members,
    "archives in archives": _nested,
    "lying headers": _lying,
    "lying headers again": _lying,
    "bombs that say they are small": _lying_bomb,
    "encrypted": _encrypted,
    "members missing": _missing,
    "odd members": _names,
    "members that overlap": _overlapping,
    "bytes around": _around,
}
