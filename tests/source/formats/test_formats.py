"""Which reader takes a file: what is in it decides, not its name."""

import pytest

from allokera.errors import SourceError
from allokera.source.files.opened import Opened
from allokera.source.formats import READERS, Reader, parse
from allokera.source.grid import ParsedGrid
from written import html, read, workbook

YAML = "table:\n  rows:\n    - {}\n"


def formats(content: bytes | str) -> list[str]:
    opened = Opened("t", content.encode() if isinstance(content, str) else content)
    found = (each for each in parse(opened) if isinstance(each, ParsedGrid))
    return [str(dict(each.decisions)["format"]) for each in found]


def test_every_format_has_a_row() -> None:
    assert [(each.name, each.suffixes, each.extra) for each in READERS] == [
        ("XLSX", (".xlsx",), "tables"),
        ("YAML", (".yaml", ".yml"), ""),
        ("HTML", (".html", ".htm"), "tables"),
        ("Markdown", (".md",), ""),
        ("CSV", (".csv", ".tsv"), ""),
        ("plain text", (".txt",), ""),
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (workbook([("a",)]), ["XLSX"]),
        (html([("a;b", "c"), ("d;e", "f")]), ["HTML"]),
        ("<TABLE border=1><tr><td>a|b", ["HTML"]),
        ("a;<tables>\nb;c\n", ["separated values"]),
        ("a;table>\nb;c\n", ["separated values"]),
        ("|a;b|c|\n|-|-|\n|d|e|\n", ["Markdown"]),
        ("a;b\nc;d\n", ["separated values"]),
        ("a\tb\nc\td\n", ["tab separated values"]),
        ("a;b,c\nc;d,e\n", ["separated values", "separated values"]),
        ("a  b\nc  d\n", ["plain text"]),
        ("a  b;c\nc  d\ne  f\n", ["separated values", "plain text"]),
        ("Kommun\nAle\n5\nKil\n6\n", ["plain text"]),
    ],
)
def test_what_is_in_a_file_decides(content: bytes | str, found: list[str]) -> None:
    assert formats(content) == found


@pytest.mark.parametrize(
    ("text", "is_grant"),
    [
        (YAML, True),
        ("a: b\ntable: # x\n\trows:  #y\n", True),
        ("table: \t\n rows:\t\n", True),
        ("xtable:\n  rows:\n", False),
        (" table:\n  rows:\n", False),
        ("table: x\n  rows:\n", False),
        ("table:\nrows:\n", False),
        ("table:\n  rows: []\n", False),
        ("table:\n", False),
        ("  rows:\n", False),
    ],
)
def test_a_grant_is_a_table_with_rows(text: str, is_grant: bool) -> None:
    if is_grant:
        with pytest.raises(SourceError):
            formats(text)
    else:
        assert formats(text) == []


@pytest.mark.parametrize(
    ("start", "code"),
    [
        (b"\xd0\xcf\x11\xe0", "foreign_excel"),
        (b"%PDF", "foreign_pdf"),
        (b"{\\rtf", "foreign_rtf"),
    ],
)
def test_some_formats_are_told_to_be_converted(start: bytes, code: str) -> None:
    with pytest.raises(SourceError) as refused:
        formats(start + b"1 a;b\nc;d\n")
    assert (refused.value.places, refused.value.message.code) == (("t",), code)
    assert formats(b" " + start[1:] + b";b\nc;d\n") == ["separated values"]


def test_what_stops_a_reader_is_given_and_the_next_is_tried() -> None:
    found = list(parse(Opened("t", b'a,"b\nc  d,e\nf  g\n')))
    assert [str(each) for each in found if isinstance(each, SourceError)] == [
        "t:1: quote never closes"
    ]
    assert isinstance(found[-1], ParsedGrid)


def test_an_error_of_a_reader_is_given_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("allokera.source.formats.plain_text.MOST_CELLS", 1)
    (error,) = parse(Opened("t", b"a\nb\nc\n"))
    assert str(error) == "t: too many lines: most=2"


def test_a_missing_library_without_an_extra_is_a_bug(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Opened) -> list[ParsedGrid]:
        raise ModuleNotFoundError(name="x")

    def readers(extra: str) -> tuple[Reader, ...]:
        return (Reader("F", (), fail, extra=extra),)  # type: ignore[arg-type]

    monkeypatch.setattr("allokera.source.formats.READERS", readers(""))
    with pytest.raises(ModuleNotFoundError):
        list(parse(Opened("t", b"a")))
    monkeypatch.setattr("allokera.source.formats.READERS", readers("e"))
    (error,) = parse(Opened("t", b"a"))
    assert str(error) == "t: extra needed: format='F', library='x', extra='e'"


def test_without_a_table_the_formats_are_listed() -> None:
    with pytest.raises(SourceError) as refused:
        read("hej\n")
    names = ("XLSX", "YAML", "HTML", "Markdown", "CSV", "plain text")
    assert str(refused.value) == f"t: no table: formats={names}"
