"""`allokera new`: what is refused, and that every command takes what it wrote."""

import json
import shlex
from pathlib import Path

import pytest

from conftest import Program, Refused, Shown

STIPEND = """\
Mottaker;Tilskudd 2024;Tilskudd 2025
Bodø;1 190 000;1 250 000
Hamar;762 000;800 000
Kristiansand;1 048 000;1 100 000
Lillehammer;619 000;650 000
Moss;667 000;700 000
Narvik;429 000;450 000
Sandnes;857 000;900 000
Tromsø;1 000 000;1 050 000
Ålesund;571 000;600 000
Sum;7 143 000;7 500 000
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "stipend.csv").write_text(STIPEND, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


MADE = ["new", "stipend", "--from", "stipend.csv", "--year", "2026", "--envelope", "8 mnkr"]


@pytest.mark.usefixtures("folder")
def test_a_foundation_in_norway_starts_from_nothing(shown: Shown) -> None:
    """Nine recipients without codes, none of them known."""
    of_grant = ["--grant", "stipend"]
    shown(
        "new-stipend",
        MADE,
        ["compute", "--year", "2026", *of_grant, "--add", "Harstad=300000"],
        ["explain", "Narvik", "--year", "2026", *of_grant],
        ["budgets", *of_grant],
        ["new", "next", "--from", "stipend", "--year", "2027", "--envelope", "9 mnkr"],
        ["compare", "--year", "2026", "--year", "2027", "--grant", "next"],
    )


@pytest.mark.usefixtures("folder")
def test_every_command_takes_what_was_written(allokera: Program) -> None:
    assert allokera(*MADE).status == 0
    of_grant = ["--grant", "stipend"]
    for command in (
        ["compute", "--year", "2026", "--sort", "code", "--with", "change"],
        ["compute", "--year", "2026", "--without", "Moss", "--max", "Bodø=1mnkr"],
        ["compare", "--year", "2026", "--method", "webster", "--method", "hill"],
        ["explain", "Ålesund", "--year", "2026", "--method", "webster"],
        ["verify"],
        ["budgets"],
    ):
        for form in ("table", "json", "csv", "markdown"):
            done = allokera(*command, *of_grant, "--format", form)
            assert (done.status, done.err) == (0, ""), command
    report = json.loads(allokera("verify", *of_grant, "--json").out)
    assert report["relations"]
    assert report["findings"] == []


REFUSED = [
    ["new"],
    ["new", "stipend"],
    ["new", "stipend", "--from", "stipend.csv", "--year", "2026"],
    ["new", "stipend", "--year", "2028", "--envelope", "5mdkr", "--base", "2018"],
    ["new", "stipend", "--year", "2028", "--envelope", "5mdkr", "--visible"],
    ["new", "stipend", "--year", "2027", "--envelope", "5mdkr"],
    ["new", "stipend.csv", "--from", "stipend.csv"],
    ["new", ".", "--from", "stipend.csv"],
    ["new", "a/b", "--from", "stipend.csv"],
    ["new", "stipend", "--from", "nowhere.csv"],
    ["new", "stipend", "--from", "stipend.csv", "--base", "2027"],
    ["new", "stipend", "--from", "stipend.csv", "--base", "Tilskudd"],
    ["new", "stipend", "--from", "twice.csv"],
]


def test_what_cannot_be_made_is_refused_in_a_line(folder: Path, refused: Refused) -> None:
    (folder / "twice.csv").write_text(f"{STIPEND}Moss;1;2\n", encoding="utf-8")
    refused("new", {shlex.join(each): each for each in REFUSED})
    assert not (folder / "stipend").exists()
