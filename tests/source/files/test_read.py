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
    def fail(_: Path) -> bytes:
        raise OSError("Odd")

    monkeypatch.setattr(Path, "read_bytes", fail)
    with pytest.raises(SourceError) as refused:
        read_bytes(Path("t"))
    assert str(refused.value) == "t: file unreadable: reason='odd'"
