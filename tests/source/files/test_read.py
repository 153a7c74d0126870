"""A file is read whole, or it is said why not."""

from pathlib import Path

import pytest

from allokera.errors import SourceError
from allokera.source.files.read import read_bytes


def test_a_file_is_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "t"
    path.write_bytes(b"a\r\n\xff")
    assert read_bytes(path) == b"a\r\n\xff"


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as refused:
        read_bytes(tmp_path / "t")
    assert str(refused.value) == f"{tmp_path / 't'}: no such file"


def test_what_is_no_file_is_refused_with_the_reason(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as refused:
        read_bytes(tmp_path)
    assert str(refused.value) == f"{tmp_path}: file unreadable: reason='is a directory'"


def test_a_reason_without_words_of_the_system_is_the_errors_own(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_: Path, mode: str) -> None:
        raise OSError(f"Odd {mode}")

    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(SourceError) as refused:
        read_bytes(Path("t"))
    assert str(refused.value) == "t: file unreadable: reason='odd rb'"


def test_no_more_is_read_than_may_be(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    path = tmp_path / "t"
    path.write_bytes(b"12345")
    monkeypatch.setattr("allokera.source.files.read.MOST_BYTES", 5)
    assert read_bytes(path) == b"12345"
    path.write_bytes(b"123456")
    with pytest.raises(SourceError) as refused:
        read_bytes(path)
    assert str(refused.value) == f"{path}: file too large: mebibytes=0"
    with pytest.raises(SourceError, match="file too large"):
        read_bytes(Path("/dev/zero"))  # it has no size, and no end
