"""Files that somebody else wrote: tables, weights, lists of names."""

import io
from pathlib import Path

import pytest

from allokera.errors import SourceError
from allokera.source import published
from allokera.source.choices import Choices
from allokera.source.published import load_names, load_table, load_weights
from written import KNOWN, POPULATION

TABLE = "Kommun;Andel;Bidrag\nAle;1;100\nKil;2;200\nBorås;4;300\n"


def listed(folder: Path, text: str) -> list[tuple[str, str]]:
    path = folder / "names.txt"
    path.write_text(text, encoding="utf-8")
    return [(each.code, each.name) for each in load_names(path)]


@pytest.mark.parametrize(
    ("line", "code", "name"),
    [
        ("Ale", "", "Ale"),
        ("  Upplands Väsby\t", "", "Upplands Väsby"),
        ("1440 Ale", "1440", "Ale"),
        ("1440;Ale", "1440", "Ale"),
        ("1440, Ale", "1440", "Ale"),
        ("1440\tAle", "1440", "Ale"),
        ("01 Stockholms län", "01", "Stockholms län"),
        ("123 Ale", "123", "Ale"),
        ("1 Ale", "", "1 Ale"),
        ("12345 Ale", "", "12345 Ale"),
        ("1440Ale", "", "1440Ale"),
        ("Ale;", "", "Ale"),
        ("Ale , ;", "", "Ale"),
        ("4H", "", "4H"),
        ("A", "", "A"),
    ],
)
def test_a_line_is_a_name_or_a_code_and_a_name(
    tmp_path: Path, line: str, code: str, name: str
) -> None:
    assert listed(tmp_path, f"{line}\n") == [(code, name)]


def test_lines_without_one_name_are_left_out(tmp_path: Path) -> None:
    assert listed(tmp_path, "\nAle\n ; \nKil;Borås\nLund") == [("", "Ale"), ("", "Lund")]


@pytest.mark.parametrize("text", ["", "\n;\n", "Ale;Kil\n"])
def test_a_list_without_names_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceError) as refused:
        listed(tmp_path, text)
    assert str(refused.value) == f"{tmp_path / 'names.txt'}: no names"


def test_a_table_is_read_from_a_file_or_from_standard_input(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(TABLE, encoding="utf-8")
    table = load_table(str(path), None, KNOWN)
    assert [each.name for each in table.recipients] == ["Ale", "Kil", "Borås"]
    other = load_table("-", io.BytesIO(TABLE.encode()), KNOWN, Choices(names=("Kommun",)))
    assert other.recipients == table.recipients
    assert (table.source.file, other.source.file) == ("t.csv", "stdin")


def test_a_file_beside_standard_input_is_the_file(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(TABLE, encoding="utf-8")
    assert load_table(str(path), io.BytesIO(b"x"), KNOWN).source.file == "t.csv"


def test_without_standard_input_a_hyphen_is_a_file() -> None:
    with pytest.raises(SourceError) as refused:
        load_table("-", None, KNOWN)
    assert str(refused.value) == "-: no such file"


def test_a_choice_is_passed_on(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("Kommun;Ort;Bidrag\nAle;x;1\nKil;y;2\n", encoding="utf-8")
    table = load_table(str(path), None, KNOWN, Choices(names=("Ort",)))
    assert [each.name for each in table.recipients] == ["x", "y"]


def so_large(monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    monkeypatch.setattr("allokera.source.files.read.MOST_BYTES", size)
    monkeypatch.setattr(published, "MOST_BYTES", size)


@pytest.mark.parametrize("from_stdin", [False, True])
def test_a_file_of_weights_may_be_larger(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, from_stdin: bool
) -> None:
    path = tmp_path / "t.csv"
    path.write_text(TABLE, encoding="utf-8")
    size = len(TABLE.encode())
    so_large(monkeypatch, size - 1)
    file, stdin = ("-", io.BytesIO(TABLE.encode())) if from_stdin else (str(path), None)
    assert load_table(file, stdin, KNOWN, most=size).recipients
    stdin = io.BytesIO(TABLE.encode()) if from_stdin else None
    with pytest.raises(SourceError, match="file too large"):
        load_table(file, stdin, KNOWN, most=size - 1)


def test_as_much_is_read_as_may_be(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(TABLE, encoding="utf-8")
    size = len(TABLE.encode())
    so_large(monkeypatch, size)
    assert load_table(str(path), None, KNOWN).recipients
    assert load_table("-", io.BytesIO(TABLE.encode()), KNOWN).recipients[-1].name == "Borås"
    rest = io.BytesIO(TABLE.encode() + b"\n\n")
    with pytest.raises(SourceError, match=r"^stdin: file too large"):
        load_table("-", rest, KNOWN)
    assert rest.tell() == size + 1
    so_large(monkeypatch, size - 1)
    with pytest.raises(SourceError) as refused:
        load_table(str(path), None, KNOWN)
    assert str(refused.value) == f"{path}: file too large: mebibytes=0"
    with pytest.raises(SourceError, match="file unreadable"):
        load_table(str(tmp_path), None, KNOWN)


def test_a_limit_is_said_in_mebibytes(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(b" " * (5 * 1024 * 1024 + 1))
    for size, mebibytes in ((5 * 1024 * 1024, 5), (5 * 1024 * 1024 - 1, 4)):
        so_large(monkeypatch, size)
        with pytest.raises(SourceError, match=rf"file too large: mebibytes={mebibytes}$"):
            load_table(str(path), None, KNOWN)


def test_weights_are_the_first_column_of_amounts(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text(TABLE, encoding="utf-8")
    name, weights = load_weights(str(path), None, POPULATION)
    assert name == "Bidrag"
    assert [(each.name, cell) for each, cell in weights] == [
        ("Ale", "100"),
        ("Kil", "200"),
        ("Borås", "300"),
    ]


def test_weights_are_else_the_first_column_of_numbers() -> None:
    table = b"Kommun;Andel;Antal\nAle;1;7\nKil;2;8\n"
    name, weights = load_weights("-", io.BytesIO(table), POPULATION)
    assert name == "Andel"
    assert [cell for _, cell in weights] == ["1", "2"]


def test_weights_may_be_everybodys_inhabitants() -> None:
    name, weights = load_weights("population", None, POPULATION)
    assert name == "inhabitants 2017-12-31"
    assert len(weights) == 290 + 21
    assert {each.name: cell for each, cell in weights}["Stockholm"] == "949761"
