"""A corrected copy has to say what was meant, and nothing else."""

from collections.abc import Callable

import pytest

from allokera.errors import SourceError
from allokera.source.table import Table
from written import read

TEXT = "Kod;Ort;A;B (tkr)\n1440;Ale;100;7\n1715;Kil;2 000;8\n1490;Borås;3 000;9\n"
CHANGES = {("A", 0): 1_000}
RIGHT = TEXT.replace("100;7", "1 000;7")


def copied(copy: str) -> Callable[[], bytes]:
    """Correct the table by a writer that writes this copy."""
    table = read(TEXT)
    document = table.document._replace(write=lambda _: copy.encode())
    return lambda: table._replace(document=document).corrected(CHANGES)


def test_a_copy_that_says_what_was_meant_is_given() -> None:
    assert copied(RIGHT)() == RIGHT.encode()
    assert read(TEXT).corrected(CHANGES) == RIGHT.encode()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1 000;7", "100;7"),
        ("1 000;7", "1 001;7"),
        ("1 000;7", "x;7"),
        ("2 000", "2 001"),
        ("3 000;9", "3 000;8"),
        ("3 000", "3000"),
        ("Ale", "Alex"),
        ("1440", "1441"),
        (";A;", ";C;"),
        ("(tkr)", "(mnkr)"),
        ("Borås", "Lund"),
        ("1490;Borås;3 000;9\n", ""),
        ("1490;Borås;3 000;9\n", "1490;Borås;3 000;9\n0123;Järfälla;1;1\n"),
    ],
)
def test_a_copy_that_says_anything_else_is_refused(old: str, new: str) -> None:
    assert old in RIGHT
    with pytest.raises(SourceError) as refused:
        copied(RIGHT.replace(old, new, 1))()
    assert str(refused.value) == "t: not read back"


def test_a_copy_with_another_column_is_refused() -> None:
    lines = RIGHT.splitlines()
    with pytest.raises(SourceError) as refused:
        copied("\n".join([f"{lines[0]};C", *(f"{line};5" for line in lines[1:])]) + "\n")()
    assert str(refused.value) == "t: not read back"


def test_a_column_with_another_worth_is_no_copy() -> None:
    with pytest.raises(SourceError, match="not read back"):
        copied(f"mnkr\n{RIGHT}")()


def test_a_cell_that_could_be_the_number_is_enough() -> None:
    """A lone `1.000` in a column without evidence is one of two numbers: the one that is meant."""
    table = read("Ort;A\nx;100\ny;20\nz;3\n")
    document = table.document._replace(write=lambda _: b"Ort;A\nx;1.000\ny;20\nz;3\n")
    assert table._replace(document=document).corrected({("A", 0): 1_000})


def test_kronor_are_meant_not_digits() -> None:
    table = read(TEXT)
    assert table.corrected({("B (tkr)", 1): 80}) == TEXT.replace(";8\n", ";80\n").encode()


def test_what_cannot_be_written_is_refused() -> None:
    table: Table = read(TEXT)
    unwritable = table._replace(document=table.document._replace(write=None))
    assert unwritable.corrected({}) == TEXT.encode()
    with pytest.raises(SourceError) as refused:
        unwritable.corrected(CHANGES)
    assert str(refused.value) == "t: not correctable"


def test_a_row_that_is_not_there_cannot_be_corrected() -> None:
    with pytest.raises(IndexError):
        read(TEXT).corrected({("A", 3): 5})
