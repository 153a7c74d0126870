"""`docs/own-grant.md` does what it says, in an empty folder; `pytest --golden` writes it anew."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from conftest import ROOT, Program

PAGE = ROOT / "docs" / "own-grant.md"
_BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", flags=re.DOTALL)
_MISTAKES = (
    ('years: "2025"', 'years: "25"'),
    ('{name: "Hamar"', '{name: "Bodø"'),
    (', "599 999,75"]', "]"),
    ("title: ", "titel: "),
)


def mistaken(folder: Path) -> None:
    """A copy of the grant with a mistake of each kind."""
    shutil.copytree(folder / "stipend", folder / "mistaken")
    table = folder / "mistaken" / "table.yaml"
    text = table.read_text(encoding="utf-8")
    for old, new in _MISTAKES:
        assert old in text
        text = text.replace(old, new, 1)
    table.write_text(text, encoding="utf-8")


def test_the_page_does_what_it_says(
    allokera: Program,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)
    page = PAGE.read_text(encoding="utf-8")
    tables = re.findall(r"```csv\n(.*?)```", page, flags=re.DOTALL)
    for name, table in zip(("stipend.csv", "maksut.csv"), tables, strict=True):
        Path(name).write_text(table, encoding="utf-8")

    def shown(command: str) -> str:
        if "mistaken" in command:
            mistaken(tmp_path)
        typed, _, cut = command.partition(" | ")
        done = allokera(*shlex.split(typed.removeprefix("allokera ")))
        lines = (done.out + done.err).splitlines()[: int(cut.split("-")[1]) if cut else None]
        return "\n".join([f"$ {command}", *lines])

    def ran(block: re.Match[str]) -> str:
        commands = re.findall(r"^\$ (.*)$", block[0], flags=re.MULTILINE)
        return "\n\n".join(map(shown, commands)) + "\n"

    told = _BLOCK.sub(ran, page)
    if request.config.getoption("--golden"):
        PAGE.write_text(told, encoding="utf-8")
    assert told == PAGE.read_text(encoding="utf-8")
