"""The bundled grant as a wheel holds it: it counts for the same files, and is never missed."""

import pickle
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from allokera import load_grant
from allokera.model import Grant
from allokera.source.files.bundled import data_directory
from allokera.usecases import read_grant as module
from allokera.usecases.read_grant import COMPILED, compile_grant, read_grant

MARK = "read before"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of the bundled data, with a compiled grant that can be told from the files."""
    folder = tmp_path / "data"
    shutil.copytree(data_directory(), folder)
    grant: Grant = pickle.loads(compile_grant(folder))
    (folder / COMPILED).write_bytes(pickle.dumps(replace(grant, title=MARK)))
    for place in (module, "allokera.source.grant_files.places"):
        name = place if isinstance(place, str) else place.__name__
        monkeypatch.setattr(f"{name}.data_directory", lambda: folder)
    return folder


def test_what_is_compiled_is_what_is_read(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    shutil.copytree(data_directory(), tmp_path / "other" / "data")
    content = compile_grant(data_directory())
    assert content == compile_grant(tmp_path / "other" / "data"), "no folder is in it"
    grant, again = pickle.loads(content), load_grant()
    assert grant.key.parts[1].by[0].place.startswith("kommuner_2018.yaml:")
    assert replace(grant, key=None) == replace(again, key=None)


def test_it_is_taken_for_files_of_the_same_bytes(folder: Path) -> None:
    assert read_grant().title == MARK
    table = folder / "kommuner_2018.yaml"
    table.write_bytes(table.read_bytes() + b"\n")
    assert read_grant().title == load_grant(folder).title != MARK


@pytest.mark.parametrize("content", [b"", b"\x80", b"cos\nsystem\n", pickle.dumps(5)])
def test_a_broken_one_is_not_missed(folder: Path, content: bytes) -> None:
    (folder / COMPILED).write_bytes(content)
    assert read_grant().title == load_grant(folder).title != MARK
    (folder / COMPILED).unlink()
    assert read_grant().title == load_grant(folder).title
