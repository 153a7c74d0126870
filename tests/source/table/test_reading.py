"""What is said of a table that was read: its columns, its strangers, and where things stand."""

from hashlib import sha256

import pytest

from allokera.errors import SourceError
from allokera.source.files.read import MOST_BYTES
from allokera.source.grid import MOST_CELLS, MOST_COLUMNS, MOST_TAGS
from allokera.source.table import Table, read_table
from conftest import ROOT
from written import KNOWN, html, read, workbook


def decisions(table: Table) -> dict[str, str]:
    return {subject: str(what) for subject, what in table.decisions}


def test_how_a_table_was_read_is_said() -> None:
    table = read("Kod;Ort;Kr;Andel\n1440;Ale;5;1\n1715;Kil;6;2\n")
    assert [(subject, str(what)) for subject, what in table.decisions] == [
        ("format", "separated values"),
        ("encoding", "encoding: codec='utf-8', has_mark=False"),
        ("delimiter", "delimiter: mark=';'"),
        ("heading", "heading rows: rows=(1,), are_lines=True"),
        (
            "recipients",
            "recipients in: column=2, rows=(2, 3), count=2, recognised=2, are_lines=True",
        ),
        ("codes", "column number: column=1"),
        ("amounts", "columns named: names=('Kr',)"),
        (
            "no amounts",
            "no amounts in: column='Andel', reason=held by word: what='shares', word='andel'",
        ),
    ]


def test_a_workbook_is_counted_in_rows() -> None:
    said = decisions(read(workbook([(), ("Ort", "Kr"), ("x", 5), ("Ale", 6)])))
    assert said["heading"] == "heading rows: rows=(2,), are_lines=False"
    assert said["recipients"] == (
        "recipients in: column=1, rows=(3, 4), count=2, recognised=1, are_lines=False"
    )
    assert "codes" not in said


def test_without_a_heading_none_is_said() -> None:
    assert decisions(read("x;5\ny;6\n"))["heading"] == "heading rows: rows=(), are_lines=True"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Ort;Kr\nx;5\ny;6\n", None),
        ("Ort;Kr,5\nx;5,5\ny;6,5\n", 1),
        ("Ort;Kr,5\t7\nx;5,5\t7\ny;6,5\t7\n", 2),
    ],
)
def test_other_ways_to_read_it_are_counted(text: str, count: int | None) -> None:
    expected = None if count is None else f"other readings: count={count}"
    assert decisions(read(text)).get("other readings") == expected


def test_other_tables_are_listed_and_no_other_readings() -> None:
    rows = [("Ort", "Kr"), ("x", "5"), ("y", "6")]
    known = [("Ort", "Kr"), ("Ale", "5"), ("Kil", "6")]
    table = read(html(rows) + html(known) + html(rows))
    assert table.recipients[0].name == "Ale"
    assert table.other_tables == ((1, ""), (3, ""))
    assert "other readings" not in decisions(table)


def test_of_tables_alike_the_longer_is_taken() -> None:
    rows = [("Ort", "Kr"), ("x", "5"), ("y", "6")]
    table = read(html(rows) + html([*rows, ("z", "7")]))
    assert len(table.recipients) == 3
    assert table.other_tables == ((1, ""),)


@pytest.mark.parametrize(
    ("text", "ignored"),
    [
        ("Ort;Kr;Anm\nx;5;\ny;6;nej\n", [("Anm", "nej", 2)]),
        ("Ort;Kr;Anm\nx;5;ja\ny;6;nej\n", [("Anm", "ja", 1)]),
        ("Ort;Kr; Anm \nx;5;\ny;6; \n", [("Anm", "", 1)]),
        ("Kod;Ort;Kr\n7;x;5\n8;y;6\n", []),
        ("Ort;Kr\nx;5\ny;6\n", []),
        ("Ort;Län;Kr\nx;a;5\nx;b;6\ny;a;7\n", []),
        ("x;5;ja\ny;6;nej\n", []),
        ("A;B;C\nOrt;;Anm\nx;5;\ny;6;\n", [("Anm", "", 2)]),
    ],
)
def test_headings_above_no_numbers_are_kept(text: str, ignored: list[tuple[str, str, int]]) -> None:
    assert list(read(text).ignored) == ignored


@pytest.mark.parametrize(
    ("text", "strangers"),
    [
        ("Ort;Kr\nx;5\ny;6\n", []),
        ("Ort;Kr\nx;5\n;7\ny;6\n", [2]),
        ("Ort;Kr\n;4\nx;5\ny;6\n;7\n", [1, 4]),
        ("Ort;Kr\nx;5\nNorr;\ny;6\n", [2]),
        ("Ort;Kr\nx;5\n;\ny;6\n", []),
        ("Ort;Kr\nx;5\ny;6\nSlut\n", [3]),
        ("x;5\n;7\ny;6\n", [1]),
        ("Ort  Kr\nx  5\nNorr\ny  6\nSlut\n", [2]),
        ("Ort  Kr\nx  5\ny  6\nSlut  på\n", [3]),
    ],
)
def test_rows_that_are_no_recipients_are_strangers(text: str, strangers: list[int]) -> None:
    assert list(read(text).strangers) == strangers


@pytest.mark.parametrize(
    ("text", "doubtful"),
    [
        ("Ort;Kr\nx;5\ny;6\n", []),
        ("Ort;Kr\nNorr;nej\nx;5\ny;6\n", [1]),
        ("Titel;\nOrt;Kr\nx;5\ny;6\n", []),
        ("A;B\nOrt;Kr\nNorr;nej\nx;5\ny;6\n", [1, 2]),
        (";Kr\nOrt;kr\nx;5\ny;6\n", []),
        (";Kr\nOrt;kr\nNorr;nej\nx;5\ny;6\n", [2]),
        ("x;5\ny;6\n", []),
    ],
)
def test_rows_of_the_heading_with_a_name_are_doubtful(text: str, doubtful: list[int]) -> None:
    assert list(read(text).doubtful) == doubtful


def test_a_row_is_placed_by_its_line_or_its_number() -> None:
    table = read("Ort;Kr\n\nx;5\ny;6\n")
    assert (table.where(0), table.where(1), table.where_in_grid(0)) == ("t:3", "t:4", "t:1")
    table = read(workbook([("Ort", "Kr"), (), ("x", 5), ("y", 6)]))
    assert (table.where(0), table.where_in_grid(0)) == ("t: row 3", "t: row 1")


def test_the_source_has_the_files_name_and_digest() -> None:
    content = b"Ort;Kr\nx;5\ny;6\n"
    for file, name, shown in (("a/b.csv", "b.csv", "a/b.csv"), ("-", "stdin", "stdin")):
        table = read_table(file, content, KNOWN)
        assert table.source.file == name
        assert table.source.sha256 == sha256(content).hexdigest()
        assert table.document.file == shown
        assert table.document.content == content
    assert read_table("/", content, KNOWN).source.file == "/"


def test_cells_have_their_place_in_the_file() -> None:
    table = read("Ort;Anm;Kr;Mer\nx;ja;5;7\n;;9;\ny;nej;6;8\n")
    assert table.document.columns == {"Kr": 2, "Mer": 3}
    assert table.document.rows == (1, 3)
    assert table.document.lines == [1, 2, 3, 4]


def test_a_grant_file_says_itself_what_stands_where() -> None:
    table = read((ROOT / "data" / "kommuner_2018.yaml").read_bytes())
    assert table.document.columns == {"2018": 0, "2019": 1, "2020-2027": 2}
    assert table.document.rows == tuple(range(32))
    assert table.envelopes == {
        "2018": 425_000_000,
        "2019": 1_350_000_000,
        "2020-2027": 2_200_000_000,
    }
    assert [(subject, str(what)) for subject, what in table.decisions] == [
        ("format", "grant in yaml"),
        ("encoding", "encoding: codec='utf-8', has_mark=False"),
    ]
    assert (table.asides, table.other_tables, table.ignored) == ((), (), ())


def test_a_file_may_be_so_large(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Ort;Kr\nx;5\ny;6\n"
    monkeypatch.setattr("allokera.source.files.read.MOST_BYTES", len(text))
    assert read(text).recipients
    with pytest.raises(SourceError) as refused:
        read(text + "\n")
    assert str(refused.value) == "t: file too large: mebibytes=0"
    for size, mebibytes in ((5 * 1024 * 1024, 5), (5 * 1024 * 1024 - 1, 4)):
        monkeypatch.setattr("allokera.source.files.read.MOST_BYTES", size)
        with pytest.raises(SourceError) as refused:
            read(text.ljust(size + 1))
        assert str(refused.value) == f"t: file too large: mebibytes={mebibytes}"


def test_limits_are_so_high() -> None:
    assert (MOST_BYTES, MOST_COLUMNS, MOST_CELLS, MOST_TAGS) == (2**24, 1_000, 200_000, 10**6)


def test_what_stops_one_way_to_read_it_stops_no_other() -> None:
    table = read('Ort  Kr, "x\nAle  5\nKil  6\n')
    assert [each.cells for each in table.columns] == [("5", "6")]


@pytest.mark.parametrize("content", [b"", b" \r\n\t", b"\x0c"])
def test_an_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(SourceError) as refused:
        read_table("-", content, KNOWN)
    assert str(refused.value) == "stdin: empty file"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("Ort;Kr\nx;5\ny;6;7\nz;8\n", "t:3: row too long: cells=3, usual=2"),
        ("Ort;Kr\nx;5\ny;6;7;\nz;8\n", "t:3: row too long: cells=3, usual=2"),
        ("Ort;Kr\nx;5;5\ny;6;7\nz;8;9\n", "t:2: row too long: cells=3, usual=2"),
        ("x;5\ny;6;7\nz;8\n", "t:2: row too long: cells=3, usual=2"),
        ("A  B  C\nx  5  6\ny  7\nz  8  9\n", "t:3: row too short: cells=2, usual=3"),
        ("A  B\nx  5\ny  7  8\nz  8\n", "t:3: row too long: cells=3, usual=2"),
    ],
)
def test_odd_rows_are_refused(text: str, message: str) -> None:
    with pytest.raises(SourceError) as refused:
        read(text)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    "text",
    [
        "Ort;A;B\nx;5\ny;6;7\nz;8\n",
        "Ort;A;B\nx;5;4\ny;6;7\nz;8\n",
        "A  B  C\nx  5\ny  7\nz  8\n",
        "x;5;\ny;6;;\nz;8\n",
    ],
)
def test_rows_as_long_as_the_heading_or_shorter_are_read(text: str) -> None:
    assert [each.name for each in read(text).recipients] == ["x", "y", "z"]


def test_a_formula_without_a_value_is_refused_in_a_recipients_row() -> None:
    rows: list[list[object]] = [["Ort", "A", "B"], ["x", 5, 6], ["y", 7, 8]]
    content = workbook([*rows, ["=1+1"], ["=A1"]], "Ett")
    assert read(content).recipients
    cells = [["z", number, f"=A{number}"] for number in range(6)]
    with pytest.raises(SourceError) as refused:
        read(workbook([*rows, *cells], "Ett"))
    assert str(refused.value) == (
        "t: 'Ett': formulas unsaved: cells=('C4', 'C5', 'C6', 'C7', 'C8'), count=6"
    )


def test_rows_that_a_program_filled_up_with_blanks_may_differ_in_length() -> None:
    """Every row has as many cells: no delimiter stands in a number."""
    padded = "Ort;A;;\nAle;1;;\nKil;2;3;\nEda;4;;5\n"
    assert [each.name for each in read(padded).recipients] == ["Ale", "Kil", "Eda"]
    with pytest.raises(SourceError, match="row too long"):
        read("Ort;A\nAle;1\nKil;2;3\nEda;4\n")
