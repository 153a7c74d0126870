"""Pages as a person sees them: whole, and on screens of every width, colour and alphabet."""

import csv
import io
import re
from pathlib import Path

import pytest

from allokera.source.files.bundled import data_directory
from conftest import Golden, Program

PAGES = {
    "compute-2018": ["compute", "--year", "2018"],
    "compute-2019": ["compute", "--year", "2019"],
    "compute-2020": ["compute", "--year", "2020"],
    "compute-2020-krona": ["compute", "--year", "2020", "--unit", "1", "--sort", "amount"],
    "compute-2020-gross": ["compute", "--year", "2020", "--gross", "--sort", "name"],
    "compute-all": ["compute", "--year", "2018-2027"],
    "compute-only": ["compute", "--year", "2019", "--only", "Malmo", "--only", "0180"],
    "compute-total": ["compute", "--total", "1000000007", "--unit", "tkr", "--sort", "code"],
    "explain-malmo": ["explain", "Malmö", "--year", "2020"],
    "explain-trollhattan": ["explain", "1488", "--year", "2019"],
    "explain-2018": ["explain", "Järfälla", "--year", "2018"],
    "compute-key": ["compute", "--year", "2018", "--key"],
    "compute-without": ["compute", "--year", "2020", "--without", "Perstorp"],
    "compute-bounds": [
        *["compute", "--year", "2020", "--min", "40mnkr", "--max", "Perstorp=30mnkr"],
        *["--min", "Perstorp=0", "--applied", "Malmö=100mnkr"],
    ],
    "compute-carry": ["compute", "--year", "2018-2027", "--carry"],
    "compute-counties": [
        *["compute", "--year", "2020", "--by", "lan", "--with", "per-capita"],
        *["--with", "own-funding"],
    ],
    "compute-weights": ["compute", "--weights", "population", "--total", "1mdkr", "--unit", "tkr"],
    "explain-webster": ["explain", "Malmö", "--year", "2020", "--method", "webster"],
    "explain-bound": [
        *["explain", "Perstorp", "--year", "2020", "--method", "hill", "--max", "Perstorp=3mnkr"],
    ],
    "explain-carry": ["explain", "Perstorp", "--year", "2018-2027", "--carry"],
    "compare-methods": [
        *["compare", "--year", "2020", "--method", "webster", "--method", "hill"],
        *["--method", "adams", "--method", "jefferson"],
    ],
    "compare-published": ["compare", "published", "--year", "2019"],
    "verify": ["verify"],
    "budgets": ["budgets"],
    "methods": ["methods"],
    "methods-webster": ["methods", "webster"],
}


@pytest.mark.parametrize("name", PAGES)
def test_pages_fit_80_columns(allokera: Program, golden: Golden, name: str) -> None:
    outcome = allokera(*PAGES[name])
    assert outcome.err == ""
    assert outcome.status == (1 if name == "verify" else 0)
    assert max(len(line) for line in outcome.out.splitlines()) <= 80
    golden(f"{name}.txt", outcome.out)


@pytest.mark.parametrize("name", ["compute-2019", "verify"])
def test_pages_in_colour(
    allokera: Program, golden: Golden, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    plain = allokera(*PAGES[name]).out
    monkeypatch.setenv("FORCE_COLOR", "1")
    coloured = allokera(*PAGES[name]).out
    assert "\x1b[" in coloured
    assert "\x1b[" not in plain
    golden(f"{name}.ansi", coloured)


@pytest.mark.parametrize("name", ["compute-2019", "compute-all", "verify"])
def test_pages_in_markdown(allokera: Program, golden: Golden, name: str) -> None:
    golden(f"{name}.md", allokera(*PAGES[name], "--format", "markdown").out)


def test_a_wide_terminal_is_used(allokera: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    assert max(len(line) for line in allokera("verify").out.splitlines()) <= 80
    monkeypatch.setenv("COLUMNS", "120")
    assert max(len(line) for line in allokera("verify").out.splitlines()) > 100


@pytest.mark.parametrize(
    "command",
    [["compute", "--year", "2018-2027"], ["explain", "--help"], ["verify"], ["--help"]],
    ids=" ".join,
)
@pytest.mark.parametrize("encoding", ["ascii", "cp850", "cp1252"])
def test_a_screen_without_some_letters_shows_others(
    allokera: Program, command: list[str], encoding: str
) -> None:
    outcome = allokera(*command, encoding=encoding)
    assert (outcome.status, outcome.err) == (1 if command == ["verify"] else 0, "")
    if command[0] in {"compute", "explain"}:
        assert ("Malmo" if encoding == "ascii" else "Malmö") in outcome.out


def test_a_long_subject_is_wrapped(allokera: Program) -> None:
    name = "Nämnden för " + "samverkan " * 14 + "Y"
    rows = f"Namn;2018;{name[:90]}\n" + "".join(
        f"Ort {n};{n}0 000 000;{n} 000 000\n" for n in range(1, 9)
    )
    outcome = allokera("verify", "-", stdin=f"{rows}{name[:95]};164 000 00;1 640 000\n".encode())
    assert name[:20] in outcome.out
    assert max(map(len, outcome.out.split("\n"))) <= 80


@pytest.mark.parametrize("encoding", ["latin-1", "cp437"])
def test_a_terminal_that_lacks_a_sign_gets_another(allokera: Program, encoding: str) -> None:
    outcome = allokera("compute", "--year", "2018-2027", encoding=encoding)
    assert (outcome.status, outcome.err) == (0, "")
    assert "2018-2027" in outcome.out
    outcome = allokera(
        *["explain", "Perstorp", "--year", "2020", "--method", "hill"], encoding="latin-1"
    )
    assert "sqrt 1 260 " in outcome.out


def test_a_latin_1_terminal_gets_a_table_without_lines(allokera: Program) -> None:
    outcome = allokera("compute", "--year", "2020", "--only", "Malmö", encoding="latin-1")
    assert outcome.status == 0
    assert "Malmö" in outcome.out
    assert "----" in outcome.out


def test_user_text_is_never_markup(allokera: Program, tmp_path: Path) -> None:
    for source in data_directory().glob("*.yaml"):
        text = source.read_text(encoding="utf-8")
        (tmp_path / source.name).write_text(
            text.replace("Malmö", "[bold]Malmö[/x] :smile:"), encoding="utf-8"
        )
    outcome = allokera("compute", "--year", "2020", "--grant", str(tmp_path))
    assert outcome.status == 0
    assert "[bold]Malmö[/x] :smile:" in outcome.out


EXAMPLE = re.compile(r"(?<!`)\ballokera ([a-z]+)\b(?! \[OPTIONS)")


@pytest.mark.parametrize(
    "command",
    [
        [],
        ["--help"],
        *(
            [name, "--help"]
            for name in (
                *("compute", "verify", "explain", "compare", "budgets", "methods", "schema"),
            )
        ),
    ],
)
def test_help_teaches_by_example(allokera: Program, command: list[str]) -> None:
    outcome = allokera(*command)
    assert outcome.status == 0
    assert set(EXAMPLE.findall(outcome.out)) == {command[0] if len(command) > 1 else "compute"}


@pytest.mark.parametrize("columns", ["20", "40", "60"])
@pytest.mark.parametrize(
    "arguments", [["compute", "--year", "2019"], ["compute", "--year", "all"], ["budgets"]]
)
def test_a_narrow_page_cuts_no_number(
    allokera: Program, monkeypatch: pytest.MonkeyPatch, columns: str, arguments: list[str]
) -> None:
    wide = allokera(*arguments).out
    monkeypatch.setenv("COLUMNS", columns)
    narrow = allokera(*arguments).out
    numbers = re.findall("[0-9]{1,3}(?: [0-9]{3})+", wide)
    assert len(numbers) > 20
    assert sorted(re.findall("[0-9]{1,3}(?: [0-9]{3})+", narrow)) == sorted(numbers)


def test_text_that_would_steer_a_terminal_or_a_spreadsheet_is_shown_as_text(
    allokera: Program, tmp_path: Path
) -> None:
    for source in data_directory().glob("*.yaml"):
        text = source.read_text(encoding="utf-8")
        text = text.replace('name: "Malmö"', r'name: "\e[31mMa\rl\u202emö"')
        text = text.replace('name: "Motala"', 'name: "=1+1"')
        (tmp_path / source.name).write_text(text, encoding="utf-8")
    for form in ("table", "csv", "markdown"):
        answer = allokera("compute", "--year", "2019", "--grant", str(tmp_path), "--format", form)
        assert not set("\x1b\r\u202e") & set(answer.out)
        assert "\ufffd[31mMa\ufffdl\ufffdmö".replace("[", "\\[" * (form == "markdown") or "[") in (
            answer.out
        )
    lines = csv.reader(
        io.StringIO(
            allokera("compute", "--total", "1", "--grant", str(tmp_path), "--format", "csv").out
        )
    )
    assert "'=1+1" in {line[1] for line in lines}
