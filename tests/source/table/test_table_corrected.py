"""A corrected copy says the same but for the corrected cells."""

import io
import sys
import zipfile

import openpyxl
import pytest

from allokera.errors import RequestError, SourceError
from allokera.source.formats import webpage, workbook
from allokera.source.population import load_population
from allokera.source.table import Table
from conftest import ROOT
from written import ROWS, TEXTS, read, saved, text_of
from written import workbook as make_workbook

NAMES = ("Ale", "Kil", "Håbo")
CHANGES = {("Belopp 2031", 2): 10_701_000, ("Belopp 2032\u20132034", 0): 53_000_000}
YAML = ROOT / "data" / "kommuner_2018.yaml"


def assert_corrected(table: Table, copy: Table) -> None:
    for column, other in zip(table.columns, copy.columns, strict=True):
        for row, (cell, now) in enumerate(zip(column.cells, other.cells, strict=True)):
            change = CHANGES.get((column.name, row))
            assert now == (cell if change is None else f"{change:,}".replace(",", " "))
    assert (copy.recipients, copy.envelopes) == (table.recipients, table.envelopes)


@pytest.mark.parametrize("form", [form for form in TEXTS if form != "html"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_text_stays_byte_for_byte(form: str, codec: str, end: str) -> None:
    mark = "\ufeff" if codec == "utf-16-le" else ""
    text = mark + text_of(form).replace("\n", end)
    expected = text.replace("10 7O1 000", "10 701 000").replace("53 000 00", "53 000 000")
    table = read(text.encode(codec))
    assert table.corrected(CHANGES) == expected.encode(codec)
    assert_corrected(table, read(table.corrected(CHANGES)))


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16-le", "cp1252"])
def test_a_page_keeps_its_words_and_tags(codec: str, end: str) -> None:
    text = text_of("html").replace("<table>", '<table class="a">').replace("\n", end)
    content = (("\ufeff" if codec == "utf-16-le" else "") + text).encode(codec)
    table = read(content)
    copy = table.corrected(CHANGES)
    assert_corrected(table, read(copy))
    written = copy.decode(codec)
    assert "<b>10 701 000</b>" in written
    assert '<table class="a">' in written
    assert written.count("\r\n") == (written.count("\n") if end == "\r\n" else 0)


def test_a_page_keeps_a_raised_mark() -> None:
    page = "<table><tr><td>Ale<td>5 00<sup>1</sup><tr><td>Kil<td>6 000<tr><td>Håbo<td>7 000</table>"
    table = read(page)
    copy = table.corrected({("column 2", 0): 5_000})
    assert b"<td>5 000<sup>1</sup></td>" in copy
    assert read(copy).columns[0].cells == ("5 000\u00b9", "6 000", "7 000")


def test_a_workbook_keeps_everything_else() -> None:
    rows = [("Kommun", "Bidrag", "Text"), ("Ale", 5, "7 000 00"), ("Kil", 6, "8 000 000")]
    book = openpyxl.load_workbook(io.BytesIO(make_workbook(rows)))
    sheet = book.active
    assert sheet is not None
    sheet["D1"] = "=SUM(B2:B3)"
    sheet["B2"].number_format = "0.00"
    content = saved(book)
    table = read(content)
    copy = table.corrected({("Bidrag", 0): 50_000, ("Text", 0): 7_000_000})
    again = openpyxl.load_workbook(io.BytesIO(copy)).active
    assert again is not None
    assert (again["B2"].value, again["B2"].number_format) == (50_000, "0.00")
    assert again["C2"].value == "7 000 000"
    assert (again["B3"].value, again["C3"].value, again["D1"].value) == (
        6,
        "8 000 000",
        "=SUM(B2:B3)",
    )
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(io.BytesIO(copy)) as new:
        assert old.namelist() == new.namelist()
        changed = [name for name in old.namelist() if old.read(name) != new.read(name)]
    assert changed == ["xl/worksheets/sheet1.xml"]


def test_yaml_stays_byte_for_byte() -> None:
    content = YAML.read_bytes()
    copy = read(content).corrected({("2019", 3): 164_000_000, ("2019", 22): 106_000_000})
    expected = content.replace(b'"164 000 00"', b'"164 000 000"')
    assert copy == expected.replace(b'"106 000 00"', b'"106 000 000"')


@pytest.mark.parametrize(
    ("cells", "number", "expected"),
    [
        (("1 00", "2 000", "3 000"), 1_000, "1 000"),
        (("1 00", "2\u00a0000", "3\u00a0000"), 1_000, "1\u00a0000"),
        (("100", "2000", "3000"), 1_000, "1000"),
        (("1.000.00", "2.000.000", "3.000.000"), 1_000_000, "1.000.000"),
        (("1 00*", "2 000", "3 000"), 1_000, "1 000*"),
        (("1 00 kr", "2 000 kr", "3 000 kr"), 1_000, "1 000 kr"),
        (("1 mnkr", "2 mnkr", "3 mnkr"), 5_000_000, "5 mnkr"),
        (("1 mnkr", "2 mnkr", "3 mnkr"), 1_500_000, "1500000"),
        (("-", "2 000", "3 000"), 1_000, "1 000"),
        (("", "2 000", "3 000"), 1_000, "1 000"),
        (("1 OOO", "2 000", "3 000"), 1_500, "1 500"),
        (("(1 000)", "2 000", "3 000"), 1_500, "1 500"),
    ],
)
def test_a_number_is_written_as_its_column_is(
    cells: tuple[str, ...], number: int, expected: str
) -> None:
    text = "".join(f"{name};7;{cell}\r\n" for name, cell in zip(NAMES, cells, strict=True))
    table = read(text)
    copy = table.corrected({("column 3", 0): number})
    assert copy.decode() == text.replace(f"7;{cells[0]}\r", f"7;{expected}\r", 1)


def test_quotes_and_delimiters_stay() -> None:
    text = 'Kommun,"Belopp"\nAle,"1,000,00"\nKil, "2,000,000" \nHåbo,"3,000,000"\n'
    copy = read(text).corrected({("Belopp", 0): 1_000_000, ("Belopp", 1): 5_000_000})
    expected = text.replace("1,000,00", "1,000,000").replace("2,000,000", "5,000,000")
    assert copy.decode() == expected
    text = "Kommun,Belopp\nAle,100\nKil,2000\nHåbo,3000\n"
    assert read(text).corrected({("Belopp", 0): 1_000}).decode() == text.replace(",100", ",1000")


def test_worth_is_kept() -> None:
    text = "Kommun;Belopp (tkr)\nAle;1 00\nKil;2 000\nHåbo;3 000\n"
    copy = read(text).corrected({("Belopp (tkr)", 0): 1_000})
    assert read(copy).columns[0].cells == ("1 000", "2 000", "3 000")


def test_nothing_to_correct_is_the_file_itself() -> None:
    assert read(text_of("html")).corrected({}) == text_of("html").encode()


def test_what_is_not_there_cannot_be_corrected() -> None:
    table = read(text_of("comma"))
    with pytest.raises(KeyError):
        table.corrected({("Belopp", 0): 5})


def test_a_copy_that_reads_otherwise_is_refused() -> None:
    table = read(text_of("comma"))
    broken = table.document._replace(
        write=lambda _: text_of("comma").replace("Ale", "Kil").encode()
    )
    with pytest.raises(SourceError, match="not read back"):
        table._replace(document=broken).corrected(CHANGES)
    unchanged = table.document._replace(write=lambda _: text_of("comma").encode())
    with pytest.raises(SourceError, match="not read back"):
        table._replace(document=unchanged).corrected(CHANGES)


@pytest.mark.parametrize(
    ("library", "content", "format"),
    [("openpyxl", make_workbook(ROWS), "XLSX"), ("lxml", text_of("html").encode(), "HTML")],
)
def test_a_missing_library_is_named(
    monkeypatch: pytest.MonkeyPatch, library: str, content: bytes, format: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(
        SourceError, match=f"t: extra needed: format='{format}', library='{library}'"
    ):
        read(content)


def test_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    content = make_workbook(ROWS)
    with monkeypatch.context() as patched:
        patched.setattr(workbook, "MOST_UNPACKED", 1_000)
        with pytest.raises(SourceError, match="unpacks too large"):
            read(content)
        patched.setattr(workbook, "MOST_MEMBERS", 2)
        with pytest.raises(SourceError, match="too many members"):
            read(content)
    with monkeypatch.context() as patched:
        patched.setattr(webpage, "MOST_TAGS", 5)
        with pytest.raises(SourceError, match="page too many tags"):
            read(text_of("html"))
    monkeypatch.setattr("allokera.source.files.read.MOST_BYTES", 10)
    with pytest.raises(SourceError, match="file too large"):
        read(content)


def rezipped(content: bytes, without: str = "", sheet: bytes = b"") -> bytes:
    copy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            if name != without:
                new.writestr(name, sheet if sheet and "sheet1" in name else old.read(name))
    return copy.getvalue()


@pytest.mark.parametrize("without", ["xl/workbook.xml", "[Content_Types].xml"])
def test_an_archive_without_its_parts_is_no_workbook(without: str) -> None:
    with pytest.raises(SourceError, match="no workbook"):
        read(rezipped(make_workbook(ROWS), without))


@pytest.mark.parametrize(
    ("sheet", "message"),
    [(b"<a>", "damaged"), (b'<!DOCTYPE a [<!ENTITY b "c">]><a/>', "declares entities")],
)
def test_a_broken_sheet_is_refused(sheet: bytes, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        read(rezipped(make_workbook(ROWS), sheet=sheet))


def test_an_encrypted_archive_is_refused() -> None:
    content = make_workbook(ROWS)
    start = content.index(b"PK\x01\x02") + 8
    with pytest.raises(SourceError, match="encrypted"):
        read(content[:start] + b"\x01" + content[start + 1 :])


def test_the_population() -> None:
    population = load_population()
    assert (len(population.municipalities), len(population.counties)) == (290, 21)
    assert population.inhabitants["0180"] == 949_761
    codes = [each.code for each in population.municipalities]
    assert sum(population.inhabitants[code] for code in codes) == 10_120_242
    assert population.inhabitants["09"] == population.inhabitants["0980"]
    assert population.counties[0].name == "Stockholms län"
    assert load_population("2018-12-31").inhabitants["0180"] > 949_761
    with pytest.raises(RequestError, match="inhabitants unknown"):
        load_population("2019-12-31")


def shared_workbook(strings: bytes, sheet: bytes) -> bytes:
    """A workbook as Excel writes it: texts stand once, in a part of their own."""
    main = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="' + kind + b'"/></Types>'
    copy = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(make_workbook([("a",)]))) as old,
        zipfile.ZipFile(copy, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            part = old.read(name)
            if name == "[Content_Types].xml" and kind not in part:
                part = part.replace(b"</Types>", override)
            if "sheet1" in name:
                part = b"<worksheet " + main + b"><sheetData>" + sheet + b"</sheetData></worksheet>"
            if name != "xl/sharedStrings.xml":
                new.writestr(name, part)
        new.writestr("xl/sharedStrings.xml", b"<sst " + main + b">" + strings + b"</sst>")
    return copy.getvalue()


def test_a_shared_text_is_corrected_in_its_own_cell() -> None:
    strings = b"<si><t>Ale</t></si><si><t>Kil</t></si><si><t>5 000</t></si>"
    sheet = b"".join(
        b'<row r="%d"><c r="A%d" t="s"><v>%d</v></c><c r="B%d" t="s"><v>2</v></c>'
        b'<c r="C%d"><v>7</v></c></row>' % (row, row, row - 1, row, row)
        for row in (1, 2)
    )
    table = read(shared_workbook(strings, sheet))
    assert [each.cells for each in table.columns] == [("5 000", "5 000"), ("7", "7")]
    copy = read(table.corrected({("column 2", 1): 6_000, ("column 3", 0): 8}))
    assert [each.cells for each in copy.columns] == [("5 000", "6 000"), ("8", "7")]
