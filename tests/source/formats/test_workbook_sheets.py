"""Sheets of a workbook: what is read of each, what is refused, and what is written back."""

import io
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time

import openpyxl
import pytest

from allokera.errors import SourceError
from allokera.source.files.opened import Opened
from allokera.source.formats import workbook as reader
from allokera.source.formats.workbook import read_workbook
from allokera.source.grid import Hidden, ParsedGrid
from written import saved, workbook

SHEET = "xl/worksheets/sheet1.xml"
MAIN = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def sheets(content: bytes) -> list[ParsedGrid]:
    return list(read_workbook(Opened("t.xlsx", content)))


def sheet(content: bytes) -> ParsedGrid:
    (only,) = sheets(content)
    return only


def refusal(content: bytes) -> str:
    with pytest.raises(SourceError) as refused:
        sheets(content)
    return str(refused.value)


def repacked(content: bytes, change: Callable[[str, bytes], bytes | None], **added: bytes) -> bytes:
    """Make the archive anew, with changed members, without those that are None."""
    copy = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(copy, "w") as new:
        for name in old.namelist():
            if (part := change(name, old.read(name))) is not None:
                new.writestr(name, part)
        for name, part in added.items():
            new.writestr(name, part)
    return copy.getvalue()


def with_sheet(data: bytes) -> bytes:
    """A workbook whose only sheet has this XML inside."""
    xml = b'<worksheet xmlns="' + MAIN + b'">' + data + b"</worksheet>"
    return repacked(workbook([("a",)]), lambda name, part: xml if name == SHEET else part)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("Ale", "Ale"),
        (" 5 000 ", " 5 000 "),
        (5, "5"),
        (-5, "-5"),
        (10**15, "1000000000000000"),
        (5.0, "5"),
        (0.5, "0.5000"),
        (1.23456, "1.23456"),
        (True, "TRUE"),
        (False, "FALSE"),
        (date(2031, 2, 3), "2031-02-03T00:00:00"),
        (datetime(2031, 2, 3, 4, 5), "2031-02-03T04:05:00"),  # noqa: DTZ001
        (time(4, 5), "04:05:00"),
        (None, ""),
    ],
)
def test_a_value_is_read_as_text(value: object, text: str) -> None:
    assert sheet(workbook([("x", value, "y")])).grid.rows == [["x", text, "y"]]


def test_blank_ends_are_left_off() -> None:
    assert sheet(workbook([("a", None, "b", None), (), ("c", ""), (), ()])).grid.rows == [
        ["a", "", "b"],
        [],
        ["c"],
    ]
    assert sheet(workbook([])).grid.rows == []


def test_every_sheet_is_read_and_named() -> None:
    book = openpyxl.Workbook()
    for number, title in enumerate(("Ett", "Två")):
        made = book.create_sheet(title)
        made.append(["a", number])
    del book["Sheet"]
    one, two = sheets(saved(book))
    assert [each.grid.rows for each in (one, two)] == [[["a", "0"]], [["a", "1"]]]
    assert [(each.number, each.name, each.consistency) for each in (one, two)] == [
        (1, "Ett", 1),
        (2, "Två", 1),
    ]
    assert [(subject, str(what)) for subject, what in two.decisions] == [
        ("format", "XLSX"),
        ("sheet", "sheet of: name='Två', count=2"),
    ]
    assert (one.hidden, one.unsaved) == (Hidden(), ())


def test_so_many_sheets_are_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    book = openpyxl.Workbook()
    book.create_sheet("Två")
    monkeypatch.setattr(reader, "MOST_SHEETS", 1)
    (only,) = sheets(saved(book))
    assert str(dict(only.decisions)["sheet"]) == "sheet of: name='Sheet', count=2"


def test_hidden_rows_and_columns_are_those_that_say_so() -> None:
    found = sheet(
        with_sheet(
            b'<cols><col min="2" max="3" hidden="1"/><col min="5" max="5" hidden="true"/>'
            b'<col min="6" max="6" hidden="0"/><col min="999" max="16384" hidden="1"/>'
            b"</cols>"
            b'<sheetData><row r="1"><c r="A1"><v>1</v></c></row>'
            b'<row r="2" hidden="1"><c r="A2"><v>2</v></c></row>'
            b'<row r="3" ht="5" hidden="true" x="0"><c r="A3"><v>3</v></c></row>'
            b'<row r="4" hidden="0"><c r="A4"><v>4</v></c></row></sheetData>'
        )
    )
    assert found.hidden == Hidden(frozenset({1, 2}), frozenset({1, 2, 4, 998, 999}))
    assert found.grid.rows == [["1"], ["2"], ["3"], ["4"]]
    assert found.shown().grid.rows == [["1"], [""], [""], ["4"]]


def test_formulas_without_a_saved_value_are_listed() -> None:
    found = sheet(
        with_sheet(
            b'<sheetData><row r="1"><c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v>2</v></c>'
            b'<c r="C1" t="n"><f>1+1</f><v/></c><c r="D1"><f>1+1</f><v></v></c>'
            b'<c r="E1"><f t="shared" si="0"/><v /></c><c r="AA12"><v>5</v></c></row></sheetData>'
        )
    )
    assert found.unsaved == ("A1", "C1", "D1", "E1")
    assert found.grid.rows[0][1] == "2"


def test_an_archive_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    content = workbook([("a", "b"), ("c", "d")])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = archive.infolist()
        tags = max(archive.read(each).count(b"<") for each in members)
    size = sum(each.file_size for each in members)
    monkeypatch.setattr(reader, "MOST_MEMBERS", len(members))
    monkeypatch.setattr(reader, "MOST_UNPACKED", size)
    assert sheets(content)
    monkeypatch.setattr(reader, "MOST_UNPACKED", size - 1)
    assert refusal(content) == "t.xlsx: unpacks too large: mebibytes=0"
    monkeypatch.setattr(reader, "MOST_MEMBERS", len(members) - 1)
    assert refusal(content) == f"t.xlsx: too many members: most={len(members) - 1}"
    monkeypatch.undo()
    monkeypatch.setattr(reader, "MOST_TAGS", (tags + 1) // 2)
    assert sheets(content)
    monkeypatch.setattr(reader, "MOST_TAGS", (tags - 1) // 2)
    assert "member too many tags: member='" in refusal(content)
    assert refusal(content).endswith(f", most={2 * ((tags - 1) // 2)}")


def test_a_member_may_have_so_many_tags(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MOST_TAGS", 500)

    def content(tags: int) -> bytes:
        return repacked(workbook([("a",)]), lambda _, part: part, **{"x.xml": b"<" * tags})

    assert sheets(content(1_000))
    assert refusal(content(1_001)) == "t.xlsx: member too many tags: member='x.xml', most=1000"


def test_limits_are_so_high() -> None:
    assert (reader.MOST_UNPACKED, reader.MOST_MEMBERS, reader.MOST_SHEETS) == (2**26, 2_000, 200)


def test_a_limit_is_said_in_mebibytes(monkeypatch: pytest.MonkeyPatch) -> None:
    content = repacked(
        workbook([("a",)]), lambda _, part: part, **{"x.bin": b" " * (5 * 1024 * 1024)}
    )
    for size, mebibytes in ((5 * 1024 * 1024, 5), (5 * 1024 * 1024 - 1, 4)):
        monkeypatch.setattr(reader, "MOST_UNPACKED", size)
        assert refusal(content) == f"t.xlsx: unpacks too large: mebibytes={mebibytes}"


def test_cells_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    wide = workbook([("a",), ("b",) * 1_001])
    assert refusal(wide) == "t.xlsx:2: row too wide: most=1000"
    assert sheets(workbook([("b",) * 1_000]))
    monkeypatch.setattr("allokera.source.grid.MOST_CELLS", 5)
    assert sheets(workbook([("a",), ("b", "c")]))
    assert refusal(workbook([("a",), ("b", "c", "d")])) == "t.xlsx:2: table too large: most=5"
    book = openpyxl.Workbook()
    for title in ("x", "y"):
        book.create_sheet(title).append(["a", "b", "c"])
    assert refusal(saved(book)) == "t.xlsx: table too large: most=5"


def test_a_sheet_may_not_be_mostly_empty(monkeypatch: pytest.MonkeyPatch) -> None:
    blank = b'<sheetData><row r="1"><c r="E1"/></row><row r="2"><c r="E2"/></row></sheetData>'
    monkeypatch.setattr(reader, "_MOST_PADDED", 10)
    assert sheet(with_sheet(blank)).grid.rows == []
    monkeypatch.setattr(reader, "_MOST_PADDED", 9)
    assert refusal(with_sheet(blank)) == "t.xlsx: sheet mostly empty"


@pytest.mark.parametrize("missing", ["[Content_Types].xml", "xl/workbook.xml"])
def test_what_lacks_a_part_is_no_workbook(missing: str) -> None:
    content = repacked(workbook([("a",)]), lambda name, part: None if name == missing else part)
    assert refusal(content) == f"t.xlsx: no workbook: missing={missing!r}"


@pytest.mark.parametrize("name", ["x.xml", "x.rels"])
@pytest.mark.parametrize("declared", [b"<!DOCTYPE a>", b"<!entity a>", b" " * 2**20 + b"<!ENTITY"])
def test_entities_are_refused(name: str, declared: bytes) -> None:
    content = repacked(workbook([("a",)]), lambda _, part: part, **{name: declared})
    assert refusal(content) == f"t.xlsx: declares entities: member={name!r}"


def test_entities_between_two_chunks_are_refused() -> None:
    declared = b" " * (2**20 - 5) + b"<!ENTITY a>"
    content = repacked(workbook([("a",)]), lambda _, part: part, **{"x.xml": declared})
    assert refusal(content) == "t.xlsx: declares entities: member='x.xml'"


def test_parts_that_are_no_xml_are_not_looked_at() -> None:
    content = repacked(workbook([("a",)]), lambda _, part: part, **{"x.bin": b"\0\1<!DOCTYPE a>"})
    assert sheets(content)


@pytest.mark.parametrize(
    "content",
    [
        b"PK",
        repacked(workbook([("a",)]), lambda name, part: b"<a>" if name == SHEET else part),
        repacked(
            workbook([("a",)]), lambda name, part: b"<a>" if name == "xl/workbook.xml" else part
        ),
    ],
)
def test_what_is_damaged_is_refused_with_the_reason(content: bytes) -> None:
    with pytest.raises(SourceError) as refused:
        sheets(content)
    assert refused.value.places == ("t.xlsx",)
    assert refused.value.message.code == "workbook_damaged"
    reason = dict(refused.value.message.facts)["reason"]
    assert isinstance(reason, str)
    assert 0 < len(reason) <= 200
    assert "\n" not in reason


def test_an_encrypted_member_is_refused() -> None:
    content = workbook([("a",)])
    at = content.index(b"PK\x01\x02") + 8
    assert refusal(content[:at] + b"\x01" + content[at + 1 :]) == "t.xlsx: encrypted"
    assert sheets(content[:at] + b"\x02" + content[at + 1 :])


CELLS = (
    b'<sheetData><row r="1"><c r="A1" s="0"><v>1</v></c><c r="B1" t="inlineStr"><is><t>b</t></is>'
    b'</c><c r="C1" t="str"><f>A1</f><v>c</v></c><c r="D1" t="b"><v>1</v></c>'
    b'<c r="E1" t="e"><v>#N/A</v></c><c r="F1"><f>A1</f><v>1</v></c>'
    b'<c r="G1"><f t="shared" ref="G1:G2" si="0">A1</f><v>1</v></c></row></sheetData>'
)


def written(place: int, text: str) -> str:
    write = sheet(with_sheet(CELLS)).write
    assert write
    with zipfile.ZipFile(io.BytesIO(write({(0, place): text}))) as archive:
        xml = archive.read(SHEET).decode()
    start = xml.index(f'<c r="{"ABCDEFG"[place]}1"')
    return xml[start : xml.index("</c>", start) + 4]


@pytest.mark.parametrize(
    ("place", "text", "cell"),
    [
        (0, "5 000", '<c r="A1" s="0"><v>5000</v></c>'),
        (0, " -5", '<c r="A1" s="0"><v>-5</v></c>'),
        (3, "5", '<c r="D1"><v>5</v></c>'),
        (4, "5", '<c r="E1"><v>5</v></c>'),
        (5, "5", '<c r="F1"><v>5</v></c>'),
        (1, "5 000", '<c r="B1" t="inlineStr"><is><t xml:space="preserve">5 000</t></is></c>'),
        (2, "5", '<c r="C1" t="inlineStr"><is><t xml:space="preserve">5</t></is></c>'),
    ],
)
def test_a_number_stays_a_number_and_a_text_a_text(place: int, text: str, cell: str) -> None:
    assert written(place, text) == cell


def test_a_formula_of_several_cells_is_not_written_over() -> None:
    with pytest.raises(SourceError) as refused:
        written(6, "5")
    assert str(refused.value) == "t.xlsx: formula shared: cell='G1'"


def test_a_cell_that_is_not_there_cannot_be_written() -> None:
    write = sheet(with_sheet(CELLS)).write
    assert write
    with pytest.raises(SourceError) as refused:
        write({(1, 27): "5", (0, 0): "6", (1, 1): "7"})
    assert str(refused.value) == "t.xlsx: cell not in sheet: cell='AB2'"


def test_writing_needs_lxml(monkeypatch: pytest.MonkeyPatch) -> None:
    write = sheet(with_sheet(CELLS)).write
    assert write
    monkeypatch.setitem(sys.modules, "lxml", None)
    with pytest.raises(SourceError) as refused:
        write({(0, 0): "5"})
    assert str(refused.value) == "t.xlsx: correcting needs lxml"


@pytest.mark.parametrize("target", ["/xl/worksheets/sheet1.xml", "worksheets/sheet1.xml"])
def test_the_sheet_that_is_meant_is_written(target: str) -> None:
    def change(name: str, part: bytes) -> bytes:
        if name != "xl/_rels/workbook.xml.rels":
            return part
        return part.replace(b"/xl/worksheets/sheet1.xml", target.encode())

    book = openpyxl.Workbook()
    book.create_sheet("Två").append([7])
    assert book.active is not None
    book.active.append([7])
    content = repacked(saved(book), change)
    first, second = sheets(content)
    assert first.write and second.write
    assert [each.grid.rows for each in sheets(first.write({(0, 0): "8"}))] == [[["8"]], [["7"]]]
    assert [each.grid.rows for each in sheets(second.write({(0, 0): "8"}))] == [[["7"]], [["8"]]]


def test_a_sheet_whose_part_is_not_found_cannot_be_written() -> None:
    def change(_: str, part: bytes) -> bytes:
        return part.replace(b"/xl/worksheets/", b"../xl/worksheets/")

    found = sheet(repacked(workbook([(5,)], "Ett"), change))
    assert found.grid.rows == [["5"]]
    assert found.write
    with pytest.raises(SourceError) as refused:
        found.write({(0, 0): "6"})
    assert str(refused.value) == "t.xlsx: sheet part missing: sheet='Ett'"
