"""Pages on narrow and wide screens, in both languages: no line is wider than its screen."""

import shlex
from collections import Counter
from pathlib import Path

import pytest

from conftest import Golden, Program

STIPEND = """\
Mottaker;Tilskudd 2024;Tilskudd 2025
Bodø;1 190 000;1 250 000
Kristiansand;1 048 000;1 100 000
Moss;667 000;700 000
Narvik;429 000;450 000
Tromsø;1 000 000;1 050 000
Sum;4 334 000;4 550 000
"""

PAGES = {
    "verify": [["verify"]],
    "compute": [["compute", "--year", "2019"], ["compute", "--year", "all"]],
    "explain": [
        ["explain", "Trollhättan", "--year", "2019"],
        ["explain", "Malmö", "--year", "2020", "--method", "webster"],
        ["explain", "Perstorp", "--year", "all", "--carry"],
    ],
    "compare": [
        ["compare", "published", "--year", "2019"],
        ["compare", "--year", "2019", "--year", "2020"],
    ],
    "methods": [["methods"], ["methods", "webster"]],
    "budgets": [["budgets"]],
    "new": [
        ["new", "stipend", "--from", "stipend.csv", "--year", "2026", "--envelope", "8 mnkr"],
        ["new", "next", "--year", "2028", "--envelope", "2 300 mnkr"],
    ],
}
"""By the command, whose pages stand in one file; on a screen of 80 columns they have their own."""

LONGEST = 60
"""Letters of a word that a narrow screen holds: a checksum is longer, and a line between rows."""


@pytest.mark.parametrize("command", PAGES)
def test_narrow_and_wide_screens(
    allokera: Program,
    golden: Golden,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    command: str,
) -> None:
    told = []
    for lang in ("en", "sv"):
        words = []
        for columns in (60, 120):
            monkeypatch.setenv("COLUMNS", str(columns))
            folder = tmp_path / f"{lang}{columns}"
            folder.mkdir()
            (folder / "stipend.csv").write_text(STIPEND, encoding="utf-8")
            monkeypatch.chdir(folder)
            for arguments in PAGES[command]:
                typed = [*arguments, "--lang", lang]
                outcome = allokera(*typed)
                assert (outcome.status, outcome.err) == (command == "verify", "")
                assert max(map(len, outcome.out.splitlines())) <= columns
                told.append(f"$ COLUMNS={columns} allokera {shlex.join(typed)}\n{outcome.out}")
            words.append(Counter(" ".join(told[-len(PAGES[command]) :]).split()))
        lost = {each for each in words[1] - words[0] if len(each) < LONGEST}
        assert lost == {"COLUMNS=120"}, "a word is broken, or is not there"
    golden(f"widths-{command}.txt", "\n".join(told))
