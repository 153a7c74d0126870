"""Bytes spoiled: what a bad disk, a bad line or a wrong program leaves."""

import codecs
from collections.abc import Callable
from random import Random

_CODECS = (
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "utf-32",
    "utf-7",
    "latin-1",
    "cp437",
    "mac_roman",
    "cp500",
)
_MARKS = (codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE)
_STARTS = (
    b"PK\x03\x04",
    b"PK",
    b"%PDF-1.7\n",
    b"\x1f\x8b\x08\x00",
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    b"MZ",
    b"<table>",
    b"<?xml version='1.0'?>",
    b"table:\n  rows:\n",
    b"\x00asm",
    b"|---|\n",
    b"%YAML 9.9\n",
)


def _truncated(content: bytes, source: Random) -> bytes:
    return content[: source.randrange(len(content))]


def _beheaded(content: bytes, source: Random) -> bytes:
    return content[source.randrange(len(content)) :]


def _flipped(content: bytes, source: Random) -> bytes:
    spoiled = bytearray(content)
    for _ in range(source.choice([1, 3, 30, 300])):
        spoiled[source.randrange(len(spoiled))] ^= 1 << source.randrange(8)
    return bytes(spoiled)


def _replaced(content: bytes, source: Random) -> bytes:
    spoiled = bytearray(content)
    for _ in range(source.choice([1, 10, 100])):
        spoiled[source.randrange(len(spoiled))] = source.randrange(256)
    return bytes(spoiled)


def _inserted(content: bytes, source: Random) -> bytes:
    for _ in range(source.choice([1, 5, 20])):
        at = source.randrange(len(content) + 1)
        content = content[:at] + source.randbytes(source.randrange(1, 50)) + content[at:]
    return content


def _removed(content: bytes, source: Random) -> bytes:
    for _ in range(source.choice([1, 5, 20])):
        at = source.randrange(len(content) + 1)
        content = content[:at] + content[at + source.randrange(1, 50) :]
    return content


def _doubled(content: bytes, source: Random) -> bytes:
    first, last = sorted(source.randrange(len(content)) for _ in range(2))
    return content[:last] + content[first:last] * source.choice([1, 3, 300]) + content[last:]


def _shuffled(content: bytes, source: Random) -> bytes:
    lines = content.split(b"\n")
    source.shuffle(lines)
    return b"\n".join(lines)


def _recoded(content: bytes, source: Random) -> bytes:
    text = content.decode("utf-8", "replace")
    spoiled = text.encode(source.choice(_CODECS), "replace")
    return source.choice([b"", b"", *_MARKS]) + spoiled


def _twice_encoded(content: bytes, source: Random) -> bytes:
    return content.decode(source.choice(["latin-1", "cp437"])).encode()


def _not_utf8(content: bytes, source: Random) -> bytes:
    bad = source.choice([b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf8\x88\x80\x80\x80", b"\xe5"])
    at = source.randrange(len(content) + 1)
    return content[:at] + bad + content[at:]


def _controls(content: bytes, source: Random) -> bytes:
    for _ in range(source.choice([1, 10, 100])):
        at = source.randrange(len(content) + 1)
        content = content[:at] + bytes([source.choice([*range(1, 32), 127])]) + content[at:]
    return content


def _nuls(content: bytes, source: Random) -> bytes:
    at = source.randrange(len(content) + 1)
    return content[:at] + bytes(source.choice([1, 2, 100, 100_000])) + content[at:]


def _zeroed(content: bytes, source: Random) -> bytes:
    at = source.randrange(len(content))
    return content[:at] + bytes(len(content) - at)


def _line_ends(content: bytes, source: Random) -> bytes:
    ends = source.choice(
        [[b"\r"], [b"\r\n"], [b"\n", b"\r", b"\r\n", b"\n\r", b"\x0b", b"\xc2\x85"]]
    )
    return b"".join(line + source.choice(ends) for line in content.split(b"\n"))


def _other_start(content: bytes, source: Random) -> bytes:
    return source.choice(_STARTS) + content[source.choice([0, 0, 4]) :]


def _tiny(content: bytes, source: Random) -> bytes:
    some = [
        b"",
        b"\n",
        b" ",
        b"\x00",
        b"\xff",
        b"P",
        b"PK",
        b"|",
        b'"',
        b"<",
        b"-",
        b"\xef\xbb\xbf",
        b"\xff\xfe",
    ]
    return source.choice([*some, content[:3]])


def _noise(content: bytes, source: Random) -> bytes:
    return content[: source.choice([0, 2, 4, 60])] + source.randbytes(
        source.choice([9, 999, 99_999])
    )


DAMAGE: dict[str, Callable[[bytes, Random], bytes]] = {
    "truncated": _truncated,
    "truncated again": _truncated,
    "beheaded": _beheaded,
    "bits flipped": _flipped,
    "bits flipped again": _flipped,
    "bytes replaced": _replaced,
    "bytes inserted": _inserted,
    "bytes removed": _removed,
    "a part repeated": _doubled,
    "lines shuffled": _shuffled,
    "another encoding": _recoded,
    "encoded twice": _twice_encoded,
    "not UTF-8": _not_utf8,
    "control characters": _controls,
    "NULs": _nuls,
    "zeros from a point on": _zeroed,
    "other line ends": _line_ends,
    "another format's start": _other_start,
    "next to nothing": _tiny,
    "noise": _noise,
}
"""Every kind."""
