"""The table of a grant, as a file to audit: read by its form, written back by its places."""

import pytest

from allokera.errors import SourceError
from allokera.source.files.encoding import decode
from allokera.source.formats.grant_file import read_grant_file
from allokera.source.grant_files import strict_yaml
from allokera.source.grid import ParsedGrid

TEXT = f"""\
title: "T"
statute: "S"
sources:
  - {{id: "a", title: "A", publisher: "P", file: "a.txt", sha256: "{"0" * 64}"}}
table:
  source: "a"
  weights: "2031"
  columns:
    - {{name: "2031", heading: "H", years: "2031", unit: "1", status: "indicative"}}
    - {{name: "2032", heading: "H", years: "2032", unit: "1", status: "indicative"}}
  rows:
    - {{printed: ["5 000", '6'], code: "0114", name: "Ale"}}
    - code: "0115"
      name: "Kil"
      printed:
        - 7
        - "\\u20078"
eligible:
  source: "a"
  names: ["Ale"]
"""


def parsed(text: str) -> ParsedGrid:
    return read_grant_file(decode("t.yaml", text.encode()))


def test_the_file_says_who_the_rows_are_and_what_the_columns_hold() -> None:
    found = parsed(TEXT)
    assert found.grid.rows == [["5 000", "6"], ["7", "\u20078"]]
    assert found.consistency == 2
    assert found.stated is not None
    assert [(each.code, each.name) for each in found.stated.recipients] == [
        ("0114", "Ale"),
        ("0115", "Kil"),
    ]
    assert [each.cells for each in found.stated.columns] == [("5 000", "7"), ("6", "\u20078")]
    assert [(subject, str(what)) for subject, what in found.decisions] == [
        ("format", "grant in yaml"),
        ("encoding", "encoding: codec='utf-8', has_mark=False"),
    ]


@pytest.mark.parametrize(
    ("spot", "new", "old", "written"),
    [
        ((0, 0), "8", '"5 000"', '"8"'),
        ((0, 1), "8 000", "'6'", '"8 000"'),
        ((1, 0), "8", "- 7", '- "8"'),
        ((1, 1), "8\u00a0000", '"\\u20078"', '"8\\u00a0000"'),
        ((1, 1), 'a"b\\c', '"\\u20078"', '"a\\"b\\\\c"'),
    ],
)
def test_one_cell_is_written_anew(spot: tuple[int, int], new: str, old: str, written: str) -> None:
    found = parsed(TEXT)
    assert found.write
    copy = found.write({spot: new}).decode()
    assert copy == TEXT.replace(old, written, 1)
    assert parsed(copy).grid.rows[spot[0]][spot[1]] == new
    assert found.write({}).decode() == TEXT


@pytest.mark.parametrize("part", ["columns", "rows"])
def test_a_table_of_nothing_is_refused(part: str) -> None:
    start = TEXT.index(f"  {part}:\n")
    stop = TEXT.index("  rows:\n") if part == "columns" else TEXT.index("eligible:")
    text = f"{TEXT[:start]}  {part}: []\n{TEXT[stop:]}"
    if part == "columns":
        text = text.replace("""["5 000", '6']""", "[]")
        text = text.replace('printed:\n        - 7\n        - "\\u20078"', "printed: []")
    with pytest.raises(SourceError) as refused:
        parsed(text)
    assert str(refused.value) == "t.yaml:5: nothing in table"


def test_a_file_may_be_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(strict_yaml, "MOST_LETTERS", len(TEXT))
    assert parsed(TEXT).stated
    with pytest.raises(SourceError) as refused:
        parsed(f"{TEXT}\n")
    assert str(refused.value) == f"t.yaml: yaml too long: most={len(TEXT)}"
