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


def test_utf_16_without_a_mark_may_hold_any_letter() -> None:
    assert decode("t.csv", "Āre;5;6;7\r\n".encode("utf-16-le")).text == "Āre;5;6;7\r\n"


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


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    ("text", "is_wide"),
    [("ab", True), ("abЖ", True), ("aЖ", False), ("aЖЖ", False), ("a", False)],
)
def test_utf_16_is_told_where_most_letters_are_latin(codec: str, text: str, is_wide: bool) -> None:
    content = text.encode(codec)
    if is_wide:
        assert decode("t.csv", content).text == text
    else:
        with pytest.raises(SourceError, match="nul character"):
            decode("t.csv", content)


@pytest.mark.parametrize("content", [b"a\0b\0c", b"\0a\0b\0", b"a\0\0b\0\0c\0", b"\0\0\0\0"])
def test_zeros_alone_make_no_utf_16(content: bytes) -> None:
    with pytest.raises(SourceError, match=r"^t\.csv:1: nul character$"):
        decode("t.csv", content)


def test_known_names_weigh_more_than_likely_letters() -> None:
    """0x86 0x94 is `åö` in CP 850 and two signs in CP 1252, 0xe5 `å` in CP 1252."""
    content = b"L\x86\x94;1\r\nM\xe5la;1\r\nR\xe5da;2\r\nV\xe5la;3\r\n"
    assert decode("t.csv", content).codec == "cp1252"
    assert decode("t.csv", content, ("Låö",)).codec == "cp850"
    assert decode("t.csv", content, ("Låö", "Måla", "Råda")).codec == "cp1252"


@pytest.mark.parametrize(
    "sign", [*"\u00a0£§°±²³·¹¼½¾×–—‘’“”„«»†‡•…‰€"]
)  # fmt: skip
def test_a_sign_that_tables_are_printed_with_is_a_sign(sign: str) -> None:
    text = f"5 {sign} 6\n"
    encoded = decode("t.csv", text.encode("cp1252"))
    assert (encoded.text, encoded.codec) == (text, "cp1252")


@pytest.mark.parametrize("letter", "åäöÅÄÖéüæøÆØ")
@pytest.mark.parametrize("word", ["{}b", "b{}"])
@pytest.mark.parametrize("codec", ["cp850", "cp1252"])
def test_nordic_letters_stand_beside_others(letter: str, word: str, codec: str) -> None:
    text = word.format(letter) + "\n"
    assert decode("t.csv", text.encode(codec)).text == text
