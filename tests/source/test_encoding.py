"""Bytes as text, and back again."""

import codecs

import pytest

from allokera.errors import SourceError
from allokera.source.files.encoding import decode

TEXT = "Malmö;1\r\nÅre;2\n"


@pytest.mark.parametrize(
    ("mark", "codec"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (b"", "cp1252"),
    ],
)
def test_a_text_comes_back_as_its_own_bytes(mark: bytes, codec: str) -> None:
    content = mark + TEXT.encode(codec)
    encoded = decode("t.csv", content)
    assert (encoded.file, encoded.text, encoded.codec, encoded.mark) == ("t.csv", TEXT, codec, mark)
    assert encoded.encode(encoded.text) == content
    assert encoded.encode("å") == mark + "å".encode(codec)
    assert dict(encoded.label.facts) == {"codec": codec, "has_mark": bool(mark)}


SWEDISH = "Kommun;2018\r\nMalmö;116\r\nÅmål;1\r\nJärfälla;5\r\nGöteborg;106\r\n"
OTHER = "Sø;1\r\nÜxheim;2\r\nMégève;3\r\nLäckö;4\r\n"


@pytest.mark.parametrize("codec", ["cp1252", "cp850", "mac_roman"])
@pytest.mark.parametrize("names", [(), ("Malmö", "Åmål", "Järfälla")])
def test_an_older_encoding_is_told_by_names_and_by_its_letters(
    codec: str, names: tuple[str, ...]
) -> None:
    content = SWEDISH.encode(codec)
    encoded = decode("t.csv", content, names)
    assert encoded.text == SWEDISH
    assert encoded.encode(encoded.text) == content
    if names:
        assert encoded.codec == codec


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_utf_16_needs_no_mark(codec: str) -> None:
    encoded = decode("t.csv", SWEDISH.encode(codec))
    assert (encoded.text, encoded.codec, encoded.mark) == (SWEDISH, codec, b"")


def test_the_usual_encoding_is_the_first_guess() -> None:
    assert decode("t.csv", OTHER.encode("cp1252")).codec == "cp1252"
    assert decode("t.csv", "5 \u2013 6 \u20ac".encode("cp1252")).codec == "cp1252"


@pytest.mark.parametrize("mark", [codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_what_is_not_as_its_mark_says_is_refused(mark: bytes) -> None:
    with pytest.raises(SourceError, match=r"^t\.csv: not as marked: codec='utf-"):
        decode("t.csv", mark + b"\xff\xfe\xd8")


@pytest.mark.parametrize(("before", "line"), [("", 1), ("a\n", 2), ("a\n\nb", 3), ("a\r\nb", 2)])
def test_a_nul_is_refused_with_its_line(before: str, line: int) -> None:
    with pytest.raises(SourceError, match=rf"^t\.csv:{line}: nul character$"):
        decode("t.csv", f"{before}\0".encode())
