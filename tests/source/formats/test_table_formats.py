"""One table in every format, delimiter, encoding and line end is one table."""

import io
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from allokera.errors import SourceError
from allokera.model import Recipient
from allokera.source.table import Table
from conftest import ROOT
from written import KNOWN, NOTES, ROWS, TEXTS, Rows, html, read, saved, text_of, workbook


def assert_is_the_table(table: Table) -> None:
    assert [each.name for each in table.recipients] == [row[0] for row in ROWS[1:]]
    assert [each.heading for each in table.columns] == list(ROWS[0][1:])
    assert [each.name for each in table.columns] == ["Belopp 2031", "Belopp 2032\u20132034"]
    assert [each.years for each in table.columns] == [(2031,), (2032, 2033, 2034)]
    assert [each.cells for each in table.columns] == [
        tuple(row[place] for row in ROWS[1:]) for place in (1, 2)
    ]
    assert [each.quotation for each in table.columns] == list(NOTES)
    assert table.amounts == ("Belopp 2031", "Belopp 2032\u20132034")
    assert table.envelopes == {
        "Belopp 2031": 425_000_000,
        "Belopp 2032\u20132034": 1_350_000_000,
    }


@pytest.mark.parametrize("form", TEXTS)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_text_is_the_same_table(form: str, codec: str, end: str) -> None:
    mark = "\ufeff" if codec.startswith("utf-16") else ""
    content = (mark + text_of(form).replace("\n", end)).encode(codec)
    assert_is_the_table(read(content))


def test_a_workbook_is_the_same_table() -> None:
    assert_is_the_table(read(workbook([*ROWS, [], *([note] for note in NOTES)])))


@pytest.mark.parametrize("file", ["-", "tabell.xlsx", "/a/b/tabell.csv"])
def test_the_file_name_decides_nothing(file: str) -> None:
    table = read(text_of("semicolon"), file)
    assert_is_the_table(table)
    assert table.source.file == {"-": "stdin"}.get(file, Path(file).name)


def test_latin_1_is_the_last_resort() -> None:
    table = read("Kommun;Belopp\nJ\xe4rf\xe4lla;1 000\x81\nAle;2 000\n".encode("latin-1"))
    assert table.recipients[0].name == "Järfälla"
    assert str(dict(table.decisions)["encoding"]) == "encoding: codec='latin-1', has_mark=False"


def test_a_page_keeps_its_odd_cells() -> None:
    page = """<table><caption>Belopp i tusental kronor</caption>
    <thead><tr><th rowspan=2>Kommun<th colspan=2>Ram<th rowspan=2>Andel</tr>
    <tr><th>2031<sup>1)</sup><th>2032</tr></thead>
    <tr><td>Ale<td>5<sup>2</sup>&nbsp;<td>1<br>000<!-- x --><td>3 %</tr>
    <tr><td>Upplands<br/>Väsby<td><script>9</script>7<td>8<td>4 %</table><p>1) Totalt 9 tkr</p>"""
    table = read(page)
    assert [each.name for each in table.recipients] == ["Ale", "Upplands Väsby"]
    assert [each.cells for each in table.columns] == [
        ("5\u00b2\u00a0", "7"),
        ("1 000", "8"),
        ("3 %", "4 %"),
    ]
    assert [each.heading for each in table.columns] == ["Ram 2031 1)", "Ram 2032", "Andel"]
    assert table.amounts == ("Ram 2031", "Ram 2032")
    assert [each.worth for each in table.columns] == [1_000, 1_000, 1]
    assert table.envelopes == {"Ram 2031": 9_000}


def test_a_span_of_rows_is_one_cell() -> None:
    page = (
        "<table><tr><td>Ale<td rowspan=2>5<td>1</tr><tr><td>Håbo<td>2</tr>"
        "<tr><td>Kil<td>3<td>4</tr></table>"
    )
    assert [each.cells for each in read(page).columns] == [("5", "", "3"), ("1", "2", "4")]


def test_the_table_with_known_names_is_chosen() -> None:
    other = "<table>" + "<tr><td>Ort<td>5" * 9 + "</table>"
    table = read(other + html(ROWS) + other)
    assert table.recipients[0].name == "Järfälla"
    assert str(dict(table.decisions)["table"]) == "table of: number=2, count=3"


def test_the_sheet_with_known_names_is_chosen() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook([("Om",), ("a", 1), ("b", 2), ("c", 3)])))
    sheet = book.create_sheet("Belopp")
    for row in ROWS:
        sheet.append(list(row))
    table = read(saved(book))
    assert table.recipients[0].name == "Järfälla"
    assert str(dict(table.decisions)["sheet"]) == "sheet of: name='Belopp', count=2"


def test_numbers_in_a_workbook_have_one_meaning() -> None:
    table = read(workbook([("Kommun", "Belopp"), ("Ale", 1350), ("Kil", 1.35), ("Håbo", 53e6)]))
    assert table.columns[0].cells == ("1350", "1.3500", "53000000")


def test_yaml_is_read_by_its_own_form() -> None:
    content = (ROOT / "data" / "kommuner_2018.yaml").read_bytes()
    table = read(content)
    assert len(table.recipients) == 32
    assert table.recipients[0] == Recipient(code="0123", name="Järfälla")
    assert (
        [each.name for each in table.columns]
        == ["2018", "2019", "2020-2027"]
        == list(table.amounts)
    )
    assert table.columns[1].cells[0] == "32\u00a0000 000"
    assert [each.unit for each in table.columns] == [1_000, 1_000_000, 1_000_000]
    assert table.envelopes["2020-2027"] == 2_200_000_000


NAMES = [each.name for each in KNOWN]
CELLS = st.one_of(
    st.integers(0, 10**12).map(lambda number: f"{number:,}".replace(",", " ")),
    st.integers(0, 10**6).map(lambda number: f"{number:,}".replace(",", "\u00a0")),
    st.sampled_from(["-", "..", "1 000*", "5O 000", "164 000 00", "1.350", "53,5", "\u22125"]),
)


@st.composite
def grids(draw: st.DrawFn) -> Rows:
    """A grid with a heading, three rows at least and an amount above zero in every column."""
    width = draw(st.integers(1, 4))
    names = draw(st.lists(st.sampled_from(NAMES), min_size=3, max_size=12, unique=True))
    rows = [[name, *(draw(CELLS) for _ in range(width))] for name in names]
    rows[0][1:] = ["2 500"] * width
    return [["Mottagare", *(f"Bidrag {letter}" for letter in "abcd"[:width])], *rows]


@pytest.mark.slow
@pytest.mark.parametrize("form", [*TEXTS, "xlsx"])
@given(grid=grids())
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_a_grid_comes_back_from_every_format(form: str, grid: Rows) -> None:
    table = read(workbook(grid) if form == "xlsx" else text_of(form, grid, ()))
    assert [each.name for each in table.recipients] == [row[0] for row in grid[1:]]
    assert [each.heading for each in table.columns] == list(grid[0][1:])
    assert [each.cells for each in table.columns] == [
        tuple(row[place] for row in grid[1:]) for place in range(1, len(grid[0]))
    ]


def read_or_refuse(content: bytes) -> None:
    try:
        table = read(content)
    except SourceError as error:
        assert "\n" not in str(error) and "\r" not in str(error)
    else:
        assert all(len(each.cells) == len(table.recipients) > 0 for each in table.columns)


@pytest.mark.slow
@given(content=st.binary())
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    read_or_refuse(content)


PIECES = st.sampled_from(
    "Ale Håbo 1 000 5O 12.5 - .. \" ' , ; \t \n \r | |-| \\ <table> <tr> <td> </td> <sup> & "
    "table: rows: * ** % 2031 \u00a0 \u2028 \x0b \ufeff \ud800 Summa (tkr) PK".split(" ")
)


@pytest.mark.slow
@given(pieces=st.lists(st.one_of(PIECES, st.text(max_size=4)), max_size=60))
@settings(max_examples=400)
def test_any_text_is_read_or_refused(pieces: list[str]) -> None:
    text = "".join(pieces)
    read_or_refuse(text.encode("utf-8", "surrogatepass"))
    read_or_refuse(b"\xff\xfe" + text.encode("utf-16-le", "surrogatepass"))


@pytest.mark.slow
@given(data=st.data())
@settings(max_examples=60)
def test_a_damaged_workbook_is_read_or_refused(data: st.DataObject) -> None:
    content = bytearray(WORKBOOK)
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    read_or_refuse(bytes(content))


WORKBOOK = workbook(ROWS)
